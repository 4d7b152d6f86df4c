//! Reading aloud, with the voices of the device. Nothing is sent anywhere by us; which voices work without a network is the device's
//! own affair.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance};

/// A little slower than speech: it is read to be thought about.
const RATE: f32 = 0.9;

fn voice() -> Option<SpeechSynthesis> {
    web_sys::window()?.speech_synthesis().ok()
}

/// Whether the device can do it.
pub fn able() -> bool {
    voice().is_some()
}

/// Reads a text instead of what is being read.
pub fn speak(text: &str, language: &str, end: Box<dyn Fn()>) {
    let (Some(voice), Ok(words)) = (voice(), SpeechSynthesisUtterance::new_with_text(text)) else { return end() };
    words.set_lang(language);
    words.set_rate(RATE);
    let end = Closure::<dyn Fn()>::new(end).into_js_value();
    words.set_onend(Some(end.unchecked_ref()));
    // No voice for the language, or cut off: over as well.
    words.set_onerror(Some(end.unchecked_ref()));
    voice.cancel();
    voice.speak(&words);
}

/// Stops.
pub fn stop_speaking() {
    if let Some(voice) = voice() {
        voice.cancel();
    }
}
