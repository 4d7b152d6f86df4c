//! The plan (人生会議): one file for each of its pages, wiring only.

use leptos::prelude::*;
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

use crate::routes::Page;

/// A page of the plan.
#[must_use]
pub fn page(page: Page) -> Option<AnyView> {
    Some(match page {
        Page::Plan => home::home(),
        Page::Question(question) => question::question(question),
        Page::Keep => keep::keep(),
        Page::Past => past::past(),
        Page::Talks => talks::talks(),
        Page::Together => together::together(),
        Page::Opened => opened::opened(),
        Page::Sheets => sheets::sheets(),
        _ => return None,
    })
}
