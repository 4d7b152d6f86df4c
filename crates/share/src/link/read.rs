//! Reading the text of a link, whoever made it.

use alloc::{string::String, vec::Vec};
use core::fmt;

use serde_json::Value;

use super::{
    LABEL_CHARS, LinkSecret, Neighbour, URL_CHARS, is_address,
    payload::{Payload, bytes, run},
};

/// The longest text that is looked through, in bytes: many times what fits into a QR code.
const MOST: usize = 16 * 1024;
/// The longest address that is taken, in characters.
const URL_MOST: usize = 2_048;
/// Seconds beyond this are milliseconds: the year 5138.
const SECONDS_MOST: u64 = 100_000_000_000;

/// What a text turned out to be.
#[derive(Debug)]
pub enum Found {
    /// A link that can be followed.
    Link(Link),
    /// A link of a newer version than 1: show its label, and do not follow it.
    Newer {
        /// The label, if there is one.
        label: Option<String>,
    },
    /// Something else that is known.
    Neighbour(Neighbour),
}

/// A link, as it was read.
pub struct Link {
    /// The address to ask.
    pub url: String,
    /// The key of all files.
    pub secret: LinkSecret,
    /// How to ask.
    pub access: Access,
    /// Whether the content may change and the reader may come again (flag `L`).
    pub is_long_term: bool,
    /// When the link is said to end. A hint: the server decides.
    pub expiry: Option<Expiry>,
    /// What it is called by whoever made it, at most [`LABEL_CHARS`] characters, without control characters.
    pub label: Option<String>,
    /// What is unusual about it.
    pub remarks: Vec<Remark>,
}

/// How the files are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// `POST` for a manifest.
    Manifest,
    /// The same with a passcode (flag `P`).
    Passcode,
    /// `GET` for the one file (flag `U`).
    Direct,
}

/// When a link is said to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expiry {
    /// Seconds since 1970.
    pub seconds: u64,
}

/// What is unusual about a link, and no reason not to follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// The end was written in milliseconds, or cannot be read and was left out.
    OddExpiry,
    /// A flag that the standard does not know.
    UnknownFlag,
    /// An address of more than [`URL_CHARS`] characters.
    LongUrl,
    /// A label of more than [`LABEL_CHARS`] characters; the rest was cut off.
    LongLabel,
    /// The link stands in an address before any `#`: whoever opened it has sent the key to that server.
    KeyWasSent,
}

/// Why a text is not a link that can be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// No link in it.
    NoLink,
    /// Longer than any link.
    TooLong,
    /// A link that is cut off or altered: its payload cannot be read.
    Damaged,
    /// No address, or one that must not be asked: neither `https` nor this very device.
    BadUrl,
    /// No key of 32 bytes.
    BadKey,
    /// Flags that exclude each other: `P` with `U`.
    BadFlags,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LinkError::NoLink => "there is no link in it",
            LinkError::TooLong => "longer than any link",
            LinkError::Damaged => "the link is cut off or altered",
            LinkError::BadUrl => "the link has no address that can be asked",
            LinkError::BadKey => "the link has no key",
            LinkError::BadFlags => "the flags of the link exclude each other",
        })
    }
}

impl core::error::Error for LinkError {}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Link")
    }
}

