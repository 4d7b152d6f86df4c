//! The Leptos interface: pages, parts, words and the state of the open folder.
//!
//! `pages` → `parts`, `text`, `state`; `state` → record, exchange, seal, `port`; `browser` implements `port`.
//! Only `state` seals, opens, saves and joins. On the server nothing of a person exists: every page renders the same for everybody.

#[cfg(feature = "hydrate")]
mod browser;
mod dom;
mod layout;
mod pages;
mod parts;
mod port;
pub mod routes;
#[cfg(feature = "ssr")]
pub mod shell;
mod state;
pub mod text;

use leptos::prelude::*;
use leptos_router::{
    components::{Router, RouterProps},
    hooks::use_location,
};

use dom::{IntoNode, Node};
use port::Ports;
use routes::Page;
use state::{Folder, folder};
use text::Lang;

/// The whole app for the document of one language.
fn app(ports: Option<Ports>, lang: Lang) -> Node {
    provide_context(Folder::new(ports));
    provide_context(lang);
    // The router gives us the location and takes over links; the pages under it are chosen by `routes::Page`.
    let _contexts = Router(RouterProps::builder().children(ToChildren::to_children(|| ())).build());
    body(lang)
}

fn body(lang: Lang) -> Node {
    let path = use_location().pathname;
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
    (move || layout::layout(here.get().unwrap_or(Page::Home))).into_node()
}

/// The body of a page as the server writes it: the same for everybody.
#[cfg(feature = "ssr")]
fn body_html(lang: Lang) -> String {
    let mut html = String::new();
    app(None, lang).html(&mut html);
    html
}

/// Starts the app in the page that the server has rendered.
#[cfg(feature = "hydrate")]
pub fn hydrate() {
    // Already running only if this is called twice, and then nothing is left to do.
    if any_spawner::Executor::init_wasm_bindgen().is_err() {
        return;
    }
    let ports = browser::ports();
    let english = ports.device.path().starts_with("/en");
    let lang = if english { Lang::En } else { Lang::Ja };
    let owner = Owner::new();
    if let Some(body) = document().body() {
        owner.with(|| dom::take_over(&body, app(Some(ports), lang)));
    }
    // The page ends with the document.
    std::mem::forget(owner);
}
