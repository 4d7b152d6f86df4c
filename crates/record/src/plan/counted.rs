//! What of an answer counts. Something that was taken away again on its page stays stored, so that it comes back as it was; until
//! then it says nothing to anybody.

use super::{
    Question,
    catalogue::ANSWER,
    options::{ACCEPTED, FORESEEN, OUTLOOK},
    photo,
};
use crate::{
    Answer, Answers, FieldId, Fields, Item, SectionData,
    catalogue::{ASKED, ASKED_ON, HIDE_OUTLOOK, NAME, TOLD, TOLD_ON, TOLD_WHAT, TOP},
};

/// An answer without what does not count:
/// * l4: the row about a foreseen end, where no doctor has spoken of one;
/// * i1: a row that the person has hidden, and that it is hidden, which is a setting;
/// * v1: what was called most important and is not chosen any more;
/// * v2: which picture the photo is;
/// * p2: the day of a yes, where there is no yes; all of it, where the person has no name any more.
#[must_use]
pub fn counted(question: Question, data: &SectionData) -> SectionData {
    let mut counted = data.clone();
    let fields = &mut counted.fields;
    match question {
        Question::L4 if fields.picked(TOLD) != "yes" => without(fields, &[FORESEEN, TOLD_ON, TOLD_WHAT]),
        Question::I1 if fields.picked(HIDE_OUTLOOK) == "yes" => without(fields, &[HIDE_OUTLOOK, OUTLOOK]),
        Question::I1 => without(fields, &[HIDE_OUTLOOK]),
        Question::V1 => top(fields),
        Question::V2 => photo::marked(fields),
        Question::P1 | Question::P2 => {
            for Item { fields, .. } in &mut counted.items {
                if fields.words(NAME).is_empty() {
                    without(fields, &[ASKED, ASKED_ON]);
                } else if fields.picked(ASKED) != ACCEPTED {
                    without(fields, &[ASKED_ON]);
                }
            }
        }
        _ => {}
    }
    counted
}

fn without(fields: &mut Fields, gone: &[FieldId]) {
    fields.retain(|id, _| gone.iter().all(|gone| gone.0 != id));
}

/// The most important ones are among those that are chosen.
fn top(fields: &mut Fields) {
    let chosen = fields.chosen(ANSWER).to_vec();
    let Some(top) = fields.get_mut(TOP.0) else { return };
    if let Answer::Chosen(ids) = &mut top.answer {
        ids.retain(|id| chosen.contains(id));
        if !ids.is_empty() {
            return;
        }
    }
    fields.remove(TOP.0);
}
