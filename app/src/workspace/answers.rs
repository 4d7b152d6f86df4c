//! Reading and writing single answers of the open record.

use leptos::prelude::*;
use record::{Answer, Answers, FieldId, Fields, Item, ItemId, Record, Section, SectionData, catalogue};
use store::identity::make_id;

use super::{Folder, Pace};

/// What an answer belongs to: a section of the card, or one of the plan under its stored id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    Card(Section),
    Plan(String),
}

impl Holder {
    /// What stands there.
    #[must_use]
    pub fn data<'a>(&self, record: &'a Record) -> Option<&'a SectionData> {
        match self {
            Holder::Card(section) => record.card.section(*section),
            Holder::Plan(id) => record.plan.section(id),
        }
    }

    /// The list that stands there, in order.
    #[must_use]
    pub fn items<'a>(&self, record: &'a Record) -> &'a [Item] {
        self.data(record).map_or(&[], |data| &data.items)
    }

    fn data_mut<'a>(&self, record: &'a mut Record) -> &'a mut SectionData {
        match self {
            Holder::Card(section) => record.card.section_mut(*section),
            Holder::Plan(id) => record.plan.section_mut(id),
        }
    }
}

/// Where one answer stands: a field of a section, or of an item in its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    pub holder: Holder,
    pub item: Option<ItemId>,
    pub field: FieldId,
}

impl Spot {
    /// A field of a section itself.
    #[must_use]
    pub fn of(holder: &Holder, field: FieldId) -> Spot {
        Spot { holder: holder.clone(), item: None, field }
    }

    /// The id of the control on the page; the same in every render.
    #[must_use]
    pub fn control(&self) -> String {
        match &self.item {
            Some(item) => format!("{}-{}", self.field.0, item.0),
            None => self.field.0.to_owned(),
        }
    }
}

fn fields_of<'a>(record: &'a Record, spot: &Spot) -> Option<&'a Fields> {
    let data = spot.holder.data(record)?;
    match &spot.item {
        Some(id) => data.items.iter().find(|item| item.id == *id).map(|item| &item.fields),
        None => Some(&data.fields),
    }
}

fn fields_mut<'a>(data: &'a mut SectionData, spot: &Spot) -> Option<&'a mut Fields> {
    match &spot.item {
        Some(id) => data.items.iter_mut().find(|item| item.id == *id).map(|item| &mut item.fields),
        None => Some(&mut data.fields),
    }
}

impl Folder {
    /// The answer at a spot, followed by whoever reads it.
    #[must_use]
    pub fn answer(self, spot: &Spot) -> Option<Answer> {
        self.record.with(|record| fields_of(record, spot)?.answer(spot.field).cloned())
    }

    /// The words at a spot; empty when there are none.
    #[must_use]
    pub fn words(self, spot: &Spot) -> String {
        self.record.with(|record| fields_of(record, spot).map(|fields| fields.text(spot.field).to_owned()).unwrap_or_default())
    }

    /// Writes an answer; `None` makes it untouched again.
    pub fn write_answer(self, pace: Pace, spot: &Spot, answer: Option<Answer>) {
        self.edit(pace, &mut |record, stamp| {
            let data = spot.holder.data_mut(record);
            if let Some(fields) = fields_mut(data, spot) {
                fields.set(spot.field, answer.clone(), stamp);
            }
        });
    }

    /// Writes words; empty words make the field untouched again.
    pub fn write_words(self, pace: Pace, spot: &Spot, words: &str) {
        self.write_answer(pace, spot, (!words.trim().is_empty()).then(|| Answer::Given(words.to_owned())));
    }

    /// Adds an empty item at the end of a section's list and tells its id.
    pub fn add_item(self, holder: &Holder) -> ItemId {
        let id = ItemId(self.with(|ports| make_id(ports)).unwrap_or_default());
        self.edit(Pace::Tap, &mut |record, _| {
            let data = holder.data_mut(record);
            data.fields.remove(catalogue::LIST.0);
            data.items.push(Item { id: id.clone(), fields: Fields::new(), extra: serde_json::Map::new() });
        });
        id
    }

    /// Removes an item.
    pub fn remove_item(self, holder: &Holder, id: &ItemId) {
        self.edit(Pace::Tap, &mut |record, _| holder.data_mut(record).items.retain(|item| item.id != *id));
    }

    /// Moves an item one place towards the beginning.
    pub fn raise_item(self, holder: &Holder, id: &ItemId) {
        self.edit(Pace::Tap, &mut |record, _| {
            let items = &mut holder.data_mut(record).items;
            if let Some(place) = items.iter().position(|item| item.id == *id).filter(|place| *place > 0) {
                items.swap(place - 1, place);
            }
        });
    }

    /// Puts an item back where it stood.
    pub fn put_back(self, holder: &Holder, item: &Item, place: usize) {
        self.edit(Pace::Tap, &mut |record, _| {
            let data = holder.data_mut(record);
            data.fields.remove(catalogue::LIST.0);
            data.items.insert(place.min(data.items.len()), item.clone());
        });
    }
}
