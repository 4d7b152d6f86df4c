//! Inputs from outside that nobody wrote, at every way in: a backup, a rescue file, a restore code, a sealed envelope, a pending edit, a
//! circle.
//!
//! Each target takes a file of its corpus (`crates/store/corpus/<target>`), changes it at random and, where a checksum guards the
//! content, makes that anew: random bytes alone would never get past it. The property is the same everywhere. What is accepted can be saved,
//! read back equal, backed up, printed, joined and compared; what is refused has a reason and changes nothing; nothing panics.
//!
//! A run takes `TSUMUGU_FUZZ_SECONDS` per target, two seconds in the unit tests (`./dev fuzz` gives it 60). It is driven by proptest, which
//! runs on the stable toolchain and makes a failing input small; such an input is then kept in the corpus. Fuzzers that follow the
//! coverage need a nightly compiler.

mod change;
mod invariants;
mod run;
mod slowest;
mod targets;

use run::run;
