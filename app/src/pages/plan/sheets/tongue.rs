//! A sheet is read by somebody Japanese: whatever the language of the interface, the Japanese stands on it, and the English after it.

use leptos::prelude::{Owner, provide_context};

use crate::{
    parts::{plan::said::Line, words::lang},
    text::{Lang, Word, sheets::Tongue},
};

/// A text on a sheet.
pub fn word(word: Word) -> String {
    Tongue::of(lang()).say(word)
}

/// Words that are put together, on a sheet.
pub fn twice(say: impl Fn() -> String) -> String {
    let here = say();
    if lang() == Lang::Ja { here } else { joined(in_japanese(&say), here) }
}

/// Lines on a sheet.
pub fn lines(say: impl Fn() -> Vec<Line>) -> Vec<Line> {
    let here = say();
    if lang() == Lang::Ja {
        return here;
    }
    let pair =
        |(ja, en): (Line, Line)| Line { label: ja.label.zip(en.label).map(|(ja, en)| joined(ja, en)), words: joined(ja.words, en.words) };
    in_japanese(&say).into_iter().zip(here).map(pair).collect()
}

fn joined(ja: String, en: String) -> String {
    if ja == en { ja } else { format!("{ja} / {en}") }
}

fn in_japanese<T>(say: &impl Fn() -> T) -> T {
    Owner::new().with(|| {
        provide_context(Lang::Ja);
        say()
    })
}
