//! The note that a record was erased. Browsers write the key-value store behind: one that is ended a moment after erasing still has the
//! second copy of the record when it is opened again, and from it nobody may come back. The note stands in the journal, which is written
//! at once, among what was set aside; it does not name the record.

use std::collections::BTreeSet;

use crate::port::{Journal, JournalError, Ports};

const NOTE: &str = "/erased";

/// What stands in a note in place of the record's name.
fn pseudonym(id: &str) -> String {
    seal::sha256_hex(id.as_bytes()).bytes().map(|sign| char::from(b'0' + sign % 10)).collect()
}

fn note(id: &str) -> String {
    format!("{}{NOTE}", pseudonym(id))
}

/// Whether something that was set aside is such a note.
pub(crate) fn is_note(key: &str) -> bool {
    key.ends_with(NOTE)
}

/// Notes that records were erased, after it was done. Where that fails everything is erased as well.
pub(crate) async fn write(journal: &dyn Journal, ids: &BTreeSet<String>) {
    for id in ids {
        let _ = journal.set_aside(&note(id), "").await;
    }
}

/// Takes the note away: the record was put back.
///
/// # Errors
/// [`JournalError`].
pub(crate) async fn remove_note(journal: &dyn Journal, id: &str) -> Result<(), JournalError> {
    journal.erase(Some(&pseudonym(id)), &[]).await
}

/// Finishes what a browser that was ended did not: what was erased goes from the key-value store too. `is_there` tells whether the
/// journal has a record.
pub(crate) async fn finish(ports: &Ports, is_there: impl Fn(&str) -> bool) {
    let mut missing = named(ports);
    missing.retain(|id| !is_there(id));
    if missing.is_empty() {
        return;
    }
    let aside = ports.journal.aside().await.unwrap_or_default();
    for id in missing.iter().filter(|id| aside.iter().any(|(key, _)| *key == note(id))) {
        remove(ports, Some(id));
    }
}

/// The records that something in the key-value store is about.
pub(crate) fn named(ports: &Ports) -> BTreeSet<String> {
    ports.key_values.keys().iter().filter_map(|key| about(key).map(str::to_owned)).collect()
}

/// Removes what the key-value store has about a record, or with `None` everything.
pub(crate) fn remove(ports: &Ports, id: Option<&str>) {
    for key in ports.key_values.keys() {
        if key.starts_with(OURS) && id.is_none_or(|id| about(&key) == Some(id)) {
            ports.key_values.remove(&key);
        }
    }
}

const OURS: &str = "tsumugu.";

/// The record that a key, such as `tsumugu.head.0123`, is about. The whole name counts: one may end like another.
pub(crate) fn about(key: &str) -> Option<&str> {
    key.strip_prefix(OURS)?.split_once('.').map(|(_, id)| id)
}
