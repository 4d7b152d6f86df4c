//! The Leptos interface: pages, parts, words and the state of the open folder.

#![recursion_limit = "256"]

mod layout;
mod pages;
mod parts;
pub mod routes;
pub mod shell;
pub mod text;

use leptos::prelude::*;
use leptos_router::{components::Router, hooks::use_location};

use routes::Page;

/// The whole app in one page. Renders the same on the server and during hydration; nothing private until an effect has run.
#[component]
pub fn App() -> impl IntoView {
    view! {
        <Router>
            <Body />
        </Router>
    }
}

#[component]
fn Body() -> impl IntoView {
    let path = use_location().pathname;
    let here = Memo::new(move |_| Page::at(&path.get()));
    view! { <main id="main">{move || format!("{:?}", here.get())}<a href="/card">"card"</a></main> }
}

/// Starts the app in the page that the server has rendered.
#[cfg(feature = "hydrate")]
pub fn hydrate() {
    leptos::mount::hydrate_body(App);
}
