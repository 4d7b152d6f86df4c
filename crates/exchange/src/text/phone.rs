//! The block for the medical notes of a phone (Apple メディカルID, Android 緊急情報).

use record::{
    Item, Section,
    access::{Disclosure, Scope},
};
use words::facts::{self, Say, Term};

use super::{confirmed, name};

/// What helps whoever finds the phone. Anybody who holds a locked phone can read it: no address, no key, no papers.
#[must_use]
pub fn phone_block(shown: &Disclosure, say: Say<'_>) -> String {
    let shown = shown.narrowed(&Scope::vital());
    let card = &shown.card;
    let named = |section, words: &[String]| format!("{}: {}", say(Term::Section(section)), words.join("・"));
    let mut lines = vec![format!("{}　{}", say(Term::Card), name(card, say))];
    if shown.sample {
        lines.push(format!("【{}】", say(Term::Sample)));
    }
    lines.push(confirmed(card, say));
    lines.push(named(Section::Devices, &facts::alerts(card, say)));
    let detail = card.words(Section::Devices, record::catalogue::DETAIL);
    if !detail.is_empty() {
        lines.push(detail.to_owned());
    }
    for section in [Section::Allergies, Section::Illness] {
        lines.push(named(section, &facts::names(card, section, say)));
    }
    let medicines: Vec<String> = card.items(Section::Medicines).iter().map(|item| facts::head(Section::Medicines, item, say)).collect();
    let medicines = if medicines.is_empty() { facts::nothing(card, Section::Medicines, say).into_iter().collect() } else { medicines };
    if !medicines.is_empty() {
        lines.push(named(Section::Medicines, &medicines));
    }
    let notebook = facts::own(card, Section::Medicines, say);
    lines.extend(notebook.into_iter().map(|(label, words)| format!("{label}: {words}")));
    let entry =
        |section, item: &Item| std::iter::once(facts::head(section, item, say)).chain(facts::phones(item)).collect::<Vec<_>>().join(" ");
    for section in [Section::Contacts, Section::Doctors] {
        lines.push(say(Term::Section(section)));
        lines.extend(card.items(section).iter().map(|item| entry(section, item)));
        lines.extend(facts::nothing(card, section, say));
    }
    lines.join("\n")
}
