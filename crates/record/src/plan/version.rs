//! Versions: what was kept on a day, for ever as it was; and what happened to it since.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::{
    Plan, Question,
    answer::blank,
    compare,
    lists::{Event, LOOKED, WITHDRAWN, event},
    photo, section, versions,
};
use crate::{
    Answer, Author, Day, ItemId, Moment, SectionData, Stamp,
    catalogue::{ItemOf, NewItem, OfPlan},
    json::Entries,
};

/// The name of a version: random, without meaning.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VersionId(pub String);

impl VersionId {
    /// No version: what the first one was kept after.
    #[must_use]
    pub fn none() -> VersionId {
        VersionId(String::new())
    }
}

/// A name put under a version. A courtesy: it makes nothing binding (rule E1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signature {
    Typed(String),
    /// Drawn with a finger: the data of an SVG path in a box of 300 × 100.
    Drawn(String),
}

/// All answers as they were on one day. Never changed afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Version {
    pub id: VersionId,
    /// The day that stands on it.
    pub on: Day,
    /// When it was kept.
    pub at: Moment,
    /// 本人, or the one who wrote down the person's words.
    pub by: Author,
    /// Why it was written or changed, in own words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed: Option<Signature>,
    /// The versions it was kept after: the newest that were known then, or [`VersionId::none`]. They say which version is newer; the
    /// clock does not. Empty in what earlier releases wrote.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<VersionId>,
    pub answers: BTreeMap<String, SectionData>,
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Version {
    /// The entries of a list, in order, to be asked for the fields of that list.
    pub fn list<L: OfPlan>(&self, list: L) -> impl DoubleEndedIterator<Item = ItemOf<'_, L>> + ExactSizeIterator {
        list.items_in(&self.answers)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Version, D::Error> {
        let mut entries = Entries::of(from)?;
        Ok(Version {
            id: entries.take("id")?,
            on: entries.take("on")?,
            at: entries.take("at")?,
            by: entries.take_or_default("by")?,
            reason: entries.take_or_default("reason")?,
            signed: entries.take_or_default("signed")?,
            after: entries.take_or_default("after")?,
            answers: entries.take_or_default("answers")?,
            extra: entries.rest(),
        })
    }
}

impl Plan {
    /// The newest version, withdrawn or not.
    #[must_use]
    pub fn newest(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// The version that is shown, printed and shared: the newest. When it was withdrawn there is none, because an older one must not
    /// speak in its place (rules E2, E15).
    #[must_use]
    pub fn current(&self) -> Option<&Version> {
        self.newest().filter(|version| !self.is_withdrawn(&version.id))
    }

    /// Whether a version was withdrawn.
    #[must_use]
    pub fn is_withdrawn(&self, id: &VersionId) -> bool {
        self.events(WITHDRAWN).any(|happened| happened.words(event::VERSION) == id.0)
    }

    /// The day on which the newest version was looked at again without a change, if that was.
    #[must_use]
    pub fn looked_again(&self) -> Option<Day> {
        let newest = self.newest()?;
        let of_it = self.events(LOOKED).filter(|happened| happened.words(event::VERSION) == newest.id.0);
        of_it.filter_map(|happened| Day::parse(happened.words(event::ON))).max()
    }

    fn events(&self, kind: &'static str) -> impl Iterator<Item = ItemOf<'_, Event>> {
        self.list(Event).filter(move |happened| happened.words(event::KIND) == kind)
    }

    /// The answers as they stand, to be kept as a version. What a newer release asks comes along.
    #[must_use]
    pub fn snapshot(&self) -> BTreeMap<String, SectionData> {
        let mut answers = BTreeMap::new();
        for (id, data) in self.sections.iter().filter(|(id, data)| !section::ALL.contains(&id.as_str()) && !blank(data)) {
            answers.insert(id.clone(), data.clone());
        }
        answers.entry(Question::V2.id().to_owned()).and_modify(|data| photo::marked(&mut data.fields));
        answers
    }

    /// Keeps the answers as they stand as a version: the newest one, whatever the clock says.
    pub fn keep(&mut self, version: Version) {
        let mut after = self.latest();
        if after.is_empty() {
            after.push(VersionId::none());
        }
        self.versions.push(Version { after, ..version });
    }

    /// The versions after which none was kept: one, or several when two devices each kept one without knowing of the other.
    fn latest(&self) -> Vec<VersionId> {
        let followed = |id: &VersionId| self.versions.iter().any(|version| version.after.contains(id));
        let newest = self.newest().map(|version| &version.id);
        let ids = self.versions.iter().map(|version| &version.id);
        // Versions of before there was this order follow each other as they stand.
        ids.filter(|id| Some(*id) == newest || (!self.is_of_old(id) && !followed(id))).cloned().collect()
    }

    fn is_of_old(&self, id: &VersionId) -> bool {
        self.versions.iter().any(|version| version.id == *id && version.after.is_empty())
    }

    /// Whether the answers say something else than the newest version, or there is none and something was answered.
    #[must_use]
    pub fn has_unkept(&self) -> bool {
        let nothing = BTreeMap::new();
        let kept = self.newest().map_or(&nothing, |version| &version.answers);
        !compare::compare(kept, &self.snapshot()).is_empty()
    }

    /// Goes back to earlier answers. What happened since stays: versions, withdrawals, and the words of the family.
    #[must_use]
    pub fn back_to(&self, earlier: &Plan) -> Plan {
        let mut plan = Plan { versions: versions::joined(&self.versions, &earlier.versions), ..earlier.clone() };
        for id in [section::EVENTS, section::FEELINGS] {
            match self.sections.get(id) {
                Some(now) => plan.sections.insert(id.to_owned(), now.clone()),
                None => plan.sections.remove(id),
            };
        }
        plan
    }

    /// Writes down that the newest version was looked at again and nothing had changed.
    pub fn look_again(&mut self, id: ItemId, on: Day, stamp: &Stamp) {
        self.happen(id, LOOKED, on, stamp);
    }

    /// Withdraws the newest version. Nothing of the plan is shown to anybody afterwards, until another one is kept.
    pub fn withdraw(&mut self, id: ItemId, on: Day, stamp: &Stamp) {
        if self.current().is_some() {
            self.happen(id, WITHDRAWN, on, stamp);
        }
    }

    fn happen(&mut self, id: ItemId, kind: &str, on: Day, stamp: &Stamp) {
        let Some(version) = self.newest().map(|version| version.id.0.clone()) else { return };
        let mut happened = NewItem::new(Event, id);
        for (field, words) in [(event::KIND, kind.to_owned()), (event::ON, on.to_iso()), (event::VERSION, version)] {
            happened = happened.with(field, Some(Answer::Given(words)), stamp);
        }
        happened.put(&mut self.sections);
    }
}
