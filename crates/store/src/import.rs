//! Records that come in from a file or a sheet: what becomes of each, and the way back.

use record::{Record, Stamp};

use crate::backup;

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

/// How one record was before something came in.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    pub id: String,
    /// `None` when it was not here.
    pub record: Option<Record>,
}

impl Before {
    /// Whether the record was on the device before.
    #[must_use]
    pub fn was_here(&self) -> bool {
        self.record.is_some()
    }
}

/// What a record would be afterwards; `None` when nothing is to be done. `stamp` says who does it and when.
#[must_use]
pub fn outcome(here: &[Record], coming: &Record, take: Take, stamp: &Stamp) -> Option<Record> {
    let mine = here.iter().find(|record| record.id == coming.id);
    match (take, mine) {
        (Take::Leave, _) => None,
        (Take::Join, Some(mine)) => Some(backup::joined(mine, coming)),
        (Take::Replace, Some(mine)) => {
            let mut record = coming.clone();
            record.settle(mine, stamp);
            Some(record)
        }
        (Take::Join | Take::Replace, None) => Some(coming.clone()),
    }
}

#[cfg(test)]
mod tests {
    use record::{Answer, Answers, Day, Moment, Section, Stamp, catalogue, diff, sample};

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
        record.settle(&somebody(), &stamp);
        record
    }

    #[test]
    fn joining_keeps_both_and_replacing_keeps_one() {
        let (old, new) = (somebody(), later());
        let street = |record: &Record| record.card.words(Section::Person, catalogue::STREET).to_owned();
        let joined = outcome(std::slice::from_ref(&new), &old, Take::Join, &Stamp::default()).unwrap();
        assert_eq!(street(&joined), "平和台2丁目", "the answer that was changed since stands");
        assert_eq!(joined.card.items(Section::Contacts).len(), 2, "what was removed stays removed");
        assert_eq!(
            diff::diff(&joined, &outcome(std::slice::from_ref(&old), &new, Take::Join, &Stamp::default()).unwrap()),
            [],
            "from either side"
        );
        let replaced = outcome(std::slice::from_ref(&new), &old, Take::Replace, &Stamp::default()).unwrap();
        assert_eq!(replaced.card, old.card);
        assert_eq!(outcome(&[replaced], &new, Take::Join, &Stamp::default()).unwrap().card.items(Section::Contacts).len(), 3, "put back");
        assert_eq!(outcome(&[new], &old, Take::Leave, &Stamp::default()), None);
        assert_eq!(outcome(&[], &old, Take::Join, &Stamp::default()), Some(old));
    }
}
