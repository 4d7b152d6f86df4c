//! The Leptos interface: pages, parts, words and the state of the open workspace.
//!
//! `pages` → `parts`, `workspace`; `titles` and `routes` name the pages; `workspace` has signals over `store`; `browser` implements the ports of `store` and the device.
//! Only `store` seals, opens, saves and joins. On the server nothing of a person exists: every page renders the same for everybody.
//! In the browser the app is mounted over those words, not hydrated: see [`start`].

#[cfg(feature = "csr")]
mod browser;
mod layout;
mod pages;
mod parts;
pub mod routes;
#[cfg(feature = "ssr")]
pub mod shell;
pub mod titles;
mod workspace;

#[cfg(feature = "csr")]
use std::{mem, time::Duration};

use leptos::prelude::*;
use leptos_router::{
    components::Router,
    hooks::use_location,
    location::{BrowserUrl, LocationProvider},
};

use parts::{names::Names, photo::Photo, plan::names::PlanNames};
use routes::Page;
pub use words::Lang;
use workspace::{Workspace, workspace};

/// The pages that a wasm file holds, the titles of its documents, and what its fields are called.
#[derive(Clone, Copy, Debug)]
pub struct Pages {
    page: fn(Page) -> Option<AnyView>,
    title: fn(Page, Lang) -> String,
    /// The plan's words where its pages are; elsewhere the card's, which a bundle without fields does not carry.
    names: Option<&'static dyn Names>,
    /// The field of a photo, where there is one.
    photo: Option<Photo>,
}

#[cfg(feature = "csr")]
const CHOSEN: Option<parts::photo::Chosen> = Some(browser::picture::chosen);
#[cfg(not(feature = "csr"))]
const CHOSEN: Option<parts::photo::Chosen> = None;
const PHOTO: Photo = Photo { chosen: CHOSEN, field: parts::photo::photo };

const fn pages(page: fn(Page) -> Option<AnyView>) -> Pages {
    Pages { page, title: titles::title, names: None, photo: None }
}

const fn with_plan(page: fn(Page) -> Option<AnyView>) -> Pages {
    Pages { page, title: titles::title_of_plan, names: Some(&PlanNames), photo: Some(PHOTO) }
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
#[cfg(feature = "csr")]
const FIRST_FRAME: Duration = Duration::from_millis(50);

/// The whole app for the document of one language.
#[component]
fn App(workspace: Workspace, lang: Lang, pages: Pages) -> impl IntoView {
    provide_context(workspace);
    provide_context(lang);
    if let Some(names) = pages.names {
        provide_context(names);
    }
    if let Some(photo) = pages.photo {
        provide_context(photo);
    }
    view! {
        <Router>
            <Body lang=lang pages=pages />
        </Router>
    }
}

/// The page at the address. The router gives the location and takes over links.
#[component]
fn Body(lang: Lang, pages: Pages) -> impl IntoView {
    let path = use_location().pathname;
    let here = Memo::new(move |_| Page::at(&path.get()).map(|(_, page)| page));
    // A document keeps to the pages of one bundle for its whole life.
    provide_context(here.get_untracked().unwrap_or(Page::Home).bundle());
    let workspace = workspace();
    let address = use_context::<BrowserUrl>();
    Effect::new(move |before: Option<Option<Page>>| {
        let page = here.get();
        // The router writes the address and the history only when somebody says that the page stands; its own routes would do it.
        if let Some(address) = &address {
            address.ready_to_complete();
        }
        if let (Some(_), Some(page)) = (before, page) {
            // Words typed a moment ago are written before anything else happens.
            workspace.flush();
            layout::arrived(&(pages.title)(page, lang));
        }
        page
    });
    let content = move |page: Page| {
        // Reached by going back in time only: the address is right, the document is not.
        let content = (pages.page)(page).unwrap_or_else(|| {
            workspace.with(|ports| ports.device.reload_at(&page.path(lang)));
            ().into_any()
        });
        layout::layout(page, content)
    };
    // A page is made anew and never patched into the next one: a browser that translates has put other nodes in the place of its words,
    // and words that it has put there would stay.
    view! { <For each=move || [here.get().unwrap_or(Page::Home)] key=move |page| page.path(lang) children=content /> }
}

/// The body of a page as the server writes it: the same for everybody.
#[cfg(feature = "ssr")]
fn body(lang: Lang) -> impl IntoView {
    view! { <App workspace=Workspace::new(None) lang=lang pages=EVERY /> }
}

/// Starts the app, with the pages of one bundle, in the page that the server has rendered.
///
/// The words of the server stand until the records of this device are known. Then the app is built into an empty copy of `#app`, which
/// takes the place of the first one in the same task: no frame is without content, and nothing has to fit what the server wrote.
#[cfg(feature = "csr")]
pub fn start(pages: Pages) {
    // Already running only if this is called twice, and then nothing is left to do.
    if any_spawner::Executor::init_wasm_bindgen().is_err() {
        return;
    }
    browser::report_panics();
    let ports = browser::ports();
    let path = ports.device.path();
    let lang = if path.starts_with("/en") { Lang::En } else { Lang::Ja };
    let coded = matches!(Page::at(&path), Some((_, Page::Restore)));
    let owner = Owner::new();
    owner.with(|| {
        let workspace = Workspace::new(Some(ports));
        workspace.start();
        // The card from the mirror is on the screen before the journal is even opened; without one, nobody waits.
        let wait = if workspace.ready.get_untracked() { FIRST_FRAME } else { Duration::ZERO };
        set_timeout(move || workspace.verify(), wait);
        // A code in the address is taken out of it at once, whatever the journal does.
        let ready = Signal::derive(move || coded || workspace.ready.get());
        browser::takeover::when_ready(ready, move |place| {
            mount_to(place, move || view! { <App workspace=workspace lang=lang pages=pages /> }).forget();
        });
    });
    // The page ends with the document.
    mem::forget(owner);
}
