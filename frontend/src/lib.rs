//! The wasm entry point: starts the interface in a page that the server has rendered.
//!
//! Built once for each bundle, with the feature of that name; without a feature it holds all pages, as `cargo leptos watch` wants it.

use wasm_bindgen::prelude::wasm_bindgen;

const PAGES: app::Pages = if cfg!(feature = "daily") {
    app::DAILY
} else if cfg!(feature = "emergency") {
    app::EMERGENCY
} else if cfg!(feature = "writing") {
    app::WRITING
} else if cfg!(feature = "keeping") {
    app::KEEPING
} else {
    app::EVERY
};

/// Called once by `public/start.js` after the module is loaded.
#[wasm_bindgen]
pub fn hydrate() {
    app::hydrate(PAGES);
}
