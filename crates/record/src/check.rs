//! Remarks on a card: what a careful helper would ask about. Never an error, never in the way of saving.

use crate::{
    Answer, Answers, Card, Confirmed, Day, FieldId, Item, Known, Path, Record, Section,
    catalogue::{
        BLOOD_THINNER, Contact, Doctor, FieldSpec, ItemField, ItemOf, Kind, Medicine, Naming, OptionOf, contact, devices, doctor, medicine,
        person,
    },
    era, kana,
    phone::Phone,
};

const IS_THINNER: OptionOf<ItemField<Medicine>> = medicine::THINNER.option("yes");

const IS_ONLY_HERE: OptionOf<ItemField<Doctor>> = doctor::ONLY_HERE.option("yes");

/// One remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub path: Path,
    pub kind: RemarkKind,
}

/// What a remark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RemarkKind {
    NoName,
    NoBirth,
    NoAddress,
    NoContact,
    /// A day that does not exist, lies ahead, or is more than 130 years ago.
    OddDay,
    ReadingNotKana,
    ContactWithoutPhone,
    /// Two contacts with one number.
    SamePhone,
    OddPhone,
    /// An entry with nothing that says what it is.
    EmptyItem,
    /// A medicine is marked as a blood thinner, and the chip that a crew looks at is not set.
    ThinnerChipMissing,
    /// More entries than the printed sheet has room for on its first page.
    ManyItems,
    /// Longer than the printed sheet has room for.
    Long,
    NeverConfirmed,
    /// More than twelve months since the card was confirmed.
    Stale,
}

/// How old the confirmation of a card is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    Never,
    Fresh {
        days: i64,
    },
    /// More than twelve months.
    Old {
        months: u32,
    },
}

/// How long ago the card was confirmed.
#[must_use]
pub fn staleness(confirmed: Option<&Confirmed>, today: Day) -> Age {
    let Some(confirmed) = confirmed else { return Age::Never };
    let months = era::months_between(confirmed.on.0, today.0);
    // A day ahead comes from a clock that was wrong then or is wrong now; it counts as today.
    let days = (today.0 - confirmed.on.0).num_days().max(0);
    // Twelve months to the day is still the year it was confirmed for.
    let past = months > 12 || (months == 12 && confirmed.on.0.checked_add_months(chrono::Months::new(12)).is_some_and(|due| today.0 > due));
    if past { Age::Old { months } } else { Age::Fresh { days } }
}

/// Whether a section holds what it is asked for at first.
#[must_use]
pub fn section_done(card: &Card, section: Section) -> bool {
    let has = |field| !card.words(field).is_empty();
    match section {
        Section::Person => has(person::NAME) && has(person::BIRTH) && (has(person::CITY) || has(person::STREET)),
        Section::Contacts => card.list(Contact).any(|contact| !contact.words(contact::NAME).is_empty()),
        Section::Usual => card.section(section).is_some_and(|data| data.fields.len() >= 3),
        Section::Devices => card.field(devices::FITTED).is_some(),
        _ => card.known(section) != Known::Untouched,
    }
}

/// How many of the sections that are asked first are done, and how many there are.
#[must_use]
pub fn progress(card: &Card) -> (usize, usize) {
    let first = &Section::ALL[..Section::FIRST];
    (first.iter().filter(|section| section_done(card, **section)).count(), first.len())
}

