//! One file as it is sent: its bytes, squeezed and plain, its tag and how long it may be kept.

use std::{
    cmp::Reverse,
    io::Write,
    sync::{Mutex, PoisonError},
    thread,
};

use axum::{body::Bytes, http::HeaderValue};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};

/// How long others may keep an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Ask again every time: pages and the service worker.
    Ask,
    /// An hour: files whose name stays when their content changes.
    Hour,
    /// For ever: the name changes with the content.
    Forever,
}

impl Keep {
    /// The value of `Cache-Control`.
    #[must_use]
    pub fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Keep::Ask => "no-cache",
            Keep::Hour => "public, max-age=3600",
            Keep::Forever => "public, max-age=31536000, immutable",
        })
    }
}

/// How a file gets its squeezed form.
#[derive(Debug)]
pub enum Squeeze {
    /// Not at all.
    Never,
    /// Now, with this brotli quality from 0 to 11.
    Quality(u32),
    /// The build has done it, and the bytes have been compared.
    Ready(Vec<u8>),
}

/// A file in memory, ready to be sent. The same for everybody.
#[derive(Clone, Debug)]
pub struct Asset {
    /// The value of `Content-Type`.
    pub kind: &'static str,
    /// How long it may be kept.
    pub keep: Keep,
    /// The bytes as they are.
    pub plain: Bytes,
    /// The same, squeezed with brotli; `None` where that does not pay.
    pub brotli: Option<Bytes>,
    /// The value of `ETag`. Weak, because it names the content and not one of its two encodings (RFC 9110 §8.8.1).
    pub tag: HeaderValue,
    /// `sha256-…` of the content, as browsers check it.
    pub digest: String,
}

impl Asset {
    /// Takes a file into memory.
    #[must_use]
    pub fn new(kind: &'static str, keep: Keep, plain: impl Into<Bytes>, squeeze: Squeeze) -> Asset {
        let plain = plain.into();
        let hash = STANDARD.encode(Sha256::digest(&plain));
        let tag = HeaderValue::from_str(&format!("W/\"{}\"", short_name(&plain))).unwrap_or(HeaderValue::from_static("W/\"0\""));
        let brotli = match squeeze {
            Squeeze::Quality(quality) if pays(kind) => shrink(&plain, quality),
            Squeeze::Ready(bytes) if pays(kind) => Some(Bytes::from(bytes)),
            _ => None,
        };
        let brotli = brotli.filter(|brotli| brotli.len() < plain.len());
        Asset { kind, keep, brotli, tag, digest: format!("sha256-{hash}"), plain }
    }
}

/// A file before it is prepared; see [`Asset::new`].
#[derive(Debug)]
pub struct Raw {
    pub path: String,
    pub kind: &'static str,
    pub keep: Keep,
    pub bytes: Vec<u8>,
    pub squeeze: Squeeze,
}

/// Prepares many files on all processors, the largest first: squeezing is nearly all of the time a start takes.
#[must_use]
pub fn prepare(mut raw: Vec<Raw>) -> Vec<(String, Asset)> {
    raw.sort_by_key(|raw| Reverse(raw.bytes.len()));
    let (todo, done) = (Mutex::new(raw.into_iter()), Mutex::new(Vec::new()));
    let next = || todo.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some(raw) = next() {
            let asset = Asset::new(raw.kind, raw.keep, raw.bytes, raw.squeeze);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((raw.path, asset));
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    done.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Images are squeezed already; SVG is text.
fn pays(kind: &str) -> bool {
    !kind.starts_with("image/") || kind.starts_with("image/svg")
}

/// Brotli with a window of 4 MiB.
fn shrink(plain: &[u8], quality: u32) -> Option<Bytes> {
    let mut writer = brotli::CompressorWriter::new(Vec::with_capacity(plain.len() / 3), 4096, quality, 22);
    writer.write_all(plain).ok()?;
    Some(Bytes::from(writer.into_inner()))
}

/// Whether brotli bytes hold exactly this content.
#[must_use]
pub fn unpacks_to(mut squeezed: &[u8], plain: &[u8]) -> bool {
    let mut unpacked = Vec::with_capacity(plain.len());
    brotli::BrotliDecompress(&mut squeezed, &mut unpacked).is_ok() && unpacked == plain
}

/// `sha384-…` for an `integrity` attribute (W3C Subresource Integrity).
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// 16 hexadecimal digits that change with the content: enough to tell versions apart, and not a safeguard.
#[must_use]
pub fn short_name(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The media type of a file name; `None` for a kind that the site does not have.
#[must_use]
pub fn kind(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "txt" => "text/plain; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squeezes_what_gets_smaller_only() {
        let text = "つむぐ ".repeat(100);
        let kind = "text/plain; charset=utf-8";
        let asset = Asset::new(kind, Keep::Hour, text.clone(), Squeeze::Quality(9));
        let squeezed = asset.brotli.unwrap();
        assert!(squeezed.len() < text.len() / 4);
        assert!(unpacks_to(&squeezed, text.as_bytes()) && !unpacks_to(&squeezed, b"other") && !unpacks_to(b"x", text.as_bytes()));
        let again = Asset::new(kind, Keep::Hour, text.clone(), Squeeze::Ready(squeezed.to_vec()));
        assert_eq!(again.brotli, Some(squeezed));
        assert!(Asset::new(kind, Keep::Hour, text.clone(), Squeeze::Never).brotli.is_none());
        assert!(Asset::new("image/png", Keep::Hour, text, Squeeze::Quality(9)).brotli.is_none());
        assert!(Asset::new(kind, Keep::Hour, "", Squeeze::Quality(9)).brotli.is_none());
    }

    #[test]
    fn names_follow_the_content() {
        let (one, two) = (Asset::new("image/png", Keep::Ask, "1", Squeeze::Never), Asset::new("image/png", Keep::Ask, "2", Squeeze::Never));
        assert_ne!(one.tag, two.tag);
        assert_ne!(short_name(b"1"), short_name(b"2"));
        // From the W3C recommendation: the empty input.
        assert_eq!(integrity(b""), "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
    }
}
