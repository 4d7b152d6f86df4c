//! Where in the plan something changed, and what stands there, in words: for earlier versions of the record and for backups.

use record::{
    Answer, Item,
    catalogue::FieldSpec,
    diff::Place,
    plan::{
        Key,
        catalogue::BESIDE,
        lists::{FEELING, TALK},
        section,
    },
};

use super::{
    names::PLAN,
    said::{answer_said, title},
};
use crate::{
    parts::words::{lang, say},
    state::answers::{Holder, Spot},
    text::plan as text,
};

/// What a section of the plan is called; nothing when only a newer release knows it.
fn section_name(id: &str) -> Option<String> {
    Some(match id {
        section::SCENES => say(text::OTHER_SCENES),
        section::TALKS => say(text::TALKS),
        section::FEELINGS => say(text::note("feelings", "title")),
        section::OPENED => say(text::OPENED),
        section::SHOWN => say(text::SHOWN_BEFORE),
        section::EVENTS => say(text::PAST),
        section::REMIND => say(text::REMIND),
        id => title(Key::by_id(id)?),
    })
}

fn specs(id: &str, in_list: bool) -> Vec<FieldSpec> {
    match (id, Key::by_id(id)) {
        (section::TALKS, _) => TALK.to_vec(),
        (section::FEELINGS, _) => FEELING.to_vec(),
        (_, Some(key)) if in_list => key.question.spec().item.to_vec(),
        (_, Some(key)) => [key.question.spec().rows, key.question.spec().more, BESIDE].concat(),
        _ => Vec::new(),
    }
}

/// Where it stands: the question, and the field where that is not the answer itself.
#[must_use]
pub fn place(at: &Place) -> Option<Vec<String>> {
    let mut parts = vec![section_name(&at.section)?];
    let field = specs(&at.section, at.item.is_some()).into_iter().find(|spec| at.field.as_deref() == Some(spec.id.0));
    let alone = Key::by_id(&at.section).is_some_and(|key| key.question.spec().rows.len() == 1);
    if let Some(spec) = field.filter(|spec| !alone || spec.id != record::plan::catalogue::ANSWER) {
        let spot = Spot { item: at.item.clone(), ..Spot::of(&Holder::Plan(at.section.clone()), spec.id) };
        parts.push(say((PLAN.field)(&spot)));
    }
    Some(parts)
}

/// One answer in words; nothing when only a newer release knows what it says.
#[must_use]
pub fn words(at: &Place, answer: &Answer) -> Option<String> {
    let found = specs(&at.section, at.item.is_some()).into_iter().find(|spec| at.field.as_deref() == Some(spec.id.0))?;
    let spot = Spot { item: at.item.clone(), ..Spot::of(&Holder::Plan(at.section.clone()), found.id) };
    Some(answer_said(&spot, &found, answer)).filter(|words| !words.is_empty())
}

/// A list entry in one line.
#[must_use]
pub fn whole(at: &Place, item: &Item) -> Option<String> {
    section_name(&at.section)?;
    Some((PLAN.line)(&Holder::Plan(at.section.clone()), item, lang()))
}
