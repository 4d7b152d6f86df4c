//! Damaged rows, failing calls and rows of a newer release lose nothing.

use record::{Moment, catalogue as c};

use super::{head, saved_twice, set_head, with};
use crate::{
    backup, open,
    port::{
        JournalError,
        memory::{Memory, wait},
    },
    repository::{self, Notice},
    revision::{self, Cause, Revision, RevisionRead},
};

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
fn every_byte_of_the_head_row_is_guarded() {
    let (whole, stored) = saved_twice();
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
            assert_eq!((&opened.records[0].record, opened.records[0].rev), (&stored.record, 3));
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
    let (memory, stored) = saved_twice();
    let row = of_tomorrow(&head(&memory));
    set_head(&memory, &row);
    let (rows, shelf, writes) = (memory.rows.borrow().clone(), memory.key_values.borrow().clone(), memory.writes.get());
    let opened = wait(open(&memory.ports()));
    assert!(opened.records.iter().all(|stored| stored.read_only), "an older copy is only looked at");
    assert_eq!(opened.notices, std::slice::from_ref(&newer));
    assert_eq!((&*memory.rows.borrow(), &*memory.key_values.borrow(), memory.writes.get()), (&rows, &shelf, writes));
    // A tab of this release that was open before, when the newer one has written on top.
    memory.rows.borrow_mut().insert(("a".to_owned(), 3), row.clone());
    memory.heads.borrow_mut().insert("a".to_owned(), 3);
    let edit = with(&stored.record, c::person::NAME, "柏 花子");
    assert_eq!(wait(repository::save(&memory.ports(), &stored, &edit, Cause::Edit)), Err(JournalError::Unavailable));
    // A damaged head above it, and a newer second copy of an older head.
    memory.rows.borrow_mut().insert(("a".to_owned(), 4), "gone".to_owned());
    assert_eq!(wait(open(&memory.ports())).notices, std::slice::from_ref(&newer));
    assert_eq!(memory.rows.borrow().len(), 4);
    let (memory, _) = saved_twice();
    memory.key_values.borrow_mut().insert("tsumugu.head.a".to_owned(), row.clone());
    let opened = wait(open(&memory.ports()));
    assert!(opened.records[0].read_only);
    assert_eq!((&opened.notices[..], &memory.key_values.borrow()["tsumugu.head.a"]), (std::slice::from_ref(&newer), &row));
    let stored = &opened.records[0];
    assert_eq!(wait(repository::save(&memory.ports(), stored, &stored.record, Cause::Edit)), Err(JournalError::Unavailable));
}

#[test]
fn a_journal_that_fails_at_any_call_loses_no_row() {
    for error in [JournalError::Full, JournalError::Unavailable, JournalError::Failed("AbortError".to_owned())] {
        for call in 0..6 {
            for damaged in [false, true] {
                let (memory, stored) = saved_twice();
                if damaged {
                    set_head(&memory, "gone");
                }
                let before = memory.rows.borrow().clone();
                let kept = |memory: &Memory| before.iter().all(|(key, raw)| memory.rows.borrow().get(key) == Some(raw));
                *memory.failing_at.borrow_mut() = Some((call, error.clone()));
                let opened = wait(open(&memory.ports()));
                assert!(kept(&memory), "opening, call {call}");
                assert_eq!(opened.records[0].record, stored.record, "the second copy is shown");
                assert!(!opened.notices.contains(&Notice::Cleared) && !opened.notices.contains(&Notice::Lost { record: "a".to_owned() }));
                *memory.failing_at.borrow_mut() = Some((call, error.clone()));
                let edit = with(&stored.record, c::person::NAME, "柏 花子");
                if let Ok(saved) = wait(repository::save(&memory.ports(), &stored, &edit, Cause::Edit)) {
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
    let (memory, stored) = saved_twice();
    let newest = memory.key_values.borrow()["tsumugu.head.a"].clone();
    let old = revision::row(&with(&stored.record, c::person::NAME, "alt"), 1, Cause::Edit);
    memory.key_values.borrow_mut().insert("tsumugu.head.a".to_owned(), old);
    assert_eq!(wait(open(&memory.ports())).notices, []);
    assert_eq!(memory.key_values.borrow()["tsumugu.head.a"], newest);
    // The disk was rolled back by one revision.
    memory.rows.borrow_mut().remove(&("a".to_owned(), 2));
    memory.heads.borrow_mut().insert("a".to_owned(), 1);
    let opened = wait(open(&memory.ports()));
    assert_eq!((&opened.records[0].record, &opened.notices[..]), (&stored.record, &[Notice::Repaired { record: "a".to_owned() }][..]));
    // The journal is gone altogether.
    memory.rows.borrow_mut().clear();
    memory.heads.borrow_mut().clear();
    let opened = wait(open(&memory.ports()));
    assert_eq!((&opened.records[0].record, &opened.notices[..]), (&stored.record, &[Notice::Repaired { record: "a".to_owned() }][..]));
    assert_eq!(memory.rows.borrow().len(), 1);
}

#[test]
fn a_damaged_head_under_an_open_tab_is_written_behind() {
    let (memory, stored) = saved_twice();
    memory.rows.borrow_mut().insert(("a".to_owned(), 3), "gone".to_owned());
    memory.heads.borrow_mut().insert("a".to_owned(), 3);
    let edit = with(&stored.record, c::person::NAME, "柏 花子");
    let saved = wait(repository::save(&memory.ports(), &stored, &edit, Cause::Edit)).unwrap();
    assert_eq!((saved.stored.rev, saved.stored.record), (4, edit));
    assert_eq!(memory.rows.borrow()[&("a".to_owned(), 3)], "gone");
}
