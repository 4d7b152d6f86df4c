//! What a reader sees: what was granted, and never more. Every recipient, every set of sections and parts.

use std::collections::BTreeSet;

use proptest::prelude::*;
use record::{
    Answer, Answers, Day, Fields, Moment, Record, Section, SectionData,
    access::{Disclosure, EventId, Grant, Offer, Recipient, Scope, Terms, view},
    catalogue,
    merge::merge,
    plan::{
        Key, lists, options,
        parts::{LIMITED, Part},
        section,
    },
    sample, stored,
};

use crate::any::{Edit, edited, fields_of, record, terms};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn today() -> Day {
    day("2026-11-30")
}

fn recipient() -> impl Strategy<Value = Recipient> {
    prop_oneof![
        5 => prop::sample::select(&Recipient::STANDING[..]),
        1 => any::<u128>().prop_map(Recipient::Clinic),
        1 => any::<u128>().prop_map(Recipient::Share),
    ]
}

fn scope() -> impl Strategy<Value = Scope> {
    let sections = prop::collection::vec(prop::sample::select(&Section::ALL[..]), 0..8);
    let parts = prop::collection::vec(prop::sample::select(&Part::ALL[..]), 0..8);
    (sections, parts).prop_map(|(sections, parts)| {
        let card = sections.into_iter().fold(Scope::none(), Scope::with);
        parts.into_iter().fold(card, Scope::with_part)
    })
}

fn grant() -> impl Strategy<Value = Grant> {
    (recipient(), scope()).prop_map(|(to, parts)| Grant::new(to, parts))
}

/// Every word that somebody wrote in a record, its versions and its log too.
fn words(value: &serde_json::Value, all: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::String(words) => _ = all.insert(words.clone()),
        serde_json::Value::Array(values) => values.iter().for_each(|value| words(value, all)),
        serde_json::Value::Object(map) => map.values().for_each(|value| words(value, all)),
        _ => {}
    }
}

