//! The server from outside: requests in, answers out, without a socket where none is needed.
//!
//! Runs on a small site made in a temporary folder from the real `public/`, and on `target/site` too when it has been built.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop and say where")]

mod site;

mod caching;
mod headers;
mod pages;
mod sockets;
mod worker;
