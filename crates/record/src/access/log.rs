//! What the person opened and closed, and what was shown to whom: events that are only ever added.
//!
//! Two copies of a log are joined by taking every event of both, so joining needs no base and no clock, and nothing that happened can
//! be lost or undone by an old copy. An event that opens or closes names the events it was made in knowledge of. A part is open when
//! one opening knew of every closing: of an opening and a closing that did not know of each other, the closing counts. An opening says
//! under which [`Terms`]; of two that did not know of each other, the one that ends first counts.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::{Offer, Recipient};
use crate::{
    Answer, Answers, Author, Day, FieldId, ItemId, Moment, Plan, Record, Stamp, json,
    plan::{VersionId, parts::Part, section},
};

/// The name of an event: random, without meaning.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventId(pub String);

/// Something that happened, with who did it and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "StoredEvent", into = "StoredEvent")]
pub struct Event {
    pub stamp: Stamp,
    pub what: EventKind,
}

/// What happened. Ids of readers and parts are kept as they are stored, so that those of a newer release pass through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// A part of the plan was opened to a reader.
    Opened(AccessChange),
    /// It was closed again.
    Closed(AccessChange),
    /// Something was shown to a reader, printed for them or sent.
    Disclosed(Disclosed),
    /// Of a newer release.
    #[serde(untagged)]
    Other(Value),
}

impl<'de> Deserialize<'de> for EventKind {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<EventKind, D::Error> {
        let stored = Value::deserialize(from)?;
        Ok(EventKind::known(&stored).unwrap_or(EventKind::Other(stored)))
    }
}

impl EventKind {
    /// What stands in the stored form, when this release knows its kind.
    fn known(stored: &Value) -> Option<EventKind> {
        let entries = stored.as_object().filter(|entries| entries.len() == 1)?;
        let (kind, what) = entries.iter().next()?;
        let access = || serde_json::from_value(what.clone()).ok();
        match kind.as_str() {
            "opened" => access().map(EventKind::Opened),
            "closed" => access().map(EventKind::Closed),
            "disclosed" => serde_json::from_value(what.clone()).ok().map(EventKind::Disclosed),
            _ => None,
        }
    }

    /// An opening or a closing, whether or not its terms can be read.
    fn access_step(&self) -> Option<AccessStep<'_>> {
        let step = |open, access| Some(AccessStep { open, access: Cow::Borrowed(access) });
        match self {
            EventKind::Opened(access) => step(true, access),
            EventKind::Closed(access) => step(false, access),
            EventKind::Disclosed(_) => None,
            EventKind::Other(stored) => AccessStep::without_terms(stored),
        }
    }
}

/// An opening or a closing as far as this release can read it.
struct AccessStep<'a> {
    open: bool,
    /// Borrowed exactly when its terms could be read.
    access: Cow<'a, AccessChange>,
}

impl<'a> AccessStep<'a> {
    fn without_terms(stored: &Value) -> Option<AccessStep<'a>> {
        let (kind, what) = stored.as_object().filter(|entries| entries.len() == 1)?.iter().next()?;
        let open = match kind.as_str() {
            "opened" => true,
            "closed" => false,
            _ => return None,
        };
        let mut what = what.clone();
        what.as_object_mut()?.remove("terms");
        Some(AccessStep { open, access: Cow::Owned(serde_json::from_value(what).ok()?) })
    }

    fn terms(&self) -> Option<&'a Terms> {
        if let Cow::Borrowed(access) = self.access { Some(&access.terms) } else { None }
    }
}

/// An event as it is stored: the stamp stands beside what happened.
#[derive(Serialize, Deserialize)]
struct StoredEvent {
    at: Moment,
    #[serde(default)]
    by: Author,
    what: EventKind,
}

impl From<StoredEvent> for Event {
    fn from(StoredEvent { at, by, what }: StoredEvent) -> Event {
        Event { stamp: Stamp { at, by }, what }
    }
}

impl From<Event> for StoredEvent {
    fn from(Event { stamp: Stamp { at, by }, what }: Event) -> StoredEvent {
        StoredEvent { at, by, what }
    }
}

/// A part was opened to a reader or closed to one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessChange {
    pub to: String,
    pub part: String,
    /// The latest events about the same part and reader that were known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<EventId>,
    /// Of an opening.
    #[serde(default, skip_serializing_if = "Terms::is_plain")]
    pub terms: Terms,
}

