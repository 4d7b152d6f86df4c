//! One row of the journal, and of its mirror: a stored record with its origin, the reason it was written for, and a hash.

mod v1;

use std::collections::BTreeMap;

use record::{Moment, Record, stored};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    ancestry::{Origin, RevisionId, covered},
    port::JournalError,
};

/// The number of the row format itself. A row of a newer format is opened read-only.
pub const SCHEMA: u32 = 2;

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
    /// Joined with what the box of a circle held.
    Circle,
    /// What the box of a circle held, as it was before it was joined. Never the head.
    Theirs,
}

impl Cause {
    /// Whether a revision that was written for this may be the head of its record.
    #[must_use]
    pub fn may_be_head(self) -> bool {
        !matches!(self, Cause::Other | Cause::Theirs)
    }
}

/// A revision as it stands on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The number under which it is filed in this journal.
    pub rev: u32,
    pub origin: Origin,
    pub at: Moment,
    pub cause: Cause,
    /// The stored form of the record (`record::stored`).
    pub text: String,
}

/// What a revision is made of.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    pub record: &'a Record,
    pub rev: u32,
    pub device: &'a str,
    pub seq: u32,
    pub parents: &'a [Origin],
    pub at: Moment,
    pub cause: Cause,
}

/// Why no revision was made. Nothing may be called saved then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwritable {
    /// The record is larger than a revision may be.
    TooLarge,
    /// What would be written does not read back as the same record.
    Unstable,
}

impl From<Unwritable> for JournalError {
    fn from(why: Unwritable) -> JournalError {
        match why {
            Unwritable::TooLarge => JournalError::TooLarge,
            Unwritable::Unstable => JournalError::Unreadable,
        }
    }
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

/// The entries of a row, beside its hash.
#[derive(Serialize, Deserialize)]
struct Row {
    schema: u32,
    rev: u32,
    device: String,
    seq: u32,
    parents: Vec<RevisionId>,
    ancestors: BTreeMap<String, u32>,
    at: Moment,
    cause: Cause,
    text: String,
}

impl Draft<'_> {
    /// The revision.
    ///
    /// # Errors
    /// [`Unwritable`].
    pub fn finish(self) -> Result<Revision, Unwritable> {
        let text = stored::write(self.record);
        match stored::read(&text) {
            Ok(stored::Read::Current(back)) if back == *self.record => {}
            Err(stored::ReadError::TooLarge) => return Err(Unwritable::TooLarge),
            _ => return Err(Unwritable::Unstable),
        }
        let origin = Origin {
            id: RevisionId(String::new()),
            device: self.device.to_owned(),
            seq: self.seq,
            parents: self.parents.iter().map(|parent| parent.id.clone()).collect(),
            ancestors: covered(self.parents),
        };
        let mut revision = Revision { rev: self.rev, origin, at: self.at, cause: self.cause, text };
        revision.origin.id = id_of(&revision.entries());
        Ok(revision)
    }
}

impl Revision {
    fn entries(&self) -> Map<String, Value> {
        let Origin { device, seq, parents, ancestors, .. } = self.origin.clone();
        let (rev, at, cause, text) = (self.rev, self.at, self.cause, self.text.clone());
        let row = Row { schema: SCHEMA, rev, device, seq, parents, ancestors, at, cause, text };
        match serde_json::to_value(row) {
            Ok(Value::Object(entries)) => entries,
            // Strings and numbers only: serialising cannot fail. An empty row would read as damaged, never as data.
            _ => Map::new(),
        }
    }

    /// The row as text for the disk.
    #[must_use]
    pub fn write(&self) -> String {
        let mut entries = self.entries();
        let hash = hash(self.rev, &self.origin.id);
        entries.insert(HASH.to_owned(), hash.into());
        Value::Object(entries).to_string()
    }

    /// Reads a row back and verifies it.
    #[must_use]
    pub fn read(raw: &str) -> RevisionRead {
        let Ok(Value::Object(mut entries)) = serde_json::from_str(raw) else { return RevisionRead::Damaged };
        let schema = entries.get("schema").and_then(Value::as_u64).unwrap_or(0);
        // The hash comes first: it covers the number of the format too. A newer format may have another way to prove itself, under
        // another name.
        let Some(said) = entries.remove(HASH) else {
            return match v1::is_one(&entries) {
                true => v1::read(entries),
                false if schema > u64::from(SCHEMA) => RevisionRead::Newer,
                false => RevisionRead::Damaged,
            };
        };
        let id = id_of(&entries);
        let rev = entries.get("rev").and_then(Value::as_u64).and_then(|rev| u32::try_from(rev).ok()).unwrap_or(0);
        if said.as_str() != Some(hash(rev, &id).as_str()) {
            return RevisionRead::Damaged;
        }
        if schema > u64::from(SCHEMA) {
            return RevisionRead::Newer;
        }
        let Ok(row) = serde_json::from_value::<Row>(Value::Object(entries)) else { return RevisionRead::Damaged };
        let origin = Origin { id, device: row.device, seq: row.seq, parents: row.parents, ancestors: row.ancestors };
        with_record(Revision { rev: row.rev, origin, at: row.at, cause: row.cause, text: row.text })
    }
}

