//! The whole card as text, to be pasted into a clinic's system or a message.

use record::{
    Card, Day, Item, Section,
    access::Disclosure,
    check::{Age, staleness},
};
use words::facts::{self, Say, Term};

use super::{confirmed, name};

/// Everything that a reader may see, section by section. 「なし」, 「不明」 and 「まだ書いていません」 stand as they are.
#[must_use]
pub fn full(shown: &Disclosure, today: Day, say: Say<'_>) -> String {
    let card = &shown.card;
    let mut lines = vec![format!("{}　{}", say(Term::Card), name(card, say))];
    if shown.sample {
        lines.push(format!("【{}】", say(Term::Sample)));
    }
    lines.push(confirmed(card, say));
    if matches!(staleness(card.confirmed.as_ref(), today), Age::Old { .. }) {
        lines.push(say(Term::Old));
    }
    lines.push(format!("{} {}", say(Term::Made), say(Term::Day(today))));
    for section in Section::ALL.into_iter().filter(|section| shown.parts.has(*section)) {
        let block = section_lines(card, section, today, say);
        if !block.is_empty() {
            lines.push(String::new());
            lines.push(format!("■{}", say(Term::Section(section))));
            lines.extend(block);
        }
    }
    lines.join("\n")
}

fn section_lines(card: &Card, section: Section, today: Day, say: Say<'_>) -> Vec<String> {
    let mut lines: Vec<String> = facts::own(card, section, say).into_iter().map(|(label, words)| format!("{label}: {words}")).collect();
    if section == Section::Person {
        let birth = Day::parse(card.words(section, record::catalogue::BIRTH));
        let age = birth.and_then(|birth| record::era::age_on(birth.0, today.0));
        lines.extend(age.map(|age| say(Term::Years(age))));
    }
    let items = card.items(section);
    lines.extend(items.iter().enumerate().map(|(place, item)| format!("{}. {}", place + 1, entry(section, item, say))));
    if items.is_empty() {
        // A section that is folded away at first needs no word when nobody touched it.
        let asked = (section as usize) < Section::FIRST || card.section(section).is_some();
        let missing = facts::nothing(card, section, say).filter(|_| asked && (section.spec().has_list() || lines.is_empty()));
        lines.extend(missing);
    }
    if section == Section::Papers && !lines.is_empty() {
        lines.push(say(Term::PapersNote));
    }
    lines
}

/// An item in one line.
fn entry(section: Section, item: &Item, say: Say<'_>) -> String {
    let head = std::iter::once(facts::head(section, item, say));
    head.chain(facts::phones(item)).chain(facts::rest(section, item, say)).collect::<Vec<_>>().join("　")
}
