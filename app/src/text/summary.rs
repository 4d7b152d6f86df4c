//! The state of a section in words.

use record::Section;

use super::{Lang, Word, w};

pub const NOT_YET: Word = w("まだ", "Not yet");
pub const WRITTEN: Word = w("書きました", "Written");
pub const PARTLY: Word = w("書きかけ", "Begun");

/// How many items a list has.
#[must_use]
pub fn count(section: Section, count: usize, lang: Lang) -> String {
    match (lang, section) {
        (Lang::En, _) if count == 1 => "1 entry".to_owned(),
        (Lang::En, _) => format!("{count} entries"),
        (Lang::Ja, Section::Contacts) => format!("{count}人"),
        (Lang::Ja, Section::Doctors) => format!("{count}か所"),
        // Nobody says 十つ.
        (Lang::Ja, _) if count > 9 => format!("{count}件"),
        (Lang::Ja, _) => format!("{count}つ"),
    }
}

/// How much of the card is written.
#[must_use]
pub fn progress(done: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{of}つのうち{done}つ書きました"),
        Lang::En => format!("{done} of {of} written"),
    }
}
