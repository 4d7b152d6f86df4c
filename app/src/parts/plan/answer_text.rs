//! What stands in the answers of the plan, in the language of the page.

use leptos::prelude::*;
use record::{
    Answer, Path,
    catalogue::FieldSpec,
    plan::{Key, Question, State, catalogue::v2},
};
pub use words::plan::answer_text::{Given, Line};
use words::{
    answer_text::{Form, say},
    place::InPlan,
    plan::answer_text as words_of,
};

use crate::parts::{photo::shown, words::lang};

/// A label and what was said, in one line.
#[must_use]
pub fn labelled(label: &str, words: &str) -> String {
    words_of::labelled(label, words, lang())
}

/// Everything that was said to a question; what was chosen of many stands in one line.
#[must_use]
pub fn said(key: Key, answers: &Given) -> Vec<Line> {
    words_of::said(key, answers, lang())
}

/// The same for the screen: what was chosen of many stands one below the other.
#[must_use]
pub fn listed(key: Key, answers: &Given) -> Vec<Line> {
    words_of::listed(key, answers, lang())
}

/// The lines of what was chosen of many, each with its options.
#[must_use]
pub fn chosen(key: Key, answers: &Given) -> Vec<(Line, Vec<String>)> {
    words_of::chosen(key, answers, lang())
}

/// The photo beside an answer, as a picture.
#[must_use]
pub fn picture(key: Key, answers: &Given) -> Option<AnyView> {
    if key.question == Question::V2 { shown(v2::PHOTO.answer(answers)) } else { None }
}

/// One answer of the plan in words, in one line.
#[must_use]
pub fn answer_said(path: &Path, spec: &FieldSpec, answer: &Answer) -> String {
    say(InPlan(&path.root.id()), spec, answer, lang(), Form::Full).words
}

/// The state of a question in words.
#[must_use]
pub fn state(state: State) -> String {
    words_of::state(state, lang())
}

/// What a question is called in a list: with its scene, where it has one.
#[must_use]
pub fn title(key: Key) -> String {
    words_of::title_of(key, lang())
}
