//! The card as plain words: for a QR on paper, for a clinic's system, for the medical notes of a phone.

mod full;
mod phone;
mod short;

pub use full::full;
pub use phone::phone_block;
pub use short::short;

use record::{Author, Card, catalogue as c};
use words::{
    crew,
    entry::not_written,
    facts,
    said::Form,
    sheets::{CONFIRMED, NEVER, OWN},
    tongue::Tongue,
};

/// The name with its reading: 流山 花子（ながれやま はなこ）.
#[must_use]
pub fn name(card: &Card, tongue: Tongue) -> String {
    match (card.words(c::person::NAME), card.words(c::person::READING)) {
        ("", "") => not_written(tongue, Form::Paper),
        (name, "") => name.to_owned(),
        ("", reading) => reading.to_owned(),
        (name, reading) => format!("{name}（{reading}）"),
    }
}

/// The day the card was confirmed and by whom, or that it never was.
#[must_use]
pub fn confirmed(card: &Card, tongue: Tongue) -> String {
    match &card.confirmed {
        Some(confirmed) => {
            let by = author(&confirmed.by, tongue);
            format!("{} {}（{} {by}）", tongue.say(CONFIRMED), tongue.day(confirmed.on), tongue.say(crew::WRITTEN_BY))
        }
        None => tongue.say(NEVER),
    }
}

/// Who wrote something.
#[must_use]
pub fn author(author: &Author, tongue: Tongue) -> String {
    match author {
        Author::Own => tongue.say(OWN),
        Author::Proxy(name) | Author::Clinic(name) => name.clone(),
    }
}

/// The title, and that a card is the sample.
fn title(sample: bool, tongue: Tongue) -> String {
    let mark = if sample { format!("【{}】", tongue.say(crew::SAMPLE)) } else { String::new() };
    format!("{}{mark}", tongue.say(crew::CARD))
}

/// Birth and sex in one line.
fn birth_and_sex(card: &Card, tongue: Tongue) -> String {
    let said = |field| facts::said(card, field, tongue, Form::Short).map(|said| said.words);
    let missing = || format!("{}: {}", tongue.say(crew::BIRTH), not_written(tongue, Form::Short));
    let birth = said(c::person::BIRTH).unwrap_or_else(missing);
    said(c::person::SEX).map_or_else(|| birth.clone(), |sex| format!("{birth} {sex}"))
}
