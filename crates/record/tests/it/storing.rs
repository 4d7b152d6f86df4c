//! What is written is read back, for ever, and what cannot be read is said so.

use proptest::prelude::*;
use record::{
    Record,
    merge::merge,
    stored::{LIMIT, Read, ReadError, read, write},
};
use serde_json::{Map, Value, json};

use crate::any::{edit, edited, record};

fn again(record: &Record) -> Record {
    match read(&write(record)) {
        Ok(Read::Current(record)) => record,
        other => panic!("{other:?}"),
    }
}

/// A record full of things that only a newer release knows.
fn of_tomorrow() -> Record {
    let extra: Map<String, Value> = [("neu".to_owned(), json!({"a": [1, "ん", null]}))].into_iter().collect();
    let field = json!({"answer": {"since": "2031"}, "at": 5, "by": "own"});
    let item = json!({"id": "i", "fields": {"name": field.clone()}, "neu": 1});
    let section = json!({"fields": {"name": field, "later": {"answer": "none", "at": 1}}, "items": [item], "neu": "ご"});
    let card = json!({"sections": {"contacts": section, "of_tomorrow": {"neu": true}}, "neu": [2]});
    let text = json!({"tsumugu": "record", "schema": 1, "record": {"id": "a", "made": 1, "card": card, "neu": extra}}).to_string();
    let Ok(Read::Current(record)) = read(&text) else { panic!("not read") };
    assert_eq!(write(&record).matches("neu").count(), text.matches("neu").count());
    assert!(write(&record).contains(r#""answer":{"since":"2031"}"#));
    record
}

/// Whether all that only a newer release knows is still there.
fn keeps_tomorrow(record: &Record) -> bool {
    let text = write(record);
    text.matches("\"neu\"").count() == 6 && text.matches("2031").count() == 2 && text.contains("of_tomorrow") && text.contains("\"later\"")
}

#[test]
fn what_a_newer_release_added_survives_reading_merging_and_editing() {
    let base = of_tomorrow();
    assert!(keeps_tomorrow(&again(&base)));
    let mut edited = base.clone();
    let stamp = record::Stamp { at: record::Moment(9), by: record::Author::Own };
    let answer = Some(record::Answer::Given("流山 花子".to_owned()));
    edited.card.set(record::catalogue::person::NAME, answer, &stamp);
    assert!(keeps_tomorrow(&edited) && keeps_tomorrow(&again(&edited)));
    let mut other = base.clone();
    other.card.confirmed = Some(record::Confirmed { on: record::Day::parse("2026-11-22").unwrap(), by: record::Author::Own });
    let merged = merge(&base, &edited, &other);
    assert!(keeps_tomorrow(&merged.record) && merged.conflicts.is_empty());
    // From nothing, as at an import.
    assert!(keeps_tomorrow(&merge(&Record::new(base.id.clone(), base.made), &edited, &base).record));
}

#[test]
fn unknown_data_that_both_changed_is_told() {
    let base = of_tomorrow();
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.extra.insert("neu".to_owned(), json!(1));
    theirs.extra.insert("neu".to_owned(), json!(2));
    let merged = merge(&base, &mine, &theirs);
    assert_eq!(merged.conflicts.len(), 1);
    let given = vec![record::Answer::Other(json!(1)), record::Answer::Other(json!(2))];
    assert_eq!(merged.conflicts[0].sides, record::Sides::Answers { given, untouched: false });
}

#[test]
fn a_newer_schema_is_said_to_be_newer() {
    let text = write(&of_tomorrow()).replace("\"schema\":2", "\"schema\":3");
    assert_eq!(read(&text), Ok(Read::Newer { schema: 3 }));
    // Even when nothing in it has a form that we know.
    assert_eq!(read(r#"{"tsumugu":"record","schema":7,"record":[]}"#), Ok(Read::Newer { schema: 7 }));
}

#[test]
fn every_wrong_text_has_its_own_reason() {
    assert_eq!(read(""), Err(ReadError::NotJson));
    assert_eq!(read("{\"tsumugu\":\"record\""), Err(ReadError::NotJson));
    assert_eq!(read("[]"), Err(ReadError::NotARecord));
    assert_eq!(read("{\"tsumugu\":\"backup\",\"schema\":1}"), Err(ReadError::NotARecord));
    assert_eq!(read("{\"tsumugu\":\"record\"}"), Err(ReadError::Damaged));
    assert_eq!(read("{\"tsumugu\":\"record\",\"schema\":0,\"record\":{}}"), Err(ReadError::Damaged));
    assert_eq!(read("{\"tsumugu\":\"record\",\"schema\":1,\"record\":{}}"), Err(ReadError::Damaged));
    assert_eq!(read(&" ".repeat(LIMIT + 1)), Err(ReadError::TooLarge));
    assert_eq!(read(&"[".repeat(100_000)), Err(ReadError::NotJson));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn what_is_written_is_read_back(record in record()) {
        prop_assert_eq!(again(&record), record);
    }

    #[test]
    fn the_same_record_is_the_same_text(record in record(), edits in prop::collection::vec(edit(), 0..4)) {
        let record = edits.into_iter().fold(record, |record, edit| edit.of(record));
        prop_assert_eq!(write(&again(&record)), write(&record));
    }

    #[test]
    fn a_merge_of_what_was_stored_is_the_stored_merge((base, mine, theirs) in edited()) {
        let direct = merge(&base, &mine, &theirs);
        prop_assert_eq!(&merge(&again(&base), &again(&mine), &again(&theirs)), &direct);
        prop_assert_eq!(again(&direct.record), direct.record);
    }

    #[test]
    fn garbled_text_is_an_error_or_a_record_and_never_a_panic(record in record(), at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = write(&record).into_bytes();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        let text = String::from_utf8_lossy(&bytes);
        if let Ok(Read::Current(found)) = read(&text) {
            prop_assert_eq!(again(&found), found);
        }
        if cut { prop_assert!(read(&text).is_err()); }
    }

    #[test]
    fn any_text_at_all_is_answered(text in any::<String>()) {
        let _ = read(&text);
        let _ = read(&json!({"tsumugu": "record", "schema": 1, "record": {"id": "a", "made": 0, "card": text}}).to_string());
    }
}
