//! Records that come in from a file or a sheet: what becomes of each, and the way back.

use record::{
    Path, Record, RecordId, Section, Stamp,
    matching::{Gone, same_record, tied},
    merge,
};

use crate::{
    backup,
    port::{JournalError, Ports},
    repository,
};

/// What the person wants done with one record that comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportMode {
    /// Both contents in one.
    Merge,
    /// The one that comes in takes the place of the one here.
    Replace,
    /// Nothing.
    Skip,
}

/// How one record was before something came in, and after.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportUndo {
    pub id: String,
    /// `None` when it was not here.
    pub record: Option<Record>,
    pub after: Record,
}

impl ImportUndo {
    /// Whether the record was on the device before.
    #[must_use]
    pub fn was_here(&self) -> bool {
        self.record.is_some()
    }

    /// The record as it was before, with what was written in `now` since it came in; `None` when it was not here. What came in is taken
    /// away like anything that a person removes, so that the same file does not count as newer.
    #[must_use]
    pub fn taken_back(&self, now: &Record, stamp: &Stamp) -> Option<Record> {
        let mut back = merge::rebased(&self.after, self.record.as_ref()?, now);
        back.finish_edit(now, stamp);
        Some(back)
    }
}

/// The records of a file, with those recognised that are about somebody here.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    pub records: Vec<Record>,
    /// Whether any came under another name of the record than here.
    pub renamed: bool,
}

/// Recognises who is here already: under the name of the record, or by name and birth, as from paper. Entries that went by paper are
/// recognised too, also those that were removed here, as far as earlier revisions tell. Nobody here is recognised twice.
///
/// # Errors
/// [`JournalError`]: without the earlier revisions, what was removed here would come back.
pub async fn recognised(ports: &Ports, here: &[Record], coming: Vec<Record>) -> Result<Recognised, JournalError> {
    let mut found = Recognised { records: Vec::new(), renamed: false };
    let named: Vec<RecordId> = coming.iter().map(|record| record.id.clone()).collect();
    for record in coming {
        let record = beside_the_invented(here, record);
        let Some(mine) = same_record(here, &record) else {
            found.records.push(record);
            continue;
        };
        let renamed = mine.id != record.id;
        let taken = renamed && (named.contains(&mine.id) || found.records.iter().any(|other| other.id == mine.id));
        if taken {
            found.records.push(record);
        } else {
            found.renamed |= renamed;
            found.records.push(tied(mine, &gone(ports, mine).await?, record));
        }
    }
    Ok(found)
}

/// The entries that were removed from a record, as earlier revisions have them, the newest first.
async fn gone(ports: &Ports, mine: &Record) -> Result<Vec<Gone>, JournalError> {
    let mut gone: Vec<Gone> = Vec::new();
    for (_, stored) in repository::history(ports, &mine.id.0).await? {
        for section in Section::ALL {
            for item in stored.record.card.items(section) {
                let is_gone = mine.removed_at(&Path::from(section).item(&item.id)).is_some();
                if is_gone && !gone.iter().any(|(of, known)| *of == section && known.id == item.id) {
                    gone.push((section, item.clone()));
                }
            }
        }
    }
    Ok(gone)
}

/// A real and an invented person of one name are two: the one that comes in gets another name.
fn beside_the_invented(here: &[Record], mut coming: Record) -> Record {
    if here.iter().any(|mine| mine.id == coming.id && mine.sample != coming.sample) {
        let kept: String = coming.id.0.chars().take(50).collect();
        coming.id = RecordId(format!("{kept}-{}", if coming.sample { "sample" } else { "person" }));
    }
    coming
}

/// What a record would be afterwards; `None` when nothing is to be done. `stamp` says who does it and when.
#[must_use]
pub fn outcome(here: &[Record], coming: &Record, take: ImportMode, stamp: &Stamp) -> Option<Record> {
    let mine = here.iter().find(|record| record.id == coming.id);
    match (take, mine) {
        (ImportMode::Skip, _) => None,
        (ImportMode::Merge, Some(mine)) => Some(backup::joined(mine, coming)),
        (ImportMode::Replace, Some(mine)) => {
            let mut record = coming.clone();
            record.finish_edit(mine, stamp);
            Some(record)
        }
        (ImportMode::Merge | ImportMode::Replace, None) => Some(coming.clone()),
    }
}

