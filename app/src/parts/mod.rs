//! Building blocks of the pages. They get finished words and signals; they keep nothing themselves.

pub mod choice;
pub mod day;
pub mod field;
pub mod focus;
pub mod form;
pub mod frame;
#[cfg(test)]
pub mod html;
pub mod icon;
pub mod label;
pub mod list;
pub mod minute;
pub mod names;
pub mod outside;
pub mod passphrase;
pub mod photo;
pub mod plan;
pub mod postal;
pub mod remarks;
pub mod storage;
pub mod summary;
pub mod typed;
pub mod wanted;
pub mod words;
