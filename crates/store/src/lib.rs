//! Keeping records: revisions over ports, without an interface and without a browser.
//!
//! * [`port`]: what is needed from the outside, as small traits, and their twins in memory.
//! * [`open`]: reads everything when the app starts; [`repository`]: loads, saves and repairs; [`revision`]: one row of the journal;
//!   [`ancestry`]: which revision comes from which.
//! * [`pictures`]: what a record names and does not hold.
//! * [`retention`]: which old revisions stay; [`circle`]: what several devices last agreed on; [`pending`]: words typed a moment before a
//!   page went away.
//! * [`intake`]: the one way in for everything from outside; [`backup`], [`import`], [`restore`]: ways out and in; [`erase`]: removing, and
//!   the way back.
//! * [`settings`], [`bookmark`], [`review`], [`event`]: small things beside the records, in the key-value store.
//!
//! Invariants:
//! * Nothing is called saved before the journal's strict transaction has completed.
//! * What cannot be read is never deleted and never written over.
//! * No interface, no browser, no words for people.

pub mod ancestry;
pub mod backup;
pub mod bookmark;
pub mod circle;
pub mod erase;
mod erasure_note;
pub mod event;
pub mod identity;
pub mod import;
pub mod intake;
mod opening;
pub mod pending;
pub mod pictures;
pub mod port;
pub mod repository;
pub mod restore;
pub mod retention;
pub mod review;
pub mod revision;
pub mod settings;

#[cfg(test)]
mod frozen;
#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod histories;
#[cfg(test)]
mod proof;

pub use opening::open;
pub use port::{JournalError, Ports};
pub use repository::{Loaded, Notice, SaveOutcome, StoredRecord};
pub use revision::Cause;
