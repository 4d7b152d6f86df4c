//! One row of the journal, and of its mirror: a stored record with revision, author device and hash.

use record::{Moment, Record, stored};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The number of the row format itself. A row of a newer format is opened read-only.
pub const SCHEMA: u32 = 1;

/// Why a revision was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    Edit,
    Import,
    Undo,
    Repair,
    /// The other side of two edits that could not be joined without choosing. Never the head.
    Other,
}

/// A row as it stands on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    pub schema: u32,
    pub rev: u32,
    pub at: Moment,
    pub device: String,
    pub cause: Cause,
    /// SHA-256 of the row without this entry, as JSON with its keys in order; in hexadecimal.
    pub sha256: String,
    /// The stored form of the record (`record::stored`).
    pub text: String,
}

/// What a row turned out to hold.
#[derive(Clone, Debug, PartialEq)]
pub enum RevisionRead {
    Whole(Revision, Box<Record>),
    /// Written by a newer release: may be looked at, must not be written over.
    Newer,
    /// Not what was written.
    Damaged,
}

impl Revision {
    /// A row for a record.
    #[must_use]
    pub fn new(record: &Record, rev: u32, at: Moment, device: &str, cause: Cause) -> Revision {
        let text = stored::write(record);
        let mut row = Revision { schema: SCHEMA, rev, at, device: device.to_owned(), cause, sha256: String::new(), text };
        row.sha256 = serde_json::to_value(&row).map(hash).unwrap_or_default();
        row
    }

    /// The row as text for the disk.
    #[must_use]
    pub fn write(&self) -> String {
        // Strings and numbers only: serialising cannot fail. An empty row would read as damaged, never as data.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a row back and verifies it.
    #[must_use]
    pub fn read(raw: &str) -> RevisionRead {
        let Ok(value) = serde_json::from_str::<Value>(raw) else { return RevisionRead::Damaged };
        let schema = value.get("schema").and_then(Value::as_u64).unwrap_or(0);
        // The hash comes first: it covers the number of the format too. A newer format may have another way to prove itself.
        match value.get("sha256").and_then(Value::as_str).map(|said| said == hash(value.clone())) {
            Some(true) => {}
            None if schema > u64::from(SCHEMA) => {}
            _ => return RevisionRead::Damaged,
        }
        if schema > u64::from(SCHEMA) {
            return RevisionRead::Newer;
        }
        let Ok(row) = serde_json::from_value::<Revision>(value) else { return RevisionRead::Damaged };
        match stored::read(&row.text) {
            Ok(stored::Read::Current(record)) => RevisionRead::Whole(row, Box::new(record)),
            Ok(stored::Read::Newer { .. }) => RevisionRead::Newer,
            Err(_) => RevisionRead::Damaged,
        }
    }
}

/// The hash of a row, whatever stands in it beside the hash.
fn hash(mut row: Value) -> String {
    if let Some(entries) = row.as_object_mut() {
        entries.remove("sha256");
    }
    seal::sha256_hex(row.to_string().as_bytes())
}

#[cfg(test)]
mod tests {
    use record::RecordId;

    use super::*;

    #[test]
    fn a_newer_format_is_never_called_damaged() {
        let record = Record::new(RecordId("a".to_owned()), Moment(1));
        let row = Revision::new(&record, 1, Moment(2), "d", Cause::Edit);
        assert!(matches!(Revision::read(&row.write()), RevisionRead::Whole(..)));
        // One figure of the number damaged is damage.
        assert_eq!(Revision::read(&Revision { schema: SCHEMA + 1, ..row.clone() }.write()), RevisionRead::Damaged);
        // Another hash, other fields: nothing but the number can be read.
        assert_eq!(Revision::read(r#"{"schema":2,"rev":"x","body":[]}"#), RevisionRead::Newer);
        assert_eq!(Revision::read(&Revision { sha256: String::new(), ..row }.write()), RevisionRead::Damaged);
        assert_eq!(Revision::read(r#"{"schema":1}"#), RevisionRead::Damaged);
    }
}
