//! Repairs: one copy makes the other whole, and what nobody can read is set aside.

use super::{
    Notice, StoredRecord, head_row, mirror, newest,
    save::{Write, append},
    stored_of,
};
use crate::{
    ancestry::Origin,
    port::{Head, JournalError, Ports},
    revision::{Cause, Revision, RevisionRead},
};

/// Writes a good copy as a new revision on top of what the journal holds.
pub(super) async fn write_again(ports: &Ports, copy: &StoredRecord, expected: u32, top: u32) -> Result<StoredRecord, JournalError> {
    let parents: Vec<Origin> = copy.origin.iter().cloned().collect();
    append(
        ports,
        Write { expected, top, record: &copy.record, cause: Cause::Repair, parents: &parents, after: copy.at, sides: &[], pins: &[] },
    )
    .await
}

/// What to show after a repair was tried. Another tab may have been faster: then what it wrote stands, and nothing is written over.
pub(super) async fn mended(
    ports: &Ports,
    done: Result<StoredRecord, JournalError>,
    best: StoredRecord,
    notice: Notice,
    notices: &mut Vec<Notice>,
) -> Option<StoredRecord> {
    match done {
        Ok(stored) => {
            notices.push(notice);
            Some(stored)
        }
        Err(JournalError::Stale(_)) => match newest(&*ports.journal, &best.record.id.0).await {
            Ok(Some(stored)) => Some(stored),
            _ => Some(StoredRecord { read_only: true, ..best }),
        },
        Err(error) => {
            notices.push(Notice::NoJournal(error));
            Some(StoredRecord { read_only: true, ..best })
        }
    }
}

/// The journal lost the record altogether (cleared by the browser, or never written): the second copy starts it anew.
pub(super) async fn from_mirror(ports: &Ports, id: &str, notices: &mut Vec<Notice>) -> Option<StoredRecord> {
    let key = mirror::key(id);
    let raw = ports.key_values.get(&key)?;
    match Revision::read(&raw) {
        RevisionRead::Whole(row, record) => {
            let mirror = stored_of(row, *record);
            let done = write_again(ports, &mirror, 0, mirror.rev).await;
            mended(ports, done, mirror, Notice::Repaired { record: id.to_owned() }, notices).await
        }
        RevisionRead::Newer => {
            notices.push(Notice::Newer { record: id.to_owned() });
            None
        }
        RevisionRead::Damaged => {
            let _ = ports.journal.set_aside(&format!("{id}/mirror"), &raw).await;
            notices.push(Notice::Lost { record: id.to_owned() });
            None
        }
    }
}

/// The newest row or the pointer is damaged: the newest of the good rows and the mirror takes its place, as a new revision.
pub(super) async fn recover(ports: &Ports, head: &Head, mirror: Option<StoredRecord>, notices: &mut Vec<Notice>) -> Option<StoredRecord> {
    let id = &head.record;
    let rows = match ports.journal.revisions(id).await {
        Ok(rows) => rows,
        Err(error) => {
            notices.push(Notice::NoJournal(error));
            return mirror.map(|stored| StoredRecord { read_only: true, ..stored });
        }
    };
    if rows.iter().any(|(_, raw)| Revision::read(raw) == RevisionRead::Newer) {
        // What a newer release wrote may stand between: only that release can tell what to do.
        notices.push(Notice::Newer { record: id.clone() });
        return mirror.map(|stored| StoredRecord { read_only: true, ..stored });
    }
    let good = rows.iter().find_map(|(_, raw)| head_row(raw));
    let best = match (good, mirror) {
        (Some(good), Some(mirror)) if mirror.rev > good.rev => Some(mirror),
        (Some(good), _) => Some(good),
        (None, mirror) => mirror,
    };
    let top = rows.first().map_or(0, |(rev, _)| *rev).max(head.pointer.unwrap_or(0));
    // Even when setting aside fails, nothing is deleted: the damaged rows stay where they are.
    for (rev, raw) in rows.iter().filter(|(_, raw)| Revision::read(raw) == RevisionRead::Damaged) {
        let _ = ports.journal.set_aside(&format!("{id}/{rev}"), raw).await;
    }
    let Some(best) = best else {
        if let Some(raw) = ports.key_values.get(&mirror::key(id)) {
            let _ = ports.journal.set_aside(&format!("{id}/mirror"), &raw).await;
        }
        notices.push(Notice::Lost { record: id.clone() });
        return None;
    };
    let notice =
        if best.rev >= top { Notice::Repaired { record: id.clone() } } else { Notice::WentBack { record: id.clone(), at: best.at } };
    let done = write_again(ports, &best, head.pointer.unwrap_or(0), top.max(best.rev)).await;
    mended(ports, done, best, notice, notices).await
}
