//! What an entry of one of the plan's lists is called.

use record::{
    Answers, FieldId, Item,
    catalogue::{self as c},
    plan::{
        lists::{KIND, LOOKED, MARK, NAMES, WITHDRAWN},
        section,
    },
};

use super::{WITHDRAWN as WITHDRAWN_WORD, named, notes, talk_line};
use crate::{
    Word,
    place::{Asks, InPlan},
    said::{Form, say},
    tongue::Tongue,
};

/// What an entry of one of the plan's lists is called, in one line; empty where nothing of it is written.
#[must_use]
pub fn name_in_plan(list: &str, item: &Item, tongue: impl Into<Tongue>) -> String {
    let (tongue, place) = (tongue.into(), InPlan(list));
    let said = |field: FieldId| {
        let found = place.spec(field.0).zip(item.fields.answer(field));
        found.map(|(spec, answer)| say(place, spec, answer, tongue, Form::Full).words).unwrap_or_default()
    };
    let on = || tongue.told(item.fields.words(c::ON)).unwrap_or_default();
    let ours = |word: Option<Word>| word.map(|word| tongue.say(word)).unwrap_or_default();
    let kind = item.fields.words(KIND);
    let parts = match list {
        section::TALKS => return talk_line(&on(), &with_whom(item, tongue), tongue),
        section::FEELINGS => vec![said(c::NAME), on(), said(MARK), said(c::WORDS)],
        section::EVENTS => vec![on(), ours(happened(kind))],
        _ => vec![said(c::RELATION), said(c::NAME)],
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// With whom a talk was: who they are, and their names.
#[must_use]
pub fn with_whom(item: &Item, tongue: impl Into<Tongue>) -> String {
    let tongue = tongue.into();
    let place = InPlan(section::TALKS);
    let said =
        place.spec(c::WITH.0).zip(item.fields.answer(c::WITH)).map(|(spec, answer)| say(place, spec, answer, tongue, Form::Full).words);
    named(&said.unwrap_or_default(), item.fields.words(NAMES), tongue)
}

/// What happened to a record since it was kept.
fn happened(kind: &str) -> Option<Word> {
    match kind {
        LOOKED => Some(notes::version::LOOKED),
        WITHDRAWN => Some(WITHDRAWN_WORD),
        _ => None,
    }
}
