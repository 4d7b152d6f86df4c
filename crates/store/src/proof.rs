//! The rules of storing, on a journal in memory that is raced, full, damaged or of tomorrow.

use std::{
    collections::BTreeSet,
    future::Future,
    pin::Pin,
    task::{Context, Poll, Waker},
};

use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
use record::{Answer, Answers, Day, FieldId, Moment, Record, RecordId, Section, Stamp, catalogue as c, sample};

use crate::{
    backup, erase, intake, open, pending,
    port::{
        JournalError,
        memory::{Memory, wait},
    },
    repository::{self, Notice, StoredRecord},
    revision::{self, Cause, Revision, RevisionRead},
};

#[path = "../../record/tests/it/any.rs"]
#[expect(dead_code, reason = "shared with the tests of `record`, which use all of it")]
mod any;

fn blank(id: &str) -> StoredRecord {
    StoredRecord::unsaved(&Record::new(RecordId(id.to_owned()), Moment(0)))
}

fn with(record: &Record, field: FieldId, words: &str) -> Record {
    let mut record = record.clone();
    record.card.section_mut(Section::Person).fields.set(field, Some(Answer::Given(words.to_owned())), &Stamp::default());
    record
}

/// A device on which one record was saved twice, and what was saved last.
fn saved_twice() -> (Memory, StoredRecord) {
    let memory = Memory::default();
    let first = with(&blank("a").record, c::NAME, "流山 花子");
    let held = wait(repository::save(&memory.ports(), &blank("a"), &first, Cause::Edit)).unwrap().stored;
    let second = with(&held.record, c::CITY, "流山市");
    let held = wait(repository::save(&memory.ports(), &held, &second, Cause::Edit)).unwrap().stored;
    (memory, held)
}

fn head(memory: &Memory) -> String {
    memory.rows.borrow()[&("a".to_owned(), 2)].clone()
}

fn set_head(memory: &Memory, raw: &str) {
    memory.rows.borrow_mut().insert(("a".to_owned(), 2), raw.to_owned());
}

/// A row as a release of tomorrow would write it: another schema, a cause and an entry that we do not know.
fn of_tomorrow(raw: &str) -> String {
    let mut value: serde_json::Value = serde_json::from_str(raw).unwrap();
    value["schema"] = 3.into();
    value["cause"] = "dream".into();
    value["neu"] = true.into();
    let entries = value.as_object_mut().unwrap();
    entries.remove("hash");
    let hash = revision::hash(u32::try_from(entries["rev"].as_u64().unwrap()).unwrap(), &revision::id_of(entries));
    value["hash"] = hash.into();
    value.to_string()
}

#[test]
fn words_left_by_a_page_that_went_away_are_joined_and_nothing_is_put_back() {
    let (memory, held) = saved_twice();
    let ports = memory.ports();
    pending::leave(&ports, &held, &with(&held.record, c::STREET, "平和台1-1-1"));
    // Another tab wrote meanwhile, in another place.
    let other = with(&held.record, c::BUILDING, "つむぐ荘");
    wait(repository::save(&ports, &held, &other, Cause::Edit)).unwrap();
    let opened = wait(open(&ports));
    let card = &opened.records[0].record.card;
    assert_eq!(card.words(c::person::STREET), "平和台1-1-1");
    assert_eq!(card.words(c::person::BUILDING), "つむぐ荘");
    assert_eq!(opened.notices, []);
    assert!(memory.key_values.borrow().keys().all(|key| !key.contains("late")));
    // Once joined, it is not joined again.
    let revisions = memory.rows.borrow().len();
    pending::leave(&ports, &held, &opened.records[0].record);
    assert_eq!(wait(open(&ports)).records, opened.records);
    assert_eq!(memory.rows.borrow().len(), revisions);
}

#[test]
fn words_left_late_of_somebody_new_begin_the_record() {
    let memory = Memory::default();
    let first = with(&blank("a").record, c::NAME, "流山 花子");
    pending::leave(&memory.ports(), &blank("a"), &first);
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
    first.card.section_mut(Section::Person).fields.set(c::NAME, Some(Answer::Given("流山 花子".to_owned())), &written);
    let held = wait(repository::save(&ports, &blank("a"), &first, Cause::Edit)).unwrap().stored;
    memory.time.set(0);
    let mut edit = held.record.clone();
    let late = stamp(&edit);
    edit.card.section_mut(Section::Person).fields.set(c::STREET, Some(Answer::Given("平和台".to_owned())), &late);
    pending::leave(&ports, &held, &edit);
    assert_eq!(wait(open(&ports)).records[0].record, edit);
}

