//! The one way in for everything from outside: a backup, a rescue file, a restore code, a pending edit, a circle; later a share.
//!
//! Whoever wrote a file or a code may have been a newer release, a damaged disk or somebody who wants to do harm. So before a
//! record from outside is shown or saved:
//! * its name and those of its versions are plain and stand once; entries whose names are not are named anew ([`ids`]);
//! * its size, its depth and the number of everything in it are bounded ([`bounds`]);
//! * its words are in NFC, without control characters and without signs that turn the direction of writing ([`spelling`]);
//! * moments from the far future are marked as doubtful, so that they win nothing;
//! * it is written in the stored form and read back, and what is read must be equal.
//!
//! What is refused changes nothing, and every refusal has a sentence in the interface.

pub mod bounds;
mod ids;
pub mod spelling;

#[cfg(test)]
mod tests;

use record::{Moment, Record, stored};

use crate::{ancestry::Origin, port::Ports};

/// How far after the clock of this device a moment may lie, in milliseconds: a day, for clocks that are a little wrong.
const AHEAD: i64 = 24 * 60 * 60 * 1000;

/// Why something from outside was not taken in. Nothing on the device has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A record or a version has a name that no release gives, or one that stands twice.
    Name,
    /// More records than one file may bring.
    TooManyPeople,
    /// More entries, answers or versions than a record may have.
    TooMany,
    /// A text is longer than any field takes.
    TooLong,
    /// Something of another release is nested deeper than any release writes.
    TooDeep,
    /// The record is larger than a revision may be.
    TooLarge,
    /// What would be saved does not read back as it is.
    Unstable,
}

/// Takes in the records of one file.
///
/// # Errors
/// [`Refused`], when any of them is refused.
pub fn records(ports: &Ports, records: Vec<Record>) -> Result<Vec<Record>, Refused> {
    bounds::people(&records)?;
    let taken = records.into_iter().map(|one| record(ports, one)).collect::<Result<Vec<Record>, Refused>>()?;
    let twice = |(at, one): (usize, &Record)| taken.iter().take(at).any(|other| other.id == one.id);
    if taken.iter().enumerate().any(twice) { Err(Refused::Name) } else { Ok(taken) }
}

/// Takes in one record.
///
/// # Errors
/// [`Refused`].
pub fn record(ports: &Ports, record: Record) -> Result<Record, Refused> {
    edit(ports, record, Moment::default())
}

/// Takes in an edit that this browser has left, on top of a record whose newest moment is `known`. The clock may have been ahead when
/// both were written: what comes after `known` is not doubted for that.
///
/// # Errors
/// [`Refused`].
pub fn edit(ports: &Ports, mut record: Record, known: Moment) -> Result<Record, Refused> {
    clean(ports, &mut record)?;
    record.doubt_after(Moment(ports.clock.now().at.max(known).0.saturating_add(AHEAD)));
    same_when_read(&record)?;
    Ok(record)
}

/// Takes in a record from another device of a circle. Its moments are not doubted: whose clock is wrong nobody can tell, and every device
/// must make the same of it.
///
/// # Errors
/// [`Refused`].
pub fn shared(ports: &Ports, mut record: Record) -> Result<Record, Refused> {
    clean(ports, &mut record)?;
    same_when_read(&record)?;
    Ok(record)
}

/// Whether a revision from another device may be named like that, and counted on from there.
///
/// # Errors
/// [`Refused::Name`] and [`Refused::TooMany`].
pub fn origin(origin: &Origin) -> Result<(), Refused> {
    let names = origin.ancestors.keys().chain([&origin.device, &origin.id.0]).chain(origin.parents.iter().map(|parent| &parent.0));
    if !names.into_iter().all(|name| ids::is_plain(name)) {
        return Err(Refused::Name);
    }
    bounds::origin(origin)
}

fn clean(ports: &Ports, record: &mut Record) -> Result<(), Refused> {
    ids::check(record)?;
    bounds::check(record)?;
    ids::rename(record);
    spelling::clean(record, &|text| ports.normalizer.nfc(text));
    Ok(())
}

/// Whether a record could be taken in again from a file that is made of it.
///
/// # Errors
/// [`Refused`].
pub fn check(record: &Record) -> Result<(), Refused> {
    ids::check(record)?;
    bounds::check(record)?;
    same_when_read(record)
}

/// A record is refused unless reading what was written of it gives the same record.
///
/// # Errors
/// [`Refused::TooLarge`] and [`Refused::Unstable`].
pub fn same_when_read(record: &Record) -> Result<(), Refused> {
    let text = stored::write(record);
    if text.len() > stored::LIMIT {
        return Err(Refused::TooLarge);
    }
    match stored::read(&text) {
        Ok(stored::Read::Current(back)) if back == *record => Ok(()),
        _ => Err(Refused::Unstable),
    }
}
