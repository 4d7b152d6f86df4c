//! What a person is called, and the state of a section in a few words.

use record::{Author, Card, Known, Record, Section, catalogue as c};

use super::words::say;
use words::{Lang, answer_text::Form, card as own, facts, fields as text, frame, keep, summary as short};

/// What a person is called in a sentence.
#[must_use]
pub fn who(name: &str) -> String {
    if name.is_empty() { say(frame::NO_NAME) } else { format!("{name}{}", say(frame::HONORIFIC)) }
}

/// What the person of a record is called in a sentence.
#[must_use]
pub fn person(record: &Record) -> String {
    who(record.card.words(c::person::NAME))
}

/// Who wrote something.
#[must_use]
pub fn author(by: &Author) -> String {
    match by {
        Author::Own => say(own::OWN),
        Author::Proxy(name) => name.clone(),
        Author::Clinic(name) if name.is_empty() => say(keep::CLINIC),
        Author::Clinic(name) => name.clone(),
    }
}

/// The state of a section in words, for the task list.
#[must_use]
pub fn section(card: &Card, section: Section, language: Lang) -> String {
    match card.known(section) {
        Known::Untouched => say(short::NOT_YET),
        Known::None => say(text::NONE),
        Known::Unknown => say(text::UNKNOWN),
        Known::Listed if section.spec().has_list() => {
            short::count(section, card.items(section).iter().filter(|item| item.is_answered()).count(), language)
        }
        Known::Listed if section == Section::Devices => devices(card, language),
        Known::Listed if record::check::section_done(card, section) => say(short::WRITTEN),
        Known::Listed => say(short::PARTLY),
    }
}

fn devices(card: &Card, language: Lang) -> String {
    let said = facts::said(card, c::devices::FITTED, language, Form::Full);
    said.map_or_else(|| say(short::PARTLY), |said| said.words)
}
