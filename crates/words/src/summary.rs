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
    match (lang, done) {
        (Lang::Ja, 0) => "まだ書いていません".to_owned(),
        (Lang::En, 0) => "Nothing written yet".to_owned(),
        (Lang::Ja, _) if done == of => format!("{of}つすべて書きました"),
        (Lang::En, _) if done == of => format!("All {of} written"),
        (Lang::Ja, _) => format!("{of}つのうち{done}つ書きました"),
        (Lang::En, _) => format!("{done} of {of} written"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_and_everything_are_said_in_words() {
        assert_eq!(
            [0, 3, 8].map(|done| progress(done, 8, Lang::Ja)),
            ["まだ書いていません", "8つのうち3つ書きました", "8つすべて書きました"]
        );
        assert_eq!([0, 3, 8].map(|done| progress(done, 8, Lang::En)), ["Nothing written yet", "3 of 8 written", "All 8 written"]);
    }
}
