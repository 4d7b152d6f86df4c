//! Which stored answers of a question are in effect. An answer whose control was hidden again stays stored, so that it is there when the
//! control is shown again; until then no reader is given it.

use super::{
    Question,
    catalogue::{i1, v1},
    lists::trusted,
    photo,
};
use crate::{Answer, Answers, FieldId, Fields, SectionData, catalogue::FieldSpec};

/// The answers of a question without those that have no effect:
/// * what is not shown beside the other answers: the row of l4 about a foreseen end where no doctor has spoken of one, a row of i1 that
///   the person has hidden, the day of a yes of p2 where there is no yes;
/// * i1: that something is hidden, which is a setting;
/// * v1: what was called most important and is not chosen any more;
/// * v2: which picture the photo is;
/// * p2: all of it, where the person has no name any more.
#[must_use]
pub fn effective(question: Question, data: &SectionData) -> SectionData {
    let mut answers = data.clone();
    let spec = question.spec();
    remove_hidden(&mut answers.fields, spec.rows.iter().chain(spec.more));
    for item in &mut answers.items {
        // p2 is answered at the people of p1.
        let items = if question == Question::P2 { Question::P1.spec().item } else { spec.item };
        remove_hidden(&mut item.fields, items.iter());
        if matches!(question, Question::P1 | Question::P2) && !item.fields.says(trusted::NAME.untyped()) {
            remove(&mut item.fields, &[trusted::ASKED.untyped(), trusted::ASKED_ON.untyped()]);
        }
    }
    match question {
        Question::I1 => remove(&mut answers.fields, &[i1::HIDE_OUTLOOK.untyped()]),
        Question::V1 => keep_chosen_top(&mut answers.fields),
        Question::V2 => photo::marked(&mut answers.fields),
        _ => {}
    }
    answers
}

/// Removes the fields that are hidden by the other answers.
fn remove_hidden<'a>(fields: &mut Fields, specs: impl Iterator<Item = &'a FieldSpec>) {
    let hidden: Vec<FieldId> = specs.filter(|spec| !spec.shown.is_met(fields)).map(|spec| spec.id).collect();
    remove(fields, &hidden);
}

fn remove(fields: &mut Fields, gone: &[FieldId]) {
    fields.retain(|id, _| gone.iter().all(|gone| gone.as_str() != id));
}

/// Removes from the most important options those that are no longer chosen.
fn keep_chosen_top(fields: &mut Fields) {
    let chosen = fields.chosen(v1::ANSWER.untyped()).to_vec();
    let Some(top) = fields.get_mut(v1::TOP.untyped().as_str()) else { return };
    if let Answer::Chosen(ids) = &mut top.answer {
        ids.retain(|id| chosen.contains(id));
        if !ids.is_empty() {
            return;
        }
    }
    fields.remove(v1::TOP.untyped().as_str());
}
