//! Where an answer stands, as far as its words depend on it: what is asked there, what it is called, and what its options are called.
//! The card and the plan are types of their own, so that a page that shows only the card does not carry the content of the plan.

use record::{
    FieldId, Section,
    catalogue::{FieldSpec, Kind, Naming},
    plan::{
        Key, Question, Scene,
        catalogue::{ANSWER, COMMON_FIELDS, l4},
        lists::{ABOUT, event, feeling, talk, trusted},
        section,
    },
};

use crate::{
    Word,
    crew::{self, CrewWord},
    form::Form,
    labels,
    plan::{self, FieldWords},
    w,
};

/// The situations of step 5 that somebody chose.
const CHOSEN_SCENES: Word = w("考える場面", "Situations to think about");

/// A section that asks something.
pub trait Asks: Copy {
    /// What is asked under a stored id; nothing when only a newer release knows it.
    fn spec(self, field: &str) -> Option<&'static FieldSpec>;

    /// What a field is called.
    fn label(self, field: FieldId, form: Form) -> CrewWord;

    /// What an option is called; nothing when only a newer release knows it.
    fn option(self, field: FieldId, id: &str, form: Form) -> Option<CrewWord>;
}

impl Asks for Section {
    fn spec(self, field: &str) -> Option<&'static FieldSpec> {
        let spec = Section::spec(self);
        spec.fields.iter().chain(spec.item).find(|spec| spec.id.as_str() == field)
    }

    fn label(self, field: FieldId, form: Form) -> CrewWord {
        labels::heading(self, field, form)
    }

    fn option(self, _: FieldId, id: &str, _: Form) -> Option<CrewWord> {
        crew::option(id)
    }
}

/// Whom to call first, of the plan: the one answer of it that crews read, in four languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstCall;

impl Asks for FirstCall {
    fn spec(self, field: &str) -> Option<&'static FieldSpec> {
        Question::L4.spec().rows.iter().find(|spec| spec.id.as_str() == field)
    }

    fn label(self, field: FieldId, _: Form) -> CrewWord {
        if field == l4::SUDDEN.untyped() { crew::CALL_SUDDEN } else { crew::CALL_FORESEEN }
    }

    fn option(self, _: FieldId, id: &str, _: Form) -> Option<CrewWord> {
        crew::option(id)
    }
}

/// A section of the plan under its stored id: a question, or one of the plan's own lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InPlan<'a>(pub &'a str);

/// Of events and showings, which the app writes itself, a field alone says its day only.
static KEPT: &[FieldSpec] = &[FieldSpec::ask(event::ON.untyped(), Kind::Day).naming(Naming::Name)];
/// The questions that a talk or a feeling is about.
static ABOUT_WHAT: &[FieldSpec] = &[FieldSpec::ask(ABOUT.untyped(), Kind::Many(&[]))];
/// The situations that were chosen, and the reasons to look again.
static CHOSEN: &[FieldSpec] = &[FieldSpec::ask(ANSWER.untyped(), Kind::Many(&[]))];

