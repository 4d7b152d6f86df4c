//! Names and lines in one line.

use crate::parts::{
    plan::answer_text::{Line, labelled},
    words::{gap, lang},
};
use words::{Lang, fields};

/// Names one after the other.
pub fn list(names: impl IntoIterator<Item = String>) -> String {
    names.into_iter().collect::<Vec<_>>().join(fields::BETWEEN.say(lang()))
}

/// Lines as one.
pub fn inline(lines: Vec<Line>) -> String {
    // A list with commas may stand before it.
    let between = if lang() == Lang::Ja { gap() } else { "; " };
    let one = |line: Line| match line.label {
        Some(label) => labelled(&label, &line.words),
        None => line.words,
    };
    lines.into_iter().map(one).collect::<Vec<_>>().join(between)
}
