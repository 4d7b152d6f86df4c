//! What was found on the build of 2026-11-30, and what every way in must hold.

use exchange::restore::{PartSet, Print};
use record::{
    Answer, Author, Day, Field, Item, ItemId, Moment, Record, RecordId, Section, Stamp, catalogue as c,
    plan::{Version, VersionId, catalogue::v1},
    sample, stored,
};
use serde_json::{Value, json};

use super::*;
use crate::{
    backup::{self, Found, MakeError, ReadError},
    port::memory::{Memory, wait},
    repository::{self, StoredRecord},
    revision::{Cause, row},
};

const NOW: i64 = 1_795_305_600_000;
const YEAR: i64 = 365 * 24 * 60 * 60 * 1000;

fn ports() -> (Memory, Ports) {
    let memory = Memory::default();
    memory.time.set(NOW);
    let ports = memory.ports();
    (memory, ports)
}

fn somebody() -> Record {
    sample::person(Moment(NOW - YEAR), Day::parse("2026-11-22").unwrap())
}

fn with_name(words: &str) -> Record {
    let mut record = somebody();
    let stamp = Stamp { at: Moment(NOW), ..Stamp::default() };
    record.card.set(c::person::NAME, Some(Answer::Given(words.to_owned())), &stamp);
    record
}

fn nested(depth: usize) -> Value {
    (0..depth).fold(json!(1), |inner, _| json!([inner]))
}

/// Saved, read back from the journal, and backed up and read again: the same record each time.
fn lives(record: &Record) {
    let (_, ports) = ports();
    wait(repository::save(&ports, &StoredRecord::unsaved(record), record, Cause::Import)).unwrap();
    let stored = wait(repository::newest(&*ports.journal, &record.id.0)).unwrap().unwrap();
    assert!(stored.record == *record, "the journal says something else");
    let file = backup::write(&vec![record.clone()].into(), Moment(5)).unwrap();
    assert!(matches!(backup::read(&ports, file.as_bytes()), Ok(Found::Contents(found)) if found.records == std::slice::from_ref(record)));
}

/// Found as S1: a float in `extra` drifted each time it was written, and the backup of everybody could not be read.
#[test]
fn a_number_of_a_newer_release_does_not_drift() {
    let code = "T.AQABAAGsAnXFAAR4McCC6g0BAAA4eyJ6Ijo2LjkzNDY5ODI0NTExMjY5NGUrMjc2fQIBBg1KaXJvAABYc0su";
    let mut collected = PartSet::default();
    collected.add(code).unwrap();
    let Ok(Print::Open(coming)) = collected.print() else { panic!("not read") };
    let (_, ports) = ports();
    let record = record(&ports, *coming).unwrap();
    assert!(record.card.extra.contains_key("z"));
    lives(&record);
}

/// Found as S2: what was nested deeply was saved and could not be read, or was saved and not backed up.
#[test]
fn what_is_nested_too_deeply_is_refused_everywhere() {
    let (memory, ports) = ports();
    for depth in [bounds::DEPTH, 124, 126] {
        let mut deep = somebody();
        deep.card.extra.insert("later".to_owned(), nested(depth));
        assert_eq!(record(&ports, deep.clone()), Err(Refused::TooDeep), "{depth}");
        let mut answer = somebody();
        let field = Field { answer: Answer::Other(json!({ "later": nested(depth) })), stamp: Stamp::default() };
        answer.card.section_mut(Section::Care).fields.insert("later".to_owned(), field);
        assert_eq!(record(&ports, answer), Err(Refused::TooDeep), "{depth}");
        assert!(backup::write(&vec![deep].into(), Moment(5)).is_err());
    }
    let mut deep = somebody();
    deep.card.extra.insert("later".to_owned(), nested(126));
    assert!(wait(repository::save(&ports, &StoredRecord::unsaved(&deep), &deep, Cause::Import)).is_err());
    assert!(memory.rows.borrow().is_empty(), "what cannot be read back is not saved");
    let mut fits = somebody();
    fits.card.extra.insert("later".to_owned(), nested(bounds::DEPTH - 1));
    lives(&record(&ports, fits).unwrap());
}

