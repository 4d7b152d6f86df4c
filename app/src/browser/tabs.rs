//! The other tabs: a Web Lock for the one that writes, a BroadcastChannel for what it wrote.

use std::any::Any;

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent};

use super::bounded::{Waiting, within_bound};
use store::port::{Later, Tabs};

#[wasm_bindgen]
extern "C" {
    type Locks;

    #[wasm_bindgen(method)]
    fn request(this: &Locks, name: &str, callback: &Function) -> Request;

    type Request;

    #[wasm_bindgen(method, js_name = catch)]
    fn refused(this: &Request, call: &Function) -> Promise;
}

const CHANNEL: &str = "tsumugu";
const LOCK: &str = "tsumugu.writer";

/// Tabs of this browser with the same origin. Where a browser lacks a part, the compare-and-set of the journal still holds.
#[derive(Debug)]
pub struct BrowserTabs {
    channel: Option<BroadcastChannel>,
}

impl BrowserTabs {
    pub fn new() -> BrowserTabs {
        BrowserTabs { channel: BroadcastChannel::new(CHANNEL).ok() }
    }
}

/// Releases the Web Lock when it is dropped.
struct LockGuard(Function);

impl Drop for LockGuard {
    fn drop(&mut self) {
        let _ = self.0.call0(&JsValue::NULL);
    }
}

fn locks() -> Option<Locks> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let locks = js_sys::Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}

impl Tabs for BrowserTabs {
    fn writer(&self) -> Later<Box<dyn Any>> {
        Box::pin(async {
            let Some(locks) = locks() else { return Box::new(()) as Box<dyn Any> };
            let waiting = Waiting::default();
            let granted = Promise::new(&mut |resolve, reject| {
                let waited_for = waiting.watch();
                let hold = Closure::once_into_js(move |_lock: JsValue| {
                    if !waited_for() {
                        // Too late: let go at once.
                        return Promise::resolve(&JsValue::NULL);
                    }
                    Promise::new(&mut |release, _| {
                        let _ = resolve.call1(&JsValue::NULL, &release);
                    })
                });
                // Where a person has switched storage off, locks are refused as well; and a tab that sleeps may never let go of its own.
                // The save goes on without the lock then: the journal's own comparison keeps it from writing over anything.
                let _ = locks.request(LOCK, hold.unchecked_ref()).refused(&reject);
            });
            match within_bound(JsFuture::from(granted)).await {
                Some(Ok(release)) => Box::new(LockGuard(release.unchecked_into())),
                Some(Err(_)) | None => Box::new(()),
            }
        })
    }

    fn announce(&self, record: Option<&str>) {
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&record.map_or(JsValue::NULL, JsValue::from_str));
        }
    }

    fn listen(&self, heard: Box<dyn Fn(Option<String>)>) {
        if let Some(channel) = &self.channel {
            let call = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| heard(event.data().as_string()));
            channel.set_onmessage(Some(call.into_js_value().unchecked_ref()));
        }
    }
}