/// The same record with every word that stands outside a grant in a form that is found nowhere else.
fn closed_words(record: &Record, grant: &Grant) -> Record {
    let mark = |fields: &mut Fields| {
        for field in fields.values_mut() {
            if matches!(field.answer, Answer::Given(_) | Answer::Picked(_) | Answer::Chosen(_)) {
                field.answer = Answer::Given("〈閉〉".to_owned());
            }
        }
    };
    let marked = |data: &mut SectionData| {
        mark(&mut data.fields);
        data.items.iter_mut().for_each(|item| mark(&mut item.fields));
    };
    let mut record = record.clone();
    for section in Section::ALL.into_iter().filter(|section| !grant.parts.has(*section)) {
        // Name and birth are at the head of what is shown of a plan.
        if let Some(data) = record.card.sections.get_mut(section.id()).filter(|_| section != Section::Person) {
            marked(data);
        }
    }
    let parts: Vec<Part> = grant.parts.parts().filter(|part| part.offer(grant.to) != Offer::Never).collect();
    let closed = |id: &String| Key::by_id(id).is_none_or(|key| !parts.contains(&Part::of(key.question)));
    for version in &mut record.plan.versions {
        version.answers.iter_mut().filter(|(id, _)| closed(id)).for_each(|(_, data)| marked(data));
        version.reason = "〈閉〉".to_owned();
    }
    for (id, data) in &mut record.plan.sections {
        if id != section::TALKS && id != section::EVENTS || id == section::TALKS && !parts.contains(&Part::Talks) {
            marked(data);
        }
    }
    record
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn nothing_granted_is_nothing_seen(record in record(), to in recipient()) {
        let seen = view(&record, &Grant::new(to, Scope::none()), today());
        prop_assert!(seen.card == Default::default() && seen.plan.is_empty() && seen.subject.is_none() && seen.before.is_none());
        let over = Grant { until: Some(day("2026-11-29")), ..Grant::new(to, Part::ALL.into_iter().fold(Scope::card(), Scope::with_part)) };
        prop_assert_eq!(view(&record, &over, today()), seen, "a grant that has run out grants nothing");
    }

    /// What is closed changes nothing about what is seen, whatever stands there.
    #[test]
    fn what_is_closed_is_in_no_disclosure(record in record(), grant in grant()) {
        let seen = view(&record, &grant, today());
        let marked = view(&closed_words(&record, &grant), &grant, today());
        prop_assert!(!format!("{marked:?}").contains("〈閉〉"), "{:?}", grant);
        prop_assert_eq!(marked, seen);
    }

    #[test]
    fn never_more_of_the_card_than_was_granted(record in record(), grant in grant()) {
        let seen = view(&record, &grant, today());
        prop_assert!(seen.card.extra.is_empty());
        for (id, data) in &seen.card.sections {
            let section = Section::by_id(id).unwrap();
            prop_assert!(grant.parts.has(section));
            let whole = &record.card.sections[id];
            prop_assert!(data.extra.is_empty());
            prop_assert!(data.fields.iter().all(|(id, field)| whole.fields.get(id) == Some(field)));
            prop_assert!(data.fields.values().all(|field| !matches!(field.answer, Answer::Picture(_) | Answer::Other(_))));
            prop_assert_eq!(data.items.len(), whole.items.len());
            for (item, whole) in data.items.iter().zip(&whole.items) {
                prop_assert!(item.extra.is_empty());
                prop_assert!(item.fields.iter().all(|(id, field)| whole.fields.get(id) == Some(field)));
                prop_assert!(item.fields.keys().all(|id| section.spec().item.iter().any(|spec| spec.id.as_str() == id)));
            }
        }
        prop_assert!(seen.card.confirmed.is_none() || !seen.card.sections.is_empty());
    }

    #[test]
    fn never_more_of_the_plan_than_was_granted(record in record(), grant in grant()) {
        let seen = view(&record, &grant, today());
        let open = |part: Part| grant.parts.parts().any(|other| other == part) && part.offer(grant.to) != Offer::Never;
        prop_assert!(seen.plan.extra.is_empty() && seen.plan.versions.len() <= 1);
        prop_assert!(seen.plan.sections.keys().all(|id| id == section::TALKS));
        prop_assert_eq!(seen.plan.sections.contains_key(section::TALKS), record.plan.section(section::TALKS).is_some() && open(Part::Talks));
        let current = record.plan.current();
        for version in &seen.plan.versions {
            prop_assert!(version.extra.is_empty() && version.reason.is_empty());
            for (id, data) in &version.answers {
                if id == LIMITED {
                    prop_assert!(open(Part::Treatment));
                    continue;
                }
                let part = Part::of(Key::by_id(id).unwrap().question);
                prop_assert!(open(part));
                prop_assert!(grant.to != Recipient::Crew || part != Part::Treatment, "step 5 is never on the emergency card");
                let whole = &current.unwrap().answers[id];
                prop_assert!(data.fields.iter().all(|(id, field)| whole.fields.get(id) == Some(field)));
                let doctor = matches!(grant.to, Recipient::HomeDoctor | Recipient::Clinic(_));
                prop_assert!(doctor || data.items.iter().all(|item| item.fields.picked(lists::around::PART.untyped()) != options::STAYS_OUT));
            }
        }
    }

    /// Standing grants are what the person opened, and nothing more.
    #[test]
    fn a_standing_grant_is_what_was_opened(record in record()) {
        for to in Recipient::STANDING {
            let grant = Grant::standing(&record, to);
            prop_assert_eq!(grant.parts.parts().collect::<Vec<_>>(), record.log.open_parts(to));
            prop_assert!(Section::ALL.into_iter().all(|section| grant.parts.has(section) == (to == Recipient::Crew)));
        }
    }

    /// A part is seen until its own day and not on the next, whatever else is open; the disclosure says so too.
    #[test]
    fn what_has_run_out_is_closed(record in record(), part in prop::sample::select(&Part::ALL[..]), to in prop::sample::select(&Recipient::STANDING[..]), terms in terms()) {
        let mut record = record;
        record.log.open(EventId("now".to_owned()), part, to, terms.clone(), &Default::default());
        let stands = part.offer(to) != Offer::Never;
        prop_assert_eq!(record.log.terms(part, to), stands.then_some(&terms));
        let without = {
            let mut record = record.clone();
            record.log.set_open(EventId("shut".to_owned()), part, to, false, &Default::default());
            record
        };
        for day in ["2026-11-26", "2026-11-30", "2026-12-01", "2026-12-04"].map(day) {
            let open = stands && terms.until.is_none_or(|until| day <= until);
            prop_assert_eq!(record.log.is_open_on(part, to, day), open);
            let seen = view(&record, &Grant::standing(&record, to), day);
            prop_assert_eq!(seen.parts.parts().any(|shown| shown == part), open);
            if !open {
                prop_assert_eq!(seen, view(&without, &Grant::standing(&without, to), day), "as if it had been closed");
            }
        }
    }

    /// Of two openings that did not know of each other the one that ends first counts, on every device; who knows of both may open anew.
    #[test]
    fn the_earlier_end_wins_a_merge((base, mine, theirs) in edited(), part in prop::sample::select(&Part::ALL[..]), to in prop::sample::select(&Recipient::STANDING[..]), one in terms(), other in terms()) {
        prop_assume!(part.offer(to) != Offer::Never && one != other);
        let opened = |record: &Record, name: &str, terms: &Terms| {
            let mut record = record.clone();
            record.log.open(EventId(name.to_owned()), part, to, terms.clone(), &Default::default());
            record
        };
        let shut = |record: &Record, name: &str| {
            let mut record = record.clone();
            record.log.set_open(EventId(name.to_owned()), part, to, false, &Default::default());
            record
        };
        // Both began from one closed state.
        let base = shut(&merge(&base, &mine, &theirs).record, "b-close");
        let (mine, theirs) = (opened(&base, "x-open", &one), opened(&base, "y-open", &other));
        let merged = merge(&base, &mine, &theirs).record;
        prop_assert_eq!(&merge(&base, &theirs, &mine).record, &merged);
        let ends = [one.until, other.until];
        let earlier = ends.into_iter().flatten().min();
        prop_assert_eq!(merged.log.terms(part, to).unwrap().until, earlier);
        let again = opened(&merged, "z-open", &Terms::default());
        prop_assert!(again.log.terms(part, to).unwrap().is_plain());
        prop_assert_eq!(&merge(&base, &again, &mine).record.log, &again.log, "an old copy changes nothing");
        let closed = shut(&theirs, "y-close");
        prop_assert!(!merge(&base, &mine, &closed).record.log.is_open(part, to));
    }

    #[test]
    fn no_stable_id_is_in_a_disclosure(record in record(), grant in grant(), other in any::<u64>()) {
        // The same content under other ids is the same disclosure.
        let mut text = stored::write(&record);
        for id in ["i0", "i1", "i2", "i3", "i4"] {
            // A question is called `i1` as well, and stays so.
            text = text.replace(&format!("\"id\":\"{id}\""), &format!("\"id\":\"{id}{other}\""));
        }
        if let Ok(stored::Read::Current(mut renamed)) = stored::read(&text) {
            renamed.id = record::RecordId(other.to_string());
            for (old, new) in record.plan.versions.iter().zip(&mut renamed.plan.versions) {
                new.answers.clone_from(&old.answers);
            }
            let without_versions = |record: &Record| {
                let mut record = record.clone();
                record.plan.versions.clear();
                view(&record, &grant, today())
            };
            if !text.contains("_i") {
                prop_assert_eq!(without_versions(&renamed), without_versions(&record));
            }
        }
        let seen = view(&record, &grant, today());
        // The name of a picture is the same wherever the picture is.
        let named = format!("{seen:?}").contains("Picture");
        prop_assert!(!named);
        let items = seen.card.sections.values().chain(seen.plan.sections.values()).flat_map(|data| &data.items);
        prop_assert!(items.into_iter().all(|item| item.id.0.parse::<usize>().is_ok()));
        prop_assert!(seen.plan.versions.iter().all(|version| version.id.0.is_empty() && version.after.is_empty()));
    }

    #[test]
    fn a_granted_section_shows_all_that_is_known(record in record(), parts in scope()) {
        let seen = view(&record, &Grant::new(Recipient::Crew, parts.clone()), today());
        for section in Section::ALL.into_iter().filter(|section| parts.has(*section)) {
            prop_assert_eq!(seen.card.section(section).is_some(), record.card.section(section).is_some());
            for spec in section.spec().fields {
                let whole = record.card.section(section).and_then(|data| data.fields.get(spec.id.as_str()));
                let shown = seen.card.section(section).and_then(|data| data.fields.get(spec.id.as_str()));
                prop_assert_eq!(shown, whole.filter(|field| !matches!(field.answer, Answer::Picture(_) | Answer::Other(_))));
            }
        }
    }

    /// Whatever two devices do without knowing of each other, what one of them closed last is closed.
    #[test]
    fn closed_wins_a_merge((base, mine, theirs) in edited(), part in prop::sample::select(&Part::ALL[..]), to in prop::sample::select(&Recipient::STANDING[..])) {
        let turned = |record: &Record, name: &str, open| {
            let mut record = record.clone();
            record.log.set_open(EventId(name.to_owned()), part, to, open, &Default::default());
            record
        };
        let opened = turned(&mine, "x-open", true);
        let closed = turned(&turned(&theirs, "y-open", true), "y-close", false);
        for merged in [merge(&base, &opened, &closed), merge(&base, &closed, &opened)] {
            prop_assert!(!merged.record.log.is_open(part, to));
            let again = turned(&merged.record, "z-open", true);
            prop_assert_eq!(again.log.is_open(part, to), part.offer(to) != Offer::Never, "who has seen the closing can open");
            // An old copy closes nothing that was opened since, and opens nothing.
            prop_assert_eq!(merge(&base, &again, &closed).record.log.is_open(part, to), again.log.is_open(part, to));
        }
    }
}

