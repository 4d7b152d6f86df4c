//! The Leptos interface: pages, parts, words and the state of the open folder.
//!
//! `pages` → `parts`, `text`, `state`; `state` → record, exchange, seal, `port`; `browser` implements `port`.
//! Only `state` seals, opens, saves and joins. On the server nothing of a person exists: every page renders the same for everybody.

#![recursion_limit = "256"]

#[cfg(feature = "hydrate")]
mod browser;
mod layout;
mod pages;
mod parts;
mod port;
pub mod routes;
pub mod shell;
mod state;
pub mod text;

use leptos::prelude::*;
use leptos_router::{components::Router, hooks::use_location};

use port::Ports;
use routes::Page;
use state::{Folder, folder};
use text::Lang;

/// The whole app for the document of one language.
#[must_use]
pub fn app(ports: Option<Ports>, lang: Lang) -> impl IntoView {
    provide_context(Folder::new(ports));
    provide_context(lang);
    view! {
        <Router>
            <Body />
        </Router>
    }
}

#[component]
fn Body() -> impl IntoView {
    let path = use_location().pathname;
    let lang = parts::words::lang();
    let here = Memo::new(move |_| Page::at(&path.get()).map(|(_, page)| page));
    let folder = folder();
    Effect::new(move |before: Option<Option<Page>>| {
        let page = here.get();
        match (before, page) {
            (None, _) => folder.start(),
            (Some(_), Some(page)) => {
                // Words typed a moment ago are written before anything else happens.
                folder.flush();
                layout::arrived(page, lang);
            }
            (Some(_), None) => {}
        }
        page
    });
    move || layout::layout(here.get().unwrap_or(Page::Home))
}

/// Starts the app in the page that the server has rendered.
#[cfg(feature = "hydrate")]
pub fn hydrate() {
    let ports = browser::ports();
    let english = ports.device.path().starts_with("/en");
    let lang = if english { Lang::En } else { Lang::Ja };
    hydrate_body(move || app(Some(ports), lang));
}
