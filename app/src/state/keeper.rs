//! Opening, saving and repairing records: the only code that decides what is written where (security.md §3.3, S1–S8).
//!
//! A save succeeds when the journal's strict transaction has completed, not before. The mirror on the shelf is written after
//! that and may lag or fail without harm. A failed load is never called damage, and nothing that cannot be read is deleted.

use record::{Author, Moment, Record, merge, stored};

use super::{
    late,
    row::{Cause, Row, RowRead},
    thin::{Dated, KEPT, surplus},
};
use crate::port::{Append, Head, Journal, JournalError, Ports};

const MIRROR: &str = "tsumugu.head.";
const DEVICE: &str = "tsumugu.device";

/// A record as it was last known to be on the disk.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    pub rev: u32,
    pub at: Moment,
    pub record: Record,
    /// Written by a newer release, or not writable for another reason: may be shown, must not be saved.
    pub read_only: bool,
}

impl Held {
    /// What a record that was never written begins from.
    #[must_use]
    pub fn nothing(record: &Record) -> Held {
        Held { rev: 0, at: record.made, record: Record::new(record.id.clone(), record.made), read_only: false }
    }
}

/// Something about the storage that the person should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A damaged newest revision was passed over; an earlier one is shown.
    WentBack { record: String, at: Moment },
    /// The second copy brought the record back.
    Repaired { record: String },
    /// Nothing readable is left of a record. Its bytes were set aside.
    Lost { record: String },
    /// A newer release wrote this; the app must be updated first.
    Newer { record: String },
    /// The journal cannot be used; what is shown comes from the second copy and cannot be saved.
    NoJournal(JournalError),
    /// There was data here once and now there is none: the browser, or somebody, cleared it.
    Cleared,
}

/// What was found when the app opened.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    pub held: Vec<Held>,
    pub notices: Vec<Notice>,
}

/// What a save did.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    pub held: Held,
    /// Fields that two edits wrote differently; the other side is kept as a revision of its own.
    pub conflicts: usize,
}

/// The records on the second copy, at once and unverified against the journal. For the first paint.
pub fn mirrored(ports: &Ports) -> Vec<Held> {
    let keys = ports.shelf.keys();
    let raws = keys.iter().filter(|key| key.starts_with(MIRROR)).filter_map(|key| ports.shelf.get(key));
    let mut held: Vec<Held> = raws.filter_map(|raw| whole(&raw)).collect();
    by_age(&mut held);
    held
}

/// Reads every record from the journal, verifies it, and repairs what one of the two copies can repair.
pub async fn open(ports: &Ports) -> Opened {
    let heads = match ports.journal.heads().await {
        Ok(heads) => heads,
        Err(error) => {
            let held = mirrored(ports).into_iter().map(|held| Held { read_only: true, ..held }).collect();
            return Opened { held, notices: vec![Notice::NoJournal(error)] };
        }
    };
    let mut opened = Opened::default();
    for head in &heads {
        if let Some(held) = open_one(ports, head, &mut opened.notices).await {
            thin(ports, &held).await;
            opened.held.push(held);
        }
    }
    for key in ports.shelf.keys() {
        let Some(id) = key.strip_prefix(MIRROR).filter(|id| heads.iter().all(|head| head.record != *id)) else { continue };
        let held = restore_from_mirror(ports, id, &mut opened.notices).await;
        opened.held.extend(held);
    }
    late::take(ports, &mut opened).await;
    by_age(&mut opened.held);
    opened
}

