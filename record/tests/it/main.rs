//! What the domain promises, over generated records and over tables of known cases. One binary, one module for each promise.

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
