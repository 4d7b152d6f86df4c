//! The rules of storing, on a journal in memory that is raced, full, damaged or of tomorrow.

mod damage;
mod erasing;
mod files;
mod pending;
mod saving;
mod tabs;

use record::{Answer, Moment, Record, RecordId, Stamp, catalogue as c};

use crate::{
    pending::Page,
    port::memory::{Memory, wait},
    repository::{self, StoredRecord},
    revision::Cause,
};

#[path = "../../../record/tests/it/any.rs"]
#[expect(dead_code, reason = "shared with the tests of `record`, which use all of it")]
mod any;

fn blank(id: &str) -> StoredRecord {
    StoredRecord::unsaved(&Record::new(RecordId(id.to_owned()), Moment(0)))
}

/// A page that leaves words behind.
fn page(memory: &Memory) -> Page {
    Page::new(&memory.ports())
}

fn with(record: &Record, field: c::SectionField, words: &str) -> Record {
    let mut record = record.clone();
    record.card.set(field, Some(Answer::Given(words.to_owned())), &Stamp::default());
    record
}

/// A device on which one record was saved twice, and what was saved last.
fn saved_twice() -> (Memory, StoredRecord) {
    let memory = Memory::default();
    let first = with(&blank("a").record, c::person::NAME, "流山 花子");
    let stored = wait(repository::save(&memory.ports(), &blank("a"), &first, Cause::Edit)).unwrap().stored;
    let second = with(&stored.record, c::person::CITY, "流山市");
    let stored = wait(repository::save(&memory.ports(), &stored, &second, Cause::Edit)).unwrap().stored;
    (memory, stored)
}

fn head(memory: &Memory) -> String {
    memory.rows.borrow()[&("a".to_owned(), 2)].clone()
}

fn set_head(memory: &Memory, raw: &str) {
    memory.rows.borrow_mut().insert(("a".to_owned(), 2), raw.to_owned());
}
