//! The home doctor's sheet, in the order in which a doctor asks (acp.md §5.3): aims, resuscitation, who speaks for the person, whom to
//! call, places, feeding, telling, what matters, what changed, what is open, whence it comes. What else is open comes after that.

use record::{
    catalogue::TOP,
    plan::{Key, Question, parts::Part},
};

use super::{
    blocks::{Block, Entry, Given, about, agenda, block, changed, entry, note, of_part},
    source::Source,
    tongue::{twice, word},
};
use crate::{
    parts::{plan::names::PLAN, words::say},
    state::answers::{Holder, Spot},
    text::{Word, plan as text},
};

/// Everything that is open to the home doctor.
#[must_use]
pub fn blocks(source: &Source) -> Vec<Block> {
    let answers = &source.version.answers;
    let first = ORDER.iter().filter_map(|(name, questions)| glance(*name, questions, answers));
    let elsewhere: Vec<Question> = ORDER.iter().flat_map(|(_, questions)| questions.iter().copied()).collect();
    let rest = Part::ALL.into_iter().filter_map(|part| of_part(part, &source.plan, answers, &elsewhere));
    first.chain(changed(source)).chain(agenda(answers)).chain([about(&source.version)]).chain(rest).collect()
}

/// How a block is called.
#[derive(Clone, Copy, Debug)]
enum Name {
    Question(Question),
    Part(Part),
}

const ORDER: [(Name, &[Question]); 8] = [
    (Name::Question(Question::T1), &[Question::T1]),
    (Name::Question(Question::T2), &[Question::T2]),
    (Name::Part(Part::People), &[Question::P1, Question::P2, Question::P3]),
    (Name::Question(Question::L4), &[Question::L4]),
    (Name::Part(Part::Places), &[Question::L1, Question::L2, Question::L3]),
    (Name::Question(Question::T4), &[Question::T4]),
    (Name::Question(Question::I1), &[Question::I1]),
    (Name::Question(Question::V1), &[Question::V1, Question::V5]),
];

impl Name {
    fn word(self) -> Word {
        match self {
            Name::Question(question) => text::title(question),
            Name::Part(part) => text::part(part),
        }
    }
}

fn glance(name: Name, questions: &[Question], answers: &Given) -> Option<Block> {
    let keys = questions.iter().flat_map(|question| Key::all().filter(move |key| key.question == *question));
    let entries: Vec<Entry> = keys.filter_map(|key| placed(key, answers)).collect();
    let part = questions.first().map(|question| Part::of(*question));
    let note = part.and_then(note);
    block(word(name.word()), entries).map(|block| Block { note, ..block })
}

/// One question: under its scene in full where it has one, and what matters most before the rest.
fn placed(key: Key, answers: &Given) -> Option<Entry> {
    let mut entry = entry(key, answers)?;
    if let Some(scene) = key.scene {
        entry.title = word(text::scene(scene));
    }
    if key.question == Question::V1 {
        let top = twice(|| say((PLAN.field)(&Spot::of(&Holder::Plan(key.to_string()), TOP))));
        entry.lines.sort_by_key(|line| line.label.as_ref() != Some(&top));
    }
    Some(entry)
}
