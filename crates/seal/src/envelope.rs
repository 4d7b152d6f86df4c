//! How an envelope is written down. See the crate documentation for the format.

use crate::{cost::Cost, error::OpenError, fresh::Fresh, key::TAG, padding::MAX_CONTENT};
use alloc::{borrow::Cow, format, string::String, vec::Vec};
use base64ct::{Base64UrlUnpadded, Encoding};
use serde::Deserialize;

const MARK: &str = "sealed";
const VERSION: u64 = 1;
const KDF: &str = "argon2id";
const CIPHER: &str = "A256GCM";

/// The start of everything that [`Header::write`] writes; tells a cut-off envelope from any other file.
const START: &[u8] = br#"{"tsumugu":"sealed""#;

/// The largest content in base64, with room for the header and for somebody's indentation.
const MAX_ENVELOPE: usize = MAX_CONTENT / 3 * 4 + 64 * 1024;

/// All that stands in an envelope beside the ciphertext, and all that the tag authenticates with it.
#[derive(Debug)]
pub(crate) struct Header<'a> {
    pub kind: &'a str,
    pub cost: Cost,
    pub fresh: Fresh,
}

/// An envelope whose every field was read and found acceptable.
#[derive(Debug)]
pub(crate) struct Envelope<'a> {
    pub header: Header<'a>,
    /// Ciphertext and tag.
    pub ciphertext: Vec<u8>,
}

/// Whether a word can be the kind of an envelope. Nothing in it needs escaping in JSON.
pub(crate) fn is_kind(word: &str) -> bool {
    (1..=32).contains(&word.len()) && word.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

impl Header<'_> {
    /// The header as JSON: the one spelling that is authenticated, whatever the file looks like.
    pub fn additional_data(&self) -> String {
        let Header { kind, cost: Cost { memory, passes, lanes }, fresh } = self;
        let salt = Base64UrlUnpadded::encode_string(&fresh.salt);
        let nonce = Base64UrlUnpadded::encode_string(&fresh.nonce);
        format!(
            r#"{{"tsumugu":"{MARK}","v":{VERSION},"kind":"{kind}","kdf":{{"name":"{KDF}","m":{memory},"t":{passes},"p":{lanes},"salt":"{salt}"}},"enc":"{CIPHER}","nonce":"{nonce}"}}"#
        )
    }

    /// The whole envelope: the header with one more field before its closing bracket.
    pub fn write(&self, ciphertext: &[u8]) -> String {
        let mut text = self.additional_data();
        text.pop();
        text.push_str(r#","ct":""#);
        text.push_str(&Base64UrlUnpadded::encode_string(ciphertext));
        text.push_str(r#""}"#);
        text
    }
}

/// What every version has, so that a newer one is recognised as such.
#[derive(Deserialize)]
struct Mark<'a> {
    #[serde(borrow)]
    tsumugu: Cow<'a, str>,
    v: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Version1<'a> {
    #[serde(rename = "tsumugu")]
    _mark: Cow<'a, str>,
    #[serde(rename = "v")]
    _version: u64,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow)]
    kdf: Kdf<'a>,
    #[serde(borrow)]
    enc: Cow<'a, str>,
    #[serde(borrow)]
    nonce: Cow<'a, str>,
    #[serde(borrow)]
    ct: Cow<'a, str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kdf<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
    m: u32,
    t: u32,
    p: u32,
    #[serde(borrow)]
    salt: Cow<'a, str>,
}

impl<'a> Envelope<'a> {
    /// Reads an envelope and refuses, before any costly work, whatever must not be opened as `kind`.
    pub fn read(kind: &'a str, bytes: &[u8]) -> Result<Envelope<'a>, OpenError> {
        // Some editors put a byte order mark in front of any text they save.
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii();
        if bytes.len() > MAX_ENVELOPE {
            return Err(OpenError::TooLarge);
        }
        let mark: Mark<'_> = serde_json::from_slice(bytes).map_err(|_| unreadable(bytes))?;
        if mark.tsumugu != MARK {
            return Err(OpenError::NotAnEnvelope);
        }
        if mark.v > VERSION {
            return Err(OpenError::NewerVersion);
        }
        if mark.v < VERSION {
            return Err(OpenError::Damaged);
        }
        let read: Version1<'_> = serde_json::from_slice(bytes).map_err(|_| OpenError::Damaged)?;
        if read.kind != kind || !is_kind(kind) {
            return Err(OpenError::WrongKind);
        }
        let cost = Cost { memory: read.kdf.m, passes: read.kdf.t, lanes: read.kdf.p };
        if read.enc != CIPHER || read.kdf.name != KDF || !cost.is_acceptable() {
            return Err(OpenError::RefusedParameters);
        }
        let fresh = Fresh { salt: exactly(&read.kdf.salt)?, nonce: exactly(&read.nonce)? };
        let ciphertext = Base64UrlUnpadded::decode_vec(&read.ct).map_err(|_| OpenError::Damaged)?;
        if ciphertext.len() < TAG {
            return Err(OpenError::Damaged);
        }
        Ok(Envelope { header: Header { kind, cost, fresh }, ciphertext })
    }
}

fn unreadable(bytes: &[u8]) -> OpenError {
    if bytes.starts_with(START) { OpenError::Damaged } else { OpenError::NotAnEnvelope }
}

fn exactly<const N: usize>(text: &str) -> Result<[u8; N], OpenError> {
    let mut bytes = [0; N];
    match Base64UrlUnpadded::decode(text, &mut bytes) {
        Ok(read) if read.len() == N => Ok(bytes),
        _ => Err(OpenError::Damaged),
    }
}
