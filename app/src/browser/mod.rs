//! The browser behind the ports. The only place that names `web-sys`.

mod blobs;
mod bounded;
mod clock;
mod device;
mod files;
mod idb;
mod journal;
mod key_values;
mod normalizer;
pub mod picture;
mod speech;
mod tabs;
pub mod takeover;

use std::rc::Rc;

use crate::workspace::device::Ports;

/// The ports of the page this runs in.
#[must_use]
pub fn ports() -> Ports {
    let journal = Rc::new(journal::IdbJournal::default());
    Ports {
        store: store::Ports {
            key_values: Rc::new(key_values::LocalKeyValues::new()),
            journal: journal.clone(),
            blobs: journal,
            clock: Rc::new(clock::SystemClock),
            entropy: Rc::new(clock::SystemEntropy),
            tabs: Rc::new(tabs::BrowserTabs::new()),
            normalizer: Rc::new(normalizer::BrowserNormalizer),
        },
        device: Rc::new(device::BrowserDevice),
    }
}

/// Tells `start.js` when the app has panicked, which then shows what is in the page for that. Only the place in the code is told:
/// the message of a panic may hold what a person wrote.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|at| format!("{}:{}", at.file(), at.line()));
        let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new("tsumugu-stopped")) else { return };
        let _ = js_sys::Reflect::set(&event, &"place".into(), &place.unwrap_or_default().into());
        let _ = window.dispatch_event(&event);
    }));
}
