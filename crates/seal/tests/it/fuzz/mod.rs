//! Inputs from outside that nobody wrote, as in `crates/store/src/fuzz`, which says how: files of links, sealed contents, wraps, letters.
//!
//! A run takes `TSUMUGU_FUZZ_SECONDS` for each target, two seconds in the unit tests (`./dev fuzz` gives it 60).

#[path = "../../../../store/src/fuzz/change.rs"]
mod change;
#[path = "../../../../store/src/fuzz/run.rs"]
mod run;
#[path = "../../../../store/src/fuzz/slowest.rs"]
mod slowest;
mod targets;
