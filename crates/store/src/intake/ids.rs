//! Names from outside: of records, versions and entries. Two entries of one name would be shown as one and removed as two.

use std::collections::BTreeSet;

use record::{ItemId, Record, SectionData};

use super::Refused;

/// Whether a name is as any release gives it: letters, digits, `-` and `_`, at most 64.
#[must_use]
pub fn is_plain(id: &str) -> bool {
    let plain = |sign: u8| sign.is_ascii_alphanumeric() || matches!(sign, b'-' | b'_');
    (1..=64).contains(&id.len()) && id.bytes().all(plain)
}

/// Names of records and versions stand in keys and in other places of the record, so another name cannot be put in their place.
pub fn check(record: &Record) -> Result<(), Refused> {
    let mut known = BTreeSet::new();
    let versions = record.plan.versions.iter().all(|version| is_plain(&version.id.0) && known.insert(&version.id));
    if is_plain(&record.id.0) && versions { Ok(()) } else { Err(Refused::Name) }
}

/// Gives a new name to every entry whose name is not plain or stands before it in the same list. The new name follows from the
/// place, so that every device that reads the same file gives the same.
pub fn rename(record: &mut Record) {
    let versions = record.plan.versions.iter_mut().flat_map(|version| version.answers.values_mut());
    record.card.sections.values_mut().chain(record.plan.sections.values_mut()).chain(versions).for_each(rename_items);
}

fn rename_items(data: &mut SectionData) {
    let mut known: BTreeSet<String> = BTreeSet::new();
    let mut twice = Vec::new();
    for (at, item) in data.items.iter().enumerate() {
        if !is_plain(&item.id.0) || !known.insert(item.id.0.clone()) {
            twice.push(at);
        }
    }
    for at in twice {
        let name = (at..).map(|number| format!("entry-{number}")).find(|name| !known.contains(name)).unwrap_or_default();
        known.insert(name.clone());
        if let Some(item) = data.items.get_mut(at) {
            item.id = ItemId(name);
        }
    }
}
