//! One field, with what was there before and what each side made of it.

use super::{Join, three_way};
use crate::{Answer, Field, Fields, Path, Sides, conflict};

impl Join<'_> {
    pub(super) fn fields(&mut self, path: &Path, base: &Fields, mine: &Fields, theirs: &Fields) -> Fields {
        let mut merged = Fields::new();
        for id in mine.keys().chain(theirs.keys()) {
            if merged.contains_key(id) {
                continue;
            }
            let path = path.named(id);
            if let Some(field) = self.field(path, base.get(id), mine.get(id), theirs.get(id)) {
                merged.insert(id.clone(), field);
            }
        }
        merged
    }

    /// Answers decide; a stamp alone is no change.
    fn field(&mut self, path: Path, base: Option<&Field>, mine: Option<&Field>, theirs: Option<&Field>) -> Option<Field> {
        let answer = |field: Option<&Field>| field.map(|field| field.answer.clone());
        let (was, left, right) = (answer(base), answer(mine), answer(theirs));
        if left == right {
            let one = three_way(&base, &mine, &theirs);
            return one
                .unwrap_or_else(|| [mine, theirs].into_iter().flatten().max_by_key(|field| (&field.stamp.by, field.stamp.at)))
                .cloned();
        }
        let by_clinic = |field: Option<&Field>| field.is_some_and(|field| field.stamp.by.is_clinic());
        match (by_clinic(mine), by_clinic(theirs)) {
            (true, false) => return self.clinics(path, mine, was, right),
            (false, true) => return self.clinics(path, theirs, was, left),
            _ => {}
        }
        // Where one side still has what was there before, the other has simply made it untouched.
        match (mine, theirs) {
            (Some(_), None) if left != was && self.is_older(&path, self.mine, self.theirs) => {
                return self.stays_removed(path, left, right);
            }
            (None, Some(_)) if right != was && self.is_older(&path, self.theirs, self.mine) => {
                return self.stays_removed(path, left, right);
            }
            _ => {}
        }
        if right == was {
            return mine.cloned();
        }
        if left == was {
            return theirs.cloned();
        }
        let (one, other) = (self.mine.changes_at(&path), self.theirs.changes_at(&path));
        self.add_conflict(path, Sides::of(left, right));
        match (mine, theirs) {
            // Taken back on one side, changed on the other: the words stay.
            (Some(only), None) | (None, Some(only)) => Some(only.clone()),
            (Some(mine), Some(theirs)) => {
                let tie = if self.mine_stands { true } else { conflict::order(&mine.answer) > conflict::order(&theirs.answer) };
                let mine_stands = if one == other { tie } else { one > other };
                Some(if mine_stands { mine } else { theirs }.clone())
            }
            (None, None) => None,
        }
    }

    /// What a clinic wrote stands against what anybody else wrote there.
    fn clinics(&mut self, path: Path, clinic: Option<&Field>, was: Option<Answer>, other: Option<Answer>) -> Option<Field> {
        if other != was {
            self.add_conflict(path, Sides::of(clinic.map(|field| field.answer.clone()), other));
        }
        clinic.cloned()
    }

    /// One side made the field untouched, and the other has an answer from before that.
    fn stays_removed(&mut self, path: Path, left: Option<Answer>, right: Option<Answer>) -> Option<Field> {
        self.add_conflict(path, Sides::of(left, right));
        None
    }
}
