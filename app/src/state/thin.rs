//! Which old revisions are kept: the newest fifty, the newest of each day they were written on for sixty days, and the newest of each month.

use chrono::Datelike;
use record::Day;

/// How many of the newest revisions are always kept.
pub const KEPT: u32 = 50;

const DAYS: i64 = 60;

/// The revisions that are no longer kept. `dates` is newest first.
#[must_use]
pub fn surplus(dates: &[(u32, Day)]) -> Vec<u32> {
    let Some((_, newest)) = dates.first() else { return Vec::new() };
    let mut drop = Vec::new();
    let mut before: Option<Day> = None;
    for (index, (rev, day)) in dates.iter().enumerate() {
        let age = (newest.0 - day.0).num_days();
        let month = |day: Day| (day.0.year(), day.0.month());
        let first_of_day = before != Some(*day) && age <= DAYS;
        let first_of_month = before.is_none_or(|before| month(before) != month(*day));
        if index >= KEPT as usize && !first_of_day && !first_of_month {
            drop.push(*rev);
        }
        before = Some(*day);
    }
    drop
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_newest_fifty_and_one_for_each_day_and_month() {
        let day = |text| Day::parse(text).unwrap();
        let mut dates: Vec<(u32, Day)> = (0..60).map(|n| (200 - n, day("2026-11-22"))).collect();
        dates.extend([(90, day("2026-11-01")), (89, day("2026-11-01")), (40, day("2026-03-09")), (39, day("2026-03-02"))]);
        let dropped = surplus(&dates);
        assert_eq!(dropped, [150, 149, 148, 147, 146, 145, 144, 143, 142, 141, 89, 39]);
        assert!(surplus(&[]).is_empty());
    }
}
