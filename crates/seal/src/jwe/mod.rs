//! Compact JWE (RFC 7516) with `dir` and `A256GCM`: how the files of a link are encrypted.
//!
//! Only the framing is ours: five parts in base64url, the first of which is authenticated as it stands. The cipher is that of [`Key`].

mod compact;
mod header;
mod inflate;

use crate::{error::SealError, key::Key, link_key::LinkKey, nonce::Nonce, opened::Opened};
use alloc::{string::String, vec::Vec};
use core::fmt;
use zeroize::Zeroizing;

pub(crate) use compact::{Compact, write};
pub(crate) use header::{ALGORITHM, CIPHER};

use header::Header;

/// The largest content of a file of a link, before encryption and after inflating, and of a sealed thing of our own: 8 MiB.
pub const MAX_FILE: usize = 8 * 1024 * 1024;

/// Contents that hide their size are as long as a multiple of this.
const STEP: usize = 1024;

/// Whether a file hides its exact size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Padding {
    /// The content as it is.
    None,
    /// Spaces behind it, up to the next multiple of 1 KiB. For JSON, which allows them.
    Spaces,
}

/// What was in a file of a link.
#[derive(Debug)]
pub struct File {
    /// What the writer calls it (`cty`). Not every writer says it.
    pub content_type: Option<String>,
    /// The bytes, inflated where they were compressed. Padding of spaces is still there.
    pub content: Opened,
}

/// Why a file of a link was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JweError {
    /// Not a compact JWE.
    NotJwe,
    /// Another algorithm than `dir` with `A256GCM`, another compression than `DEF`, or an extension that has to be understood.
    Refused,
    /// More than [`MAX_FILE`], also when only inflating shows it.
    TooLarge,
    /// The two cannot be told apart.
    WrongKeyOrDamaged,
    /// Written with this key, but what it says to be compressed cannot be inflated.
    BadCompression,
}

impl fmt::Display for JweError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            JweError::NotJwe => "not a compact JWE",
            JweError::Refused => "an algorithm, a compression or an extension that is refused",
            JweError::TooLarge => "too large to be opened",
            JweError::WrongKeyOrDamaged => "the key is wrong or the file is damaged",
            JweError::BadCompression => "the compressed content is damaged",
        })
    }
}

impl core::error::Error for JweError {}

/// Encrypts one file of a link: the header carries `alg`, `enc` and `cty` and nothing else, and nothing is compressed, because not every
/// reader inflates.
///
/// # Errors
/// `BadKind` when the content type is not plain ASCII of 1 to 100 characters, `TooLarge`, `Unreadable`.
pub fn seal_file(key: &LinkKey, nonce: Nonce, content_type: &str, padding: Padding, content: &[u8]) -> Result<String, SealError> {
    let header = Header::of_file(content_type).ok_or(SealError::BadKind)?;
    let text = write(&key.0, nonce, &header, padded(content, padding).ok_or(SealError::TooLarge)?).ok_or(SealError::TooLarge)?;
    let back = open_file(key, &text);
    if back.is_ok_and(|file| file.content.starts_with(content)) { Ok(text) } else { Err(SealError::Unreadable) }
}

/// Opens one file of a link, whoever wrote it.
///
/// `cty` may be missing, members of the header that are not known here are passed over, and `zip` may be `DEF` (RFC 1951).
///
/// # Errors
/// See [`JweError`]. Sizes and algorithms are checked before anything is decrypted.
pub fn open_file(key: &LinkKey, jwe: &str) -> Result<File, JweError> {
    let read = Compact::read(jwe)?;
    let header = Header::read(&read.header)?;
    let Header { content_type, is_compressed } = header;
    let content = decrypt(&key.0, read)?;
    let content = if is_compressed { inflate::inflate(&content, MAX_FILE)? } else { content };
    if content.len() > MAX_FILE {
        return Err(JweError::TooLarge);
    }
    Ok(File { content_type, content: Opened::new(content) })
}

pub(crate) fn decrypt(key: &Key, read: Compact<'_>) -> Result<Zeroizing<Vec<u8>>, JweError> {
    let mut buffer = Zeroizing::new(read.sealed);
    key.decrypt(&read.nonce, read.authenticated.as_bytes(), &mut buffer).ok_or(JweError::WrongKeyOrDamaged)?;
    Ok(buffer)
}

fn padded(content: &[u8], padding: Padding) -> Option<Zeroizing<Vec<u8>>> {
    let length = match padding {
        Padding::None => content.len(),
        Padding::Spaces => content.len().checked_next_multiple_of(STEP)?,
    };
    if length > MAX_FILE {
        return None;
    }
    // With room for the tag: growing would leave a copy of the content in freed memory.
    let mut buffer = Zeroizing::new(Vec::with_capacity(length + crate::key::TAG));
    buffer.extend_from_slice(content);
    buffer.resize(length, b' ');
    Some(buffer)
}

#[cfg(test)]
mod tests;
