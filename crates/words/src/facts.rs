//! The facts of a card as label and words: the one reading that paper, pasted text and the screens share.

use record::{
    Answer, Answers, Card, Day, FieldId, Fields, Item, Known, Section,
    catalogue::{self as c, FieldSpec, Kind},
    check, phone,
    postal::PostalCode,
};

/// Something that has a word in the reader's language. The words live with the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term<'a> {
    /// 救急カード
    Card,
    /// 見本
    Sample,
    Section(Section),
    Field(Section, FieldId),
    /// An option of the catalogue, by its id.
    Choice(&'a str),
    Day(Day),
    /// A birth, in both calendars.
    Birth(Day),
    Years(u32),
    Address,
    /// Who wrote it: the person.
    Own,
    WrittenBy,
    Confirmed,
    NeverConfirmed,
    /// More than a year since it was confirmed.
    Old,
    /// When the text was made.
    Made,
    /// 「あり」 of a paper.
    Exists,
    None,
    Unknown,
    NotWritten,
    /// The day and night mark of a phone.
    AllHours,
    /// More stands on the paper.
    More,
    /// What a crew does whatever a paper says.
    PapersNote,
}

/// Says a term in the reader's language.
pub type Say<'a> = &'a dyn Fn(Term<'_>) -> String;

/// One fact: what it is called, and what was written.
pub type Fact = (String, String);

/// What one answer says; empty when only a newer release could tell.
#[must_use]
pub fn answer(spec: &FieldSpec, answer: &Answer, say: Say<'_>) -> String {
    match (answer, spec.kind) {
        (Answer::None, _) => say(Term::None),
        (Answer::Unknown, _) => say(Term::Unknown),
        (Answer::Picked(id), _) if spec.id == c::EXISTS => say(if id == "yes" { Term::Exists } else { Term::None }),
        (Answer::Given(words), Kind::Phone) => phone::display(words),
        (Answer::Given(words), Kind::Day) => match Day::parse(words) {
            Some(day) if spec.id == c::BIRTH => say(Term::Birth(day)),
            Some(day) => say(Term::Day(day)),
            // A month 13: no day that anybody could use.
            None => say(Term::NotWritten),
        },
        (Answer::Given(words), Kind::Postal) => PostalCode::parse(words).map_or_else(|| words.clone(), |code| code.to_string()),
        (Answer::Given(words), _) => words.clone(),
        (Answer::Picked(id), _) => say(Term::Choice(id)),
        (Answer::Chosen(ids), _) => ids.iter().map(|id| say(Term::Choice(id))).collect::<Vec<_>>().join("・"),
        (Answer::Undecided | Answer::Skipped | Answer::Other(_), _) => String::new(),
    }
}

/// What one field of some fields says; empty when it is untouched.
#[must_use]
pub fn said(specs: &[FieldSpec], fields: &Fields, field: FieldId, say: Say<'_>) -> String {
    let spec = specs.iter().find(|spec| spec.id == field);
    spec.zip(fields.answer(field)).map_or_else(String::new, |(spec, found)| answer(spec, found, say))
}

/// What the fields of a section itself say, in their order.
#[must_use]
pub fn own(card: &Card, section: Section, say: Say<'_>) -> Vec<Fact> {
    let Some(data) = card.section(section) else { return Vec::new() };
    let specs = section.spec().fields;
    let fact = |spec: &FieldSpec| (say(Term::Field(section, spec.id)), said(specs, &data.fields, spec.id, say));
    specs.iter().filter(|spec| data.fields.answer(spec.id).is_some()).map(fact).filter(|(_, words)| !words.is_empty()).collect()
}

/// The fields that name an item, in the order in which they are said.
const fn naming(section: Section) -> &'static [FieldId] {
    match section {
        Section::Contacts => &[c::RELATION, c::NAME],
        Section::Doctors => &[c::ROLE, c::PLACE, c::DOCTOR],
        Section::Medicines => &[c::NAME, c::DOSE],
        Section::Orders => &[c::SCENE, c::INSTRUCTION],
        Section::Allergies => &[c::NAME],
        _ => &[c::NAME, c::SINCE],
    }
}

