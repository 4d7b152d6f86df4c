//! What Tsumugu keeps about one person, and what can be said about it without a browser or a server.
//!
//! * [`Record`]: all we keep about one person; [`Card`]: the emergency card in it.
//! * [`catalogue`]: which sections and fields a card has, in which order they are asked.
//! * [`Plan`]: what the person would want (人生会議), its versions and talks; [`plan`] has its questions.
//! * [`check`]: remarks on a card (never an error: an unfinished form is a normal form).
//! * [`Path`]: where an answer stands, and reading and writing a record through it.
//! * [`diff`], [`merge`], [`access`]: what changed, how two edits become one, what a reader may see.
//! * [`matching`]: whether two records are about the same person, and which entries are the same.
//! * [`stored`]: the JSON that is written to disk and read back for ever.
//! * [`picture`]: what a picture is called; its bytes are kept elsewhere.
//! * [`era`], [`phone`], [`postal`], [`kana`]: Japanese dates, numbers and readings.
//!
//! Invariants:
//! * This crate knows no clock, no randomness, no browser, no server and no key: times and ids come in from outside.
//! * *Untouched*, *none* (なし), *unknown* (不明) and *listed* are four different things and are never folded into each other.
//! * Data written by a newer release passes through an older one unharmed (`extra` maps, [`Answer::Other`]).

pub mod access;
mod answer;
mod card;
pub mod catalogue;
pub mod change_counters;
pub mod check;
mod conflict;
pub mod diff;
pub mod edit;
pub mod era;
mod json;
pub mod kana;
pub mod matching;
pub mod merge;
pub mod path;
pub mod phone;
pub mod picture;
pub mod plan;
pub mod postal;
mod resolve;
pub mod sample;
mod stamp;
mod stamps;
pub mod stored;
pub mod unknown_data;

pub use answer::Answer;
pub use card::{Answers, Card, Confirmed, Field, Fields, Item, ItemId, Known, Record, RecordId, SectionData};
pub use catalogue::{FieldId, Section};
pub use conflict::{Conflict, Sides};
pub use path::{Path, Root};
pub use plan::Plan;
pub use resolve::Resolution;
pub use stamp::{Author, Day, Moment, Stamp};
