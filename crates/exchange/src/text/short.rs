//! The vital part, short enough for a QR that any phone reads.

use record::{
    Card, FieldId, Section, SectionData,
    access::{Disclosure, Scope},
    catalogue::{LIST, allergy, contact, devices, doctor, illness, person},
};
use words::{
    answer_text::Form,
    entry::entry,
    facts, labels,
    langs::Langs,
    sheets::{CONFIRMED, MORE, NEVER},
};

use super::{birth_and_sex, name, title};

/// How many names of a list are said.
const NAMES: usize = 4;
/// How many contacts and doctors are said.
const CONTACTS: usize = 2;

/// What of each section has a place, of its entries as well.
const SAID: &[(Section, &[FieldId])] = &[
    (Section::Person, &[person::NAME.untyped(), person::READING.untyped(), person::BIRTH.untyped(), person::SEX.untyped()]),
    (
        Section::Contacts,
        &[LIST.untyped(), contact::RELATION.untyped(), contact::NAME.untyped(), contact::PHONE.untyped(), contact::MOBILE.untyped()],
    ),
    (
        Section::Doctors,
        &[LIST.untyped(), doctor::ROLE.untyped(), doctor::PLACE.untyped(), doctor::DOCTOR.untyped(), doctor::PHONE.untyped()],
    ),
    (Section::Illness, &[LIST.untyped(), illness::NAME.untyped()]),
    (Section::Allergies, &[LIST.untyped(), allergy::NAME.untyped()]),
    (Section::Devices, &[devices::FITTED.untyped()]),
];

/// Who, what changes the handling, whom to call. No address of any page in it, so that no phone offers to open one.
///
/// At most `limit` bytes: what does not fit is left out, the least urgent first. What stands always: who, devices, allergies. The card
/// says more than this text whenever it has anything else, and then the text says so.
#[must_use]
pub fn short(shown: &Disclosure, limit: usize, langs: Langs) -> String {
    let whole = &shown.card;
    let vital = shown.narrowed(&Scope::vital());
    let (first, more) = lines(&vital, langs);
    let more_stands = format!("（{}）", langs.say(MORE));
    let (mut text, mut left_out) = (first.join("\n"), says_more(whole));
    for (place, block) in more.iter().enumerate() {
        // The last block needs no room for the hint after it, when nothing else is left out.
        let room = if place + 1 == more.len() && !left_out { 0 } else { more_stands.len() + 1 };
        if text.len() + 1 + block.len() + room <= limit {
            text = format!("{text}\n{block}");
        } else {
            left_out = true;
        }
    }
    if left_out { format!("{text}\n{more_stands}") } else { text }
}

/// Whether a card holds answers that have no place in this text, however much room there is.
fn says_more(card: &Card) -> bool {
    let has_place = |section: &str, field: &str| {
        SAID.iter().any(|(one, fields)| one.id() == section && fields.iter().any(|known| known.as_str() == field))
    };
    let beyond = [(Section::Contacts, CONTACTS), (Section::Doctors, 1)].into_iter().any(|(section, most)| card.items(section).len() > most);
    let answered = |(section, data): (&String, &SectionData)| {
        let fields = data.fields.keys().chain(data.items.iter().flat_map(|item| item.fields.keys()));
        fields.into_iter().any(|field| !has_place(section, field))
    };
    beyond || card.sections.iter().any(answered)
}

/// The lines that always stand, and blocks of lines that may be left out, the most urgent first.
fn lines(shown: &Disclosure, langs: Langs) -> (Vec<String>, Vec<String>) {
    let card = &shown.card;
    let checked = match &card.confirmed {
        Some(confirmed) => format!("{} {}", langs.say(CONFIRMED), langs.day(confirmed.on)),
        None => langs.say(NEVER),
    };
    let named = |section, words: &str| format!("{}: {words}", langs.say(labels::section(section)));
    let names = |section| named(section, &some(&facts::names(card, section, langs, Form::Short), langs));
    let first = vec![
        title(shown.sample, langs),
        name(card, langs),
        birth_and_sex(card, langs),
        checked,
        named(Section::Devices, &facts::alerts(card, langs, Form::Short).join("・")),
        names(Section::Allergies),
    ];
    let entry = |section, item| {
        let entry = entry(section, item, langs, Form::Short);
        std::iter::once(entry.called()).chain(entry.numbers.into_iter().map(|said| said.words)).collect::<Vec<_>>().join("\n")
    };
    let of = |section, count| card.items(section).iter().take(count).map(move |item| entry(section, item)).collect::<Vec<_>>();
    let mut more = of(Section::Contacts, 1);
    more.extend(of(Section::Doctors, 1));
    more.push(names(Section::Illness));
    more.extend(of(Section::Contacts, CONTACTS).into_iter().skip(1));
    (first, more)
}

/// The first names of a list, and whether there are more.
fn some(names: &[String], langs: Langs) -> String {
    let shown = names.iter().take(NAMES).cloned().collect::<Vec<_>>().join("・");
    if names.len() > NAMES { format!("{shown}・{}", langs.say(MORE)) } else { shown }
}
