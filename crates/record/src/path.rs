//! Where something stands in a record, and reading and writing through it.
//!
//! A [`Path`] leads from a record to one of its sections, from there to an entry of the section's list, and to a field. Whatever is
//! about one answer names it by its path: controls on a page, remarks, changes, conflicts.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    Answer, Answers, FieldId, Fields, Item, ItemId, Record, Section, SectionData, Stamp,
    catalogue::{self, FieldSpec},
    plan::{Key, section},
};

/// Where a path begins: a part of a record that has answers and may have a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Root {
    /// The record as a whole: the day on which the card was confirmed, and the versions of the plan. It has no answers of its own.
    #[default]
    Whole,
    /// A section of the card.
    Card(Section),
    /// A question of the plan, with its scene where it is asked once for each.
    Question(Key),
    /// A section of the plan that is no question: an id of [`plan::section`](section).
    PlanSection(&'static str),
    /// A section of the card or of the plan that only a newer release knows, by its stored id.
    Newer(String),
}

impl Root {
    /// The part with a stored id. Ids are unique across card and plan.
    #[must_use]
    pub fn by_id(id: &str) -> Root {
        if id.is_empty() {
            return Root::Whole;
        }
        let card = Section::by_id(id).map(Root::Card);
        let question = || Key::by_id(id).map(Root::Question);
        let plan_section = || section::ALL.into_iter().find(|known| *known == id).map(Root::PlanSection);
        card.or_else(question).or_else(plan_section).unwrap_or_else(|| Root::Newer(id.to_owned()))
    }

    /// The stored id; empty for the record as a whole.
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Root::Whole => String::new(),
            Root::Card(section) => section.id().to_owned(),
            Root::Question(key) => key.to_string(),
            Root::PlanSection(id) => (*id).to_owned(),
            Root::Newer(id) => id.clone(),
        }
    }

    /// The sections among which it stands: those of the card, or those of the plan.
    fn is_of_card(&self, record: &Record) -> bool {
        match self {
            Root::Card(_) => true,
            Root::Newer(id) => record.card.sections.contains_key(id),
            Root::Whole | Root::Question(_) | Root::PlanSection(_) => false,
        }
    }
}

/// Where something stands: a section, an entry of its list, a field of either.
///
/// It is stored as one word, `section/item/field` ([`fmt::Display`]).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Path {
    pub root: Root,
    /// The entry of the list, when it is about one.
    pub item: Option<ItemId>,
    /// The field's stored id, when it is about one. A newer release may have written others than the catalogue has.
    pub field: Option<String>,
}

impl From<Root> for Path {
    fn from(root: Root) -> Path {
        Path { root, ..Path::default() }
    }
}

impl From<Section> for Path {
    fn from(section: Section) -> Path {
        Root::Card(section).into()
    }
}

impl From<Key> for Path {
    fn from(key: Key) -> Path {
        Root::Question(key).into()
    }
}

impl Path {
    /// A section of the plan that is no question: an id of [`plan::section`](section).
    #[must_use]
    pub fn plan_section(id: &'static str) -> Path {
        Root::PlanSection(id).into()
    }

    /// The same, at an entry of the list.
    #[must_use]
    pub fn item(&self, id: &ItemId) -> Path {
        Path { root: self.root.clone(), item: Some(id.clone()), field: None }
    }

    /// The same, at a field.
    #[must_use]
    pub fn field(&self, field: FieldId) -> Path {
        self.named(field.as_str())
    }

    /// The same, at a field by its stored id.
    #[must_use]
    pub fn named(&self, field: &str) -> Path {
        Path { root: self.root.clone(), item: self.item.clone(), field: Some(field.to_owned()) }
    }

    /// The field's stored id; empty when it leads to no field.
    #[must_use]
    pub fn id(&self) -> &str {
        self.field.as_deref().unwrap_or_default()
    }

    /// The section of the card, when it leads there.
    #[must_use]
    pub fn section(&self) -> Option<Section> {
        if let Root::Card(section) = self.root { Some(section) } else { None }
    }

