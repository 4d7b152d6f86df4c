//! Which old revisions are kept: the newest fifty, the newest of each day they were written on for sixty days, and the newest of each month;
//! for sixty days also both sides of every conflict.

use record::Day;

use crate::{
    port::{Append, Ports},
    repository::{StoredRecord, history},
    revision::Cause,
};

/// How many of the newest revisions are always kept.
pub const KEPT: u32 = 50;

const DAYS: i64 = 60;

/// A revision and when it was written.
#[derive(Clone, Copy, Debug)]
pub struct Dated {
    pub rev: u32,
    pub day: Day,
    /// One of the two sides of a conflict: may hold the only copy of an answer.
    pub side: bool,
}

/// The revisions that are no longer kept. `dates` is newest first.
#[must_use]
pub fn surplus(dates: &[Dated]) -> Vec<u32> {
    let Some(Dated { day: newest, .. }) = dates.first() else { return Vec::new() };
    let mut drop = Vec::new();
    let mut before: Option<Day> = None;
    for (index, Dated { rev, day, side }) in dates.iter().enumerate() {
        let age = (newest.0 - day.0).num_days();
        // `2026-11` of `2026-11-22`.
        let month = |day: Day| day.to_iso()[..7].to_owned();
        let first_of_day = before != Some(*day) && age <= DAYS;
        let first_of_month = before.is_none_or(|before| month(before) != month(*day));
        let needed = *side && age <= DAYS;
        if index >= KEPT as usize && !first_of_day && !first_of_month && !needed {
            drop.push(*rev);
        }
        before = Some(*day);
    }
    drop
}

/// Drops revisions that [`surplus`] no longer keeps. A failure changes nothing and is tried again at the next opening.
pub async fn run(ports: &Ports, stored: &StoredRecord) {
    if stored.read_only || stored.rev < KEPT {
        return;
    }
    let Ok(history) = history(ports, &stored.record.id.0).await else { return };
    let side = |rev: u32| history.iter().any(|(cause, stored)| *cause == Cause::Other && (stored.rev == rev || stored.rev == rev + 1));
    // Both sides of two edits that could not be joined are kept as long as the revisions of single days.
    let dates: Vec<Dated> =
        history.iter().map(|(_, stored)| Dated { rev: stored.rev, day: ports.clock.at(stored.at).day, side: side(stored.rev) }).collect();
    let drop = surplus(&dates);
    if !drop.is_empty() {
        let _ = ports.journal.append(Append { record: stored.record.id.0.clone(), expected: stored.rev, rows: Vec::new(), drop }).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_newest_fifty_and_one_for_each_day_and_month() {
        let day = |text| Day::parse(text).unwrap();
        let dated = |rev, text| Dated { rev, day: day(text), side: false };
        let mut dates: Vec<Dated> = (0..60).map(|n| dated(200 - n, "2026-11-22")).collect();
        dates.extend([dated(90, "2026-11-01"), dated(89, "2026-11-01"), dated(40, "2026-03-09"), dated(39, "2026-03-02")]);
        let dropped = surplus(&dates);
        assert_eq!(dropped, [150, 149, 148, 147, 146, 145, 144, 143, 142, 141, 89, 39]);
        assert!(surplus(&[]).is_empty());
        // The sides of a conflict stay for sixty days.
        for dated in &mut dates {
            dated.side = [145, 89, 39].contains(&dated.rev);
        }
        assert_eq!(surplus(&dates), [150, 149, 148, 147, 146, 144, 143, 142, 141, 39]);
    }
}
