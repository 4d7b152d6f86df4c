//! What changed between two records, readable: per field, with who and when.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Answer, Author, Confirmed, Fields, Item, ItemId, Path, Plan, Record, Root, Section, SectionData, Stamp,
    access::{Event, Log},
    plan::{Key, Version},
};

/// What happened where a path leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// An answer was given, changed or taken back. The stamp is that of the newer answer.
    Answered {
        before: Option<Answer>,
        after: Option<Answer>,
        stamp: Option<Stamp>,
    },
    ItemAdded(Item),
    ItemRemoved(Item),
    /// The same items in another order.
    Reordered,
    /// The card was confirmed on another day, or by somebody else.
    Confirmed {
        before: Option<Confirmed>,
        after: Option<Confirmed>,
    },
    /// A version of the plan that only the newer record has.
    VersionKept(Version),
    /// A version of the plan that only the older record has.
    VersionMissing(Version),
    /// Something that was opened, closed or shown, of which only the newer record knows.
    EventAdded(Event),
    /// The same, of which only the older record knows.
    EventMissing(Event),
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub path: Path,
    pub what: What,
}

impl Change {
    /// Who made the change, as far as it is known.
    #[must_use]
    pub fn by(&self) -> Option<&Author> {
        match &self.what {
            What::Answered { stamp, .. } => stamp.as_ref().map(|stamp| &stamp.by),
            What::ItemAdded(item) => item.fields.values().map(|field| &field.stamp).max().map(|stamp| &stamp.by),
            What::Confirmed { after, .. } => after.as_ref().map(|confirmed| &confirmed.by),
            What::VersionKept(version) => Some(&version.by),
            What::EventAdded(event) => Some(&event.stamp.by),
            What::ItemRemoved(_) | What::Reordered | What::VersionMissing(_) | What::EventMissing(_) => None,
        }
    }
}

/// The changes from `old` to `new`, in the order of the task list, the plan after the card. Answers that say the same are no change,
/// whoever wrote them.
#[must_use]
pub fn diff(old: &Record, new: &Record) -> Vec<Change> {
    let mut changes = Vec::new();
    if old.card.confirmed != new.card.confirmed {
        let what = What::Confirmed { before: old.card.confirmed.clone(), after: new.card.confirmed.clone() };
        changes.push(Change { path: Path::default(), what });
    }
    let card = |id: &str| Section::by_id(id).map_or(usize::MAX, |section| section as usize);
    sections(&old.card.sections, &new.card.sections, card, &mut changes);
    let plan = |id: &str| Key::all().position(|key| key.to_string() == id).unwrap_or(usize::MAX);
    sections(&old.plan.sections, &new.plan.sections, plan, &mut changes);
    versions(&old.plan, &new.plan, &mut changes);
    events(&old.log, &new.log, What::EventAdded, &mut changes);
    events(&new.log, &old.log, What::EventMissing, &mut changes);
    changes
}

type Sections = BTreeMap<String, SectionData>;

/// Known sections in their order, then those of newer releases.
fn sections(old: &Sections, new: &Sections, order: impl Fn(&str) -> usize, changes: &mut Vec<Change>) {
    let mut ids: Vec<&String> = old.keys().chain(new.keys()).collect();
    ids.sort_by_key(|id| (order(id), *id));
    ids.dedup();
    let nothing = SectionData::default();
    for id in ids {
        let (was, is) = (old.get(id).unwrap_or(&nothing), new.get(id).unwrap_or(&nothing));
        let path = Path::from(Root::by_id(id));
        fields(&path, &was.fields, &is.fields, changes);
        items(&path, was, is, changes);
    }
}

/// Versions never change: they are there or not.
fn versions(old: &Plan, new: &Plan, changes: &mut Vec<Change>) {
    let lacks = |plan: &Plan, version: &Version| plan.versions.iter().all(|other| other.id != version.id);
    let mut all = |of: &Plan, other: &Plan, what: fn(Version) -> What| {
        for version in of.versions.iter().filter(|version| lacks(other, version)) {
            changes.push(Change { path: Path::default(), what: what(version.clone()) });
        }
    };
    all(new, old, What::VersionKept);
    all(old, new, What::VersionMissing);
}

/// Events never change: they are there or not.
fn events(old: &Log, new: &Log, what: fn(Event) -> What, changes: &mut Vec<Change>) {
    let known: BTreeSet<_> = old.events().map(|(id, _)| id).collect();
    let unknown = new.events().filter(|(id, _)| !known.contains(id));
    changes.extend(unknown.map(|(_, event)| Change { path: Path::default(), what: what(event.clone()) }));
}

fn fields(path: &Path, was: &Fields, is: &Fields, changes: &mut Vec<Change>) {
    let mut ids: Vec<&String> = was.keys().chain(is.keys()).collect();
    ids.sort();
    ids.dedup();
    for id in ids {
        let (before, after) = (was.get(id), is.get(id));
        if before.map(|field| &field.answer) == after.map(|field| &field.answer) {
            continue;
        }
        let stamp = after.or(before).map(|field| field.stamp.clone());
        let answer = |field: Option<&crate::Field>| field.map(|field| field.answer.clone());
        let what = What::Answered { before: answer(before), after: answer(after), stamp };
        changes.push(Change { path: path.named(id), what });
    }
}

fn items(path: &Path, was: &SectionData, is: &SectionData, changes: &mut Vec<Change>) {
    for item in &is.items {
        match was.items.iter().find(|old| old.id == item.id) {
            Some(old) => fields(&path.item(&item.id), &old.fields, &item.fields, changes),
            None => changes.push(Change { path: path.item(&item.id), what: What::ItemAdded(item.clone()) }),
        }
    }
    for item in &was.items {
        if is.items.iter().all(|new| new.id != item.id) {
            changes.push(Change { path: path.item(&item.id), what: What::ItemRemoved(item.clone()) });
        }
    }
    if order(was, is) != order(is, was) {
        changes.push(Change { path: path.clone(), what: What::Reordered });
    }
}

/// The ids of the items that both sides have, in the order of the first.
fn order<'a>(of: &'a SectionData, other: &SectionData) -> Vec<&'a ItemId> {
    of.items.iter().map(|item| &item.id).filter(|id| other.items.iter().any(|item| item.id == **id)).collect()
}
