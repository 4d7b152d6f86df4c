//! One answer, of the card or of the plan, and how it is stored.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::picture::Picture;

/// One answer. A field that is absent is *untouched*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// なし: asked, and there is none.
    None,
    /// 不明: asked, and not known.
    Unknown,
    /// まだわからない: thought about, and open. A full answer of the plan; the card does not have it.
    Undecided,
    /// とばす: not now. An answer of the plan; the card does not have it.
    Skipped,
    /// What was typed: words, a day (`YYYY-MM-DD`) or a number; the catalogue says which. Never the id of an option, even
    /// when the same letters are one.
    Given(String),
    /// The id of the one option chosen, of a field that takes one of some or that offers some beside words.
    Picked(String),
    /// The ids of the options chosen, in catalogue order.
    Chosen(Vec<String>),
    /// A picture that is kept beside the record.
    Picture(Picture),
    /// An answer of a kind that only a newer release knows. Kept, never shown, never changed.
    #[serde(untagged)]
    Other(Value),
}

impl Answer {
    /// Whether a reader may be shown it: how private something of a newer release is nobody here can tell, and a picture has a name that is
    /// the same wherever it is.
    pub(crate) fn may_be_shown(&self) -> bool {
        !matches!(self, Answer::Picture(_) | Answer::Other(_))
    }

    /// The answer that stands in the stored form, when this release knows its kind.
    fn known(stored: &Value) -> Option<Answer> {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        if let Value::String(word) = stored {
            return match word.as_str() {
                "none" => Some(Answer::None),
                "unknown" => Some(Answer::Unknown),
                "undecided" => Some(Answer::Undecided),
                "skipped" => Some(Answer::Skipped),
                _ => None,
            };
        }
        let entries = stored.as_object().filter(|entries| entries.len() == 1)?;
        let (kind, said) = entries.iter().next()?;
        match kind.as_str() {
            "given" => text(said).map(Answer::Given),
            "picked" => text(said).map(Answer::Picked),
            "picture" => Picture::known(said).map(Answer::Picture),
            "chosen" => said.as_array()?.iter().map(text).collect::<Option<_>>().map(Answer::Chosen),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Answer, D::Error> {
        let stored = Value::deserialize(from)?;
        Ok(Answer::known(&stored).unwrap_or(Answer::Other(stored)))
    }
}
