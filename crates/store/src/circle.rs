//! What the devices of a circle last agreed on: pinned, as git pins `origin/main`, and the base when their edits are joined.
//!
//! Nothing sends anything to a circle yet.

use record::{Record, merge};

use crate::{
    port::{CircleId, JournalError, Ports},
    repository::{StoredRecord, head_row, revision_at},
};

/// Notes that every device of a circle has a revision now. It is kept as long as it is pinned.
///
/// # Errors
/// [`JournalError`]; then what was pinned before still is.
pub async fn agree(ports: &Ports, circle: &CircleId, stored: &StoredRecord) -> Result<(), JournalError> {
    ports.journal.pin(&stored.record.id.0, circle, Some(stored.rev)).await
}

/// Lets go of what was pinned for a circle: this device has left it.
///
/// # Errors
/// [`JournalError`].
pub async fn leave(ports: &Ports, circle: &CircleId, record: &str) -> Result<(), JournalError> {
    ports.journal.pin(record, circle, None).await
}

/// The revision that the devices of a circle last agreed on.
///
/// # Errors
/// [`JournalError`].
pub async fn agreed(ports: &Ports, circle: &CircleId, record: &str) -> Result<Option<StoredRecord>, JournalError> {
    let pins = ports.journal.pins(record).await?;
    let Some((_, rev)) = pins.into_iter().find(|(pinned, _)| pinned == circle) else { return Ok(None) };
    Ok(revision_at(ports, record, rev).await?.as_deref().and_then(head_row))
}

/// Joins what another device of a circle has with what stands here, from what both last agreed on. Before the first agreement everything
/// that either side has stays.
///
/// # Errors
/// [`JournalError`].
pub async fn join(ports: &Ports, circle: &CircleId, mine: &Record, theirs: &Record) -> Result<merge::Merged, JournalError> {
    let agreed = agreed(ports, circle, &mine.id.0).await?;
    let base = agreed.map_or_else(|| Record::new(mine.id.clone(), mine.made), |stored| stored.record);
    Ok(merge::merge(&base, mine, theirs))
}

#[cfg(test)]
mod tests {
    use record::{Answer, Answers, Day, Moment, Section, Stamp, catalogue as c, sample};

    use super::*;
    use crate::{
        Cause, erase, open,
        port::memory::{Memory, wait},
        repository::save,
        retention::{self, KEPT},
    };

    fn family() -> CircleId {
        CircleId("family".to_owned())
    }

    fn write(ports: &Ports, held: &StoredRecord, street: &str) -> StoredRecord {
        let mut edit = held.record.clone();
        let stamp = Stamp { at: Moment::after(Moment(0), edit.newest_moment()), ..Stamp::default() };
        edit.card.section_mut(Section::Person).fields.set(c::STREET, Some(Answer::Given(street.to_owned())), &stamp);
        wait(save(ports, held, &edit, Cause::Edit)).unwrap().stored
    }

    /// A device that agreed with its circle, deleted a contact, and wrote so often that old revisions are dropped.
    fn device(pinned: bool) -> (Memory, StoredRecord, Record) {
        let memory = Memory::default();
        let ports = memory.ports();
        let person = sample::person(Moment(0), Day::parse("2026-11-22").unwrap());
        let mut held = wait(save(&ports, &StoredRecord::unsaved(&person), &person, Cause::Edit)).unwrap().stored;
        if pinned {
            wait(agree(&ports, &family(), &held)).unwrap();
        }
        let mut fewer = held.record.clone();
        fewer.card.section_mut(Section::Contacts).items.remove(0);
        held = wait(save(&ports, &held, &fewer, Cause::Edit)).unwrap().stored;
        for time in 0..KEPT + 5 {
            held = write(&ports, &held, &format!("{time}"));
        }
        // The next day: of the newest one nothing is ever dropped.
        memory.time.set(24 * 60 * 60 * 1000);
        held = write(&ports, &held, "平和台");
        wait(retention::run_daily(&ports, std::slice::from_ref(&held)));
        (memory, held, person)
    }

    #[test]
    fn a_pinned_revision_stays_and_what_was_deleted_does_not_come_back() {
        let (memory, held, person) = device(true);
        let ports = memory.ports();
        assert_eq!(wait(agreed(&ports, &family(), "sample")).unwrap().unwrap().record, person);
        let rows = memory.rows.borrow().len();
        assert!(rows < KEPT as usize + 4, "{rows}: others were dropped");
        // Another device has changed something else since.
        let mut theirs = person.clone();
        let stamp = Stamp { at: Moment::after(Moment(0), person.newest_moment()), ..Stamp::default() };
        theirs.card.section_mut(Section::Person).fields.set(c::LANDMARK, Some(Answer::Given("北".to_owned())), &stamp);
        let merged = wait(join(&ports, &family(), &held.record, &theirs)).unwrap();
        assert_eq!(merged.record.card.items(Section::Contacts).len(), person.card.items(Section::Contacts).len() - 1);
        assert_eq!(merged.record.card.words(c::person::LANDMARK), "北");
        assert_eq!(merged.conflicts, []);
        // Without the pin nothing is known in common, and both sides have to stay.
        let (memory, held, _) = device(false);
        let merged = wait(join(&memory.ports(), &family(), &held.record, &theirs)).unwrap();
        assert_eq!(merged.record.card.items(Section::Contacts).len(), person.card.items(Section::Contacts).len());
    }

    #[test]
    fn a_pin_moves_on_is_let_go_and_goes_with_the_record() {
        let (memory, held, _) = device(true);
        let ports = memory.ports();
        wait(agree(&ports, &family(), &held)).unwrap();
        assert_eq!(wait(agreed(&ports, &family(), "sample")).unwrap().unwrap(), held);
        assert_eq!(wait(open(&ports)).records, std::slice::from_ref(&held));
        let other = CircleId("neighbours".to_owned());
        assert_eq!(wait(agreed(&ports, &other, "sample")).unwrap(), None);
        let erased = wait(erase::erase_for_now(&ports, Some("sample"))).unwrap();
        assert!(memory.pins.borrow().is_empty());
        wait(erase::put_back(&ports, &erased)).unwrap();
        assert_eq!(wait(agreed(&ports, &family(), "sample")).unwrap().unwrap(), held);
        wait(leave(&ports, &family(), "sample")).unwrap();
        assert_eq!(wait(agreed(&ports, &family(), "sample")).unwrap(), None);
    }
}
