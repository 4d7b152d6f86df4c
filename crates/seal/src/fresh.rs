//! The random bytes of one sealing.

/// A salt and a nonce that were never used before and are not used again.
///
/// Neither is secret. It cannot be copied, and sealing takes it away from the caller: two envelopes with the same
/// salt, nonce and passphrase would give away how their contents differ, and let a forger write more of them.
#[derive(Debug, PartialEq, Eq)]
pub struct Fresh {
    pub(crate) salt: [u8; 16],
    pub(crate) nonce: [u8; 12],
}

impl Fresh {
    /// How many random bytes one sealing needs.
    pub const BYTES: usize = 28;

    /// Takes bytes from a cryptographic random source, such as `crypto.getRandomValues`.
    #[must_use]
    pub fn from_random(bytes: [u8; Self::BYTES]) -> Fresh {
        let mut fresh = Fresh { salt: [0; 16], nonce: [0; 12] };
        let (salt, nonce) = bytes.split_at(fresh.salt.len());
        fresh.salt.copy_from_slice(salt);
        fresh.nonce.copy_from_slice(nonce);
        fresh
    }

    /// Whether this is one byte repeated, as in a buffer that nobody filled. By chance: once in 2^216.
    pub(crate) fn is_one_byte_repeated(&self) -> bool {
        let first = self.salt[0];
        self.salt.iter().chain(&self.nonce).all(|byte| *byte == first)
    }
}

#[cfg(test)]
mod tests {
    use super::Fresh;

    #[test]
    fn salt_comes_first() {
        let fresh = Fresh::from_random(core::array::from_fn(|i| i as u8));
        assert_eq!(fresh.salt, core::array::from_fn(|i| i as u8));
        assert_eq!(fresh.nonce, core::array::from_fn(|i| 16 + i as u8));
    }

    #[test]
    fn an_unfilled_buffer_is_noticed() {
        let mut bytes = [0xA5; Fresh::BYTES];
        assert!(Fresh::from_random(bytes).is_one_byte_repeated());
        bytes[27] = 0;
        assert!(!Fresh::from_random(bytes).is_one_byte_repeated());
    }
}
