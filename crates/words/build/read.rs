//! Reads a content file: blocks under `== name`, with `source:` and `checked:`, and entries of a key, a Japanese and an English line.

use std::{error::Error, fs};

/// One text with the key it stands under.
#[derive(Debug)]
struct Entry {
    key: String,
    line: usize,
    ja: String,
    en: String,
    taken: bool,
}

/// The entries of one question or one place.
#[derive(Debug, Default)]
pub struct Block {
    pub name: String,
    pub sources: Vec<String>,
    /// `YYYY-MM-DD`
    pub checked: String,
    line: usize,
    entries: Vec<Entry>,
    taken: bool,
}

/// A file, and what is wrong with it.
#[derive(Debug)]
pub struct Content {
    path: &'static str,
    pub blocks: Vec<Block>,
    problems: Vec<String>,
}

/// Reads a file of this crate.
///
/// # Errors
/// When the file cannot be read.
pub fn content(path: &'static str) -> Result<Content, Box<dyn Error>> {
    Ok(parse(path, &fs::read_to_string(path)?))
}

/// Reads the text of a file. What does not have its form is kept as a problem, so that all are told at once.
pub fn parse(path: &'static str, text: &str) -> Content {
    let mut content = Content { path, blocks: Vec::new(), problems: Vec::new() };
    let mut lines = text.lines().enumerate().map(|(at, line)| (at + 1, line)).peekable();
    while let Some((at, line)) = lines.next() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix("== ") {
            if content.blocks.iter().any(|block| block.name == name) {
                content.problem(at, &format!("the block {name} stands twice"));
            }
            content.blocks.push(Block { name: name.to_owned(), line: at, ..Block::default() });
            continue;
        }
        let Some(block) = content.blocks.last_mut() else {
            content.problem(at, "stands before the first block");
            continue;
        };
        if let Some(sources) = line.strip_prefix("source: ") {
            block.sources = sources.split_whitespace().map(str::to_owned).collect();
        } else if let Some(day) = line.strip_prefix("checked: ") {
            day.clone_into(&mut block.checked);
        } else {
            let mut said = |mark: &str| lines.next_if(|(_, line)| line.starts_with(mark)).map(|(_, line)| line[mark.len()..].to_owned());
            let (ja, en) = (said("  ja: "), said("  en: "));
            let twice = block.entries.iter().any(|entry| entry.key == line);
            match (ja, en) {
                (Some(ja), Some(en)) if is_whole(&ja) && !en.trim().is_empty() && !en.contains(['[', ']']) => {
                    block.entries.push(Entry { key: line.to_owned(), line: at, ja, en, taken: false });
                }
                _ => content.problem(at, &format!("{line}: a whole line with \"  ja: \" and one with \"  en: \" must follow")),
            }
            if twice {
                content.problem(at, &format!("{line} stands twice"));
            }
        }
    }
    content.check_blocks();
    content
}

/// Something is written, and every reading is whole: `[漢字|かんじ]`.
fn is_whole(text: &str) -> bool {
    let readings = text.split('[').skip(1).all(|after| {
        let inside = after.split(']').next().unwrap_or_default();
        after.contains(']') && inside.split('|').filter(|part| !part.is_empty()).count() == 2 && inside.matches('|').count() == 1
    });
    !text.trim().is_empty() && readings && text.matches('[').count() == text.matches(']').count()
}

impl Block {
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.key.as_str())
    }
}

impl Content {
    pub fn problem(&mut self, line: usize, what: &str) {
        self.problems.push(format!("crates/words/{}:{line}: {what}", self.path));
    }

    /// Every block rests on something, and was read against it on a day.
    fn check_blocks(&mut self) {
        let odd = |block: &Block| block.sources.is_empty() || record::Day::parse(&block.checked).is_none();
        let found: Vec<usize> = self.blocks.iter().filter(|block| odd(block)).map(|block| block.line).collect();
        for line in found {
            self.problem(line, "a block needs its sources and the day on which it was checked (YYYY-MM-DD)");
        }
    }

    /// A block that must be there.
    pub fn take(&mut self, name: &str) -> Option<&mut Block> {
        let found = self.blocks.iter().position(|block| block.name == name);
        if found.is_none() {
            self.problem(0, &format!("the block {name} is missing"));
        }
        let block = self.blocks.get_mut(found?)?;
        block.taken = true;
        Some(block)
    }

    /// The text under a key that must be there, as Rust.
    pub fn word(&mut self, block: &str, key: &str) -> String {
        if let Some(word) = self.maybe(block, key) {
            return word;
        }
        let line = self.blocks.iter().find(|one| one.name == block).map_or(0, |one| one.line);
        self.problem(line, &format!("{block} has no \"{key}\""));
        super::rust::word("?", "?")
    }

    /// The text under a key that need not be there.
    pub fn maybe(&mut self, block: &str, key: &str) -> Option<String> {
        let entry = self.blocks.iter_mut().find(|one| one.name == block)?.entries.iter_mut().find(|entry| entry.key == key)?;
        entry.taken = true;
        Some(super::rust::word(&entry.ja, &entry.en))
    }

    /// What is wrong, with the blocks and the keys that nobody asked for.
    pub fn problems(&self) -> Vec<String> {
        let at = |line: usize, what: String| format!("crates/words/{}:{line}: {what}", self.path);
        let blocks = self.blocks.iter().filter(|block| !block.taken).map(|block| at(block.line, format!("nobody asks for {}", block.name)));
        let asked = self.blocks.iter().filter(|block| block.taken);
        let keys = asked.flat_map(|block| block.entries.iter().filter(|entry| !entry.taken).map(move |entry| (block, entry)));
        let keys = keys.map(|(block, entry)| at(entry.line, format!("nobody asks for \"{}\" of {}", entry.key, block.name)));
        self.problems.iter().cloned().chain(blocks).chain(keys).collect()
    }
}
