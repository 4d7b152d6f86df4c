//! What changed between two sets of answers, question by question.

use std::collections::BTreeMap;

use super::{Key, Question, State, answer::state, effective, lists::trusted};
use crate::{Answer, Fields, ItemId, SectionData};

/// One question that is answered differently.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change<'a> {
    pub key: Key,
    pub was: State,
    pub is: State,
    /// What stood there; `None` when nothing did.
    pub old: Option<&'a SectionData>,
    pub new: Option<&'a SectionData>,
}

/// The answers of a version, or as they stand.
type Answers = BTreeMap<String, SectionData>;

/// The questions whose answers differ, in the order in which they are asked. Who wrote and when is no difference.
#[must_use]
pub fn compare<'a>(old: &'a Answers, new: &'a Answers) -> Vec<Change<'a>> {
    let section = |of: &'a Answers, key: Key| {
        let section_id = if key.question == Question::P2 { Question::P1.id().to_owned() } else { key.to_string() };
        of.get(&section_id)
    };
    let differs = |key: &Key| said(section(old, *key), key.question) != said(section(new, *key), key.question);
    let change = |key| Change { key, was: state(old, key), is: state(new, key), old: section(old, key), new: section(new, key) };
    Key::all().filter(differs).map(change).collect()
}

type ItemAnswers = Vec<(Option<ItemId>, Vec<(String, Answer)>)>;

/// What is said about a question, without who and when: of the section itself and of each list entry. The people of p1 carry the
/// answers to p2, and each of the two questions sees its own.
fn said(data: Option<&SectionData>, question: Question) -> ItemAnswers {
    let Some(data) = data.map(|data| effective(question, data)) else { return Vec::new() };
    let of_asking = |id: &str| [trusted::ASKED, trusted::ASKED_ON].iter().any(|field| field.untyped().as_str() == id);
    let here = |id: &str| match question {
        Question::P1 => !of_asking(id),
        Question::P2 => of_asking(id),
        _ => true,
    };
    let own = if question == Question::P2 { Vec::new() } else { answers(data.fields, here) };
    let items = data.items.into_iter().map(|item| (Some(item.id), answers(item.fields, here)));
    // An entry that was only begun says nothing.
    let named = items.filter(|(_, answers)| !answers.is_empty());
    std::iter::once((None, own)).filter(|(_, own)| !own.is_empty()).chain(named).collect()
}

fn answers(fields: Fields, here: impl Fn(&str) -> bool) -> Vec<(String, Answer)> {
    fields.into_iter().filter(|(id, _)| here(id)).map(|(id, field)| (id, field.answer)).collect()
}
