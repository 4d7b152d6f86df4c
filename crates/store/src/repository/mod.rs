//! Loading, saving and repairing records: the only code that decides what is written where.
//!
//! A save succeeds when the journal's strict transaction has completed, not before. The mirror in the key-value store is written after
//! that and may lag or fail without harm. A failed load is never called damage, and nothing that cannot be read is deleted.

mod history;
mod load;
mod mirror;
mod repair;
pub(crate) mod save;

use record::{Moment, Record};

use crate::{ancestry::Origin, port::JournalError, revision::Revision};

pub use history::{head_row, history, newest, revision_at};
pub(crate) use load::by_age;
pub use load::load;
pub(crate) use mirror::PREFIX as MIRROR;
pub use mirror::{key as mirror_key, mirrored};
pub use save::save;

/// A record as it was last known to be on the disk.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredRecord {
    /// The number under which the revision is filed in this journal; 0 before the first one.
    pub rev: u32,
    /// Where the revision comes from; `None` before the first one.
    pub origin: Option<Origin>,
    pub at: Moment,
    pub record: Record,
    /// Written by a newer release, or not writable for another reason: may be shown, must not be saved.
    pub read_only: bool,
}

impl StoredRecord {
    /// What a record that was never written begins from.
    #[must_use]
    pub fn unsaved(record: &Record) -> StoredRecord {
        StoredRecord { rev: 0, origin: None, at: record.made, record: Record::new(record.id.clone(), record.made), read_only: false }
    }
}

/// Something about the storage that the person should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A damaged newest revision was passed over; an earlier one is shown.
    WentBack { record: String, at: Moment },
    /// The second copy brought the record back.
    Repaired { record: String },
    /// Nothing readable is left of a record. Its bytes were set aside.
    Lost { record: String },
    /// Words that an earlier page left unsaved cannot be taken in. They were set aside.
    LeftOut { record: String },
    /// A newer release wrote this; the app must be updated first.
    Newer { record: String },
    /// The journal cannot be used; what is shown comes from the second copy and cannot be saved.
    NoJournal(JournalError),
    /// There was data here once and now there is none: the browser, or somebody, cleared it.
    Cleared,
}

/// What was found when the app opened.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    pub records: Vec<StoredRecord>,
    pub notices: Vec<Notice>,
}

/// What a save did.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveOutcome {
    pub stored: StoredRecord,
    /// Fields that two edits wrote differently; the other side is kept as a revision of its own.
    pub conflicts: usize,
}

pub(crate) fn stored_of(row: Revision, record: Record) -> StoredRecord {
    StoredRecord { rev: row.rev, origin: Some(row.origin), at: row.at, record, read_only: false }
}