/// Under which terms a part was opened. An opening under terms that this release cannot read is kept as [`EventKind::Other`]: it opens
/// nothing here, and ends the openings that it was made in knowledge of. A closing closes whatever its terms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// The last day on which it is open; `None` when there is no end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// What the person agreed to, where there was a text to agree to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Consent>,
}

/// What the person read and agreed to. The reader, the part, the end and the day stand in the event; closing the part withdraws it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// The id of the purpose, whose words the text has.
    pub purpose: String,
    /// The version of the text.
    pub text: u32,
}

impl Terms {
    /// Until a day.
    #[must_use]
    pub fn until(day: Day) -> Terms {
        Terms { until: Some(day), consent: None }
    }

    /// Whether there is no end and nothing was agreed to beside the tap itself.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Terms::default()
    }
}

/// What was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosed {
    pub to: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// By which way: `print`.
    pub how: String,
    /// The version of the plan that it showed.
    pub version: VersionId,
    /// The ids of the parts that were open.
    #[serde(default)]
    pub parts: Vec<String>,
}

/// All events of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Log(BTreeMap<EventId, Event>);

impl Log {
    /// Whether nothing ever happened.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All events, in the order of their ids, which means nothing.
    pub fn events(&self) -> impl Iterator<Item = (&EventId, &Event)> {
        self.0.iter()
    }

    /// The times of all events.
    pub(crate) fn moments_mut(&mut self) -> impl Iterator<Item = &mut Moment> {
        self.0.values_mut().map(|event| &mut event.stamp.at)
    }

    /// Who did what was done.
    pub fn authors_mut(&mut self) -> impl Iterator<Item = &mut Author> {
        self.0.values_mut().map(|event| &mut event.stamp.by)
    }

    /// The terms under which a part of the plan stands open to a reader; `None` when the person has not opened it or has closed it again.
    /// Whether the end has come is for whoever knows the day.
    #[must_use]
    pub fn terms(&self, part: Part, to: Recipient) -> Option<&Terms> {
        if part.offer(to) == Offer::Never {
            return None;
        }
        let closings: Vec<&EventId> = self.access_steps(part, to).filter(|(_, step)| !step.open).map(|(id, _)| id).collect();
        let openings = self.access_steps(part, to).filter(|(_, step)| step.open).map(|(id, step)| (id, self.known_to(&step), step.terms()));
        let standing: Vec<_> = openings.filter(|(_, known, _)| closings.iter().all(|closing| known.contains(*closing))).collect();
        // Opened once more, under other terms: those are what counts.
        let latest = standing.iter().filter(|(id, ..)| standing.iter().all(|(_, known, _)| !known.contains(*id)));
        latest.filter_map(|(.., terms)| *terms).min_by_key(|terms| (terms.until.is_none(), terms.until))
    }

    /// Whether the person has opened a part of the plan to a reader, whatever its end.
    #[must_use]
    pub fn is_open(&self, part: Part, to: Recipient) -> bool {
        self.terms(part, to).is_some()
    }

    /// Whether it is open on a day.
    #[must_use]
    pub fn is_open_on(&self, part: Part, to: Recipient, today: Day) -> bool {
        self.terms(part, to).is_some_and(|terms| terms.until.is_none_or(|until| today <= until))
    }

    /// The parts of the plan that the person has opened to a reader, whatever their end.
    #[must_use]
    pub fn open_parts(&self, to: Recipient) -> Vec<Part> {
        Part::ALL.into_iter().filter(|part| self.is_open(*part, to)).collect()
    }

    /// Opens a part to a reader without an end, or closes it. Nothing is written where it stands so already.
    pub fn set_open(&mut self, id: EventId, part: Part, to: Recipient, open: bool, stamp: &Stamp) {
        if open {
            self.open(id, part, to, Terms::default(), stamp);
        } else if self.is_open(part, to) {
            let access = self.next_access(part, to, Terms::default());
            self.0.entry(id).or_insert(Event { stamp: stamp.clone(), what: EventKind::Closed(access) });
        }
    }

    /// Opens a part to a reader under some terms, in place of those under which it is open already.
    pub fn open(&mut self, id: EventId, part: Part, to: Recipient, terms: Terms, stamp: &Stamp) {
        if self.terms(part, to) != Some(&terms) {
            let access = self.next_access(part, to, terms);
            self.0.entry(id).or_insert(Event { stamp: stamp.clone(), what: EventKind::Opened(access) });
        }
    }

    /// An opening or a closing after all that are known.
    fn next_access(&self, part: Part, to: Recipient, terms: Terms) -> AccessChange {
        let older: BTreeSet<EventId> = self.access_steps(part, to).flat_map(|(_, step)| step.access.into_owned().after).collect();
        let after = self.access_steps(part, to).map(|(id, _)| id).filter(|id| !older.contains(*id)).cloned().collect();
        AccessChange { to: to.to_string(), part: part.id().to_owned(), after, terms }
    }

