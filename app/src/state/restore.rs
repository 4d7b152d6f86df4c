//! Parts of a restore code, kept on the shelf until all of them are read: a camera opens a new tab for each.

use exchange::restore::{Collected, RestoreError};
use record::{Answers, FieldId, Item, Record, Section, catalogue as c};

use super::bring::same_person;
use crate::port::Ports;

const KEY: &str = "tsumugu.restore";

/// What was read so far.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    texts: Vec<String>,
    collected: Collected,
}

impl Gathered {
    /// The parts on the shelf. What cannot be read there is left out and asked for again.
    #[must_use]
    pub fn load(ports: &Ports) -> Gathered {
        let texts: Vec<String> = ports.shelf.get(KEY).and_then(|raw| serde_json::from_str(&raw).ok()).unwrap_or_default();
        let mut gathered = Gathered::default();
        for text in texts {
            if gathered.collected.add(&text).is_ok() {
                gathered.texts.push(text);
            }
        }
        gathered
    }

    /// Takes everything that was read at once: a code, an address with a code, or several of them.
    ///
    /// # Errors
    /// Any but [`RestoreError::Missing`], with the text it is about. What was gathered before stays.
    pub fn add(&mut self, ports: &Ports, read: &str) -> Result<(), (RestoreError, String)> {
        // Another tab may have read a part since.
        let shelf = Gathered::load(ports);
        if shelf.texts.len() > self.texts.len() {
            *self = shelf;
        }
        let mut outcome = if read.trim().is_empty() { Err((RestoreError::NotACode, String::new())) } else { Ok(()) };
        for text in read.split_whitespace() {
            match self.collected.add(text) {
                Ok(()) if self.texts.iter().any(|old| old == text) => {}
                Ok(()) => self.texts.push(text.to_owned()),
                Err(error) => outcome = Err((error, text.to_owned())),
            }
        }
        if let Ok(raw) = serde_json::to_string(&self.texts) {
            // A shelf that is full or off: this tab still holds the parts, and the page says how many there are.
            let _ = ports.shelf.set(KEY, &raw);
        }
        outcome
    }

    /// How many parts are here, and how many there are.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        self.collected.progress()
    }

    /// The numbers of the parts that are not here yet.
    #[must_use]
    pub fn missing(&self) -> Vec<u16> {
        self.collected.missing()
    }

    /// The record, when all parts are here.
    ///
    /// # Errors
    /// [`RestoreError::Missing`] or [`RestoreError::Damaged`].
    pub fn record(&self) -> Result<Record, RestoreError> {
        self.collected.record()
    }
}

/// Forgets the parts on the shelf.
pub fn forget(ports: &Ports) {
    ports.shelf.remove(KEY);
}

/// Ties a record from paper to the one here that it is about, if there is one: by its id, or by name and birth. Paper does not
/// carry the ids of list entries, so entries that are called the same take the ids from here; joining would list them twice.
#[must_use]
pub fn tied(here: &[Record], mut coming: Record) -> Record {
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

fn same_name(section: Section, one: &Item, other: &Item) -> bool {
    let naming: &[FieldId] = match section {
        Section::Doctors => &[c::PLACE, c::DOCTOR],
        Section::Orders => &[c::SCENE],
        _ => &[c::NAME],
    };
    naming.iter().any(|field| one.fields.says(*field))
        && naming.iter().all(|field| one.fields.answer(*field) == other.fields.answer(*field))
}

#[cfg(test)]
mod tests {
    use record::{Answer, Day, Moment, RecordId, Stamp, diff, sample};

    use super::*;
    use crate::{port::memory::Memory, state::backup};

    fn somebody() -> Record {
        sample::person(Moment(1_780_000_000_000), Day::parse("2026-11-22").unwrap())
    }

    #[test]
    fn parts_are_gathered_across_tabs_and_forgotten() {
        let memory = Memory::default();
        let ports = memory.ports();
        let parts = exchange::restore::write(&somebody());
        assert!(parts.len() > 1, "one part needs no gathering");
        for (count, part) in parts.iter().enumerate() {
            let mut tab = Gathered::load(&ports);
            assert_eq!(tab.progress().0, count);
            assert!(matches!(tab.record(), Err(RestoreError::Missing { .. })));
            tab.add(&ports, &format!("https://tsumugu.example/restore#{part}")).unwrap();
            tab.add(&ports, part).unwrap();
        }
        let gathered = Gathered::load(&ports);
        assert_eq!(gathered.progress(), (parts.len(), parts.len()));
        assert!(diff::diff(&tied(&[somebody()], gathered.record().unwrap()), &somebody()).is_empty());
        forget(&ports);
        assert_eq!(Gathered::load(&ports).progress(), (0, 0));
        assert!(memory.shelf.borrow().is_empty());
    }

    #[test]
    fn what_is_no_code_changes_nothing() {
        let ports = Memory::default().ports();
        let parts = exchange::restore::write(&somebody());
        let mut gathered = Gathered::default();
        gathered.add(&ports, &parts[0]).unwrap();
        let mut other = somebody();
        other.card.section_mut(Section::Person).fields.set(c::LANDMARK, Some(Answer::Given("橋".to_owned())), &Stamp::default());
        for (text, error) in [
            ("", RestoreError::NotACode),
            ("https://tsumugu.example/card", RestoreError::NotACode),
            (&parts[1][..parts[1].len() - 9], RestoreError::Damaged),
            (&exchange::restore::write(&other)[0], RestoreError::OtherSet),
        ] {
            assert_eq!(gathered.add(&ports, text).map_err(|(error, _)| error), Err(error), "{text}");
            assert_eq!(gathered.progress().0, 1);
        }
        gathered.add(&ports, &parts.join("\n")).unwrap();
        assert!(gathered.record().is_ok());
    }

    #[test]
    fn joining_a_sheet_of_the_same_person_lists_nobody_twice() {
        let mut here = somebody();
        here.id = RecordId("here".to_owned());
        let stamp = Stamp { at: Moment(1_790_000_000_000), ..Stamp::default() };
        here.card.section_mut(Section::Medicines).items[0].fields.set(c::DOSE, Some(Answer::Given("5mg".to_owned())), &stamp);
        let paper = exchange::restore::read(&exchange::restore::write(&somebody())).unwrap();
        let coming = tied(std::slice::from_ref(&here), paper.clone());
        assert_eq!(coming.id, here.id);
        let joined = backup::joined(&here, &coming);
        assert_eq!(diff::diff(&here, &joined), [], "the newer dose stands, and nothing is there twice");
        assert_eq!(tied(&[], paper.clone()), paper);
    }
}
