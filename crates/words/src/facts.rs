//! The facts of the card: what the fields of a section say, what stands in its list, what changes the handling of the person.

use record::{
    Answer, Answers, Card, FieldId, Known, Section,
    catalogue::{FieldSpec, SectionField, devices, person},
    check,
};

use crate::{
    crew,
    entry::{Entry, entry, not_written},
    fields,
    place::Asks,
    said::{Form, Said, options, say},
    tongue::Tongue,
};

/// One fact: what it is called, and what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub field: FieldId,
    pub label: String,
    pub said: Said,
}

/// What one field of a section itself says; nothing when it is untouched.
#[must_use]
pub fn said(card: &Card, field: SectionField, tongue: impl Into<Tongue>, form: Form) -> Option<Said> {
    at(card, field.section(), field.untyped(), tongue.into(), form)
}

fn at(card: &Card, section: Section, field: FieldId, tongue: Tongue, form: Form) -> Option<Said> {
    let spec = section.spec().fields.iter().find(|spec| spec.id == field)?;
    let answer = card.section(section)?.fields.answer(field)?;
    Some(say(section, spec, answer, tongue, form)).filter(|said| !said.is_empty())
}

/// What the fields of a section itself say, in their order.
#[must_use]
pub fn own(card: &Card, section: Section, tongue: impl Into<Tongue>, form: Form) -> Vec<Fact> {
    let tongue = tongue.into();
    let one = |spec: &FieldSpec| {
        let said = at(card, section, spec.id, tongue, form)?;
        Some(Fact { field: spec.id, label: tongue.say(section.label(spec.id, form)), said })
    };
    section.spec().fields.iter().filter_map(one).collect()
}

/// The entries of a list in which anything was answered.
#[must_use]
pub fn entries(card: &Card, section: Section, tongue: impl Into<Tongue>, form: Form) -> Vec<Entry> {
    let tongue = tongue.into();
    card.items(section).iter().filter(|item| item.is_answered()).map(|item| entry(section, item, tongue, form)).collect()
}

/// What is said of a whole section that has nothing listed: none, unknown, or not written yet, each in its own word.
#[must_use]
pub fn nothing(card: &Card, section: Section, tongue: impl Into<Tongue>, form: Form) -> Option<String> {
    let tongue = tongue.into();
    match card.known(section) {
        Known::None => Some(tongue.say(crew::NONE)),
        Known::Unknown if form == Form::Full => Some(tongue.say(fields::UNKNOWN)),
        Known::Unknown => Some(tongue.say(crew::UNKNOWN)),
        Known::Untouched => Some(not_written(tongue, form)),
        Known::Listed => None,
    }
}

/// The words for a section's list: its entries by what they are called, or what is said instead of them.
#[must_use]
pub fn names(card: &Card, section: Section, tongue: impl Into<Tongue>, form: Form) -> Vec<String> {
    let tongue = tongue.into();
    let names: Vec<String> = entries(card, section, tongue, form).iter().map(Entry::called).collect();
    if names.is_empty() { nothing(card, section, tongue, form).into_iter().collect() } else { names }
}

/// Everything in a section, for reading through: its own facts, then each entry under its number.
#[must_use]
pub fn section(card: &Card, section: Section, tongue: impl Into<Tongue>, form: Form) -> Vec<(String, String)> {
    let tongue = tongue.into();
    let own = own(card, section, tongue, form).into_iter().map(|fact| (fact.label, fact.said.words));
    let entries = card.items(section).iter().enumerate();
    own.chain(entries.map(|(place, item)| ((place + 1).to_string(), entry(section, item, tongue, form).whole()))).collect()
}

/// What changes the handling of the person: the chips of 「体の器具・手当て」 and what follows from the medicines.
#[must_use]
pub fn chips(card: &Card, tongue: impl Into<Tongue>, form: Form) -> Vec<String> {
    let ids = check::alerts(card).into_iter().map(str::to_owned).collect();
    let Some(spec) = Section::Devices.spec().fields.iter().find(|spec| spec.id == devices::FITTED.untyped()) else { return Vec::new() };
    options(Section::Devices, spec, &Answer::Chosen(ids), tongue.into(), form)
}

/// What is said where no chips were chosen. A medicine that is marked as a blood thinner does not tell what else is in the body.
#[must_use]
pub fn without_chips(card: &Card, tongue: impl Into<Tongue>, form: Form) -> Option<String> {
    let tongue = tongue.into();
    match card.field(devices::FITTED).map(|field| &field.answer) {
        Some(Answer::Chosen(_)) => None,
        Some(Answer::None) if !check::alerts(card).is_empty() => None,
        Some(Answer::None) => Some(tongue.say(crew::NONE)),
        Some(Answer::Unknown) => Some(tongue.say(crew::UNKNOWN)),
        _ => Some(not_written(tongue, form)),
    }
}

/// Both in one list, as text and paper say it.
#[must_use]
pub fn alerts(card: &Card, tongue: impl Into<Tongue>, form: Form) -> Vec<String> {
    let tongue = tongue.into();
    let mut all = chips(card, tongue, form);
    let rest = without_chips(card, tongue, form);
    let alone = all.is_empty();
    all.extend(rest.map(|words| if alone { words } else { format!("{}: {words}", tongue.say(crew::ELSE)) }));
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
