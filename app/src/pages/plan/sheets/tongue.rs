//! A sheet is read by somebody Japanese: whatever the language of the interface, the Japanese stands on it, and the English after it.

use leptos::prelude::{Owner, provide_context};

use crate::{
    parts::{plan::said::Line, words::lang},
    text::{Lang, Word, plain, plan as text},
};

/// A text on a sheet.
pub fn word(word: Word) -> String {
    if lang() == Lang::Ja { plain(word.ja) } else { joined(plain(word.ja), word.en.to_owned()) }
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

/// Names one after the other, as the language of the moment does it.
pub fn list(names: impl IntoIterator<Item = String>) -> String {
    let between = if lang() == Lang::Ja { "・" } else { ", " };
    names.into_iter().collect::<Vec<_>>().join(between)
}

/// Lines as one.
pub fn inline(lines: Vec<Line>) -> String {
    let (colon, between) = if lang() == Lang::Ja { ("：", "　") } else { (": ", "; ") };
    let one = |line: Line| match line.label {
        // A question ends by itself.
        Some(label) if text::colon(&label, lang()).is_empty() => format!("{label} {}", line.words),
        Some(label) => format!("{label}{colon}{}", line.words),
        None => line.words,
    };
    lines.into_iter().map(one).collect::<Vec<_>>().join(between)
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
