//! Writing a record, and joining it with what another tab wrote meanwhile.

use record::{Moment, Record, merge};

use super::{SaveOutcome, StoredRecord, mirror, stored_of};
use crate::{
    ancestry::{self, Origin, RevisionId, covered},
    identity::{device_name, next_seq},
    pictures::among_answers::moved_out,
    port::{Append, JournalError, Pinned, Ports},
    revision::{Cause, Draft, Revision, RevisionRead},
};

/// Saves an edit that began from `base`. When another tab wrote meanwhile, both edits are joined, from the revision that both have grown
/// from; nothing is overwritten.
///
/// # Errors
/// Any [`JournalError`] but `Stale`. What was on the disk before is still there, and the edit is still in the caller's hands.
pub async fn save(ports: &Ports, base: &StoredRecord, edit: &Record, cause: Cause) -> Result<SaveOutcome, JournalError> {
    if base.read_only {
        return Err(JournalError::Unavailable);
    }
    let _writer = ports.tabs.writer().await;
    let (mut base, mut edit) = (base.clone(), edit.clone());
    let mut parents: Vec<Origin> = base.origin.iter().cloned().collect();
    let (mut expected, mut top, mut after) = (base.rev, base.rev, base.at);
    let mut conflicts = 0;
    let mut sides = Vec::new();
    // Another tab can win the race a few times, not for ever: it needs the same lock.
    for _ in 0..8 {
        let write = Write { expected, top, record: &edit, cause, parents: &parents, after, sides: &sides, pins: &[] };
        let pointer = match append(ports, write).await {
            Ok(stored) => return Ok(SaveOutcome { stored, conflicts }),
            Err(JournalError::Stale(pointer)) => pointer,
            Err(error) => return Err(error),
        };
        let rows = ports.journal.revisions(&edit.id.0).await?;
        // Behind everything that is there, be it readable or not.
        expected = pointer;
        top = rows.first().map_or(0, |(rev, _)| *rev).max(pointer);
        // With no row at all the record was erased elsewhere: writing it again brings back what the person is typing.
        let Some(theirs) = newest_of(&rows)? else { continue };
        let merged = merge::merge(&ground(&rows, &base, &parents, &theirs), &edit, &theirs.record);
        if !merged.conflicts.is_empty() {
            conflicts += merged.conflicts.len();
            sides.push(Side { record: edit, cause: Cause::Other, parents: parents.clone() });
        }
        edit = merged.record;
        after = theirs.at.max(after);
        if let Some(origin) = &theirs.origin {
            parents.retain(|parent| parent.id != origin.id && !origin.comes_after(parent));
            parents.push(origin.clone());
        }
        base = theirs;
    }
    Err(JournalError::Failed("stale".to_owned()))
}

/// The newest revision of the journal that can be a head, as another tab wrote it.
pub(crate) fn newest_of(rows: &[(u32, String)]) -> Result<Option<StoredRecord>, JournalError> {
    for (_, raw) in rows {
        match Revision::read(raw) {
            RevisionRead::Newer => return Err(JournalError::Unavailable),
            RevisionRead::Whole(row, record) if row.cause.may_be_head() => return Ok(Some(stored_of(row, *record))),
            _ => {}
        }
    }
    Ok(None)
}

/// The newest revision that both the edit and the other tab's have grown from. Where none is known, nothing: then what either side has
/// stays.
fn ground(rows: &[(u32, String)], base: &StoredRecord, parents: &[Origin], theirs: &StoredRecord) -> Record {
    let nothing = || Record::new(base.record.id.clone(), base.record.made);
    let Some(theirs) = &theirs.origin else { return nothing() };
    let Some(began) = &base.origin else { return nothing() };
    // As a rule the other tab wrote on top of what the edit began from, which is at hand.
    if parents == std::slice::from_ref(began) && (theirs.id == began.id || theirs.comes_after(began)) {
        return base.record.clone();
    }
    // The edit is no revision yet; it comes after its parents.
    let mine = Origin {
        id: RevisionId(String::new()),
        device: String::new(),
        seq: u32::MAX,
        parents: parents.iter().map(|parent| parent.id.clone()).collect(),
        ancestors: covered(parents),
    };
    let mut known = vec![(began.clone(), base.record.clone())];
    known.extend(rows.iter().filter_map(|(_, raw)| match Revision::read(raw) {
        RevisionRead::Whole(row, record) => Some((row.origin, *record)),
        _ => None,
    }));
    let origins: Vec<Origin> = known.iter().map(|(origin, _)| origin.clone()).collect();
    let found = ancestry::base(&origins, &mine, theirs).map(|base| base.id.clone());
    known.into_iter().find(|(origin, _)| Some(&origin.id) == found.as_ref()).map_or_else(nothing, |(_, record)| record)
}

/// A revision that is kept beside the one that is written: one side of what was joined.
pub(crate) struct Side {
    pub record: Record,
    pub cause: Cause,
    pub parents: Vec<Origin>,
}

/// What goes to the journal in one transaction.
pub(crate) struct Write<'a> {
    /// Where the head pointer must still be.
    pub expected: u32,
    /// The highest number in the journal; new revisions are filed after it.
    pub top: u32,
    pub record: &'a Record,
    pub cause: Cause,
    pub parents: &'a [Origin],
    /// When the newest known revision was written.
    pub after: Moment,
    pub sides: &'a [Side],
    pub pins: &'a [Pinned],
}

/// Writes a revision, if the head pointer still says what is expected. Photos among the answers are put beside the journal first.
pub(crate) async fn append(ports: &Ports, write: Write<'_>) -> Result<StoredRecord, JournalError> {
    let at = Moment::after(ports.clock.now().at, write.record.newest_moment().max(write.after));
    let device = device_name(ports);
    let known = write.parents.iter().map(|parent| parent.seq).fold(write.top, u32::max);
    let mut rev = write.top;
    let mut rows = Vec::new();
    let mut parents = write.parents.to_vec();
    let sides = write.sides.iter().map(|side| (&side.record, side.cause, Some(&side.parents)));
    let written = moved_out(ports, write.record).await?;
    for (record, cause, own_parents) in sides.chain([(&*written, write.cause, None)]) {
        let record = moved_out(ports, record).await?;
        rev += 1;
        let seq = next_seq(ports, known);
        let parents_of_it = own_parents.unwrap_or(&parents);
        let draft = Draft { record: &record, rev, device: &device, seq, parents: parents_of_it, at, cause };
        let revision = draft.finish()?;
        rows.push((rev, revision.write()));
        parents.push(revision.origin);
    }
    let newest = rows.last().map(|(_, raw)| raw.clone()).unwrap_or_default();
    let record = write.record.id.0.clone();
    ports.journal.append(Append { record, expected: write.expected, rows, drop: Vec::new(), pins: write.pins.to_vec() }).await?;
    mirror::put(ports, &write.record.id.0, &newest);
    Ok(StoredRecord { rev, origin: parents.pop(), at, record: written.into_owned(), read_only: false })
}
