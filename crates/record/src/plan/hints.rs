//! Two answers that may be worth a talk. Private, a question, never an error and never a remark on a wish.

use super::{Key, Plan, Question, Scene, State, catalogue::ANSWER, options as o};
use crate::{
    Answer, Answers, FieldId,
    catalogue::{HIDE_OUTLOOK, TOLD},
};

/// A pair of answers to talk about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hint {
    /// The last time at home (l2), and 119 first even when the end was foreseen (l4).
    HomeAndAmbulance,
    /// Resuscitation (t2), and to be calm above all (t1), in one scene.
    CprAndComfort(Scene),
    /// Somebody is named (p1) and has not been asked yet (p2).
    NamedNotAsked,
    /// 「書いたとおりに」 (p3), while most of step 5 is undecided.
    AsWrittenUndecided,
    /// Not to be told (i1), and to decide oneself (i2).
    NotToldButMyself,
}

impl Hint {
    /// The two questions it is about.
    #[must_use]
    pub const fn about(self) -> [Question; 2] {
        match self {
            Hint::HomeAndAmbulance => [Question::L2, Question::L4],
            Hint::CprAndComfort(_) => [Question::T2, Question::T1],
            Hint::NamedNotAsked => [Question::P1, Question::P2],
            Hint::AsWrittenUndecided => [Question::P3, Question::T1],
            Hint::NotToldButMyself => [Question::I1, Question::I2],
        }
    }
}

/// What may be worth a talk, as the answers stand.
#[must_use]
pub fn hints(plan: &Plan) -> Vec<Hint> {
    let picked = |key: Key, row: FieldId, id: &str| plan.section(&key.to_string()).is_some_and(|data| data.fields.picked(row) == id);
    let one = |question, id| picked(Key::of(question), ANSWER, id);
    let mut found = Vec::new();
    let foreseen = picked(Key::of(Question::L4), TOLD, "yes") && picked(Key::of(Question::L4), o::FORESEEN, "call_119");
    if one(Question::L2, "own_home") && foreseen {
        found.push(Hint::HomeAndAmbulance);
    }
    for scene in Scene::ALL {
        let within = |question, id| picked(Key::within(question, scene), ANSWER, id);
        if within(Question::T2, "want") && within(Question::T1, "comfort") {
            found.push(Hint::CprAndComfort(scene));
        }
    }
    let not_yet = |asked: Option<&Answer>| asked.is_none_or(|asked| matches!(asked, Answer::Picked(id) if id == "later"));
    if plan.trusted().iter().any(|person| not_yet(person.asked)) {
        found.push(Hint::NamedNotAsked);
    }
    if one(Question::P3, "as_written") && mostly_undecided(plan) {
        found.push(Hint::AsWrittenUndecided);
    }
    let rows = if picked(Key::of(Question::I1), HIDE_OUTLOOK, "yes") { &[o::CONDITION][..] } else { &[o::CONDITION, o::OUTLOOK] };
    let not_told = rows.iter().copied().any(|row| picked(Key::of(Question::I1), row, "not_told"));
    if not_told && one(Question::I2, "myself") {
        found.push(Hint::NotToldButMyself);
    }
    found
}

/// Whether more is undecided than answered in the scenes that were begun.
fn mostly_undecided(plan: &Plan) -> bool {
    let count = |wanted: State| {
        let keys = Key::all().filter(|key| key.scene.is_some());
        keys.filter(|key| plan.state(*key) == wanted).count()
    };
    count(State::Undecided) > count(State::Answered)
}