impl InPlan<'_> {
    /// The fields of each entry of its list, in their order.
    pub fn item(self) -> impl Iterator<Item = &'static FieldSpec> {
        let parts: [&'static [FieldSpec]; 2] = match self.0 {
            section::TALKS => [talk::ALL, ABOUT_WHAT],
            section::FEELINGS => [feeling::ALL, ABOUT_WHAT],
            section::EVENTS => [KEPT, &[]],
            id => [Key::by_id(id).map_or(&[], |key| key.question.spec().item), &[]],
        };
        parts.into_iter().flatten()
    }

    /// Its own fields, in their order.
    pub fn fields(self) -> impl Iterator<Item = &'static FieldSpec> {
        let parts: [&'static [FieldSpec]; 3] = match self.0 {
            section::SCENES | section::REMIND => [CHOSEN, &[], &[]],
            id => Key::by_id(id).map_or([&[]; 3], |key| [key.question.spec().rows, key.question.spec().more, COMMON_FIELDS]),
        };
        parts.into_iter().flatten()
    }

    /// The content about a field.
    #[must_use]
    pub fn content(self, field: FieldId) -> Option<&'static FieldWords> {
        match self.0 {
            section::TALKS => plan::talk(field),
            section::FEELINGS => plan::feeling(field),
            id => plan::question(Key::by_id(id)?.question).field(field).or_else(|| plan::common_field(field)),
        }
    }

    /// What helps to answer a field.
    #[must_use]
    pub fn hint(self, field: FieldId) -> Option<Word> {
        match Key::by_id(self.0) {
            Some(key) if field == ANSWER => plan::question(key.question).hint,
            _ => self.content(field)?.hint,
        }
    }

    /// What it is called; nothing when only a newer release knows it.
    #[must_use]
    pub fn name(self) -> Option<Word> {
        Some(match self.0 {
            section::SCENES => CHOSEN_SCENES,
            section::TALKS => plan::TALKS,
            section::FEELINGS => plan::notes::feelings::TITLE,
            section::OPENED => plan::OPENED,
            section::SHOWN => plan::SHOWN_BEFORE,
            section::EVENTS => plan::PAST,
            section::REMIND => plan::REMIND,
            id => plan::title(Key::by_id(id)?.question),
        })
    }
}

impl Asks for InPlan<'_> {
    fn spec(self, field: &str) -> Option<&'static FieldSpec> {
        self.fields().chain(self.item()).find(|spec| spec.id.as_str() == field)
    }

    fn label(self, field: FieldId, form: Form) -> CrewWord {
        match self.0 {
            section::TALKS if field == ABOUT => plan::notes::talk::FIELD_ABOUT.into(),
            section::FEELINGS if field == ABOUT => plan::notes::feelings::FIELD_ABOUT.into(),
            // A name, a relation and a number are called as on the card.
            _ => self.content(field).map_or_else(|| labels::heading(Section::Contacts, field, form), |words| words.label.into()),
        }
    }

    fn option(self, field: FieldId, id: &str, _: Form) -> Option<CrewWord> {
        match self.0 {
            _ if field == trusted::RELATION.untyped() => crew::option(id),
            section::SCENES => Scene::by_id(id).map(|scene| plan::scene_short(scene).into()),
            section::REMIND => plan::reminder(id).map(CrewWord::from),
            _ if field == ABOUT => Question::by_id(id).map(|question| plan::title(question).into()),
            _ => self.content(field)?.option(id).map(CrewWord::from),
        }
    }
}

/// A section of the card, or one of the plan: for what goes through a whole record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'a> {
    Card(Section),
    Plan(InPlan<'a>),
}

impl Place<'_> {
    /// The section with a stored id, of the card or else of the plan.
    #[must_use]
    pub fn of(id: &str) -> Place<'_> {
        Section::by_id(id).map_or(Place::Plan(InPlan(id)), Place::Card)
    }

    /// What it is called; nothing when only a newer release knows it.
    #[must_use]
    pub fn name(self) -> Option<Word> {
        match self {
            Place::Card(section) => Some(labels::section(section)),
            Place::Plan(plan) => plan.name(),
        }
    }
}

impl Asks for Place<'_> {
    fn spec(self, field: &str) -> Option<&'static FieldSpec> {
        match self {
            Place::Card(section) => Asks::spec(section, field),
            Place::Plan(plan) => plan.spec(field),
        }
    }

    fn label(self, field: FieldId, form: Form) -> CrewWord {
        match self {
            Place::Card(section) => section.label(field, form),
            Place::Plan(plan) => plan.label(field, form),
        }
    }

    fn option(self, field: FieldId, id: &str, form: Form) -> Option<CrewWord> {
        match self {
            Place::Card(section) => section.option(field, id, form),
            Place::Plan(plan) => plan.option(field, id, form),
        }
    }
}
