//! The block for the medical notes of a phone (Apple メディカルID, Android 緊急情報).

use record::{
    Section,
    access::{Disclosure, Scope},
};
use words::{answer_text::Form, entry::entry, facts, labels, langs::Langs};

use super::{confirmed, name, title};

/// What helps whoever finds the phone. Anybody who holds a locked phone can read it: no address, no key, no papers.
#[must_use]
pub fn phone_block(shown: &Disclosure, langs: Langs) -> String {
    let shown = shown.narrowed(&Scope::vital());
    let card = &shown.card;
    let named = |section, words: &[String]| format!("{}: {}", langs.say(labels::section(section)), words.join("・"));
    let mut lines = vec![format!("{}　{}", title(false, langs), name(card, langs))];
    if shown.sample {
        lines.push(format!("【{}】", langs.say(words::crew::SAMPLE)));
    }
    lines.push(confirmed(card, langs));
    lines.push(named(Section::Devices, &facts::alerts(card, langs, Form::Short)));
    let detail = card.words(record::catalogue::devices::DETAIL);
    if !detail.is_empty() {
        lines.push(detail.to_owned());
    }
    for section in [Section::Allergies, Section::Illness] {
        lines.push(named(section, &facts::names(card, section, langs, Form::Short)));
    }
    // With the dose: there is room for it.
    lines.push(named(Section::Medicines, &facts::names(card, Section::Medicines, langs, Form::Paper)));
    let notebook = facts::own(card, Section::Medicines, langs, Form::Paper);
    lines.extend(notebook.into_iter().map(|fact| format!("{}: {}", fact.label, fact.said.words)));
    for section in [Section::Contacts, Section::Doctors] {
        lines.push(langs.say(labels::section(section)));
        lines.extend(card.items(section).iter().map(|item| {
            let entry = entry(section, item, langs, Form::Short);
            std::iter::once(entry.called()).chain(entry.numbers.into_iter().map(|said| said.words)).collect::<Vec<_>>().join(" ")
        }));
        lines.extend(facts::nothing(card, section, langs, Form::Short));
    }
    lines.join("\n")
}
