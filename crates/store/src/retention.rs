//! Which old revisions are kept: all of the newest day, the newest fifty, the newest of each day they were written on for sixty days, and
//! the newest of each month; for sixty days also both sides of every conflict; and what a circle has pinned. Pictures go
//! with the revisions that name them.
//!
//! Of the newest day every one stays, however many: whoever fills in a card for the first time writes more than fifty in an afternoon, and
//! history must hold all of that afternoon.

use record::Day;

use crate::{
    pictures::unreferenced,
    port::{Append, JournalError, Ports},
    repository::{StoredRecord, history},
    revision::Cause,
};

/// How many of the newest revisions are always kept.
pub const KEPT: u32 = 50;

/// How many old revisions are kept.
#[derive(Clone, Copy, Debug)]
pub struct Policy {
    /// How many of the newest, whenever they were written.
    pub newest: usize,
    /// For how many days one of each day, and both sides of a conflict.
    pub days: i64,
}

impl Policy {
    /// What is kept on every device.
    pub const USUAL: Policy = Policy { newest: KEPT as usize, days: 60 };
}

/// Where the day stands on which old revisions were last looked through.
const DAY: &str = "tsumugu.retention";

/// Why an older revision may still be needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepReason {
    None,
    /// One of the two sides of a conflict: may hold the only copy of an answer.
    Side,
    /// A circle of devices last agreed on it, or was last offered it.
    Pinned,
}

/// A revision and when it was written.
#[derive(Clone, Copy, Debug)]
pub struct DatedRevision {
    pub rev: u32,
    pub day: Day,
    pub need: KeepReason,
}

/// The revisions that are no longer kept. `dates` is newest first.
///
/// Where the newest lies after `today`, the clock was ahead once, and everything since bears the same day (a stamp is never older than the
/// one before it): then that day is no reason to keep more than the newest fifty.
#[must_use]
pub fn surplus(dates: &[DatedRevision], today: Day, policy: Policy) -> Vec<u32> {
    let Some(DatedRevision { day: newest, .. }) = dates.first() else { return Vec::new() };
    let mut drop = Vec::new();
    let mut before: Option<Day> = None;
    for (index, DatedRevision { rev, day, need }) in dates.iter().enumerate() {
        let age = (newest.0 - day.0).num_days();
        // `2026-11` of `2026-11-22`.
        let month = |day: Day| day.to_iso()[..7].to_owned();
        let first_of_day = before != Some(*day) && age <= policy.days;
        let first_of_month = before.is_none_or(|before| month(before) != month(*day));
        let needed = match need {
            KeepReason::None => false,
            KeepReason::Side => age <= policy.days,
            KeepReason::Pinned => true,
        };
        let of_newest_day = day == newest && *newest <= today;
        if index >= policy.newest && !of_newest_day && !first_of_day && !first_of_month && !needed {
            drop.push(*rev);
        }
        before = Some(*day);
    }
    drop
}

/// Whether old revisions were not looked through today.
#[must_use]
pub fn is_due(ports: &Ports) -> bool {
    ports.key_values.get(DAY).as_deref() != Some(ports.clock.now().day.to_iso().as_str())
}

/// Drops the revisions of some records that [`surplus`] no longer keeps and the pictures that no revision names, once a day at most. It reads the whole journal, so it is never
/// called on the way to the first screen. A failure changes nothing and is tried again.
pub async fn run_daily(ports: &Ports, records: &[StoredRecord]) {
    if !is_due(ports) {
        return;
    }
    let mut done = Ok(());
    for stored in records.iter().filter(|stored| !stored.read_only && stored.rev >= KEPT) {
        done = done.and(drop_surplus(ports, stored, Policy::USUAL).await);
    }
    done = done.and(unreferenced::drop_unreferenced(ports).await);
    if done.is_ok() {
        let _ = ports.key_values.set(DAY, &ports.clock.now().day.to_iso());
    }
}

/// Drops the revisions of one record that are no longer kept.
///
/// # Errors
/// [`JournalError`]; then nothing was dropped.
pub async fn drop_surplus(ports: &Ports, stored: &StoredRecord, policy: Policy) -> Result<(), JournalError> {
    let id = &stored.record.id.0;
    let history = history(ports, id).await?;
    let pins = ports.journal.pins(id).await?;
    let others: Vec<u32> =
        history.iter().filter(|(cause, stored)| is_other_side(&history, *cause, stored.rev)).map(|(_, stored)| stored.rev).collect();
    let is_side = |rev: u32| others.iter().any(|other| *other == rev || *other == rev + 1);
    let need = |rev: u32| match () {
        () if pins.iter().any(|pinned| pinned.rev == rev) => KeepReason::Pinned,
        () if is_side(rev) => KeepReason::Side,
        () => KeepReason::None,
    };
    let dates: Vec<DatedRevision> = history
        .iter()
        .map(|(_, stored)| DatedRevision { rev: stored.rev, day: ports.clock.at(stored.at).day, need: need(stored.rev) })
        .collect();
    let drop = surplus(&dates, ports.clock.now().day, policy);
    if drop.is_empty() {
        return Ok(());
    }
    ports.journal.append(Append { record: id.clone(), expected: stored.rev, drop, ..Append::default() }).await
}

