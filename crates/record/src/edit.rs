//! What every edit leaves behind beside the words themselves.

use std::collections::BTreeMap;

use crate::{
    Author, Fields, Item, Record, SectionData, Stamp,
    diff::Place,
    plan::versions,
    remembered::{Memory, count},
};

impl Record {
    /// Finishes an edit that began from `before`. Every path by which a person changes a record ends here: typing, removing and
    /// putting back, undo, going back to an earlier content, taking in a file.
    ///
    /// * What was removed is remembered, so that no older file brings it back; what was put back is not removed any more.
    /// * Two answers that a merge could not decide between are settled by whoever writes there.
    /// * What a clinic wrote stays as it wrote it, and no version of the plan and nothing that was shown is ever
    ///   thrown away.
    pub fn settle(&mut self, before: &Record, stamp: &Stamp) {
        keep_clinics(&before.card.sections, &mut self.card.sections);
        keep_clinics(&before.plan.sections, &mut self.plan.sections);
        self.log = before.log.joined(&self.log);
        self.plan.versions = versions::joined(&before.plan.versions, &self.plan.versions);
        let mut memory = before.remembered.clone();
        for (place, entry) in &self.remembered {
            // Taken in from a file, together with what it is about.
            if memory.get(place).is_none_or(|known| known.changes < entry.changes) {
                memory.insert(place.clone(), entry.clone());
            }
        }
        // What a joined file changed was counted where it was changed, and decides nothing that is open here.
        let by_hand = |place: &Place| self.changes_at(place) <= before.changes_at(place);
        let changed: Vec<_> = changed_places(before, self).into_iter().filter(|(place, _)| by_hand(place)).collect();
        for (place, removed) in &changed {
            let newly = !removed && !before.stands_at(place);
            if !newly || memory.contains_key(&place.key()) {
                count(&mut memory, place, removed.then_some(stamp));
            }
        }
        self.remembered = memory;
        let mut conflicts = std::mem::take(&mut self.conflicts);
        conflicts.retain(|conflict| !self.is_settled(before, &changed, &conflict.place));
        self.conflicts = conflicts;
    }

    /// Whether somebody wrote where a conflict stood, and so decided it.
    fn is_settled(&self, before: &Record, changed: &[(Place, bool)], place: &Place) -> bool {
        if place.section.is_empty() {
            return self.plan.versions.len() != before.plan.versions.len();
        }
        if place.item.is_none() && place.field.is_none() {
            let order = |record: &Record| {
                record.section_by_id(&place.section).map(|data| data.items.iter().map(|item| item.id.clone()).collect::<Vec<_>>())
            };
            return order(self) != order(before);
        }
        let within = |gone: &Place| gone.field.is_none() && gone.section == place.section && gone.item == place.item;
        changed.iter().any(|(there, removed)| there == place || (*removed && within(there)))
    }
}

/// The fields and entries that differ, and whether they are gone. An entry counts as changed when anything in it did.
fn changed_places(before: &Record, after: &Record) -> Vec<(Place, bool)> {
    let mut changed = Vec::new();
    let nothing = SectionData::default();
    let mut ids: Vec<&String> = before.sections().chain(after.sections()).map(|(id, _)| id).collect();
    ids.sort();
    ids.dedup();
    for id in ids {
        let (was, is) = (before.section_by_id(id).unwrap_or(&nothing), after.section_by_id(id).unwrap_or(&nothing));
        let place = Place { section: id.clone(), ..Place::default() };
        changed_fields(&place, &was.fields, &is.fields, &mut changed);
        for item in &was.items {
            let place = Place { item: Some(item.id.clone()), ..place.clone() };
            let Some(now) = is.items.iter().find(|now| now.id == item.id) else {
                changed.push((place, true));
                continue;
            };
            let count = changed.len();
            changed_fields(&place, &item.fields, &now.fields, &mut changed);
            if changed.len() > count || item.extra != now.extra {
                changed.push((place, false));
            }
        }
        let new = is.items.iter().filter(|item| was.items.iter().all(|old| old.id != item.id));
        changed.extend(new.map(|item| (Place { item: Some(item.id.clone()), ..place.clone() }, false)));
    }
    changed
}

fn changed_fields(place: &Place, was: &Fields, is: &Fields, changed: &mut Vec<(Place, bool)>) {
    let at = |id: &String| Place { field: Some(id.clone()), ..place.clone() };
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
        for (place, item) in was.items.iter().enumerate().filter(|(_, item)| item.is_clinics()) {
            let items = &mut after.entry(id.clone()).or_default().items;
            match items.iter_mut().find(|now| now.id == item.id) {
                Some(now) => *now = item.clone(),
                None => items.insert(place.min(items.len()), item.clone()),
            }
        }
    }
}

impl Author {
    /// Whether a clinic wrote it. Then it is read-only: only another reply of that clinic takes its place.
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

/// Forgets everything that was remembered, as a record of an earlier release has none. For the tests that show what it is good for.
#[doc(hidden)]
pub fn without_memory(record: &Record) -> Record {
    Record { remembered: Memory::new(), ..record.clone() }
}
