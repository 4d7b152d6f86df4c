//! The server from outside: requests in, answers out, without a socket where none is needed.
//!
//! Runs on a small site rendered in a temporary folder from the real `public/`, and on `target/site` too when it has been rendered.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop and say where")]

mod site;

mod attacks;
mod caching;
mod command;
mod endpoints;
mod headers;
mod pages;
mod policy;
mod rendering;
mod sockets;
mod store;
mod worker;
