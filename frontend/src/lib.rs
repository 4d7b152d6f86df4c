//! The wasm entry point: starts the interface in a page that the server has rendered.
//!
//! This file holds all pages, as `cargo leptos watch` wants it. With the feature `daily` it holds the first bundle only; the other
//! bundles (`app::routes::Bundle`) stand beside it in `bundles/`, each as an example of this package: that is how cargo builds several
//! cdylibs of one package at the same time.

use wasm_bindgen::prelude::wasm_bindgen;

const PAGES: app::Pages = if cfg!(feature = "daily") { app::DAILY } else { app::EVERY };

/// Called once by `public/start.js` after the module is loaded.
#[wasm_bindgen]
pub fn start() {
    app::start(PAGES);
}
