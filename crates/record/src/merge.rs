//! Two edits of one record become one: field by field, lists by item id. Nothing that somebody wrote is lost silently.
//!
//! Where only one side changed something, that change stands. Where both changed the same field differently, the later stamp
//! stands and the other answer is handed back as a conflict. An item that one side removed and the other changed stays, with a
//! conflict; removed and untouched, it goes. The result does not depend on which edit is called mine.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{Answer, Card, Confirmed, Field, Fields, Item, ItemId, Path, Plan, Record, Root, SectionData, catalogue, plan::Version};

/// Two answers to one question, of which one stands in the merged record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub path: Path,
    pub mine: Option<Answer>,
    pub theirs: Option<Answer>,
}

/// The joined record, and what a person may want to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    pub record: Record,
    pub conflicts: Vec<Conflict>,
}

/// Joins two edits that began from `base`. With an empty base (an import), everything either side has is kept.
#[must_use]
pub fn merge(base: &Record, mine: &Record, theirs: &Record) -> Merged {
    let mut conflicts = Vec::new();
    let card = Card {
        confirmed: confirmed(&base.card, &mine.card, &theirs.card),
        sections: sections(Root::of_card, &base.card.sections, &mine.card.sections, &theirs.card.sections, &mut conflicts),
        extra: extra(&Path::default(), &base.card.extra, &mine.card.extra, &theirs.card.extra, &mut conflicts),
    };
    let plan = plan(&base.plan, &mine.plan, &theirs.plan, &mut conflicts);
    let record = Record {
        id: mine.id.clone(),
        made: three_way(&base.made, &mine.made, &theirs.made).unwrap_or_else(|| mine.made.min(theirs.made)),
        sample: three_way(&base.sample, &mine.sample, &theirs.sample).unwrap_or_default(),
        card,
        plan,
        extra: extra(&Path::default(), &base.extra, &mine.extra, &theirs.extra, &mut conflicts),
    };
    Merged { record, conflicts }
}

/// The later day. Equal days by two people: the same one whichever side is mine.
fn confirmed(base: &Card, mine: &Card, theirs: &Card) -> Option<Confirmed> {
    let one = three_way(&base.confirmed, &mine.confirmed, &theirs.confirmed);
    one.unwrap_or_else(|| {
        let later = |one: &Confirmed| (one.on, one.by.clone());
        [&mine.confirmed, &theirs.confirmed].into_iter().flatten().max_by_key(|one| later(one)).cloned()
    })
}

/// What stands when at most one side changed; `None` when both did, differently.
fn three_way<T: Clone + PartialEq>(base: &T, mine: &T, theirs: &T) -> Option<T> {
    if mine == theirs || theirs == base {
        Some(mine.clone())
    } else if mine == base {
        Some(theirs.clone())
    } else {
        None
    }
}

type Sections = BTreeMap<String, SectionData>;

fn plan(base: &Plan, mine: &Plan, theirs: &Plan, conflicts: &mut Vec<Conflict>) -> Plan {
    Plan {
        sections: sections(Root::of_plan, &base.sections, &mine.sections, &theirs.sections, conflicts),
        versions: three_way(&base.versions, &mine.versions, &theirs.versions).unwrap_or_else(|| versions(mine, theirs)),
        extra: extra(&Path::default(), &base.extra, &mine.extra, &theirs.extra, conflicts),
    }
}

/// Every version that either side has: they are never changed and never thrown away, so there is nothing to decide. Should two of one
/// name differ after all, because a file was altered, the same one stands on both sides.
fn versions(mine: &Plan, theirs: &Plan) -> Vec<Version> {
    let text = |version: &Version| serde_json::to_value(version).map(|value| value.to_string()).ok();
    let mut merged: Vec<Version> = Vec::new();
    for version in mine.versions.iter().chain(&theirs.versions) {
        if let Some(at) = merged.iter().position(|kept| kept.id == version.id) {
            if text(&merged[at]) >= text(version) {
                continue;
            }
            merged.remove(at);
        }
        // Each to its place: sorting is 3 kB of wasm.
        let at = merged.partition_point(|other| (other.at, &other.id) < (version.at, &version.id));
        merged.insert(at, version.clone());
    }
    merged
}

