//! What a sealed thing is for.

use crate::{
    derive::{Label, derive},
    envelope::is_kind,
    key::Key,
    text::encode,
};
use alloc::string::String;
use core::fmt;

/// What a sealed thing is, and what it belongs to. Both are authenticated, so that nothing opens as something else or somewhere else.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Purpose<'a> {
    /// A fixed word of the caller's: at most 32 of `a`–`z`, `0`–`9` and `-`. Can be read in what is sealed.
    pub kind: &'a str,
    /// The id of the share, circle or clinic: at most 64 of the signs of base64url. Cannot be read in what is sealed.
    pub owner: &'a str,
}

impl Purpose<'_> {
    pub(crate) fn is_plain(&self) -> bool {
        let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        is_kind(self.kind) && (1..=64).contains(&self.owner.len()) && self.owner.bytes().all(is_sign)
    }

    /// The owner's name under a key: the same for whoever has the key, nothing for anybody else.
    pub(crate) fn owner_under(&self, key: &Key) -> String {
        encode(&*derive(key, Label::Owner, self.owner))
    }
}

impl fmt::Debug for Purpose<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Purpose({})", self.kind)
    }
}

#[cfg(test)]
mod tests {
    use super::Purpose;

    #[test]
    fn plain_words_only() {
        let is_plain = |kind, owner| Purpose { kind, owner }.is_plain();
        assert!(is_plain("circle", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"));
        for (kind, owner) in [("", "a"), ("Circle", "a"), ("circle", ""), ("circle", "a b"), ("circle", "a\0"), ("circle", &"a".repeat(65))]
        {
            assert!(!is_plain(kind, owner), "{kind} {owner}");
        }
    }
}