/// All remarks, in the order of the card.
#[must_use]
pub fn check(record: &Record, today: Day) -> Vec<Remark> {
    let card = &record.card;
    let mut remarks = Vec::new();
    let mut say = |path, kind| remarks.push(Remark { path, kind });
    if !card.sections.values().any(|data| !data.fields.is_empty() || !data.items.is_empty()) {
        return remarks;
    }
    for (field, kind) in [(person::NAME, RemarkKind::NoName), (person::BIRTH, RemarkKind::NoBirth), (person::STREET, RemarkKind::NoAddress)]
    {
        if card.words(field).is_empty() {
            say(field.into(), kind);
        }
    }
    if !section_done(card, Section::Contacts) {
        say(Section::Contacts.into(), RemarkKind::NoContact);
    }
    for section in Section::ALL {
        let Some(data) = card.section(section) else { continue };
        let spec = section.spec();
        for field in spec.fields {
            if let Some(kind) = of_field(field, data.fields.answer(field.id), today) {
                say(at(section, None, field.id), kind);
            }
        }
        for item in &data.items {
            for field in spec.item {
                if let Some(kind) = of_field(field, item.fields.answer(field.id), today) {
                    say(at(section, Some(item), field.id), kind);
                }
            }
            if is_empty(section, item) {
                say(Path::from(section).item(&item.id), RemarkKind::EmptyItem);
            }
        }
        if spec.has_list() && data.items.len() > spec.room {
            say(section.into(), RemarkKind::ManyItems);
        }
    }
    contacts(card, &mut say);
    if thinner_without_chip(card) {
        say(Section::Devices.into(), RemarkKind::ThinnerChipMissing);
    }
    match staleness(card.confirmed.as_ref(), today) {
        Age::Never => say(Path::default(), RemarkKind::NeverConfirmed),
        Age::Old { .. } => say(Path::default(), RemarkKind::Stale),
        Age::Fresh { .. } => {}
    }
    remarks
}

fn at(section: Section, item: Option<&Item>, field: FieldId) -> Path {
    let section = Path::from(section);
    item.map_or_else(|| section.clone(), |item| section.item(&item.id)).field(field)
}

fn of_field(spec: &FieldSpec, answer: Option<&Answer>, today: Day) -> Option<RemarkKind> {
    let Some(Answer::Given(text)) = answer else { return None };
    let long = |max: u16| text.chars().count() > usize::from(max);
    match spec.kind {
        Kind::Phone => Phone::parse(text).is_none().then_some(RemarkKind::OddPhone),
        Kind::Day => match Day::parse(text) {
            Some(day) if day <= today && era::age_on(day.0, today.0).is_some_and(|age| age <= 130) => None,
            _ => Some(RemarkKind::OddDay),
        },
        Kind::Reading(_) if !kana::is_reading(text) => Some(RemarkKind::ReadingNotKana),
        Kind::Line(max) | Kind::Lines(max) | Kind::Reading(max) | Kind::Offered(max, _) => long(max).then_some(RemarkKind::Long),
        _ => None,
    }
}

/// Whether an entry lacks what names it.
fn is_empty(section: Section, item: &Item) -> bool {
    !section.spec().item.iter().any(|spec| spec.naming == Naming::Name && item.fields.says(spec.id))
}

fn contacts(card: &Card, say: &mut dyn FnMut(Path, RemarkKind)) {
    let mut seen: Vec<String> = Vec::new();
    for contact in card.list(Contact) {
        let phones = [contact::PHONE, contact::MOBILE].map(|field| contact.words(field));
        let number = || at(Section::Contacts, Some(contact.item), contact::PHONE.untyped());
        if phones.iter().all(|phone| phone.is_empty()) {
            say(number(), RemarkKind::ContactWithoutPhone);
        }
        let own: Vec<String> = phones.iter().filter_map(|phone| Phone::parse(phone)).map(|phone| phone.dial().to_owned()).collect();
        if own.iter().any(|dial| seen.contains(dial)) {
            say(number(), RemarkKind::SamePhone);
        }
        seen.extend(own);
    }
}

/// What changes how a crew handles the person, as option ids: the chips of 「体の器具・手当て」, and the blood thinner when a medicine
/// is marked as one, even when nobody tapped the chip. Every form of the card reads it here.
#[must_use]
pub fn alerts(card: &Card) -> Vec<&str> {
    let chips = card.chosen(devices::FITTED).iter().map(String::as_str);
    thinner_without_chip(card).then_some(BLOOD_THINNER).into_iter().chain(chips).collect()
}

/// The doctors and hospitals that alone can treat an illness, as the card says.
pub fn only_here(card: &Card) -> impl Iterator<Item = ItemOf<'_, Doctor>> {
    card.list(Doctor).filter(|doctor| doctor.chose(IS_ONLY_HERE))
}

fn thinner_without_chip(card: &Card) -> bool {
    let marked = card.list(Medicine).any(|medicine| medicine.chose(IS_THINNER));
    marked && !card.chosen(devices::FITTED).iter().any(|chip| chip == BLOOD_THINNER)
}
