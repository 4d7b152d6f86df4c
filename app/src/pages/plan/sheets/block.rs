//! A piece of a sheet: a heading and what stands under it, entry by entry.

use crate::parts::plan::answer_text::Line;

/// A heading and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub title: String,
    /// A sentence that goes with all of it.
    pub note: Option<String>,
    pub entries: Vec<Entry>,
    /// A name drawn with a finger: the data of an SVG path.
    pub drawn: Option<String>,
}

impl Block {
    /// Its one entry, where that is called as the block is: then one of the two names is enough.
    #[must_use]
    pub fn alone(&self) -> Option<&Entry> {
        let [entry] = &self.entries[..] else { return None };
        let same = entry.title == self.title && entry.shape == Shape::Running;
        (same && self.note.is_none() && self.drawn.is_none()).then_some(entry)
    }
}

/// What was said to one question, or about one scene.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub title: String,
    pub lines: Vec<Line>,
    /// What was chosen besides, less loud.
    pub also: Option<Line>,
    pub shape: Shape,
}

/// How the lines of an entry stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One after the other, behind the title.
    Running,
    /// Under the title, each on its own.
    Rows,
}

impl Entry {
    /// Lines that run on behind a title.
    #[must_use]
    pub const fn running(title: String, lines: Vec<Line>) -> Entry {
        Entry { title, lines, also: None, shape: Shape::Running }
    }

    /// Lines below each other.
    #[must_use]
    pub const fn rows(title: String, lines: Vec<Line>) -> Entry {
        Entry { title, lines, also: None, shape: Shape::Rows }
    }
}

/// A block, unless there is nothing in it.
#[must_use]
pub fn block(title: String, entries: Vec<Entry>) -> Option<Block> {
    (!entries.is_empty()).then_some(Block { title, note: None, entries, drawn: None })
}

/// A line without a label.
#[must_use]
pub fn line(words: String) -> Line {
    Line { label: None, words }
}
