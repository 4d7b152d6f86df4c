//! Entries of lists, and the ids of their fields. Both carry the list in their type, which is nothing when the program runs.

use std::{collections::BTreeMap, marker::PhantomData};

use serde_json::Map;

use super::{FieldId, FieldSpec, OptionOf, option::has_option};
use crate::{Answer, Answers, Field, Fields, Item, ItemId, Path, Root, SectionData, Stamp};

/// A list of the record.
pub trait List: Copy {
    /// The stored id of the section whose list it is.
    const ID: &'static str;
    /// What is asked of each entry.
    const FIELDS: &'static [FieldSpec];

    /// The entries of the list, in order, in the sections of a card, a plan or a version.
    fn items_in(self, sections: &BTreeMap<String, SectionData>) -> impl DoubleEndedIterator<Item = ItemOf<'_, Self>> + ExactSizeIterator {
        sections.get(Self::ID).map_or(&[][..], |data| &data.items).iter().map(ItemOf::new)
    }

    /// An entry of a section's list as one of this list; nothing when that is another section.
    fn item<'a>(self, section: &str, item: &'a Item) -> Option<ItemOf<'a, Self>> {
        (section == Self::ID).then(|| ItemOf::new(item))
    }
}

/// A list of the card.
pub trait OfCard: List {}

/// A list of the plan.
pub trait OfPlan: List {}

/// A field of each entry of the list `L`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemField<L> {
    id: FieldId,
    list: PhantomData<L>,
}

impl<L: List> ItemField<L> {
    pub(crate) const fn new(_: L, id: FieldId) -> ItemField<L> {
        ItemField { id, list: PhantomData }
    }

    /// The field's stored id, without its list: for loops over the catalogue.
    #[must_use]
    pub const fn untyped(self) -> FieldId {
        self.id
    }

    /// Where it stands in one entry.
    #[must_use]
    pub fn of(self, entry: &ItemId) -> Path {
        Path::from(Root::by_id(L::ID)).item(entry).field(self.id)
    }

    /// An option of the field. As a constant it ends the build where the field has no such option.
    #[must_use]
    pub const fn option(self, option: &'static str) -> OptionOf<ItemField<L>> {
        assert!(has_option(L::FIELDS, self.id, option), "the field has no such option");
        OptionOf { field: self, option }
    }
}

/// An entry of the list `L`. It is asked for the fields of its own list:
///
/// ```
/// use record::catalogue::{Medicine, medicine};
///
/// # fn dose(card: &record::Card) -> Option<&str> {
/// card.list(Medicine).next().map(|first| first.words(medicine::DOSE))
/// # }
/// ```
///
/// No other can be asked of it:
///
/// ```compile_fail,E0308
/// use record::catalogue::{Medicine, contact};
///
/// # fn phone(card: &record::Card) -> Option<&str> {
/// card.list(Medicine).next().map(|first| first.words(contact::PHONE))
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemOf<'a, L> {
    /// The entry, without its list.
    pub item: &'a Item,
    list: PhantomData<L>,
}

impl<'a, L: List> ItemOf<'a, L> {
    pub(crate) const fn new(item: &'a Item) -> ItemOf<'a, L> {
        ItemOf { item, list: PhantomData }
    }

    /// The answer with who wrote it and when; nothing when the field is untouched.
    #[must_use]
    pub fn field(self, field: ItemField<L>) -> Option<&'a Field> {
        self.item.fields.get(field.id.as_str())
    }

    /// The answer; nothing when the field is untouched.
    #[must_use]
    pub fn answer(self, field: ItemField<L>) -> Option<&'a Answer> {
        self.item.fields.answer(field.id)
    }

    /// The words given; empty when there are none.
    #[must_use]
    pub fn words(self, field: ItemField<L>) -> &'a str {
        self.item.fields.words(field.id)
    }

    /// The id of the one option chosen; empty when there is none.
    #[must_use]
    pub fn picked(self, field: ItemField<L>) -> &'a str {
        self.item.fields.picked(field.id)
    }

    /// The options chosen.
    #[must_use]
    pub fn chosen(self, field: ItemField<L>) -> &'a [String] {
        self.item.fields.chosen(field.id)
    }

    /// Whether words were typed or an option was chosen.
    #[must_use]
    pub fn says(self, field: ItemField<L>) -> bool {
        self.item.fields.says(field.id)
    }

    /// Whether this is the one option chosen.
    #[must_use]
    pub fn chose(self, choice: OptionOf<ItemField<L>>) -> bool {
        self.picked(choice.field) == choice.option
    }

    /// Whether this is among the options chosen.
    #[must_use]
    pub fn has(self, choice: OptionOf<ItemField<L>>) -> bool {
        self.chosen(choice.field).iter().any(|option| option == choice.option)
    }
}

/// An entry that is being written.
#[derive(Clone, Debug, PartialEq)]
pub struct NewItem<L> {
    item: Item,
    list: PhantomData<L>,
}

impl<L: List> NewItem<L> {
    /// An entry in which nothing is answered.
    #[must_use]
    pub fn new(_: L, id: ItemId) -> NewItem<L> {
        NewItem { item: Item { id, fields: Fields::new(), extra: Map::new() }, list: PhantomData }
    }

    /// The same, with an answer.
    #[must_use]
    pub fn with(mut self, field: ItemField<L>, answer: Option<Answer>, stamp: &Stamp) -> NewItem<L> {
        self.item.fields.set(field.id, answer, stamp);
        self
    }

    /// What stands in it so far.
    #[must_use]
    pub fn read(&self) -> ItemOf<'_, L> {
        ItemOf::new(&self.item)
    }

    /// Puts it at the end of its list, in the sections of a card or a plan.
    pub fn put(self, sections: &mut BTreeMap<String, SectionData>) {
        sections.entry(L::ID.to_owned()).or_default().items.push(self.item);
    }
}
