//! What an entry of one of the plan's lists is called.

use record::{
    Answer, Answers, Item,
    catalogue::{ItemField, ItemOf, List, naming},
    plan::{
        Key,
        lists::{Event, Feeling, LOOKED, Talk, WITHDRAWN, event, feeling, talk},
    },
};

use super::{WITHDRAWN as WITHDRAWN_WORD, named, notes, talk_line};
use crate::{
    Word,
    answer_text::{Form, say},
    langs::Langs,
    place::{Asks, InPlan},
};

/// What an entry of one of the plan's lists is called, in one line; empty where nothing of it is written.
#[must_use]
pub fn name_in_plan(list: &str, item: &Item, langs: impl Into<Langs>) -> String {
    let (langs, place) = (langs.into(), InPlan(list));
    let said = |field: &str, answer: Option<&Answer>| {
        let found = place.spec(field).zip(answer);
        found.map(|(spec, answer)| say(place, spec, answer, langs, Form::Full).words).unwrap_or_default()
    };
    let told = |day: &str| langs.told(day).unwrap_or_default();
    let parts = if let Some(talk) = Talk.item(list, item) {
        return talk_line(&told(talk.words(talk::ON)), &with_whom(talk, langs), langs);
    } else if let Some(felt) = Feeling.item(list, item) {
        let of = |field: ItemField<Feeling>| said(field.untyped().as_str(), felt.answer(field));
        vec![of(feeling::NAME), told(felt.words(feeling::ON)), of(feeling::MARK), of(feeling::WORDS)]
    } else if let Some(happened) = Event.item(list, item) {
        let what = self::happened(happened.words(event::KIND)).map(|word| langs.say(word));
        vec![told(happened.words(event::ON)), what.unwrap_or_default()]
    } else {
        let specs = Key::by_id(list).map_or(&[][..], |key| key.question.spec().item);
        naming(specs).map(|spec| said(spec.id.as_str(), item.fields.answer(spec.id))).collect()
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// With whom a talk was: who they are, and their names.
#[must_use]
pub fn with_whom(talk: ItemOf<'_, Talk>, langs: impl Into<Langs>) -> String {
    let (langs, place) = (langs.into(), InPlan(Talk::ID));
    let said = place.spec(talk::WITH.untyped().as_str()).zip(talk.answer(talk::WITH));
    let said = said.map(|(spec, answer)| say(place, spec, answer, langs, Form::Full).words);
    named(&said.unwrap_or_default(), talk.words(talk::NAMES), langs)
}

/// What happened to a record since it was kept.
fn happened(kind: &str) -> Option<Word> {
    match kind {
        LOOKED => Some(notes::version::LOOKED),
        WITHDRAWN => Some(WITHDRAWN_WORD),
        _ => None,
    }
}
