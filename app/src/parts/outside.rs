//! LINE and other apps show pages in a browser of their own that keeps nothing reliably: said where one begins and where one writes.

use leptos::prelude::*;

use super::words::{lang, rich};
use crate::{
    routes::Page,
    workspace::{device::Platform, workspace},
};
use words::home as text;

/// The note with the way out; nothing in a browser of its own.
#[must_use]
pub fn outside() -> AnyView {
    let workspace = workspace();
    let note = move || {
        let place = workspace.with(|ports| ports.device.platform());
        let (to, word) = match place {
            Some(Platform::Line) => (format!("{}?openExternalBrowser=1", Page::Home.path(lang())), text::OPEN_OUTSIDE),
            // Only the app's own menu leads out: a link would load the page again.
            Some(Platform::InApp) => (format!("{}#install-line", Page::Help.path(lang())), text::OPEN_STEPS),
            _ => return None,
        };
        Some(view! {
            <section class="t-note">
                <p>{rich(text::IN_APP)}</p>
                <a class="t-small" rel="external" href=to>{rich(word)}</a>
            </section>
        })
    };
    note.into_any()
}
