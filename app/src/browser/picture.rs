//! Photos in: made small on the device. Drawing one anew also leaves behind what a camera writes into the file, such as the place.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlInputElement, ImageBitmap};

use store::port::Later;

use crate::workspace::device::FileError;

/// How good a JPEG has to be, tried in this order until it is small enough.
const QUALITIES: [f64; 3] = [0.72, 0.55, 0.35];

/// The photo chosen in the file field with an id, as a JPEG of at most `most` bytes in a data URL, its longer side `side` pixels.
pub fn chosen(field: &str, side: u32, most: usize) -> Later<Result<String, FileError>> {
    let field = field.to_owned();
    Box::pin(async move {
        let document = web_sys::window().and_then(|window| window.document()).ok_or(FileError::NoFile)?;
        let input = document.get_element_by_id(&field).and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
        let input = input.ok_or(FileError::NoFile)?;
        let file = input.files().and_then(|files| files.get(0)).ok_or(FileError::NoFile)?;
        // A photo that was taken away can be chosen once more: the field would not tell of the same one.
        input.set_value("");
        let window = web_sys::window().ok_or(FileError::Unreadable)?;
        // A browser turns the picture upright here, as the camera was held.
        let made = window.create_image_bitmap_with_blob(&file).map_err(|_| FileError::Unreadable)?;
        let bitmap: ImageBitmap = JsFuture::from(made).await.map_err(|_| FileError::Unreadable)?.unchecked_into();
        let canvas: HtmlCanvasElement =
            document.create_element("canvas").ok().and_then(|canvas| canvas.dyn_into().ok()).ok_or(FileError::Unreadable)?;
        draw(&canvas, &bitmap, side).map_err(|_| FileError::Unreadable)?;
        bitmap.close();
        let mut made = QUALITIES
            .iter()
            .filter_map(|quality| canvas.to_data_url_with_type_and_encoder_options("image/jpeg", &JsValue::from_f64(*quality)).ok());
        // Four characters for three bytes.
        made.find(|url| url.len() / 4 * 3 <= most).ok_or(FileError::TooLarge)
    })
}

fn draw(canvas: &HtmlCanvasElement, bitmap: &ImageBitmap, side: u32) -> Result<(), JsValue> {
    let (width, height) = (bitmap.width().max(1), bitmap.height().max(1));
    let scale = (f64::from(side) / f64::from(width.max(height))).min(1.0);
    let (wide, high) = ((f64::from(width) * scale).max(1.0), (f64::from(height) * scale).max(1.0));
    // Both are at most `side`, and at least 1.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
    let (columns, rows) = (wide.round() as u32, high.round() as u32);
    canvas.set_width(columns);
    canvas.set_height(rows);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into::<CanvasRenderingContext2d>().map_err(JsValue::from)?;
    // What is clear in a PNG would become black in a JPEG.
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, f64::from(columns), f64::from(rows));
    context.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, f64::from(columns), f64::from(rows))
}
