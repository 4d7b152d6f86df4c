//! The header of a sealed thing: a JWE header in which kind, version, owner, counter and key stand too.

use super::Head;
use crate::{
    envelope::is_kind,
    error::OpenError,
    jwe::{ALGORITHM, CIPHER},
    key_id::KeyId,
};
use alloc::{format, string::String};
use serde::Deserialize;

/// Counts on after the envelopes of versions 1 and 2, whose files cannot be taken for this.
const VERSION: u64 = 3;

pub(super) struct Header {
    /// The owner's name under the content key.
    pub owner: String,
    pub head: Head,
}

/// What every version has, so that a newer one is recognised as such.
#[derive(Deserialize)]
struct Mark {
    #[serde(rename = "tsumugu")]
    kind: String,
    v: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Version3 {
    alg: String,
    enc: String,
    kid: String,
    #[serde(rename = "tsumugu")]
    _kind: String,
    #[serde(rename = "v")]
    _version: u64,
    of: String,
    n: u64,
}

impl Header {
    pub fn write(kind: &str, owner: &str, Head { key_id, counter }: Head) -> String {
        let key_id = key_id.to_base64url();
        format!(
            r#"{{"alg":"{ALGORITHM}","enc":"{CIPHER}","kid":"{key_id}","tsumugu":"{kind}","v":{VERSION},"of":"{owner}","n":{counter}}}"#
        )
    }

    pub fn read(kind: &str, json: &[u8]) -> Result<Header, OpenError> {
        let mark: Mark = serde_json::from_slice(json).map_err(|_| OpenError::NotAnEnvelope)?;
        if mark.v != VERSION {
            return Err(if mark.v > VERSION { OpenError::NewerVersion } else { OpenError::NotAnEnvelope });
        }
        if mark.kind != kind || !is_kind(kind) {
            return Err(OpenError::WrongKind);
        }
        let read: Version3 = serde_json::from_slice(json).map_err(|_| OpenError::Damaged)?;
        if read.alg != ALGORITHM || read.enc != CIPHER {
            return Err(OpenError::RefusedParameters);
        }
        let key_id = KeyId::from_base64url(&read.kid).ok_or(OpenError::Damaged)?;
        Ok(Header { owner: read.of, head: Head { key_id, counter: read.n } })
    }
}
