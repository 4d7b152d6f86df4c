//! One line for an item of a list, and one for a whole section.

use record::{Answer, Answers, Card, FieldId, Fields, Item, Known, Record, Section, catalogue as c};

use super::words::say;
use crate::text::{Lang, fields as text, frame, labels, summary as words};

/// The word of the option chosen at a field, or the words as they were written; empty when there is neither.
#[must_use]
pub fn worded(fields: &Fields, field: FieldId, language: Lang) -> String {
    match fields.answer(field) {
        Some(Answer::Picked(id)) => labels::option_text(id, language),
        _ => fields.words(field).to_owned(),
    }
}

/// What stands in one item, in one line.
#[must_use]
pub fn item(section: Section, item: &Item, language: Lang) -> String {
    let order: &[FieldId] = match section {
        Section::Contacts => &[c::RELATION, c::NAME],
        Section::Doctors => &[c::ROLE, c::PLACE, c::DOCTOR],
        Section::Medicines => &[c::NAME, c::DOSE],
        Section::Orders => &[c::SCENE, c::INSTRUCTION],
        _ => &[c::NAME, c::SINCE],
    };
    let parts = order.iter().map(|field| worded(&item.fields, *field, language)).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// What a person is called in a sentence.
#[must_use]
pub fn who(name: &str) -> String {
    if name.is_empty() { say(frame::NO_NAME) } else { format!("{name}{}", say(frame::HONORIFIC)) }
}

/// What the person of a record is called in a sentence.
#[must_use]
pub fn person(record: &Record) -> String {
    who(record.card.words(Section::Person, c::NAME))
}

/// The state of a section in words, for the task list.
#[must_use]
pub fn section(card: &Card, section: Section, language: Lang) -> String {
    match card.known(section) {
        Known::Untouched => say(words::NOT_YET),
        Known::None => say(text::NONE),
        Known::Unknown => say(text::UNKNOWN),
        Known::Listed if section.spec().has_list() => {
            words::count(section, card.items(section).iter().filter(|item| item.is_answered()).count(), language)
        }
        Known::Listed if section == Section::Devices => devices(card, language),
        Known::Listed if record::check::section_done(card, section) => say(words::WRITTEN),
        Known::Listed => say(words::PARTLY),
    }
}

fn devices(card: &Card, language: Lang) -> String {
    let answer = card.section(Section::Devices).and_then(|data| data.fields.answer(c::FITTED));
    match answer {
        Some(Answer::Chosen(ids)) => ids.iter().map(|id| labels::option_text(id, language)).collect::<Vec<_>>().join("・"),
        Some(Answer::None) => say(text::NONE),
        Some(Answer::Unknown) => say(text::UNKNOWN),
        _ => say(words::PARTLY),
    }
}
