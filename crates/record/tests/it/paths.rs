//! Where something stands: what is written at a path is read there and nowhere else.

use proptest::{prelude::*, sample::select};
use record::{
    Answer, Author, Fields, Item, ItemId, Moment, Path, Record, Root, Section, Stamp, catalogue as c,
    diff::{What, diff},
    plan::{Key, Scene, section},
};

use crate::any::{answer, record};

const STAMP: Stamp = Stamp { at: Moment(99), by: Author::Own };

fn roots() -> Vec<Root> {
    let keys = Key::all().map(Root::Question);
    Section::ALL.into_iter().map(Root::Card).chain(keys).chain(section::ALL.map(Root::PlanSection)).collect()
}

fn path() -> impl Strategy<Value = Path> {
    let item = prop::option::of(select(vec!["i0", "i1"]).prop_map(|id| ItemId(id.to_owned())));
    let field = select(vec!["name", "answer", "sex", "list", "field_of_tomorrow"]).prop_map(|id| Some(id.to_owned()));
    (select(roots()), item, field).prop_map(|(root, item, field)| Path { root, item, field })
}

fn id() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[~/01a]{0,5}", 1 => any::<String>()]
}

fn entry(id: &ItemId) -> Item {
    Item { id: id.clone(), fields: Fields::new(), extra: Default::default() }
}

/// The record with the entry that a path leads to.
fn reachable(mut record: Record, path: &Path) -> Record {
    // What a clinic wrote is not written over: that is for another test.
    let sections = record.card.sections.values_mut().chain(record.plan.sections.values_mut());
    sections.for_each(|data| data.fields.retain(|_, field| !field.stamp.by.is_clinic()));
    if let Some(id) = &path.item {
        path.remove(&mut record, id);
        path.insert(&mut record, 0, entry(id));
    }
    record
}

proptest! {
    #[test]
    fn a_path_comes_back_from_its_word_and_its_stored_form(path in path()) {
        prop_assert_eq!(Path::parse(&path.to_string()), Some(path.clone()));
        let stored = serde_json::to_string(&path).unwrap();
        prop_assert_eq!(serde_json::from_str::<Path>(&stored).unwrap(), path);
    }

    /// Ids of newer releases and of files may have any letters.
    #[test]
    fn a_path_with_any_ids_comes_back_from_its_word(section in id(), item in prop::option::of(id()), field in prop::option::of(id())) {
        let path = Path { root: Root::by_id(&section), item: item.map(ItemId), field };
        prop_assert_eq!(Path::parse(&path.to_string()), Some(path));
    }

    #[test]
    fn what_is_written_at_a_path_is_read_there_and_is_the_only_change(record in record(), path in path(), answer in answer()) {
        let before = reachable(record, &path);
        let mut after = before.clone();
        path.set(&mut after, Some(answer.clone()), &STAMP);
        prop_assert_eq!(path.answer(&after), Some(&answer));
        let changes = diff(&before, &after);
        prop_assert!(changes.iter().all(|change| change.path == path), "{changes:?}");
        prop_assert_eq!(changes.len(), usize::from(path.answer(&before) != Some(&answer)));
        path.set(&mut after, None, &STAMP);
        prop_assert_eq!(path.answer(&after), None);
    }

    #[test]
    fn an_entry_that_is_gone_is_not_made_again(record in record(), path in path(), answer in answer()) {
        let mut record = record;
        if let Some(id) = &path.item {
            path.remove(&mut record, id);
            let before = record.clone();
            path.set(&mut record, Some(answer), &STAMP);
            prop_assert_eq!(path.fields(&record), None);
            prop_assert!(diff(&before, &record).is_empty());
        }
    }
}

#[test]
fn every_root_is_found_by_its_stored_id() {
    for root in roots() {
        assert_eq!(Root::by_id(&root.id()), root);
    }
}

#[test]
fn a_path_knows_its_field_and_what_is_asked_there() {
    let name = c::illness::NAME.of(&ItemId("i".to_owned()));
    assert_eq!(name.control(), "name-i");
    assert!(name.spec().unwrap().one_of().contains(&"cancer") && name.is(c::illness::NAME.untyped()));
    assert_eq!(
        Path::from(Section::Illness).field(c::illness::NAME.untyped()).spec().map(|spec| spec.id),
        None,
        "the section itself has no name"
    );
    let aim = Path::from(record::plan::catalogue::t1::ANSWER.within(Scene::A));
    assert_eq!((aim.root.id().as_str(), aim.control().as_str()), ("t1.a", "answer"));
    assert!(aim.spec().is_some() && aim.section().is_none());
}

#[test]
fn a_list_that_has_an_entry_is_neither_none_nor_unknown_and_entries_keep_their_order() {
    let mut record = Record::new(record::RecordId("a".to_owned()), Moment(0));
    let list = Path::from(Section::Allergies);
    c::LIST.at(&list).set(&mut record, Some(Answer::None), &STAMP);
    let [one, two] = ["one", "two"].map(|id| ItemId(id.to_owned()));
    list.insert(&mut record, usize::MAX, entry(&one));
    list.insert(&mut record, usize::MAX, entry(&two));
    assert_eq!(c::LIST.at(&list).answer(&record), None);
    let order = |record: &Record| list.items(record).iter().map(|item| item.id.0.clone()).collect::<Vec<_>>();
    list.raise(&mut record, &two);
    assert_eq!(order(&record), ["two", "one"]);
    list.raise(&mut record, &two);
    assert_eq!(order(&record), ["two", "one"], "there is no place before the first");
    let changes = diff(&Record::new(record::RecordId("a".to_owned()), Moment(0)), &record);
    assert!(changes.iter().all(|change| matches!(change.what, What::ItemAdded(_)) && change.path.root == list.root));
    list.remove(&mut record, &two);
    assert_eq!(order(&record), ["one"]);
}
