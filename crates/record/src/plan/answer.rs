//! One question as it stands: where its answer is kept, and which of the four states it is in.

use std::{collections::BTreeMap, fmt};

use super::{
    Asked, Plan, Question, Scene, Step,
    catalogue::{ANSWER, WITH, WORDS, v2},
    lists::{TALK_ABOUT, Talk, TrustedPerson, trusted},
    photo, section,
};
use crate::{
    Answer, Answers, Fields, SectionData,
    catalogue::{List, Naming},
};

/// Where the answer to a question is kept: the question, and the scene where it is asked once for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    pub question: Question,
    pub scene: Option<Scene>,
}

impl Key {
    /// A question that is asked once.
    #[must_use]
    pub const fn of(question: Question) -> Key {
        Key { question, scene: None }
    }

    /// A question about treatment, in a scene.
    #[must_use]
    pub const fn within(question: Question, scene: Scene) -> Key {
        Key { question, scene: Some(scene) }
    }

    /// All keys, in the order in which they are asked: step 5 scene by scene.
    pub fn all() -> impl Iterator<Item = Key> {
        Step::ALL.into_iter().flat_map(|step| {
            let by_scene = step == Step::Treatment;
            let scenes = if by_scene { Scene::ALL.map(Some).to_vec() } else { vec![None] };
            scenes.into_iter().flat_map(move |scene| step.questions().map(move |question| Key { question, scene }))
        })
    }

    /// The key with a stored id: `v1`, or `t1.a`.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Key> {
        let (question, scene) = match id.split_once('.') {
            Some((question, scene)) => (question, Some(Scene::by_id(scene)?)),
            None => (id, None),
        };
        let question = Question::by_id(question)?;
        (question.spec().by_scene() == scene.is_some()).then_some(Key { question, scene })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.question.id())?;
        match self.scene {
            Some(scene) => write!(f, ".{}", scene.id()),
            None => Ok(()),
        }
    }
}

/// The state of an answer. Never collapsed into each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    #[default]
    Untouched,
    /// とばす: not now, or never.
    Skipped,
    /// まだわからない: a full answer (rule E3).
    Undecided,
    Answered,
}

impl State {
    /// The state of one row.
    #[must_use]
    pub fn of(answer: Option<&Answer>) -> State {
        match answer {
            None => State::Untouched,
            Some(Answer::Skipped) => State::Skipped,
            Some(Answer::Undecided) => State::Undecided,
            Some(_) => State::Answered,
        }
    }
}

impl Plan {
    /// The state of a question as it stands now.
    #[must_use]
    pub fn state(&self, key: Key) -> State {
        state(&self.sections, key)
    }

    /// Whether anybody was talked with about a question: it says so itself, or a talk touched it.
    #[must_use]
    pub fn talked(&self, question: Question) -> bool {
        let said = |id: &String| Key::by_id(id).is_some_and(|key| key.question == question);
        let with = self.sections.iter().any(|(id, data)| said(id) && !data.fields.chosen(WITH.untyped()).is_empty());
        with || self.list(Talk).any(|talk| talk.chosen(TALK_ABOUT).iter().any(|id| id == question.id()))
    }

    /// How many questions were talked about. There is no other measure of getting on, and no hundred percent (rule E3).
    #[must_use]
    pub fn talked_about(&self) -> usize {
        Question::ALL.into_iter().filter(|question| self.talked(*question)).count()
    }

    /// The scenes that the person has chosen, or has answered something in.
    #[must_use]
    pub fn scenes(&self) -> Vec<Scene> {
        let chosen = self.section(section::SCENES).map_or(&[][..], |data| data.fields.chosen(ANSWER.untyped()));
        let answered =
            |scene: Scene| Step::Treatment.questions().any(|question| self.state(Key::within(question, scene)) != State::Untouched);
        Scene::ALL.into_iter().filter(|scene| chosen.iter().any(|id| id == scene.id()) || answered(*scene)).collect()
    }

    /// Whether a question is put, as the answers stand. One that was answered before stays in sight.
    #[must_use]
    pub fn asks(&self, key: Key) -> bool {
        let answered = |question| self.state(Key::of(question)) == State::Answered;
        let fits = match key.question.spec().asked {
            Asked::Always | Asked::Optional => true,
            Asked::WithPerson => !self.trusted().is_empty(),
            Asked::WithPlace => answered(Question::L1) || answered(Question::L2),
            Asked::InDetail => self.state(Key { question: Question::T1, ..key }) == State::Answered,
        };
        fits || self.state(key) != State::Untouched
    }
}

/// The state of a question in a set of answers: the most that any of its rows says.
pub(super) fn state(sections: &BTreeMap<String, SectionData>, key: Key) -> State {
    if key.question == Question::P2 {
        let named = TrustedPerson.items_in(sections).filter(|person| !person.words(trusted::NAME).is_empty());
        return named.map(|person| State::of(person.answer(trusted::ASKED))).max().unwrap_or_default();
    }
    let Some(data) = sections.get(&key.to_string()) else { return State::Untouched };
    let rows = key.question.spec().rows.iter().map(|row| State::of(data.fields.answer(row.id))).max().unwrap_or_default();
    let named = |item: &crate::Item| {
        key.question.spec().item.iter().any(|spec| spec.naming == Naming::Name && !item.fields.words(spec.id).is_empty())
    };
    let listed = data.items.iter().any(named);
    // Own words or a photo without a choice are an answer; beside a choice they change nothing about it.
    let worded = rows == State::Untouched && !data.fields.words(WORDS.untyped()).is_empty();
    let pictured = rows == State::Untouched && photo::is_there(data.fields.answer(v2::PHOTO.untyped()));
    if listed || worded || pictured { State::Answered } else { rows }
}

/// Whether nothing is said here: for comparing answers whose sections were only begun.
pub(super) fn blank(data: &SectionData) -> bool {
    let empty = |fields: &Fields| fields.is_empty();
    empty(&data.fields) && data.items.is_empty() && data.extra.is_empty()
}
