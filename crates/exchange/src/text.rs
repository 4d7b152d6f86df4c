//! The card as plain words: for a QR on paper, for a clinic's system, for the medical notes of a phone.

mod full;
mod phone;
mod short;

pub use full::full;
pub use phone::phone_block;
pub use short::short;

use record::{Author, Card, Section, catalogue as c};
use words::facts::{Say, Term};

/// The name with its reading: 流山 花子（ながれやま はなこ）.
#[must_use]
pub fn name(card: &Card, say: Say<'_>) -> String {
    match (card.words(Section::Person, c::NAME), card.words(Section::Person, c::READING)) {
        ("", "") => say(Term::NotWritten),
        (name, "") => name.to_owned(),
        ("", reading) => reading.to_owned(),
        (name, reading) => format!("{name}（{reading}）"),
    }
}

/// The day the card was confirmed and by whom, or that it never was.
#[must_use]
pub fn confirmed(card: &Card, say: Say<'_>) -> String {
    match &card.confirmed {
        Some(confirmed) => {
            format!("{} {}（{} {}）", say(Term::Confirmed), say(Term::Day(confirmed.on)), say(Term::WrittenBy), author(&confirmed.by, say))
        }
        None => say(Term::NeverConfirmed),
    }
}

/// Who wrote something.
#[must_use]
pub fn author(author: &Author, say: Say<'_>) -> String {
    match author {
        Author::Own => say(Term::Own),
        Author::Proxy(name) | Author::Clinic(name) => name.clone(),
    }
}

/// Birth and sex in one line.
fn birth_and_sex(card: &Card, say: Say<'_>) -> String {
    let birth = match record::Day::parse(card.words(Section::Person, c::BIRTH)) {
        Some(day) => say(Term::Birth(day)),
        None => format!("{}: {}", say(Term::Field(Section::Person, c::BIRTH)), say(Term::NotWritten)),
    };
    match card.picked(Section::Person, c::SEX) {
        "" => birth,
        sex => format!("{birth} {}", say(Term::Choice(sex))),
    }
}