/// Found as S2: a record that could not be written was left out of the file without a word.
#[test]
fn a_backup_names_what_it_cannot_hold_and_leaves_nobody_out() {
    let mut deep = somebody();
    deep.id = RecordId("deep".to_owned());
    deep.card.extra.insert("later".to_owned(), nested(126));
    assert_eq!(backup::write(&vec![somebody(), deep].into(), Moment(5)), Err(MakeError::Refused(Refused::TooDeep)));
    let many: Vec<Record> = (0..=bounds::PEOPLE).map(|at| Record::new(RecordId(at.to_string()), Moment(0))).collect();
    assert_eq!(backup::write(&many.into(), Moment(5)), Err(MakeError::Refused(Refused::TooManyPeople)));
}

/// Found as W1: a rescue file could bring any name, which then stood in keys.
#[test]
fn names_that_no_release_gives_are_refused_from_a_rescue_file_too() {
    let (_, ports) = ports();
    for id in ["", "../x", "a/1", "a.b", "あ", "a\n", &"a".repeat(65), &"a".repeat(500)] {
        let odd = Record { id: RecordId(id.to_owned()), ..somebody() };
        let raw = row(&odd, 1, Cause::Edit);
        let file = json!({ "tsumugu": "rescue", "schema": 1, "journal": { "revisions": [["x/1", raw]] }, "shelf": {} });
        assert_eq!(backup::read(&ports, file.to_string().as_bytes()).unwrap_err(), ReadError::Refused(Refused::Name), "{id:?}");
    }
    let twice = vec![somebody(), somebody()];
    assert_eq!(records(&ports, twice), Err(Refused::Name));
}

/// Found as W3: of two entries with one name one was hidden, and both were edited and removed together.
#[test]
fn entries_of_one_name_get_names_of_their_own() {
    let (_, ports) = ports();
    let mut coming = somebody();
    let entry = |name: &str| {
        let field = Field { answer: Answer::Given(name.to_owned()), stamp: Stamp::default() };
        Item { id: ItemId("same".to_owned()), fields: [("name".to_owned(), field)].into(), extra: serde_json::Map::new() }
    };
    let items = &mut coming.card.section_mut(Section::Illness).items;
    *items = vec![entry("一"), entry("二"), Item { id: ItemId("a/b".to_owned()), ..entry("三") }, entry("四")];
    let taken = record(&ports, coming.clone()).unwrap();
    let ids: Vec<&str> = taken.card.items(Section::Illness).iter().map(|item| item.id.0.as_str()).collect();
    assert_eq!(ids, ["same", "entry-1", "entry-2", "entry-3"]);
    assert_eq!(taken.card.items(Section::Illness).len(), 4, "nothing is left out");
    assert_eq!(record(&ports, coming).unwrap(), taken, "every device gives the same names");
    lives(&taken);
}

#[test]
fn versions_of_one_name_are_refused() {
    let (_, ports) = ports();
    let mut coming = somebody();
    v1::WORDS.set(&mut coming.plan.sections, Some(Answer::Given("庭".to_owned())), &Stamp::default());
    let version = json!({ "id": "v", "on": "2026-11-22", "at": 5 });
    let version: Version = serde_json::from_value(version).unwrap();
    coming.plan.versions = vec![version.clone(), version.clone()];
    assert_eq!(record(&ports, coming.clone()), Err(Refused::Name));
    coming.plan.versions[1].id = VersionId("a/b".to_owned());
    assert_eq!(record(&ports, coming.clone()), Err(Refused::Name));
    coming.plan.versions[1].id = VersionId("w".to_owned());
    lives(&record(&ports, coming).unwrap());
}

