//! Words that a page left behind are joined, and nothing is put back by them.

use record::{Answer, Moment, Record, RecordId, Stamp, catalogue as c};

use super::{blank, page, saved_twice, with};
use crate::{
    open, pending,
    port::memory::{Memory, wait},
    repository,
    revision::Cause,
};

#[test]
fn words_left_by_a_page_that_went_away_are_joined_and_nothing_is_put_back() {
    let (memory, stored) = saved_twice();
    let ports = memory.ports();
    pending::leave(&ports, &page(&memory), &stored, &with(&stored.record, c::person::STREET, "平和台1-1-1")).unwrap();
    // Another tab wrote meanwhile, in another place.
    let other = with(&stored.record, c::person::BUILDING, "つむぐ荘");
    wait(repository::save(&ports, &stored, &other, Cause::Edit)).unwrap();
    let opened = wait(open(&ports));
    let card = &opened.records[0].record.card;
    assert_eq!(card.words(c::person::STREET), "平和台1-1-1");
    assert_eq!(card.words(c::person::BUILDING), "つむぐ荘");
    assert_eq!(opened.notices, []);
    assert!(memory.key_values.borrow().keys().all(|key| !key.contains("late")));
    // Once joined, it is not joined again.
    let revisions = memory.rows.borrow().len();
    pending::leave(&ports, &page(&memory), &stored, &opened.records[0].record).unwrap();
    assert_eq!(wait(open(&ports)).records, opened.records);
    assert_eq!(memory.rows.borrow().len(), revisions);
}

#[test]
fn words_left_late_of_somebody_new_begin_the_record() {
    let memory = Memory::default();
    let first = with(&blank("a").record, c::person::NAME, "流山 花子");
    pending::leave(&memory.ports(), &page(&memory), &blank("a"), &first).unwrap();
    assert_eq!(wait(open(&memory.ports())).records[0].record, first);
}

/// A phone whose clock was a year ahead: what it wrote itself is not doubted when the clock is right again.
#[test]
fn words_left_late_rewrite_no_stamp_that_the_journal_has() {
    let memory = Memory::default();
    let ports = memory.ports();
    let year = 365 * 24 * 60 * 60 * 1000;
    memory.time.set(year);
    let stamp = |record: &Record| Stamp { at: Moment::after(ports.clock.now().at, record.newest_moment()), ..Stamp::default() };
    let mut first = Record::new(RecordId("a".to_owned()), Moment(year));
    let written = stamp(&first);
    first.card.set(c::person::NAME, Some(Answer::Given("流山 花子".to_owned())), &written);
    let stored = wait(repository::save(&ports, &blank("a"), &first, Cause::Edit)).unwrap().stored;
    memory.time.set(0);
    let mut edit = stored.record.clone();
    let late = stamp(&edit);
    edit.card.set(c::person::STREET, Some(Answer::Given("平和台".to_owned())), &late);
    pending::leave(&ports, &page(&memory), &stored, &edit).unwrap();
    assert_eq!(wait(open(&ports)).records[0].record, edit);
}
