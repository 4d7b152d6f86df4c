//! All moments that stand in a record, wherever they stand: answers of card and plan, entries of lists, versions, removals, events,
//! conflicts.

use crate::{Field, Moment, Record, SectionData, Sides, Stamp, plan::Version};

impl Record {
    /// The newest moment in the record. One that is doubtful does not count.
    #[must_use]
    pub fn newest_moment(&self) -> Moment {
        let fields = self.fields().map(|field| field.stamp.at);
        let versions = self.plan.versions.iter().map(|version| version.at);
        let removed = self.change_counters.values().filter_map(|entry| entry.removed.as_ref()).map(|stamp| stamp.at);
        let events = self.log.events().map(|(_, event)| event.stamp.at);
        fields.chain(versions).chain(removed).chain(events).fold(self.made, Moment::max)
    }

    /// When something was last written in card or plan, and by whom.
    #[must_use]
    pub fn last_written(&self) -> Option<Stamp> {
        let fields = self.fields().map(|field| field.stamp.clone());
        fields.chain(self.plan.versions.iter().map(kept)).max()
    }

    /// Marks every moment after `limit` as doubtful. For what comes from a file or a code: no clock of this device wrote it. The day on
    /// which the card was confirmed has no such mark: one that is still to come is left out, because a card must never look newer than it is.
    pub fn doubt_after(&mut self, limit: Moment) {
        self.card.confirmed = self.card.confirmed.take().filter(|confirmed| confirmed.on <= limit.day_in_japan());
        let doubt = |at: &mut Moment| {
            if *at > limit {
                *at = at.doubted();
            }
        };
        doubt(&mut self.made);
        self.change_counters.values_mut().filter_map(|entry| entry.removed.as_mut()).for_each(|stamp| doubt(&mut stamp.at));
        for version in &mut self.plan.versions {
            doubt(&mut version.at);
            version.answers.values_mut().flat_map(fields_mut).for_each(|field| doubt(&mut field.stamp.at));
        }
        let sections = self.card.sections.values_mut().chain(self.plan.sections.values_mut());
        sections.flat_map(fields_mut).for_each(|field| doubt(&mut field.stamp.at));
        self.log.moments_mut().for_each(doubt);
        let removed = self.conflicts.iter_mut().filter_map(|conflict| match &mut conflict.sides {
            Sides::Removed(items) => Some(items),
            Sides::Answers { .. } => None,
        });
        removed.flatten().flat_map(|item| item.fields.values_mut()).for_each(|field| doubt(&mut field.stamp.at));
    }

    fn fields(&self) -> impl Iterator<Item = &Field> {
        let sections = self.card.sections.values().chain(self.plan.sections.values());
        sections.flat_map(|data| data.fields.values().chain(data.items.iter().flat_map(|item| item.fields.values())))
    }
}

fn kept(version: &Version) -> Stamp {
    Stamp { at: version.at, by: version.by.clone() }
}

fn fields_mut(data: &mut SectionData) -> impl Iterator<Item = &mut Field> {
    data.fields.values_mut().chain(data.items.iter_mut().flat_map(|item| item.fields.values_mut()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Answer, Answers, Author, Confirmed, Day, Section,
        access::{EventId, Recipient},
        plan::{catalogue::WORDS, parts::Part},
        sample,
    };

    const NOW: i64 = 1_795_305_600_000;

    fn somebody() -> Record {
        sample::person(Moment(NOW), Day::parse("2026-11-22").unwrap())
    }

    fn write(record: &mut Record, plan: bool, at: i64, name: &str) {
        let stamp = Stamp { at: Moment(at), by: Author::Proxy(name.to_owned()) };
        let data = if plan { record.plan.section_mut("v2") } else { record.card.section_mut(Section::Person) };
        data.fields.set(WORDS.untyped(), Some(Answer::Given(name.to_owned())), &stamp);
    }

    #[test]
    fn who_wrote_the_plan_last_wrote_the_record_last() {
        let mut record = somebody();
        write(&mut record, false, NOW + 5, "card");
        write(&mut record, true, NOW + 6, "plan");
        let last = record.last_written().unwrap();
        assert_eq!((last.at, last.by), (Moment(NOW + 6), Author::Proxy("plan".to_owned())));
        write(&mut record, false, NOW + 7, "again");
        assert_eq!(record.last_written().unwrap().by, Author::Proxy("again".to_owned()));
    }

    #[test]
    fn a_new_stamp_comes_after_everything_known_whatever_the_clock_says() {
        let mut record = somebody();
        write(&mut record, true, NOW + 40, "plan");
        let newest = record.newest_moment();
        assert_eq!(newest, Moment(NOW + 40));
        assert_eq!(Moment::after(Moment(0), newest), Moment(NOW + 41));
        assert_eq!(Moment::after(Moment(NOW + 90), newest), Moment(NOW + 90));
    }

    #[test]
    fn a_doubtful_moment_wins_nothing_pushes_nothing_and_is_still_told() {
        let far = NOW + 100 * 365 * 24 * 60 * 60 * 1000;
        let mut record = somebody();
        let before = record.newest_moment();
        write(&mut record, true, far, "plan");
        record.doubt_after(Moment(NOW + 1));
        assert_eq!(record.newest_moment(), before);
        let field = &record.plan.section("v2").unwrap().fields[WORDS.as_str()];
        assert!(field.stamp.at.is_doubtful() && field.stamp.at < Moment(0) && field.stamp.at < Moment(i64::from(i32::MIN)));
        assert_eq!(field.stamp.at.claimed(), Moment(far));
        assert_eq!(field.stamp.at.doubted(), field.stamp.at, "marked once");
        assert!(!before.is_doubtful() && before.claimed() == before);
        assert!(Moment(i64::MAX).doubted().is_doubtful());
    }

    #[test]
    fn events_and_the_day_of_confirming_are_doubted_too() {
        let far = NOW + 100 * 365 * 24 * 60 * 60 * 1000;
        let confirmed = |day: &str| Some(Confirmed { on: Day::parse(day).unwrap(), by: Author::Own });
        let mut record = somebody();
        record.card.confirmed = confirmed("2099-01-01");
        let stamp = Stamp { at: Moment(far), ..Stamp::default() };
        record.log.set_open(EventId("o".to_owned()), Part::Values, Recipient::Family, true, &stamp);
        assert_eq!(record.newest_moment(), Moment(far));
        record.doubt_after(Moment(NOW + 1));
        assert_eq!(record.card.confirmed, None, "a card never looks newer than it is");
        assert!(record.log.events().all(|(_, event)| event.stamp.at.is_doubtful()));
        assert!(record.log.is_open(Part::Values, Recipient::Family), "what was opened is open");
        assert!(record.newest_moment() < Moment(far));
        record.card.confirmed = confirmed("2026-11-22");
        record.doubt_after(Moment(NOW + 1));
        assert_eq!(record.card.confirmed, confirmed("2026-11-22"));
    }
}
