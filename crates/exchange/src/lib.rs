//! The record in other people's forms: words to paste, a QR on paper, the restore code of the printed sheet, a calendar entry.
//!
//! Invariants:
//! * Everything that is made for others to read comes out of [`record::access::view`]: who sees what is decided there.
//! * The words of labels and options live with the interface; they come in from outside.
//! * A restore code that was printed once is read for ever.
pub mod calendar;
pub mod facts;
pub mod qr;
pub mod restore;
pub mod text;