/// The record that was begun first stands first. One by one: the library's way to sort thousands is 5 kB of wasm for each type.
fn by_age(held: &mut [Held]) {
    for end in 1..held.len() {
        let mut at = end;
        while at > 0 && held[at - 1].record.made > held[at].record.made {
            held.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// One record of the journal, checked against its second copy.
async fn open_one(ports: &Ports, head: &Head, notices: &mut Vec<Notice>) -> Option<Held> {
    let id = &head.record;
    let mirror = ports.shelf.get(&mirror_key(id)).map(|raw| Row::read(&raw));
    let newer = mirror == Some(RowRead::Newer);
    let mirror = match mirror {
        Some(RowRead::Whole(row, record)) => Some(held_of(row, *record)),
        _ => None,
    };
    let held = match Row::read(&head.raw) {
        RowRead::Whole(row, record) if head.pointer == Some(row.rev) && row.rev == head.rev => held_of(row, *record),
        RowRead::Newer => {
            notices.push(Notice::Newer { record: id.clone() });
            // An older copy may still be looked at.
            return mirror.map(|mirror| Held { read_only: true, ..mirror });
        }
        _ => return recover(ports, head, mirror, notices).await,
    };
    if newer {
        // A newer release wrote the second copy, and the disk was rolled back: looked at, not written over.
        notices.push(Notice::Newer { record: id.clone() });
        return Some(Held { read_only: true, ..held });
    }
    match mirror {
        // The disk was rolled back under us: the second copy is newer and becomes a revision on top.
        Some(mirror) if mirror.rev > held.rev => {
            let done = write_at(ports, held.rev, held.rev, &mirror.record, Cause::Repair, &[]).await;
            mended(ports, done, mirror, Notice::Repaired { record: id.clone() }, notices).await
        }
        Some(mirror) if mirror.rev == held.rev => Some(held),
        _ => {
            write_mirror(ports, &held);
            Some(held)
        }
    }
}

/// What to show after a repair was tried. Another tab may have been faster: then what it wrote stands, and nothing is written over.
async fn mended(ports: &Ports, done: Result<Held, JournalError>, best: Held, notice: Notice, notices: &mut Vec<Notice>) -> Option<Held> {
    match done {
        Ok(held) => {
            notices.push(notice);
            Some(held)
        }
        Err(JournalError::Stale(_)) => match newest(&*ports.journal, &best.record.id.0).await {
            Ok(Some(held)) => Some(held),
            _ => Some(Held { read_only: true, ..best }),
        },
        Err(error) => {
            notices.push(Notice::NoJournal(error));
            Some(Held { read_only: true, ..best })
        }
    }
}

/// The journal lost the record altogether (cleared by the browser, or never written): the second copy starts it anew.
async fn restore_from_mirror(ports: &Ports, id: &str, notices: &mut Vec<Notice>) -> Option<Held> {
    let key = mirror_key(id);
    let raw = ports.shelf.get(&key)?;
    match Row::read(&raw) {
        RowRead::Whole(row, record) => {
            let mirror = held_of(row, *record);
            let done = write_at(ports, 0, 0, &mirror.record, Cause::Repair, &[]).await;
            mended(ports, done, mirror, Notice::Repaired { record: id.to_owned() }, notices).await
        }
        RowRead::Newer => {
            notices.push(Notice::Newer { record: id.to_owned() });
            None
        }
        RowRead::Damaged => {
            let _ = ports.journal.set_aside(&format!("{id}/mirror"), &raw).await;
            notices.push(Notice::Lost { record: id.to_owned() });
            None
        }
    }
}

/// The newest row or the pointer is damaged: the newest of the good rows and the mirror takes its place, as a new revision.
async fn recover(ports: &Ports, head: &Head, mirror: Option<Held>, notices: &mut Vec<Notice>) -> Option<Held> {
    let id = &head.record;
    let rows = match ports.journal.revisions(id).await {
        Ok(rows) => rows,
        Err(error) => {
            notices.push(Notice::NoJournal(error));
            return mirror.map(|held| Held { read_only: true, ..held });
        }
    };
    if rows.iter().any(|(_, raw)| Row::read(raw) == RowRead::Newer) {
        // What a newer release wrote may stand between: only that release can tell what to do.
        notices.push(Notice::Newer { record: id.clone() });
        return mirror.map(|held| Held { read_only: true, ..held });
    }
    let good = rows.iter().find_map(|(_, raw)| head_row(raw));
    let best = match (good, mirror) {
        (Some(good), Some(mirror)) if mirror.rev > good.rev => Some(mirror),
        (Some(good), _) => Some(good),
        (None, mirror) => mirror,
    };
    let top = rows.first().map_or(0, |(rev, _)| *rev).max(head.pointer.unwrap_or(0));
    // Even when setting aside fails, nothing is deleted: the damaged rows stay where they are.
    for (rev, raw) in rows.iter().filter(|(_, raw)| Row::read(raw) == RowRead::Damaged) {
        let _ = ports.journal.set_aside(&format!("{id}/{rev}"), raw).await;
    }
    let Some(best) = best else {
        if let Some(raw) = ports.shelf.get(&mirror_key(id)) {
            let _ = ports.journal.set_aside(&format!("{id}/mirror"), &raw).await;
        }
        notices.push(Notice::Lost { record: id.clone() });
        return None;
    };
    let notice =
        if best.rev >= top { Notice::Repaired { record: id.clone() } } else { Notice::WentBack { record: id.clone(), at: best.at } };
    let done = write_at(ports, head.pointer.unwrap_or(0), top, &best.record, Cause::Repair, &[]).await;
    mended(ports, done, best, notice, notices).await
}

/// Saves an edit that began from `base`. When another tab wrote meanwhile, both edits are joined; nothing is overwritten.
///
/// # Errors
/// Any [`JournalError`] but `Stale`. What was on the disk before is still there, and the edit is still in the caller's hands.
pub async fn save(ports: &Ports, base: &Held, edit: &Record, cause: Cause) -> Result<Saved, JournalError> {
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
        let pointer = match write_at(ports, expected, top, &edit, cause, &losers).await {
            Ok(held) => return Ok(Saved { held, conflicts }),
            Err(JournalError::Stale(pointer)) => pointer,
            Err(error) => return Err(error),
        };
        let rows = ports.journal.revisions(&edit.id.0).await?;
        let mut theirs = None;
        for (_, raw) in &rows {
            match Row::read(raw) {
                RowRead::Newer => return Err(JournalError::Unavailable),
                RowRead::Whole(row, record) if row.cause != Cause::Other => theirs = Some(held_of(row, *record)),
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

/// The newest good revision of a record, as another tab may have written it.
pub async fn newest(journal: &dyn Journal, id: &str) -> Result<Option<Held>, JournalError> {
    Ok(journal.revisions(id).await?.iter().find_map(|(_, raw)| head_row(raw)))
}

/// All readable revisions of a record, newest first, with the reason each was written for.
pub async fn history(ports: &Ports, id: &str) -> Result<Vec<(Cause, Held)>, JournalError> {
    let rows = ports.journal.revisions(id).await?;
    Ok(rows
        .iter()
        .filter_map(|(_, raw)| match Row::read(raw) {
            RowRead::Whole(row, record) => Some((row.cause, held_of(row, *record))),
            _ => None,
        })
        .collect())
}

/// Drops revisions that [`surplus`] no longer keeps. A failure changes nothing and is tried again at the next opening.
async fn thin(ports: &Ports, held: &Held) {
    if held.read_only || held.rev < KEPT {
        return;
    }
    let Ok(history) = history(ports, &held.record.id.0).await else { return };
    let side = |rev: u32| history.iter().any(|(cause, held)| *cause == Cause::Other && (held.rev == rev || held.rev == rev + 1));
    // Both sides of two edits that could not be joined are kept as long as the revisions of single days.
    let dates: Vec<Dated> =
        history.iter().map(|(_, held)| Dated { rev: held.rev, day: ports.clock.at(held.at).day, side: side(held.rev) }).collect();
    let drop = surplus(&dates);
    if !drop.is_empty() {
        let _ = ports.journal.append(Append { record: held.record.id.0.clone(), expected: held.rev, rows: Vec::new(), drop }).await;
    }
}

/// Appends after `top`, if the head pointer still says `expected`.
async fn write_at(ports: &Ports, expected: u32, top: u32, record: &Record, cause: Cause, losers: &[Record]) -> Result<Held, JournalError> {
    let at = ports.clock.now().at;
    let device = device(ports);
    let mut rev = top;
    let mut rows = Vec::new();
    for (record, cause) in losers.iter().map(|loser| (loser, Cause::Other)).chain([(record, cause)]) {
        rev += 1;
        let row = Row::new(record, rev, at, &device, cause);
        if row.text.len() > stored::LIMIT {
            // What could not be read back must not be called saved.
            return Err(JournalError::Failed("size".to_owned()));
        }
        rows.push((rev, row.write()));
    }
    let newest = rows.last().map(|(_, raw)| raw.clone()).unwrap_or_default();
    ports.journal.append(Append { record: record.id.0.clone(), expected, rows, drop: Vec::new() }).await?;
    put_mirror(ports, &record.id.0, &newest);
    Ok(Held { rev, at, record: record.clone(), read_only: false })
}

fn write_mirror(ports: &Ports, held: &Held) {
    let row = Row::new(&held.record, held.rev, held.at, &device(ports), Cause::Edit);
    put_mirror(ports, &held.record.id.0, &row.write());
}

fn put_mirror(ports: &Ports, id: &str, raw: &str) {
    // The mirror is a convenience: when it is full or off, the journal alone is enough.
    let _ = ports.shelf.set(&mirror_key(id), raw);
}

/// A random name for this browser, to tell apart who wrote which revision. Made once, never sent.
fn device(ports: &Ports) -> String {
    ports.shelf.get(DEVICE).unwrap_or_else(|| {
        let name = fresh_id(ports);
        let _ = ports.shelf.set(DEVICE, &name);
        name
    })
}

/// A random id of 80 bits, in hexadecimal.
pub fn fresh_id(ports: &Ports) -> String {
    let mut bytes = [0; 10];
    ports.dice.bytes(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn mirror_key(id: &str) -> String {
    format!("{MIRROR}{id}")
}

fn whole(raw: &str) -> Option<Held> {
    match Row::read(raw) {
        RowRead::Whole(row, record) => Some(held_of(row, *record)),
        _ => None,
    }
}

/// A good row that may be a head: the losing sides of conflicts may not.
pub fn head_row(raw: &str) -> Option<Held> {
    match Row::read(raw) {
        RowRead::Whole(row, record) if row.cause != Cause::Other => Some(held_of(row, *record)),
        _ => None,
    }
}

fn held_of(row: Row, record: Record) -> Held {
    Held { rev: row.rev, at: row.at, record, read_only: false }
}

/// Who wrote the record last.
#[must_use]
pub fn last_author(record: &Record) -> Option<Author> {
    record.card.sections.values().filter_map(|section| section.stamp()).max().map(|stamp| stamp.by.clone())
}