    /// Writes down that the parts open on a day were shown to a reader.
    pub fn note(&mut self, id: EventId, to: Recipient, disclosed: (&str, Day, VersionId), stamp: &Stamp) {
        let (how, on, version) = disclosed;
        let open = Part::ALL.into_iter().filter(|part| self.is_open_on(*part, to, on));
        let parts = open.map(|part| part.id().to_owned()).collect();
        let what = EventKind::Disclosed(Disclosed { to: to.to_string(), on: Some(on), how: how.to_owned(), version, parts });
        self.0.entry(id).or_insert(Event { stamp: stamp.clone(), what });
    }

    /// What was shown, the latest day first.
    #[must_use]
    pub fn disclosed(&self) -> Vec<&Disclosed> {
        let mut all: Vec<(&Event, &Disclosed)> = self
            .0
            .values()
            .filter_map(|event| match &event.what {
                EventKind::Disclosed(disclosed) => Some((event, disclosed)),
                _ => None,
            })
            .collect();
        all.sort_by_key(|(event, disclosed)| std::cmp::Reverse((disclosed.on, event.stamp.at)));
        all.into_iter().map(|(_, disclosed)| disclosed).collect()
    }

    /// Every event of both. Should two of one name differ, because a file was altered, the same one stands on both sides.
    #[must_use]
    pub(crate) fn joined(&self, other: &Log) -> Log {
        let text = json::text::<Event>;
        let mut all = self.0.clone();
        for (id, event) in &other.0 {
            match all.get(id) {
                Some(known) if known == event || text(known) >= text(event) => {}
                _ => _ = all.insert(id.clone(), event.clone()),
            }
        }
        Log(all)
    }

    fn access_steps(&self, part: Part, to: Recipient) -> impl Iterator<Item = (&EventId, AccessStep<'_>)> {
        let to = to.to_string();
        let about = move |step: &AccessStep<'_>| step.access.part == part.id() && step.access.to == to;
        self.0.iter().filter_map(move |(id, event)| Some((id, event.what.access_step().filter(&about)?)))
    }

    /// The events that one was made in knowledge of.
    fn known_to(&self, step: &AccessStep<'_>) -> BTreeSet<EventId> {
        let mut known = BTreeSet::new();
        let mut open = step.access.after.clone();
        while let Some(id) = open.pop() {
            if known.insert(id.clone()) {
                let older = self.0.get(&id).and_then(|event| event.what.access_step());
                open.extend(older.map(|step| step.access.into_owned().after).unwrap_or_default());
            }
        }
        known
    }
}

/// Earlier releases kept what is open as answers, and what was shown as a list of the plan. Every device makes the same events of them.
pub(crate) fn upgrade(record: &mut Record) {
    let Record { plan: Plan { sections, .. }, log, .. } = record;
    for (place, field) in sections.remove(section::OPENED).map(|data| data.fields).unwrap_or_default() {
        let Some((to, part)) = place.split_once('.') else { continue };
        let access = AccessChange { to: to.to_owned(), part: part.to_owned(), after: Vec::new(), terms: Terms::default() };
        let (name, what) =
            if text(&field.answer) == "yes" { ("opened", EventKind::Opened(access)) } else { ("closed", EventKind::Closed(access)) };
        log.0.entry(EventId(format!("v1-{name}-{to}-{part}"))).or_insert(Event { stamp: field.stamp, what });
    }
    for item in sections.remove(section::SHOWN).map(|data| data.items).unwrap_or_default() {
        // Fields of the first release, which no catalogue has any more.
        let text = |field| item.fields.answer(FieldId::new(field)).map(text).unwrap_or_default().to_owned();
        let stamp = item.fields.values().map(|field| &field.stamp).max().cloned().unwrap_or_default();
        let disclosed = Disclosed {
            to: text("to"),
            on: Day::parse(&text("on")),
            how: text("kind"),
            version: VersionId(text("version")),
            parts: item.fields.chosen(FieldId::new("parts")).to_vec(),
        };
        let ItemId(id) = item.id;
        log.0.entry(EventId(id)).or_insert(Event { stamp, what: EventKind::Disclosed(disclosed) });
    }
}

fn text(answer: &Answer) -> &str {
    match answer {
        Answer::Given(text) | Answer::Picked(text) => text,
        _ => "",
    }
}
