//! The plan, as a wasm file of its own.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called once by `public/start.js` after the module is loaded.
#[wasm_bindgen]
pub fn start() {
    app::start(app::PLANNING);
}
