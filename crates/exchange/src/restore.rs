//! The restore code: a whole card on paper, in one QR or a few, read back without a network and for ever.
//!
//! A phone's camera opens a code as an address, and a browser may keep an address in its history and carry it to other devices.
//! So what is printed today (version 2) holds sealed bytes only; the digits that open them stand beside the codes on the paper.
//! Version 1 held the card itself, readable for whoever has the code. It is read for ever and not written any more.
//!
//! One part is `T.` and base64url (RFC 4648 §5, no padding) of:
//!
//! | bytes | what |
//! |---|---|
//! | 1 | version: 2 sealed, 1 open |
//! | 2 | number of the part, from 1 |
//! | 2 | how many parts, at most 255 |
//! | 4 | set: CRC-32 of the whole, the same on each part of one print |
//! | … | a piece of the whole |
//! | 4 | CRC-32 of everything before it in the part |
//!
//! Numbers are big-endian. Every version keeps the `T.`, the first byte and the last four, so that a damaged code and a code of a
//! newer release can be told apart. The whole is the content described in `write`: sealed in version 2, as it is in version 1.
//! This crate does not seal: [`content`] gives the bytes to be sealed, [`parts`] takes the sealed ones, and on the way back
//! [`Print::Sealed`] hands them out to be opened.

mod crc;
mod option;
mod read;
mod signs;
mod write;

use std::collections::BTreeMap;

use base64ct::{Base64UrlUnpadded, Encoding};
use record::Record;

const MARK: &str = "T.";
/// The version that held the card itself.
const OPEN: u8 = 1;
/// The version that holds sealed bytes.
const SEALED: u8 = 2;
/// The most parts of one print: 80 kB, more than anybody can scan. A code that claims more was not printed by Tsumugu.
pub const MAX_PARTS: u16 = 255;
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
    /// Claims to be one of more than [`MAX_PARTS`].
    TooMany,
}

/// The card does not fit into [`MAX_PARTS`] codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

/// A complete print.
#[derive(Clone, Debug, PartialEq)]
pub enum Print {
    /// Version 1: the card itself.
    Open(Box<Record>),
    /// Version 2: to be opened with the digits on the paper.
    Sealed(Sealed),
}

/// The sealed bytes of a complete print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// What was given to [`parts`].
    pub bytes: Vec<u8>,
    set: u32,
}

/// The parts that were read so far, in any order.
#[derive(Clone, Debug, Default)]
pub struct PartSet {
    version: u8,
    set: u32,
    of: u16,
    pieces: BTreeMap<u16, Vec<u8>>,
}

/// One part, taken apart.
struct Part {
    version: u8,
    number: u16,
    of: u16,
    set: u32,
    piece: Vec<u8>,
}

/// A record's card as bytes, to be sealed and given to [`parts`].
#[must_use]
pub fn content(record: &Record) -> Vec<u8> {
    write::content(record)
}

/// The codes that carry sealed bytes: a part each, to be printed in order.
///
/// # Errors
/// [`TooLong`].
pub fn parts(sealed: &[u8]) -> Result<Vec<String>, TooLong> {
    let set = crc::crc32(sealed);
    // All parts about as long as each other, so that their codes look alike.
    let of = sealed.len().div_ceil(PIECE).max(1);
    let pieces = sealed.chunks(sealed.len().div_ceil(of).max(1));
    let of = u16::try_from(pieces.len()).ok().filter(|of| *of <= MAX_PARTS).ok_or(TooLong)?;
    Ok((1..=of).zip(pieces).map(|(number, piece)| part(number, of, set, piece)).collect())
}

impl Sealed {
    /// The record in the content that was sealed. Its items have new ids, the same on every device that reads this print.
    ///
    /// # Errors
    /// [`RestoreError::Damaged`] when these are not bytes of [`content`].
    pub fn record(&self, content: &[u8]) -> Result<Record, RestoreError> {
        read::content(content, self.set).ok_or(RestoreError::Damaged)
    }
}

impl PartSet {
    /// Takes one part: the code alone, or the whole address with the code after `#`. A part that is here already changes nothing.
    ///
    /// # Errors
    /// Any but [`RestoreError::Missing`]. What was collected stays.
    pub fn add(&mut self, text: &str) -> Result<(), RestoreError> {
        let part = take_apart(text)?;
        if self.pieces.is_empty() {
            (self.version, self.set, self.of) = (part.version, part.set, part.of);
        } else if (self.version, self.set, self.of) != (part.version, part.set, part.of) {
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

    /// What was printed, when all parts are here. In a record of version 1 the items have new ids, the same on every device that
    /// reads this print.
    ///
    /// # Errors
    /// [`RestoreError::Missing`] or [`RestoreError::Damaged`].
    pub fn print(&self) -> Result<Print, RestoreError> {
        let (have, of) = self.progress();
        if have < of || of == 0 {
            return Err(RestoreError::Missing { have, of });
        }
        let bytes = self.pieces.values().flatten().copied().collect::<Vec<u8>>();
        if crc::crc32(&bytes) != self.set {
            return Err(RestoreError::Damaged);
        }
        if self.version == OPEN {
            let record = read::content(&bytes, self.set).ok_or(RestoreError::Damaged)?;
            return Ok(Print::Open(Box::new(record)));
        }
        Ok(Print::Sealed(Sealed { bytes, set: self.set }))
    }
}

fn part(number: u16, of: u16, set: u32, piece: &[u8]) -> String {
    let mut bytes = vec![SEALED];
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
    if version > SEALED {
        return Err(RestoreError::Newer);
    }
    let (number, of) = (u16::from_be_bytes([n0, n1]), u16::from_be_bytes([c0, c1]));
    if number == 0 || number > of || version == 0 {
        return Err(RestoreError::Damaged);
    }
    if of > MAX_PARTS {
        return Err(RestoreError::TooMany);
    }
    Ok(Part { version, number, of, set: u32::from_be_bytes([s0, s1, s2, s3]), piece: piece.to_vec() })
}
