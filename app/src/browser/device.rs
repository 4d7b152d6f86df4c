//! The screen, the machine and the service worker around the page.

use std::any::Any;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, Window};

use super::{files, speech};
use store::port::Later;

use crate::workspace::device::{Device, FileError, Persistence, Platform};

#[derive(Debug)]
pub struct BrowserDevice;

const MARKER: &str = "tsumugu_had_data";
/// 400 days, the longest that browsers keep a cookie.
const MARKER_AGE: &str = "34560000";

thread_local! {
    /// Makes the browser ask before a page is left. One for all saves: a function given to the browser is never freed.
    static ASK: JsValue = Closure::<dyn Fn(web_sys::Event)>::new(|event: web_sys::Event| event.prevent_default()).into_js_value();
}

fn window() -> Option<Window> {
    web_sys::window()
}

/// A property of an object that `web-sys` has no stable binding for.
fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// Calls a method that answers with a promise, and waits for it.
async fn ask(of: JsValue, method: &str, argument: JsValue) -> Option<JsValue> {
    let function: Function = property(&of, method)?.dyn_into().ok()?;
    let promise: Promise = function.call1(&of, &argument).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

async fn storage(method: &str) -> Persistence {
    let manager = window().and_then(|window| property(&window.navigator(), "storage"));
    let answer = match manager {
        Some(manager) => ask(manager, method, JsValue::UNDEFINED).await,
        None => None,
    };
    match answer.and_then(|answer| answer.as_bool()) {
        Some(true) => Persistence::Granted,
        Some(false) => Persistence::Refused,
        None => Persistence::Unsupported,
    }
}

fn forever(call: Box<dyn Fn()>) -> Function {
    Closure::<dyn Fn()>::new(call).into_js_value().unchecked_into()
}

/// An iPad calls itself a Macintosh; no Macintosh is touched with several fingers.
fn touched() -> bool {
    let points = window().and_then(|window| property(&window.navigator(), "maxTouchPoints"));
    points.and_then(|points| points.as_f64()).is_some_and(|points| points > 1.0)
}

fn user_agent() -> String {
    window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default()
}

impl Device for BrowserDevice {
    fn persist(&self) -> Later<Persistence> {
        Box::pin(storage("persist"))
    }

    fn persistence(&self) -> Later<Persistence> {
        Box::pin(storage("persisted"))
    }

    fn platform(&self) -> Platform {
        let standalone = window().and_then(|window| window.match_media("(display-mode: standalone)").ok().flatten());
        if standalone.is_some_and(|query| query.matches()) {
            return Platform::Installed;
        }
        let agent = user_agent();
        let has = |word: &str| agent.contains(word);
        if has(" Line/") {
            Platform::Line
        } else if ["FBAN", "FBAV", "Instagram", "; wv)"].into_iter().any(has) {
            Platform::InApp
        } else if has("iPhone") || has("iPad") || (has("Macintosh") && touched()) {
            Platform::Iphone
        } else if has("Android") {
            Platform::Android
        } else {
            Platform::Other
        }
    }

    fn apply_theme(&self, name: &str, value: &str) {
        let root = window().and_then(|window| window.document()).and_then(|document| document.document_element());
        if let Some(root) = root {
            let _ = root.set_attribute(&format!("data-{name}"), value);
        }
    }

    fn hand_out(&self, name: &str, mime: &str, bytes: &[u8]) {
        let _ = files::download(name, mime, bytes);
    }

    fn copy(&self, text: &str) -> Later<bool> {
        let text = JsValue::from_str(text);
        Box::pin(async move {
            match window().and_then(|window| property(&window.navigator(), "clipboard")) {
                Some(clipboard) => ask(clipboard, "writeText", text).await.is_some(),
                None => false,
            }
        })
    }

    fn print(&self) {
        if let Some(window) = window() {
            let _ = window.print();
        }
    }

    fn heights(&self, id: &str) -> Vec<f64> {
        let element = window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id(id));
        let mut child = element.and_then(|element| element.first_element_child());
        let mut heights = Vec::new();
        while let Some(element) = child {
            // Not the rounded height: over a page of pieces the halves add up.
            let height = property(&element, "getBoundingClientRect").and_then(|method| method.dyn_into::<Function>().ok());
            let size = height.and_then(|method| method.call0(&element).ok());
            heights.push(size.and_then(|size| property(&size, "height")).and_then(|height| height.as_f64()).unwrap_or(0.0));
            child = element.next_element_sibling();
        }
        heights
    }

    fn keep_awake(&self) -> Later<Option<Box<dyn Any>>> {
        Box::pin(async {
            let lock = property(&window()?.navigator(), "wakeLock")?;
            let sentinel = ask(lock, "request", "screen".into()).await?;
            Some(Box::new(Awake(sentinel)) as Box<dyn Any>)
        })
    }

    fn focus(&self, id: &str) {
        let element = window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id(id));
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
            element.scroll_into_view_with_bool(true);
        }
    }

    fn guard_leaving(&self, on: bool) {
        if let Some(window) = window() {
            ASK.with(|ask| window.set_onbeforeunload(on.then(|| ask.unchecked_ref())));
        }
    }

    fn on_leaving(&self, call: Box<dyn Fn()>) {
        let call = forever(call);
        let Some(window) = window() else { return };
        let _ = window.add_event_listener_with_callback("pagehide", &call);
        // Earlier than `pagehide`: while the next page is being fetched there is time to write.
        let _ = window.add_event_listener_with_callback("beforeunload", &call);
        if let Some(document) = window.document() {
            let _ = document.add_event_listener_with_callback("visibilitychange", &call);
        }
    }

    fn on_update(&self, call: Box<dyn Fn()>) {
        // start.js registers the worker. It says on the window when a new release is waiting, and on the document that it was.
        let Some(window) = window() else { return };
        let root = window.document().and_then(|document| document.document_element());
        if root.is_some_and(|root| root.has_attribute("data-update")) {
            call();
        }
        let _ = window.add_event_listener_with_callback("tsumugu-update", &forever(call));
    }

    fn take_update(&self) {
        if let Some(window) = window()
            && let Ok(event) = web_sys::Event::new("tsumugu-take-over")
        {
            let _ = window.dispatch_event(&event);
        }
    }

    fn chosen_file(&self, field: &str, limit: u32) -> Later<Result<Vec<u8>, FileError>> {
        let field = field.to_owned();
        Box::pin(async move { files::chosen(&field, limit).await })
    }

    fn take_fragment(&self) -> Option<String> {
        let window = window()?;
        let hash = window.location().hash().ok().filter(|hash| hash.len() > 1)?;
        let path = window.location().pathname().ok()?;
        let _ = window.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&path));
        hash.strip_prefix('#').map(str::to_owned)
    }

    fn path(&self) -> String {
        window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
    }

    fn origin(&self) -> String {
        window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
    }

    fn public_file(&self, path: &str) -> Later<Option<String>> {
        let path = path.to_owned();
        Box::pin(async move {
            let answer = JsFuture::from(window()?.fetch_with_str(&path)).await.ok()?;
            ask(answer, "text", JsValue::UNDEFINED).await?.as_string()
        })
    }

    fn had_data(&self) -> bool {
        cookie().is_some_and(|cookies| cookies.contains(MARKER))
    }

    fn mark_data(&self, had: bool) {
        let age = if had { MARKER_AGE } else { "0" };
        let document = window().and_then(|window| window.document()).map(JsValue::from);
        if let Some(document) = document {
            // Where the app came by https, the cookie goes by nothing else. Browsers refuse `Secure` over plain http, where one tries it out.
            let https = window().is_some_and(|window| window.location().protocol().is_ok_and(|protocol| protocol == "https:"));
            let secure = if https { "; Secure" } else { "" };
            let line = format!("{MARKER}=1; Max-Age={age}; Path=/; SameSite=Strict{secure}");
            let _ = Reflect::set(&document, &"cookie".into(), &line.into());
        }
    }

    fn reload_at(&self, path: &str) {
        if let Some(window) = window() {
            let _ = window.location().assign(path);
        }
    }

    fn can_speak(&self) -> bool {
        speech::able()
    }

    fn speak(&self, text: &str, language: &str, end: Box<dyn Fn()>) {
        speech::speak(text, language, end);
    }

    fn stop_speaking(&self) {
        speech::stop_speaking();
    }
}

fn cookie() -> Option<String> {
    property(&JsValue::from(window()?.document()?), "cookie")?.as_string()
}

/// Keeps the screen on until it is dropped.
struct Awake(JsValue);

impl Drop for Awake {
    fn drop(&mut self) {
        let release = property(&self.0, "release").and_then(|release| release.dyn_into::<Function>().ok());
        if let Some(release) = release {
            let _ = release.call0(&self.0);
        }
    }
}