fn with_record(revision: Revision) -> RevisionRead {
    match stored::read(&revision.text) {
        Ok(stored::Read::Current(record)) => RevisionRead::Whole(revision, Box::new(record)),
        Ok(stored::Read::Newer { .. }) => RevisionRead::Newer,
        Err(_) => RevisionRead::Damaged,
    }
}

const HASH: &str = "hash";

/// The name of a revision: SHA-256 of all entries but the number under which it is filed here, as JSON with keys in order, the text
/// replaced by its own SHA-256.
pub(crate) fn id_of(entries: &Map<String, Value>) -> RevisionId {
    let digest = entries.get("text").and_then(Value::as_str).map(|text| seal::sha256_hex(text.as_bytes()));
    let mut named = entries.clone();
    named.remove("rev");
    named.insert("text".to_owned(), digest.into());
    RevisionId(seal::sha256_hex(Value::Object(named).to_string().as_bytes()))
}

/// What proves a row: SHA-256 of the number under which it is filed and its name, `7/9f86…`.
pub(crate) fn hash(rev: u32, id: &RevisionId) -> String {
    seal::sha256_hex(format!("{rev}/{}", id.0).as_bytes())
}

/// A row without parents, for tests.
#[cfg(test)]
pub(crate) fn row(record: &Record, rev: u32, cause: Cause) -> String {
    Draft { record, rev, device: "d", seq: rev, parents: &[], at: Moment(5), cause }.finish().unwrap().write()
}

#[cfg(test)]
mod tests {
    use record::{Answer, RecordId, Section};

    use super::*;

    fn draft(record: &Record) -> Draft<'_> {
        Draft { record, rev: 1, device: "d", seq: 1, parents: &[], at: Moment(2), cause: Cause::Edit }
    }

    fn blank() -> Record {
        Record::new(RecordId("a".to_owned()), Moment(1))
    }

    #[test]
    fn a_revision_reads_back_and_its_name_does_not_hang_on_where_it_is_filed() {
        let record = blank();
        let first = draft(&record).finish().unwrap();
        let parents = [first.origin.clone()];
        let second = Draft { rev: 2, seq: 2, parents: &parents, ..draft(&record) }.finish().unwrap();
        assert_eq!(Revision::read(&second.write()), RevisionRead::Whole(second.clone(), Box::new(record.clone())));
        assert!(second.origin.comes_after(&first.origin));
        let elsewhere = Draft { rev: 9, seq: 2, parents: &parents, ..draft(&record) }.finish().unwrap();
        assert_eq!(elsewhere.origin, second.origin);
        assert_ne!(elsewhere.write(), second.write());
    }

    #[test]
    fn a_newer_format_is_never_called_damaged() {
        let record = blank();
        let row = draft(&record).finish().unwrap().write();
        assert!(matches!(Revision::read(&row), RevisionRead::Whole(..)));
        // One figure of the number damaged is damage.
        assert_eq!(Revision::read(&row.replace("\"schema\":2", "\"schema\":3")), RevisionRead::Damaged);
        // Another proof, other fields: nothing but the number can be read.
        assert_eq!(Revision::read(r#"{"schema":3,"rev":"x","body":[]}"#), RevisionRead::Newer);
        assert_eq!(Revision::read(r#"{"schema":2}"#), RevisionRead::Damaged);
        assert_eq!(Revision::read(r#"{"schema":1}"#), RevisionRead::Damaged);
        assert_eq!(Revision::read("[]"), RevisionRead::Damaged);
    }

    #[test]
    fn what_would_not_read_back_the_same_is_refused() {
        let float = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        let mut record = blank();
        // A number that drifts unless it is read exactly.
        record.extra.insert("z".to_owned(), float("6.934698245112694e+276"));
        let row = draft(&record).finish().unwrap();
        assert_eq!(Revision::read(&row.write()), RevisionRead::Whole(row, Box::new(record.clone())));
        // So deep that a reader gives up.
        let mut deep = Value::Null;
        for _ in 0..200 {
            deep = Value::Array(vec![deep]);
        }
        record.extra.insert("z".to_owned(), deep);
        assert_eq!(draft(&record).finish(), Err(Unwritable::Unstable));
        // An answer that is read as another one: words that a newer release would write for `none`.
        let mut record = blank();
        let other = record::Field { answer: Answer::Other(Value::from("none")), stamp: record::Stamp::default() };
        record.card.section_mut(Section::Person).fields.insert("person.name".to_owned(), other);
        assert_eq!(draft(&record).finish(), Err(Unwritable::Unstable));
    }
}
