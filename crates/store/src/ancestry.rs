//! Which revision comes from which. Decided by what each was written on top of, never by a clock.
//!
//! Each browser counts what it writes. A revision names its parents, and of every device the highest number among all its ancestors, so
//! that the order can still be told when revisions in between are no longer kept.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The name of a revision: SHA-256 of what it says and where it comes from, in hexadecimal. The same on every device.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RevisionId(pub String);

/// Where a revision comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    pub id: RevisionId,
    /// The random name of the browser that wrote it. A browser takes another name when something is erased in it.
    pub device: String,
    /// Counts what that device has written; also higher than the number of every parent.
    pub seq: u32,
    /// What it was written on top of; more than one where edits were joined, none at the beginning of a record.
    pub parents: Vec<RevisionId>,
    /// Of each device the highest number among the ancestors.
    pub ancestors: BTreeMap<String, u32>,
}

impl Origin {
    /// Whether `other` is an ancestor of this revision. A revision is not its own ancestor.
    #[must_use]
    pub fn comes_after(&self, other: &Origin) -> bool {
        self.id != other.id && self.ancestors.get(&other.device).is_some_and(|seq| *seq >= other.seq)
    }
}

/// Of each device the highest number among some revisions and their ancestors.
#[must_use]
pub fn covered(parents: &[Origin]) -> BTreeMap<String, u32> {
    let mut covered = BTreeMap::new();
    for parent in parents {
        let own = std::iter::once((&parent.device, &parent.seq));
        for (device, seq) in parent.ancestors.iter().chain(own) {
            let highest = covered.entry(device.clone()).or_insert(0);
            *highest = (*seq).max(*highest);
        }
    }
    covered
}

/// The revision that two others have both grown from: of the known ones, one that no other common ancestor comes after. It may be one of
/// the two.
#[must_use]
pub fn base<'a>(known: &'a [Origin], one: &Origin, other: &Origin) -> Option<&'a Origin> {
    let part_of = |old: &Origin, new: &Origin| old.id == new.id || new.comes_after(old);
    let common: Vec<&Origin> = known.iter().filter(|old| part_of(old, one) && part_of(old, other)).collect();
    // Where two edits were joined twice there may be several; the same one is taken whichever side asks.
    nearest(&common).max_by_key(|origin| (origin.seq, &origin.id))
}

/// The revisions that no other known one comes after.
#[must_use]
pub fn heads(known: &[Origin]) -> Vec<&Origin> {
    let known: Vec<&Origin> = known.iter().collect();
    nearest(&known).collect()
}

fn nearest<'a>(all: &[&'a Origin]) -> impl Iterator<Item = &'a Origin> {
    all.iter().copied().filter(|origin| !all.iter().any(|other| other.comes_after(origin)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A family of devices that write on top of what they have.
    #[derive(Default)]
    struct Family(Vec<Origin>);

    impl Family {
        fn write(&mut self, device: &str, seq: u32, parents: &[usize]) -> usize {
            let parents: Vec<Origin> = parents.iter().map(|parent| self.0[*parent].clone()).collect();
            self.0.push(Origin {
                id: RevisionId(format!("{device}{seq}")),
                device: device.to_owned(),
                seq,
                ancestors: covered(&parents),
                parents: parents.into_iter().map(|parent| parent.id).collect(),
            });
            self.0.len() - 1
        }

        fn known(&self, places: &[usize]) -> Vec<Origin> {
            places.iter().map(|place| self.0[*place].clone()).collect()
        }
    }

    /// a1 ← a2 ← a3, a2 ← b3, (a3, b3) ← a4, b3 ← b5
    fn family() -> Family {
        let mut family = Family::default();
        let a1 = family.write("a", 1, &[]);
        let a2 = family.write("a", 2, &[a1]);
        let a3 = family.write("a", 3, &[a2]);
        let b3 = family.write("b", 3, &[a2]);
        family.write("a", 4, &[a3, b3]);
        family.write("b", 5, &[b3]);
        family
    }

    #[test]
    fn order_is_told_by_what_was_written_on_top_of_what() {
        let Family(all) = family();
        let after = |new: usize, old: usize| all[new].comes_after(&all[old]);
        assert!(after(1, 0) && after(4, 0) && after(4, 2) && after(4, 3) && after(5, 3) && after(5, 1));
        assert!(!after(2, 3) && !after(3, 2) && !after(5, 2) && !after(5, 4) && !after(4, 5));
        assert!((0..all.len()).all(|one| !after(one, one)));
        assert_eq!(heads(&all).iter().map(|origin| origin.id.0.as_str()).collect::<Vec<_>>(), ["a4", "b5"]);
    }

    #[test]
    fn the_base_of_two_is_the_nearest_that_both_have() {
        let family = family();
        let all = &family.0;
        let base_of = |known: &[Origin], one: usize, other: usize| base(known, &all[one], &all[other]).map(|origin| origin.id.0.clone());
        assert_eq!(base_of(all, 2, 3).as_deref(), Some("a2"));
        assert_eq!(base_of(all, 4, 5).as_deref(), Some("b3"));
        assert_eq!(base_of(all, 5, 4).as_deref(), Some("b3"), "from either side");
        assert_eq!(base_of(all, 1, 5).as_deref(), Some("a2"), "one of the two");
        // What is no longer kept is passed over, and the next one is found without it.
        assert_eq!(base_of(&family.known(&[0, 2, 4, 5]), 4, 5).as_deref(), Some("a1"));
        assert_eq!(base_of(&family.known(&[2, 4, 5]), 4, 5), None);
    }

    #[test]
    fn the_side_of_a_conflict_does_not_come_after_the_revision_that_it_met() {
        let mut family = Family::default();
        let first = family.write("a", 1, &[]);
        let theirs = family.write("a", 2, &[first]);
        let side = family.write("a", 3, &[first]);
        let joined = family.write("a", 4, &[theirs, side]);
        let all = &family.0;
        assert!(!all[side].comes_after(&all[theirs]) && !all[theirs].comes_after(&all[side]));
        assert!(all[joined].comes_after(&all[side]) && all[joined].comes_after(&all[theirs]));
        assert_eq!(base(all, &all[side], &all[theirs]).map(|origin| origin.seq), Some(1));
    }
}