#[test]
fn a_save_is_one_write_and_is_found_again() {
    let (memory, held) = saved_twice();
    assert_eq!((memory.writes.get(), held.rev, memory.heads.borrow()["a"]), (2, 2, 2));
    let opened = wait(open(&memory.ports()));
    assert_eq!((opened.records, opened.notices), (vec![held], vec![]));
    assert_eq!(memory.writes.get(), 2, "opening what is whole writes nothing");
}

#[test]
fn every_byte_of_the_head_row_is_guarded() {
    let (whole, held) = saved_twice();
    let raw = head(&whole);
    for at in 0..raw.len() {
        for flip in [0x01, 0x20] {
            let mut bytes = raw.clone().into_bytes();
            bytes[at] ^= flip;
            let bad = String::from_utf8_lossy(&bytes).into_owned();
            assert_eq!(Revision::read(&bad), RevisionRead::Damaged, "byte {at}");
            if flip == 0x20 {
                continue;
            }
            let (memory, _) = saved_twice();
            set_head(&memory, &bad);
            let opened = wait(open(&memory.ports()));
            assert_eq!(opened.notices, [Notice::Repaired { record: "a".to_owned() }]);
            assert_eq!((&opened.records[0].record, opened.records[0].rev), (&held.record, 3));
            assert_eq!(memory.aside.borrow()["a/2"], bad);
        }
    }
    // Without the second copy: the revision before, and said so.
    set_head(&whole, "gone");
    whole.key_values.borrow_mut().clear();
    let opened = wait(open(&whole.ports()));
    assert_eq!(opened.notices, [Notice::WentBack { record: "a".to_owned(), at: Moment(1) }]);
    assert_eq!(opened.records[0].record.card.words(c::person::NAME), "流山 花子");
    assert_eq!(opened.records[0].record.card.words(c::person::CITY), "");
}

#[test]
fn with_everything_damaged_the_app_opens_and_offers_the_bytes() {
    let (memory, _) = saved_twice();
    memory.rows.borrow_mut().values_mut().for_each(|raw| raw.insert(0, 'x'));
    memory.key_values.borrow_mut().get_mut("tsumugu.head.a").unwrap().insert(0, 'y');
    let opened = wait(open(&memory.ports()));
    assert_eq!((opened.records, opened.notices), (vec![], vec![Notice::Lost { record: "a".to_owned() }]));
    let offered = wait(backup::damaged(&memory.ports())).unwrap();
    assert!(offered.contains("a/1") && offered.contains("a/2") && offered.contains("a/mirror"));
    assert_eq!(memory.rows.borrow().len(), 2);
}

#[test]
fn what_a_newer_release_wrote_is_never_written_over() {
    let newer = Notice::Newer { record: "a".to_owned() };
    let (memory, held) = saved_twice();
    let row = of_tomorrow(&head(&memory));
    set_head(&memory, &row);
    let (rows, shelf, writes) = (memory.rows.borrow().clone(), memory.key_values.borrow().clone(), memory.writes.get());
    let opened = wait(open(&memory.ports()));
    assert!(opened.records.iter().all(|held| held.read_only), "an older copy is only looked at");
    assert_eq!(opened.notices, std::slice::from_ref(&newer));
    assert_eq!((&*memory.rows.borrow(), &*memory.key_values.borrow(), memory.writes.get()), (&rows, &shelf, writes));
    // A tab of this release that was open before, when the newer one has written on top.
    memory.rows.borrow_mut().insert(("a".to_owned(), 3), row.clone());
    memory.heads.borrow_mut().insert("a".to_owned(), 3);
    let edit = with(&held.record, c::NAME, "柏 花子");
    assert_eq!(wait(repository::save(&memory.ports(), &held, &edit, Cause::Edit)), Err(JournalError::Unavailable));
    // A damaged head above it, and a newer second copy of an older head.
    memory.rows.borrow_mut().insert(("a".to_owned(), 4), "gone".to_owned());
    assert_eq!(wait(open(&memory.ports())).notices, std::slice::from_ref(&newer));
    assert_eq!(memory.rows.borrow().len(), 4);
    let (memory, _) = saved_twice();
    memory.key_values.borrow_mut().insert("tsumugu.head.a".to_owned(), row.clone());
    let opened = wait(open(&memory.ports()));
    assert!(opened.records[0].read_only);
    assert_eq!((&opened.notices[..], &memory.key_values.borrow()["tsumugu.head.a"]), (std::slice::from_ref(&newer), &row));
    let held = &opened.records[0];
    assert_eq!(wait(repository::save(&memory.ports(), held, &held.record, Cause::Edit)), Err(JournalError::Unavailable));
}

