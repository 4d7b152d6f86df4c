//! Two answers that may be worth a talk. Private, a question, never an error and never a remark on a wish.

use super::{
    Key, Plan, Question, QuestionField, Scene, SceneField, State,
    catalogue::{i1, i2, l2, l4, p3, t1, t2},
    lists::{TrustedPerson, trusted},
};
use crate::catalogue::{ItemField, OptionOf};

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

const LAST_AT_HOME: OptionOf<QuestionField> = l2::ANSWER.option("own_home");
const OF_THE_END: OptionOf<QuestionField> = l4::TOLD.option("yes");
const AMBULANCE_THEN: OptionOf<QuestionField> = l4::FORESEEN.option("call_119");
const CPR_WANTED: OptionOf<SceneField> = t2::ANSWER.option("want");
const COMFORT: OptionOf<SceneField> = t1::ANSWER.option("comfort");
const ASK_LATER: OptionOf<ItemField<TrustedPerson>> = trusted::ASKED.option("later");
const AS_WRITTEN: OptionOf<QuestionField> = p3::ANSWER.option("as_written");
const NO_OUTLOOK: OptionOf<QuestionField> = i1::HIDE_OUTLOOK.option("yes");
const NOT_TOLD: OptionOf<QuestionField> = i1::CONDITION.option("not_told");
const OUTLOOK_NOT_TOLD: OptionOf<QuestionField> = i1::OUTLOOK.option("not_told");
const MYSELF: OptionOf<QuestionField> = i2::ANSWER.option("myself");

/// What may be worth a talk, as the answers stand.
#[must_use]
pub fn hints(plan: &Plan) -> Vec<Hint> {
    let answers = &plan.sections;
    let chosen = |choice: OptionOf<QuestionField>| choice.is_chosen(answers);
    let mut found = Vec::new();
    if chosen(LAST_AT_HOME) && chosen(OF_THE_END) && chosen(AMBULANCE_THEN) {
        found.push(Hint::HomeAndAmbulance);
    }
    let both = |scene: &Scene| chosen(CPR_WANTED.within(*scene)) && chosen(COMFORT.within(*scene));
    found.extend(Scene::ALL.into_iter().filter(both).map(Hint::CprAndComfort));
    if plan.trusted().iter().any(|person| person.asked.is_none() || person.entry.chose(ASK_LATER)) {
        found.push(Hint::NamedNotAsked);
    }
    if chosen(AS_WRITTEN) && mostly_undecided(plan) {
        found.push(Hint::AsWrittenUndecided);
    }
    let not_told = chosen(NOT_TOLD) || (!chosen(NO_OUTLOOK) && chosen(OUTLOOK_NOT_TOLD));
    if not_told && chosen(MYSELF) {
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
