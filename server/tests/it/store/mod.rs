//! The store behind the API: on a real socket, in a real database.

mod canary;
mod client;
mod conformance;
mod copies;
mod deletion;
mod faults;
mod harness;
mod killed;
mod passcodes;
mod postgres;
mod process;
mod public;
mod story;
mod waiting;