/// Found as W4: a stamp from the far future won against everything that was written later.
#[test]
fn a_moment_from_the_far_future_wins_nothing() {
    let (_, ports) = ports();
    let mut coming = with_name("未来 花子");
    let far = Stamp { at: Moment(NOW + 100 * YEAR), by: Author::Own };
    coming.card.section_mut(Section::Person).fields.get_mut(c::person::NAME.untyped().as_str()).unwrap().stamp = far;
    let taken = record(&ports, coming).unwrap();
    let stamp = &taken.card.section(Section::Person).unwrap().fields[c::person::NAME.untyped().as_str()].stamp;
    assert!(stamp.at.is_doubtful());
    assert_eq!(stamp.at.claimed(), Moment(NOW + 100 * YEAR), "what it claims is still there");
    let joined = backup::joined(&with_name("流山 花子"), &taken);
    assert_eq!(joined.card.words(c::person::NAME), "流山 花子");
    // A clock that is an hour wrong is no far future.
    let mut soon = with_name("流山 花子");
    soon.card.section_mut(Section::Person).fields.get_mut(c::person::NAME.untyped().as_str()).unwrap().stamp.at =
        Moment(NOW + 60 * 60 * 1000);
    assert_eq!(record(&ports, soon.clone()), Ok(soon));
    lives(&taken);
}

/// Counts decide which side of a merge is newer.
#[test]
fn a_count_of_changes_that_nobody_reaches_is_refused() {
    let (_, ports) = ports();
    let mut coming = somebody();
    coming.change_counters.entry("person/name".to_owned()).or_default().changes = u32::MAX;
    assert_eq!(record(&ports, coming), Err(Refused::TooMany));
}

/// Found as W7: nothing had a bound.
#[test]
fn too_much_of_anything_is_refused_with_its_own_reason() {
    let (_, ports) = ports();
    let people = |count: usize| (0..count).map(|at| Record::new(RecordId(at.to_string()), Moment(0))).collect::<Vec<_>>();
    assert_eq!(records(&ports, people(bounds::PEOPLE + 1)), Err(Refused::TooManyPeople));
    assert_eq!(records(&ports, people(bounds::PEOPLE)).map(|all| all.len()), Ok(bounds::PEOPLE));

    let entries = |count: usize| {
        let mut record = somebody();
        let entry = |at: usize| Item { id: ItemId(at.to_string()), fields: record::Fields::new(), extra: serde_json::Map::new() };
        record.card.section_mut(Section::Illness).items = (0..count).map(entry).collect();
        record
    };
    assert_eq!(record(&ports, entries(bounds::ENTRIES + 1)), Err(Refused::TooMany));
    lives(&record(&ports, entries(bounds::ENTRIES)).unwrap());

    assert_eq!(record(&ports, with_name(&"長".repeat(300_000))), Err(Refused::TooLong));
    assert_eq!(record(&ports, with_name(&"長".repeat(bounds::TEXT + 1))), Err(Refused::TooLong));
    lives(&record(&ports, with_name(&"長".repeat(bounds::TEXT))).unwrap());

    let mut wide = somebody();
    wide.extra.insert("later".to_owned(), Value::Array(vec![json!(1); bounds::VALUES]));
    assert_eq!(record(&ports, wide), Err(Refused::TooMany));

    let mut large = somebody();
    for at in 0..100 {
        let field = Field { answer: Answer::Given("長".repeat(bounds::TEXT)), stamp: Stamp::default() };
        large.card.section_mut(Section::Care).fields.insert(at.to_string(), field);
    }
    assert_eq!(record(&ports, large), Err(Refused::TooLarge));
}

