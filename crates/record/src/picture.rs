//! Pictures: a record holds what one is called and in which format it is, never its bytes. Those are kept beside the records.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::{Answer, Answers, Conflict, Field, FieldId, Record, SectionData, Sides};

/// The most bytes of one picture, wherever it comes from.
pub const LARGEST: usize = 256 * 1024;

/// The SHA-256 of some bytes (FIPS 180-4), as 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Sha256(String);

impl Sha256 {
    /// The hash that a text spells; `None` when it spells none.
    #[must_use]
    pub fn parse(hex: &str) -> Option<Sha256> {
        let digit = |sign: u8| matches!(sign, b'0'..=b'9' | b'a'..=b'f');
        (hex.len() == 64 && hex.bytes().all(digit)).then(|| Sha256(hex.to_owned()))
    }

    /// The hexadecimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a picture is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    Jpeg,
    Png,
    Webp,
}

impl Format {
    /// The format that some bytes begin as: JPEG (ITU-T T.81), PNG (ISO/IEC 15948) or WebP (RFC 9649).
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Format> {
        match bytes {
            [0xFF, 0xD8, 0xFF, ..] => Some(Format::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Format::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Format::Webp),
            _ => None,
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Format::Jpeg => "image/jpeg",
            Format::Png => "image/png",
            Format::Webp => "image/webp",
        }
    }
}

/// One picture.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Picture {
    pub sha256: Sha256,
    pub format: Format,
}

impl Picture {
    /// The picture that stands in the stored form. A description with more in it is of a newer release, and is kept as
    /// [`Answer::Other`].
    pub(crate) fn known(stored: &Value) -> Option<Picture> {
        let entries = stored.as_object().filter(|entries| entries.len() == 2)?;
        let format = match entries.get("format")?.as_str()? {
            "jpeg" => Format::Jpeg,
            "png" => Format::Png,
            "webp" => Format::Webp,
            _ => return None,
        };
        Some(Picture { sha256: Sha256::parse(entries.get("sha256")?.as_str()?)?, format })
    }
}

impl Record {
    /// Every picture that an answer names: of card, plan or a version, or in a conflict that is open.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        let versions = self.plan.versions.iter().flat_map(|version| version.answers.values());
        let all = self.card.sections.values().chain(self.plan.sections.values()).chain(versions);
        let standing = all.flat_map(fields).map(|field| &field.answer);
        standing.chain(self.conflicts.iter().flat_map(|conflict| said(&conflict.sides))).filter_map(|answer| match answer {
            Answer::Picture(picture) => Some(picture),
            _ => None,
        })
    }

    /// What the plan, or a conflict that is open, has in a field.
    pub fn answers_of(&self, field: FieldId) -> impl Iterator<Item = &Answer> {
        let standing = self.plan.sections.values().filter_map(move |data| data.fields.answer(field));
        standing.chain(self.conflicts.iter().filter(move |conflict| conflict.path.is(field)).flat_map(|conflict| said(&conflict.sides)))
    }

    /// Writes what the plan, or a conflict that is open, has in a field in another way, where there is one. Sides that are the same then
    /// are one, and what has one side alone is open no more.
    pub fn rewrite(&mut self, field: FieldId, other: impl Fn(&Answer) -> Option<Answer>) {
        for field in self.plan.sections.values_mut().filter_map(|data| data.fields.get_mut(field.as_str())) {
            if let Some(answer) = other(&field.answer) {
                field.answer = answer;
            }
        }
        let mut conflicts = std::mem::take(&mut self.conflicts);
        conflicts.retain_mut(|Conflict { path, sides }| match sides {
            Sides::Answers { given, untouched } if path.is(field) && given.iter().any(|answer| other(answer).is_some()) => {
                let answers = given.drain(..).map(|answer| other(&answer).unwrap_or(answer));
                let one = |answer: Answer| Sides::of(Some(answer.clone()), Some(answer));
                let none = Sides::Answers { given: Vec::new(), untouched: *untouched };
                *sides = answers.map(one).fold(none, Sides::with);
                !matches!(sides, Sides::Answers { given, untouched: false } if given.len() < 2)
            }
            Sides::Answers { .. } | Sides::Removed(_) => true,
        });
        self.conflicts = conflicts;
    }
}

fn fields(data: &SectionData) -> impl Iterator<Item = &Field> {
    data.fields.values().chain(data.items.iter().flat_map(|item| item.fields.values()))
}

/// Every answer of the sides of a conflict.
fn said(sides: &Sides) -> impl Iterator<Item = &Answer> {
    let (given, removed) = match sides {
        Sides::Answers { given, .. } => (&given[..], &[][..]),
        Sides::Removed(items) => (&[][..], &items[..]),
    };
    given.iter().chain(removed.iter().flat_map(|item| item.fields.values()).map(|field| &field.answer))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_no_hash_or_of_another_format_is_no_picture() {
        let hex = "9f".repeat(32);
        let read = |value: Value| serde_json::from_value::<Answer>(value).unwrap();
        let picture = read(json!({ "picture": { "sha256": hex, "format": "jpeg" } }));
        assert!(matches!(&picture, Answer::Picture(picture) if picture.sha256.as_str() == hex && picture.format == Format::Jpeg));
        for (hash, format) in [(&hex[1..], "jpeg"), (&hex.to_uppercase(), "png"), (&hex, "heif"), ("../x", "webp")] {
            let value = json!({ "picture": { "sha256": hash, "format": format } });
            assert_eq!(read(value.clone()), Answer::Other(value), "kept, and never shown");
        }
        let more = json!({ "picture": { "sha256": hex, "format": "png", "width": 5 } });
        assert_eq!(serde_json::to_value(read(more.clone())).unwrap(), more, "what a newer release says of it is kept");
    }

    #[test]
    fn a_format_is_known_by_how_the_bytes_begin() {
        assert_eq!(Format::of(b"\xFF\xD8\xFF\xE0\0"), Some(Format::Jpeg));
        assert_eq!(Format::of(b"\x89PNG\r\n\x1A\n\0"), Some(Format::Png));
        assert_eq!(Format::of(b"RIFF\x01\x02\x03\x04WEBPVP8 "), Some(Format::Webp));
        for no in [&b""[..], b"\xFF\xD8", b"<svg/>", b"GIF89a", b"RIFF\x01\x02\x03\x04WAVE", b"BM\0\0"] {
            assert_eq!(Format::of(no), None);
        }
    }
}
