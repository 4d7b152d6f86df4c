//! Runs one target for as long as it is given. `seal` and `share` run theirs with this file too: it knows no crate.

use std::{
    fs,
    path::PathBuf,
    time::{Duration, Instant},
};

use proptest::{
    prelude::any,
    test_runner::{Config, TestCaseError, TestRunner},
};

use super::{change::Choices, slowest};

/// The files of a target's corpus.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| fs::read(path).unwrap()).collect()
}

/// Runs a target on every file of its corpus as it is, then on changed ones until the time is over.
pub fn run(target: &str, one: impl Fn(&[u8], &mut Choices<'_>)) {
    let seconds = std::env::var("TSUMUGU_FUZZ_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(2);
    let seeds = corpus(target);
    assert!(!seeds.is_empty(), "{target} has no corpus");
    seeds.iter().for_each(|seed| one(seed, &mut Choices::new(&[])));
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut runs = 0_u64;
    let config = Config { cases: 16, failure_persistence: None, max_shrink_iters: 2_000, ..Config::default() };
    while Instant::now() < end {
        let choices = proptest::collection::vec(any::<u32>(), 1..48);
        let seed = 0..seeds.len();
        let outcome = TestRunner::new(config.clone()).run(&(seed, choices), |(seed, choices)| {
            let seed = seeds.get(seed).ok_or_else(|| TestCaseError::reject("no such file"))?;
            one(seed, &mut Choices::new(&choices));
            Ok(())
        });
        if let Err(error) = outcome {
            panic!("{target}: {error}");
        }
        runs += 16;
    }
    assert!(runs > 0);
    let slowest = slowest::write(target).unwrap_or_default();
    if seconds > 2 {
        use std::io::Write;
        let _ = writeln!(std::io::stderr(), "{target}: {} files, {runs} changed inputs in {seconds} s; {slowest}", seeds.len());
    }
}
