//! The restore code: a whole card on paper, in one QR or a few, read back without a network and for ever.
//!
//! One part is `T.` and base64url (RFC 4648 §5, no padding) of:
//!
//! | bytes | what |
//! |---|---|
//! | 1 | version, now 1 |
//! | 2 | number of the part, from 1 |
//! | 2 | how many parts |
//! | 4 | set: CRC-32 of the whole content, the same on each part of one print |
//! | … | a piece of the content |
//! | 4 | CRC-32 of everything before it in the part |
//!
//! Numbers are big-endian. Every version keeps the `T.`, the first byte and the last four, so that a damaged code and a code of a
//! newer release can be told apart. The content is described in `write`.

mod crc;
mod read;
mod signs;
mod table;
mod write;

use std::collections::BTreeMap;

use base64ct::{Base64UrlUnpadded, Encoding};
use record::Record;

const MARK: &str = "T.";
const VERSION: u8 = 1;
/// Before and after the piece in a part.
const HEAD: usize = 9;
const TAIL: usize = 4;
/// The longest piece: 442 characters in the code, 480 with a usual address before it. That is version 17 at level M, 85 modules,
/// which an old phone reads at 0.5 mm each.
const PIECE: usize = 317;

/// Why a code was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestoreError {
    /// Something else: another QR, or other words.
    NotACode,
    /// Printed by a newer release.
    Newer,
    /// One of our codes, but not as it was printed.
    Damaged,
    /// Some parts are not read yet.
    Missing { have: usize, of: usize },
    /// A part of another print.
    OtherSet,
}

/// The parts that were read so far, in any order.
#[derive(Clone, Debug, Default)]
pub struct Collected {
    set: u32,
    of: u16,
    pieces: BTreeMap<u16, Vec<u8>>,
}

/// One part, taken apart.
struct Part {
    number: u16,
    of: u16,
    set: u32,
    piece: Vec<u8>,
}

/// The codes that bring a record's card back: a part each, to be printed in order.
#[must_use]
pub fn write(record: &Record) -> Vec<String> {
    let content = write::content(record);
    let set = crc::crc32(&content);
    // All parts about as long as each other, so that their codes look alike.
    let of = content.len().div_ceil(PIECE).max(1);
    let pieces = content.chunks(content.len().div_ceil(of).max(1));
    let of = u16::try_from(pieces.len()).unwrap_or(u16::MAX);
    (1..=of).zip(pieces).map(|(number, piece)| part(number, of, set, piece)).collect()
}

/// Reads a complete set of parts.
///
/// # Errors
/// [`RestoreError`].
pub fn read(parts: &[impl AsRef<str>]) -> Result<Record, RestoreError> {
    let mut collected = Collected::default();
    for part in parts {
        collected.add(part.as_ref())?;
    }
    collected.record()
}

impl Collected {
    /// Takes one part: the code alone, or the whole address with the code after `#`. A part that is here already changes nothing.
    ///
    /// # Errors
    /// Any but [`RestoreError::Missing`]. What was collected stays.
    pub fn add(&mut self, text: &str) -> Result<(), RestoreError> {
        let part = take_apart(text)?;
        if self.pieces.is_empty() {
            (self.set, self.of) = (part.set, part.of);
        } else if (self.set, self.of) != (part.set, part.of) {
            return Err(RestoreError::OtherSet);
        }
        self.pieces.insert(part.number, part.piece);
        Ok(())
    }

    /// How many parts are here, and how many there are; `0` of `0` before the first.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.pieces.len(), usize::from(self.of))
    }

    /// The numbers of the parts that are not here yet.
    #[must_use]
    pub fn missing(&self) -> Vec<u16> {
        (1..=self.of).filter(|number| !self.pieces.contains_key(number)).collect()
    }

    /// The record, when all parts are here. Its items have new ids, the same on every device that reads this print.
    ///
    /// # Errors
    /// [`RestoreError::Missing`] or [`RestoreError::Damaged`].
    pub fn record(&self) -> Result<Record, RestoreError> {
        let (have, of) = self.progress();
        if have < of || of == 0 {
            return Err(RestoreError::Missing { have, of });
        }
        let content = self.pieces.values().flatten().copied().collect::<Vec<u8>>();
        if crc::crc32(&content) != self.set {
            return Err(RestoreError::Damaged);
        }
        read::content(&content, self.set).ok_or(RestoreError::Damaged)
    }
}

fn part(number: u16, of: u16, set: u32, piece: &[u8]) -> String {
    let mut bytes = vec![VERSION];
    bytes.extend(number.to_be_bytes());
    bytes.extend(of.to_be_bytes());
    bytes.extend(set.to_be_bytes());
    bytes.extend(piece);
    bytes.extend(crc::crc32(&bytes).to_be_bytes());
    format!("{MARK}{}", Base64UrlUnpadded::encode_string(&bytes))
}

fn take_apart(text: &str) -> Result<Part, RestoreError> {
    let code = text.rsplit('#').next().unwrap_or(text).trim();
    let letters = code.strip_prefix(MARK).ok_or(RestoreError::NotACode)?;
    let bytes = Base64UrlUnpadded::decode_vec(letters).map_err(|_| RestoreError::Damaged)?;
    let (body, sum) = bytes.split_last_chunk::<TAIL>().ok_or(RestoreError::Damaged)?;
    if crc::crc32(body) != u32::from_be_bytes(*sum) {
        return Err(RestoreError::Damaged);
    }
    let (head, piece) = body.split_first_chunk::<HEAD>().ok_or(RestoreError::Damaged)?;
    let [version, n0, n1, c0, c1, s0, s1, s2, s3] = *head;
    if version != VERSION {
        return Err(RestoreError::Newer);
    }
    let (number, of) = (u16::from_be_bytes([n0, n1]), u16::from_be_bytes([c0, c1]));
    if number == 0 || number > of {
        return Err(RestoreError::Damaged);
    }
    Ok(Part { number, of, set: u32::from_be_bytes([s0, s1, s2, s3]), piece: piece.to_vec() })
}
