//! Whether two records are about the same person, and which of their entries are the same.

use crate::{
    Answers, Item, ItemId, Path, Record, Section,
    catalogue::{FieldSpec, Naming, person},
    conflict,
};

/// The record here that is about the same person, by name and birth, when the ids do not tell. An invented person is never a real one.
#[must_use]
pub fn same_person<'a>(here: &'a [Record], coming: &Record) -> Option<&'a Record> {
    let who = |record: &Record| {
        let card = &record.card;
        (letters(card.words(person::NAME)), card.words(person::BIRTH).to_owned(), record.sample)
    };
    let wanted = who(coming);
    here.iter().find(|record| !wanted.0.is_empty() && who(record) == wanted)
}

/// A name without the spaces that one hand writes and another leaves out.
fn letters(name: &str) -> String {
    name.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// The record here that a coming one is about: by its id, or by name and birth.
#[must_use]
pub fn same_record<'a>(here: &'a [Record], coming: &Record) -> Option<&'a Record> {
    let named = here.iter().find(|record| record.id == coming.id && record.sample == coming.sample);
    named.or_else(|| same_person(here, coming))
}

/// An entry that once stood in a section of the card.
pub type Gone = (Section, Item);

/// Ties a record to `mine`, which it is about. Paper does not carry the ids of list entries, so entries that are called the same take the
/// ids from here; joining would list them twice. So do entries that were removed from `mine` (`gone`): joining would put them back.
///
/// Where both come from one record, only an entry that was on paper may have another id than here; two others are two entries.
#[must_use]
pub fn tied(mine: &Record, gone: &[Gone], mut coming: Record) -> Record {
    let mut renamed = Vec::new();
    let same_record = coming.id == mine.id;
    coming.id = mine.id.clone();
    for section in Section::ALL {
        let known = coming.card.items(section).iter().map(|item| item.id.clone()).collect::<Vec<_>>();
        let is_free = |item: &&Item| !known.contains(&item.id);
        let mut free: Vec<&Item> = mine.card.items(section).iter().filter(is_free).collect();
        let mut removed: Vec<&Item> = gone.iter().filter(|(of, _)| *of == section).map(|(_, item)| item).filter(is_free).collect();
        if free.is_empty() && removed.is_empty() || known.is_empty() {
            continue;
        }
        let here = |id: &ItemId| mine.card.items(section).iter().any(|item| item.id == *id);
        for item in &mut coming.card.section_mut(section).items {
            // It is here, or was removed here, under its own id.
            if here(&item.id) || mine.removed_at(&Path::from(section).item(&item.id)).is_some() {
                continue;
            }
            let may = |other: &Item| !same_record || item.id.is_from_paper() || other.id.is_from_paper();
            let found = take_same(section, &mut free, item, may).or_else(|| take_same(section, &mut removed, item, may));
            if let Some(id) = found {
                renamed.push((Path::from(section).item(&item.id), id.clone()));
                item.id = id;
            }
        }
    }
    for (path, id) in renamed {
        rename_change_counters(&mut coming, &path, &id);
        conflict::rename(&mut coming.conflicts, &path, &id);
    }
    coming
}

/// The change counters of an entry follow it to its other id.
fn rename_change_counters(record: &mut Record, path: &Path, id: &ItemId) {
    let (old, new) = (path.to_string(), Path { item: Some(id.clone()), ..path.clone() }.to_string());
    let keys: Vec<String> = record.change_counters.keys().filter(|key| key.starts_with(&old)).cloned().collect();
    for key in keys {
        if let Some(entry) = record.change_counters.remove(&key) {
            record.change_counters.entry(key.replacen(&old, &new, 1)).or_insert(entry);
        }
    }
}

/// Takes out of some entries the one that is the same: with the same answers, or else called the same.
fn take_same(section: Section, among: &mut Vec<&Item>, item: &Item, may: impl Fn(&Item) -> bool) -> Option<ItemId> {
    let whole = among.iter().position(|other| may(other) && same_answers(other, item));
    let found = whole.or_else(|| among.iter().position(|other| may(other) && same_name(section, other, item)));
    found.map(|place| among.remove(place).id.clone())
}

fn same_answers(one: &Item, other: &Item) -> bool {
    one.fields.len() == other.fields.len()
        && one.fields.iter().all(|(id, field)| other.fields.get(id).is_some_and(|same| same.answer == field.answer))
}

