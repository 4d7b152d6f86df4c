//! The Leptos interface: pages, parts, words and the state of the open folder.
//!
//! `pages` → `parts`, `text`, `workspace`; `workspace` has signals over `store`; `browser` implements the ports of `store` and the device.
//! Only `store` seals, opens, saves and joins. On the server nothing of a person exists: every page renders the same for everybody.

#![cfg_attr(
    not(feature = "hydrate"),
    allow(dead_code, reason = "what a browser alone constructs and calls stands here for the server as well, and is not reached there")
)]

#[cfg(feature = "hydrate")]
mod browser;
mod dom;
mod layout;
mod pages;
mod parts;
pub mod routes;
#[cfg(feature = "ssr")]
pub mod shell;
pub mod text;
mod workspace;

use std::time::Duration;

use leptos::prelude::*;
use leptos_router::{
    components::{Router, RouterProps},
    hooks::use_location,
    location::{BrowserUrl, LocationProvider},
};

use dom::{IntoNode, Node};
use parts::{names::Names, photo::Picture, plan::names::PLAN};
use routes::Page;

use text::Lang;
use workspace::{Folder, device::Ports, folder};

/// The pages that a wasm file holds, the titles of its documents, and what its fields are called.
#[derive(Clone, Copy, Debug)]
pub struct Pages {
    page: fn(Page) -> Option<Node>,
    title: fn(Page, Lang) -> String,
    /// The plan's words where its pages are; elsewhere the card's, which a bundle without fields does not carry.
    names: Option<Names>,
    /// How a photo is read, where there is a field for one.
    picture: Option<Picture>,
}

#[cfg(feature = "hydrate")]
const PICTURE: Option<Picture> = Some(Picture(browser::picture::chosen));
#[cfg(not(feature = "hydrate"))]
const PICTURE: Option<Picture> = None;

const fn pages(page: fn(Page) -> Option<Node>) -> Pages {
    Pages { page, title: text::pages::title, names: None, picture: None }
}

const fn with_plan(page: fn(Page) -> Option<Node>) -> Pages {
    Pages { page, title: text::pages::title_of_plan, names: Some(PLAN), picture: PICTURE }
}

/// What is needed first.
pub const DAILY: Pages = pages(pages::daily);
/// For the crew and for 119.
pub const EMERGENCY: Pages = pages(pages::emergency);
/// Help, and how the app is set.
pub const READING: Pages = pages(pages::reading);
/// Filling in and looking through.
pub const WRITING: Pages = pages(pages::writing);
/// Paper, files and earlier versions.
pub const KEEPING: Pages = pages(pages::keeping);
/// The plan.
pub const PLANNING: Pages = with_plan(pages::planning);
/// All pages, for a build that is not split.
pub const EVERY: Pages = with_plan(pages::every);

/// How long the first frame may take before the journal is opened.
const FIRST_FRAME: Duration = Duration::from_millis(50);

/// The whole app for the document of one language.
fn app(ports: Option<Ports>, lang: Lang, pages: Pages) -> Node {
    provide_context(Folder::new(ports));
    provide_context(lang);
    if let Some(names) = pages.names {
        provide_context(names);
    }
    if let Some(picture) = pages.picture {
        provide_context(picture);
    }
    // The router gives us the location and takes over links; the pages under it are chosen by `routes::Page`.
    let _contexts = Router(RouterProps::builder().children(ToChildren::to_children(|| ())).build());
    body(lang, pages)
}

fn body(lang: Lang, pages: Pages) -> Node {
    let path = use_location().pathname;
    let here = Memo::new(move |_| Page::at(&path.get()).map(|(_, page)| page));
    // A document keeps to the pages of one bundle for its whole life.
    provide_context(here.get_untracked().unwrap_or(Page::Home).bundle());
    let folder = folder();
    let address = use_context::<BrowserUrl>();
    Effect::new(move |before: Option<Option<Page>>| {
        let page = here.get();
        // The router writes the address and the history only when somebody says that the page stands; its own routes would do it.
        if let Some(address) = &address {
            address.ready_to_complete();
        }
        match (before, page) {
            (None, _) => {
                folder.start();
                // The card from the mirror is on the screen before the journal is even opened; without one, nobody waits.
                let wait = if folder.ready.get_untracked() { FIRST_FRAME } else { Duration::ZERO };
                set_timeout(move || folder.verify(), wait);
            }
            (Some(_), Some(page)) => {
                // Words typed a moment ago are written before anything else happens.
                folder.flush();
                layout::arrived(&(pages.title)(page, lang));
            }
            (Some(_), None) => {}
        }
        page
    });
    let content = move || {
        let page = here.get().unwrap_or(Page::Home);
        // Reached by going back in time only: the address is right, the document is not.
        let content = (pages.page)(page).unwrap_or_else(|| {
            folder.with(|ports| ports.device.reload_at(&page.path(lang)));
            ().into_node()
        });
        layout::layout(page, content)
    };
    content.into_node()
}

/// The body of a page as the server writes it: the same for everybody.
#[cfg(feature = "ssr")]
fn body_html(lang: Lang) -> String {
    let mut html = String::new();
    app(None, lang, EVERY).html(&mut html);
    html
}

/// Starts the app, with the pages of one bundle, in the page that the server has rendered.
#[cfg(feature = "hydrate")]
pub fn hydrate(pages: Pages) {
    // Already running only if this is called twice, and then nothing is left to do.
    if any_spawner::Executor::init_wasm_bindgen().is_err() {
        return;
    }
    browser::report_panics();
    let ports = browser::ports();
    let english = ports.device.path().starts_with("/en");
    let lang = if english { Lang::En } else { Lang::Ja };
    let owner = Owner::new();
    if let Some(place) = document().get_element_by_id("app") {
        owner.with(|| dom::take_over(&place, app(Some(ports), lang, pages)));
    }
    // The page ends with the document.
    std::mem::forget(owner);
}
