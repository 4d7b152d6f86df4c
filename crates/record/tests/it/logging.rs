//! The log of what was opened and shown, and how the first release's records come into it.

use record::{
    Day, Moment, Record, RecordId, Stamp,
    access::{EventId, Happened, Recipient},
    merge::merge,
    plan::{VersionId, parts::Part},
    stored,
};
use serde_json::json;

fn of_the_first_release() -> Record {
    let stamp = |at: i64| json!({ "at": at, "by": "own" });
    let field = |answer: serde_json::Value| {
        let mut field = stamp(5);
        field["answer"] = answer;
        field
    };
    let text = json!({ "tsumugu": "record", "schema": 1, "record": {
        "id": "a", "made": 0, "card": { "sections": {} },
        "plan": { "sections": {
            "opened": { "fields": {
                "family.values": field(json!({ "given": "yes" })),
                "family.words": field(json!({ "given": "no" })),
                "neighbour.values": field(json!({ "given": "yes" })),
            } },
            "shown": { "items": [{ "id": "s1", "fields": {
                "to": field(json!({ "given": "family" })),
                "on": field(json!({ "given": "2026-11-26" })),
                "kind": field(json!({ "given": "print" })),
                "version": field(json!({ "given": "one" })),
                "parts": field(json!({ "chosen": ["values"] })),
            } }] },
        } },
    } });
    match stored::read(&text.to_string()) {
        Ok(stored::Read::Current(record)) => record,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_the_first_release_opened_and_showed_is_in_the_log() {
    let record = of_the_first_release();
    assert!(record.plan.sections.is_empty());
    assert_eq!(record.log.open_parts(Recipient::Family), [Part::Values]);
    let shown = record.log.disclosed();
    assert_eq!((shown.len(), shown[0].to.as_str(), shown[0].how.as_str()), (1, "family", "print"));
    assert_eq!(
        (shown[0].on, &shown[0].version, &shown[0].parts[..]),
        (Day::parse("2026-11-26"), &VersionId("one".to_owned()), &["values".to_owned()][..])
    );
    assert_eq!(record.log.events().count(), 4, "what only another release knows is kept too");
    // Every device makes the same of it, and reading again changes nothing.
    assert_eq!(merge(&record, &record, &of_the_first_release()).record, record);
    let again = stored::read(&stored::write(&record));
    assert_eq!(again, Ok(stored::Read::Current(record)));
}

#[test]
fn the_log_only_grows_and_old_copies_change_nothing() {
    let mut record = Record::new(RecordId("a".to_owned()), Moment(0));
    let (part, to) = (Part::FirstCall, Recipient::Crew);
    let mut copies = vec![record.clone()];
    for (count, open) in [true, false, true, true, false, false, true].into_iter().enumerate() {
        record.log.turn(EventId(format!("e{count}")), part, to, open, &Stamp::default());
        assert_eq!(record.log.is_open(part, to), open);
        assert!(copies.iter().all(|copy| merge(copy, &record, copy).record == record));
        assert!(copies.iter().all(|copy| merge(&copies[0], copy, &record).record == record), "with any base");
        copies.push(record.clone());
    }
    assert_eq!(record.log.events().count(), 5, "what stands so already is no event");
    record.log.turn(EventId("never".to_owned()), Part::Words, to, true, &Stamp::default());
    assert!(!record.log.is_open(Part::Words, to));
}

#[test]
fn an_event_of_a_newer_release_passes_through() {
    let event = json!({ "at": 1, "by": "own", "what": { "consented": { "text": 3 } } });
    let text = json!({ "tsumugu": "record", "schema": 1, "record": { "id": "a", "made": 0, "log": { "e": event } } });
    let Ok(stored::Read::Current(record)) = stored::read(&text.to_string()) else { panic!("not read") };
    assert!(matches!(record.log.events().next().unwrap().1.what, Happened::Other(_)));
    assert!(stored::write(&record).contains(r#""what":{"consented":{"text":3}}"#));
}
