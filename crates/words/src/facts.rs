//! The facts of the card: what the fields of a section say, what stands in its list, what changes the handling of the person.

use record::{
    Answer, Answers, Card, FieldId, Known, Section,
    catalogue::{FieldSpec, SectionField, devices, person},
    check,
};

use crate::{
    answer_text::{Form, Phrase, options, say},
    crew,
    entry::{Entry, entry, not_written},
    fields,
    langs::Langs,
    place::Asks,
};

/// One fact: what it is called, and what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub field: FieldId,
    pub label: String,
    pub said: Phrase,
}

/// What one field of a section itself says; nothing when it is untouched.
#[must_use]
pub fn said(card: &Card, field: SectionField, langs: impl Into<Langs>, form: Form) -> Option<Phrase> {
    at(card, field.section(), field.untyped(), langs.into(), form)
}

fn at(card: &Card, section: Section, field: FieldId, langs: Langs, form: Form) -> Option<Phrase> {
    let spec = section.spec().fields.iter().find(|spec| spec.id == field)?;
    let answer = card.section(section)?.fields.answer(field)?;
    Some(say(section, spec, answer, langs, form)).filter(|said| !said.is_empty())
}

/// What the fields of a section itself say, in their order.
#[must_use]
pub fn own(card: &Card, section: Section, langs: impl Into<Langs>, form: Form) -> Vec<Fact> {
    let langs = langs.into();
    let one = |spec: &FieldSpec| {
        let said = at(card, section, spec.id, langs, form)?;
        Some(Fact { field: spec.id, label: langs.say(section.label(spec.id, form)), said })
    };
    section.spec().fields.iter().filter_map(one).collect()
}

/// The entries of a list in which anything was answered.
#[must_use]
pub fn entries(card: &Card, section: Section, langs: impl Into<Langs>, form: Form) -> Vec<Entry> {
    let langs = langs.into();
    card.items(section).iter().filter(|item| item.is_answered()).map(|item| entry(section, item, langs, form)).collect()
}

/// What is said of a whole section that has nothing listed: none, unknown, or not written yet, each in its own word.
#[must_use]
pub fn nothing(card: &Card, section: Section, langs: impl Into<Langs>, form: Form) -> Option<String> {
    let langs = langs.into();
    match card.known(section) {
        Known::None => Some(langs.say(crew::NONE)),
        Known::Unknown if form == Form::Full => Some(langs.say(fields::UNKNOWN)),
        Known::Unknown => Some(langs.say(crew::UNKNOWN)),
        Known::Untouched => Some(not_written(langs, form)),
        Known::Listed => None,
    }
}

/// The words for a section's list: its entries by what they are called, or what is said instead of them.
#[must_use]
pub fn names(card: &Card, section: Section, langs: impl Into<Langs>, form: Form) -> Vec<String> {
    let langs = langs.into();
    let names: Vec<String> = entries(card, section, langs, form).iter().map(Entry::called).collect();
    if names.is_empty() { nothing(card, section, langs, form).into_iter().collect() } else { names }
}

/// Everything in a section, for reading through: its own facts, then each entry under its number.
#[must_use]
pub fn section(card: &Card, section: Section, langs: impl Into<Langs>, form: Form) -> Vec<(String, String)> {
    let langs = langs.into();
    let own = own(card, section, langs, form).into_iter().map(|fact| (fact.label, fact.said.words));
    let entries = card.items(section).iter().enumerate();
    own.chain(entries.map(|(place, item)| ((place + 1).to_string(), entry(section, item, langs, form).whole()))).collect()
}

/// What changes the handling of the person: the chips of 「体の器具・手当て」 and what follows from the medicines.
#[must_use]
pub fn chips(card: &Card, langs: impl Into<Langs>, form: Form) -> Vec<String> {
    let ids = check::alerts(card).into_iter().map(str::to_owned).collect();
    let Some(spec) = Section::Devices.spec().fields.iter().find(|spec| spec.id == devices::FITTED.untyped()) else { return Vec::new() };
    options(Section::Devices, spec, &Answer::Chosen(ids), langs.into(), form)
}

/// What is said where no chips were chosen. A medicine that is marked as a blood thinner does not tell what else is in the body.
#[must_use]
pub fn without_chips(card: &Card, langs: impl Into<Langs>, form: Form) -> Option<String> {
    let langs = langs.into();
    match card.field(devices::FITTED).map(|field| &field.answer) {
        Some(Answer::Chosen(_)) => None,
        Some(Answer::None) if !check::alerts(card).is_empty() => None,
        Some(Answer::None) => Some(langs.say(crew::NONE)),
        Some(Answer::Unknown) => Some(langs.say(crew::UNKNOWN)),
        _ => Some(not_written(langs, form)),
    }
}

/// Both in one list, as text and paper say it.
#[must_use]
pub fn alerts(card: &Card, langs: impl Into<Langs>, form: Form) -> Vec<String> {
    let langs = langs.into();
    let mut all = chips(card, langs, form);
    let rest = without_chips(card, langs, form);
    let alone = all.is_empty();
    all.extend(rest.map(|words| if alone { words } else { format!("{}: {words}", langs.say(crew::ELSE)) }));
    all
}

/// The address in one line, city first, as the dispatcher asks for it.
#[must_use]
pub fn address(card: &Card) -> String {
    let part = |field| card.words(field);
    let (city, street, building) = (part(person::CITY), part(person::STREET), part(person::BUILDING));
    let gap = if building.is_empty() { "" } else { " " };
    format!("{city}{street}{gap}{building}")
}
