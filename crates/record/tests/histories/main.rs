//! Random histories of a family's devices around one box: whatever happens, everything that was saved is there at the end or told, what
//! was removed and closed stays so, and no clock decides anything.
//!
//! `HISTORIES=1000000 cargo test --release -p record --test histories` runs as many; `HISTORY=460` runs that one again.

mod checks;
mod device;
mod edits;
mod runs;
mod world;

use world::{Rule, World};

/// How many histories an ordinary run of the tests has.
const COUNT: u64 = 10_000;

#[test]
fn nothing_saved_is_lost_nothing_removed_comes_back_and_no_clock_decides() {
    runs::none_fails_and_no_clock_decides(runs::count(COUNT), |seed, skew| World::run(seed, Rule::Pinned, skew));
}

/// The control: where retention drops the revision last agreed on, there are no change counters, and a merge begins from nothing, as it was
/// before, the same histories fail.
#[test]
fn the_control_without_pinned_revisions_fails() {
    let histories = runs::count(COUNT).min(2_000);
    let failed = runs::each(histories, |seed| World::run(seed, Rule::Forgetful, 0).map(|_| ()));
    let of = |what: &str| failed.iter().filter(|wrong| wrong.contains(what)).count();
    assert!(of("came back") > 20, "{} of {histories}: {:?}", failed.len(), failed.first());
}
