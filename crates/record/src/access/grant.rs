//! What one reader may see.

use std::collections::{BTreeMap, BTreeSet};

use super::{Offer, Recipient};
use crate::{Day, Record, Section, plan::parts::Part};

/// Sections of the card and parts of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    card: BTreeSet<Section>,
    /// Each with the last day on which it is open, where there is one.
    plan: BTreeMap<Part, Option<Day>>,
}

/// What one recipient may see, and until when. Nothing is granted before it is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    pub to: Recipient,
    pub parts: Scope,
    /// The last day on which anything is shown; `None` when there is none.
    pub until: Option<Day>,
}

impl Scope {
    /// Nothing.
    #[must_use]
    pub fn none() -> Scope {
        Scope::default()
    }

    /// The whole card, and nothing of the plan.
    #[must_use]
    pub fn card() -> Scope {
        Scope { card: Section::ALL.into_iter().collect(), plan: BTreeMap::new() }
    }

    /// What helps whoever finds a phone or scans a code, and what anybody who does may read: no address of a key, no papers.
    #[must_use]
    pub fn vital() -> Scope {
        let sections = [
            Section::Person,
            Section::Contacts,
            Section::Doctors,
            Section::Illness,
            Section::Medicines,
            Section::Allergies,
            Section::Devices,
        ];
        Scope { card: sections.into(), plan: BTreeMap::new() }
    }

    /// The sections of the card that are in both, and nothing of the plan.
    #[must_use]
    pub(crate) fn card_within(&self, other: &Scope) -> Scope {
        Scope { card: self.card.intersection(&other.card).copied().collect(), plan: BTreeMap::new() }
    }

    /// With one section of the card more.
    #[must_use]
    pub fn with(mut self, section: Section) -> Scope {
        self.card.insert(section);
        self
    }

    /// With one part of the plan more.
    #[must_use]
    pub fn with_part(self, part: Part) -> Scope {
        self.with_part_until(part, None)
    }

    /// The same, until a day.
    #[must_use]
    pub fn with_part_until(mut self, part: Part, until: Option<Day>) -> Scope {
        self.plan.insert(part, until);
        self
    }

    /// What of it is open on a day.
    #[must_use]
    pub(crate) fn on(mut self, today: Day) -> Scope {
        self.plan.retain(|_, until| until.is_none_or(|until| today <= until));
        self
    }

    /// Whether a section of the card is in it.
    #[must_use]
    pub fn has(&self, section: Section) -> bool {
        self.card.contains(&section)
    }

    /// The parts of the plan in it.
    pub fn parts(&self) -> impl Iterator<Item = Part> {
        self.plan.keys().copied()
    }
}

impl Grant {
    /// A grant without an end of its own.
    #[must_use]
    pub fn new(to: Recipient, parts: Scope) -> Grant {
        Grant { to, parts, until: None }
    }

    /// What stands open to a reader: of the plan what the person has opened to them, each part with its own end; a crew has the whole card as well, because that is
    /// what a card is for.
    #[must_use]
    pub fn standing(record: &Record, to: Recipient) -> Grant {
        let card = if to == Recipient::Crew { Scope::card() } else { Scope::none() };
        let opened = Part::ALL.into_iter().filter_map(|part| Some((part, record.log.terms(part, to)?.until)));
        Grant::new(to, opened.fold(card, |scope, (part, until)| scope.with_part_until(part, until)))
    }

    /// The parts of the plan that this reader may be shown at all.
    pub(crate) fn plan_parts(&self) -> Vec<Part> {
        self.parts.parts().filter(|part| part.offer(self.to) != Offer::Never).collect()
    }

    /// Whether it has run out on a day.
    #[must_use]
    pub fn is_over(&self, today: Day) -> bool {
        self.until.is_some_and(|until| until < today)
    }
}
