//! How much there may be of everything in a record from outside. Each bound is far above what anybody writes and far below what
//! makes a phone stand still.

use record::{Answer, Conflict, Item, Record, SectionData, Sides, access::log::EventKind, plan::Signature};
use serde_json::{Map, Value};

use super::Refused;
use crate::ancestry::Origin;

/// Records in one file.
pub const PEOPLE: usize = 100;
/// Entries of one list of the card.
pub const ENTRIES: usize = 200;
/// Entries of one list of the plan: talks, events and what was shown grow over the years.
pub const EVENTS: usize = 2_000;
/// Sections of the card, of the plan, or of a version.
pub const SECTIONS: usize = 400;
/// Answers in one section or entry, options in one answer.
pub const ANSWERS: usize = 200;
/// Fields and entries that have a change counter.
pub const CHANGE_COUNTERS: usize = 20_000;
/// Changes of one field.
pub const CHANGES: usize = 1_000_000;
/// Versions of the plan.
pub const VERSIONS: usize = 1_000;
/// Characters of one text. The longest field of the catalogue asks for 400.
pub const TEXT: usize = 4_000;
/// Characters of a name: of a field, an option, an entry, a writer. A writer's name that is longer is cut, never refused
/// ([`spelling::name`](super::spelling::name)).
pub const NAME: usize = 200;
/// What was opened, closed and shown, over the years.
pub const LOG: usize = 5_000;
/// Events that one event names as known: as many as devices that did not know of each other.
pub const KNOWN: usize = 100;
/// Characters of a drawn signature.
pub const DRAWING: usize = 100_000;
/// How deep something that only a newer release knows may be nested.
pub const DEPTH: usize = 16;
/// Values in something that only a newer release knows.
pub const VALUES: usize = 10_000;

/// The highest number of a revision: one that comes in with a higher one would leave no numbers for those after it.
pub const SEQ: u32 = 1 << 31;
/// Devices of which a revision has ancestors, parents of a revision.
pub const DEVICES: usize = 1_000;

/// Whether a revision from another device may be numbered like that.
///
/// # Errors
/// [`Refused::TooMany`].
pub fn origin(origin: &Origin) -> Result<(), Refused> {
    at_most(origin.ancestors.len().max(origin.parents.len()), DEVICES, Refused::TooMany)?;
    let highest = origin.ancestors.values().fold(origin.seq, |highest, seq| highest.max(*seq));
    if highest <= SEQ { Ok(()) } else { Err(Refused::TooMany) }
}

/// Whether one file may bring so many records.
///
/// # Errors
/// [`Refused::TooManyPeople`].
pub fn people(records: &[Record]) -> Result<(), Refused> {
    at_most(records.len(), PEOPLE, Refused::TooManyPeople)
}

/// Whether everything in a record is within its bound.
///
/// # Errors
/// [`Refused::TooMany`], [`Refused::TooLong`] and [`Refused::TooDeep`].
pub fn check(record: &Record) -> Result<(), Refused> {
    extra(&record.extra)?;
    extra(&record.card.extra)?;
    extra(&record.plan.extra)?;
    change_counters(record)?;
    record.conflicts.iter().try_for_each(conflict)?;
    log(record)?;
    sections(record.card.sections.iter(), ENTRIES)?;
    sections(record.plan.sections.iter(), EVENTS)?;
    at_most(record.plan.versions.len(), VERSIONS, Refused::TooMany)?;
    for version in &record.plan.versions {
        extra(&version.extra)?;
        text(&version.id.0, NAME)?;
        at_most(version.after.len(), KNOWN, Refused::TooMany)?;
        text(&version.reason, TEXT)?;
        match &version.signed {
            Some(Signature::Typed(name)) => text(name, NAME)?,
            Some(Signature::Drawn(path)) => text(path, DRAWING)?,
            None => {}
        }
        sections(version.answers.iter(), EVENTS)?;
    }
    Ok(())
}

/// A count of changes decides which side of a merge is newer, so one that nobody could reach by hand would win for ever.
fn change_counters(record: &Record) -> Result<(), Refused> {
    at_most(record.change_counters.len(), CHANGE_COUNTERS, Refused::TooMany)?;
    at_most(record.conflicts.len(), EVENTS, Refused::TooMany)?;
    for (path, entry) in &record.change_counters {
        text(path, 3 * NAME)?;
        at_most(entry.changes as usize, CHANGES, Refused::TooMany)?;
    }
    Ok(())
}

