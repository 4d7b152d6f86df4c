//! The wasm entry point: starts the interface in a page that the server has rendered.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called once by `public/start.js` after the module is loaded.
#[wasm_bindgen]
pub fn hydrate() {
    app::hydrate();
}
