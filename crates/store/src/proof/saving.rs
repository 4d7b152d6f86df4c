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
    let (memory, held) = saved_twice();
    assert_eq!((memory.writes.get(), held.rev, memory.heads.borrow()["a"]), (2, 2, 2));
    let opened = wait(open(&memory.ports()));
    assert_eq!((opened.records, opened.notices), (vec![held], vec![]));
    assert_eq!(memory.writes.get(), 2, "opening what is whole writes nothing");
}

#[test]
fn what_could_not_be_read_back_is_not_saved() {
    let (memory, held) = saved_twice();
    let huge = with(&held.record, c::NAME, &"あ".repeat(record::stored::LIMIT / 3));
    assert_eq!(wait(repository::save(&memory.ports(), &held, &huge, Cause::Edit)), Err(JournalError::TooLarge));
    assert_eq!(pending::leave(&memory.ports(), &page(&memory), &held, &huge), Err(Unwritable::TooLarge), "nor left without a word");
    assert_eq!(wait(open(&memory.ports())).records, [held]);
}

#[test]
fn a_clock_that_was_put_back_makes_nothing_older() {
    let memory = Memory::default();
    let ports = memory.ports();
    let mut held = blank("a");
    for (time, name) in [(1_795_000_000_000, "一"), (5, "二"), (3, "三")] {
        memory.time.set(time);
        let edit = with(&held.record, c::NAME, name);
        held = wait(repository::save(&ports, &held, &edit, Cause::Edit)).unwrap().stored;
    }
    assert_eq!(held.at, Moment(1_795_000_000_002));
    let opened = wait(open(&ports));
    assert_eq!(opened.records, [held]);
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
    let held = &opened.records[0];
    let saved = wait(repository::save(&ports, held, &with(&held.record, c::NAME, "柏 花子"), Cause::Edit)).unwrap().stored;
    let (origin, before) = (saved.origin.unwrap(), held.origin.clone().unwrap());
    assert_eq!((saved.rev, &origin.parents[..]), (8, &[before.id.clone()][..]));
    assert!(origin.comes_after(&before) && origin.seq > before.seq);
}
