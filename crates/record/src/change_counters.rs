//! Change counters: how often each path of a record was changed, and what was removed from it (a tombstone).
//!
//! A record alone must be able to answer an old file: an entry that is missing here was removed, not forgotten, and an answer that
//! was changed since is the newer one. Clocks cannot tell that, because they go wrong; a count that only grows can.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Path, Record, SectionData, Stamp};

/// The counter of one field or one list entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeCounter {
    /// How often it was changed, removed or put back since it was first written.
    pub changes: u32,
    /// Who removed it and when, while it is removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed: Option<Stamp>,
}

/// By the stored form of a [`Path`].
pub type ChangeCounters = BTreeMap<String, ChangeCounter>;

impl Record {
    /// How often a path was changed since it was first written, as far as this record knows.
    #[must_use]
    pub fn changes_at(&self, path: &Path) -> u32 {
        self.change_counters.get(&path.to_string()).map_or(0, |entry| entry.changes)
    }

    /// Who removed what stood at a path, and when; `None` while it stands there, or when it never did.
    #[must_use]
    pub fn removed_at(&self, path: &Path) -> Option<&Stamp> {
        self.change_counters.get(&path.to_string())?.removed.as_ref()
    }

    pub(crate) fn sections(&self) -> impl Iterator<Item = (&String, &SectionData)> {
        self.card.sections.iter().chain(&self.plan.sections)
    }

    /// The section with a stored id, of the card or of the plan: their ids are different.
    pub(crate) fn section_by_id(&self, id: &str) -> Option<&SectionData> {
        self.card.sections.get(id).or_else(|| self.plan.sections.get(id))
    }

    /// Whether an entry or a field stands at a path.
    pub(crate) fn stands_at(&self, path: &Path) -> bool {
        path.fields(self).is_some_and(|fields| path.field.as_ref().is_none_or(|field| fields.contains_key(field)))
    }
}

/// Counts one change at a path.
pub(crate) fn count(counters: &mut ChangeCounters, path: &Path, removed: Option<&Stamp>) {
    let entry = counters.entry(path.to_string()).or_default();
    entry.changes = entry.changes.saturating_add(1);
    entry.removed = removed.cloned();
}
