//! Rows of schema 1, as the releases before the order of revisions wrote them. Read for ever, never written.

use std::collections::BTreeMap;

use record::Moment;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Cause, Revision, RevisionRead, with_record};
use crate::ancestry::{Origin, RevisionId};

const HASH: &str = "sha256";

#[derive(Deserialize)]
struct Row {
    rev: u32,
    at: Moment,
    device: String,
    cause: Cause,
    /// SHA-256 of the row without this entry, as JSON with its keys in order; in hexadecimal.
    sha256: String,
    text: String,
}

/// Whether a row proves itself in the way of schema 1.
pub(super) fn is_one(entries: &Map<String, Value>) -> bool {
    entries.contains_key(HASH)
}

/// Reads and verifies such a row. It becomes an ancestor: its hash is its name, and one browser numbered its revisions in the order in
/// which it wrote them, each on top of the one before.
pub(super) fn read(mut entries: Map<String, Value>) -> RevisionRead {
    let said = entries.remove(HASH);
    if said.as_ref().and_then(Value::as_str) != Some(seal::sha256_hex(Value::Object(entries.clone()).to_string().as_bytes()).as_str()) {
        return RevisionRead::Damaged;
    }
    if entries.get("schema").and_then(Value::as_u64) != Some(1) {
        return RevisionRead::Newer;
    }
    entries.extend(said.map(|said| (HASH.to_owned(), said)));
    let Ok(row) = serde_json::from_value::<Row>(Value::Object(entries)) else { return RevisionRead::Damaged };
    let before = row.rev.saturating_sub(1);
    // What the side of a conflict was written on top of was not noted.
    let known = before > 0 && row.cause != Cause::Other;
    let ancestors = BTreeMap::from_iter(known.then(|| (row.device.clone(), before)));
    let origin = Origin { id: RevisionId(row.sha256), device: row.device, seq: row.rev, parents: Vec::new(), ancestors };
    with_record(Revision { rev: row.rev, origin, at: row.at, cause: row.cause, text: row.text })
}