fn sections(root: fn(&str) -> Root, base: &Sections, mine: &Sections, theirs: &Sections, conflicts: &mut Vec<Conflict>) -> Sections {
    let nothing = SectionData::default();
    let mut merged = BTreeMap::new();
    for id in mine.keys().chain(theirs.keys()) {
        if merged.contains_key(id) {
            continue;
        }
        let (was, left, right) = (base.get(id), mine.get(id), theirs.get(id));
        let path = Path::from(root(id));
        let joined = three_way(&was, &left, &right).map(Option::<&SectionData>::cloned).unwrap_or_else(|| {
            let [was, left, right] = [was, left, right].map(|data| data.unwrap_or(&nothing));
            Some(section(&path, was, left, right, conflicts))
        });
        if let Some(joined) = joined {
            merged.insert(id.clone(), joined);
        }
    }
    merged
}

fn section(path: &Path, base: &SectionData, mine: &SectionData, theirs: &SectionData, conflicts: &mut Vec<Conflict>) -> SectionData {
    let mut fields = fields(path, &base.fields, &mine.fields, &theirs.fields, conflicts);
    let items = items(path, base, mine, theirs, conflicts);
    if !items.is_empty() {
        // One side said 「なし」 while the other listed something: what is listed stands, and the word is handed back.
        if let Some(said) = fields.remove(catalogue::LIST.0) {
            let side = |data: &SectionData| data.fields.get(catalogue::LIST.0).map(|field| field.answer.clone());
            let (mine, theirs) = (side(mine), side(theirs));
            if mine.is_some() || theirs.is_some() || matches!(said.answer, Answer::None | Answer::Unknown) {
                conflicts.push(Conflict { path: path.field(catalogue::LIST), mine, theirs });
            }
        }
    }
    SectionData { fields, items, extra: extra(path, &base.extra, &mine.extra, &theirs.extra, conflicts) }
}

fn fields(path: &Path, base: &Fields, mine: &Fields, theirs: &Fields, conflicts: &mut Vec<Conflict>) -> Fields {
    let mut merged = Fields::new();
    for id in mine.keys().chain(theirs.keys()) {
        if merged.contains_key(id) {
            continue;
        }
        if let Some(field) = field(path.named(id), base.get(id), mine.get(id), theirs.get(id), conflicts) {
            merged.insert(id.clone(), field);
        }
    }
    merged
}

/// One field. Answers decide; a stamp alone is no change, and of two equal answers the later stamp is kept.
fn field(path: Path, base: Option<&Field>, mine: Option<&Field>, theirs: Option<&Field>, conflicts: &mut Vec<Conflict>) -> Option<Field> {
    if let Some(one) = three_way(&base, &mine, &theirs) {
        return one.cloned();
    }
    let answer = |field: Option<&Field>| field.map(|field| field.answer.clone());
    let (was, left, right) = (answer(base), answer(mine), answer(theirs));
    let later = || [mine, theirs].into_iter().flatten().max_by_key(|field| (&field.stamp, order_of(&field.answer))).cloned();
    if left == right {
        return later();
    }
    if right == was {
        return mine.cloned();
    }
    if left == was {
        return theirs.cloned();
    }
    conflicts.push(Conflict { path, mine: left, theirs: right });
    // Taken back on one side, changed on the other: the words stay.
    later()
}

/// Any fixed order of answers, to break a tie the same way on both sides.
fn order_of(answer: &Answer) -> String {
    format!("{answer:?}")
}

