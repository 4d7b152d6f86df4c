//! The change counters of both sides, joined.

use super::Join;
use crate::{
    Conflict, Path, Record,
    change_counters::{ChangeCounter, ChangeCounters},
};

impl Join<'_> {
    /// Whether what `side` has at a path is from before `other` removed it there. At a tie neither knew of the other, and it is not;
    /// but where a file is taken in, what was removed here stays removed.
    pub(super) fn is_older(&self, path: &Path, side: &Record, other: &Record) -> bool {
        let tie_counts = self.mine_stands && std::ptr::eq(other, self.mine);
        let (had, removed) = (side.changes_at(path), other.changes_at(path));
        other.removed_at(path).is_some() && (removed > had || (tie_counts && removed == had))
    }
}

/// Of each path the larger count; one more where the two sides were joined against what that side says, so that the result outlives
/// every copy of either.
pub(super) fn joined(record: &Record, mine: &Record, theirs: &Record, conflicts: &[Conflict]) -> ChangeCounters {
    let mut counters = ChangeCounters::new();
    // A conflict of which nothing stands and which has no counter is not about a field or an entry.
    let told = conflicts.iter().filter(|conflict| record.stands_at(&conflict.path)).map(|conflict| conflict.path.to_string());
    for key in mine.change_counters.keys().chain(theirs.change_counters.keys()).cloned().chain(told) {
        if counters.contains_key(&key) {
            continue;
        }
        let [left, right] = [mine, theirs].map(|side| side.change_counters.get(&key).cloned().unwrap_or_default());
        let path = Path::parse(&key);
        let decided = conflicts.iter().any(|conflict| conflict.path.to_string() == key);
        let stands = path.as_ref().is_some_and(|path| record.stands_at(path));
        // A field of an entry that is gone says nothing any more.
        let speaks = path.as_ref().is_some_and(|path| path.field.is_none() || record.stands_at(&Path { field: None, ..path.clone() }));
        let removed = [&left, &right].into_iter().filter_map(|side| side.removed.clone()).max_by_key(|stamp| (stamp.by.clone(), stamp.at));
        let top = std::cmp::max_by_key(&left, &right, |side| order(side)).clone();
        let against = if stands { top.removed.is_some() } else { top.removed.is_none() && removed.is_some() };
        // Of an entry that was changed on one side and removed on the other, equally often, the tie itself keeps it. One more would
        // outdo a removal by somebody who knew of the change.
        let tie = stands && left.changes == right.changes && path.as_ref().is_some_and(|path| path.field.is_none());
        let entry = if tie {
            ChangeCounter { removed: None, ..top }
        } else if speaks && (decided || against) {
            ChangeCounter { changes: top.changes.saturating_add(1), removed: removed.filter(|_| !stands) }
        } else {
            top
        };
        counters.insert(key, entry);
    }
    counters
}

/// Which of two counters of a path counts. The clock decides nothing but which of two equal stamps of one hand is kept.
fn order(side: &ChangeCounter) -> (u32, bool, Option<(crate::Author, crate::Moment)>) {
    (side.changes, side.removed.is_some(), side.removed.as_ref().map(|stamp| (stamp.by.clone(), stamp.at)))
}
