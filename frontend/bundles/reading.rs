//! The pages of help, and of how the app is set, as a wasm file of their own.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called once by `public/start.js` after the module is loaded.
#[wasm_bindgen]
pub fn start() {
    app::start(app::READING);
}
