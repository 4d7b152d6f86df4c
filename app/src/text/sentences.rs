//! What the tests of this module ask of every text: there, short, with whole ruby, and without a number that is out of use.

use super::{Word, plain};

/// The longest Japanese sentence, in characters.
const JA: usize = 50;
/// The longest English sentence, in characters.
const EN: usize = 110;
/// Chiba's former advice line. Somebody else may answer it one day.
const RETIRED: &str = concat!("#70", "09");

/// Checks one text in both languages.
pub fn both(word: Word) {
    one(word.ja, "。", JA);
    one(word.en, ". ", EN);
    assert!(!word.en.contains('['), "ruby in English: {}", word.en);
}

fn one(text: &str, end: &str, longest: usize) {
    let shown = plain(text);
    assert!(!shown.trim().is_empty() && shown.trim() == shown, "empty or ragged: {text:?}");
    assert!(!shown.contains(['[', ']', '|']), "broken ruby: {text}");
    assert!(!text.contains("|]") && !text.contains("[|"), "empty ruby: {text}");
    assert!(!text.contains(RETIRED), "out of use: {text}");
    for sentence in shown.split_inclusive(end) {
        let length = sentence.trim_end().chars().count();
        assert!(length <= longest, "{length} characters: {sentence}");
    }
}
