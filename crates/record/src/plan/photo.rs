//! The photo that may stand with v2: small, and kept once. A version says that there was one: for ever the same picture in each of them
//! would make a record too large to keep.

use super::catalogue::v2;
use crate::{Answer, Fields};

/// The longer side, in pixels, that a photo is made smaller to.
pub const SIDE: u32 = 560;
/// The most characters of a photo, as it is stored.
pub const MOST: usize = 120_000;
/// How a stored photo begins: a JPEG as a data URL (RFC 2397).
pub const BEGINS: &str = "data:image/jpeg;base64,";

/// What stands in a version in place of the photo.
pub const THERE: &str = "photo";

/// Puts the mark in place of the photo.
pub(super) fn marked(fields: &mut Fields) {
    if let Some(field) =
        fields.get_mut(v2::PHOTO.untyped().0).filter(|field| matches!(&field.answer, Answer::Given(words) if !words.is_empty()))
    {
        field.answer = Answer::Given(THERE.to_owned());
    }
}

/// Whether some words are a photo that may be shown. A file from elsewhere could hold anything.
#[must_use]
pub fn is_photo(words: &str) -> bool {
    let base64 = |bytes: &str| bytes.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='));
    words.len() <= MOST && words.strip_prefix(BEGINS).is_some_and(|bytes| !bytes.is_empty() && base64(bytes))
}