/// Found as W5: a sign that turns the direction of writing bled into what stood beside it.
#[test]
fn words_lose_what_nobody_sees_and_keep_what_somebody_wrote() {
    let nfc = |text: &str| unicode_normalization::UnicodeNormalization::nfc(text).collect::<String>();
    for (typed, one_line, several) in [
        ("流山 花子", "流山 花子", "流山 花子"),
        ("花\u{202E}子\u{2066}!", "花子!", "花子!"),
        ("a\r\nb\nc\rd\u{2028}e\tf", "a b c d e f", "a\nb\nc\nd\ne f"),
        ("a\0b\u{7}c\u{FEFF}d\u{9F}", "abcd", "abcd"),
        ("か\u{3099}く", "がく", "がく"),
        ("e\u{301}", "é", "é"),
        // The form that stands in a family register, and a variant selector, stay.
        ("\u{FA19}谷 葛\u{E0100}城 か\u{3099}", "\u{FA19}谷 葛\u{E0100}城 が", "\u{FA19}谷 葛\u{E0100}城 が"),
        ("か\u{3099}\u{2F800}か\u{3099}", "が\u{2F800}が", "が\u{2F800}が"),
        ("👨\u{200D}👩\u{200D}👧", "👨\u{200D}👩\u{200D}👧", "👨\u{200D}👩\u{200D}👧"),
        ("", "", ""),
    ] {
        assert_eq!(spelling::line(typed, &nfc), one_line, "{typed:?}");
        assert_eq!(spelling::lines(typed, &nfc), several, "{typed:?}");
        assert_eq!(spelling::line(one_line, &nfc), one_line, "once is enough");
        assert_eq!(spelling::lines(several, &nfc), several, "once is enough");
    }
}

#[test]
fn the_words_of_a_record_are_cleaned_field_by_field() {
    let (_, ports) = ports();
    let mut coming = with_name("花\n子\u{202E}");
    let by = Author::Proxy("由\u{202E}美\n".to_owned());
    let stamp = Stamp { at: Moment(NOW), by };
    coming.card.set(c::care::MESSAGE, Some(Answer::Given("一\n二\u{0}".to_owned())), &stamp);
    let taken = record(&ports, coming).unwrap();
    assert_eq!(taken.card.words(c::person::NAME), "花 子");
    assert_eq!(taken.card.words(c::care::MESSAGE), "一\n二");
    let field = taken.card.section(Section::Care).unwrap().fields[c::care::MESSAGE.untyped().as_str()].clone();
    assert_eq!(field.stamp.by, Author::Proxy("由美 ".to_owned()));
}

/// Found on 2026-11-30: whoever pasted something long as the name of the writer could make no backup any more.
#[test]
fn a_long_name_of_a_writer_is_cut_and_never_refused() {
    let (_, ports) = ports();
    let long = Author::Proxy("あ".repeat(bounds::NAME + 1));
    let mut coming = somebody();
    let stamp = Stamp { at: Moment(NOW), by: long.clone() };
    coming.card.set(c::person::LANDMARK, Some(Answer::Given("北".to_owned())), &stamp);
    coming.card.confirmed = Some(record::Confirmed { on: Day::parse("2026-11-22").unwrap(), by: long });
    backup::write(&vec![coming.clone()].into(), Moment(5)).unwrap();
    let taken = edit(&ports, coming, Moment(NOW)).unwrap();
    let cut = Author::Proxy("あ".repeat(bounds::NAME));
    assert_eq!(taken.card.field(c::person::LANDMARK).unwrap().stamp.by, cut);
    assert_eq!(taken.card.confirmed.as_ref().unwrap().by, cut);
    lives(&taken);
}

/// What a record remembers, what is open in it and what happened to it is as bounded as its answers are.
#[test]
fn what_stands_beside_the_answers_is_bounded_too() {
    let (_, ports) = ports();
    let refused = |change: &dyn Fn(&mut Record)| {
        let mut coming = somebody();
        change(&mut coming);
        record(&ports, coming).unwrap_err()
    };
    let event = |count: usize, what: Value| {
        let events: serde_json::Map<String, Value> = (0..count).map(|at| (format!("e{at}"), json!({ "at": 5, "what": what }))).collect();
        serde_json::from_value::<record::access::Log>(Value::Object(events)).unwrap()
    };
    let opened = |after: usize, part: &str| json!({ "opened": { "to": "family", "part": part, "after": vec!["e"; after] } });
    assert_eq!(refused(&|one| one.log = event(bounds::LOG + 1, json!({ "later": 1 }))), Refused::TooMany);
    assert_eq!(refused(&|one| one.log = event(1, opened(bounds::KNOWN + 1, "v"))), Refused::TooMany);
    assert_eq!(refused(&|one| one.log = event(1, opened(1, &"v".repeat(bounds::NAME + 1)))), Refused::TooLong);
    assert_eq!(refused(&|one| one.log = event(1, json!({ "later": nested(bounds::DEPTH + 1) }))), Refused::TooDeep);
    let conflict =
        |given: Vec<Answer>| record::Conflict { path: c::person::NAME.into(), sides: record::Sides::Answers { given, untouched: false } };
    let words = Answer::Given("あ".repeat(bounds::TEXT + 1));
    assert_eq!(refused(&|one| one.conflicts = vec![conflict(vec![words.clone()])]), Refused::TooLong);
    assert_eq!(refused(&|one| one.conflicts = vec![conflict(vec![Answer::None; bounds::ANSWERS + 1])]), Refused::TooMany);
}

