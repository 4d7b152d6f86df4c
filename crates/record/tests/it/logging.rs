//! The log of what was opened and shown, and how the first release's records come into it.

use record::{
    Day, Moment, Record, RecordId, Stamp,
    access::{Consent, EventId, EventKind, Grant, Recipient, Terms, view},
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
        record.log.set_open(EventId(format!("e{count}")), part, to, open, &Stamp::default());
        assert_eq!(record.log.is_open(part, to), open);
        assert!(copies.iter().all(|copy| merge(copy, &record, copy).record == record));
        assert!(copies.iter().all(|copy| merge(&copies[0], copy, &record).record == record), "with any base");
        copies.push(record.clone());
    }
    assert_eq!(record.log.events().count(), 5, "what stands so already is no event");
    record.log.set_open(EventId("never".to_owned()), Part::Words, to, true, &Stamp::default());
    assert!(!record.log.is_open(Part::Words, to));
}

/// Recipient, part, purpose, day, end and version of the text: kept as they are, told again, and withdrawn by closing.
#[test]
fn a_consent_is_kept_with_the_opening_and_ends_with_it() {
    let day = |text| Day::parse(text).unwrap();
    let (part, to) = (Part::Values, Recipient::HomeDoctor);
    let terms = Terms { until: Some(day("2027-01-31")), consent: Some(Consent { purpose: "home_care".to_owned(), text: 3 }) };
    let mut record = Record::new(RecordId("a".to_owned()), Moment(0));
    record.log.open(EventId("o".to_owned()), part, to, terms.clone(), &Stamp { at: Moment(7), ..Stamp::default() });
    let written = stored::write(&record);
    let event = r#""what":{"opened":{"part":"values","terms":{"consent":{"purpose":"home_care","text":3},"until":"2027-01-31"},"to":"home_doctor"}}"#;
    assert!(written.contains(event), "{written}");
    assert_eq!(stored::read(&written), Ok(stored::Read::Current(record.clone())));
    assert_eq!(record.log.terms(part, to), Some(&terms));
    assert!(record.log.is_open_on(part, to, day("2027-01-31")) && !record.log.is_open_on(part, to, day("2027-02-01")));
    // What was shown names what was open on that day.
    for (id, on) in [("s1", "2027-01-31"), ("s2", "2027-02-01")] {
        record.log.note(EventId(id.to_owned()), to, ("print", day(on), VersionId::none()), &Stamp::default());
    }
    assert_eq!(record.log.disclosed().iter().map(|one| one.parts.len()).collect::<Vec<_>>(), [0, 1]);
    // Agreed to once more, to a newer text, and withdrawn.
    let renewed = Terms { consent: Some(Consent { purpose: "home_care".to_owned(), text: 4 }), ..terms };
    record.log.open(EventId("p".to_owned()), part, to, renewed.clone(), &Stamp::default());
    assert_eq!(record.log.terms(part, to), Some(&renewed));
    record.log.set_open(EventId("c".to_owned()), part, to, false, &Stamp::default());
    assert_eq!(record.log.terms(part, to), None);
    assert_eq!(record.log.events().count(), 5, "what was agreed to stays in the log");
}

/// An opening whose terms only a newer release can keep opens nothing here, and is still there afterwards.
#[test]
fn terms_of_a_newer_release_open_nothing() {
    for terms in [json!({ "until": "2027-01-31", "only_by_day": true }), json!({ "until": "2027-02-30" }), json!({ "until": 5 })] {
        let event = json!({ "at": 1, "by": "own", "what": { "opened": { "to": "home_doctor", "part": "values", "terms": terms } } });
        let text = json!({ "tsumugu": "record", "schema": 2, "record": { "id": "a", "made": 0, "log": { "e": event } } });
        let Ok(stored::Read::Current(record)) = stored::read(&text.to_string()) else { panic!("not read") };
        assert!(!record.log.is_open(Part::Values, Recipient::HomeDoctor));
        let seen = view(&record, &Grant::standing(&record, Recipient::HomeDoctor), Day::parse("2026-11-30").unwrap());
        assert_eq!(seen.parts.parts().count(), 0);
        assert!(stored::write(&record).contains(&terms.to_string()), "{terms}");
    }
}

#[test]
fn an_event_of_a_newer_release_passes_through() {
    let event = json!({ "at": 1, "by": "own", "what": { "consented": { "text": 3 } } });
    let text = json!({ "tsumugu": "record", "schema": 1, "record": { "id": "a", "made": 0, "log": { "e": event } } });
    let Ok(stored::Read::Current(record)) = stored::read(&text.to_string()) else { panic!("not read") };
    assert!(matches!(record.log.events().next().unwrap().1.what, EventKind::Other(_)));
    assert!(stored::write(&record).contains(r#""what":{"consented":{"text":3}}"#));
}

/// A record with events of a newer release, each with what it was made in knowledge of.
fn with_events(events: &[(&str, &str, &[&str])]) -> Record {
    let terms = |kind: &str| if kind.ends_with('*') { json!({ "only_by_day": true }) } else { json!({}) };
    let event = |(id, kind, after): &(&str, &str, &[&str])| {
        let turn = json!({ "to": "home_doctor", "part": "values", "after": after, "terms": terms(kind) });
        ((*id).to_owned(), json!({ "at": 1, "by": "own", "what": { kind.trim_end_matches('*'): turn } }))
    };
    let log: serde_json::Map<_, _> = events.iter().map(event).collect();
    let text = json!({ "tsumugu": "record", "schema": 2, "record": { "id": "a", "made": 0, "log": log } });
    let Ok(stored::Read::Current(record)) = stored::read(&text.to_string()) else { panic!("not read") };
    assert_eq!(stored::read(&stored::write(&record)), Ok(stored::Read::Current(record.clone())));
    record
}

#[test]
fn a_closing_closes_and_an_opening_ends_the_one_before_whatever_the_terms() {
    let (part, to) = (Part::Values, Recipient::HomeDoctor);
    for (events, open) in [
        (&[("a", "opened", &[][..])][..], true),
        (&[("a", "opened", &[]), ("b", "closed*", &["a"])], false),
        (&[("a", "opened", &[]), ("b", "closed*", &[])], false),
        (&[("a", "opened", &[]), ("b", "opened*", &["a"])], false),
        (&[("a", "opened", &[]), ("b", "opened*", &[])], true),
        // Opened again by somebody who knew of it, also at second hand.
        (&[("a", "opened", &[]), ("b", "closed*", &["a"]), ("c", "opened", &["b"])], true),
        (&[("a", "closed", &[]), ("b", "opened*", &["a"]), ("c", "opened", &["b"])], true),
    ] {
        assert_eq!(with_events(events).log.is_open(part, to), open, "{events:?}");
    }
    // Opening here knows of what cannot be read, and so stands against it.
    let mut record = with_events(&[("a", "opened", &[]), ("b", "opened*", &["a"])]);
    record.log.set_open(EventId("c".to_owned()), part, to, true, &Stamp::default());
    assert!(record.log.is_open(part, to));
}
