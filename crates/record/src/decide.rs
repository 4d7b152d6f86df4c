//! What a person can choose where two edits could not both stand, and what the choice does.

use crate::{Answer, Conflict, Item, Path, Record, Root, Sides, Stamp, catalogue};

/// One way to settle a conflict.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// What stands in the record stays.
    AsItStands,
    /// This answer stands; for the order of a list, the ids of its entries in that order.
    Answer(Answer),
    /// The field is untouched again.
    Untouched,
    /// The entry that was removed comes back.
    PutBack(Item),
}

impl Conflict {
    /// The ways to settle it, what stands in the record first. Only that one where nothing else can be written: what a clinic wrote,
    /// what only a newer release knows, what belongs to an entry that is gone, and the versions of a plan, which all stay.
    #[must_use]
    pub fn choices(&self, record: &Record) -> Vec<Choice> {
        let others = match &self.sides {
            Sides::Removed(items) => {
                let gone = |item: &&Item| !record.stands_at(&self.path.list().item(&item.id));
                items.iter().filter(gone).cloned().map(Choice::PutBack).collect()
            }
            Sides::Answers { given, untouched } => self.answers(record, given, *untouched),
        };
        std::iter::once(Choice::AsItStands).chain(others).collect()
    }

    fn answers(&self, record: &Record, given: &[Answer], untouched: bool) -> Vec<Choice> {
        let is_gone = self.path.item.is_some() && self.path.fields(record).is_none();
        if is_gone || matches!(self.path.root, Root::Whole | Root::Newer(_)) || self.is_clinics(record) {
            return Vec::new();
        }
        let standing = self.path.answer(record);
        let known = given.iter().filter(|answer| !matches!(answer, Answer::Other(_)) && Some(*answer) != standing);
        let order = |answer: &&Answer| !self.is_order() || ordered(record, &self.path, answer) != ids(record, &self.path);
        let answers = known.filter(order).cloned().map(Choice::Answer);
        // Of a list that has entries, "untouched" says nothing: what is listed stands.
        let empty = untouched && standing.is_some();
        answers.chain(empty.then_some(Choice::Untouched)).collect()
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
    /// Settles a conflict: what was chosen stands, and the question is closed on every device that hears of it.
    pub fn decide(&mut self, path: &Path, choice: &Choice, stamp: &Stamp) {
        match choice {
            Choice::AsItStands => {}
            Choice::Untouched => path.set(self, None, stamp),
            Choice::PutBack(item) => path.list().insert(self, usize::MAX, item.clone()),
            Choice::Answer(order @ Answer::Chosen(_)) if path.field.is_none() => {
                let order = ordered(self, path, order);
                if let Some(data) = path.data_mut(self) {
                    data.items.sort_by_key(|item| order.iter().position(|id| *id == item.id.0));
                }
            }
            Choice::Answer(answer) => {
                // A list that is none or unknown has no entries.
                if let Some(data) = path.data_mut(self).filter(|_| path.is(catalogue::LIST)) {
                    data.items.clear();
                }
                path.set(self, Some(answer.clone()), stamp);
            }
        }
        self.conflicts.retain(|conflict| conflict.path != *path);
    }

    /// Who wrote what a choice says, and when, as far as this record tells.
    #[must_use]
    pub fn stamp_of(&self, path: &Path, choice: &Choice) -> Option<Stamp> {
        let field = path.fields(self).and_then(|fields| fields.get(path.id()));
        match choice {
            Choice::AsItStands => field.map(|field| field.stamp.clone()).or_else(|| self.removed_at(path).cloned()),
            Choice::Answer(answer) => field.filter(|field| field.answer == *answer).map(|field| field.stamp.clone()),
            Choice::Untouched => self.removed_at(path).cloned(),
            Choice::PutBack(item) => item.fields.values().map(|field| field.stamp.clone()).max(),
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
