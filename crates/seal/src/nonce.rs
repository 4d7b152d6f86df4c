//! The random bytes of one encryption under a key that is used more than once.

use core::fmt;

/// A nonce of AES-GCM that was never used before and is not used again.
///
/// Not secret. It cannot be copied, and encrypting takes it away from the caller, so that no two encryptions share one: with a key that
/// seals many times, as that of a link does, the same nonce twice would give away how two contents differ and let a forger write more.
/// 96 random bits for each encryption, so at most 2³² of them under one key (NIST SP 800-38D, 8.3).
pub struct Nonce(pub(crate) [u8; Nonce::BYTES]);

impl Nonce {
    /// How many random bytes one encryption needs.
    pub const BYTES: usize = 12;

    /// Takes bytes that were just drawn from a cryptographic random source, such as `crypto.getRandomValues`. `None` when they are one byte
    /// repeated: nobody filled the buffer. By chance: once in 2⁸⁸.
    #[must_use]
    pub fn from_random(bytes: [u8; Self::BYTES]) -> Option<Nonce> {
        is_filled(&bytes).then_some(Nonce(bytes))
    }
}

impl fmt::Debug for Nonce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Nonce")
    }
}

/// Whether somebody filled a buffer with random bytes: they are not all the same.
pub(crate) fn is_filled(bytes: &[u8]) -> bool {
    bytes.windows(2).any(|pair| pair[0] != pair[1])
}

#[cfg(test)]
mod tests {
    use super::{Nonce, is_filled};

    #[test]
    fn an_unfilled_buffer_is_noticed() {
        assert!(Nonce::from_random([0; 12]).is_none());
        assert!(Nonce::from_random([0xA5; 12]).is_none());
        let mut bytes = [0; 12];
        bytes[11] = 1;
        assert_eq!(Nonce::from_random(bytes).unwrap().0, bytes);
        assert!(!is_filled(&[]) && !is_filled(&[1]));
    }
}
