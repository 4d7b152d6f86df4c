//! The form in which a record is written down, and read back for ever.
//!
//! `{"tsumugu":"record","schema":2,"record":{…}}`, UTF-8, keys in alphabetical order within maps. What a newer release added to a
//! record of the same schema is kept in the `extra` maps and written again.
//!
//! | schema | what is different |
//! |---|---|
//! | 1 | the id of the one option chosen and typed words are both `{"given":…}` |
//! | 2 | the option is `{"picked":…}`; `{"given":…}` is never an option |

mod v1;

use serde_json::{Value, json};

use crate::{Record, access};

/// The schema that this release writes.
pub const SCHEMA: u32 = 2;

/// The longest text that is read, in bytes.
pub const LIMIT: usize = 1024 * 1024;

/// What a text turned out to be.
#[allow(clippy::large_enum_variant, reason = "taken apart at once; on 64 bits only")]
#[derive(Clone, Debug, PartialEq)]
pub enum Read {
    Current(Record),
    /// Written by a newer release: may be kept, must not be written over.
    Newer {
        schema: u32,
    },
}

/// Why a text could not be read as a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    TooLarge,
    NotJson,
    /// JSON, but not one of our records.
    NotARecord,
    /// One of our records, but not as it was written.
    Damaged,
}

/// Writes a record.
#[must_use]
pub fn write(record: &Record) -> String {
    value(record).to_string()
}

/// The same as JSON, to stand in a file with others.
#[must_use]
pub fn value(record: &Record) -> Value {
    json!({ "tsumugu": "record", "schema": SCHEMA, "record": record })
}

/// Reads a record that any release has written.
///
/// # Errors
/// [`ReadError`].
pub fn read(text: &str) -> Result<Read, ReadError> {
    if text.len() > LIMIT {
        return Err(ReadError::TooLarge);
    }
    let mut value: Value = serde_json::from_str(text).map_err(|_| ReadError::NotJson)?;
    if value.get("tsumugu").and_then(Value::as_str) != Some("record") {
        return Err(ReadError::NotARecord);
    }
    let schema = value.get("schema").and_then(Value::as_u64).and_then(|schema| u32::try_from(schema).ok()).ok_or(ReadError::Damaged)?;
    if schema > SCHEMA {
        return Ok(Read::Newer { schema });
    }
    let record = value.get_mut("record").map(Value::take).ok_or(ReadError::Damaged)?;
    let mut record = serde_json::from_value(record).map_err(|_| ReadError::Damaged)?;
    access::log::upgrade(&mut record);
    match schema {
        SCHEMA => Ok(Read::Current(record)),
        1 => Ok(Read::Current(v1::upgraded(record))),
        _ => Err(ReadError::Damaged),
    }
}
