//! What of an answer counts. Something that was taken away again on its page stays stored, so that it comes back as it was; until
//! then it says nothing to anybody.

use super::{
    Question,
    catalogue::{i1, v1},
    lists::trusted,
    photo,
};
use crate::{Answer, Answers, FieldId, Fields, SectionData, catalogue::FieldSpec};

/// An answer without what does not count:
/// * what is not shown beside the other answers: the row of l4 about a foreseen end where no doctor has spoken of one, a row of i1 that
///   the person has hidden, the day of a yes of p2 where there is no yes;
/// * i1: that something is hidden, which is a setting;
/// * v1: what was called most important and is not chosen any more;
/// * v2: which picture the photo is;
/// * p2: all of it, where the person has no name any more.
#[must_use]
pub fn counted(question: Question, data: &SectionData) -> SectionData {
    let mut counted = data.clone();
    let spec = question.spec();
    shown(&mut counted.fields, spec.rows.iter().chain(spec.more));
    for item in &mut counted.items {
        // p2 is answered at the people of p1.
        let items = if question == Question::P2 { Question::P1.spec().item } else { spec.item };
        shown(&mut item.fields, items.iter());
        if matches!(question, Question::P1 | Question::P2) && !item.fields.says(trusted::NAME.untyped()) {
            without(&mut item.fields, &[trusted::ASKED.untyped(), trusted::ASKED_ON.untyped()]);
        }
    }
    match question {
        Question::I1 => without(&mut counted.fields, &[i1::HIDE_OUTLOOK.untyped()]),
        Question::V1 => top(&mut counted.fields),
        Question::V2 => photo::marked(&mut counted.fields),
        _ => {}
    }
    counted
}

/// Leaves what is shown beside the other answers.
fn shown<'a>(fields: &mut Fields, specs: impl Iterator<Item = &'a FieldSpec>) {
    let hidden: Vec<FieldId> = specs.filter(|spec| !spec.shown.beside(fields)).map(|spec| spec.id).collect();
    without(fields, &hidden);
}

fn without(fields: &mut Fields, gone: &[FieldId]) {
    fields.retain(|id, _| gone.iter().all(|gone| gone.0 != id));
}

/// The most important ones are among those that are chosen.
fn top(fields: &mut Fields) {
    let chosen = fields.chosen(v1::ANSWER.untyped()).to_vec();
    let Some(top) = fields.get_mut(v1::TOP.untyped().0) else { return };
    if let Answer::Chosen(ids) = &mut top.answer {
        ids.retain(|id| chosen.contains(id));
        if !ids.is_empty() {
            return;
        }
    }
    fields.remove(v1::TOP.untyped().0);
}