/// The line that names an item; 「まだ書いていません」 when nothing does.
#[must_use]
pub fn head(section: Section, item: &Item, say: Say<'_>) -> String {
    let parts = naming(section).iter().map(|field| said(section.spec().item, &item.fields, *field, say));
    let line = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if line.is_empty() { say(Term::NotWritten) } else { line }
}

/// The phone numbers of an item, as people read them.
#[must_use]
pub fn phones(item: &Item) -> Vec<String> {
    [c::PHONE, c::MOBILE].map(|field| phone::display(item.fields.words(field))).into_iter().filter(|number| !number.is_empty()).collect()
}

/// What an item says besides its name and its numbers.
#[must_use]
pub fn rest(section: Section, item: &Item, say: Say<'_>) -> Vec<String> {
    let others = section.spec().item.iter().filter(|spec| !naming(section).contains(&spec.id) && spec.kind != Kind::Phone);
    others
        .filter_map(|spec| {
            let found = item.fields.answer(spec.id)?;
            let label = || say(Term::Field(section, spec.id));
            // A bare はい or いいえ says nothing without its question.
            let bare = matches!(spec.kind, Kind::One(options) if options == c::YES_NO || options == c::THINNERS);
            match found {
                Answer::Picked(id) if spec.id == c::ALL_HOURS => (id == "yes").then(|| say(Term::AllHours)),
                Answer::Picked(id) if spec.id == c::THINNER => match id.as_str() {
                    "yes" => Some(say(Term::Choice(c::BLOOD_THINNER))),
                    "unknown" => Some(format!("{}: {}", say(Term::Choice(c::BLOOD_THINNER)), say(Term::Unknown))),
                    _ => None,
                },
                Answer::Picked(id) if bare => (id == "yes").then(label),
                _ if matches!(spec.id, c::CARD_NUMBER | c::ON) => Some(format!("{} {}", label(), answer(spec, found, say))),
                _ => Some(answer(spec, found, say)),
            }
        })
        .filter(|words| !words.is_empty())
        .collect()
}

/// What is said of a whole section that has nothing listed: none, unknown, or not written yet, each in its own word.
#[must_use]
pub fn nothing(card: &Card, section: Section, say: Say<'_>) -> Option<String> {
    match card.known(section) {
        Known::None => Some(say(Term::None)),
        Known::Unknown => Some(say(Term::Unknown)),
        Known::Untouched => Some(say(Term::NotWritten)),
        Known::Listed => None,
    }
}

/// The words for a section's list: its items by name, or what is said instead of them.
#[must_use]
pub fn names(card: &Card, section: Section, say: Say<'_>) -> Vec<String> {
    let items = card.items(section).iter().filter(|item| item.is_answered());
    let items = items.map(|item| said(section.spec().item, &item.fields, c::NAME, say));
    let names: Vec<String> = items.map(|name| if name.is_empty() { say(Term::NotWritten) } else { name }).collect();
    if names.is_empty() { nothing(card, section, say).into_iter().collect() } else { names }
}

/// What changes the handling of a person: the chips of 「体の器具・手当て」, or what is said instead of them.
#[must_use]
pub fn alerts(card: &Card, say: Say<'_>) -> Vec<String> {
    let found = card.section(Section::Devices).and_then(|data| data.fields.answer(c::FITTED));
    let alerts = check::alerts(card);
    match found {
        _ if !alerts.is_empty() => alerts.into_iter().map(|id| say(Term::Choice(id))).collect(),
        Some(Answer::None) => vec![say(Term::None)],
        Some(Answer::Unknown) => vec![say(Term::Unknown)],
        _ => vec![say(Term::NotWritten)],
    }
}

/// The address in one line, city first, as the dispatcher asks for it.
#[must_use]
pub fn address(card: &Card) -> String {
    let part = |field| card.words(Section::Person, field);
    let (city, street, building) = (part(c::CITY), part(c::STREET), part(c::BUILDING));
    let gap = if building.is_empty() { "" } else { " " };
    format!("{city}{street}{gap}{building}")
}
