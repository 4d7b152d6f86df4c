//! SHA-256, to notice bytes that are not what was written. Not a secret and not a signature.

use alloc::string::String;
use core::fmt::Write;
use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes, in 64 lower-case hexadecimal digits (FIPS 180-4).
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing into a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

#[cfg(test)]
mod tests {
    #[test]
    fn known_answer() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(super::sha256_hex(b""), empty);
    }
}
