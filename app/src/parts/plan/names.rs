//! What fields and options of the plan are called.

use record::{
    Answers, Item,
    catalogue::{ASKED, FieldSpec, NAME, ON, RELATION, WITH, WORDS},
    plan::{
        Key,
        catalogue::ANSWER,
        lists::{ABOUT, FEELING, KIND, LOOKED, MARK, NAMES, TALK, WITHDRAWN},
        section,
    },
};

use crate::{
    parts::{
        names::{CARD, Names},
        summary::worded,
        words::{lang, say},
    },
    text::{
        Lang, Word, days, fields, labels,
        plan::{self as text, FieldWords},
    },
    workspace::answers::{Holder, Spot},
};

/// The words of the plan, and for what belongs to the card the card's.
pub const PLAN: Names = Names { field, hint, option, item, line, add, none };

fn of_card(holder: &Holder) -> bool {
    matches!(holder, Holder::Card(_))
}

fn id(holder: &Holder) -> &str {
    match holder {
        Holder::Plan(id) => id,
        Holder::Card(_) => "",
    }
}

fn field(spot: &Spot) -> Word {
    if of_card(&spot.holder) {
        return (CARD.field)(spot);
    }
    let found = match (id(&spot.holder), spot.field) {
        (section::TALKS, ABOUT) => Some(text::notes::talk::FIELD_ABOUT),
        (section::FEELINGS, ABOUT) => Some(text::notes::feelings::FIELD_ABOUT),
        _ => words(spot).map(|words| words.label),
    };
    found.or_else(|| of_contact(spot)).unwrap_or(fields::UNNAMED)
}

fn words(spot: &Spot) -> Option<&'static FieldWords> {
    match id(&spot.holder) {
        section::TALKS => text::talk(spot.field),
        section::FEELINGS => text::feeling(spot.field),
        id => {
            let own = text::question(Key::by_id(id)?.question).field(spot.field);
            own.or_else(|| text::beside(spot.field).filter(|_| spot.item.is_none()))
        }
    }
}

/// A name, a relation and a number are called as on the card.
fn of_contact(spot: &Spot) -> Option<Word> {
    spot.item.is_some().then(|| labels::field(record::Section::Contacts, spot.field.0))
}

fn hint(spot: &Spot) -> Option<Word> {
    if of_card(&spot.holder) {
        return (CARD.hint)(spot);
    }
    match (spot.field, Key::by_id(id(&spot.holder))) {
        (ANSWER, Some(key)) => text::question(key.question).hint,
        _ => words(spot)?.hint,
    }
}

fn option(spot: &Spot, option: &str) -> Option<Word> {
    if of_card(&spot.holder) || spot.field == RELATION {
        return labels::option_word(option);
    }
    words(spot)?.option(option)
}

fn item(holder: &Holder) -> &'static [FieldSpec] {
    match id(holder) {
        "" => (CARD.item)(holder),
        section::TALKS => TALK,
        section::FEELINGS => FEELING,
        id => {
            let item = Key::by_id(id).map_or(&[][..], |key| key.question.spec().item);
            // p1 lists who it is; how far the asking has come, which stands last, is answered in p2.
            let own = item.iter().position(|spec| spec.id == ASKED).unwrap_or(item.len());
            item.get(..own).unwrap_or(item)
        }
    }
}

fn line(holder: &Holder, item: &Item, language: Lang) -> String {
    if of_card(holder) {
        return (CARD.line)(holder, item, language);
    }
    let words = |field| worded(item.fields.text(field), language);
    let on = || days::told(item.fields.text(ON), language).unwrap_or_default();
    let parts = match id(holder) {
        section::TALKS => return text::talk_line(&on(), &with_whom(item), language),
        section::FEELINGS => {
            let mark = text::mark(item.fields.text(MARK)).map(say).unwrap_or_default();
            vec![item.fields.text(NAME).to_owned(), on(), mark, item.fields.text(WORDS).to_owned()]
        }
        section::EVENTS => vec![on(), happened(item.fields.text(KIND)).map(say).unwrap_or_default()],
        _ => vec![words(RELATION), words(NAME)],
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// With whom a talk was: who they are, and their names.
#[must_use]
pub fn with_whom(item: &Item) -> String {
    let with = item.fields.chosen(WITH).iter().filter_map(|id| text::talk(WITH)?.option(id));
    let with = with.map(say).collect::<Vec<_>>().join(&say(fields::BETWEEN));
    text::named(&with, item.fields.text(NAMES), lang())
}

/// What happened to a record since it was kept.
fn happened(kind: &str) -> Option<Word> {
    match kind {
        LOOKED => Some(text::notes::version::LOOKED),
        WITHDRAWN => Some(text::WITHDRAWN),
        _ => None,
    }
}

fn none(holder: &Holder) -> Option<[Word; 2]> {
    (CARD.none)(holder)
}

fn add(holder: &Holder) -> Word {
    match id(holder) {
        "" => (CARD.add)(holder),
        section::TALKS => text::ADD_TALK,
        _ => text::ADD_PERSON,
    }
}

/// The words of an option of a field, in the language of the page.
#[must_use]
pub fn option_said(spot: &Spot, id: &str) -> String {
    option(spot, id).map_or_else(|| id.to_owned(), |word| crate::text::plain(word.say(lang())))
}

#[cfg(test)]
mod tests {
    use record::{catalogue::ASKED_ON, plan::Question};

    use super::*;

    #[test]
    fn p1_lists_everything_about_a_person_but_how_far_the_asking_has_come() {
        let all = Question::P1.spec().item.iter().map(|spec| spec.id).filter(|id| ![ASKED, ASKED_ON].contains(id));
        let listed = (PLAN.item)(&Holder::Plan("p1".to_owned())).iter().map(|spec| spec.id);
        assert_eq!(listed.collect::<Vec<_>>(), all.collect::<Vec<_>>());
    }
}
