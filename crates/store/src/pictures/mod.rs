//! Pictures, kept beside the records, each under the SHA-256 of its bytes. A record names them and never holds them.
//!
//! A picture is on the disk before the revision that names it is written, and is verified whenever it is read. It stands in the journal and
//! in backup files, never in the mirror. [`among_answers`] takes over what earlier builds kept inside the record, [`unreferenced`] finds what no
//! kept revision names any more.

pub mod among_answers;
pub(crate) mod unreferenced;

use std::collections::BTreeMap;

use base64ct::{Base64, Encoding};
use record::{
    Record,
    picture::{Format, LARGEST, Picture, Sha256},
};

use crate::port::{JournalError, Ports};

/// Pictures in memory: the bytes under their hash.
pub type Pictures = BTreeMap<Sha256, Vec<u8>>;

/// Why a picture is not shown. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// There are no such bytes on this device.
    Missing,
    /// The bytes are not those that the record names.
    Damaged,
    /// They could not be read now.
    Unread(JournalError),
}

/// What some bytes are called as a picture; `None` when they are none, or more than [`LARGEST`].
#[must_use]
pub fn described(bytes: &[u8]) -> Option<Picture> {
    let format = Format::of(bytes).filter(|_| bytes.len() <= LARGEST)?;
    Some(Picture { sha256: Sha256::parse(&seal::sha256_hex(bytes))?, format })
}

/// Puts a picture on the disk. A record that names it is saved afterwards.
///
/// # Errors
/// [`JournalError`]; then no record may name it.
pub async fn keep(ports: &Ports, picture: &Picture, bytes: &[u8]) -> Result<(), JournalError> {
    if described(bytes).as_ref() != Some(picture) {
        return Err(JournalError::Unreadable);
    }
    ports.blobs.put(picture.sha256.as_str(), bytes).await
}

/// Puts those pictures of a file on the disk that a record names. What it names and the file does not bring stays as it is.
///
/// # Errors
/// [`JournalError`].
pub async fn keep_all(ports: &Ports, record: &Record, pictures: &Pictures) -> Result<(), JournalError> {
    for picture in record.pictures() {
        if let Some(bytes) = pictures.get(&picture.sha256) {
            keep(ports, picture, bytes).await?;
        }
    }
    Ok(())
}

/// Puts those pictures of a file back that a record here names and that are not whole here. The hash says that they are the same. What
/// cannot be written is as it was.
pub async fn repair(ports: &Ports, here: &[Record], pictures: &Pictures) {
    for picture in here.iter().flat_map(Record::pictures) {
        if let Some(bytes) = pictures.get(&picture.sha256)
            && matches!(read(ports, picture).await, Err(ReadError::Missing | ReadError::Damaged))
        {
            let _ = keep(ports, picture, bytes).await;
        }
    }
}

/// The bytes of a picture, whole and verified.
///
/// # Errors
/// [`ReadError`].
pub async fn read(ports: &Ports, picture: &Picture) -> Result<Vec<u8>, ReadError> {
    let bytes = ports.blobs.get(picture.sha256.as_str()).await.map_err(ReadError::Unread)?.ok_or(ReadError::Missing)?;
    if described(&bytes).as_ref() == Some(picture) { Ok(bytes) } else { Err(ReadError::Damaged) }
}

/// The picture as a data URL (RFC 2397), for the screen.
///
/// # Errors
/// [`ReadError`].
pub async fn data_url(ports: &Ports, picture: &Picture) -> Result<String, ReadError> {
    let bytes = read(ports, picture).await?;
    Ok(format!("data:{};base64,{}", picture.format.mime(), encoded(&bytes)))
}

/// In base64 (RFC 4648 §4).
pub(crate) fn encoded(bytes: &[u8]) -> String {
    Base64::encode_string(bytes)
}

/// A picture that stands somewhere in base64, if it is one.
pub(crate) fn decoded(text: &str) -> Option<(Picture, Vec<u8>)> {
    // Four characters for three bytes.
    if text.len() > LARGEST.div_ceil(3) * 4 {
        return None;
    }
    let bytes = Base64::decode_vec(text).ok()?;
    Some((described(&bytes)?, bytes))
}

#[cfg(test)]
pub(crate) mod tests;
