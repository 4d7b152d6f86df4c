//! What a reader sees.

use std::{collections::BTreeMap, ops::Deref};

use super::{Recipient, Scope};
use crate::{Card, Day, Plan, Section, SectionData, plan::parts::Part};

/// What one reader sees of a record on a day. Only [`view`](super::view()) makes one; it can be read and not be changed.
///
/// It carries no id of the record, of an entry or of a version: entries are numbered from 1 in each disclosure anew, so that two of them
/// cannot be told to be about one person by anything but what they say.
#[derive(Clone, Debug, PartialEq)]
pub struct Disclosure(pub(super) View);

/// The content of a [`Disclosure`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct View {
    /// For whom it was made.
    pub to: Recipient,
    /// What was granted: a section in it of which nothing is known was never written.
    pub parts: Scope,
    /// 見本: about an invented person.
    pub sample: bool,
    /// At the head of what is shown of a plan: whose it is.
    pub subject: Option<Subject>,
    pub card: Card,
    /// The current version alone, and the talks.
    pub plan: Plan,
    pub before: Option<PreviousVersion>,
}

/// Name and birth, which stand at the head of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    pub name: String,
    pub birth: Option<Day>,
}

/// The version before, as the reader would have seen it with what is granted now.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviousVersion {
    pub on: Day,
    pub answers: BTreeMap<String, SectionData>,
    /// The parts of that version that this reader was shown. What else stood in it is the person's alone.
    pub told: Vec<Part>,
}

impl Disclosure {
    /// Of the card what is in a scope as well, and nothing of the plan. There is no way to more.
    #[must_use]
    pub fn narrowed(&self, card: &Scope) -> Disclosure {
        let parts = self.parts.card_within(card);
        let mut shown = View { parts, subject: None, plan: Plan::default(), before: None, ..self.0.clone() };
        shown.card.sections.retain(|id, _| Section::by_id(id).is_some_and(|section| shown.parts.has(section)));
        if shown.card.sections.is_empty() {
            shown.card.confirmed = None;
        }
        Disclosure(shown)
    }
}

impl Deref for Disclosure {
    type Target = View;

    fn deref(&self) -> &View {
        &self.0
    }
}