    /// The question of the plan, when it leads there.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        if let Root::Question(key) = self.root { Some(key) } else { None }
    }

    /// Whether it leads to this field.
    #[must_use]
    pub fn is(&self, field: FieldId) -> bool {
        self.field.as_deref() == Some(field.as_str())
    }

    /// The catalogue entry of the field, unless only a newer release knows it.
    #[must_use]
    pub fn spec(&self) -> Option<&'static FieldSpec> {
        catalogue::spec_at(&self.root.id(), self.item.is_some(), self.field.as_deref()?)
    }

    /// The id of the control on the page that shows one section: the same in every render.
    #[must_use]
    pub fn control(&self) -> String {
        match &self.item {
            Some(item) => format!("{}-{}", self.id(), item.0),
            None => self.id().to_owned(),
        }
    }

    /// What stands in the section.
    #[must_use]
    pub fn data<'a>(&self, record: &'a Record) -> Option<&'a SectionData> {
        let sections = if self.root.is_of_card(record) { &record.card.sections } else { &record.plan.sections };
        sections.get(&self.root.id())
    }

    /// The section, begun if it was not there; nothing for the record as a whole, and nothing for a section of a newer release that
    /// is not there.
    pub fn data_mut<'a>(&self, record: &'a mut Record) -> Option<&'a mut SectionData> {
        if matches!(self.root, Root::Whole | Root::Newer(_)) && self.data(record).is_none() {
            return None;
        }
        let sections = if self.root.is_of_card(record) { &mut record.card.sections } else { &mut record.plan.sections };
        Some(sections.entry(self.root.id()).or_default())
    }

    /// The list of the section, in order.
    #[must_use]
    pub fn items<'a>(&self, record: &'a Record) -> &'a [Item] {
        self.data(record).map_or(&[], |data| &data.items)
    }

    /// The fields of the entry, or of the section itself.
    #[must_use]
    pub fn fields<'a>(&self, record: &'a Record) -> Option<&'a Fields> {
        let data = self.data(record)?;
        match &self.item {
            Some(id) => data.items.iter().find(|item| item.id == *id).map(|item| &item.fields),
            None => Some(&data.fields),
        }
    }

    /// The answer at the field; nothing when it is untouched.
    #[must_use]
    pub fn answer<'a>(&self, record: &'a Record) -> Option<&'a Answer> {
        self.fields(record)?.get(self.field.as_deref()?).map(|field| &field.answer)
    }

    /// The words typed at the field; empty when there are none.
    #[must_use]
    pub fn words<'a>(&self, record: &'a Record) -> &'a str {
        if let Some(Answer::Given(words)) = self.answer(record) { words } else { "" }
    }

    /// The id of the one option chosen at the field; empty when there is none.
    #[must_use]
    pub fn picked<'a>(&self, record: &'a Record) -> &'a str {
        if let Some(Answer::Picked(id)) = self.answer(record) { id } else { "" }
    }

    /// Writes an answer at the field; `None` makes it untouched again. An entry that is gone is not made again.
    pub fn set(&self, record: &mut Record, answer: Option<Answer>, stamp: &Stamp) {
        let (Some(field), Some(data)) = (&self.field, self.data_mut(record)) else { return };
        let fields = match &self.item {
            Some(id) => data.items.iter_mut().find(|item| item.id == *id).map(|item| &mut item.fields),
            None => Some(&mut data.fields),
        };
        if let Some(fields) = fields {
            fields.set_named(field, answer, stamp);
        }
    }

    /// Puts an entry into the list of the section, at a place or at the end. A list that has something in it is neither none nor
    /// unknown.
    pub fn insert(&self, record: &mut Record, place: usize, item: Item) {
        let Some(data) = self.data_mut(record) else { return };
        data.fields.remove(catalogue::LIST.as_str());
        data.items.insert(place.min(data.items.len()), item);
    }

    /// Removes an entry from the list of the section.
    pub fn remove(&self, record: &mut Record, id: &ItemId) {
        if let Some(data) = self.data_mut(record) {
            data.items.retain(|item| item.id != *id);
        }
    }

    /// Moves an entry one place towards the beginning of the list.
    pub fn raise(&self, record: &mut Record, id: &ItemId) {
        let Some(data) = self.data_mut(record) else { return };
        if let Some(place) = data.items.iter().position(|item| item.id == *id).filter(|place| *place > 0) {
            data.items.swap(place - 1, place);
        }
    }
}

/// As one word: `section/item/field`, with nothing for a part that there is not. Ids of newer releases and of files may have any letters:
/// `/` is written `~1`, `~` is written `~0`, and an empty id `~`.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = |id: Option<&str>| id.map_or_else(String::new, |id| if id.is_empty() { "~".to_owned() } else { escaped(id) });
        let item = self.item.as_ref().map(|item| item.0.as_str());
        write!(f, "{}/{}/{}", escaped(&self.root.id()), part(item), part(self.field.as_deref()))
    }
}

fn escaped(id: &str) -> String {
    id.replace('~', "~0").replace('/', "~1")
}

impl Path {
    /// The path that was written as one word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Path> {
        let [section, item, field] = word.split('/').collect::<Vec<_>>()[..] else { return None };
        let plain = |part: &str| part.replace("~1", "/").replace("~0", "~");
        let some = |part: &str| match part {
            "" => None,
            "~" => Some(String::new()),
            _ => Some(plain(part)),
        };
        Some(Path { root: Root::by_id(&plain(section)), item: some(item).map(ItemId), field: some(field) })
    }
}

impl From<Path> for String {
    fn from(path: Path) -> String {
        path.to_string()
    }
}

impl TryFrom<String> for Path {
    type Error = &'static str;

    fn try_from(word: String) -> Result<Path, &'static str> {
        Path::parse(&word).ok_or("a path is section/item/field")
    }
}
