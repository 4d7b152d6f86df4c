//! The record in other people's forms.
pub mod calendar;
