//! The card as plain words: for a QR on paper, for a clinic's system, for the medical notes of a phone.

mod full;
mod phone;
mod short;

pub use full::full;
pub use phone::phone_block;
pub use short::short;

use record::{Author, Card, catalogue as c};
use words::{
    answer_text::Form,
    crew,
    entry::not_written,
    facts,
    langs::Langs,
    sheets::{CONFIRMED, NEVER, OWN},
};

/// The name with its reading: 流山 花子（ながれやま はなこ）.
#[must_use]
pub fn name(card: &Card, langs: Langs) -> String {
    match (card.words(c::person::NAME), card.words(c::person::READING)) {
        ("", "") => not_written(langs, Form::Paper),
        (name, "") => name.to_owned(),
        ("", reading) => reading.to_owned(),
        (name, reading) => format!("{name}（{reading}）"),
    }
}

/// The day the card was confirmed and by whom, or that it never was.
#[must_use]
pub fn confirmed(card: &Card, langs: Langs) -> String {
    match &card.confirmed {
        Some(confirmed) => {
            let by = author(&confirmed.by, langs);
            format!("{} {}（{} {by}）", langs.say(CONFIRMED), langs.day(confirmed.on), langs.say(crew::WRITTEN_BY))
        }
        None => langs.say(NEVER),
    }
}

/// Who wrote something.
#[must_use]
pub fn author(author: &Author, langs: Langs) -> String {
    match author {
        Author::Own => langs.say(OWN),
        Author::Proxy(name) | Author::Clinic(name) => name.clone(),
    }
}

/// The title, and that a card is the sample.
fn title(sample: bool, langs: Langs) -> String {
    let mark = if sample { format!("【{}】", langs.say(crew::SAMPLE)) } else { String::new() };
    format!("{}{mark}", langs.say(crew::CARD))
}

/// Birth and sex in one line.
fn birth_and_sex(card: &Card, langs: Langs) -> String {
    let said = |field| facts::said(card, field, langs, Form::Short).map(|said| said.words);
    let missing = || format!("{}: {}", langs.say(crew::BIRTH), not_written(langs, Form::Short));
    let birth = said(c::person::BIRTH).unwrap_or_else(missing);
    said(c::person::SEX).map_or_else(|| birth.clone(), |sex| format!("{birth} {sex}"))
}
