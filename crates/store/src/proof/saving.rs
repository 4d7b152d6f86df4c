//! A save is one write, found again as it was, and never older than what it was written on.

use record::{Moment, catalogue as c};

use super::{blank, page, saved_twice, with};
use crate::{
    open, pending,
    port::{
        JournalError,
        memory::{Memory, wait},
    },
    repository,
    revision::{Cause, Unwritable},
};

#[test]
fn a_save_is_one_write_and_is_found_again() {
    let (memory, stored) = saved_twice();
    assert_eq!((memory.writes.get(), stored.rev, memory.heads.borrow()["a"]), (2, 2, 2));
    let opened = wait(open(&memory.ports()));
    assert_eq!((opened.records, opened.notices), (vec![stored], vec![]));
    assert_eq!(memory.writes.get(), 2, "opening what is whole writes nothing");
}

#[test]
fn what_could_not_be_read_back_is_not_saved() {
    let (memory, stored) = saved_twice();
    let huge = with(&stored.record, c::person::NAME, &"あ".repeat(record::stored::LIMIT / 3));
    assert_eq!(wait(repository::save(&memory.ports(), &stored, &huge, Cause::Edit)), Err(JournalError::TooLarge));
    assert_eq!(pending::leave(&memory.ports(), &page(&memory), &stored, &huge), Err(Unwritable::TooLarge), "nor left without a word");
    assert_eq!(wait(open(&memory.ports())).records, [stored]);
}

#[test]
fn a_clock_that_was_put_back_makes_nothing_older() {
    let memory = Memory::default();
    let ports = memory.ports();
    let mut stored = blank("a");
    for (time, name) in [(1_795_000_000_000, "一"), (5, "二"), (3, "三")] {
        memory.time.set(time);
        let edit = with(&stored.record, c::person::NAME, name);
        stored = wait(repository::save(&ports, &stored, &edit, Cause::Edit)).unwrap().stored;
    }
    assert_eq!(stored.at, Moment(1_795_000_000_002));
    let opened = wait(open(&ports));
    assert_eq!(opened.records, [stored]);
}

#[test]
fn a_revision_on_top_of_one_of_schema_1_comes_after_it() {
    let memory = Memory::default();
    let ports = memory.ports();
    let old = include_str!("../frozen/v1-row.json");
    memory.rows.borrow_mut().insert(("sample".to_owned(), 7), old.to_owned());
    memory.heads.borrow_mut().insert("sample".to_owned(), 7);
    let opened = wait(open(&ports));
    assert_eq!(opened.notices, []);
    let stored = &opened.records[0];
    let saved = wait(repository::save(&ports, stored, &with(&stored.record, c::person::NAME, "柏 花子"), Cause::Edit)).unwrap().stored;
    let (origin, before) = (saved.origin.unwrap(), stored.origin.clone().unwrap());
    assert_eq!((saved.rev, &origin.parents[..]), (8, &[before.id.clone()][..]));
    assert!(origin.comes_after(&before) && origin.seq > before.seq);
}
