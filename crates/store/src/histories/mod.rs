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
mod world;

use std::thread;

use world::{Rule, World};

/// Ten years, in milliseconds.
const DECADE: i64 = 10 * 365 * 24 * 60 * 60 * 1000;

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

fn count() -> u64 {
    number("HISTORIES").unwrap_or(120)
}

/// Runs every history up to `count` on all cores, and gathers what `one` says about them.
fn each(count: u64, one: impl Fn(u64) -> Result<(), String> + Sync) -> Vec<String> {
    let cores = thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    thread::scope(|scope| {
        let one = &one;
        let of = |core: u64| (core..count).step_by(cores as usize).filter_map(|seed| one(seed).err()).collect::<Vec<_>>();
        let workers: Vec<_> = (0..cores).map(|core| scope.spawn(move || of(core))).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_else(|_| vec!["a history stopped".to_owned()])).collect()
    })
}

#[test]
fn nothing_saved_is_lost_nothing_removed_comes_back_and_no_clock_decides() {
    let run = |seed| {
        let told = |wrong: String| format!("history {seed}: {wrong}");
        let end = World::run(seed, Rule::Pinned, 0).map_err(told)?;
        // One device ten years ahead, another ten years behind.
        let skewed = World::run(seed, Rule::Pinned, DECADE).map_err(told)?;
        if end == skewed { Ok(()) } else { Err(told("a clock decided something".to_owned())) }
    };
    if let Some(seed) = number("HISTORY") {
        assert_eq!(run(seed), Ok(()));
        return;
    }
    let failed = each(count(), run);
    assert!(failed.is_empty(), "{} of {}, the first: {}", failed.len(), count(), failed[0]);
}

/// The control: where nothing is pinned and there are no change counters, a join begins from nothing, and the same histories fail.
#[test]
fn the_control_without_pinned_revisions_fails() {
    let histories = count().min(120);
    let failed = each(histories, |seed| World::run(seed, Rule::Forgetful, 0).map(|_| ()));
    let of = |what: &str| failed.iter().filter(|wrong| wrong.contains(what)).count();
    assert!(of("came back") > 1, "{} of {histories}: {:?}", failed.len(), failed.first());
}
