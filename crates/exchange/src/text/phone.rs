//! The block for the medical notes of a phone (Apple メディカルID, Android 緊急情報).

use record::{
    Section,
    access::{Disclosure, Scope},
};
use words::{entry::entry, facts, labels, said::Form, tongue::Tongue};

use super::{confirmed, name, title};

/// What helps whoever finds the phone. Anybody who holds a locked phone can read it: no address, no key, no papers.
#[must_use]
pub fn phone_block(shown: &Disclosure, tongue: Tongue) -> String {
    let shown = shown.narrowed(&Scope::vital());
    let card = &shown.card;
    let named = |section, words: &[String]| format!("{}: {}", tongue.say(labels::section(section)), words.join("・"));
    let mut lines = vec![format!("{}　{}", title(false, tongue), name(card, tongue))];
    if shown.sample {
        lines.push(format!("【{}】", tongue.say(words::crew::SAMPLE)));
    }
    lines.push(confirmed(card, tongue));
    lines.push(named(Section::Devices, &facts::alerts(card, tongue, Form::Short)));
    let detail = card.words(record::catalogue::devices::DETAIL);
    if !detail.is_empty() {
        lines.push(detail.to_owned());
    }
    for section in [Section::Allergies, Section::Illness] {
        lines.push(named(section, &facts::names(card, section, tongue, Form::Short)));
    }
    // With the dose: there is room for it.
    lines.push(named(Section::Medicines, &facts::names(card, Section::Medicines, tongue, Form::Paper)));
    let notebook = facts::own(card, Section::Medicines, tongue, Form::Paper);
    lines.extend(notebook.into_iter().map(|fact| format!("{}: {}", fact.label, fact.said.words)));
    for section in [Section::Contacts, Section::Doctors] {
        lines.push(tongue.say(labels::section(section)));
        lines.extend(card.items(section).iter().map(|item| {
            let entry = entry(section, item, tongue, Form::Short);
            std::iter::once(entry.called()).chain(entry.numbers.into_iter().map(|said| said.words)).collect::<Vec<_>>().join(" ")
        }));
        lines.extend(facts::nothing(card, section, tongue, Form::Short));
    }
    lines.join("\n")
}
