//! Files out and in.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

use crate::workspace::device::FileError;

/// Offers bytes as a file to save.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    // The router looks at every click; this one is not a page.
    let _ = link.set_attribute("rel", "external");
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    // Some browsers read the blob after the click has returned.
    leptos::prelude::set_timeout(move || drop(Url::revoke_object_url(&url)), std::time::Duration::from_secs(60));
    Some(())
}

/// Reads the file chosen in a file field.
pub async fn chosen(field: &str, limit: u32) -> Result<Vec<u8>, FileError> {
    let element = web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id(field));
    let input: HtmlInputElement = element.and_then(|element| element.dyn_into().ok()).ok_or(FileError::NoFile)?;
    let file = input.files().and_then(|files| files.get(0)).ok_or(FileError::NoFile)?;
    if file.size() > f64::from(limit) {
        return Err(FileError::TooLarge);
    }
    let blob: &Blob = file.as_ref();
    let buffer: JsValue = JsFuture::from(blob.array_buffer()).await.map_err(|_| FileError::Unreadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
