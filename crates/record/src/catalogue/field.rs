//! One entry of the catalogue: everything that is said of a field in one place.

use super::{ExtraAnswers, FieldId, Kind};
use crate::{Answers, Fields};

/// What a field has to do with the line by which people know a list entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Naming {
    /// Nothing.
    #[default]
    No,
    /// It stands before the name: the relation of a contact.
    Before,
    /// It is the name, or a part of it. An entry without any says nothing that can be used.
    Name,
    /// It stands after the name: the dose of a medicine.
    After,
}

/// When a field is asked, and what is written in it counts. What stops counting stays stored, and comes back as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownWhen {
    Always,
    /// While this option is chosen at another field of the same entry or question.
    When(FieldId, &'static str),
    /// Unless it is.
    Unless(FieldId, &'static str),
}

impl ShownWhen {
    /// Whether the condition is met by these answers.
    #[must_use]
    pub fn is_met(self, fields: &Fields) -> bool {
        match self {
            ShownWhen::Always => true,
            ShownWhen::When(field, option) => fields.picked(field) == option,
            ShownWhen::Unless(field, option) => fields.picked(field) != option,
        }
    }
}

/// One field.
#[derive(Clone, Copy, Debug)]
pub struct FieldSpec {
    pub id: FieldId,
    pub kind: Kind,
    pub extra_answers: ExtraAnswers,
    pub naming: Naming,
    pub shown: ShownWhen,
    /// What the browser may offer from its own memory: a token of the HTML attribute `autocomplete`. Nothing, where it would offer
    /// something of another person.
    pub autofill: Option<&'static str>,
}

impl FieldSpec {
    /// A field with the answers of its kind.
    #[must_use]
    pub const fn ask(id: FieldId, kind: Kind) -> FieldSpec {
        FieldSpec { id, kind, extra_answers: ExtraAnswers::Nothing, naming: Naming::No, shown: ShownWhen::Always, autofill: None }
    }

    /// A field that takes 「なし」 and 「不明」 too.
    #[must_use]
    pub const fn ask_known(id: FieldId, kind: Kind) -> FieldSpec {
        FieldSpec { extra_answers: ExtraAnswers::NoneOrUnknown, ..FieldSpec::ask(id, kind) }
    }

    /// A row of the plan, which takes 「まだわからない」 and 「とばす」 too.
    #[must_use]
    pub const fn row(id: FieldId, kind: Kind) -> FieldSpec {
        FieldSpec { extra_answers: ExtraAnswers::UndecidedOrSkipped, ..FieldSpec::ask(id, kind) }
    }

    /// The same, with a part in the name of its list entry.
    #[must_use]
    pub const fn naming(self, naming: Naming) -> FieldSpec {
        FieldSpec { naming, ..self }
    }

    /// The same, only while an option is chosen at another field.
    #[must_use]
    pub const fn when(self, field: FieldId, option: &'static str) -> FieldSpec {
        FieldSpec { shown: ShownWhen::When(field, option), ..self }
    }

    /// The same, unless an option is chosen at another field.
    #[must_use]
    pub const fn unless(self, field: FieldId, option: &'static str) -> FieldSpec {
        FieldSpec { shown: ShownWhen::Unless(field, option), ..self }
    }

    /// The same, with what the browser may offer.
    #[must_use]
    pub const fn autofill(self, token: &'static str) -> FieldSpec {
        FieldSpec { autofill: Some(token), ..self }
    }

    /// The options of which one is chosen, where the field has some.
    #[must_use]
    pub const fn one_of(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::One(options) | Kind::Offered(_, options) => options,
            _ => &[],
        }
    }

    /// All options of the field, whether one or several of them are chosen.
    #[must_use]
    pub const fn options(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::One(options) | Kind::Offered(_, options) | Kind::Many(options) => options,
            _ => &[],
        }
    }
}

/// The fields by which people know an entry of a list, in the order in which they are said.
pub fn naming(specs: &'static [FieldSpec]) -> impl Iterator<Item = &'static FieldSpec> {
    [Naming::Before, Naming::Name, Naming::After].into_iter().flat_map(|part| specs.iter().filter(move |spec| spec.naming == part))
}