#[test]
fn no_word_of_the_sample_is_seen_before_something_is_granted() {
    let record = sample::person(Moment(1), day("2026-11-22"));
    let all: Vec<String> = record
        .card
        .sections
        .values()
        .flat_map(|data| data.fields.values().chain(data.items.iter().flat_map(|item| item.fields.values())))
        .filter_map(|field| match &field.answer {
            Answer::Given(words) if words.chars().count() > 2 => Some(words.clone()),
            _ => None,
        })
        .collect();
    assert!(all.len() > 60);
    let text = |seen: &Disclosure| {
        let mut all = BTreeSet::new();
        words(&serde_json::to_value(&seen.card).unwrap(), &mut all);
        all
    };
    for to in Recipient::STANDING {
        let closed = text(&view(&record, &Grant::new(to, Scope::none()), today()));
        assert!(all.iter().all(|words| !closed.contains(words)), "{to:?}");
    }
    // The control: all of them are found when everything is open.
    let open = text(&view(&record, &Grant::new(Recipient::Crew, Scope::card()), today()));
    assert!(all.iter().all(|words| open.contains(words)));
}

#[test]
fn who_holds_the_key_is_for_those_at_the_door() {
    let record = sample::person(Moment(1), day("2026-11-22"));
    let key = |to| view(&record, &Grant::new(to, Scope::card()), today()).card.words(catalogue::care::KEY).to_owned();
    for to in [Recipient::Crew, Recipient::Family, Recipient::TrustedPerson] {
        assert!(!key(to).is_empty(), "{to:?}");
    }
    for to in [Recipient::HomeDoctor, Recipient::CareManager, Recipient::Clinic(1), Recipient::Share(1)] {
        assert!(key(to).is_empty(), "{to:?}");
    }
}

