//! The record, and the emergency card in it.
//!
//! Every answer is a [`Field`] under a field id of the [`catalogue`](crate::catalogue): one shape for all sections, so that
//! `diff`, `merge` and `view` are each written once and a new field is one line of catalogue.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::{
    Answer, Author, Conflict, Day, FieldId, Moment, Plan, Section, Stamp,
    access::Log,
    catalogue::{self, ItemOf, OfCard, SectionField},
    change_counters::ChangeCounters,
    json::Entries,
};

/// The name of a record: random, without meaning, never shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecordId(pub String);

impl RecordId {
    /// Whether this is a name as any release gives it: letters, digits, `-` and `_`, at most 64. What comes in from a file may
    /// hold anything.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let plain = |sign: u8| sign.is_ascii_alphanumeric() || matches!(sign, b'-' | b'_');
        (1..=64).contains(&self.0.len()) && self.0.bytes().all(plain)
    }
}

/// The name of a list item: random, kept for the item's whole life, so that two edits of one list can be merged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemId(pub String);

impl ItemId {
    /// The name of an entry that was read from paper: the print and the place in it. Every device that reads one print gives the same.
    #[must_use]
    pub fn on_paper(print: u32, place: u32) -> ItemId {
        ItemId(format!("{print:08x}-{place}"))
    }

    /// Whether an entry has its name from paper, which does not carry the one it had before.
    #[must_use]
    pub fn is_from_paper(&self) -> bool {
        let hex = |sign: u8| sign.is_ascii_digit() || (b'a'..=b'f').contains(&sign);
        let figures = |text: &str| !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit());
        self.0.split_once('-').is_some_and(|(print, place)| print.len() == 8 && print.bytes().all(hex) && figures(place))
    }
}

/// An answer with who wrote it and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "StoredField", into = "StoredField")]
pub struct Field {
    pub answer: Answer,
    pub stamp: Stamp,
}

/// A field as it is stored: the stamp stands beside the answer.
#[derive(Serialize, Deserialize)]
struct StoredField {
    answer: Answer,
    at: Moment,
    #[serde(default)]
    by: Author,
}

impl From<StoredField> for Field {
    fn from(StoredField { answer, at, by }: StoredField) -> Field {
        Field { answer, stamp: Stamp { at, by } }
    }
}

impl From<Field> for StoredField {
    fn from(Field { answer, stamp: Stamp { at, by } }: Field) -> StoredField {
        StoredField { answer, at, by }
    }
}

/// Fields by field id.
pub type Fields = BTreeMap<String, Field>;

/// One entry of a list: a contact, a doctor, a medicine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    pub id: ItemId,
    pub fields: Fields,
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Item, D::Error> {
        let mut entries = Entries::of(from)?;
        Ok(Item { id: entries.take("id")?, fields: entries.take_or_default("fields")?, extra: entries.rest() })
    }
}

/// What stands in one section of the card.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SectionData {
    #[serde(skip_serializing_if = "Fields::is_empty")]
    pub fields: Fields,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl<'de> Deserialize<'de> for SectionData {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<SectionData, D::Error> {
        let mut entries = Entries::of(from)?;
        Ok(SectionData { fields: entries.take_or_default("fields")?, items: entries.take_or_default("items")?, extra: entries.rest() })
    }
}

/// The day somebody last went through the whole card and said it is right, and who that was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    pub on: Day,
    #[serde(default)]
    pub by: Author,
}

/// The emergency card (救急カード): facts that a crew or a clinic needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Card {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Confirmed>,
    pub sections: BTreeMap<String, SectionData>,
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl<'de> Deserialize<'de> for Card {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Card, D::Error> {
        let mut entries = Entries::of(from)?;
        let (confirmed, sections) = (entries.take_or_default("confirmed")?, entries.take_or_default("sections")?);
        Ok(Card { confirmed, sections, extra: entries.rest() })
    }
}

