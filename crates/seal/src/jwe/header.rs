//! The header of a file.

use super::JweError;
use alloc::{borrow::Cow, format, string::String};
use serde::{Deserialize, de::IgnoredAny};

pub(crate) const ALGORITHM: &str = "dir";
pub(crate) const CIPHER: &str = "A256GCM";
const DEFLATE: &str = "DEF";

/// What a reader needs of a header.
pub(crate) struct Header {
    pub content_type: Option<String>,
    pub is_compressed: bool,
}

#[derive(Deserialize)]
struct Members<'a> {
    #[serde(borrow)]
    alg: Cow<'a, str>,
    #[serde(borrow)]
    enc: Cow<'a, str>,
    #[serde(borrow, default)]
    zip: Option<Cow<'a, str>>,
    #[serde(default)]
    cty: Option<String>,
    /// Extensions that a reader has to understand: none is understood here.
    #[serde(default)]
    crit: Option<IgnoredAny>,
}

impl Header {
    /// The header of a file as we write it. `None` when the content type would need escaping in JSON.
    pub fn of_file(content_type: &str) -> Option<String> {
        let is_plain = content_type.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\');
        ((1..=100).contains(&content_type.len()) && is_plain)
            .then(|| format!(r#"{{"alg":"{ALGORITHM}","enc":"{CIPHER}","cty":"{content_type}"}}"#))
    }

    /// Reads a header and refuses what must not be decrypted.
    pub fn read(json: &[u8]) -> Result<Header, JweError> {
        let members: Members<'_> = serde_json::from_slice(json).map_err(|_| JweError::NotJwe)?;
        let is_compressed = match members.zip.as_deref() {
            None => false,
            Some(DEFLATE) => true,
            Some(_) => return Err(JweError::Refused),
        };
        if members.alg != ALGORITHM || members.enc != CIPHER || members.crit.is_some() {
            return Err(JweError::Refused);
        }
        Ok(Header { content_type: members.cty, is_compressed })
    }
}
