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

/// Every `w("…", "…")` of these files, so that no text is forgotten by a list that a test goes through.
#[test]
fn every_word_of_these_files_is_there_in_both_languages() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut count = 0;
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    for path in files.filter(|path| path.is_file()) {
        let source = std::fs::read_to_string(&path).unwrap();
        let source = source.split("#[cfg(test)]").next().unwrap();
        let mut rest = source;
        while let Some((before, after)) = rest.split_once("w(") {
            rest = after;
            if before.ends_with(|sign: char| sign.is_alphanumeric() || sign == '_' || sign == '"') {
                continue;
            }
            let Some((ja, more)) = literal(after) else { continue };
            let (en, _) = literal(more.trim_start().trim_start_matches(',')).unwrap_or_else(|| panic!("{path:?}: {ja}"));
            // 「さん」 after a name has no counterpart.
            if ja != "さん" {
                for (text, end, longest) in [(&ja, "。", JA), (&en, ". ", EN)] {
                    one(text.trim(), end, longest);
                }
            }
            count += 1;
        }
    }
    assert!(count > 300, "only {count} texts were found");
}

/// The string literal at the start of some source, and what follows it.
fn literal(source: &str) -> Option<(String, &str)> {
    let inside = source.trim_start().strip_prefix('"')?;
    let mut text = String::new();
    let mut signs = inside.char_indices();
    while let Some((at, sign)) = signs.next() {
        match sign {
            '"' => return Some((text, &inside[at + 1..])),
            '\\' => text.push(signs.next()?.1),
            sign => text.push(sign),
        }
    }
    None
}
