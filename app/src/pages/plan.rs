//! The plan (人生会議): one file for each of its pages, wiring only.

mod aloud;
mod compare;
mod feelings;
mod heard;
mod home;
mod keep;
mod newest;
mod opened;
mod past;
mod path;
mod question;
mod remind;
mod rows;
mod scenes;
mod sheets;
mod signature;
mod talks;
mod timeline;
mod together;
pub(super) mod written;

pub(super) use self::{
    home::home, keep::keep, opened::opened, past::past, question::question, sheets::sheets, talks::talks, together::together,
};
