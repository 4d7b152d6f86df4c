//! Progress of the yearly check that is under way: which sections were looked at, kept with the day on which it began.
//!
//! A section is changed on a page of its own, and Home is another document: what was ticked must still be ticked afterwards. Ids of
//! sections only; it goes with the record when that is erased.

use record::{Day, Section};

use crate::Ports;

const PREFIX: &str = "tsumugu.review.";
/// A check that nobody came back to for longer is begun anew: what was looked at then may have changed.
const DAYS: i64 = 14;

/// `2026-11-22 person contacts`
fn write(begun: Day, seen: &[Section]) -> String {
    let ids = seen.iter().map(|section| section.id());
    std::iter::once(begun.to_iso().as_str()).chain(ids).collect::<Vec<_>>().join(" ")
}

/// The day and the sections, unless the check is too old or something else stands there.
fn read(raw: &str, today: Day) -> Option<(Day, Vec<Section>)> {
    let mut words = raw.split(' ');
    let begun = Day::parse(words.next()?)?;
    let age = (today.0 - begun.0).num_days();
    (0..=DAYS).contains(&age).then(|| (begun, words.filter_map(Section::by_id).collect()))
}

fn key(record: &str) -> String {
    format!("{PREFIX}{record}")
}

/// The sections of a record that were looked at; `None` when no check is under way.
#[must_use]
pub fn load(ports: &Ports, record: &str) -> Option<Vec<Section>> {
    read(&ports.key_values.get(&key(record))?, ports.clock.now().day).map(|(_, seen)| seen)
}

/// Keeps which sections were looked at, with the day on which the check began. Without a key-value store, it lasts as long as the
/// document.
pub fn keep(ports: &Ports, record: &str, seen: &[Section]) {
    let today = ports.clock.now().day;
    let begun = ports.key_values.get(&key(record)).and_then(|raw| read(&raw, today)).map_or(today, |(begun, _)| begun);
    let _ = ports.key_values.set(&key(record), &write(begun, seen));
}

/// The whole card was confirmed.
pub fn end(ports: &Ports, record: &str) {
    ports.key_values.remove(&key(record));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Day {
        Day::parse(iso).unwrap()
    }

    #[test]
    fn a_check_is_read_back_until_it_is_old() {
        let raw = write(day("2026-11-22"), &[Section::Person, Section::Orders]);
        assert_eq!(read(&raw, day("2026-11-22")), Some((day("2026-11-22"), vec![Section::Person, Section::Orders])));
        assert!(read(&raw, day("2026-12-06")).is_some());
        assert_eq!(read(&raw, day("2026-12-07")), None);
        assert_eq!(read(&raw, day("2026-11-21")), None);
        // A section of a later release is passed over.
        assert_eq!(read("2026-11-22 person dream", day("2026-11-22")).unwrap().1, [Section::Person]);
        assert_eq!(read("", day("2026-11-22")), None);
    }
}
