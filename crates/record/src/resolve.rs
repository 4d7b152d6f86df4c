//! Resolving a conflict: the ways that there are, and what each does to the record.

use crate::{Answer, Conflict, Item, Path, Record, Root, Sides, Stamp, catalogue};

/// One way to resolve a conflict.
#[derive(Clone, Debug, PartialEq)]
pub enum Resolution {
    /// What stands in the record stays.
    KeepCurrent,
    /// This answer stands; for the order of a list, the ids of its entries in that order.
    Answer(Answer),
    /// The field is untouched again.
    Clear,
    /// The entry that was removed comes back.
    Restore(Item),
}

impl Conflict {
    /// The ways to resolve it, what stands in the record first. Only that one where nothing else can be written: what a clinic wrote,
    /// what only a newer release knows, what belongs to an entry that is gone, and the versions of a plan, which all stay.
    #[must_use]
    pub fn resolutions(&self, record: &Record) -> Vec<Resolution> {
        let others = match &self.sides {
            Sides::Removed(items) => {
                let gone = |item: &&Item| !record.stands_at(&self.path.list().item(&item.id));
                items.iter().filter(gone).cloned().map(Resolution::Restore).collect()
            }
            Sides::Answers { given, untouched } => self.answers(record, given, *untouched),
        };
        std::iter::once(Resolution::KeepCurrent).chain(others).collect()
    }

    fn answers(&self, record: &Record, given: &[Answer], untouched: bool) -> Vec<Resolution> {
        let is_gone = self.path.item.is_some() && self.path.fields(record).is_none();
        if is_gone || matches!(self.path.root, Root::Whole | Root::Newer(_)) || self.is_clinics(record) {
            return Vec::new();
        }
        let standing = self.path.answer(record);
        let known = given.iter().filter(|answer| !matches!(answer, Answer::Other(_)) && Some(*answer) != standing);
        let order = |answer: &&Answer| !self.is_order() || ordered(record, &self.path, answer) != ids(record, &self.path);
        let answers = known.filter(order).cloned().map(Resolution::Answer);
        // Of a list that has entries, "untouched" says nothing: what is listed stands.
        let empty = untouched && standing.is_some();
        answers.chain(empty.then_some(Resolution::Clear)).collect()
    }

    /// Whether it is about the order of a list.
    #[must_use]
    pub fn is_order(&self) -> bool {
        self.path.is_list()
    }

    fn is_clinics(&self, record: &Record) -> bool {
        let field = self.path.fields(record).and_then(|fields| fields.get(self.path.id()));
        let entry = self.path.item.as_ref().and_then(|id| self.path.items(record).iter().find(|item| item.id == *id));
        field.is_some_and(|field| field.stamp.by.is_clinic()) || entry.is_some_and(Item::is_clinics)
    }
}

impl Record {
    /// Resolves a conflict. It is closed on every device that receives the record.
    pub fn resolve(&mut self, path: &Path, resolution: &Resolution, stamp: &Stamp) {
        match resolution {
            Resolution::KeepCurrent => {}
            Resolution::Clear => path.set(self, None, stamp),
            Resolution::Restore(item) => path.list().insert(self, usize::MAX, item.clone()),
            Resolution::Answer(order @ Answer::Chosen(_)) if path.field.is_none() => {
                let order = ordered(self, path, order);
                if let Some(data) = path.data_mut(self) {
                    data.items.sort_by_key(|item| order.iter().position(|id| *id == item.id.0));
                }
            }
            Resolution::Answer(answer) => {
                // A list that is none or unknown has no entries.
                if let Some(data) = path.data_mut(self).filter(|_| path.is(catalogue::LIST.untyped())) {
                    data.items.clear();
                }
                path.set(self, Some(answer.clone()), stamp);
            }
        }
        self.conflicts.retain(|conflict| conflict.path != *path);
    }

    /// Who wrote what a resolution keeps, and when, as far as this record tells.
    #[must_use]
    pub fn stamp_of(&self, path: &Path, resolution: &Resolution) -> Option<Stamp> {
        let field = path.fields(self).and_then(|fields| fields.get(path.id()));
        match resolution {
            Resolution::KeepCurrent => field.map(|field| field.stamp.clone()).or_else(|| self.removed_at(path).cloned()),
            Resolution::Answer(answer) => field.filter(|field| field.answer == *answer).map(|field| field.stamp.clone()),
            Resolution::Clear => self.removed_at(path).cloned(),
            Resolution::Restore(item) => item.fields.values().map(|field| field.stamp.clone()).max(),
        }
    }
}

impl Path {
    /// Whether it leads to a section and no further: to its list.
    pub(crate) fn is_list(&self) -> bool {
        self.item.is_none() && self.field.is_none()
    }

    /// The section alone.
    fn list(&self) -> Path {
        self.root.clone().into()
    }
}

fn ids(record: &Record, path: &Path) -> Vec<String> {
    path.items(record).iter().map(|item| item.id.0.clone()).collect()
}

/// The entries that stand, in the order of an answer; those that it does not know come last, as they stand.
fn ordered(record: &Record, path: &Path, order: &Answer) -> Vec<String> {
    let Answer::Chosen(order) = order else { return ids(record, path) };
    let mut all = ids(record, path);
    all.sort_by_key(|id| order.iter().position(|other| other == id).unwrap_or(usize::MAX));
    all
}
