//! Reading and writing single answers of the open record.

use leptos::prelude::*;
use record::{Answer, Fields, Item, ItemId, Path};
use store::identity::make_id;

use super::{Pace, Workspace};

impl Workspace {
    /// The answer at a path, followed by whoever reads it.
    #[must_use]
    pub fn answer(self, path: &Path) -> Option<Answer> {
        self.record.with(|record| path.answer(record).cloned())
    }

    /// The words at a path; empty when there are none.
    #[must_use]
    pub fn words(self, path: &Path) -> String {
        self.record.with(|record| path.words(record).to_owned())
    }

    /// The id of the one option chosen at a path; empty when there is none.
    #[must_use]
    pub fn picked(self, path: &Path) -> String {
        self.record.with(|record| path.picked(record).to_owned())
    }

    /// Writes an answer; `None` makes it untouched again.
    pub fn write_answer(self, pace: Pace, path: &Path, answer: Option<Answer>) {
        self.edit(pace, &mut |record, stamp| path.set(record, answer.clone(), stamp));
    }

    /// Writes words; empty words make the field untouched again.
    pub fn write_words(self, pace: Pace, path: &Path, words: &str) {
        self.write_answer(pace, path, (!words.trim().is_empty()).then(|| Answer::Given(words.to_owned())));
    }

    /// Adds an empty item at the end of a section's list and tells its id.
    pub fn add_item(self, section_path: &Path) -> ItemId {
        let id = ItemId(self.with(|ports| make_id(ports)).unwrap_or_default());
        let item = Item { id: id.clone(), fields: Fields::new(), extra: serde_json::Map::new() };
        self.put_back(section_path, &item, usize::MAX);
        id
    }

    /// Removes an item.
    pub fn remove_item(self, section_path: &Path, id: &ItemId) {
        self.edit(Pace::Tap, &mut |record, _| section_path.remove(record, id));
    }

    /// Moves an item one place towards the beginning.
    pub fn raise_item(self, section_path: &Path, id: &ItemId) {
        self.edit(Pace::Tap, &mut |record, _| section_path.raise(record, id));
    }

    /// Puts an item back where it stood.
    pub fn put_back(self, section_path: &Path, item: &Item, place: usize) {
        self.edit(Pace::Tap, &mut |record, _| section_path.insert(record, place, item.clone()));
    }
}