fn conflict(conflict: &Conflict) -> Result<(), Refused> {
    text(&conflict.path.to_string(), 3 * NAME)?;
    match &conflict.sides {
        Sides::Answers { given, .. } => {
            at_most(given.len(), ANSWERS, Refused::TooMany)?;
            given.iter().try_for_each(answer)
        }
        Sides::Removed(items) => {
            at_most(items.len(), ANSWERS, Refused::TooMany)?;
            items.iter().try_for_each(item)
        }
    }
}

fn log(record: &Record) -> Result<(), Refused> {
    at_most(record.log.events().count(), LOG, Refused::TooMany)?;
    for (id, event) in record.log.events() {
        text(&id.0, NAME)?;
        match &event.what {
            EventKind::Opened(access) | EventKind::Closed(access) => {
                at_most(access.after.len(), KNOWN, Refused::TooMany)?;
                let names = access.after.iter().map(|id| &id.0).chain([&access.to, &access.part]);
                names.into_iter().try_for_each(|name| text(name, NAME))?;
                if let Some(consent) = &access.terms.consent {
                    text(&consent.purpose, NAME)?;
                }
            }
            EventKind::Disclosed(shown) => {
                at_most(shown.parts.len(), ANSWERS, Refused::TooMany)?;
                let names = shown.parts.iter().chain([&shown.to, &shown.how, &shown.version.0]);
                names.into_iter().try_for_each(|name| text(name, NAME))?;
            }
            EventKind::Other(value) => nested(value)?,
        }
    }
    Ok(())
}

fn sections<'a>(all: impl ExactSizeIterator<Item = (&'a String, &'a SectionData)>, entries: usize) -> Result<(), Refused> {
    at_most(all.len(), SECTIONS, Refused::TooMany)?;
    for (id, data) in all {
        text(id, NAME)?;
        extra(&data.extra)?;
        fields(&data.fields)?;
        at_most(data.items.len(), entries, Refused::TooMany)?;
        data.items.iter().try_for_each(item)?;
    }
    Ok(())
}

fn item(item: &Item) -> Result<(), Refused> {
    text(&item.id.0, NAME)?;
    extra(&item.extra)?;
    fields(&item.fields)
}

fn fields(fields: &record::Fields) -> Result<(), Refused> {
    at_most(fields.len(), ANSWERS, Refused::TooMany)?;
    for (id, field) in fields {
        text(id, NAME)?;
        answer(&field.answer)?;
    }
    Ok(())
}

fn answer(answer: &Answer) -> Result<(), Refused> {
    match answer {
        Answer::Given(words) => text(words, TEXT),
        Answer::Chosen(ids) => {
            at_most(ids.len(), ANSWERS, Refused::TooMany)?;
            ids.iter().try_for_each(|id| text(id, NAME))
        }
        Answer::Picked(id) => text(id, NAME),
        Answer::Other(value) => nested(value),
        // A picture is a name of fixed length.
        Answer::Picture(_) | Answer::None | Answer::Unknown | Answer::Undecided | Answer::Skipped => Ok(()),
    }
}

fn text(text: &str, most: usize) -> Result<(), Refused> {
    // A character has at most four bytes: a short text is not counted.
    if text.len() <= most { Ok(()) } else { at_most(text.chars().count(), most, Refused::TooLong) }
}

fn extra(extra: &Map<String, Value>) -> Result<(), Refused> {
    let mut left = VALUES;
    extra.values().try_for_each(|value| level(value, 1, &mut left))
}

fn nested(value: &Value) -> Result<(), Refused> {
    level(value, 0, &mut { VALUES })
}

fn level(value: &Value, depth: usize, left: &mut usize) -> Result<(), Refused> {
    if depth > DEPTH {
        return Err(Refused::TooDeep);
    }
    *left = left.checked_sub(1).ok_or(Refused::TooMany)?;
    match value {
        Value::Array(values) => values.iter().try_for_each(|value| level(value, depth + 1, left)),
        Value::Object(entries) => entries.values().try_for_each(|value| level(value, depth + 1, left)),
        _ => Ok(()),
    }
}

fn at_most(count: usize, most: usize, refused: Refused) -> Result<(), Refused> {
    if count <= most { Ok(()) } else { Err(refused) }
}