/// Reads a link: bare, behind the address of any viewer, or within other words, as it comes out of a camera or a message.
///
/// Accepted beyond what the standard writes: upper case and percent-encoding in `shlink:/`, padding and the other alphabet of base64, flags in any
/// order and unknown ones, an end in milliseconds, members that are not known, `null` for what may be absent.
///
/// # Errors
/// See [`LinkError`].
pub fn read(text: &str) -> Result<Found, LinkError> {
    if text.len() > MOST {
        return Err(LinkError::TooLong);
    }
    let text = text.trim();
    let Some((before, behind)) = split(text) else {
        return Neighbour::recognise(text).map(Found::Neighbour).ok_or(LinkError::NoLink);
    };
    let json = bytes(run(behind)).ok_or(LinkError::Damaged)?;
    let payload: Payload<'_> = serde_json::from_slice(&json).map_err(|_| LinkError::Damaged)?;
    let mut remarks = Vec::new();
    if is_sent(before) {
        remarks.push(Remark::KeyWasSent);
    }
    let label = payload.label.as_deref().and_then(|label| shown(label, &mut remarks));
    if payload.v.as_ref().is_some_and(|version| version.as_f64() != Some(1.0)) {
        return Ok(Found::Newer { label });
    }
    let url = payload.url.filter(|url| is_address(url) && url.len() <= URL_MOST).ok_or(LinkError::BadUrl)?.into_owned();
    if url.len() > URL_CHARS {
        remarks.push(Remark::LongUrl);
    }
    let secret = payload.key.as_deref().and_then(key).ok_or(LinkError::BadKey)?;
    let (access, is_long_term) = flags(payload.flag.as_deref().unwrap_or_default(), &mut remarks)?;
    let expiry = payload.exp.as_ref().and_then(|exp| expiry(exp, &mut remarks));
    remarks.sort_unstable();
    Ok(Found::Link(Link { url, secret, access, is_long_term, expiry, label, remarks }))
}

/// What stands before and behind the last `shlink:/`, in whichever spelling.
fn split(text: &str) -> Option<(&str, &str)> {
    const SPELLINGS: [&str; 4] = ["shlink:/", "shlink:%2f", "shlink%3a/", "shlink%3a%2f"];
    let lower = zeroize::Zeroizing::new(text.to_ascii_lowercase());
    let (at, length) = SPELLINGS.iter().filter_map(|spelling| Some((lower.rfind(spelling)?, spelling.len()))).max()?;
    // A second slash, as in an address of the web, is no part of the payload, which begins with `e`.
    let behind = text.get(at + length..)?.trim_start_matches('/');
    // The end of another scheme's name, such as `xshlink:`, is not ours.
    let before = text.get(..at)?;
    (!before.ends_with(|sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '+' | '-'))).then_some((before, behind))
}

/// Whether the link stands in an address, and not behind its `#`.
fn is_sent(before: &str) -> bool {
    let address = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    address.contains("://") && !address.contains('#')
}

/// A label as it can be shown; `None` when nothing is left of it.
fn shown(label: &str, remarks: &mut Vec<Remark>) -> Option<String> {
    let is_shown =
        |sign: &char| !sign.is_control() && !matches!(sign, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let signs = || label.chars().filter(is_shown);
    if signs().nth(LABEL_CHARS).is_some() {
        remarks.push(Remark::LongLabel);
    }
    let shown: String = signs().take(LABEL_CHARS).collect();
    (!shown.trim().is_empty()).then_some(shown)
}

fn key(text: &str) -> Option<LinkSecret> {
    let plain = zeroize::Zeroizing::new(text.trim_end_matches('=').replace('+', "-").replace('/', "_"));
    LinkSecret::from_base64url(&plain)
}

fn flags(text: &str, remarks: &mut Vec<Remark>) -> Result<(Access, bool), LinkError> {
    if text.chars().any(|flag| !matches!(flag, 'L' | 'P' | 'U')) {
        remarks.push(Remark::UnknownFlag);
    }
    let access = match (text.contains('P'), text.contains('U')) {
        (true, true) => return Err(LinkError::BadFlags),
        (true, false) => Access::Passcode,
        (false, true) => Access::Direct,
        (false, false) => Access::Manifest,
    };
    Ok((access, text.contains('L')))
}

/// An end in seconds, with or without a fraction, as a number or as digits; in milliseconds where it is too large for seconds.
fn expiry(exp: &Value, remarks: &mut Vec<Remark>) -> Option<Expiry> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative, and below 2^53")]
    let whole = |number: f64| (0.0..9e15).contains(&number).then_some(number as u64);
    let number = match exp {
        Value::Number(number) => number.as_u64().or_else(|| number.as_f64().and_then(whole)),
        Value::String(digits) => digits.trim().parse().ok(),
        _ => None,
    };
    let is_odd = number.is_none_or(|number| number >= SECONDS_MOST);
    if is_odd {
        remarks.push(Remark::OddExpiry);
    }
    number.map(|number| Expiry { seconds: if is_odd { number / 1_000 } else { number } })
}
