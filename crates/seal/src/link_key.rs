//! The key that stands in a link.

use crate::{
    content_key::ContentKey,
    derive::{Label, derive},
    key::Key,
    nonce::is_filled,
    text::{key_from_text, key_to_text},
    token::Token,
};
use alloc::string::String;
use core::fmt;
use zeroize::Zeroizing;

/// The 256-bit key of one link: whoever holds the link can open every file of it, now and later.
///
/// Wiped when dropped. It cannot be cloned, compared or serialised, and `Debug` shows nothing of it.
pub struct LinkKey(pub(crate) Key);

impl LinkKey {
    /// How many random bytes a key is.
    pub const BYTES: usize = 32;

    /// Takes bytes that were just drawn from a cryptographic random source. `None` when they are one byte repeated: nobody filled the buffer.
    #[must_use]
    pub fn from_random(bytes: [u8; Self::BYTES]) -> Option<LinkKey> {
        let bytes = Zeroizing::new(bytes);
        is_filled(&*bytes).then(|| LinkKey(Key::from_bytes(bytes)))
    }

    /// Reads the 43 characters of base64url (RFC 4648 §5, no padding) that stand in a link. `None` for anything else.
    #[must_use]
    pub fn from_base64url(text: &str) -> Option<LinkKey> {
        key_from_text(text).map(|bytes| LinkKey(Key::from_bytes(bytes)))
    }

    /// The key itself, 43 characters of base64url, to be put into a link and nowhere else. Wiped when dropped.
    #[must_use]
    pub fn expose_base64url(&self) -> Zeroizing<String> {
        key_to_text(self.0.expose())
    }

    /// What allows a reply to this link. Every holder of the link has it, and so has whoever made it.
    #[must_use]
    pub fn reply_token(&self) -> Token {
        Token::derived(derive(&self.0, Label::ReplyToken, ""))
    }

    /// What the replies to this link are sealed with. Another key than that of its files, so that a reply is never taken for a file.
    #[must_use]
    pub fn reply_key(&self) -> ContentKey {
        ContentKey::from_bytes(derive(&self.0, Label::ReplyKey, ""))
    }
}

impl fmt::Debug for LinkKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkKey(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::LinkKey;
    use alloc::format;

    #[test]
    fn a_key_comes_back_from_its_text() {
        let key = LinkKey::from_random(core::array::from_fn(|at| at as u8)).unwrap();
        let text = key.expose_base64url();
        assert_eq!(*text, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
        assert_eq!(*LinkKey::from_base64url(&text).unwrap().expose_base64url(), *text);
        assert_eq!(format!("{key:?}"), "LinkKey(hidden)");
    }

    #[test]
    fn other_texts_and_unfilled_buffers_are_no_keys() {
        assert!(LinkKey::from_random([7; 32]).is_none());
        for text in [
            "",
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh",
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8A",
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9",
            "+AECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        ] {
            assert!(LinkKey::from_base64url(text).is_none(), "{text}");
        }
    }
}
