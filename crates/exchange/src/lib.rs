//! The record in other people's forms: words to paste, a QR on paper, the restore code of the printed sheet, a calendar entry.
//!
//! Invariants:
//! * Everything that is made for others to read takes a [`record::access::Disclosure`]: who sees what is decided there.
//! * It has no words of its own: they come from `words`.
//! * A restore code that was printed once is read for ever.
pub mod calendar;
pub mod qr;
pub mod restore;
pub mod text;
