//! Two edits that did not know of each other and cannot both stand.

use serde::{Deserialize, Deserializer, Serialize, de::Error};
use serde_json::{Value, from_value};

use crate::{Answer, Item, ItemId, Path, Root, json};

/// A path at which two edits differ. It travels with the record until somebody writes there again, so that every device of a family
/// shows the same open questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict {
    pub path: Path,
    pub sides: Sides,
}

/// Earlier builds of schema 2 wrote `section`, `item` and `field` in place of the path, and the sides beside them without a name.
impl<'de> Deserialize<'de> for Conflict {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Conflict, D::Error> {
        let mut entries = json::Entries::of(from)?;
        if let Some(path) = entries.take_or_default("path")? {
            return Ok(Conflict { path, sides: entries.take("sides")? });
        }
        let root = Root::by_id(&entries.take::<String, D::Error>("section")?);
        let path = Path { root, item: entries.take_or_default("item")?, field: entries.take_or_default("field")? };
        Ok(Conflict { path, sides: from_value(Value::Object(entries.rest())).map_err(D::Error::custom)? })
    }
}

/// What the edits say. It does not tell which side said what: the same whoever joins them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sides {
    /// Different answers, in a fixed order; one of them stands in the record.
    Answers {
        given: Vec<Answer>,
        /// Whether one edit left the field untouched, or made it untouched again.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        untouched: bool,
    },
    /// An entry that one edit removed, as others have it.
    Removed(Vec<Item>),
}

impl Sides {
    /// Two answers, one of which may be none.
    pub(crate) fn of(one: Option<Answer>, other: Option<Answer>) -> Sides {
        let untouched = one.is_none() || other.is_none();
        let mut given = Vec::new();
        for answer in [one, other].into_iter().flatten() {
            put(&mut given, answer);
        }
        Sides::Answers { given, untouched }
    }

    /// Both: what either of them tells is told.
    pub(crate) fn with(self, other: Sides) -> Sides {
        match (self, other) {
            (Sides::Answers { mut given, untouched }, Sides::Answers { given: more, untouched: also }) => {
                more.into_iter().for_each(|answer| put(&mut given, answer));
                Sides::Answers { given, untouched: untouched || also }
            }
            (Sides::Removed(mut items), Sides::Removed(more)) => {
                for item in more {
                    let at = items.partition_point(|other| said(other) < said(&item));
                    if items.get(at).is_none_or(|other| said(other) != said(&item)) {
                        items.insert(at, item);
                    }
                }
                Sides::Removed(items)
            }
            // A path has an item and no field, or a field: one of the two kinds for each.
            (one @ Sides::Removed(_), _) | (_, one @ Sides::Removed(_)) => one,
        }
    }
}

impl Sides {
    fn renamed(self, is_order: bool, old: &ItemId, new: &ItemId) -> Sides {
        match self {
            Sides::Answers { given, untouched } if is_order => {
                let mut renamed = Vec::new();
                for mut answer in given {
                    if let Answer::Chosen(ids) = &mut answer {
                        ids.iter_mut().filter(|id| **id == old.0).for_each(|id| id.clone_from(&new.0));
                    }
                    put(&mut renamed, answer);
                }
                Sides::Answers { given: renamed, untouched }
            }
            Sides::Removed(mut items) => {
                items.iter_mut().filter(|item| item.id == *old).for_each(|item| item.id = new.clone());
                Sides::Removed(items)
            }
            other => other,
        }
    }
}

fn put(given: &mut Vec<Answer>, answer: Answer) {
    let at = given.partition_point(|other| order(other) < order(&answer));
    if given.get(at) != Some(&answer) {
        given.insert(at, answer);
    }
}

/// Any fixed order of answers, without who and when.
pub(crate) fn order(answer: &Answer) -> String {
    json::text(answer)
}

/// What an entry says, without who and when.
fn said(item: &Item) -> String {
    let answers: Vec<_> = item.fields.iter().map(|(id, field)| (id, &field.answer)).collect();
    json::text(&(answers, &item.extra))
}

/// Adds a conflict to a list that is sorted by path; what is told about the same path becomes one.
pub(crate) fn add(list: &mut Vec<Conflict>, conflict: Conflict) {
    let key = conflict.path.to_string();
    let at = list.partition_point(|other| other.path.to_string() < key);
    match list.get_mut(at).filter(|other| other.path == conflict.path) {
        Some(other) => other.sides = other.sides.clone().with(conflict.sides),
        None => list.insert(at, conflict),
    }
}

/// An entry has another id from here on: so it is called wherever it was meant, in the order of its list too.
pub(crate) fn rename(list: &mut Vec<Conflict>, entry: &Path, id: &ItemId) {
    let Some(old) = &entry.item else { return };
    for Conflict { mut path, sides } in std::mem::take(list) {
        let here = path.root == entry.root;
        let is_order = path.is_list();
        if here && path.item.as_ref() == Some(old) {
            path.item = Some(id.clone());
        }
        let sides = if here { sides.renamed(is_order, old, id) } else { sides };
        add(list, Conflict { path, sides });
    }
}

/// Stored conflicts of both sides: one that was resolved on one side is resolved.
pub(crate) fn joined(base: &[Conflict], mine: &[Conflict], theirs: &[Conflict]) -> Vec<Conflict> {
    let find = |list: &[Conflict], path: &Path| list.iter().find(|conflict| conflict.path == *path).cloned();
    let mut merged = Vec::new();
    for path in mine.iter().chain(theirs).map(|conflict| &conflict.path) {
        let (was, left, right) = (find(base, path), find(mine, path), find(theirs, path));
        let kept = match (left, right) {
            (Some(left), Some(right)) if left == right || Some(&right) == was.as_ref() => Some(left),
            (Some(left), Some(right)) if Some(&left) == was.as_ref() => Some(right),
            (Some(left), Some(right)) => Some(Conflict { sides: left.sides.with(right.sides), ..right }),
            (Some(only), None) | (None, Some(only)) => (was.as_ref() != Some(&only)).then_some(only),
            (None, None) => None,
        };
        if let Some(kept) = kept.filter(|kept| find(&merged, &kept.path).is_none()) {
            add(&mut merged, kept);
        }
    }
    merged
}
