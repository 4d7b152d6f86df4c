//! Words typed a moment before the page goes away: too late for the journal, which needs the page for a few milliseconds more.
//!
//! They are left in the key-value store, which takes them at once, and the next page joins them to what the journal holds by then. They were
//! never called saved, so nothing that the journal says is ever put back by them.

use record::Record;

use crate::{
    Loaded, Notice, StoredRecord,
    ancestry::Origin,
    intake,
    pictures::among_answers,
    port::Ports,
    repository,
    revision::{Cause, Draft, Revision, RevisionRead},
};

const PREFIX: &str = "tsumugu.late.";

fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}

/// Leaves an edit that began from `base`. A store that is full or off only means that it is gone with the page.
pub fn leave(ports: &Ports, base: &StoredRecord, edit: &Record) {
    let parents: Vec<Origin> = base.origin.iter().cloned().collect();
    let at = ports.clock.now().at;
    let draft = Draft { record: edit, rev: base.rev, device: "", seq: 0, parents: &parents, at, cause: Cause::Edit };
    if let Some(row) = draft.finish() {
        let _ = ports.key_values.set(&key(&edit.id.0), &row.write());
    }
}

/// The journal has it now.
pub fn clear(ports: &Ports, id: &str) {
    ports.key_values.remove(&key(id));
}

/// Joins what earlier pages left. What cannot be written stays where it is, for the next time.
pub async fn join(ports: &Ports, loaded: &mut Loaded) {
    for key in ports.key_values.keys() {
        if !key.starts_with(PREFIX) {
            continue;
        }
        let Some(raw) = ports.key_values.get(&key) else { continue };
        let RevisionRead::Whole(row, edit) = Revision::read(&raw) else { continue };
        if loaded.records.iter().any(|stored| stored.record == *edit) {
            // There was time after all.
            ports.key_values.remove(&key);
            continue;
        }
        // Somebody else may have written there. What is not taken in is kept, and nothing is changed by it.
        if key != self::key(&edit.id.0) {
            continue;
        }
        let id = edit.id.0.clone();
        let known = loaded.records.iter().find(|stored| stored.record.id.0 == id).map(|stored| stored.record.newest_moment());
        let Ok(edit) = among_answers::moved_out(ports, &edit).await else { continue };
        let Ok(edit) = intake::edit(ports, edit.into_owned(), known.unwrap_or_default()) else {
            put_aside(ports, &id, &raw, &mut loaded.notices).await;
            continue;
        };
        let base = base_of(ports, &row, &edit).await;
        let Ok(saved) = repository::save(ports, &base, &edit, Cause::Edit).await else { continue };
        ports.key_values.remove(&key);
        match loaded.records.iter_mut().find(|stored| stored.record.id == edit.id) {
            Some(stored) => *stored = saved.stored,
            None => loaded.records.push(saved.stored),
        }
    }
}

/// Keeps words that are not taken in where the next ones that are left do not take their place.
async fn put_aside(ports: &Ports, id: &str, raw: &str, notices: &mut Vec<Notice>) {
    let name = seal::sha256_hex(raw.as_bytes());
    if ports.journal.set_aside(&format!("{id}/late-{name}"), raw).await.is_ok() {
        clear(ports, id);
        notices.push(Notice::LeftOut { record: id.to_owned() });
    }
}

/// The revision from which the edit began; nothing where it is no longer kept, so that what both sides have stays.
async fn base_of(ports: &Ports, left: &Revision, edit: &Record) -> StoredRecord {
    let history = repository::history(ports, &edit.id.0).await.unwrap_or_default();
    let began = left.origin.parents.first();
    let is_it = |stored: &StoredRecord| match (began, &stored.origin) {
        (Some(began), Some(origin)) => origin.id == *began,
        // Left by a release that noted the number alone.
        _ => stored.rev == left.rev,
    };
    let found = history.into_iter().map(|(_, stored)| stored).find(is_it);
    found.unwrap_or_else(|| StoredRecord { rev: left.rev, ..StoredRecord::unsaved(edit) })
}
