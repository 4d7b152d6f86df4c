mod erasing;
mod files;

use record::{
    Answer, Day, Moment, Record, RecordId, Stamp,
    picture::{Format, Picture},
    plan::{Key, Question, catalogue::v2, photo::BEGINS},
};

use super::*;
use crate::{
    Cause, Notice, StoredRecord, backup, erase, open, pending,
    port::memory::{Memory, wait},
    repository, retention, revision,
};

/// Some bytes that begin as a JPEG does.
fn jpeg(seed: u8) -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xE0];
    bytes.extend((0..2_000u16).map(|at| (at as u8).wrapping_mul(seed)));
    bytes
}

fn picture(seed: u8) -> Picture {
    described(&jpeg(seed)).unwrap()
}

fn with(record: &Record, answer: Option<Answer>) -> Record {
    let mut record = record.clone();
    v2::PHOTO.set(&mut record.plan.sections, answer, &Stamp::default());
    record
}

fn blank(id: &str) -> Record {
    Record::new(RecordId(id.to_owned()), Moment(0))
}

/// A record as earlier builds wrote it.
fn of_old(id: &str, seed: u8) -> Record {
    with(&blank(id), Some(Answer::Given(format!("{BEGINS}{}", encoded(&jpeg(seed))))))
}

fn named_by(id: &str, seed: u8) -> Record {
    with(&blank(id), Some(Answer::Picture(picture(seed))))
}

/// A device with one person and their picture.
fn saved(memory: &Memory, id: &str, seed: u8) -> StoredRecord {
    let ports = memory.ports();
    wait(keep(&ports, &picture(seed), &jpeg(seed))).unwrap();
    let record = named_by(id, seed);
    wait(repository::save(&ports, &StoredRecord::unsaved(&record), &record, Cause::Edit)).unwrap().stored
}

fn names(memory: &Memory) -> Vec<String> {
    memory.blobs.borrow().keys().cloned().collect()
}

#[test]
fn a_picture_is_read_back_whole_or_not_at_all() {
    let memory = Memory::default();
    let ports = memory.ports();
    assert_eq!(wait(read(&ports, &picture(1))), Err(ReadError::Missing));
    wait(keep(&ports, &picture(1), &jpeg(1))).unwrap();
    assert_eq!(wait(read(&ports, &picture(1))), Ok(jpeg(1)));
    for at in [0, 3, 4, 900, jpeg(1).len() - 1] {
        memory.blobs.borrow_mut().values_mut().for_each(|bytes| bytes[at] ^= 1);
        assert_eq!(wait(read(&ports, &picture(1))), Err(ReadError::Damaged), "byte {at}");
        assert_eq!(memory.blobs.borrow().len(), 1, "what cannot be shown is not deleted");
        memory.blobs.borrow_mut().values_mut().for_each(|bytes| bytes[at] ^= 1);
    }
    memory.blobs.borrow_mut().values_mut().for_each(Vec::clear);
    assert_eq!(wait(read(&ports, &picture(1))), Err(ReadError::Damaged));
    // Said to be of another format than the bytes are.
    let other = Picture { format: Format::Png, ..picture(1) };
    assert_eq!(wait(keep(&ports, &other, &jpeg(1))), Err(JournalError::Unreadable));
    // Chosen once more, the same picture is whole again.
    wait(keep(&ports, &picture(1), &jpeg(1))).unwrap();
    assert_eq!(wait(data_url(&ports, &picture(1))), Ok(format!("{BEGINS}{}", encoded(&jpeg(1)))));
    *memory.failing.borrow_mut() = Some(JournalError::NoAnswer);
    assert_eq!(wait(read(&ports, &picture(1))), Err(ReadError::Unread(JournalError::NoAnswer)));
}

#[test]
fn what_is_no_picture_or_too_large_is_none() {
    assert_eq!(described(b"<svg/>"), None);
    let mut large = jpeg(1);
    large.resize(LARGEST, 0);
    assert!(described(&large).is_some() && decoded(&encoded(&large)).is_some());
    large.push(0);
    assert!(described(&large).is_none() && decoded(&encoded(&large)).is_none());
    for no in ["", BEGINS, "data:image/jpeg;base64,/9j/4AA", "data:image/svg+xml;base64,/9j/4AAQ", "data:image/jpeg;base64,PHN2Zy8+"] {
        assert_eq!(among_answers::from_data_url(no), None, "{no}");
    }
}

#[test]
fn neither_a_row_nor_the_mirror_holds_a_picture() {
    let memory = Memory::default();
    let stored = saved(&memory, "a", 1);
    let all = format!("{:?} {:?}", memory.rows.borrow(), memory.key_values.borrow());
    assert!(all.contains(picture(1).sha256.as_str()) && !all.contains(&encoded(&jpeg(1))[..40]));
    let opened = wait(open(&memory.ports()));
    assert_eq!((opened.records, opened.notices), (vec![stored], vec![]));
}

