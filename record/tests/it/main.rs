//! What the domain promises, over generated records and over tables of known cases. One binary, one module for each promise.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that meets something else must stop")]

mod any;
mod checks;
mod eras;
mod history;
mod merging;
mod numbers;
mod old;
mod postals;
mod storing;
mod viewing;
