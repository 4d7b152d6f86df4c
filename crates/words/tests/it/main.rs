//! How words are made and said, as a reader of another crate meets them.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod content;
mod saying;
