//! What is asked and said about the plan: content, in `content/plan`, which a committee reviews without reading code. The tables are
//! made when the crate is built (`build.rs`), which ends with the place when a text is missing or nobody asks for it.

use record::{
    FieldId,
    access::Recipient,
    plan::{Question, Scene, Step, hints::Hint, lists::feeling as felt, parts::Part},
};

use crate::{Word, w};

/// What a text rests on, and the day on which it was last read against that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The ids of the sources, as the content names them.
    pub sources: &'static [&'static str],
    /// `YYYY-MM-DD`
    pub checked: &'static str,
}

/// What stands before a heavy question, and the choice to read on or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead {
    pub ask: Word,
    pub yes: Word,
    pub no: Word,
}

/// A field of the plan.
#[derive(Clone, Copy, Debug)]
pub struct FieldWords {
    id: &'static str,
    pub label: Word,
    pub hint: Option<Word>,
    options: &'static [(&'static str, Word)],
}

impl FieldWords {
    /// An option by its id; nothing when only a newer release knows it, or when it is the card's.
    #[must_use]
    pub fn option(&self, id: &str) -> Option<Word> {
        self.options.iter().find(|(one, _)| *one == id).map(|(_, word)| *word)
    }
}

/// A question.
#[derive(Clone, Copy, Debug)]
pub struct QuestionWords {
    /// Its short name, for lists and sheets.
    pub title: Word,
    pub ask: Word,
    pub hint: Option<Word>,
    pub note: Option<Word>,
    /// Of a heavy question.
    pub lead: Option<Lead>,
    fields: &'static [FieldWords],
    pub origin: Origin,
}

impl QuestionWords {
    /// A row, a field besides, or a field of each entry of its list.
    #[must_use]
    pub fn field(&self, field: FieldId) -> Option<&'static FieldWords> {
        find(self.fields, field)
    }

    /// What a row or a field is called.
    #[must_use]
    pub fn label(&self, field: FieldId) -> Option<Word> {
        Some(self.field(field)?.label)
    }
}

#[derive(Clone, Copy, Debug)]
struct StepWords {
    name: Word,
    lead: Word,
}

#[derive(Clone, Copy, Debug)]
struct SceneWords {
    whole: Word,
    short: Word,
}

/// A part that can be opened to somebody.
#[derive(Clone, Copy, Debug)]
pub struct PartWords {
    pub name: Word,
    pub what: Word,
    /// What a reader sees to whom only a little of it can be opened.
    pub limited: Option<Word>,
}

/// A reader to whom parts can be opened.
#[derive(Clone, Copy, Debug)]
pub struct ReaderWords {
    pub name: Word,
    pub what: Word,
}

mod made {
    use super::{FieldWords, Lead, Origin, PartWords, QuestionWords, ReaderWords, SceneWords, StepWords, Word, w};

    include!(concat!(env!("OUT_DIR"), "/questions.rs"));
    include!(concat!(env!("OUT_DIR"), "/notes.rs"));
}

pub use made::notes;

fn find(fields: &'static [FieldWords], field: FieldId) -> Option<&'static FieldWords> {
    fields.iter().find(|one| one.id == field.as_str())
}

/// The words of a question.
#[must_use]
pub fn question(question: Question) -> &'static QuestionWords {
    // In range: the table has one entry for each question, in order.
    &made::QUESTIONS[question as usize]
}

/// The short name of a question, for lists and sheets.
#[must_use]
pub fn title(of: Question) -> Word {
    question(of).title
}

/// What stands before a heavy question; before all about treatment it is the same.
#[must_use]
pub fn lead(of: Question) -> Option<Lead> {
    let spec = of.spec();
    if spec.heavy && spec.step == Step::Treatment { Some(made::TREATMENT_LEAD) } else { question(of).lead }
}

/// The name of a step.
#[must_use]
pub fn step(step: Step) -> Word {
    made::STEPS[step as usize].name
}