#[test]
fn a_journal_that_fails_at_any_call_loses_no_row() {
    for error in [JournalError::Full, JournalError::Unavailable, JournalError::Failed("AbortError".to_owned())] {
        for call in 0..6 {
            for damaged in [false, true] {
                let (memory, held) = saved_twice();
                if damaged {
                    set_head(&memory, "gone");
                }
                let before = memory.rows.borrow().clone();
                let kept = |memory: &Memory| before.iter().all(|(key, raw)| memory.rows.borrow().get(key) == Some(raw));
                *memory.failing_at.borrow_mut() = Some((call, error.clone()));
                let opened = wait(open(&memory.ports()));
                assert!(kept(&memory), "opening, call {call}");
                assert_eq!(opened.records[0].record, held.record, "the second copy is shown");
                assert!(!opened.notices.contains(&Notice::Cleared) && !opened.notices.contains(&Notice::Lost { record: "a".to_owned() }));
                *memory.failing_at.borrow_mut() = Some((call, error.clone()));
                let edit = with(&held.record, c::NAME, "柏 花子");
                if let Ok(saved) = wait(repository::save(&memory.ports(), &held, &edit, Cause::Edit)) {
                    assert_eq!(saved.stored.record.card.words(c::person::NAME), "柏 花子");
                }
                assert!(kept(&memory), "saving, call {call}");
            }
        }
    }
}

#[test]
fn the_two_copies_repair_each_other() {
    // Older second copy: brought up to date, without a word.
    let (memory, held) = saved_twice();
    let newest = memory.key_values.borrow()["tsumugu.head.a"].clone();
    let old = revision::row(&with(&held.record, c::NAME, "alt"), 1, Cause::Edit);
    memory.key_values.borrow_mut().insert("tsumugu.head.a".to_owned(), old);
    assert_eq!(wait(open(&memory.ports())).notices, []);
    assert_eq!(memory.key_values.borrow()["tsumugu.head.a"], newest);
    // The disk was rolled back by one revision.
    memory.rows.borrow_mut().remove(&("a".to_owned(), 2));
    memory.heads.borrow_mut().insert("a".to_owned(), 1);
    let opened = wait(open(&memory.ports()));
    assert_eq!((&opened.records[0].record, &opened.notices[..]), (&held.record, &[Notice::Repaired { record: "a".to_owned() }][..]));
    // The journal is gone altogether.
    memory.rows.borrow_mut().clear();
    memory.heads.borrow_mut().clear();
    let opened = wait(open(&memory.ports()));
    assert_eq!((&opened.records[0].record, &opened.notices[..]), (&held.record, &[Notice::Repaired { record: "a".to_owned() }][..]));
    assert_eq!(memory.rows.borrow().len(), 1);
}

#[test]
fn a_damaged_head_under_an_open_tab_is_written_behind() {
    let (memory, held) = saved_twice();
    memory.rows.borrow_mut().insert(("a".to_owned(), 3), "gone".to_owned());
    memory.heads.borrow_mut().insert("a".to_owned(), 3);
    let edit = with(&held.record, c::NAME, "柏 花子");
    let saved = wait(repository::save(&memory.ports(), &held, &edit, Cause::Edit)).unwrap();
    assert_eq!((saved.stored.rev, saved.stored.record), (4, edit));
    assert_eq!(memory.rows.borrow()[&("a".to_owned(), 3)], "gone");
}

#[test]
fn what_could_not_be_read_back_is_not_saved() {
    let (memory, held) = saved_twice();
    let huge = with(&held.record, c::NAME, &"あ".repeat(record::stored::LIMIT / 3));
    assert!(wait(repository::save(&memory.ports(), &held, &huge, Cause::Edit)).is_err());
    assert_eq!(wait(open(&memory.ports())).records, [held]);
}