/// All we keep about one person: the unit of saving, backup and sharing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Record {
    pub id: RecordId,
    /// When the record was begun.
    pub made: Moment,
    /// 見本: an invented person to look at. Never printed or shared without the word.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
    pub card: Card,
    #[serde(skip_serializing_if = "Plan::is_empty")]
    pub plan: Plan,
    /// What was opened to whom, and what was shown.
    #[serde(skip_serializing_if = "Log::is_empty")]
    pub log: Log,
    /// What was changed and removed, so that an older file does not bring it back.
    #[serde(rename = "remembered", skip_serializing_if = "ChangeCounters::is_empty")]
    pub change_counters: ChangeCounters,
    /// What two edits said differently and nobody has decided yet, sorted by place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Record, D::Error> {
        let mut entries = Entries::of(from)?;
        Ok(Record {
            id: entries.take("id")?,
            made: entries.take("made")?,
            sample: entries.take_or_default("sample")?,
            card: entries.take_or_default("card")?,
            plan: entries.take_or_default("plan")?,
            log: entries.take_or_default("log")?,
            change_counters: entries.take_or_default("remembered")?,
            conflicts: entries.take_or_default("conflicts")?,
            extra: entries.rest(),
        })
    }
}

/// What is known about a list or a field: four different things, none of which stands for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    Untouched,
    None,
    Unknown,
    Listed,
}

impl Record {
    /// A record with nothing in it yet.
    #[must_use]
    pub fn new(id: RecordId, made: Moment) -> Record {
        Record {
            id,
            made,
            sample: false,
            card: Card::default(),
            plan: Plan::default(),
            log: Log::default(),
            change_counters: ChangeCounters::new(),
            conflicts: Vec::new(),
            extra: Map::new(),
        }
    }

    /// Whether nothing was ever written in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.card.sections.is_empty() && self.plan.is_empty() && self.log.is_empty()
    }
}

impl Card {
    /// The section, if anything was ever written in it.
    #[must_use]
    pub fn section(&self, section: Section) -> Option<&SectionData> {
        self.sections.get(section.id())
    }

    /// The section, begun if it was not there.
    pub fn section_mut(&mut self, section: Section) -> &mut SectionData {
        self.sections.entry(section.id().to_owned()).or_default()
    }

    /// The words given for a field of a section itself; empty when there are none. Which section that is says the field:
    ///
    /// ```
    /// # fn name(card: &record::Card) -> &str {
    /// card.words(record::catalogue::person::NAME)
    /// # }
    /// ```
    ///
    /// No field can be asked of a section that does not have it:
    ///
    /// ```compile_fail
    /// # fn name(card: &record::Card) -> &str {
    /// card.words(record::catalogue::blood::NAME)
    /// # }
    /// ```
    #[must_use]
    pub fn words(&self, field: SectionField) -> &str {
        self.section(field.section()).map_or("", |data| data.fields.words(field.untyped()))
    }

    /// The id of the one option chosen for a field of a section itself; empty when there is none.
    #[must_use]
    pub fn picked(&self, field: SectionField) -> &str {
        self.section(field.section()).map_or("", |data| data.fields.picked(field.untyped()))
    }

    /// The options chosen for a field of a section itself.
    #[must_use]
    pub fn chosen(&self, field: SectionField) -> &[String] {
        self.section(field.section()).map_or(&[], |data| data.fields.chosen(field.untyped()))
    }

    /// The answer to a field of a section itself, with who wrote it and when; nothing when it is untouched.
    #[must_use]
    pub fn field(&self, field: SectionField) -> Option<&Field> {
        self.section(field.section())?.fields.get(field.untyped().as_str())
    }

    /// Writes an answer to a field of a section itself.
    pub fn set(&mut self, field: SectionField, answer: Option<Answer>, stamp: &Stamp) {
        self.section_mut(field.section()).fields.set(field.untyped(), answer, stamp);
    }

