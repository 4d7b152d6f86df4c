//! Two edits become one, and what changed can be told.

use std::collections::BTreeSet;

use proptest::prelude::*;
use record::{
    Answer, Answers, Card, Conflict, ItemId, Known, Moment, Record, Section, Sides, Stamp, catalogue,
    diff::diff,
    merge::{Merged, merge},
};

use crate::any::{edit, edited, record};

/// Every answer of a record with where it stands.
fn answers(record: &Record) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for (section, data) in record.card.sections.iter().chain(&record.plan.sections) {
        all.extend(data.fields.iter().map(|(id, field)| format!("{section}/{id}={:?}", field.answer)));
        for item in &data.items {
            all.extend(item.fields.iter().map(|(id, field)| format!("{section}/{}/{id}={:?}", item.id.0, field.answer)));
        }
    }
    all
}

fn items(record: &Record) -> BTreeSet<String> {
    let sections = record.card.sections.iter().chain(&record.plan.sections);
    sections.flat_map(|(section, data)| data.items.iter().map(move |item| format!("{section}/{}", item.id.0))).collect()
}

/// The answers that a merge handed back.
fn reported(merged: &Merged) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for Conflict { path, sides } in &merged.conflicts {
        let at = |item: Option<&ItemId>, field: &str, answer: &Answer| {
            let item = item.map(|item| format!("{}/", item.0)).unwrap_or_default();
            format!("{}/{item}{field}={answer:?}", path.root.id())
        };
        match sides {
            Sides::Answers { given, .. } => {
                let field = path.field.clone().unwrap_or_default();
                all.extend(given.iter().map(|answer| at(path.item.as_ref(), &field, answer)));
            }
            Sides::Removed(items) => {
                let each = items.iter().flat_map(|item| item.fields.iter().map(|(id, field)| at(Some(&item.id), id, &field.answer)));
                all.extend(each);
            }
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn equal_edits_are_clean((base, mine, _) in edited()) {
        prop_assert_eq!(merge(&base, &mine, &mine), Merged { record: mine.clone(), conflicts: Vec::new() });
    }

    #[test]
    fn an_edit_alone_stands((base, mine, _) in edited()) {
        prop_assert_eq!(merge(&base, &mine, &base), Merged { record: mine.clone(), conflicts: Vec::new() });
        prop_assert_eq!(merge(&base, &base, &mine), Merged { record: mine, conflicts: Vec::new() });
    }

    #[test]
    fn it_does_not_matter_which_edit_is_mine((base, mine, theirs) in edited()) {
        prop_assert_eq!(merge(&base, &mine, &theirs), merge(&base, &theirs, &mine));
    }

    #[test]
    fn unrelated_records_join_alike_too(base in record(), mine in record(), theirs in record()) {
        prop_assert_eq!(merge(&base, &mine, &theirs), merge(&base, &theirs, &mine));
    }

    #[test]
    fn nothing_that_a_side_kept_is_lost((base, mine, theirs) in edited()) {
        let merged = merge(&base, &mine, &theirs);
        let (there, told) = (answers(&merged.record), reported(&merged));
        let was = answers(&base);
        for (side, other) in [(&mine, &theirs), (&theirs, &mine)] {
            for answer in answers(side) {
                // Gone only where it was not this side that wrote it and the other side took it away, or else told.
                let taken_away = was.contains(&answer) && !answers(other).contains(&answer);
                prop_assert!(there.contains(&answer) || told.contains(&answer) || taken_away, "{} lost", answer);
            }
            for item in items(side) {
                let taken_away = items(&base).contains(&item) && !items(other).contains(&item);
                prop_assert!(items(&merged.record).contains(&item) || taken_away, "item {} lost", item);
            }
        }
    }

    #[test]
    fn an_item_that_both_kept_stays((base, mine, theirs) in edited()) {
        let merged = items(&merge(&base, &mine, &theirs).record);
        prop_assert!(items(&mine).intersection(&items(&theirs)).all(|item| merged.contains(item)));
    }

    #[test]
    fn with_nothing_before_everything_is_kept(mine in record(), theirs in record()) {
        let nothing = Record::new(mine.id.clone(), mine.made);
        let merged = merge(&nothing, &mine, &theirs);
        let (there, told) = (answers(&merged.record), reported(&merged));
        for answer in answers(&mine).union(&answers(&theirs)) {
            prop_assert!(there.contains(answer) || told.contains(answer), "{} lost", answer);
        }
        prop_assert!(items(&mine).union(&items(&theirs)).all(|item| items(&merged.record).contains(item)));
    }

    #[test]
    fn equal_records_do_not_differ(record in record()) {
        prop_assert!(diff(&record, &record).is_empty());
    }

    #[test]
    fn every_change_of_an_answer_is_told(before in record(), edits in prop::collection::vec(edit(), 1..6)) {
        let after = edits.into_iter().fold(before.clone(), |record, edit| edit.of(record));
        let same = answers(&before) == answers(&after) && items(&before) == items(&after) && before.card.confirmed == after.card.confirmed;
        prop_assert!(same || !diff(&before, &after).is_empty());
        prop_assert_eq!(diff(&before, &after).len(), diff(&after, &before).len());
    }
}

#[test]
fn the_four_states_survive_every_merge() {
    let states = [None, Some(Answer::None), Some(Answer::Unknown), Some(Answer::Given("そば".to_owned()))];
    let known = [Known::Untouched, Known::None, Known::Unknown, Known::Listed];
    let with = |answer: &Option<Answer>| {
        let mut record = Record::new(record::RecordId("a".to_owned()), Moment(0));
        let data = record.card.section_mut(Section::Allergies);
        if matches!(answer, Some(Answer::Given(_))) {
            let mut item = record::Item { id: ItemId("i".to_owned()), fields: Default::default(), extra: Default::default() };
            item.fields.set(catalogue::allergy::NAME.untyped(), answer.clone(), &Stamp::default());
            data.items.push(item);
        } else {
            data.fields.set(catalogue::LIST.untyped(), answer.clone(), &Stamp::default());
        }
        record
    };
    let blank = with(&None);
    for (state, known) in states.iter().zip(known) {
        let one = with(state);
        let text = record::stored::write(&one);
        let Ok(record::stored::Read::Current(again)) = record::stored::read(&text) else { panic!("not read") };
        assert_eq!(again.card.known(Section::Allergies), known);
        assert_eq!(merge(&blank, &one, &blank).record.card.known(Section::Allergies), known);
        assert_eq!(merge(&one, &one, &one).record.card.known(Section::Allergies), known);
    }
    assert_eq!(Card::default().known(Section::Allergies), Known::Untouched);
}

#[test]
fn listed_on_one_side_and_none_on_the_other_is_told() {
    let blank = Record::new(record::RecordId("a".to_owned()), Moment(0));
    let (mut none, mut listed) = (blank.clone(), blank.clone());
    none.card.section_mut(Section::Allergies).fields.set(catalogue::LIST.untyped(), Some(Answer::None), &Stamp::default());
    let mut item = record::Item { id: ItemId("i".to_owned()), fields: Default::default(), extra: Default::default() };
    item.fields.set(catalogue::allergy::NAME.untyped(), Some(Answer::Given("そば".to_owned())), &Stamp::default());
    listed.card.section_mut(Section::Allergies).items.push(item);
    let merged = merge(&blank, &none, &listed);
    assert_eq!(merged.record.card.known(Section::Allergies), Known::Listed);
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(merged.conflicts[0].sides, Sides::Answers { given: vec![Answer::None], untouched: true });
}

#[test]
fn an_item_that_one_removed_and_the_other_changed_stays_and_is_told() {
    let mut base = Record::new(record::RecordId("a".to_owned()), Moment(0));
    let item = record::Item { id: ItemId("i".to_owned()), fields: Default::default(), extra: Default::default() };
    base.card.section_mut(Section::Medicines).items.push(item);
    let (mut removed, mut changed) = (base.clone(), base.clone());
    removed.card.section_mut(Section::Medicines).items.clear();
    let answer = Answer::Given("フロセミド".to_owned());
    changed.card.section_mut(Section::Medicines).items[0].fields.set(catalogue::medicine::NAME.untyped(), Some(answer), &Stamp::default());
    let merged = merge(&base, &removed, &changed);
    assert_eq!(merged.record.card.items(Section::Medicines), changed.card.items(Section::Medicines));
    assert_eq!(merged.conflicts.len(), 1);
    assert!(merge(&base, &removed, &base).record.card.items(Section::Medicines).is_empty());
}
