//! Everything that is derived from a key: HKDF-SHA256 (RFC 5869), each under a label of its own.

use crate::key::Key;
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

/// What something is derived for. A label never changes and never comes back with another meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// The public name of a content key.
    KeyId,
    /// The name of what a sealed content belongs to, as it stands in the header.
    Owner,
    /// The key that wraps a content key under the key of a link.
    LinkWrap,
    /// The token that allows a reply to a link.
    ReplyToken,
    /// The key that seals the replies to a link.
    ReplyKey,
}

impl Label {
    const fn text(self) -> &'static str {
        match self {
            Label::KeyId => "key id",
            Label::Owner => "owner",
            Label::LinkWrap => "wrap by link",
            Label::ReplyToken => "reply token",
            Label::ReplyKey => "reply key",
        }
    }
}

/// 32 bytes for a label and a context. No salt; `info` is `tsumugu v3 `, the label, a zero byte, the context.
pub(crate) fn derive(key: &Key, label: Label, context: &str) -> Zeroizing<[u8; 32]> {
    let mut derived = Zeroizing::new([0; 32]);
    let info = [b"tsumugu v3 ", label.text().as_bytes(), b"\0", context.as_bytes()];
    let expanded = Hkdf::<Sha256>::new(None, key.expose()).expand_multi_info(&info, &mut *derived);
    // The only error is a length of more than 255 hashes. Should it ever come, a key of zeros must not be used.
    assert!(expanded.is_ok(), "32 bytes are one hash");
    derived
}

#[cfg(test)]
mod tests {
    use super::{Label, derive};
    use crate::key::Key;
    use alloc::collections::BTreeSet;

    const ALL: [Label; 5] = [Label::KeyId, Label::Owner, Label::LinkWrap, Label::ReplyToken, Label::ReplyKey];

    #[test]
    fn every_label_and_every_context_gives_something_else() {
        let key = Key::from_test_bytes([3; 32]);
        let derived: BTreeSet<_> = ALL.iter().flat_map(|label| ["", "a", "b"].map(|context| *derive(&key, *label, context))).collect();
        assert_eq!(derived.len(), ALL.len() * 3);
    }

    /// No label begins another one up to the zero byte, and none holds one.
    #[test]
    fn labels_are_plain() {
        for label in ALL {
            assert!(label.text().bytes().all(|byte| matches!(byte, b'a'..=b'z' | b' ')), "{label:?}");
        }
    }
}
