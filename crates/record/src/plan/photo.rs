//! The photo that may stand with v2. A version says that there was one, and does not name it: which picture it is counts for nobody but the
//! person, and the hash of a picture is the same wherever the picture is.

use super::catalogue::v2;
use crate::{Answer, Fields};

/// The longer side, in pixels, that a photo is made smaller to.
pub const SIDE: u32 = 560;
/// The most bytes of a photo that is made so.
pub const MOST: usize = 90_000;

/// What stands in a version in place of the photo.
pub const THERE: &str = "photo";

/// How a photo began that the first builds kept among the answers: a JPEG as a data URL (RFC 2397).
pub const BEGINS: &str = "data:image/jpeg;base64,";

/// Whether an answer says that there is a photo.
pub(super) fn is_there(answer: Option<&Answer>) -> bool {
    match answer {
        Some(Answer::Picture(_)) => true,
        Some(Answer::Given(words)) => !words.is_empty(),
        _ => false,
    }
}

/// Puts the mark in place of the photo.
pub(super) fn marked(fields: &mut Fields) {
    if let Some(field) = fields.get_mut(v2::PHOTO.untyped().as_str()).filter(|field| is_there(Some(&field.answer))) {
        field.answer = Answer::Given(THERE.to_owned());
    }
}

/// The photo that the first builds kept among the answers, in base64 (RFC 4648 §4). A file from elsewhere could hold anything.
#[must_use]
pub fn among_answers(words: &str) -> Option<&str> {
    let base64 = |bytes: &str| bytes.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='));
    words.strip_prefix(BEGINS).filter(|bytes| !bytes.is_empty() && base64(bytes))
}
