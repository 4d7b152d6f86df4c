//! A QR code as lines to draw.

use qrcodegen::{QrCode, QrCodeEcc};

/// The light border that a code needs around it, in modules.
pub const QUIET: u16 = 4;

/// A QR code at level M or better: a seventh of it may be dirty or torn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Modules from edge to edge, with the light border.
    pub size: u16,
    /// The dark modules as an SVG path, one unit each.
    pub path: String,
}

/// The text is longer than any QR code holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

/// Draws a text, in UTF-8.
///
/// # Errors
/// [`TooLong`].
pub fn code(text: &str) -> Result<Code, TooLong> {
    let qr = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|_| TooLong)?;
    let size = qr.size();
    let quiet = i32::from(QUIET);
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|x| qr.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or(0);
            if run > 0 {
                path.push_str(&format!("M{},{}h{run}v1h-{run}z", x + quiet, y + quiet));
            }
            x += run + 1;
        }
    }
    Ok(Code { size: u16::try_from(size + 2 * quiet).unwrap_or(0), path })
}
