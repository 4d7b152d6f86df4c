//! Public names of keys.

use crate::text::{encode, exactly};
use alloc::string::String;
use core::fmt;
use sha2::{Digest, Sha256};

/// The public name of a key, 32 bytes: of a content key something derived from it, of a public key its SHA-256.
///
/// Nobody can make a second key with the same name, so a key that has the right one is the right key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub(crate) [u8; 32]);

impl KeyId {
    pub(crate) fn of_public_key(key: &[u8]) -> KeyId {
        KeyId(Sha256::digest(key).into())
    }

    /// Reads the 43 characters of base64url. `None` for anything else.
    #[must_use]
    pub fn from_base64url(text: &str) -> Option<KeyId> {
        exactly(text).map(KeyId)
    }

    /// 43 characters of base64url (RFC 4648 §5, no padding).
    #[must_use]
    pub fn to_base64url(&self) -> String {
        encode(&self.0)
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyId")
    }
}
