//! Running many random histories: how many, on which cores, and what is compared at their ends.

use std::thread;

use serde_json::Value;

/// Ten years, in milliseconds.
const DECADE: i64 = 10 * 365 * 24 * 60 * 60 * 1000;

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// How many histories are asked for: `HISTORIES`, or so many by default.
pub fn count(default: u64) -> u64 {
    number("HISTORIES").unwrap_or(default)
}

/// Runs every history up to `count` on all cores, and gathers what `one` says about them.
pub fn each(count: u64, one: impl Fn(u64) -> Result<(), String> + Sync) -> Vec<String> {
    let cores = thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    thread::scope(|scope| {
        let one = &one;
        let of = |core: u64| (core..count).step_by(cores as usize).filter_map(|seed| one(seed).err()).collect::<Vec<_>>();
        let workers: Vec<_> = (0..cores).map(|core| scope.spawn(move || of(core))).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_else(|_| vec!["a history stopped".to_owned()])).collect()
    })
}

/// Runs every history up to `count`, or the one that `HISTORY` names, with right clocks and with one device ten years ahead and another
/// ten years behind: each holds what must hold, and both end alike. `run` takes the seed and the skew.
pub fn none_fails_and_no_clock_decides(count: u64, run: impl Fn(u64, i64) -> Result<Value, String> + Sync) {
    let both = |seed| {
        let told = |wrong: String| format!("history {seed}: {wrong}");
        let end = run(seed, 0).map_err(told)?;
        let skewed = run(seed, DECADE).map_err(told)?;
        if end == skewed { Ok(()) } else { Err(told("a clock decided something".to_owned())) }
    };
    if let Some(seed) = number("HISTORY") {
        assert_eq!(both(seed), Ok(()));
        return;
    }
    let failed = each(count, both);
    assert!(failed.is_empty(), "{} of {count}, the first: {}", failed.len(), failed[0]);
}

/// A stored record without the times in it.
pub fn without_times(mut value: Value) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(map) => {
                map.remove("at");
                map.values_mut().for_each(strip);
            }
            Value::Array(values) => values.iter_mut().for_each(strip),
            _ => {}
        }
    }
    strip(&mut value);
    value
}
