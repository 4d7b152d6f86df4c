//! What changed between two contents, in words that fit what was and what will be.

use super::{Lang, Word, w};

pub const REORDERED: Word = w("順番が変わります", "The order changes");
pub const CONFIRMED: Word = w("全体を確かめた日", "Day the whole card was checked");
pub const NEWER_ANSWER: Word = w("（新しい版の内容）", "(from a newer version)");
pub const NONE: Word = w("変わるところはありません。", "Nothing changes.");

/// Part of a date, where nothing of it can be said.
pub const PART_OF_DAY: Word = w("日付の一部", "a part of a date");
/// The situations of step 5 that somebody chose.
pub const SCENES: Word = w("考える場面", "Situations to think about");
/// How a part of the plan stands for a reader.
pub const OPEN: Word = w("開いている", "open");
pub const CLOSED: Word = w("閉じている", "closed");

/// One change: what was there, and what is there afterwards.
#[must_use]
pub fn change(before: Option<&str>, after: Option<&str>, lang: Lang) -> String {
    match (lang, before, after) {
        (Lang::Ja, Some(before), Some(after)) => format!("「{before}」が「{after}」に変わります"),
        (Lang::Ja, None, Some(after)) => format!("「{after}」が入ります"),
        (Lang::Ja, Some(before), None) => format!("「{before}」が消えます"),
        (Lang::En, Some(before), Some(after)) => format!("“{before}” becomes “{after}”"),
        (Lang::En, None, Some(after)) => format!("“{after}” comes in"),
        (Lang::En, Some(before), None) => format!("“{before}” goes"),
        (_, None, None) => String::new(),
    }
}

/// The line behind which the other changes are folded.
#[must_use]
pub fn more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("ほかの{count}か所も見る"),
        Lang::En => format!("See {count} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_says_both_sides() {
        assert_eq!(change(Some("2mg"), Some("5mg"), Lang::Ja), "「2mg」が「5mg」に変わります");
        assert_eq!(change(None, Some("5mg"), Lang::En), "“5mg” comes in");
        assert_eq!(change(Some("2mg"), None, Lang::Ja), "「2mg」が消えます");
    }
}
