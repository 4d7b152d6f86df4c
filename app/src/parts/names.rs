//! What fields and options are called: the card's words, and the plan's in the bundle that has its pages.

use std::fmt;

use leptos::prelude::*;
use record::{Item, Path, catalogue::FieldSpec};
use words::{answer_text::Form, entry::name_of};

use super::words::lang;
use words::{Lang, Word, fields as text, labels, plain};

/// The words for the fields of a bundle's pages: the card's, or in the bundle of the plan both.
pub trait Names: fmt::Debug + Send + Sync {
    fn field(&self, path: &Path) -> Word;
    fn hint(&self, path: &Path) -> Option<Word>;
    fn option(&self, path: &Path, id: &str) -> Option<Word>;
    /// The fields of each entry of a list.
    fn item(&self, section_path: &Path) -> &'static [FieldSpec];
    /// One line for an entry.
    fn line(&self, section_path: &Path, item: &Item, language: Lang) -> String;
    /// The button that adds an entry.
    fn add(&self, section_path: &Path) -> Word;
    /// 「なし」 and 「わからない」 for a whole list, where it has them.
    fn none(&self, section_path: &Path) -> Option<[Word; 2]>;
}

/// The words of the card.
#[derive(Clone, Copy, Debug)]
pub struct CardNames;

impl Names for CardNames {
    fn field(&self, path: &Path) -> Word {
        path.section().map_or(text::UNNAMED, |section| labels::field(section, path.id()))
    }

    fn hint(&self, path: &Path) -> Option<Word> {
        labels::hint(path.section()?, path.id())
    }

    fn option(&self, _: &Path, id: &str) -> Option<Word> {
        labels::option_word(id)
    }

    fn item(&self, section_path: &Path) -> &'static [FieldSpec] {
        section_path.section().map_or(&[], |section| section.spec().item)
    }

    fn line(&self, section_path: &Path, item: &Item, language: Lang) -> String {
        let section = section_path.section().filter(|_| item.is_answered());
        section.map(|section| name_of(section, item, language, Form::Full)).unwrap_or_default()
    }

    fn add(&self, section_path: &Path) -> Word {
        section_path.section().map_or(text::UNNAMED, labels::add_item)
    }

    fn none(&self, section_path: &Path) -> Option<[Word; 2]> {
        section_path.section().map(|section| [labels::none(section), labels::unknown(section)])
    }
}

/// The words of this bundle: a context where it has the plan's, so that no other bundle carries them.
#[must_use]
pub fn names() -> &'static dyn Names {
    use_context().unwrap_or(&CardNames)
}

/// An option without readings; of one that only a newer release knows, just that.
#[must_use]
pub fn option_text(path: &Path, id: &str) -> String {
    names().option(path, id).map_or_else(|| text::NEWER_ANSWER.say(lang()).to_owned(), |word| plain(word.say(lang())))
}
