//! The outer shape of sealed bytes: a compact JWE with a direct key (RFC 7516 §7.1). Nobody without the key can check more.

/// Whether a text has the shape `header..iv.ciphertext.tag`: five parts of base64url, of which only the second is empty, 12 bytes of
/// iv and 16 bytes of tag as A256GCM has them.
#[must_use]
pub fn is_compact(text: &str) -> bool {
    let mut parts = text.split('.');
    let (Some(header), Some(key), Some(iv), Some(ciphertext), Some(tag), None) =
        (parts.next(), parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    key.is_empty() && iv.len() == 16 && tag.len() == 22 && [header, iv, ciphertext, tag].into_iter().all(is_base64url)
}

fn is_base64url(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        assert!(is_compact("eyJh..AAAAAAAAAAAAAAAA.x-_9.AAAAAAAAAAAAAAAAAAAAAA"));
        for not in [
            "",
            "....",
            "eyJh.AA.AAAAAAAAAAAAAAAA.x.AAAAAAAAAAAAAAAAAAAAAA",
            "eyJh..AAAAAAAAAAAAAAA.x.AAAAAAAAAAAAAAAAAAAAAA",
            "eyJh..AAAAAAAAAAAAAAAA.x.AAAAAAAAAAAAAAAAAAAAA",
            "eyJh..AAAAAAAAAAAAAAAA.x\n.AAAAAAAAAAAAAAAAAAAAAA",
            "eyJh..AAAAAAAAAAAAAAAA.花.AAAAAAAAAAAAAAAAAAAAAA",
            "eyJh..AAAAAAAAAAAAAAAA.x.AAAAAAAAAAAAAAAAAAAAAA.",
        ] {
            assert!(!is_compact(not), "{not}");
        }
    }
}
