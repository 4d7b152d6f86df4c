//! A sealed thing of our own: a content under its content key. What wraps that key stands elsewhere ([`crate::wrap`]).

mod header;

use crate::{
    content_key::ContentKey,
    error::{OpenError, SealError},
    jwe::{self, Compact, JweError, MAX_FILE},
    key_id::KeyId,
    nonce::Nonce,
    opened::Opened,
    padding::{FILE_STEP, pad, unpad},
    purpose::Purpose,
};
use alloc::string::String;
use header::Header;

/// What can be read in a sealed thing without its key. Nothing of it is certain before [`open_content`] has said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Which content key opens it.
    pub key_id: KeyId,
    /// The counter that it was sealed with. Whoever reads remembers the highest, and is told when an older one comes.
    pub counter: u64,
}

/// Seals a content, at most [`MAX_FILE`], under its content key.
///
/// The counter is authenticated: the caller counts up with every content that is sealed for the same purpose.
///
/// # Errors
/// `BadKind`, `TooLarge`, `Unreadable`.
pub fn seal_content(key: &ContentKey, nonce: Nonce, purpose: Purpose<'_>, counter: u64, content: &[u8]) -> Result<String, SealError> {
    if !purpose.is_plain() {
        return Err(SealError::BadKind);
    }
    if content.len() > MAX_FILE {
        return Err(SealError::TooLarge);
    }
    let header = Header::write(purpose.kind, &purpose.owner_under(key.key()), Head { key_id: key.id(), counter });
    let padded = pad(content, FILE_STEP).ok_or(SealError::TooLarge)?;
    let text = jwe::write(key.key(), nonce, &header, padded).ok_or(SealError::TooLarge)?;
    let back = open_content(key, purpose, &text);
    if back.is_ok_and(|(head, back)| head.counter == counter && *back == *content) { Ok(text) } else { Err(SealError::Unreadable) }
}

/// Opens what was sealed for this purpose, and says with which counter.
///
/// # Errors
/// `NotAnEnvelope`, `NewerVersion`, `WrongKind`, `WrongKey`, `WrongOwner`, `RefusedParameters`, `TooLarge`; `Damaged` when the key is the right one
/// and something was altered.
pub fn open_content(key: &ContentKey, purpose: Purpose<'_>, text: &str) -> Result<(Head, Opened), OpenError> {
    let (header, compact) = read(purpose.kind, text)?;
    if header.head.key_id != key.id() {
        return Err(OpenError::WrongKey);
    }
    if header.owner != purpose.owner_under(key.key()) {
        return Err(OpenError::WrongOwner);
    }
    let padded = jwe::decrypt(key.key(), compact).map_err(|_| OpenError::Damaged)?;
    let content = unpad(padded, FILE_STEP).ok_or(OpenError::Damaged)?;
    Ok((header.head, Opened::new(content)))
}

/// Reads what can be read without the key, to find the key.
///
/// # Errors
/// As [`open_content`], but those that need the key.
pub fn head_of_content(kind: &str, text: &str) -> Result<Head, OpenError> {
    read(kind, text).map(|(header, _)| header.head)
}

fn read<'a>(kind: &str, text: &'a str) -> Result<(Header, Compact<'a>), OpenError> {
    let compact = Compact::read(text).map_err(|error| match error {
        JweError::TooLarge => OpenError::TooLarge,
        JweError::Refused => OpenError::RefusedParameters,
        _ => OpenError::NotAnEnvelope,
    })?;
    let header = Header::read(kind, &compact.header)?;
    Ok((header, compact))
}

#[cfg(test)]
mod tests;
