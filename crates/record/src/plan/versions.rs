//! The order of versions. The newest speaks, so no clock may decide which one that is: each version names those it was kept after.

use std::collections::BTreeMap;

use super::{Version, VersionId};
use crate::{Moment, json};

/// Every version that either side has: they are never changed and never thrown away. Should two of one name differ after all, because
/// a file was altered, the same one stands on both sides.
pub(crate) fn joined(mine: &[Version], theirs: &[Version]) -> Vec<Version> {
    let mut by_id: BTreeMap<&VersionId, &Version> = BTreeMap::new();
    for version in mine.iter().chain(theirs) {
        let kept = by_id.entry(&version.id).or_insert(version);
        if *kept != version && json::text(kept) < json::text(version) {
            *kept = version;
        }
    }
    let depths = depths(&by_id);
    let mut all: Vec<&Version> = by_id.into_values().collect();
    all.sort_by_key(|version| place(version, &depths));
    all.into_iter().cloned().collect()
}

/// Later than everything it was kept after. Versions of before there was this order stand first, as they always stood: by time.
fn place<'a>(version: &'a Version, depths: &BTreeMap<&VersionId, usize>) -> (usize, Option<Moment>, &'a VersionId) {
    let depth = depths.get(&version.id).copied().unwrap_or_default();
    (depth, (depth == 0).then_some(version.at), &version.id)
}

/// How many versions stand one after the other before each. A circle, which only an altered file can have, ends somewhere.
fn depths<'a>(versions: &BTreeMap<&'a VersionId, &'a Version>) -> BTreeMap<&'a VersionId, usize> {
    let mut depths = BTreeMap::new();
    for _ in 0..versions.len() {
        let mut settled = true;
        for (id, version) in versions {
            let before = version.after.iter().map(|before| depths.get(before).map_or(1, |depth| depth + 1)).max().unwrap_or_default();
            if depths.insert(*id, before) != Some(before) {
                settled = false;
            }
        }
        if settled {
            break;
        }
    }
    depths
}
