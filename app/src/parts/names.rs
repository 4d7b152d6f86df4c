//! What fields and options are called: the card's words, and the plan's in the bundle that has its pages.

use leptos::prelude::*;
use record::{Item, catalogue::FieldSpec};

use super::{summary, words::lang};
use crate::{
    text::{Lang, Word, fields as text, labels, plain},
    workspace::answers::{Holder, Spot},
};

/// The words for the fields of a bundle's pages. A context, so that a bundle carries no words of others.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    pub field: fn(&Spot) -> Word,
    pub hint: fn(&Spot) -> Option<Word>,
    pub option: fn(&Spot, &str) -> Option<Word>,
    /// The fields of each entry of a list.
    pub item: fn(&Holder) -> &'static [FieldSpec],
    /// One line for an entry.
    pub line: fn(&Holder, &Item, Lang) -> String,
    /// The button that adds an entry.
    pub add: fn(&Holder) -> Word,
    /// 「なし」 and 「わからない」 for a whole list, where it has them.
    pub none: fn(&Holder) -> Option<[Word; 2]>,
}

/// The words of the card.
pub const CARD: Names = Names {
    field: |spot| match spot.holder {
        Holder::Card(section) => labels::field(section, spot.field.0),
        Holder::Plan(_) => text::UNNAMED,
    },
    hint: |spot| match spot.holder {
        Holder::Card(section) => labels::hint(section, spot.field.0),
        Holder::Plan(_) => None,
    },
    option: |_, id| labels::option_word(id),
    item: |holder| match holder {
        Holder::Card(section) => section.spec().item,
        Holder::Plan(_) => &[],
    },
    line: |holder, item, language| match holder {
        Holder::Card(section) => summary::item(*section, item, language),
        Holder::Plan(_) => String::new(),
    },
    add: |holder| match holder {
        Holder::Card(section) => labels::add_item(*section),
        Holder::Plan(_) => text::UNNAMED,
    },
    none: |holder| match holder {
        Holder::Card(section) => Some([labels::none(*section), labels::unknown(*section)]),
        Holder::Plan(_) => None,
    },
};

/// The words of this bundle.
#[must_use]
pub fn names() -> Names {
    use_context().unwrap_or(CARD)
}

/// An option without ruby; its id when nobody here knows it.
#[must_use]
pub fn option_text(spot: &Spot, id: &str) -> String {
    (names().option)(spot, id).map_or_else(|| id.to_owned(), |word| plain(word.say(lang())))
}
