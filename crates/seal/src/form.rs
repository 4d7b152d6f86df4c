//! How wraps and letters are written down: one JSON object, every value of which is authenticated.

use crate::{
    cost::Cost,
    envelope::is_kind,
    error::OpenError,
    fresh::Fresh,
    key::TAG,
    key_id::KeyId,
    purpose::Purpose,
    recipient::{Encapsulated, SUITE},
    text::{decode, encode, exactly},
};
use alloc::{format, string::String, vec::Vec};
use serde::Deserialize;

const VERSION: u64 = 3;
const ARGON2ID: &str = "argon2id";
const HKDF: &str = "hkdf-sha256";
const HPKE: &str = "hpke";

/// The longest text that is read: 64 KiB in base64 with room for the rest.
const MAX_TEXT: usize = 96 * 1024;

/// What the object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A content key, wrapped. The name of that key.
    Wrap(KeyId),
    /// A content that was sealed to a public key.
    Letter,
}

/// What is needed, beside a secret, to open it.
#[derive(Debug)]
pub(crate) enum By {
    Passphrase(Cost, Fresh),
    Link([u8; 12]),
    Recipient(KeyId, Encapsulated),
}

/// All that stands beside the ciphertext.
#[derive(Debug)]
pub(crate) struct Form {
    pub what: What,
    pub kind: String,
    pub by: By,
}

/// What every version has.
#[derive(Deserialize)]
struct Mark {
    tsumugu: String,
    v: u64,
    kind: String,
    by: Way,
}

#[derive(Deserialize)]
struct Way {
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Version3 {
    #[serde(rename = "tsumugu")]
    _mark: String,
    #[serde(rename = "v")]
    _version: u64,
    #[serde(rename = "kind")]
    _kind: String,
    #[serde(default)]
    kid: Option<String>,
    by: Members,
    ct: String,
}

/// The three ways, each with its own members.
#[derive(Deserialize)]
#[serde(tag = "name", deny_unknown_fields)]
enum Members {
    #[serde(rename = "argon2id")]
    Passphrase { m: u32, t: u32, p: u32, salt: String, nonce: String },
    #[serde(rename = "hkdf-sha256")]
    Link { nonce: String },
    #[serde(rename = "hpke")]
    Recipient { kem: u16, kdf: u16, aead: u16, to: String, enc: String },
}

impl Form {
    /// The object without its ciphertext: the one spelling that is authenticated.
    fn json(&self) -> String {
        let (mark, key_id) = match self.what {
            What::Wrap(key_id) => ("wrap", format!(r#","kid":"{}""#, key_id.to_base64url())),
            What::Letter => ("letter", String::new()),
        };
        let by = match &self.by {
            By::Passphrase(Cost { memory, passes, lanes }, Fresh { salt, nonce }) => {
                let (salt, nonce) = (encode(salt), encode(nonce));
                format!(r#"{{"name":"{ARGON2ID}","m":{memory},"t":{passes},"p":{lanes},"salt":"{salt}","nonce":"{nonce}"}}"#)
            }
            By::Link(nonce) => format!(r#"{{"name":"{HKDF}","nonce":"{}"}}"#, encode(nonce)),
            By::Recipient(to, enc) => {
                let ([kem, kdf, aead], to, enc) = (SUITE, to.to_base64url(), encode(enc));
                format!(r#"{{"name":"{HPKE}","kem":{kem},"kdf":{kdf},"aead":{aead},"to":"{to}","enc":"{enc}"}}"#)
            }
        };
        format!(r#"{{"tsumugu":"{mark}","v":{VERSION},"kind":"{}"{key_id},"by":{by}}}"#, self.kind)
    }

    /// What the tag authenticates: the object without its ciphertext, a zero byte, the owner, who is not written down.
    pub fn additional_data(&self, purpose: Purpose<'_>) -> Vec<u8> {
        [self.json().as_bytes(), b"\0", purpose.owner.as_bytes()].concat()
    }

    pub fn write(&self, sealed: &[u8]) -> String {
        let mut text = self.json();
        text.pop();
        text.push_str(r#","ct":""#);
        text.push_str(&encode(sealed));
        text.push_str(r#""}"#);
        text
    }

    /// Reads a form and its ciphertext and refuses, before any costly work, whatever must not be opened as `kind`.
    pub fn read(kind: &str, text: &str) -> Result<(Form, Vec<u8>), OpenError> {
        let text = text.trim_ascii();
        if text.len() > MAX_TEXT {
            return Err(OpenError::TooLarge);
        }
        let mark: Mark = serde_json::from_str(text).map_err(|_| OpenError::NotAnEnvelope)?;
        if !matches!(mark.tsumugu.as_str(), "wrap" | "letter") || mark.v < VERSION {
            return Err(OpenError::NotAnEnvelope);
        }
        if mark.v > VERSION {
            return Err(OpenError::NewerVersion);
        }
        if mark.kind != kind || !is_kind(kind) {
            return Err(OpenError::WrongKind);
        }
        if ![ARGON2ID, HKDF, HPKE].contains(&mark.by.name.as_str()) {
            return Err(OpenError::RefusedParameters);
        }
        let read: Version3 = serde_json::from_str(text).map_err(|_| OpenError::Damaged)?;
        let what = match (mark.tsumugu.as_str(), read.kid) {
            ("wrap", Some(key_id)) => What::Wrap(KeyId::from_base64url(&key_id).ok_or(OpenError::Damaged)?),
            ("letter", None) => What::Letter,
            _ => return Err(OpenError::Damaged),
        };
        let by = read.by.read()?;
        let sealed = decode(&read.ct).filter(|sealed| sealed.len() >= TAG).ok_or(OpenError::Damaged)?;
        Ok((Form { what, kind: mark.kind, by }, sealed))
    }
}

impl Members {
    fn read(self) -> Result<By, OpenError> {
        let damaged = OpenError::Damaged;
        match self {
            Members::Passphrase { m: memory, t: passes, p: lanes, salt, nonce } => {
                let cost = Cost { memory, passes, lanes };
                if !cost.is_acceptable() {
                    return Err(OpenError::RefusedParameters);
                }
                let fresh = Fresh { salt: exactly(&salt).ok_or(damaged)?, nonce: exactly(&nonce).ok_or(damaged)? };
                Ok(By::Passphrase(cost, fresh))
            }
            Members::Link { nonce } => Ok(By::Link(exactly(&nonce).ok_or(damaged)?)),
            Members::Recipient { kem, kdf, aead, to, enc } => {
                if [kem, kdf, aead] != SUITE {
                    return Err(OpenError::RefusedParameters);
                }
                let to = KeyId::from_base64url(&to).ok_or(damaged)?;
                Ok(By::Recipient(to, exactly(&enc).ok_or(damaged)?))
            }
        }
    }
}
