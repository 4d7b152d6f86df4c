//! A sheet is read by somebody Japanese: whatever the language of the interface, the Japanese stands on it, and the English after it.

use leptos::prelude::{Owner, provide_context};

use super::blocks::{Block, Entry};
use crate::{
    dom::{IntoNode, Node, view},
    parts::{plan::said::Line, words::lang},
    text::{Lang, Word, plain, plan as text},
};

/// Around English that stands after Japanese: signs that nobody writes.
const ENGLISH: [char; 2] = ['\u{2}', '\u{3}'];

/// Words of a sheet as they are drawn. English after Japanese is told to be English: for a voice, for hyphens, and to be set smaller.
pub fn drawn(words: &str) -> Node {
    let mut pieces = Vec::new();
    for (at, run) in words.split(ENGLISH).enumerate().filter(|(_, run)| !run.is_empty()) {
        let run = run.to_owned();
        pieces.push(if at % 2 == 0 { run.into_node() } else { view! { <span class="t-gloss" lang="en">{run}</span> }.into_node() });
    }
    pieces.into_node()
}

/// Words of a sheet where nothing can be told about a part of them.
pub fn bare(words: &str) -> String {
    words.replace(ENGLISH, "")
}

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
    in_japanese(&say).into_iter().zip(here).map(line).collect()
}

/// Blocks that are made in one language, on a sheet.
pub fn blocks(say: impl Fn() -> Vec<Block>) -> Vec<Block> {
    let here = say();
    if lang() == Lang::Ja {
        return here;
    }
    in_japanese(&say).into_iter().zip(here).map(|(ja, en)| both(ja, en)).collect()
}

fn both(ja: Block, en: Block) -> Block {
    let entry = |(ja, en): (Entry, Entry)| Entry {
        title: joined(ja.title, en.title),
        lines: ja.lines.into_iter().zip(en.lines).map(line).collect(),
        also: ja.also.zip(en.also).map(line),
        shape: en.shape,
    };
    Block {
        title: joined(ja.title, en.title),
        note: ja.note.zip(en.note).map(|(ja, en)| joined(ja, en)),
        entries: ja.entries.into_iter().zip(en.entries).map(entry).collect(),
        drawn: en.drawn,
    }
}

fn line((ja, en): (Line, Line)) -> Line {
    Line { label: ja.label.zip(en.label).map(|(ja, en)| joined(ja, en)), words: joined(ja.words, en.words) }
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
        Some(label) if text::colon(&bare(&label), lang()).is_empty() => format!("{label} {}", line.words),
        Some(label) => format!("{label}{colon}{}", line.words),
        None => line.words,
    };
    lines.into_iter().map(one).collect::<Vec<_>>().join(between)
}

fn joined(ja: String, en: String) -> String {
    let [from, to] = ENGLISH;
    if ja == en { ja } else { format!("{ja} / {from}{en}{to}") }
}

fn in_japanese<T>(say: &impl Fn() -> T) -> T {
    Owner::new().with(|| {
        provide_context(Lang::Ja);
        say()
    })
}
