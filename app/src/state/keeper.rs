//! Opening, saving and repairing records: the only code that decides what is written where (security.md §3.3, S1–S8).
//!
//! A save succeeds when the journal's strict transaction has completed, not before. The mirror on the shelf is written after
//! that and may lag or fail without harm. A failed load is never called damage, and nothing that cannot be read is deleted.

use record::{Author, Day, Moment, Record, merge};

use super::{
    row::{Cause, Row, RowRead},
    thin::{KEPT, surplus},
};
use crate::port::{Append, Journal, JournalError, Ports};

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
        let mirror = ports.shelf.get(&mirror_key(&head.record));
        let mirror = mirror.as_deref().and_then(whole);
        let found = match Row::read(&head.raw) {
            RowRead::Whole(row, record) if head.pointer == Some(row.rev) => Some(held_of(row, *record)),
            RowRead::Newer => {
                opened.notices.push(Notice::Newer { record: head.record.clone() });
                // An older copy may still be looked at.
                opened.held.extend(mirror.map(|mirror| Held { read_only: true, ..mirror }));
                continue;
            }
            _ => recover(ports, &head.record, &head.raw, mirror.clone(), &mut opened.notices).await,
        };
        let Some(held) = found else { continue };
        let held = match mirror {
            // The disk was rolled back under us: the second copy is newer and becomes a revision on top.
            Some(mirror) if mirror.rev > held.rev => {
                opened.notices.push(Notice::Repaired { record: head.record.clone() });
                mend(ports, held.rev, &mirror.record).await.unwrap_or(Held { read_only: true, ..mirror })
            }
            Some(mirror) if mirror.rev == held.rev => held,
            _ => {
                write_mirror(ports, &held);
                held
            }
        };
        thin(ports, &held).await;
        opened.held.push(held);
    }
    for mirror in mirrored(ports) {
        if heads.iter().all(|head| head.record != mirror.record.id.0) {
            restore_from_mirror(ports, mirror, &mut opened).await;
        }
    }
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

/// The journal lost the record altogether (cleared by the browser, or never written): the second copy starts it anew.
async fn restore_from_mirror(ports: &Ports, mirror: Held, opened: &mut Opened) {
    let id = mirror.record.id.0.clone();
    match write(ports, 0, &mirror.record, Cause::Repair, None).await {
        Ok(held) => {
            opened.notices.push(Notice::Repaired { record: id });
            opened.held.push(held);
        }
        Err(_) => opened.held.push(Held { read_only: true, ..mirror }),
    }
}

/// The newest row or the pointer is damaged: the newest of the good rows and the mirror takes its place, as a new revision.
async fn recover(ports: &Ports, id: &str, raw: &str, mirror: Option<Held>, notices: &mut Vec<Notice>) -> Option<Held> {
    let Ok(rows) = ports.journal.revisions(id).await else {
        return mirror.map(|held| Held { read_only: true, ..held });
    };
    let good = rows.iter().filter_map(|(_, raw)| head_row(raw)).next();
    let best = match (good, mirror) {
        (Some(good), Some(mirror)) if mirror.rev > good.rev => Some(mirror),
        (Some(good), _) => Some(good),
        (None, mirror) => mirror,
    };
    let top = rows.first().map_or(0, |(rev, _)| *rev);
    // Even when setting aside fails, nothing is deleted: the damaged row stays where it is.
    let _ = ports.journal.set_aside(&format!("{id}/{top}"), raw).await;
    let Some(best) = best else {
        notices.push(Notice::Lost { record: id.to_owned() });
        return None;
    };
    notices.push(if best.rev >= top {
        Notice::Repaired { record: id.to_owned() }
    } else {
        Notice::WentBack { record: id.to_owned(), at: best.at }
    });
    match mend(ports, top, &best.record).await {
        Ok(held) => Some(held),
        Err(_) => Some(Held { read_only: true, ..best }),
    }
}

/// Writes a repaired record over whatever the pointer says.
async fn mend(ports: &Ports, top: u32, record: &Record) -> Result<Held, JournalError> {
    match write_at(ports, top, top, record, Cause::Repair, None).await {
        Err(JournalError::Stale(pointer)) => write_at(ports, pointer, top.max(pointer), record, Cause::Repair, None).await,
        done => done,
    }
}

/// Saves an edit that began from `base`. When another tab wrote meanwhile, both edits are joined; nothing is overwritten.
///
/// # Errors
/// Any [`JournalError`] but `Stale`. What was on the disk before is still there, and the edit is still in the caller's hands.
pub async fn save(ports: &Ports, base: &Held, edit: &Record, cause: Cause) -> Result<Saved, JournalError> {
    let _writer = ports.tabs.writer().await;
    let mut base = base.clone();
    let mut edit = edit.clone();
    let mut conflicts = 0;
    let mut loser = None;
    // Another tab can win the race a few times, not for ever: it needs the same lock.
    for _ in 0..8 {
        match write(ports, base.rev, &edit, cause, loser.as_ref()).await {
            Ok(held) => return Ok(Saved { held, conflicts }),
            Err(JournalError::Stale(_)) => {
                let Some(theirs) = newest(&*ports.journal, &edit.id.0).await? else {
                    // The record was erased elsewhere: writing it again brings back what the person is typing.
                    base.rev = 0;
                    continue;
                };
                let merged = merge::merge(&base.record, &edit, &theirs.record);
                if !merged.conflicts.is_empty() {
                    conflicts = merged.conflicts.len();
                    loser = Some(edit);
                }
                edit = merged.record;
                base = theirs;
            }
            Err(error) => return Err(error),
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
    let dates: Vec<(u32, Day)> = history.iter().map(|(_, held)| (held.rev, ports.clock.at(held.at).day)).collect();
    let drop = surplus(&dates);
    if !drop.is_empty() {
        let _ = ports.journal.append(Append { record: held.record.id.0.clone(), expected: held.rev, rows: Vec::new(), drop }).await;
    }
}

/// Removes a record, or with `None` all of them, from both copies.
pub async fn erase(ports: &Ports, id: Option<&str>) -> Result<(), JournalError> {
    ports.journal.erase(id).await?;
    for key in ports.shelf.keys() {
        let of_this = id.is_none_or(|id| key == mirror_key(id) || key.ends_with(id));
        if key.starts_with("tsumugu.") && of_this {
            ports.shelf.remove(&key);
        }
    }
    Ok(())
}

async fn write(ports: &Ports, rev: u32, record: &Record, cause: Cause, loser: Option<&Record>) -> Result<Held, JournalError> {
    write_at(ports, rev, rev, record, cause, loser).await
}

/// Appends after `top`, if the head pointer still says `expected`.
async fn write_at(
    ports: &Ports,
    expected: u32,
    top: u32,
    record: &Record,
    cause: Cause,
    loser: Option<&Record>,
) -> Result<Held, JournalError> {
    let at = ports.clock.now().at;
    let device = device(ports);
    let mut rev = top;
    let mut rows = Vec::new();
    for (record, cause) in loser.map(|loser| (loser, Cause::Other)).into_iter().chain([(record, cause)]) {
        rev += 1;
        rows.push((rev, Row::new(record, rev, at, &device, cause).write()));
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

fn mirror_key(id: &str) -> String {
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
