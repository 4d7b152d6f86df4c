//! The vital part, short enough for a QR that any phone reads.

use record::{
    Section,
    access::{Disclosure, Scope},
};
use words::facts::{self, Say, Term};

use super::{birth_and_sex, name};

/// How many names of a list are said.
const NAMES: usize = 4;
/// How many contacts and doctors are said.
const CONTACTS: usize = 2;

/// Who, what changes the handling, whom to call. No address of any page in it, so that no phone offers to open one.
///
/// At most `limit` bytes: what does not fit is left out, the least urgent first, and the text says so. What stands always: who,
/// devices, allergies.
#[must_use]
pub fn short(shown: &Disclosure, limit: usize, say: Say<'_>) -> String {
    let shown = shown.narrowed(&Scope::vital());
    let (first, more) = lines(&shown, say);
    let more_stands = format!("（{}）", say(Term::More));
    let (mut text, mut left_out) = (first.join("\n"), false);
    for (place, block) in more.iter().enumerate() {
        // The last block needs no room for the hint after it.
        let room = if place + 1 == more.len() && !left_out { 0 } else { more_stands.len() + 1 };
        if text.len() + 1 + block.len() + room <= limit {
            text = format!("{text}\n{block}");
        } else {
            left_out = true;
        }
    }
    if left_out { format!("{text}\n{more_stands}") } else { text }
}

/// The lines that always stand, and blocks of lines that may be left out, the most urgent first.
fn lines(shown: &Disclosure, say: Say<'_>) -> (Vec<String>, Vec<String>) {
    let card = &shown.card;
    let title = if shown.sample { format!("{}【{}】", say(Term::Card), say(Term::Sample)) } else { say(Term::Card) };
    let checked = match &card.confirmed {
        Some(confirmed) => format!("{} {}", say(Term::Confirmed), say(Term::Day(confirmed.on))),
        None => say(Term::NeverConfirmed),
    };
    let first = vec![
        title,
        name(card, say),
        birth_and_sex(card, say),
        checked,
        format!("{}: {}", say(Term::Section(Section::Devices)), facts::alerts(card, say).join("・")),
        format!("{}: {}", say(Term::Section(Section::Allergies)), some(&facts::names(card, Section::Allergies, say), say)),
    ];
    let entry = |section, item| std::iter::once(facts::head(section, item, say)).chain(facts::phones(item)).collect::<Vec<_>>().join("\n");
    let of = |section, count| card.items(section).iter().take(count).map(move |item| entry(section, item)).collect::<Vec<_>>();
    let mut more = of(Section::Contacts, 1);
    more.extend(of(Section::Doctors, 1));
    more.push(format!("{}: {}", say(Term::Section(Section::Illness)), some(&facts::names(card, Section::Illness, say), say)));
    more.extend(of(Section::Contacts, CONTACTS).into_iter().skip(1));
    (first, more)
}

/// The first names of a list, and whether there are more.
fn some(names: &[String], say: Say<'_>) -> String {
    let shown = names.iter().take(NAMES).cloned().collect::<Vec<_>>().join("・");
    if names.len() > NAMES { format!("{shown}・{}", say(Term::More)) } else { shown }
}