#[test]
fn a_recipient_is_read_back_from_its_id() {
    for to in Recipient::STANDING.into_iter().chain([Recipient::Clinic(7), Recipient::Share(u128::MAX)]) {
        assert_eq!(Recipient::by_id(&to.to_string()), Some(to));
    }
    for no in ["", "neighbour", "clinic", "clinic:", "clinic:+0000000000000000000000000000007", "share:7", "crew:1"] {
        assert_eq!(Recipient::by_id(no), None, "{no}");
    }
}

/// The list has one place, whatever else was said about the people in it.
#[test]
fn people_of_whom_only_the_names_are_shown_are_shown_once() {
    let stamp = record::Stamp::default;
    let [p1, p2] = ["p1", "p2"].map(|id| Key::by_id(id).unwrap());
    let mut record = Record::new(record::RecordId("a".to_owned()), Moment(0));
    for id in ["i0", "i1"] {
        record =
            Edit::Trust { id: id.to_owned(), field: 0, answer: Some(Answer::Given("千葉 幸子".to_owned())), stamp: stamp() }.of(record);
    }
    let said = Some(Answer::Given("なし".to_owned()));
    record = Edit::Plan { key: p2, field: fields_of(p2.question).len() - 1, answer: said, stamp: stamp() }.of(record);
    record = Edit::Keep { id: "v".to_owned(), stamp: stamp() }.of(record);
    assert!(record.plan.current().unwrap().answers.contains_key(&p2.to_string()));
    let limited: Vec<_> = Recipient::STANDING.into_iter().filter(|to| Part::People.offer(*to) == Offer::Limited).collect();
    assert!(!limited.is_empty());
    for to in limited {
        let seen = view(&record, &Grant::new(to, Scope::none().with_part(Part::People)), today());
        let answers = &seen.plan.versions[0].answers;
        assert_eq!(answers.values().map(|data| data.items.len()).sum::<usize>(), 2, "{to:?}");
        assert_eq!(answers.keys().collect::<Vec<_>>(), [&p1.to_string()]);
    }
}
