//! What two edits left open can be decided, and stays decided.

use proptest::prelude::*;
use record::{
    Answer, Author, Conflict, Item, ItemId, Moment, Path, Record, Resolution, Section, Sides, Stamp, catalogue as c, merge::merge,
};

use crate::any::edited;

fn stamp() -> Stamp {
    Stamp { at: Moment(9_000_000_000_000), by: Author::Own }
}

fn resolved(record: &Record, path: &Path, resolution: &Resolution) -> Record {
    let mut after = record.clone();
    after.resolve(path, resolution, &stamp());
    after.finish_edit(record, &stamp());
    after
}

/// What stands at the path of a conflict once something was chosen.
fn stands(record: &Record, path: &Path, resolution: &Resolution) -> bool {
    match resolution {
        Resolution::KeepCurrent => true,
        Resolution::Clear => path.answer(record).is_none(),
        Resolution::Restore(item) => path.items(record).iter().filter(|other| other.id == item.id).count() == 1,
        Resolution::Answer(Answer::Chosen(ids)) if path.field.is_none() => {
            let there: Vec<_> = path.items(record).iter().map(|item| &item.id.0).collect();
            let wanted: Vec<_> = ids.iter().filter(|id| there.contains(id)).collect();
            there.into_iter().filter(|id| ids.contains(id)).collect::<Vec<_>>() == wanted
        }
        Resolution::Answer(answer) => path.answer(record) == Some(answer),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_choice_closes_the_question_and_stands((base, mine, theirs) in edited()) {
        let open = merge(&base, &mine, &theirs).record;
        for Conflict { path, .. } in &open.conflicts {
            let conflict = open.conflicts.iter().find(|conflict| conflict.path == *path).unwrap();
            for resolution in conflict.resolutions(&open) {
                let after = resolved(&open, path, &resolution);
                prop_assert!(after.conflicts.iter().all(|other| other.path != *path), "{path}: {resolution:?}");
                prop_assert!(stands(&after, path, &resolution), "{path}: {resolution:?}");
                // A device that has not heard of it does not open it again.
                let joined = merge(&open, &after, &open);
                prop_assert_eq!(&joined.record, &after);
            }
        }
    }

    #[test]
    fn both_sides_can_be_chosen((base, mine, theirs) in edited()) {
        let open = merge(&base, &mine, &theirs).record;
        for conflict in &open.conflicts {
            let resolutions = conflict.resolutions(&open);
            prop_assert_eq!(&resolutions[0], &Resolution::KeepCurrent);
            let Sides::Answers { given, .. } = &conflict.sides else { continue };
            if conflict.path.field.is_none() || resolutions.len() == 1 {
                continue;
            }
            for answer in given.iter().filter(|answer| !matches!(answer, Answer::Other(_))) {
                let offered = resolutions.contains(&Resolution::Answer(answer.clone())) || conflict.path.answer(&open) == Some(answer);
                prop_assert!(offered, "{}: {answer:?}", conflict.path);
            }
        }
    }
}

fn pets(words: &str, by: &str) -> Record {
    let mut record = Record::new(record::RecordId("a".to_owned()), Moment(1));
    let stamp = Stamp { at: Moment(2), by: Author::Proxy(by.to_owned()) };
    Path::from(c::care::PETS).set(&mut record, Some(Answer::Given(words.to_owned())), &stamp);
    record
}

#[test]
fn who_wrote_each_side_is_told_by_the_revision_that_has_it() {
    let base = Record::new(record::RecordId("a".to_owned()), Moment(1));
    let (dog, cat) = (pets("犬", "花子"), pets("猫", "太郎"));
    let open = merge(&base, &dog, &cat).record;
    let conflict = open.conflicts.first().unwrap();
    let resolutions = conflict.resolutions(&open);
    assert_eq!(resolutions.len(), 2);
    let hands = resolutions.iter().map(|resolution| {
        let stamp = [&open, &dog, &cat].iter().find_map(|record| record.stamp_of(&conflict.path, resolution)).unwrap();
        stamp.by
    });
    let mut hands: Vec<_> = hands.collect();
    hands.sort();
    assert_eq!(hands, [Author::Proxy("太郎".to_owned()), Author::Proxy("花子".to_owned())]);
}

#[test]
fn what_a_clinic_wrote_can_only_stay() {
    let base = Record::new(record::RecordId("a".to_owned()), Moment(1));
    let mut clinic = base.clone();
    let path = Path::from(c::care::PETS);
    path.set(&mut clinic, Some(Answer::Given("犬".to_owned())), &Stamp { at: Moment(2), by: Author::Clinic("柏".to_owned()) });
    let open = merge(&base, &clinic, &pets("猫", "太郎")).record;
    let conflict = open.conflicts.first().unwrap();
    assert_eq!(conflict.resolutions(&open), [Resolution::KeepCurrent]);
    assert_eq!(resolved(&open, &path, &Resolution::KeepCurrent).conflicts, []);
}

#[test]
fn none_against_a_list_empties_the_list_only_when_it_is_chosen() {
    let base = Record::new(record::RecordId("a".to_owned()), Moment(1));
    let section_path = Path::from(Section::Allergies);
    let (mut none, mut listed) = (base.clone(), base.clone());
    c::LIST.at(&section_path).set(&mut none, Some(Answer::None), &stamp());
    section_path.insert(&mut listed, 0, Item { id: ItemId("x".to_owned()), fields: record::Fields::new(), extra: serde_json::Map::new() });
    c::allergy::NAME.of(&ItemId("x".to_owned())).set(&mut listed, Some(Answer::Given("そば".to_owned())), &stamp());
    let open = merge(&base, &none, &listed).record;
    let conflict = open.conflicts.first().unwrap();
    assert_eq!(conflict.resolutions(&open), [Resolution::KeepCurrent, Resolution::Answer(Answer::None)]);
    assert_eq!(section_path.items(&resolved(&open, &conflict.path, &Resolution::KeepCurrent)).len(), 1);
    assert!(section_path.items(&resolved(&open, &conflict.path, &Resolution::Answer(Answer::None))).is_empty());
}

#[test]
fn of_an_entry_that_is_gone_nothing_is_offered_and_one_that_stands_is_not_put_back_again() {
    let mut record = Record::new(record::RecordId("a".to_owned()), Moment(0));
    let list = Path::from(Section::Medicines);
    let item = |id: &str| Item { id: ItemId(id.to_owned()), fields: Default::default(), extra: Default::default() };
    list.insert(&mut record, 0, item("here"));
    let given = vec![Answer::Given("a".to_owned()), Answer::Given("b".to_owned())];
    let answers = |id: &str| Conflict {
        path: list.item(&ItemId(id.to_owned())).named("name"),
        sides: Sides::Answers { given: given.clone(), untouched: true },
    };
    assert_eq!(answers("gone").resolutions(&record), [Resolution::KeepCurrent]);
    assert_eq!(answers("here").resolutions(&record).len(), 3);
    let removed = |at: &str, id: &str| Conflict { path: list.item(&ItemId(at.to_owned())), sides: Sides::Removed(vec![item(id)]) };
    assert_eq!(removed("here", "here").resolutions(&record), [Resolution::KeepCurrent]);
    assert_eq!(removed("gone", "here").resolutions(&record), [Resolution::KeepCurrent]);
    assert_eq!(removed("gone", "gone").resolutions(&record), [Resolution::KeepCurrent, Resolution::Restore(item("gone"))]);
}
