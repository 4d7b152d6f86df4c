//! Other implementations, alive: what we write they open, what they write we open, in numbers that no frozen file has.
//!
//! The scripts stand in `end2end/foreign`. `./dev unit` fetches what they need (npm's `jose` and `@hpke/core`, Python's `jwcrypto`) before it
//! runs the tests; without them these tests fail and say so.

mod files;
mod sealed;

use serde_json::Value;
use std::{
    env,
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
};

/// Another implementation.
struct Foreign {
    program: PathBuf,
    script: &'static str,
}

impl Foreign {
    fn node() -> Foreign {
        Foreign { program: PathBuf::from("node"), script: "seal.mjs" }
    }

    /// The Python that `./dev unit` has put `jwcrypto` beside.
    fn python() -> Foreign {
        let home = || PathBuf::from(env::var_os("HOME").expect("no home")).join(".cache");
        let cache = env::var_os("XDG_CACHE_HOME").map_or_else(home, PathBuf::from).join("tsumugu");
        let cache = env::var_os("TSUMUGU_CACHE").map_or(cache, PathBuf::from);
        Foreign { program: cache.join("jwcrypto-1.6.1/bin/python"), script: "seal.py" }
    }

    /// Has jobs done, all in one process, and gives their results in the same order.
    fn run(&self, jobs: Vec<Value>) -> Vec<Value> {
        let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../end2end/foreign").join(self.script);
        let missing = "the other implementations are not here: run ./dev unit once";
        let mut child = Command::new(&self.program).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect(missing);
        let mut input = child.stdin.take().unwrap();
        let asked = jobs.len();
        let writing = std::thread::spawn(move || input.write_all(Value::Array(jobs).to_string().as_bytes()));
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success() && writing.join().unwrap().is_ok(), "{missing}");
        let results: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(results.len(), asked);
        results
    }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn array<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.next() as u8)
    }

    /// Up to 4 kB, every hundredth 100 kB. Never empty: jwcrypto takes an empty ciphertext for a missing one.
    fn content(&mut self, at: usize) -> Vec<u8> {
        let length = if at.is_multiple_of(100) { 100_000 } else { 1 + self.next() % 4_000 };
        (0..length).map(|_| self.next() as u8).collect()
    }
}