#[test]
fn erasing_leaves_nothing() {
    let (memory, _) = saved_twice();
    let other = with(&blank("b").record, c::NAME, "野田 和子");
    wait(repository::save(&memory.ports(), &blank("b"), &other, Cause::Edit)).unwrap();
    memory.key_values.borrow_mut().insert("tsumugu.event.a".to_owned(), "{}".to_owned());
    memory.aside.borrow_mut().insert("a/1".to_owned(), "流山 花子".to_owned());
    *memory.failing.borrow_mut() = Some(JournalError::Unavailable);
    let before = (memory.rows.borrow().clone(), memory.key_values.borrow().clone());
    assert!(wait(erase::erase(&memory.ports(), Some("a"))).is_err());
    assert_eq!((memory.rows.borrow().clone(), memory.key_values.borrow().clone()), before);
    *memory.failing.borrow_mut() = None;
    wait(erase::erase(&memory.ports(), Some("a"))).unwrap();
    let all = format!("{:?}{:?}{:?}{:?}", memory.rows, memory.heads, memory.aside, memory.key_values);
    assert!(!all.contains("花子") && !all.contains("\"a\"") && all.contains("野田"));
    wait(erase::erase(&memory.ports(), None)).unwrap();
    assert!(memory.rows.borrow().is_empty() && memory.heads.borrow().is_empty() && memory.key_values.borrow().is_empty());
}

/// A tab that slept while others wrote, and while what it began from was dropped: what they deleted does not come back.
#[test]
fn a_tab_that_slept_brings_nothing_back_that_was_deleted() {
    let memory = Memory::default();
    let ports = memory.ports();
    let person = sample::person(Moment(0), Day::parse("2026-11-22").unwrap());
    let id = person.id.0.clone();
    let asleep = wait(repository::save(&ports, &StoredRecord::unsaved(&person), &person, Cause::Edit)).unwrap().stored;
    let mut held = asleep.clone();
    for street in ["平和台1", "平和台2"] {
        let mut edit = with(&held.record, c::STREET, street);
        edit.card.section_mut(Section::Contacts).items.truncate(1);
        held = wait(repository::save(&ports, &held, &edit, Cause::Edit)).unwrap().stored;
    }
    memory.rows.borrow_mut().retain(|(_, rev), _| *rev == held.rev);
    let edit = with(&asleep.record, c::LANDMARK, "駅の北側");
    let saved = wait(repository::save(&ports, &asleep, &edit, Cause::Edit)).unwrap();
    assert_eq!(saved.stored.record.card.items(Section::Contacts).len(), 1);
    assert_eq!(saved.stored.record.card.words(c::person::LANDMARK), "駅の北側");
    assert_eq!(saved.stored.record.card.words(c::person::STREET), "平和台2");
    assert_eq!(saved.conflicts, 0);
    let origins: Vec<_> = wait(repository::history(&ports, &id)).unwrap().into_iter().filter_map(|(_, stored)| stored.origin).collect();
    assert_eq!(origins.len(), 2);
    assert!(origins[0].comes_after(&origins[1]) && origins[0].comes_after(asleep.origin.as_ref().unwrap()));
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
    let old = include_str!("frozen/v1-row.json");
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

#[test]
fn what_was_begun_anew_after_erasing_does_not_come_after_what_was_erased() {
    let (memory, held) = saved_twice();
    wait(erase::erase(&memory.ports(), Some("a"))).unwrap();
    let mut again = blank("a");
    for name in ["一", "二", "三"] {
        let edit = with(&again.record, c::NAME, name);
        again = wait(repository::save(&memory.ports(), &again, &edit, Cause::Import)).unwrap().stored;
    }
    let (new, old) = (again.origin.unwrap(), held.origin.unwrap());
    assert!(!new.comes_after(&old) && !old.comes_after(&new));
}

/// Four tabs that take turns at random, without the lock that most browsers give them: every edit is in the head, or in a revision
/// that was kept as the other side, or was written over by a tab that had it.
#[test]
fn four_tabs_lose_nothing() {
    for seed in 1..60u64 {
        let memory = Memory::default();
        memory.slow.set(true);
        let mut dice = seed;
        let mut below = move |bound: u64| {
            dice ^= dice << 13;
            dice ^= dice >> 7;
            dice ^= dice << 17;
            dice % bound
        };
        type Saving = Pin<Box<dyn Future<Output = Result<repository::SaveOutcome, JournalError>>>>;
        let mut tabs: Vec<(StoredRecord, Option<(Record, Saving)>)> = (0..4).map(|_| (blank("a"), None)).collect();
        let save = |held: &StoredRecord, edit: &Record| -> Saving {
            let (ports, base, edit) = (memory.ports(), held.clone(), edit.clone());
            Box::pin(async move { repository::save(&ports, &base, &edit, Cause::Edit).await })
        };
        let (mut all, mut over, mut next) = (BTreeSet::new(), BTreeSet::new(), 0);
        while next < 50 || tabs.iter().any(|(_, saving)| saving.is_some()) {
            let (held, saving) = &mut tabs[below(4) as usize];
            match saving {
                Some((edit, future)) => match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                    Poll::Pending => {}
                    Poll::Ready(Ok(saved)) => (*held, *saving) = (saved.stored, None),
                    // Outrun eight times: the words are still on the screen and are saved again.
                    Poll::Ready(Err(_)) => *future = save(held, edit),
                },
                None if next < 50 => {
                    next += 1;
                    let field = [c::person::NAME, c::person::CITY, c::person::STREET, c::person::LANDMARK][below(4) as usize];
                    over.insert(held.record.card.words(field).to_owned());
                    let edit = with(&held.record, field.id(), &next.to_string());
                    all.insert(next.to_string());
                    let future = save(held, &edit);
                    *saving = Some((edit, future));
                }
                None => {}
            }
        }
        memory.slow.set(false);
        let history = wait(repository::history(&memory.ports(), "a")).unwrap();
        let head = wait(repository::newest(&memory.clone(), "a")).unwrap().unwrap();
        let mut there = over.clone();
        let kept = history.iter().filter(|(cause, held)| {
            // Both sides of a conflict: the one set aside, and the revision before it that it met.
            *cause == Cause::Other
                || held.rev == head.rev
                || history.iter().any(|(cause, next)| *cause == Cause::Other && next.rev == held.rev + 1)
        });
        for (_, held) in kept {
            there.extend(held.record.card.section(Section::Person).into_iter().flat_map(|data| data.fields.values()).filter_map(|field| {
                match &field.answer {
                    Answer::Given(words) => Some(words.clone()),
                    _ => None,
                }
            }));
        }
        assert!(all.is_subset(&there), "{seed}: {:?} lost", all.difference(&there).collect::<Vec<_>>());
    }
}

