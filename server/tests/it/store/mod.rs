//! The store behind the API: on a real socket, in a real database.

mod client;
mod conformance;
mod harness;
mod story;