/// Whether two entries are called the same. An order is known by the scene that it is about, whatever is to be done there.
fn same_name(section: Section, one: &Item, other: &Item) -> bool {
    let known_by = if section == Section::Orders { Naming::Before } else { Naming::Name };
    let mut named = section.spec().item.iter().filter(|spec| spec.naming == known_by);
    let same = |spec: &FieldSpec| one.fields.answer(spec.id) == other.fields.answer(spec.id);
    named.clone().any(|spec| one.fields.says(spec.id)) && named.all(same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Answer, Conflict, Day, Moment, RecordId, Sides, Stamp, sample};

    fn somebody() -> Record {
        sample::person(Moment(1_780_000_000_000), Day::parse("2026-11-22").unwrap())
    }

    #[test]
    fn the_same_person_is_found_by_name_and_birth() {
        let mut other = somebody();
        other.id = RecordId("another".to_owned());
        let stamp = Stamp::default();
        let name = |record: &mut Record, words: &str| {
            record.card.set(person::NAME, Some(Answer::Given(words.to_owned())), &stamp);
        };
        name(&mut other, "流山花子");
        assert_eq!(same_person(&[somebody()], &other).map(|record| record.id.0.as_str()), Some("sample"));
        name(&mut other, "流山 太郎");
        assert_eq!(same_person(&[somebody()], &other), None);
        let nobody = Record::new(RecordId("x".to_owned()), Moment(0));
        assert_eq!(same_person(std::slice::from_ref(&nobody), &nobody), None, "two cards without a name are two people");
        // Somebody real who is called like the invented person.
        let real = Record { sample: false, ..somebody() };
        assert_eq!(same_person(&[somebody()], &Record { id: RecordId("real".to_owned()), ..real.clone() }), None);
        assert_eq!(same_record(&[somebody()], &real), None);
    }

    /// The same record with the ids that its entries have on paper.
    fn on_paper(mut record: Record) -> Record {
        for (at, item) in record.card.sections.values_mut().flat_map(|data| &mut data.items).enumerate() {
            item.id = ItemId::on_paper(7, at as u32);
        }
        record
    }

    fn ids(record: &Record) -> Vec<&str> {
        Section::ALL.into_iter().flat_map(|section| record.card.items(section)).map(|item| item.id.0.as_str()).collect()
    }

    #[test]
    fn entries_that_went_by_paper_are_recognised_from_either_side() {
        let paper = on_paper(somebody());
        assert_eq!(tied(&somebody(), &[], paper.clone()), somebody());
        assert_eq!(tied(&paper, &[], somebody()), paper);
        assert_eq!(tied(&somebody(), &[], somebody()), somebody());
        // Two that never were on paper are two, whatever they are called.
        let mut other = somebody();
        for item in &mut other.card.section_mut(Section::Medicines).items {
            item.id = ItemId(format!("other-{}", item.id.0));
        }
        assert_eq!(ids(&tied(&somebody(), &[], other.clone())), ids(&other));
    }

    #[test]
    fn an_entry_that_was_removed_here_is_recognised_and_takes_its_id_back() {
        let mut mine = somebody();
        let item = mine.card.section_mut(Section::Medicines).items.remove(0);
        mine.finish_edit(&somebody(), &Stamp::default());
        let gone = [(Section::Medicines, item.clone())];
        let coming = tied(&mine, &gone, on_paper(somebody()));
        assert_eq!(coming.card.items(Section::Medicines)[0].id, item.id);
        assert_ne!(tied(&mine, &[], on_paper(somebody())).card.items(Section::Medicines)[0].id, item.id, "nothing is guessed");
    }

    #[test]
    fn conflicts_follow_an_entry_to_its_other_name() {
        let paper = |at: u32| ItemId::on_paper(7, at);
        let mut coming = on_paper(somebody());
        let (list, here) = (Path::from(Section::Medicines), somebody().card.items(Section::Medicines)[0].id.clone());
        let [first, second] = [0, 1].map(|at| coming.card.items(Section::Medicines)[at].clone());
        let order = |ids: [&ItemId; 2]| Answer::Chosen(ids.map(|id| id.0.clone()).to_vec());
        let answers = |given: Vec<Answer>| Sides::Answers { given, untouched: false };
        let name = |id: &ItemId| list.item(id).named("name");
        let words = vec![Answer::Given("a".to_owned()), Answer::Given("b".to_owned())];
        let before = [
            (list.clone(), answers(vec![order([&first.id, &second.id]), order([&second.id, &first.id])])),
            (list.item(&first.id), Sides::Removed(vec![first.clone()])),
            (name(&first.id), answers(words.clone())),
            // Of an entry that is not there, and of another section.
            (name(&paper(99)), answers(words.clone())),
            (Path::from(Section::Illness).item(&first.id).named("name"), answers(words)),
        ];
        for (path, sides) in before {
            conflict::add(&mut coming.conflicts, Conflict { path, sides });
        }
        let tied = tied(&somebody(), &[], coming.clone());
        let text = |record: &Record| crate::json::text(&record.conflicts);
        let other = somebody().card.items(Section::Medicines)[1].id.clone();
        assert_eq!(tied.conflicts.len(), 5);
        let find = |path: &Path| tied.conflicts.iter().find(|conflict| conflict.path == *path).map(|conflict| conflict.sides.clone());
        assert_eq!(find(&list.item(&here)), Some(Sides::Removed(vec![Item { id: here.clone(), ..first.clone() }])));
        assert!(find(&name(&here)).is_some() && find(&name(&paper(99))).is_some());
        assert!(find(&Path::from(Section::Illness).item(&first.id).named("name")).is_some());
        let Some(Sides::Answers { given, .. }) = find(&list) else { panic!("no order") };
        assert!(given.contains(&order([&here, &other])) && given.contains(&order([&other, &here])) && given.len() == 2);
        assert!(text(&coming).contains(&second.id.0) && !text(&tied).contains(&second.id.0));
    }
}