/// Whether a revision is the other side of a conflict; the one before it is this device's. What the box of a circle held is one where
/// something is open in what follows, the joined revision, that was not open before.
fn is_other_side(history: &[(Cause, StoredRecord)], cause: Cause, rev: u32) -> bool {
    let open = |rev: u32| {
        let found = history.iter().find(|(_, stored)| stored.rev == rev);
        found.map(|(_, stored)| &stored.record.conflicts[..]).unwrap_or_default()
    };
    match cause {
        Cause::Other => true,
        Cause::Theirs => open(rev + 1).iter().any(|conflict| !open(rev - 1).contains(conflict)),
        Cause::Edit | Cause::Import | Cause::Undo | Cause::Repair | Cause::Circle => false,
    }
}

#[cfg(test)]
mod tests {
    use record::{Moment, Record, RecordId};

    use super::*;
    use crate::{
        port::memory::{Memory, wait},
        repository,
    };

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn dropped(dates: &[DatedRevision], today: Day) -> Vec<u32> {
        surplus(dates, today, Policy::USUAL)
    }

    fn dated(rev: u32, text: &str) -> DatedRevision {
        DatedRevision { rev, day: day(text), need: KeepReason::None }
    }

    #[test]
    fn keeps_the_newest_fifty_and_one_for_each_day_and_month() {
        let today = day("2026-11-22");
        let mut dates = vec![dated(201, "2026-11-22")];
        dates.extend((0..60).map(|n| dated(200 - n, "2026-11-21")));
        dates.extend([dated(90, "2026-11-01"), dated(89, "2026-11-01"), dated(40, "2026-03-09"), dated(39, "2026-03-02")]);
        assert_eq!(dropped(&dates, today), [151, 150, 149, 148, 147, 146, 145, 144, 143, 142, 141, 89, 39]);
        assert!(dropped(&[], today).is_empty());
        // The sides of a conflict stay for sixty days.
        for dated in &mut dates {
            if [145, 89, 39].contains(&dated.rev) {
                dated.need = KeepReason::Side;
            }
        }
        assert_eq!(dropped(&dates, today), [151, 150, 149, 148, 147, 146, 144, 143, 142, 141, 39]);
        // What is pinned stays however old it is.
        for dated in dates.iter_mut().filter(|dated| dated.rev == 39) {
            dated.need = KeepReason::Pinned;
        }
        assert_eq!(dropped(&dates, today), [151, 150, 149, 148, 147, 146, 144, 143, 142, 141]);
    }

    /// Found on 2026-11-30: old revisions were looked through in the middle of a busy day, and the first hour of it was gone.
    #[test]
    fn nothing_of_the_newest_day_is_dropped_however_much_was_written() {
        let mut dates: Vec<DatedRevision> = (0..500).map(|n| dated(1_000 - n, "2026-11-22")).collect();
        dates.extend([dated(90, "2026-11-21"), dated(89, "2026-11-21")]);
        assert_eq!(dropped(&dates, day("2026-11-22")), [89]);
        assert_eq!(dropped(&dates, day("2026-12-24")), [89], "nothing was written since");
        // A clock that was ahead: nobody knows on which day these were written.
        assert_eq!(dropped(&dates, day("2026-11-20")).len(), 451);
    }

    #[test]
    fn the_journal_is_looked_through_once_a_day_and_never_on_the_way_to_the_first_screen() {
        let memory = Memory::default();
        let ports = memory.ports();
        let record = Record::new(RecordId("a".to_owned()), Moment(0));
        let mut stored = StoredRecord::unsaved(&record);
        let save = |stored: &StoredRecord| wait(repository::save(&ports, stored, &record, Cause::Edit)).unwrap().stored;
        for _ in 0..KEPT + 9 {
            stored = save(&stored);
        }
        wait(run_daily(&ports, std::slice::from_ref(&stored)));
        assert_eq!(memory.rows.borrow().len(), KEPT as usize + 9, "a busy day is kept whole");
        memory.time.set(24 * 60 * 60 * 1000);
        stored = save(&stored);
        let rows = |memory: &Memory| memory.rows.borrow().len();
        memory.rows_read.set(0);
        assert_eq!(wait(crate::open(&ports)).records, std::slice::from_ref(&stored));
        assert_eq!((memory.rows_read.get(), rows(&memory)), (1, KEPT as usize + 10), "the head alone was read");
        // A failure is tried again on the same day.
        *memory.failing.borrow_mut() = Some(JournalError::Unavailable);
        wait(run_daily(&ports, std::slice::from_ref(&stored)));
        *memory.failing.borrow_mut() = None;
        assert!(is_due(&ports));
        wait(run_daily(&ports, std::slice::from_ref(&stored)));
        assert_eq!(rows(&memory), KEPT as usize);
        memory.rows_read.set(0);
        wait(run_daily(&ports, std::slice::from_ref(&stored)));
        assert_eq!(memory.rows_read.get(), 0);
        memory.time.set(2 * 24 * 60 * 60 * 1000);
        assert!(is_due(&ports));
    }
}
