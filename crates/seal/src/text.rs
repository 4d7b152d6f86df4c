//! Bytes as base64url without padding (RFC 4648 §5). Other spellings of the same bytes are refused.

use alloc::{string::String, vec, vec::Vec};
use base64ct::{Base64UrlUnpadded, Encoding};
use zeroize::Zeroizing;

pub(crate) fn encode(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}

pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    Base64UrlUnpadded::decode_vec(text).ok()
}

/// Exactly so many bytes.
pub(crate) fn exactly<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    (Base64UrlUnpadded::decode(text, &mut bytes).ok()?.len() == N).then_some(bytes)
}

/// A key from its text; no copy is left behind.
pub(crate) fn key_from_text(text: &str) -> Option<Zeroizing<[u8; 32]>> {
    let mut bytes = Zeroizing::new([0; 32]);
    (Base64UrlUnpadded::decode(text, &mut *bytes).ok()?.len() == 32).then_some(bytes)
}

/// A key as text; wiped when dropped.
pub(crate) fn key_to_text(bytes: &[u8; 32]) -> Zeroizing<String> {
    const LENGTH: usize = 43;
    let mut signs = Zeroizing::new(vec![0; LENGTH]);
    // 32 bytes are 43 signs, so there is always room; base64 is ASCII.
    let text = Base64UrlUnpadded::encode(bytes, &mut signs).unwrap_or_default();
    Zeroizing::new(String::from(text))
}
