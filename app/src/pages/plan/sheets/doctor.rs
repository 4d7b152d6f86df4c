//! The home doctor's sheet, in the order in which a doctor asks: aims, resuscitation, who speaks for the person, whom to
//! call, places, feeding, telling, what matters, what changed. What else is open comes after that. What is open to talk about, the day
//! and the author stand around it, on the first sheet.

use record::plan::{Key, Question, parts::Part};

use super::{
    block::{Block, Entry, block},
    blocks::{Given, changed, entry, note, of_part, row},
    source::Source,
};
use crate::parts::words::say;
use words::{Word, plan as text};

/// Everything that is open to the home doctor.
#[must_use]
pub fn blocks(source: &Source) -> Vec<Block> {
    let answers = &source.version.answers;
    let first = ORDER.iter().filter_map(|(name, questions)| glance(*name, questions, answers));
    let elsewhere: Vec<Question> = ORDER.iter().flat_map(|(_, questions)| questions.iter().copied()).collect();
    let rest = Part::ALL.into_iter().filter_map(|part| of_part(part, &source.shown.plan, answers, &elsewhere));
    first.chain(changed(source)).chain(rest).collect()
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
    let entries: Vec<Entry> = questions.iter().filter_map(|question| placed(*question, answers)).collect();
    let part = questions.first().map(|question| Part::of(*question));
    block(say(name.word()), entries).map(|block| Block { note: part.and_then(note), ..block })
}

/// One question: a line for each scene where it has some, and of what matters only what matters most.
fn placed(question: Question, answers: &Given) -> Option<Entry> {
    if !question.spec().by_scene() {
        return entry(Key::of(question), answers).map(|entry| Entry { also: None, ..entry });
    }
    // In full where the scenes come first.
    let name = if question == Question::T1 { text::scene } else { text::scene_short };
    let keys = Key::all().filter(|key| key.question == question);
    let rows: Vec<_> = keys.filter_map(|key| row(key, say(name(key.scene?)), answers)).collect();
    (!rows.is_empty()).then(|| Entry::rows(String::new(), rows))
}
