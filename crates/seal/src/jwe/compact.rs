//! The five parts: header, encrypted key (empty with `dir`), nonce, ciphertext, tag.

use super::{JweError, MAX_FILE};
use crate::{
    key::{Key, TAG},
    nonce::Nonce,
    text::{decode, encode, exactly},
};
use alloc::{string::String, vec::Vec};
use zeroize::Zeroizing;

/// The longest header that is read, in bytes of JSON.
const MAX_HEADER: usize = 8 * 1024;
/// The longest text that is read: the largest content in base64, a header, and a little.
const MAX_TEXT: usize = (MAX_FILE + MAX_HEADER) / 3 * 4 + 1024;

/// A compact JWE, taken apart.
pub(crate) struct Compact<'a> {
    /// The header as JSON.
    pub header: Vec<u8>,
    /// The header as it was received: what the tag authenticates.
    pub authenticated: &'a str,
    pub nonce: [u8; Nonce::BYTES],
    /// Ciphertext and tag.
    pub sealed: Vec<u8>,
}

impl Compact<'_> {
    /// Takes a text apart. White space around it is passed over.
    pub fn read(text: &str) -> Result<Compact<'_>, JweError> {
        if text.len() > MAX_TEXT {
            return Err(JweError::TooLarge);
        }
        let mut parts = text.trim_ascii().split('.');
        let mut next = || parts.next().ok_or(JweError::NotJwe);
        let (authenticated, key, nonce, ciphertext, tag) = (next()?, next()?, next()?, next()?, next()?);
        if parts.next().is_some() || authenticated.len() > MAX_HEADER / 3 * 4 {
            return Err(JweError::NotJwe);
        }
        let header = decode(authenticated).ok_or(JweError::NotJwe)?;
        // A key of its own belongs to the algorithms that are refused.
        if !key.is_empty() {
            return Err(JweError::Refused);
        }
        let nonce = exactly(nonce).ok_or(JweError::NotJwe)?;
        let tag: [u8; TAG] = exactly(tag).ok_or(JweError::NotJwe)?;
        let mut sealed = decode(ciphertext).ok_or(JweError::NotJwe)?;
        sealed.extend_from_slice(&tag);
        Ok(Compact { header, authenticated, nonce, sealed })
    }
}

/// Encrypts a content under a header. `None` only for sizes far beyond what is sealed here.
pub(crate) fn write(key: &Key, nonce: Nonce, header: &str, mut content: Zeroizing<Vec<u8>>) -> Option<String> {
    let header = encode(header.as_bytes());
    key.encrypt(&nonce.0, header.as_bytes(), &mut content)?;
    let (ciphertext, tag) = content.split_at_checked(content.len() - TAG)?;
    Some([header.as_str(), "", &encode(&nonce.0), &encode(ciphertext), &encode(tag)].join("."))
}