#[cfg(test)]
mod tests {
    use record::{Answer, Day, Moment, Section, Stamp, catalogue, diff, sample};

    use super::*;
    use crate::{
        Cause, StoredRecord,
        port::memory::{Memory, wait},
        restore::{self, Printed, StoredParts},
    };

    fn somebody() -> Record {
        sample::person(Moment(1_780_000_000_000), Day::parse("2026-11-22").unwrap())
    }

    fn later() -> Record {
        let mut record = somebody();
        let stamp = Stamp { at: Moment(1_790_000_000_000), ..Stamp::default() };
        record.card.set(catalogue::person::STREET, Some(Answer::Given("平和台2丁目".to_owned())), &stamp);
        record.card.section_mut(Section::Contacts).items.remove(0);
        record.finish_edit(&somebody(), &stamp);
        record
    }

    #[test]
    fn joining_keeps_both_and_replacing_keeps_one() {
        let (old, new) = (somebody(), later());
        let street = |record: &Record| record.card.words(catalogue::person::STREET).to_owned();
        let joined = outcome(std::slice::from_ref(&new), &old, ImportMode::Merge, &Stamp::default()).unwrap();
        assert_eq!(street(&joined), "平和台2丁目", "the answer that was changed since stands");
        assert_eq!(joined.card.items(Section::Contacts).len(), 2, "what was removed stays removed");
        assert_eq!(
            diff::diff(&joined, &outcome(std::slice::from_ref(&old), &new, ImportMode::Merge, &Stamp::default()).unwrap()),
            [],
            "from either side"
        );
        let replaced = outcome(std::slice::from_ref(&new), &old, ImportMode::Replace, &Stamp::default()).unwrap();
        assert_eq!(replaced.card, old.card);
        assert_eq!(
            outcome(&[replaced], &new, ImportMode::Merge, &Stamp::default()).unwrap().card.items(Section::Contacts).len(),
            3,
            "put back"
        );
        assert_eq!(outcome(&[new], &old, ImportMode::Skip, &Stamp::default()), None);
        assert_eq!(outcome(&[], &old, ImportMode::Merge, &Stamp::default()), Some(old));
    }

    fn recognised_here(here: &[Record], coming: Vec<Record>) -> Recognised {
        wait(recognised(&Memory::default().ports(), here, coming)).unwrap()
    }

    /// Found as F12: from a file the same person, written without the space and under another id, became two people.
    #[test]
    fn the_same_person_is_recognised_from_a_file() {
        let mut other = somebody();
        other.id = RecordId("other".to_owned());
        let name = Some(Answer::Given("流山花子".to_owned()));
        other.card.set(catalogue::person::NAME, name, &Stamp::default());
        let found = recognised_here(&[somebody()], vec![other.clone()]);
        assert!(found.renamed);
        assert_eq!(found.records[0].id, somebody().id);
        // Nobody is recognised twice, and who is here under the own id stays.
        let found = recognised_here(&[somebody()], vec![other.clone(), somebody()]);
        assert!(!found.renamed && found.records == [other.clone(), somebody()]);
        assert!(!recognised_here(&[], vec![other.clone()]).renamed);
    }

    /// Found on 2026-11-30: a journal that did not answer counted as one without earlier revisions.
    #[test]
    fn nobody_is_recognised_while_the_journal_cannot_be_read() {
        let memory = Memory::default();
        *memory.failing.borrow_mut() = Some(JournalError::NoAnswer);
        let found = |here: &[Record]| wait(recognised(&memory.ports(), here, vec![somebody()]));
        assert_eq!(found(&[somebody()]), Err(JournalError::NoAnswer));
        assert_eq!(found(&[]).unwrap().records, [somebody()], "nobody is here, and nothing was removed");
    }

    /// The card as it comes back from a print of a record.
    fn from_paper(ports: &Ports, record: &Record) -> Record {
        let Printed { codes, digits } = restore::print(ports, record).unwrap();
        let mut gathered = StoredParts::default();
        gathered.add(ports, &codes.join(" ")).unwrap();
        let Ok(exchange::restore::Print::Sealed(sealed)) = gathered.print() else { panic!("not complete") };
        restore::unlock(ports, &sealed, &digits).unwrap()
    }

