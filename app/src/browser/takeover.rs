//! Putting the app in the place of the words that the server wrote.

use leptos::prelude::{Effect, Get, Signal};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, HtmlElement, Window};

/// Where `public/theme.js` says whether a finger is down: a function that answers with a promise.
const LIFTED: &str = "tsumuguLifted";

/// Swaps the app in as soon as the signal says so and no finger is down. `build` fills an empty copy of the element.
pub fn when_ready(ready: Signal<bool>, build: impl FnOnce(HtmlElement) + 'static) {
    let mut build = Some(build);
    Effect::new(move |_| {
        if !ready.get() {
            return;
        }
        let Some(build) = build.take() else { return };
        spawn_local(async move {
            let _ = lifted().await;
            let _ = swap(build);
        });
    });
}

/// Waits until no finger is down: what it is on must not go away under it. Not for ever: see `public/theme.js`.
async fn lifted() -> Option<()> {
    let window = web_sys::window()?;
    let function = js_sys::Reflect::get(&window, &LIFTED.into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    let promise = function.call0(&JsValue::NULL).ok()?.dyn_into::<js_sys::Promise>().ok()?;
    JsFuture::from(promise).await.ok().map(drop)
}

/// Builds and swaps in one task. Where the page is scrolled to and which control has the focus stay.
fn swap(build: impl FnOnce(HtmlElement)) -> Option<()> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let old = document.get_element_by_id("app")?;
    let fresh = old.clone_node().ok()?.dyn_into::<HtmlElement>().ok()?;
    build(fresh.clone());
    let focus = focused(&document);
    let scroll = (window.scroll_x().ok()?, window.scroll_y().ok()?);
    old.replace_with_with_node_1(&fresh).ok()?;
    window.scroll_to_with_x_and_y(scroll.0, scroll.1);
    if let Some(element) = focus.and_then(|found| find(&document, &found)) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
    tell(&window)
}

/// How the same control is found again: by its id, or a link by where it leads.
enum Focus {
    Id(String),
    Link(String),
}

fn focused(document: &Document) -> Option<Focus> {
    let element = document.active_element()?;
    if !element.id().is_empty() {
        return Some(Focus::Id(element.id()));
    }
    element.get_attribute("href").map(Focus::Link)
}

fn find(document: &Document, focus: &Focus) -> Option<HtmlElement> {
    let element = match focus {
        Focus::Id(id) => document.get_element_by_id(id),
        Focus::Link(href) => document.query_selector(&format!("a[href=\"{href}\"]")).ok().flatten(),
    };
    element?.dyn_into().ok()
}

/// Tells `public/start.js` that the app stands.
fn tell(window: &Window) -> Option<()> {
    let event = web_sys::Event::new("tsumugu-started").ok()?;
    window.dispatch_event(&event).ok().map(drop)
}
