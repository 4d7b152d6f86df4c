//! What fields and options are called: the card's words, and the plan's in the bundle that has its pages.

use leptos::prelude::*;
use record::{Item, Path, catalogue::FieldSpec};
use words::{entry::name_of, said::Form};

use super::words::lang;
use words::{Lang, Word, fields as text, labels, plain};

/// The words for the fields of a bundle's pages. A context, so that a bundle carries no words of others.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    pub field: fn(&Path) -> Word,
    pub hint: fn(&Path) -> Option<Word>,
    pub option: fn(&Path, &str) -> Option<Word>,
    /// The fields of each entry of a list.
    pub item: fn(&Path) -> &'static [FieldSpec],
    /// One line for an entry.
    pub line: fn(&Path, &Item, Lang) -> String,
    /// The button that adds an entry.
    pub add: fn(&Path) -> Word,
    /// 「なし」 and 「わからない」 for a whole list, where it has them.
    pub none: fn(&Path) -> Option<[Word; 2]>,
}

/// The words of the card.
pub const CARD: Names = Names {
    field: |path| path.section().map_or(text::UNNAMED, |section| labels::field(section, path.id())),
    hint: |path| labels::hint(path.section()?, path.id()),
    option: |_, id| labels::option_word(id),
    item: |holder| holder.section().map_or(&[], |section| section.spec().item),
    line: |holder, item, language| {
        let section = holder.section().filter(|_| item.is_answered());
        section.map(|section| name_of(section, item, language, Form::Full)).unwrap_or_default()
    },
    add: |holder| holder.section().map_or(text::UNNAMED, labels::add_item),
    none: |holder| holder.section().map(|section| [labels::none(section), labels::unknown(section)]),
};

/// The words of this bundle.
#[must_use]
pub fn names() -> Names {
    use_context().unwrap_or(CARD)
}

/// An option without readings; of one that only a newer release knows, just that.
#[must_use]
pub fn option_text(path: &Path, id: &str) -> String {
    (names().option)(path, id).map_or_else(|| text::NEWER_ANSWER.say(lang()).to_owned(), |word| plain(word.say(lang())))
}
