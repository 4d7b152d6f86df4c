//! What every edit leaves behind beside the words themselves.

use std::collections::BTreeMap;

use crate::{
    Author, Fields, Item, Path, Record, Root, SectionData, Stamp,
    change_counters::{ChangeCounters, count},
    plan::versions,
};

impl Record {
    /// Finishes an edit that began from `before`. Every path by which a person changes a record ends here: typing, removing and
    /// putting back, undo, going back to an earlier content, taking in a file.
    ///
    /// * What was removed leaves a counter with a stamp, so that no older file brings it back; what was put back is not removed any more.
    /// * Two answers that a merge could not decide between are resolved by whoever writes there.
    /// * What a clinic wrote stays as it wrote it, and no version of the plan and nothing that was shown is ever
    ///   thrown away.
    pub fn finish_edit(&mut self, before: &Record, stamp: &Stamp) {
        keep_clinics(&before.card.sections, &mut self.card.sections);
        keep_clinics(&before.plan.sections, &mut self.plan.sections);
        self.log = before.log.joined(&self.log);
        self.plan.versions = versions::joined(&before.plan.versions, &self.plan.versions);
        let mut counters = before.change_counters.clone();
        for (path, entry) in &self.change_counters {
            // Taken in from a file, together with what it is about.
            if counters.get(path).is_none_or(|known| known.changes < entry.changes) {
                counters.insert(path.clone(), entry.clone());
            }
        }
        // What a joined file changed was counted where it was changed, and decides nothing that is open here.
        let by_hand = |path: &Path| self.changes_at(path) <= before.changes_at(path);
        let changed: Vec<_> = changed_paths(before, self).into_iter().filter(|(path, _)| by_hand(path)).collect();
        for (path, removed) in &changed {
            let newly = !removed && !before.stands_at(path);
            if !newly || counters.contains_key(&path.to_string()) {
                count(&mut counters, path, removed.then_some(stamp));
            }
        }
        self.change_counters = counters;
        let mut conflicts = std::mem::take(&mut self.conflicts);
        conflicts.retain(|conflict| !self.is_resolved(before, &changed, &conflict.path));
        self.conflicts = conflicts;
    }

    /// Whether somebody wrote where a conflict stood, and so resolved it.
    fn is_resolved(&self, before: &Record, changed: &[(Path, bool)], path: &Path) -> bool {
        if path.root == Root::Whole {
            return self.plan.versions.len() != before.plan.versions.len();
        }
        if path.item.is_none() && path.field.is_none() {
            let order = |record: &Record| path.items(record).iter().map(|item| item.id.clone()).collect::<Vec<_>>();
            return order(self) != order(before);
        }
        let within = |gone: &Path| gone.field.is_none() && gone.root == path.root && gone.item == path.item;
        changed.iter().any(|(there, removed)| there == path || (*removed && within(there)))
    }
}

/// The fields and entries that differ, and whether they are gone. An entry counts as changed when anything in it did.
fn changed_paths(before: &Record, after: &Record) -> Vec<(Path, bool)> {
    let mut changed = Vec::new();
    let nothing = SectionData::default();
    let new = after.sections().filter(|(id, _)| before.section_by_id(id).is_none());
    for (id, _) in before.sections().chain(new) {
        let (was, is) = (before.section_by_id(id).unwrap_or(&nothing), after.section_by_id(id).unwrap_or(&nothing));
        let path = Path::from(Root::by_id(id));
        changed_fields(&path, &was.fields, &is.fields, &mut changed);
        for item in &was.items {
            let path = path.item(&item.id);
            let Some(now) = is.items.iter().find(|now| now.id == item.id) else {
                changed.push((path, true));
                continue;
            };
            let count = changed.len();
            changed_fields(&path, &item.fields, &now.fields, &mut changed);
            if changed.len() > count || item.extra != now.extra {
                changed.push((path, false));
            }
        }
        let new = is.items.iter().filter(|item| was.items.iter().all(|old| old.id != item.id));
        changed.extend(new.map(|item| (path.item(&item.id), false)));
    }
    changed
}

fn changed_fields(path: &Path, was: &Fields, is: &Fields, changed: &mut Vec<(Path, bool)>) {
    let at = |id: &String| path.named(id);
    for (id, field) in is {
        if was.get(id).is_none_or(|old| old.answer != field.answer) {
            changed.push((at(id), false));
        }
    }
    changed.extend(was.keys().filter(|id| !is.contains_key(*id)).map(|id| (at(id), true)));
}

/// Puts back what a clinic wrote, wherever an edit touched it.
fn keep_clinics(before: &BTreeMap<String, SectionData>, after: &mut BTreeMap<String, SectionData>) {
    for (id, was) in before {
        let own = was.fields.iter().filter(|(_, field)| field.stamp.by.is_clinic());
        for (field, written) in own {
            after.entry(id.clone()).or_default().fields.insert(field.clone(), written.clone());
        }
        for (path, item) in was.items.iter().enumerate().filter(|(_, item)| item.is_clinics()) {
            let items = &mut after.entry(id.clone()).or_default().items;
            match items.iter_mut().find(|now| now.id == item.id) {
                Some(now) => *now = item.clone(),
                None => items.insert(path.min(items.len()), item.clone()),
            }
        }
    }
}

impl Author {
    /// Whether a clinic wrote it. Then it is read-only: only another reply of that clinic takes its path.
    #[must_use]
    pub fn is_clinic(&self) -> bool {
        matches!(self, Author::Clinic(_))
    }
}

impl Item {
    /// Whether a clinic wrote anything in this entry. Then the whole entry is read-only.
    #[must_use]
    pub fn is_clinics(&self) -> bool {
        self.fields.values().any(|field| field.stamp.by.is_clinic())
    }
}

/// Drops all change counters: a record of an earlier release has none. For the controls of the tests.
#[doc(hidden)]
pub fn without_change_counters(record: &Record) -> Record {
    Record { change_counters: ChangeCounters::new(), ..record.clone() }
}
