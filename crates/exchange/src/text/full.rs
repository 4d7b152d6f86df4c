//! The whole card as text, to be pasted into a clinic's system or a message.

use record::{
    Card, Day, Section,
    access::Disclosure,
    check::{Age, staleness},
};
use words::{answer_text::Form, crew, entry::entry, facts, labels, langs::Langs, sheets::MADE};

use super::{confirmed, name};

/// Everything that a reader may see, section by section. 「なし」, 「不明」 and 「まだ書いていません」 stand as they are.
#[must_use]
pub fn full(shown: &Disclosure, today: Day, langs: Langs) -> String {
    let card = &shown.card;
    let mut lines = vec![format!("{}　{}", langs.say(crew::CARD), name(card, langs))];
    if shown.sample {
        lines.push(format!("【{}】", langs.say(crew::SAMPLE)));
    }
    lines.push(confirmed(card, langs));
    if matches!(staleness(card.confirmed.as_ref(), today), Age::Old { .. }) {
        lines.push(langs.say(crew::OLD));
    }
    lines.push(format!("{} {}", langs.say(MADE), langs.day(today)));
    for section in Section::ALL.into_iter().filter(|section| shown.parts.has(*section)) {
        let block = section_lines(card, section, today, langs);
        if !block.is_empty() {
            lines.push(String::new());
            lines.push(format!("■{}", langs.say(labels::section(section))));
            lines.extend(block);
        }
    }
    lines.join("\n")
}

fn section_lines(card: &Card, section: Section, today: Day, langs: Langs) -> Vec<String> {
    let own = facts::own(card, section, langs, Form::Paper).into_iter();
    let mut lines: Vec<String> = own.map(|fact| format!("{}: {}", fact.label, fact.said.words)).collect();
    if section == Section::Person {
        let birth = Day::parse(card.words(record::catalogue::person::BIRTH));
        let age = birth.and_then(|birth| record::era::age_on(birth.0, today.0));
        lines.extend(age.map(|age| format!("{}: {age}", langs.say(crew::AGE))));
    }
    let items = card.items(section);
    let entry = |(place, item)| format!("{}. {}", place + 1, entry(section, item, langs, Form::Paper).whole());
    lines.extend(items.iter().enumerate().map(entry));
    if items.is_empty() {
        // A section that is folded away at first needs no word when nobody touched it.
        let asked = (section as usize) < Section::FIRST || card.section(section).is_some();
        let missing = facts::nothing(card, section, langs, Form::Paper);
        lines.extend(missing.filter(|_| asked && (section.spec().has_list() || lines.is_empty())));
    }
    if section == Section::Papers && !lines.is_empty() {
        lines.push(langs.say(crew::PAPERS_NOTE));
    }
    lines
}
