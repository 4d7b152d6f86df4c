//! Random histories of a family's devices around one box, by the rules of this crate: each device is a journal of its own, which is saved
//! to, thinned out, joined with the box and with files by the code that the app calls.
//!
//! What people do and what must hold at the end are those of the histories of `record`, which drive the rules of joining alone.
//! `HISTORIES=100000 cargo test --release -p store --lib histories::` runs as many; `HISTORY=460` runs that one again.

#[path = "../../../record/tests/histories/checks.rs"]
mod checks;
mod device;
#[path = "../../../record/tests/histories/edits.rs"]
mod edits;
#[path = "../../../record/tests/histories/runs.rs"]
mod runs;
mod world;

use world::{Rule, World};

/// How many histories an ordinary run of the tests has.
const COUNT: u64 = 120;

#[test]
fn nothing_saved_is_lost_nothing_removed_comes_back_and_no_clock_decides() {
    runs::none_fails_and_no_clock_decides(runs::count(COUNT), |seed, skew| World::run(seed, Rule::Pinned, skew));
}

/// The control: where nothing is pinned and there are no change counters, a join begins from nothing, and the same histories fail.
#[test]
fn the_control_without_pinned_revisions_fails() {
    let histories = runs::count(COUNT).min(120);
    let failed = runs::each(histories, |seed| World::run(seed, Rule::Forgetful, 0).map(|_| ()));
    let of = |what: &str| failed.iter().filter(|wrong| wrong.contains(what)).count();
    assert!(of("came back") > 1, "{} of {histories}: {:?}", failed.len(), failed.first());
}
