//! How words are made and said, as a reader of another crate meets them.

mod content;
mod saying;
