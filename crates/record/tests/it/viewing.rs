//! What a reader sees: what was opened, and never more.

use proptest::prelude::*;
use record::{
    Answer, Moment, Record, Section, catalogue, sample, stored,
    view::{Opened, Role, view},
};

use crate::any::record;

const ROLES: [Role; 4] = [Role::Crew, Role::Family, Role::HomeDoctor, Role::CareManager];

fn opened() -> impl Strategy<Value = Opened> {
    prop::collection::vec(prop::sample::select(&Section::ALL[..]), 0..8)
        .prop_map(|sections| sections.into_iter().fold(Opened::none(), Opened::with))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn nothing_opened_is_nothing_seen(record in record(), role in prop::sample::select(&ROLES[..])) {
        let seen = view(&record, &Opened::none(), role);
        // The bytes of a record that never had anything in it but its id, its beginning and the word 見本.
        let bare = Record { sample: record.sample, ..Record::new(record.id.clone(), record.made) };
        prop_assert_eq!(stored::write(&seen), stored::write(&bare));
    }

    #[test]
    fn never_more_than_what_was_opened(record in record(), opened in opened(), role in prop::sample::select(&ROLES[..])) {
        let seen = view(&record, &opened, role);
        prop_assert!(seen.extra.is_empty() && seen.card.extra.is_empty());
        for (id, data) in &seen.card.sections {
            let section = Section::by_id(id).unwrap();
            prop_assert!(opened.has(section));
            let whole = &record.card.sections[id];
            prop_assert!(data.extra.is_empty());
            prop_assert!(data.fields.iter().all(|(id, field)| whole.fields.get(id) == Some(field)));
            prop_assert!(data.fields.values().all(|field| !matches!(field.answer, Answer::Other(_))));
            prop_assert_eq!(data.items.len(), whole.items.len());
            for (item, whole) in data.items.iter().zip(&whole.items) {
                prop_assert!(item.extra.is_empty() && item.id == whole.id);
                prop_assert!(item.fields.iter().all(|(id, field)| whole.fields.get(id) == Some(field)));
                prop_assert!(item.fields.keys().all(|id| section.spec().item.iter().any(|spec| spec.id.0 == id)));
            }
        }
        prop_assert!(seen.card.confirmed.is_none() || !seen.card.sections.is_empty());
    }

    #[test]
    fn an_opened_section_shows_all_that_is_known(record in record(), opened in opened()) {
        let seen = view(&record, &opened, Role::Crew);
        for section in Section::ALL.into_iter().filter(|section| opened.has(*section)) {
            prop_assert_eq!(seen.card.section(section).is_some(), record.card.section(section).is_some());
            for spec in section.spec().fields {
                let whole = record.card.section(section).and_then(|data| data.fields.get(spec.id.0));
                let shown = seen.card.section(section).and_then(|data| data.fields.get(spec.id.0));
                prop_assert_eq!(shown, whole.filter(|field| !matches!(field.answer, Answer::Other(_))));
            }
        }
    }
}

#[test]
fn no_word_of_the_sample_is_seen_before_something_is_opened() {
    let record = sample::person(Moment(1), record::Day::parse("2026-11-22").unwrap());
    let words: Vec<String> = record
        .card
        .sections
        .values()
        .flat_map(|data| data.fields.values().chain(data.items.iter().flat_map(|item| item.fields.values())))
        .filter_map(|field| match &field.answer {
            Answer::Given(words) if words.chars().count() > 2 => Some(words.clone()),
            _ => None,
        })
        .collect();
    assert!(words.len() > 60);
    let closed = stored::write(&view(&record, &Opened::none(), Role::Crew));
    let open = stored::write(&view(&record, &Opened::card(), Role::Crew));
    assert!(words.iter().all(|words| !closed.contains(words.as_str())));
    // The control: all of them are found when everything is open.
    assert!(words.iter().all(|words| open.contains(words.as_str())));
}

#[test]
fn who_holds_the_key_is_for_those_at_the_door() {
    let record = sample::person(Moment(1), record::Day::parse("2026-11-22").unwrap());
    let key = |role| view(&record, &Opened::card(), role).card.words(catalogue::care::KEY).to_owned();
    assert!(!key(Role::Crew).is_empty() && !key(Role::Family).is_empty());
    assert!(key(Role::HomeDoctor).is_empty() && key(Role::CareManager).is_empty());
}
