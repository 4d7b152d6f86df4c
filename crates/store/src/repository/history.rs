//! Reading older revisions.

use super::{StoredRecord, stored_of};
use crate::{
    port::{Journal, JournalError, Ports},
    revision::{Cause, Revision, RevisionRead},
};

/// The newest good revision of a record, as another tab may have written it.
pub async fn newest(journal: &dyn Journal, id: &str) -> Result<Option<StoredRecord>, JournalError> {
    Ok(journal.revisions(id).await?.iter().find_map(|(_, raw)| head_row(raw)))
}

/// One row as it stands in the journal.
pub async fn revision_at(ports: &Ports, id: &str, rev: u32) -> Result<Option<String>, JournalError> {
    Ok(ports.journal.revisions(id).await?.into_iter().find(|(at, _)| *at == rev).map(|(_, raw)| raw))
}

/// All readable revisions of a record, newest first, with the reason each was written for.
pub async fn history(ports: &Ports, id: &str) -> Result<Vec<(Cause, StoredRecord)>, JournalError> {
    let rows = ports.journal.revisions(id).await?;
    Ok(rows
        .iter()
        .filter_map(|(_, raw)| match Revision::read(raw) {
            RevisionRead::Whole(row, record) => Some((row.cause, stored_of(row, *record))),
            _ => None,
        })
        .collect())
}

/// A good row that may be a head: the losing side of a conflict and what a circle held may not.
pub fn head_row(raw: &str) -> Option<StoredRecord> {
    match Revision::read(raw) {
        RevisionRead::Whole(row, record) if row.cause.may_be_head() => Some(stored_of(row, *record)),
        _ => None,
    }
}
