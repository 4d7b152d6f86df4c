//! The round of the yearly check that is under way: which sections were looked at, kept on the shelf with the day on which it began.
//!
//! A section is changed on a page of its own, and Home is another document: what was ticked must still be ticked afterwards. Ids of
//! sections only; it goes with the record when that is erased.

use leptos::prelude::*;
use record::{Day, Section};

use super::Folder;

const ROUND: &str = "tsumugu.round.";
/// A round that nobody came back to for longer is begun anew: what was looked at then may have changed.
const DAYS: i64 = 14;

/// `2026-11-22 person contacts`
fn write(begun: Day, seen: &[Section]) -> String {
    let ids = seen.iter().map(|section| section.id());
    std::iter::once(begun.to_iso().as_str()).chain(ids).collect::<Vec<_>>().join(" ")
}

/// The day and the sections, unless the round is too old or something else stands there.
fn read(raw: &str, today: Day) -> Option<(Day, Vec<Section>)> {
    let mut words = raw.split(' ');
    let begun = Day::parse(words.next()?)?;
    let age = (today.0 - begun.0).num_days();
    (0..=DAYS).contains(&age).then(|| (begun, words.filter_map(Section::by_id).collect()))
}

impl Folder {
    fn round_key(self) -> String {
        self.record.with_untracked(|record| format!("{ROUND}{}", record.id.0))
    }

    fn kept_round(self) -> Option<(Day, Vec<Section>)> {
        let key = self.round_key();
        self.with(|ports| read(&ports.shelf.get(&key)?, ports.clock.now().day)).flatten()
    }

    /// What was looked at in this round, also on an earlier page.
    pub fn resume_round(self) {
        if let Some((_, seen)) = self.kept_round() {
            self.checked.set(seen);
        }
    }

    /// Whether a round is under way: begun, and not confirmed.
    #[must_use]
    pub fn in_round(self) -> bool {
        self.kept_round().is_some()
    }

    /// One more section was looked at, or with `None` a first one is about to be.
    pub fn look_at(self, section: Option<Section>) {
        self.checked.update(|seen| seen.extend(section.filter(|section| !seen.contains(section))));
        let begun = self.kept_round().map(|(begun, _)| begun);
        let seen = self.checked.get_untracked();
        let key = self.round_key();
        // Without a shelf, the ticks last as long as the document.
        self.with(|ports| ports.shelf.set(&key, &write(begun.unwrap_or(ports.clock.now().day), &seen)));
    }

    /// The whole card was confirmed.
    pub fn end_round(self) {
        self.checked.set(Section::ALL.to_vec());
        let key = self.round_key();
        self.with(|ports| ports.shelf.remove(&key));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::port::memory::Memory;

    fn day(iso: &str) -> Day {
        Day::parse(iso).unwrap()
    }

    #[test]
    fn a_round_is_read_back_until_it_is_old() {
        let raw = write(day("2026-11-22"), &[Section::Person, Section::Orders]);
        assert_eq!(read(&raw, day("2026-11-22")), Some((day("2026-11-22"), vec![Section::Person, Section::Orders])));
        assert!(read(&raw, day("2026-12-06")).is_some());
        assert_eq!(read(&raw, day("2026-12-07")), None);
        assert_eq!(read(&raw, day("2026-11-21")), None);
        // A section of a later release is passed over.
        assert_eq!(read("2026-11-22 person dream", day("2026-11-22")).unwrap().1, [Section::Person]);
        assert_eq!(read("", day("2026-11-22")), None);
    }

    #[test]
    fn what_was_ticked_is_there_in_the_next_document_and_ends_with_the_round() {
        Owner::new().with(|| {
            let memory = Memory::default();
            let folder = || {
                let folder = Folder::new(Some(memory.ports()));
                folder.record.update(|record| record.id.0 = "aa".to_owned());
                folder
            };
            let first = folder();
            assert!(!first.in_round());
            first.look_at(None);
            assert!(first.in_round());
            first.look_at(Some(Section::Person));
            first.look_at(Some(Section::Person));
            let second = folder();
            second.resume_round();
            assert_eq!(second.checked.get_untracked(), [Section::Person]);
            // Of another person nothing was looked at.
            second.record.update(|record| record.id.0 = "bb".to_owned());
            assert!(!second.in_round());
            first.end_round();
            assert!(!folder().in_round() && memory.shelf.borrow().is_empty());
        });
    }
}
