//! How much there may be of everything in a record from outside. Each bound is far above what anybody writes and far below what
//! makes a phone stand still.

use record::{
    Answer, Author, Record, SectionData,
    access::{Event, Happened},
    plan::Signature,
};
use serde_json::{Map, Value};

use super::Refused;

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
/// Fields and entries whose changes are remembered.
pub const REMEMBERED: usize = 20_000;
/// Changes of one field.
pub const CHANGES: usize = 1_000_000;
/// Versions of the plan.
pub const VERSIONS: usize = 1_000;
/// Characters of one text. The longest field of the catalogue asks for 400.
pub const TEXT: usize = 4_000;
/// Characters of a name: of a field, an option, an entry, a writer.
pub const NAME: usize = 200;
/// Characters of a drawn signature.
pub const DRAWING: usize = 100_000;
/// How deep something that only a newer release knows may be nested.
pub const DEPTH: usize = 16;
/// Values in something that only a newer release knows.
pub const VALUES: usize = 10_000;

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
    if let Some(confirmed) = &record.card.confirmed {
        author(&confirmed.by)?;
    }
    remembered(record)?;
    log(record)?;
    sections(record.card.sections.iter(), ENTRIES)?;
    sections(record.plan.sections.iter(), EVENTS)?;
    at_most(record.plan.versions.len(), VERSIONS, Refused::TooMany)?;
    for version in &record.plan.versions {
        extra(&version.extra)?;
        author(&version.by)?;
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
fn remembered(record: &Record) -> Result<(), Refused> {
    at_most(record.remembered.len(), REMEMBERED, Refused::TooMany)?;
    at_most(record.conflicts.len(), EVENTS, Refused::TooMany)?;
    for (path, entry) in &record.remembered {
        text(path, 3 * NAME)?;
        at_most(entry.changes as usize, CHANGES, Refused::TooMany)?;
        entry.removed.iter().try_for_each(|stamp| author(&stamp.by))?;
    }
    Ok(())
}

/// Whether something is open is followed from event to event: too many would make every page wait.
fn log(record: &Record) -> Result<(), Refused> {
    at_most(record.log.events().count(), EVENTS, Refused::TooMany)?;
    for (id, event) in record.log.events() {
        text(&id.0, NAME)?;
        author(&event.stamp.by)?;
        happened(event)?;
    }
    Ok(())
}

fn happened(event: &Event) -> Result<(), Refused> {
    match &event.what {
        Happened::Opened(turn) | Happened::Closed(turn) => {
            at_most(turn.after.len(), ANSWERS, Refused::TooMany)?;
            turn.after.iter().try_for_each(|id| text(&id.0, NAME))?;
            turn.terms.consent.iter().try_for_each(|consent| text(&consent.purpose, NAME))?;
            text(&turn.to, NAME)?;
            text(&turn.part, NAME)
        }
        Happened::Disclosed(shown) => {
            at_most(shown.parts.len(), ANSWERS, Refused::TooMany)?;
            shown.parts.iter().try_for_each(|id| text(id, NAME))?;
            text(&shown.version.0, NAME)?;
            text(&shown.to, NAME)?;
            text(&shown.how, NAME)
        }
        Happened::Other(value) => nested(value),
    }
}

fn sections<'a>(all: impl ExactSizeIterator<Item = (&'a String, &'a SectionData)>, entries: usize) -> Result<(), Refused> {
    at_most(all.len(), SECTIONS, Refused::TooMany)?;
    for (id, data) in all {
        text(id, NAME)?;
        extra(&data.extra)?;
        fields(&data.fields)?;
        at_most(data.items.len(), entries, Refused::TooMany)?;
        for item in &data.items {
            text(&item.id.0, NAME)?;
            extra(&item.extra)?;
            fields(&item.fields)?;
        }
    }
    Ok(())
}

fn fields(fields: &record::Fields) -> Result<(), Refused> {
    at_most(fields.len(), ANSWERS, Refused::TooMany)?;
    for (id, field) in fields {
        text(id, NAME)?;
        author(&field.stamp.by)?;
        match &field.answer {
            Answer::Given(words) => text(words, TEXT)?,
            Answer::Chosen(ids) => {
                at_most(ids.len(), ANSWERS, Refused::TooMany)?;
                ids.iter().try_for_each(|id| text(id, NAME))?;
            }
            Answer::Picked(id) => text(id, NAME)?,
            Answer::Other(value) => nested(value)?,
            _ => {}
        }
    }
    Ok(())
}

fn author(author: &Author) -> Result<(), Refused> {
    match author {
        Author::Own => Ok(()),
        Author::Proxy(name) | Author::Clinic(name) => text(name, NAME),
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
