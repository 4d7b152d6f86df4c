//! Pictures that nothing names any more, and those of somebody who is erased.

use super::*;

#[test]
fn what_no_revision_names_any_more_goes_at_the_second_look() {
    let memory = Memory::default();
    let ports = memory.ports();
    let mut stored = saved(&memory, "a", 1);
    // On the disk a moment before the revision that names it, in another tab.
    wait(keep(&ports, &picture(2), &jpeg(2))).unwrap();
    let next = |memory: &Memory| memory.time.set(memory.time.get() + 24 * 60 * 60 * 1000);
    let look = |stored: &StoredRecord| wait(retention::run_daily(&ports, std::slice::from_ref(stored)));
    look(&stored);
    assert_eq!(names(&memory).len(), 2);
    let edit = with(&stored.record, None);
    stored = wait(repository::save(&ports, &stored, &edit, Cause::Edit)).unwrap().stored;
    next(&memory);
    look(&stored);
    assert_eq!(names(&memory), [picture(1).sha256.to_string()], "an earlier revision names it still");
    // Rows that nobody can read name it as well.
    let rows = memory.rows.borrow().clone();
    memory.rows.borrow_mut().remove(&("a".to_owned(), 1));
    memory.aside.borrow_mut().insert("a/1".to_owned(), format!("x{}", rows[&("a".to_owned(), 1)]));
    for _ in 0..3 {
        next(&memory);
        look(&stored);
    }
    assert_eq!(names(&memory).len(), 1);
    memory.aside.borrow_mut().clear();
    next(&memory);
    look(&stored);
    assert_eq!(names(&memory).len(), 1);
    // A failure is tried again on the same day.
    next(&memory);
    *memory.failing.borrow_mut() = Some(JournalError::Unavailable);
    look(&stored);
    *memory.failing.borrow_mut() = None;
    assert_eq!(names(&memory).len(), 1);
    look(&stored);
    assert_eq!(names(&memory), [] as [String; 0]);
}

#[test]
fn erasing_somebody_takes_their_pictures_and_undo_brings_them_back() {
    let memory = Memory::default();
    let ports = memory.ports();
    saved(&memory, "a", 1);
    saved(&memory, "b", 2);
    // A picture that both have.
    let stored = saved(&memory, "c", 3);
    let edit = with(&stored.record, Some(Answer::Picture(picture(1))));
    wait(repository::save(&ports, &stored, &edit, Cause::Edit)).unwrap();
    let all = memory.blobs.borrow().clone();
    *memory.failing.borrow_mut() = Some(JournalError::Unavailable);
    assert!(wait(erase::erase_for_now(&ports, Some("b"))).is_err());
    *memory.failing.borrow_mut() = None;
    assert_eq!(*memory.blobs.borrow(), all);
    let erased = wait(erase::erase_for_now(&ports, Some("b"))).unwrap();
    assert!(!names(&memory).contains(&picture(2).sha256.to_string()) && names(&memory).len() == 2);
    wait(erase::put_back(&ports, &erased)).unwrap();
    assert_eq!(*memory.blobs.borrow(), all);
    let erased = wait(erase::erase_for_now(&ports, Some("a"))).unwrap();
    assert_eq!(*memory.blobs.borrow(), all, "somebody else has the picture too");
    wait(erase::put_back(&ports, &erased)).unwrap();
    let erased = wait(erase::erase_for_now(&ports, None)).unwrap();
    assert_eq!(names(&memory), [] as [String; 0]);
    wait(erase::put_back(&ports, &erased)).unwrap();
    assert_eq!(*memory.blobs.borrow(), all);
    wait(erase::erase(&ports, Some("c"))).unwrap();
    assert_eq!(names(&memory).len(), 2);
}

/// Found on 2026-11-30: a single picture that could not be read kept somebody on the device for ever, and one that could not be written
/// kept everybody away.
#[test]
fn a_picture_that_fails_keeps_nobody_from_being_erased_or_put_back() {
    let mut without = 0;
    for call in 0..14 {
        let memory = Memory::default();
        let ports = memory.ports();
        saved(&memory, "a", 1);
        let rows = memory.rows.borrow().clone();
        *memory.failing_at.borrow_mut() = Some((call, JournalError::Unreadable));
        let erased = wait(erase::erase_for_now(&ports, Some("a")));
        *memory.failing_at.borrow_mut() = None;
        let Ok(erased) = erased else {
            assert_eq!((memory.rows.borrow().clone(), memory.blobs.borrow().len()), (rows, 1), "call {call}");
            continue;
        };
        assert!(memory.rows.borrow().is_empty() && memory.blobs.borrow().is_empty(), "call {call}");
        wait(erase::put_back(&ports, &erased)).unwrap();
        assert_eq!(*memory.rows.borrow(), rows);
        without += usize::from(memory.blobs.borrow().is_empty());
    }
    assert_eq!(without, 1, "the call that reads the picture");
    let memory = Memory::default();
    let ports = memory.ports();
    saved(&memory, "a", 1);
    let rows = memory.rows.borrow().clone();
    let erased = wait(erase::erase_for_now(&ports, None)).unwrap();
    *memory.failing_at.borrow_mut() = Some((0, JournalError::Full));
    assert_eq!(wait(erase::put_back(&ports, &erased)), Err(JournalError::Full));
    assert_eq!((memory.rows.borrow().clone(), memory.blobs.borrow().len()), (rows, 0));
    wait(erase::put_back(&ports, &erased)).unwrap();
    assert_eq!(names(&memory), [picture(1).sha256.to_string()]);
}

/// Found on 2026-11-30: with the last person the daily look ended, and what it had not dropped yet stayed on the disk.
#[test]
fn with_the_last_person_goes_what_nobody_names() {
    let memory = Memory::default();
    let ports = memory.ports();
    saved(&memory, "a", 1);
    saved(&memory, "b", 2);
    wait(keep(&ports, &picture(3), &jpeg(3))).unwrap();
    wait(erase::erase(&ports, Some("a"))).unwrap();
    assert_eq!(names(&memory).len(), 2, "in another tab it may be named in a moment");
    wait(ports.journal.set_aside("c/1", &picture(2).sha256.to_string())).unwrap();
    wait(erase::erase(&ports, Some("b"))).unwrap();
    assert_eq!(names(&memory), [picture(2).sha256.to_string()], "rows that nobody can read name it");
}