    fn joined(ports: &Ports, here: &Record, coming: Record) -> Record {
        let coming = wait(recognised(ports, std::slice::from_ref(here), vec![coming])).unwrap().records.remove(0);
        outcome(std::slice::from_ref(here), &coming, ImportMode::Merge, &Stamp::default()).unwrap()
    }

    /// Found on 2026-11-30: a lost phone came back from paper, then the backup was found, and every list stood there twice.
    #[test]
    fn a_backup_after_a_restore_from_paper_lists_nothing_twice() {
        let memory = Memory::default();
        memory.time.set(1_800_000_000_000);
        let ports = memory.ports();
        let paper = from_paper(&ports, &somebody());
        let here = joined(&ports, &paper, somebody());
        assert_eq!(diff::diff(&paper, &here), []);
        // And the sheet after the backup.
        assert_eq!(diff::diff(&somebody(), &joined(&ports, &somebody(), paper)), []);
    }

    /// Found on 2026-11-30: an old sheet brought back what had been removed since.
    #[test]
    fn an_old_sheet_brings_nothing_back_that_was_removed() {
        let memory = Memory::default();
        memory.time.set(1_800_000_000_000);
        let ports = memory.ports();
        let sheet = from_paper(&ports, &somebody());
        let stored = wait(repository::save(&ports, &StoredRecord::unsaved(&somebody()), &somebody(), Cause::Edit)).unwrap().stored;
        let saved = wait(repository::save(&ports, &stored, &later(), Cause::Edit)).unwrap().stored;
        let after = joined(&ports, &saved.record, sheet.clone());
        assert_eq!(after.card.items(Section::Contacts).len(), 2, "what was removed stays removed");
        assert_eq!(after.card.words(catalogue::person::STREET), "平和台2丁目");
        // On purpose it comes back, and from then on it is there.
        let sheet = wait(recognised(&ports, std::slice::from_ref(&after), vec![sheet])).unwrap().records.remove(0);
        let replaced = outcome(&[after], &sheet, ImportMode::Replace, &Stamp::default()).unwrap();
        assert_eq!(replaced.card.items(Section::Contacts).len(), 3);
    }

    #[test]
    fn a_real_person_and_an_invented_one_never_become_one() {
        let (invented, real) = (somebody(), Record { sample: false, ..somebody() });
        for (here, coming) in [(&invented, &real), (&real, &invented)] {
            let found = recognised_here(std::slice::from_ref(here), vec![coming.clone()]).records.remove(0);
            assert!(found.id != here.id && found.id.is_plain() && found.sample == coming.sample);
            // Whatever way they meet, a mark neither comes nor goes.
            assert_eq!(backup::joined(here, coming).sample, here.sample);
        }
    }

    #[test]
    fn what_is_taken_back_is_remembered_as_removed_and_what_was_written_since_stays() {
        let before = later();
        let mut coming = somebody();
        let stamp = |at| Stamp { at: Moment(at), ..Stamp::default() };
        let mut doctor = coming.card.items(Section::Contacts)[0].clone();
        doctor.id = record::ItemId("new".to_owned());
        coming.card.section_mut(Section::Contacts).items.push(doctor);
        let after = outcome(std::slice::from_ref(&before), &coming, ImportMode::Merge, &stamp(1_790_000_000_001)).unwrap();
        let way = ImportUndo { id: before.id.0.clone(), record: Some(before.clone()), after: after.clone() };
        let mut now = after.clone();
        now.card.set(catalogue::person::LANDMARK, Some(Answer::Given("北".to_owned())), &stamp(1_790_000_000_002));
        now.finish_edit(&after, &stamp(1_790_000_000_002));
        let back = way.taken_back(&now, &stamp(1_790_000_000_003)).unwrap();
        assert_eq!(back.card.items(Section::Contacts).len(), before.card.items(Section::Contacts).len());
        assert_eq!(back.card.words(catalogue::person::LANDMARK), "北");
        // A join with a device that had heard of the file does not bring it in again.
        assert!(back.removed_at(&Path::from(Section::Contacts).item(&record::ItemId("new".to_owned()))).is_some());
        assert_eq!(ImportUndo { record: None, ..way }.taken_back(&now, &Stamp::default()), None);
    }
}