/// What a step is about.
#[must_use]
pub fn step_lead(step: Step) -> Word {
    made::STEPS[step as usize].lead
}

/// A scene, in full.
#[must_use]
pub fn scene(scene: Scene) -> Word {
    made::SCENES[scene as usize].whole
}

/// A scene, in a few words.
#[must_use]
pub fn scene_short(scene: Scene) -> Word {
    made::SCENES[scene as usize].short
}

/// The name of a part that can be opened to somebody.
#[must_use]
pub fn part(part: Part) -> Word {
    part_words(part).name
}

/// All words of a part.
#[must_use]
pub fn part_words(part: Part) -> &'static PartWords {
    &made::PARTS[part as usize]
}

/// The words of a reader. A clinic is called as a home doctor is, a share as the family: what they may see is the same.
#[must_use]
pub fn reader(to: Recipient) -> &'static ReaderWords {
    let place = Recipient::STANDING.iter().position(|reader| *reader == to.reads_as()).unwrap_or_default();
    &made::READERS[place]
}

/// A field of the notes of a talk.
#[must_use]
pub fn talk(field: FieldId) -> Option<&'static FieldWords> {
    find(&made::TALK, field)
}

/// A field of what somebody of the family felt.
#[must_use]
pub fn feeling(field: FieldId) -> Option<&'static FieldWords> {
    find(&made::FEELING, field)
}

/// A field that stands beside the answer to every question.
#[must_use]
pub fn common_field(field: FieldId) -> Option<&'static FieldWords> {
    find(&made::COMMON_FIELDS, field)
}

/// What somebody of the family said to an answer, by the id of the mark.
#[must_use]
pub fn mark(id: &str) -> Option<Word> {
    feeling(felt::MARK.untyped())?.option(id)
}

/// A reason to look again, by its id.
#[must_use]
pub fn reminder(id: &str) -> Option<Word> {
    Some(match id {
        "birthday" => notes::remind::BIRTHDAY,
        "yearly" => notes::remind::YEARLY,
        "discharge" => notes::remind::DISCHARGE,
        "move" => notes::remind::MOVE,
        "care_level" => notes::remind::CARE_LEVEL,
        "none" => notes::remind::NONE,
        _ => return None,
    })
}

/// In which way something was shown, by the id of the way.
#[must_use]
pub fn shown(id: &str) -> Option<Word> {
    Some(match id {
        "print" => notes::shown::PRINT,
        "screen" => notes::shown::SCREEN,
        "file" => notes::shown::FILE,
        _ => return None,
    })
}

/// Two answers as a question to talk about.
#[must_use]
pub const fn note_of_hint(hint: Hint) -> Word {
    match hint {
        Hint::HomeAndAmbulance => notes::hints::HOME_AND_AMBULANCE,
        Hint::CprAndComfort(_) => notes::hints::CPR_AND_COMFORT,
        Hint::NamedNotAsked => notes::hints::NAMED_NOT_ASKED,
        Hint::AsWrittenUndecided => notes::hints::AS_WRITTEN_UNDECIDED,
        Hint::NotToldButMyself => notes::hints::NOT_TOLD_BUT_MYSELF,
    }
}

/// A source: its name, and its address after it.
#[must_use]
pub fn source(id: &str) -> Option<Word> {
    made::SOURCES.iter().find(|(one, _)| *one == id).map(|(_, word)| *word)
}

/// What some texts rest on: each source once, and the earliest of the days.
#[must_use]
pub fn joined(origins: &[Origin]) -> (Vec<&'static str>, &'static str) {
    let mut ids: Vec<&'static str> = Vec::new();
    for id in origins.iter().flat_map(|origin| origin.sources) {
        if !ids.contains(id) {
            ids.push(id);
        }
    }
    (ids, origins.iter().map(|origin| origin.checked).min().unwrap_or_default())
}