/// Rows of earlier builds, on the disk as they stand: read, moved out, and nothing is lost when a write fails.
#[test]
fn a_photo_among_the_answers_is_moved_out_when_it_is_read() {
    let old = of_old("a", 1);
    let device = || {
        let memory = Memory::default();
        memory.rows.borrow_mut().insert(("a".to_owned(), 1), revision::row(&old, 1, Cause::Edit));
        memory.heads.borrow_mut().insert("a".to_owned(), 1);
        memory
    };
    let memory = device();
    let opened = wait(open(&memory.ports()));
    assert_eq!(opened.notices, [] as [Notice; 0]);
    assert_eq!(opened.records[0].record, named_by("a", 1));
    assert_eq!(wait(read(&memory.ports(), &picture(1))), Ok(jpeg(1)));
    assert_eq!(memory.rows.borrow().len(), 2, "the earlier row stays as it was");
    assert!(!memory.key_values.borrow()["tsumugu.head.a"].contains("base64"));
    assert_eq!(wait(open(&memory.ports())).records, opened.records, "once");
    assert_eq!(memory.rows.borrow().len(), 2);
    // Each call fails once: what was there is still there, and the next start does it.
    for call in 0..6 {
        let memory = device();
        *memory.failing_at.borrow_mut() = Some((call, JournalError::Full));
        let opened = wait(open(&memory.ports()));
        assert!(memory.rows.borrow().contains_key(&("a".to_owned(), 1)), "call {call}");
        for stored in &opened.records {
            assert!(stored.record == old || stored.record == named_by("a", 1) && !memory.blobs.borrow().is_empty(), "call {call}");
        }
        *memory.failing_at.borrow_mut() = None;
        assert_eq!(wait(open(&memory.ports())).records[0].record, named_by("a", 1));
        assert_eq!(wait(read(&memory.ports(), &picture(1))), Ok(jpeg(1)));
    }
}

#[test]
fn a_photo_among_the_answers_is_moved_out_when_it_is_saved_or_was_left() {
    let memory = Memory::default();
    let ports = memory.ports();
    let old = of_old("a", 1);
    *memory.failing.borrow_mut() = Some(JournalError::Full);
    assert_eq!(wait(repository::save(&ports, &StoredRecord::unsaved(&old), &old, Cause::Edit)), Err(JournalError::Full));
    assert!(memory.rows.borrow().is_empty(), "no revision names what is not on the disk");
    *memory.failing.borrow_mut() = None;
    let stored = wait(repository::save(&ports, &StoredRecord::unsaved(&old), &old, Cause::Edit)).unwrap().stored;
    assert_eq!((&stored.record, names(&memory)), (&named_by("a", 1), vec![picture(1).sha256.to_string()]));
    pending::leave(&ports, &pending::Page::new(&ports), &stored, &of_old("a", 2)).unwrap();
    assert_eq!(wait(open(&ports)).records[0].record, named_by("a", 2));
    assert_eq!(wait(read(&ports, &picture(2))), Ok(jpeg(2)));
}

/// A record about whose photo a question is open.
fn torn(given: Vec<Answer>) -> Record {
    let path = record::Path::from(Key::of(Question::V2)).field(v2::PHOTO.untyped());
    let mut record = blank("a");
    record.conflicts.push(record::Conflict { path, sides: record::Sides::Answers { given, untouched: false } });
    record
}

/// Found on 2026-11-30: a photo that a conflict alone has was neither moved out nor backed up, and whoever had one had no backup.
#[test]
fn a_photo_of_an_open_conflict_is_one_like_any_other() {
    let words = |seed| Answer::Given(format!("{BEGINS}{}", encoded(&jpeg(seed))));
    let both = [Answer::Picture(picture(1)), Answer::Picture(picture(2))];
    let memory = Memory::default();
    let ports = memory.ports();
    wait(keep(&ports, &picture(2), &jpeg(2))).unwrap();
    let old = torn(vec![words(1), both[1].clone()]);
    let stored = wait(repository::save(&ports, &StoredRecord::unsaved(&old), &old, Cause::Edit)).unwrap().stored;
    let record::Sides::Answers { given, untouched: false } = &stored.record.conflicts[0].sides else { panic!("other sides") };
    assert!(given.len() == 2 && both.iter().all(|answer| given.contains(answer)), "{given:?}");
    assert_eq!(names(&memory).len(), 2);
    let contents = wait(backup::Contents::gathered(&ports, vec![stored.record.clone()]));
    assert_eq!((contents.missing(), contents.pictures.len()), (0, 2));
    // As earlier builds left it on the disk.
    let row = revision::row(&old, 1, Cause::Edit);
    let rescued = serde_json::json!({ "tsumugu": "rescue", "schema": 1, "journal": { "revisions": [["a/1", row]], "blobs": [] } });
    for file in [backup::write(&contents, Moment(5)).unwrap(), rescued.to_string()] {
        let Ok(backup::Found::Contents(found)) = backup::read(&ports, file.as_bytes()) else { panic!("not read") };
        assert_eq!(found.records[0].conflicts, stored.record.conflicts);
        assert!(found.pictures.contains_key(&picture(1).sha256));
    }
    let removed = entry(Answer::Picture(picture(3)));
    let mut record = blank("b");
    let path = record::Path::from(record::Section::Contacts).item(&removed.id);
    record.conflicts.push(record::Conflict { path, sides: record::Sides::Removed(vec![removed]) });
    assert_eq!(record.pictures().collect::<Vec<_>>(), [&picture(3)]);
    // Two spellings of one photo are no question.
    let same = torn(vec![words(1), Answer::Picture(picture(1))]);
    assert_eq!(among_answers::taken_out(&same).0.conflicts, []);
}

/// An entry with an answer.
fn entry(answer: Answer) -> record::Item {
    let field = record::Field { answer, stamp: Stamp::default() };
    record::Item { id: record::ItemId("one".to_owned()), fields: [("photo".to_owned(), field)].into(), extra: serde_json::Map::new() }
}

#[test]
fn restore_codes_carry_no_picture() {
    let record = with(&record::sample::person(Moment(0), Day::parse("2026-11-22").unwrap()), Some(Answer::Picture(picture(1))));
    let content = exchange::restore::content(&record);
    let name = picture(1).sha256.to_string();
    assert!(!content.windows(name.len()).any(|bytes| bytes == name.as_bytes()));
}
