//! Where an answer stands, as far as its words depend on it: what is asked there, what it is called, and what its options are called.

use record::{
    FieldId, Section,
    catalogue::{self as c, FieldSpec, Kind},
    plan::{
        Key, Question,
        catalogue::BESIDE,
        lists::{ABOUT, FEELING, TALK},
        section,
    },
};

use crate::{
    Word,
    crew::{self, Four},
    fields, labels,
    plan::{self, FieldWords},
    said::Form,
};

/// A section of the card, or one of the plan under its stored id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'a> {
    Card(Section),
    Plan(&'a str),
}

/// Of events and showings, which the app writes itself, a field alone says its day only.
static KEPT: &[FieldSpec] = &[FieldSpec::ask(c::ON, Kind::Day)];
/// The questions that a talk or a feeling is about.
static ABOUT_WHAT: &[FieldSpec] = &[FieldSpec::ask(ABOUT, Kind::Many(&[]))];

impl Place<'_> {
    /// The section with a stored id, of the card or else of the plan.
    #[must_use]
    pub fn of(id: &str) -> Place<'_> {
        Section::by_id(id).map_or(Place::Plan(id), Place::Card)
    }

    /// The fields of each entry of its list, in their order.
    pub fn item(self) -> impl Iterator<Item = &'static FieldSpec> {
        let parts: [&'static [FieldSpec]; 2] = match self {
            Place::Card(section) => [section.spec().item, &[]],
            Place::Plan(section::TALKS) => [TALK, ABOUT_WHAT],
            Place::Plan(section::FEELINGS) => [FEELING, ABOUT_WHAT],
            Place::Plan(section::EVENTS | section::SHOWN) => [KEPT, &[]],
            Place::Plan(id) => [Key::by_id(id).map_or(&[], |key| key.question.spec().item), &[]],
        };
        parts.into_iter().flatten()
    }

    /// Its own fields, in their order.
    pub fn fields(self) -> impl Iterator<Item = &'static FieldSpec> {
        let parts: [&'static [FieldSpec]; 3] = match self {
            Place::Card(section) => [section.spec().fields, &[], &[]],
            Place::Plan(id) => match Key::by_id(id).map(|key| key.question.spec()) {
                Some(spec) => [spec.rows, spec.more, BESIDE],
                None => [&[]; 3],
            },
        };
        parts.into_iter().flatten()
    }

    /// What is asked under a stored id; nothing when only a newer release knows it.
    #[must_use]
    pub fn spec(self, field: &str) -> Option<&'static FieldSpec> {
        self.fields().chain(self.item()).find(|spec| spec.id.0 == field)
    }

    /// The content about a field of the plan.
    #[must_use]
    pub fn content(self, field: FieldId) -> Option<&'static FieldWords> {
        match self {
            Place::Card(_) => None,
            Place::Plan(section::TALKS) => plan::talk(field),
            Place::Plan(section::FEELINGS) => plan::feeling(field),
            Place::Plan(id) => plan::question(Key::by_id(id)?.question).field(field).or_else(|| plan::beside(field)),
        }
    }

    /// What a field is called.
    #[must_use]
    pub fn label(self, field: FieldId, form: Form) -> Four {
        match self {
            Place::Card(section) => labels::heading(section, field, form),
            Place::Plan(section::TALKS) if field == ABOUT => plan::notes::talk::FIELD_ABOUT.into(),
            Place::Plan(section::FEELINGS) if field == ABOUT => plan::notes::feelings::FIELD_ABOUT.into(),
            // A name, a relation and a number are called as on the card.
            Place::Plan(_) => {
                self.content(field).map_or_else(|| labels::heading(Section::Contacts, field, form), |words| words.label.into())
            }
        }
    }

    /// What helps to answer a field.
    #[must_use]
    pub fn hint(self, field: FieldId) -> Option<Word> {
        match self {
            Place::Card(section) => labels::hint(section, field.0),
            Place::Plan(id) => match Key::by_id(id) {
                Some(key) if field == record::plan::catalogue::ANSWER => plan::question(key.question).hint,
                _ => self.content(field)?.hint,
            },
        }
    }

    /// What an option is called; nothing when only a newer release knows it.
    #[must_use]
    pub fn option(self, field: FieldId, id: &str, form: Form) -> Option<Four> {
        match self {
            Place::Card(_) => crew::option(id),
            Place::Plan(_) if field == c::RELATION => crew::option(id),
            // Whom to call first is read by crews, in four languages.
            Place::Plan(key) if form == Form::Crew && key == Question::L4.id() => crew::option(id),
            Place::Plan(section::SCENES) => record::plan::Scene::by_id(id).map(|scene| plan::scene_short(scene).into()),
            Place::Plan(section::REMIND) => plan::reminder(id).map(Four::from),
            Place::Plan(_) if field == ABOUT => Question::by_id(id).map(|question| plan::title(question).into()),
            Place::Plan(_) => self.content(field)?.option(id).map(Four::from),
        }
    }

    /// What a section is called.
    #[must_use]
    pub fn name(self) -> Option<Word> {
        Some(match self {
            Place::Card(section) => labels::section(section),
            Place::Plan(section::SCENES) => crate::changes::SCENES,
            Place::Plan(section::TALKS) => plan::TALKS,
            Place::Plan(section::FEELINGS) => plan::notes::feelings::TITLE,
            Place::Plan(section::OPENED) => plan::OPENED,
            Place::Plan(section::SHOWN) => plan::SHOWN_BEFORE,
            Place::Plan(section::EVENTS) => plan::PAST,
            Place::Plan(section::REMIND) => plan::REMIND,
            Place::Plan(id) => plan::title(Key::by_id(id)?.question),
        })
    }

    /// 「なし」 and 「わからない」 for a whole list, where it has them.
    #[must_use]
    pub fn none_and_unknown(self) -> Option<[Word; 2]> {
        match self {
            Place::Card(section) => Some([labels::none(section), fields::UNKNOWN]),
            Place::Plan(_) => None,
        }
    }
}