fn on_an_empty_device(records: &[Record]) -> Vec<Record> {
    let memory = Memory::default();
    memory.time.set(1_800_000_000_000);
    let file = backup::write_unchecked(&records.to_vec().into(), Moment(5));
    let Ok(backup::Found::Contents(backup::Contents { records: found, .. })) = backup::read(&memory.ports(), file.as_bytes()) else {
        panic!("not read")
    };
    for record in &found {
        assert_eq!(backup::effect(&[], record), backup::Effect::New);
        let blank = StoredRecord::unsaved(record);
        wait(repository::save(&memory.ports(), &blank, record, Cause::Import)).unwrap();
    }
    wait(open(&memory.ports())).records.into_iter().map(|held| held.record).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn what_is_exported_is_the_same_on_an_empty_device(record in any::record()) {
        let memory = Memory::default();
        memory.time.set(1_800_000_000_000);
        let clean = intake::record(&memory.ports(), record.clone()).unwrap();
        prop_assert_eq!(on_an_empty_device(&[record]), std::slice::from_ref(&clean));
        prop_assert_eq!(intake::record(&memory.ports(), clean.clone()), Ok(clean), "once is enough");
    }
}

#[test]
fn an_import_joins_or_replaces() {
    let person = sample::person(Moment(1_780_000_000_000), Day::parse("2026-11-22").unwrap());
    assert_eq!(on_an_empty_device(std::slice::from_ref(&person)), std::slice::from_ref(&person));
    let mut coming = with(&person, c::LANDMARK, "駅の北側");
    coming.card.section_mut(Section::Contacts).items.remove(0);
    assert_eq!(backup::effect(std::slice::from_ref(&person), &coming), backup::Effect::Differs(2));
    // The older words of the file do not push out the newer ones, and nobody goes.
    assert_eq!(backup::joined(&person, &coming), person);
    // Replaced: saved as an import; what stood here before stays as a revision.
    let memory = Memory::default();
    let held = wait(repository::save(&memory.ports(), &blank("sample"), &person, Cause::Edit)).unwrap().stored;
    let held = wait(repository::save(&memory.ports(), &held, &coming, Cause::Import)).unwrap().stored;
    assert_eq!(held.record, coming);
    assert!(wait(repository::history(&memory.ports(), "sample")).unwrap().iter().any(|(_, before)| before.record == person));
}
