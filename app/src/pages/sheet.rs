//! The facts of a section as label and words: the one reading of the card that the crew's screen, the sheets and the yearly check share.

use record::{
    Answer, Answers, Card, Fields, Item, Section,
    catalogue::{self as c, FieldSpec, Kind},
    phone,
};
pub use words::facts::address;

use crate::{
    parts::{summary, words::say},
    text::{Lang, days, fields as text, labels, plain, sheets::NOT_WRITTEN},
};

/// One fact: what it is called, and what was written.
pub type Fact = (String, String);

/// What one answer says, in words.
#[must_use]
pub fn words(spec: &FieldSpec, answer: &Answer, lang: Lang) -> String {
    match (answer, spec.kind) {
        (Answer::None, _) => text::NONE.say(lang).to_owned(),
        (Answer::Unknown, _) => text::UNKNOWN.say(lang).to_owned(),
        (Answer::Undecided, _) => text::UNDECIDED.say(lang).to_owned(),
        (Answer::Skipped, _) => text::SKIPPED.say(lang).to_owned(),
        (Answer::Given(words), Kind::Phone) => phone::display(words),
        (Answer::Given(words), Kind::Day) => days::told(words, lang).unwrap_or_else(|| NOT_WRITTEN.say(lang).to_owned()),
        (Answer::Given(words), _) => words.clone(),
        (Answer::Picked(id), _) => labels::option_text(id, lang),
        (Answer::Chosen(ids), _) => ids.iter().map(|id| labels::option_text(id, lang)).collect::<Vec<_>>().join("・"),
        (Answer::Other(_), _) => String::new(),
    }
}

/// The answered fields among some specs, in their order.
#[must_use]
pub fn answered(section: Section, specs: &'static [FieldSpec], fields: &Fields, lang: Lang) -> Vec<Fact> {
    specs
        .iter()
        .filter_map(|spec| {
            let said = words(spec, fields.answer(spec.id)?, lang);
            (!said.is_empty()).then(|| (plain(labels::field(section, spec.id.0).say(lang)), said))
        })
        .collect()
}

/// Everything in a section, for reading through.
#[must_use]
pub fn facts(card: &Card, section: Section, lang: Lang) -> Vec<Fact> {
    let Some(data) = card.section(section) else { return Vec::new() };
    let spec = section.spec();
    let mut facts = answered(section, spec.fields, &data.fields, lang);
    for (place, item) in data.items.iter().enumerate() {
        let rest = rest_of(section, item, lang);
        let name = summary::item(section, item, lang);
        let name = if name.is_empty() { say(text::NOT_WRITTEN) } else { name };
        let words = if rest.is_empty() { name } else { format!("{name}　{}", rest.join("　")) };
        facts.push(((place + 1).to_string(), words));
    }
    facts
}

/// What an item says besides the line that names it.
#[must_use]
pub fn rest_of(section: Section, item: &Item, lang: Lang) -> Vec<String> {
    let named: &[c::FieldId] = match section {
        Section::Contacts => &[c::RELATION, c::NAME],
        Section::Doctors => &[c::ROLE, c::PLACE, c::DOCTOR],
        Section::Medicines => &[c::NAME, c::DOSE],
        Section::Orders => &[c::SCENE, c::INSTRUCTION],
        _ => &[c::NAME, c::SINCE],
    };
    let others = section.spec().item.iter().filter(|spec| !named.contains(&spec.id));
    others
        .filter_map(|spec| {
            let answer = item.fields.answer(spec.id)?;
            let said = words(spec, answer, lang);
            // A bare はい or いいえ says nothing without its question.
            let yes_no = matches!(spec.kind, Kind::One(options) if options == c::YES_NO || options == c::THINNERS);
            let label = plain(labels::field(section, spec.id.0).say(lang));
            match answer {
                Answer::Picked(id) if yes_no => (id == "yes").then_some(label),
                _ if spec.id == c::CARD_NUMBER => Some(format!("{label} {said}")),
                _ => Some(said),
            }
        })
        .filter(|said| !said.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_is_none_is_said_to_be_missing() {
        let birth = Section::Person.spec().fields.iter().find(|spec| spec.id == c::BIRTH).unwrap();
        let said = |given: &str, lang| words(birth, &Answer::Given(given.to_owned()), lang);
        assert_eq!(said("1941-13-08", Lang::Ja), "1941年");
        assert_eq!(said("1941-13-08", Lang::En), "1941");
        assert_eq!(said("-13-08", Lang::Ja), "まだ書いていません");
        assert_eq!(said("-13-08", Lang::En), "Not written yet");
        assert_ne!(said("1941-04-08", Lang::Ja), "まだ書いていません");
    }
}
