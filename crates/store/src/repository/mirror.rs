//! The second copy of each record's head, in the key-value store: on the screen at once, and there for repair.

use super::{StoredRecord, by_age, stored_of};
use crate::{
    port::Ports,
    revision::{Revision, RevisionRead},
};

pub(crate) const PREFIX: &str = "tsumugu.head.";

/// The records on the second copy, at once and unverified against the journal. For the first paint.
pub fn mirrored(ports: &Ports) -> Vec<StoredRecord> {
    let keys = ports.key_values.keys();
    let raws = keys.iter().filter(|key| key.starts_with(PREFIX)).filter_map(|key| ports.key_values.get(key));
    let mut stored: Vec<StoredRecord> = raws.filter_map(|raw| whole(&raw)).collect();
    by_age(&mut stored);
    stored
}

/// Copies a row of the journal.
pub(super) fn put(ports: &Ports, id: &str, raw: &str) {
    // The mirror is a convenience: when it is full or off, the journal alone is enough.
    let _ = ports.key_values.set(&key(id), raw);
}

/// Where the second copy of a record stands.
#[must_use]
pub fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}

fn whole(raw: &str) -> Option<StoredRecord> {
    match Revision::read(raw) {
        RevisionRead::Whole(row, record) => Some(stored_of(row, *record)),
        _ => None,
    }
}
