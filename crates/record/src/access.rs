//! Who may see what. Nothing reaches a reader by any other road.
//!
//! * [`Recipient`]: who reads; [`offer`]: what of the plan can be opened to whom at all.
//! * [`Log`]: what the person opened and closed, and what was shown to whom, as events that are only ever added.
//! * [`Grant`]: what one recipient may see; [`Disclosure`]: what they do see. Only [`view`] makes one, and whatever writes for a reader
//!   (a screen for a crew, paper, text, a QR, a share) takes a [`Disclosure`] and no record.
//!
//! Copies for the person's own use (a backup, a restore code) take the record.

mod disclosure;
mod grant;
pub mod log;
pub mod offer;
mod plan;
mod recipient;
mod renumber;
mod view;

pub use disclosure::{Disclosure, PreviousVersion, Subject, View};
pub use grant::{Grant, Scope};
pub use log::{Consent, Disclosed, Event, EventId, EventKind, Log, Terms};
pub use offer::Offer;
pub use plan::together;
pub use recipient::Recipient;
pub use view::view;
