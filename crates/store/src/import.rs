//! Records that come in from a file or a sheet: what becomes of each, and the way back.

use record::{Record, Stamp, matching::align};

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

/// The records of a file, with those recognised that are about somebody here.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    pub records: Vec<Record>,
    /// Whether any came under another name of the record than here.
    pub renamed: bool,
}

/// Recognises who is here already under another name of the record, by name and birth, as from paper. A record that is here
/// under its own name stays as it is, and nobody here is recognised twice.
#[must_use]
pub fn recognised(here: &[Record], coming: Vec<Record>) -> Recognised {
    let mut found = Recognised { records: Vec::new(), renamed: false };
    let own = |id: &record::RecordId| here.iter().any(|mine| mine.id == *id);
    let named: Vec<_> = coming.iter().map(|record| record.id.clone()).collect();
    for record in coming {
        let aligned = if own(&record.id) { record.clone() } else { align(here, record.clone()) };
        let taken = named.contains(&aligned.id) || found.records.iter().any(|other| other.id == aligned.id);
        if aligned.id == record.id || taken {
            found.records.push(record);
        } else {
            found.renamed = true;
            found.records.push(aligned);
        }
    }
    found
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
    use record::{Answer, Day, Moment, Section, Stamp, catalogue, diff, sample};

    use super::*;

    fn somebody() -> Record {
        sample::person(Moment(1_780_000_000_000), Day::parse("2026-11-22").unwrap())
    }

    fn later() -> Record {
        let mut record = somebody();
        let stamp = Stamp { at: Moment(1_790_000_000_000), ..Stamp::default() };
        record.card.set(catalogue::person::STREET, Some(Answer::Given("平和台2丁目".to_owned())), &stamp);
        record.card.section_mut(Section::Contacts).items.remove(0);
        record.settle(&somebody(), &stamp);
        record
    }

    #[test]
    fn joining_keeps_both_and_replacing_keeps_one() {
        let (old, new) = (somebody(), later());
        let street = |record: &Record| record.card.words(catalogue::person::STREET).to_owned();
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

    /// Found as F12: from a file the same person, written without the space and under another id, became two people.
    #[test]
    fn the_same_person_is_recognised_from_a_file() {
        let mut other = somebody();
        other.id = record::RecordId("other".to_owned());
        let name = Some(Answer::Given("流山花子".to_owned()));
        other.card.set(catalogue::person::NAME, name, &Stamp::default());
        let found = recognised(&[somebody()], vec![other.clone()]);
        assert!(found.renamed);
        assert_eq!(found.records[0].id, somebody().id);
        // Nobody is recognised twice, and who is here under the own id stays.
        let found = recognised(&[somebody()], vec![other.clone(), somebody()]);
        assert!(!found.renamed && found.records == [other.clone(), somebody()]);
        assert!(!recognised(&[], vec![other.clone()]).renamed);
    }
}