fn items(path: &Path, base: &SectionData, mine: &SectionData, theirs: &SectionData, conflicts: &mut Vec<Conflict>) -> Vec<Item> {
    let find = |data: &'_ SectionData, id: &ItemId| data.items.iter().find(|item| item.id == *id).cloned();
    let mut merged = Vec::new();
    for id in joined_order(base, mine, theirs) {
        let (was, left, right) = (find(base, &id), find(mine, &id), find(theirs, &id));
        let path = path.item(&id);
        let kept = match (was, left, right) {
            (was, Some(left), Some(right)) => {
                let nothing = Fields::new();
                let before = was.as_ref().map_or(&nothing, |item| &item.fields);
                let fields = fields(&path, before, &left.fields, &right.fields, conflicts);
                let extra = extra(&path, &was.map(|item| item.extra).unwrap_or_default(), &left.extra, &right.extra, conflicts);
                Some(Item { id, fields, extra })
            }
            (None, Some(only), None) | (None, None, Some(only)) => Some(only),
            (Some(was), Some(only), None) | (Some(was), None, Some(only)) => {
                let changed = !same_answers(&was, &only);
                if changed {
                    conflicts.push(Conflict { path, mine: None, theirs: None });
                }
                changed.then_some(only)
            }
            (_, None, None) => None,
        };
        merged.extend(kept);
    }
    merged
}

fn same_answers(one: &Item, other: &Item) -> bool {
    let answers = |item: &Item| item.fields.iter().map(|(id, field)| (id.clone(), field.answer.clone())).collect::<Vec<_>>();
    answers(one) == answers(other) && one.extra == other.extra
}

/// The order of all items. When one side alone moved something its order leads; when both did, the one whose ids come first in the
/// alphabet leads, so that both devices choose alike. Items of the other side follow where they stood, after their neighbour.
fn joined_order(base: &SectionData, mine: &SectionData, theirs: &SectionData) -> Vec<ItemId> {
    let ids = |data: &SectionData| data.items.iter().map(|item| item.id.clone()).collect::<Vec<_>>();
    let (was, left, right) = (ids(base), ids(mine), ids(theirs));
    let within = |of: &[ItemId], other: &[ItemId]| of.iter().filter(|id| other.contains(id)).cloned().collect::<Vec<_>>();
    let moved = |side: &[ItemId]| within(side, &was) != within(&was, side);
    let (lead, follow) = match (moved(&left), moved(&right)) {
        (false, true) => (right, left),
        (true, false) => (left, right),
        _ if left <= right => (left, right),
        _ => (right, left),
    };
    let mut order = lead;
    for (place, id) in follow.iter().enumerate() {
        if order.contains(id) {
            continue;
        }
        let neighbour = follow[..place].iter().rev().find_map(|before| order.iter().position(|there| there == before));
        order.insert(neighbour.map_or(0, |position| position + 1).min(order.len()), id.clone());
    }
    order
}

/// Data of newer releases, key by key. Both changed: the value whose text sorts later stands, the same on both sides, and both are
/// handed back like any other conflict.
fn extra(
    path: &Path,
    base: &Map<String, Value>,
    mine: &Map<String, Value>,
    theirs: &Map<String, Value>,
    conflicts: &mut Vec<Conflict>,
) -> Map<String, Value> {
    let mut merged = Map::new();
    for key in mine.keys().chain(theirs.keys()) {
        if merged.contains_key(key) {
            continue;
        }
        let (was, left, right) = (base.get(key), mine.get(key), theirs.get(key));
        let stands = three_way(&was, &left, &right).unwrap_or_else(|| {
            let other = |value: Option<&Value>| value.cloned().map(Answer::Other);
            conflicts.push(Conflict { path: path.named(key), mine: other(left), theirs: other(right) });
            [left, right].into_iter().flatten().max_by_key(|value| value.to_string())
        });
        if let Some(value) = stands {
            merged.insert(key.clone(), value.clone());
        }
    }
    merged
}
