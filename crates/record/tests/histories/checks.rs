//! What must hold at the end, told from what people did and what they knew of when they did it.

use std::collections::BTreeSet;

use record::{
    Answer, Conflict, Fields, Item, ItemId, Path, Record, Section, Sides,
    access::{EventId, Recipient},
    plan::{VersionId, parts::Part},
};

/// Something that somebody did, as far as a check asks for it.
pub enum Did {
    Wrote,
    EditedItem(ItemId),
    Removed(ItemId),
    PutBack(ItemId),
    Kept(VersionId),
    Withdrew(VersionId),
    Showed(EventId),
    Turned(Part, Recipient, bool),
}

/// All that was done, each with what was known of by whoever did it.
#[derive(Default)]
pub struct Tally {
    done: Vec<(Did, u128)>,
    numbers: u32,
    pub saved: BTreeSet<u32>,
    /// Taken away by somebody who saw it.
    pub replaced: BTreeSet<u32>,
    told: BTreeSet<u32>,
    pub removed: Vec<Item>,
}

impl Tally {
    pub fn next_number(&mut self) -> u32 {
        self.numbers += 1;
        self.numbers
    }

    /// Writes down what was done and gives it its bit.
    pub fn add(&mut self, did: Did, knew: u128) -> u128 {
        self.done.push((did, knew));
        1 << (self.done.len() - 1)
    }

    /// Conflicts that a person was told when a file was taken in.
    pub fn tell(&mut self, conflicts: &[Conflict]) {
        self.told.extend(conflicts.iter().flat_map(of_conflict));
    }
}

/// A medicine.
pub fn place(id: &ItemId) -> Path {
    Path::from(Section::Medicines).item(id)
}

fn number(answer: &Answer) -> Option<u32> {
    match answer {
        Answer::Given(text) => text.parse().ok(),
        _ => None,
    }
}

fn of_fields(fields: &Fields) -> impl Iterator<Item = u32> {
    fields.values().filter_map(|field| number(&field.answer))
}

fn of_conflict(conflict: &Conflict) -> Vec<u32> {
    match &conflict.sides {
        Sides::Answers { given, .. } => given.iter().filter_map(number).collect(),
        Sides::Removed(items) => items.iter().flat_map(|item| of_fields(&item.fields)).collect(),
    }
}

/// What stands in a record.
fn standing(record: &Record) -> BTreeSet<u32> {
    let sections = record.card.sections.values().chain(record.plan.sections.values());
    sections.flat_map(|data| of_fields(&data.fields).chain(data.items.iter().flat_map(|item| of_fields(&item.fields)))).collect()
}

/// What stands in a record or is open in it.
pub fn numbers(record: &Record) -> BTreeSet<u32> {
    let mut all = standing(record);
    all.extend(record.conflicts.iter().flat_map(of_conflict));
    all
}

pub fn check(tally: &Tally, end: &Record) -> Result<(), String> {
    let there = numbers(end);
    let lost = tally.saved.iter().find(|one| !there.contains(one) && !tally.replaced.contains(one) && !tally.told.contains(one));
    if let Some(lost) = lost {
        return Err(format!("{lost} is lost without a word"));
    }
    removed_stays_removed(tally, end)?;
    cleared_stays_cleared(tally, end)?;
    closed_stays_closed(tally, end)?;
    for (did, _) in &tally.done {
        let kept = |id: &VersionId| end.plan.versions.iter().any(|version| version.id == *id);
        match did {
            Did::Kept(id) if !kept(id) => return Err(format!("version {} is gone", id.0)),
            Did::Withdrew(id) if !end.plan.is_withdrawn(id) => return Err(format!("version {} is not withdrawn any more", id.0)),
            Did::Showed(id) if end.log.events().all(|(event, _)| event != id) => return Err(format!("showing {} is forgotten", id.0)),
            _ => {}
        }
    }
    Ok(())
}

impl Tally {
    fn bits(&self) -> impl Iterator<Item = (u128, &Did, u128)> {
        self.done.iter().enumerate().map(|(place, (did, knew))| (1 << place, did, *knew))
    }
}

/// What was removed is there only if somebody who knew of it put it back, or changed it without knowing of it.
fn removed_stays_removed(tally: &Tally, end: &Record) -> Result<(), String> {
    for (removal, did, knew) in tally.bits() {
        let Did::Removed(id) = did else { continue };
        if end.card.items(Section::Medicines).iter().all(|item| item.id != *id) {
            continue;
        }
        let revived = tally.bits().any(|(other, did, other_knew)| {
            let apart = other & knew == 0 && removal & other_knew == 0;
            match did {
                Did::PutBack(other_id) => other_id == id && (apart || removal & other_knew != 0),
                Did::EditedItem(other_id) => other_id == id && apart,
                _ => false,
            }
        });
        if !revived {
            return Err(format!("medicine {} came back", id.0));
        }
    }
    Ok(())
}

/// What somebody who saw it replaced or cleared stands only where that is an open question. Of entries see above.
fn cleared_stays_cleared(tally: &Tally, end: &Record) -> Result<(), String> {
    let open: BTreeSet<u32> = end.conflicts.iter().flat_map(of_conflict).collect();
    let single = [end.card.section(Section::Person), end.plan.section("v2")];
    let standing = single.into_iter().flatten().flat_map(|data| of_fields(&data.fields));
    match standing.into_iter().find(|one| tally.replaced.contains(one) && !open.contains(one)) {
        Some(back) => Err(format!("answer {back} came back")),
        None => Ok(()),
    }
}

/// A part is open when one opening knew of every closing, and only then.
fn closed_stays_closed(tally: &Tally, end: &Record) -> Result<(), String> {
    for (_, did, _) in tally.bits() {
        let Did::Turned(part, to, _) = did else { continue };
        let turns = |wanted: bool| {
            tally.bits().filter(
                move |(_, did, _)| matches!(did, Did::Turned(other, reader, open) if other == part && reader == to && *open == wanted),
            )
        };
        let closings = turns(false).fold(0, |all, (bit, ..)| all | bit);
        let open = turns(true).any(|(_, _, knew)| knew & closings == closings);
        if end.log.is_open(*part, *to) != open {
            return Err(format!("{part:?} is {} to {to:?}", if open { "closed" } else { "open" }));
        }
    }
    Ok(())
}
