//! Unicode normalisation, which every browser has.

use js_sys::JsString;
use store::port::Normalizer;

#[derive(Debug)]
pub struct BrowserNormalizer;

impl Normalizer for BrowserNormalizer {
    fn nfc(&self, text: &str) -> String {
        JsString::from(text).normalize("NFC").into()
    }
}