    /// The entries of a list, in order, to be asked for the fields of that list.
    pub fn list<L: OfCard>(&self, list: L) -> impl DoubleEndedIterator<Item = ItemOf<'_, L>> + ExactSizeIterator {
        list.items_in(&self.sections)
    }

    /// The items of a section, in order.
    #[must_use]
    pub fn items(&self, section: Section) -> &[Item] {
        self.section(section).map_or(&[], |data| &data.items)
    }

    /// What is known of a section: its list where it has one, else whether anything in it was answered. An entry that was only
    /// begun says nothing yet.
    #[must_use]
    pub fn known(&self, section: Section) -> Known {
        let Some(data) = self.section(section) else { return Known::Untouched };
        if data.items.iter().any(Item::is_answered) {
            return Known::Listed;
        }
        match data.fields.get(catalogue::LIST.as_str()).map(|field| &field.answer) {
            Some(Answer::None) => return Known::None,
            Some(Answer::Unknown) => return Known::Unknown,
            _ => {}
        }
        // Where the notebook is kept does not tell which medicines there are.
        if data.fields.is_empty() || section.spec().has_list() { Known::Untouched } else { Known::Listed }
    }
}

impl Card {
    /// The newest answer anywhere on the card: when it was written, and by whom. What a card tells of its age before anybody has
    /// confirmed it as a whole.
    #[must_use]
    pub fn last_written(&self) -> Option<&Stamp> {
        self.sections.values().filter_map(SectionData::stamp).max()
    }
}

impl Item {
    /// Whether anything was answered in this entry.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        !self.fields.is_empty()
    }
}

impl SectionData {
    /// Who wrote last in this section, and when.
    #[must_use]
    pub fn stamp(&self) -> Option<&Stamp> {
        let items = self.items.iter().flat_map(|item| item.fields.values());
        self.fields.values().chain(items).map(|field| &field.stamp).max()
    }
}

/// Reading and writing answers by field id.
pub trait Answers {
    /// What was answered, if the field was touched.
    fn answer(&self, field: FieldId) -> Option<&Answer>;

    /// Writes an answer; `None` makes the field untouched again. The same answer again keeps its stamp, and what
    /// a clinic wrote stays as it is.
    fn set(&mut self, field: FieldId, answer: Option<Answer>, stamp: &Stamp) {
        self.set_named(field.as_str(), answer, stamp);
    }

    /// The same for a field by its stored id, which may be one of a newer release.
    fn set_named(&mut self, field: &str, answer: Option<Answer>, stamp: &Stamp);

    /// The words given; empty when there are none.
    fn words(&self, field: FieldId) -> &str {
        match self.answer(field) {
            Some(Answer::Given(text)) => text,
            _ => "",
        }
    }

    /// The id of the one option chosen; empty when there is none.
    fn picked(&self, field: FieldId) -> &str {
        match self.answer(field) {
            Some(Answer::Picked(id)) => id,
            _ => "",
        }
    }

    /// Whether words were typed or an option was chosen.
    fn says(&self, field: FieldId) -> bool {
        !self.words(field).is_empty() || !self.picked(field).is_empty()
    }

    /// The options chosen.
    fn chosen(&self, field: FieldId) -> &[String] {
        match self.answer(field) {
            Some(Answer::Chosen(ids)) => ids,
            _ => &[],
        }
    }
}

impl Answers for Fields {
    fn answer(&self, field: FieldId) -> Option<&Answer> {
        self.get(field.as_str()).map(|found| &found.answer)
    }

    fn set_named(&mut self, field: &str, answer: Option<Answer>, stamp: &Stamp) {
        match answer {
            // What a clinic wrote is not written over.
            _ if self.get(field).is_some_and(|old| old.stamp.by.is_clinic()) => {}
            Some(answer) => {
                if self.get(field).is_none_or(|old| old.answer != answer) {
                    self.insert(field.to_owned(), Field { answer, stamp: stamp.clone() });
                }
            }
            None => {
                self.remove(field);
            }
        }
    }
}
