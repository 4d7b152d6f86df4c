//! Putting records from a file or a sheet on the device, and the way back.

use leptos::prelude::*;
use record::{Record, Section, catalogue};

use super::{Folder, backup, row::Cause};
use crate::port::JournalError;

/// What the person wants done with one record that comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// Both contents in one.
    Join,
    /// The one that comes in takes the place of the one here.
    Replace,
    /// Nothing.
    Leave,
}

/// How one record was before something came in; `None` when it was not here.
#[derive(Clone, Debug, PartialEq)]
pub struct Back {
    id: String,
    before: Option<Record>,
}

impl Back {
    /// Whether the record was on the device before.
    #[must_use]
    pub fn was_here(&self) -> bool {
        self.before.is_some()
    }
}

/// What a record would be afterwards; `None` when nothing is to be done.
#[must_use]
pub fn outcome(here: &[Record], coming: &Record, take: Take) -> Option<Record> {
    let mine = here.iter().find(|record| record.id == coming.id);
    match (take, mine) {
        (Take::Leave, _) => None,
        (Take::Join, Some(mine)) => Some(backup::joined(mine, coming)),
        (Take::Join | Take::Replace, _) => Some(coming.clone()),
    }
}

/// The record here that is about the same person, by name and birth, when the ids do not tell.
#[must_use]
pub fn same_person<'a>(here: &'a [Record], coming: &Record) -> Option<&'a Record> {
    let who = |record: &Record| {
        let card = &record.card;
        (letters(card.words(Section::Person, catalogue::NAME)), card.words(Section::Person, catalogue::BIRTH).to_owned())
    };
    let wanted = who(coming);
    here.iter().find(|record| !wanted.0.is_empty() && who(record) == wanted)
}

/// A name without the spaces that one hand writes and another leaves out.
fn letters(name: &str) -> String {
    name.chars().filter(|sign| !sign.is_whitespace()).collect()
}

impl Folder {
    /// Everything that may go into a backup: what is on the disk, and the open record as it stands on the screen, saved or not.
    #[must_use]
    pub fn on_hand(self) -> Vec<Record> {
        let open = self.record.get_untracked();
        let mut all = self.everyone();
        match all.iter_mut().find(|record| record.id == open.id) {
            Some(kept) => *kept = open,
            None if !open.is_blank() => all.push(open),
            None => {}
        }
        all
    }

    /// Writes the records and tells the way back for each that was written, also when a later one failed.
    pub async fn bring(self, coming: Vec<Record>) -> (Vec<Back>, Result<(), JournalError>) {
        self.flush();
        let open = self.record.with_untracked(|record| record.id.0.clone());
        let mut ways: Vec<Back> = Vec::new();
        let mut done = Ok(());
        for record in coming {
            let id = record.id.0.clone();
            let before = self.held_of(&id).map(|held| held.record);
            done = self.adopt(record, Cause::Import).await;
            if done.is_err() {
                break;
            }
            ways.push(Back { id, before });
        }
        // The card that was open stays open; on a new device it is the first that came in.
        let next = self.held_of(&open).map(|_| open).or_else(|| ways.first().map(|way| way.id.clone()));
        if let Some(next) = next {
            self.open(&next);
        }
        (ways, done)
    }

    /// Makes everything as it was before [`Folder::bring`].
    ///
    /// # Errors
    /// When something could not be written; what was not taken back is still on the device.
    pub async fn take_back(self, ways: Vec<Back>) -> Result<(), JournalError> {
        let open = self.record.with_untracked(|record| record.id.0.clone());
        for way in ways.into_iter().rev() {
            match way.before {
                Some(before) => self.adopt(before, Cause::Undo).await?,
                None => self.erase(Some(way.id)).await?,
            }
        }
        self.open(&open);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use record::{Answer, Answers, Day, Moment, RecordId, Stamp, diff, sample};

    use super::*;

    fn somebody() -> Record {
        sample::person(Moment(1_780_000_000_000), Day::parse("2026-11-22").unwrap())
    }

    fn later() -> Record {
        let mut record = somebody();
        let stamp = Stamp { at: Moment(1_790_000_000_000), ..Stamp::default() };
        let person = &mut record.card.section_mut(Section::Person).fields;
        person.set(catalogue::STREET, Some(Answer::Given("平和台2丁目".to_owned())), &stamp);
        record.card.section_mut(Section::Contacts).items.remove(0);
        record
    }

    #[test]
    fn joining_keeps_both_and_replacing_keeps_one() {
        let (old, new) = (somebody(), later());
        let street = |record: &Record| record.card.words(Section::Person, catalogue::STREET).to_owned();
        let joined = outcome(std::slice::from_ref(&new), &old, Take::Join).unwrap();
        assert_eq!(street(&joined), "平和台2丁目", "the newer answer stands");
        assert_eq!(joined.card.items(Section::Contacts).len(), 3, "what was removed comes back");
        assert_eq!(diff::diff(&joined, &outcome(std::slice::from_ref(&old), &new, Take::Join).unwrap()), [], "from either side");
        assert_eq!(outcome(std::slice::from_ref(&new), &old, Take::Replace), Some(old.clone()));
        assert_eq!(outcome(&[new], &old, Take::Leave), None);
        assert_eq!(outcome(&[], &old, Take::Join), Some(old));
    }

    #[test]
    fn the_same_person_is_found_by_name_and_birth() {
        let mut other = somebody();
        other.id = RecordId("another".to_owned());
        let stamp = Stamp::default();
        let name = |record: &mut Record, words: &str| {
            record.card.section_mut(Section::Person).fields.set(catalogue::NAME, Some(Answer::Given(words.to_owned())), &stamp);
        };
        name(&mut other, "流山花子");
        assert_eq!(same_person(&[somebody()], &other).map(|record| record.id.0.as_str()), Some("sample"));
        name(&mut other, "流山 太郎");
        assert_eq!(same_person(&[somebody()], &other), None);
        let nobody = Record::new(RecordId("x".to_owned()), Moment(0));
        assert_eq!(same_person(std::slice::from_ref(&nobody), &nobody), None, "two cards without a name are two people");
    }
}
