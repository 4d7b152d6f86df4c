//! Reading every record when the app opens: the journal decides, the mirror helps.

use super::{Loaded, Notice, StoredRecord, mirror, repair, stored_of};
use crate::{
    erasure_note,
    port::{Head, Ports},
    revision::{Revision, RevisionRead},
};

/// Reads every record from the journal, verifies it, and repairs what one of the two copies can repair.
pub async fn load(ports: &Ports) -> Loaded {
    let heads = match ports.journal.heads().await {
        Ok(heads) => heads,
        Err(error) => {
            let records = mirror::mirrored(ports).into_iter().map(|stored| StoredRecord { read_only: true, ..stored }).collect();
            return Loaded { records, notices: vec![Notice::NoJournal(error)] };
        }
    };
    let mut loaded = Loaded::default();
    for head in &heads {
        if let Some(stored) = load_one(ports, head, &mut loaded.notices).await {
            loaded.records.push(stored);
        }
    }
    erasure_note::finish(ports, |id| heads.iter().any(|head| head.record == id)).await;
    for key in ports.key_values.keys() {
        let Some(id) = key.strip_prefix(mirror::PREFIX).filter(|id| heads.iter().all(|head| head.record != *id)) else { continue };
        let stored = repair::from_mirror(ports, id, &mut loaded.notices).await;
        loaded.records.extend(stored);
    }
    by_age(&mut loaded.records);
    loaded
}

/// The record that was begun first stands first.
pub(crate) fn by_age(records: &mut [StoredRecord]) {
    records.sort_by_key(|stored| stored.record.made);
}

/// One record of the journal, checked against its second copy.
async fn load_one(ports: &Ports, head: &Head, notices: &mut Vec<Notice>) -> Option<StoredRecord> {
    let id = &head.record;
    let mirror = ports.key_values.get(&mirror::key(id)).map(|raw| Revision::read(&raw));
    let newer = mirror == Some(RevisionRead::Newer);
    let mirror = match mirror {
        Some(RevisionRead::Whole(row, record)) => Some(stored_of(row, *record)),
        _ => None,
    };
    let stored = match Revision::read(&head.raw) {
        RevisionRead::Whole(row, record) if head.pointer == Some(row.rev) && row.rev == head.rev => stored_of(row, *record),
        RevisionRead::Newer => {
            notices.push(Notice::Newer { record: id.clone() });
            // An older copy may still be looked at.
            return mirror.map(|mirror| StoredRecord { read_only: true, ..mirror });
        }
        _ => return repair::recover(ports, head, mirror, notices).await,
    };
    if newer {
        // A newer release wrote the second copy, and the disk was rolled back: looked at, not written over.
        notices.push(Notice::Newer { record: id.clone() });
        return Some(StoredRecord { read_only: true, ..stored });
    }
    match mirror {
        // The disk was rolled back under us: the second copy is newer and becomes a revision on top.
        Some(mirror) if mirror.rev > stored.rev => {
            let done = repair::write_again(ports, &mirror, stored.rev, mirror.rev).await;
            repair::mended(ports, done, mirror, Notice::Repaired { record: id.clone() }, notices).await
        }
        Some(mirror) if mirror.rev == stored.rev => Some(stored),
        _ => {
            mirror::put(ports, id, &head.raw);
            Some(stored)
        }
    }
}
