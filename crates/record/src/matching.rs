//! Whether two records are about the same person, and which of their entries are the same.

use crate::{
    Answers, Item, Record, Section,
    catalogue::{FieldSpec, Naming, person},
};

/// The record here that is about the same person, by name and birth, when the ids do not tell.
#[must_use]
pub fn same_person<'a>(here: &'a [Record], coming: &Record) -> Option<&'a Record> {
    let who = |record: &Record| {
        let card = &record.card;
        (letters(card.words(person::NAME)), card.words(person::BIRTH).to_owned())
    };
    let wanted = who(coming);
    here.iter().find(|record| !wanted.0.is_empty() && who(record) == wanted)
}

/// A name without the spaces that one hand writes and another leaves out.
fn letters(name: &str) -> String {
    name.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// Ties a record from paper to the one here that it is about, if there is one: by its id, or by name and birth. Paper does not
/// carry the ids of list entries, so entries that are called the same take the ids from here; joining would list them twice.
#[must_use]
pub fn align(here: &[Record], mut coming: Record) -> Record {
    let mine = here.iter().find(|record| record.id == coming.id).or_else(|| same_person(here, &coming));
    let Some(mine) = mine else { return coming };
    coming.id = mine.id.clone();
    for section in Section::ALL {
        let own = mine.card.items(section);
        let mut free: Vec<&Item> = own.iter().collect();
        if own.is_empty() || coming.card.items(section).is_empty() {
            continue;
        }
        for item in &mut coming.card.section_mut(section).items {
            let whole = free.iter().position(|other| same_answers(other, item));
            let found = whole.or_else(|| free.iter().position(|other| same_name(section, other, item)));
            if let Some(place) = found {
                item.id = free.remove(place).id.clone();
            }
        }
    }
    coming
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
    use crate::{Answer, Day, Moment, RecordId, Stamp, sample};

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
    }
}