/// Found as F2: a byte order mark in front of a backup, and a file of which one record is newer.
#[test]
fn a_byte_order_mark_is_passed_over_and_a_newer_record_is_named() {
    let (_, ports) = ports();
    let file = backup::write(&vec![somebody()].into(), Moment(5)).unwrap();
    let marked = [b"\xEF\xBB\xBF", file.as_bytes()].concat();
    assert!(matches!(backup::read(&ports, &marked), Ok(Found::Contents(found)) if found.records == [somebody()]));
    let half = [b"\xEF\xBB\xBF", &file.as_bytes()[..file.len() / 2]].concat();
    assert_eq!(backup::read(&ports, &half).unwrap_err(), ReadError::Damaged);

    let mut newer: Value = serde_json::from_str(&file).unwrap();
    newer["records"][0]["schema"] = json!(stored::SCHEMA + 1);
    assert_eq!(backup::read(&ports, newer.to_string().as_bytes()).unwrap_err(), ReadError::Newer);
    let row = json!({ "schema": 99, "rev": 1 }).to_string();
    let rescue = json!({ "tsumugu": "rescue", "schema": 1, "journal": { "revisions": [["x/1", row]] }, "shelf": {} });
    assert_eq!(backup::read(&ports, rescue.to_string().as_bytes()).unwrap_err(), ReadError::Newer);
}

#[test]
fn what_is_refused_changes_nothing() {
    let (memory, ports) = ports();
    wait(repository::save(&ports, &StoredRecord::unsaved(&somebody()), &somebody(), Cause::Edit)).unwrap();
    let before = (memory.rows.borrow().clone(), memory.heads.borrow().clone(), memory.key_values.borrow().clone());
    let mut deep = somebody();
    deep.card.extra.insert("later".to_owned(), nested(100));
    let file = backup::write_unchecked(&vec![somebody(), deep].into(), Moment(5));
    assert!(backup::read(&ports, file.as_bytes()).is_err());
    let after = (memory.rows.borrow().clone(), memory.heads.borrow().clone(), memory.key_values.borrow().clone());
    assert_eq!(after, before);
}

/// A pending edit stands in the key-value store, where anything may have been written.
#[test]
fn a_pending_edit_passes_the_same_way_in() {
    let (memory, ports) = ports();
    wait(repository::save(&ports, &StoredRecord::unsaved(&somebody()), &somebody(), Cause::Edit)).unwrap();
    let rows = memory.rows.borrow().clone();
    let mut deep = with_name("別人");
    deep.card.extra.insert("later".to_owned(), nested(100));
    for (key, edit) in [("sample", deep), ("other", with_name("別人"))] {
        let raw = row(&edit, 1, Cause::Edit);
        ports.key_values.set(&format!("tsumugu.pending.{key}"), &raw).unwrap();
        let loaded = wait(crate::open(&ports));
        assert_eq!(loaded.records.len(), 1);
        assert_eq!(loaded.records[0].record, somebody());
        assert_eq!(*memory.rows.borrow(), rows, "nothing was written");
        let kept = match key {
            "sample" => memory.aside.borrow().iter().any(|(key, left)| key.starts_with("sample/late") && *left == raw),
            _ => ports.key_values.get(&format!("tsumugu.pending.{key}")).is_some(),
        };
        assert!(kept, "it is kept, not lost");
    }
    // The next edit that is left does not take its place.
    assert!(ports.key_values.get("tsumugu.pending.sample").is_none());
}
