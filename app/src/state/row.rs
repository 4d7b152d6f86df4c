//! One row of the journal, and of its mirror: a stored record with revision, author device and hash.

use record::{Moment, Record, stored};
use serde::{Deserialize, Serialize};

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
pub struct Row {
    pub schema: u32,
    pub rev: u32,
    pub at: Moment,
    pub device: String,
    pub cause: Cause,
    /// SHA-256 of `text`, in hexadecimal.
    pub sha256: String,
    /// The stored form of the record (`record::stored`).
    pub text: String,
}

/// What a row of every format has.
#[derive(Deserialize)]
struct Format {
    schema: u32,
}

/// What a row turned out to hold.
#[derive(Clone, Debug, PartialEq)]
pub enum RowRead {
    Whole(Row, Box<Record>),
    /// Written by a newer release: may be looked at, must not be written over.
    Newer,
    /// Not what was written.
    Damaged,
}

impl Row {
    /// A row for a record.
    #[must_use]
    pub fn new(record: &Record, rev: u32, at: Moment, device: &str, cause: Cause) -> Row {
        let text = stored::write(record);
        Row { schema: SCHEMA, rev, at, device: device.to_owned(), cause, sha256: seal::sha256_hex(text.as_bytes()), text }
    }

    /// The row as text for the disk.
    #[must_use]
    pub fn write(&self) -> String {
        // Strings and numbers only: serialising cannot fail. An empty row would read as damaged, never as data.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a row back and verifies it.
    #[must_use]
    pub fn read(raw: &str) -> RowRead {
        // First of all, and alone: everything else may be different in a newer format.
        if serde_json::from_str::<Format>(raw).is_ok_and(|format| format.schema > SCHEMA) {
            return RowRead::Newer;
        }
        let Ok(row) = serde_json::from_str::<Row>(raw) else { return RowRead::Damaged };
        if seal::sha256_hex(row.text.as_bytes()) != row.sha256 {
            return RowRead::Damaged;
        }
        match stored::read(&row.text) {
            Ok(stored::Read::Current(record)) => RowRead::Whole(row, Box::new(record)),
            Ok(stored::Read::Newer { .. }) => RowRead::Newer,
            Err(_) => RowRead::Damaged,
        }
    }
}

#[cfg(test)]
mod tests {
    use record::RecordId;

    use super::*;

    #[test]
    fn a_newer_format_is_never_called_damaged() {
        let record = Record::new(RecordId("a".to_owned()), Moment(1));
        let row = Row::new(&record, 1, Moment(2), "d", Cause::Edit);
        assert!(matches!(Row::read(&row.write()), RowRead::Whole(..)));
        assert_eq!(Row::read(&Row { schema: SCHEMA + 1, ..row.clone() }.write()), RowRead::Newer);
        // Another hash, other fields: nothing but the number can be read.
        assert_eq!(Row::read(r#"{"schema":2,"rev":"x","body":[]}"#), RowRead::Newer);
        assert_eq!(Row::read(&Row { sha256: String::new(), ..row }.write()), RowRead::Damaged);
        assert_eq!(Row::read(r#"{"schema":1}"#), RowRead::Damaged);
    }
}
