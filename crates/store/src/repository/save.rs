//! Writing a record, and joining it with what another tab wrote meanwhile.

use record::{Record, merge, stored};

use super::{SaveOutcome, StoredRecord, mirror, stored_of};
use crate::{
    identity::device_name,
    port::{Append, JournalError, Ports},
    revision::{Cause, Revision, RevisionRead},
};

/// Saves an edit that began from `base`. When another tab wrote meanwhile, both edits are joined; nothing is overwritten.
///
/// # Errors
/// Any [`JournalError`] but `Stale`. What was on the disk before is still there, and the edit is still in the caller's hands.
pub async fn save(ports: &Ports, base: &StoredRecord, edit: &Record, cause: Cause) -> Result<SaveOutcome, JournalError> {
    if base.read_only {
        return Err(JournalError::Unavailable);
    }
    let _writer = ports.tabs.writer().await;
    let mut base = base.clone();
    let mut edit = edit.clone();
    let (mut expected, mut top) = (base.rev, base.rev);
    let mut conflicts = 0;
    let mut losers = Vec::new();
    // Another tab can win the race a few times, not for ever: it needs the same lock.
    for _ in 0..8 {
        let pointer = match append_after(ports, expected, top, &edit, cause, &losers).await {
            Ok(stored) => return Ok(SaveOutcome { stored, conflicts }),
            Err(JournalError::Stale(pointer)) => pointer,
            Err(error) => return Err(error),
        };
        let rows = ports.journal.revisions(&edit.id.0).await?;
        let mut theirs = None;
        for (_, raw) in &rows {
            match Revision::read(raw) {
                RevisionRead::Newer => return Err(JournalError::Unavailable),
                RevisionRead::Whole(row, record) if row.cause != Cause::Other => theirs = Some(stored_of(row, *record)),
                _ => {}
            }
            if theirs.is_some() {
                break;
            }
        }
        // Behind everything that is there, be it readable or not.
        expected = pointer;
        top = rows.first().map_or(0, |(rev, _)| *rev).max(pointer);
        // With no row at all the record was erased elsewhere: writing it again brings back what the person is typing.
        if let Some(theirs) = theirs {
            let merged = merge::merge(&base.record, &edit, &theirs.record);
            if !merged.conflicts.is_empty() {
                conflicts += merged.conflicts.len();
                losers.push(edit);
            }
            edit = merged.record;
            base = theirs;
        }
    }
    Err(JournalError::Failed("stale".to_owned()))
}

/// Appends after `top`, if the head pointer still says `expected`.
pub(super) async fn append_after(
    ports: &Ports,
    expected: u32,
    top: u32,
    record: &Record,
    cause: Cause,
    losers: &[Record],
) -> Result<StoredRecord, JournalError> {
    let at = ports.clock.now().at;
    let device = device_name(ports);
    let mut rev = top;
    let mut rows = Vec::new();
    for (record, cause) in losers.iter().map(|loser| (loser, Cause::Other)).chain([(record, cause)]) {
        rev += 1;
        let row = Revision::new(record, rev, at, &device, cause);
        if row.text.len() > stored::LIMIT {
            // What could not be read back must not be called saved.
            return Err(JournalError::Failed("size".to_owned()));
        }
        rows.push((rev, row.write()));
    }
    let newest = rows.last().map(|(_, raw)| raw.clone()).unwrap_or_default();
    ports.journal.append(Append { record: record.id.0.clone(), expected, rows, drop: Vec::new() }).await?;
    mirror::put(ports, &record.id.0, &newest);
    Ok(StoredRecord { rev, at, record: record.clone(), read_only: false })
}
