//! SHA-256 of what must not stand in the database itself.

use sha2::{Digest, Sha256};

/// 32 bytes of SHA-256 (FIPS 180-4). Names and tokens are 32 random bytes, so that no hash of them can be guessed back, and two hashes can
/// be compared byte by byte: how long that takes tells nothing of the token.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hash([u8; 32]);

impl Hash {
    pub fn of(bytes: &[u8]) -> Hash {
        Hash(Sha256::digest(bytes).into())
    }

    /// A hash that a device has made.
    pub const fn made(bytes: [u8; 32]) -> Hash {
        Hash(bytes)
    }

    /// As it is given to the database.
    pub fn stored(self) -> Vec<u8> {
        self.0.to_vec()
    }

    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub fn is(self, stored: &[u8]) -> bool {
        self.0 == stored
    }
}

impl std::fmt::Debug for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hash")
    }
}
