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
use leptos_meta::{Html, provide_meta_context};
use leptos_router::{
    any_nested_route::AnyNestedRoute,
    components::{FlatRoutes, Router},
    hooks::use_location,
};

use parts::{names::Names, photo::Photo, plan::names::PlanNames};
use routes::Page;
pub use words::Lang;
use workspace::Workspace;

/// The pages that a wasm file holds, and what its fields are called.
#[derive(Clone, Copy, Debug)]
pub struct Pages {
    routes: fn() -> AnyNestedRoute,
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

const fn pages(routes: fn() -> AnyNestedRoute) -> Pages {
    Pages { routes, names: None, photo: None }
}

const fn with_plan(routes: fn() -> AnyNestedRoute) -> Pages {
    Pages { routes, names: Some(&PlanNames), photo: Some(PHOTO) }
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
    provide_meta_context();
    provide_context(workspace);
    provide_context(lang);
    if let Some(names) = pages.names {
        provide_context(names);
    }
    if let Some(photo) = pages.photo {
        provide_context(photo);
    }
    view! {
        <Html {..} lang=lang.code() />
        <Router base=routes::base(lang)>
            <Body routes=pages.routes />
        </Router>
    }
}

/// The page at the address.
#[component]
fn Body(routes: fn() -> AnyNestedRoute) -> impl IntoView {
    // A document keeps to the pages of one bundle for its whole life.
    provide_context(Page::at(&use_location().pathname.get_untracked()).map_or(Page::Home, |(_, page)| page).bundle());
    layout::follow_address();
    view! {
        <FlatRoutes fallback=layout::elsewhere>
            <Routes of=routes />
        </FlatRoutes>
    }
}

/// The routes of a bundle, as a component: that is how `FlatRoutes` takes them.
#[component(transparent)]
fn Routes(of: fn() -> AnyNestedRoute) -> AnyNestedRoute {
    of()
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
