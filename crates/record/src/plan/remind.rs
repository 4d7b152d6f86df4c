//! When the person wants to look at the plan again (rule E13), and what says so. Nothing is chosen beforehand.

use super::{
    catalogue::ANSWER,
    lists::{Event, LOOKED, event},
    section,
};
use crate::{
    Answers, Moment, Record,
    catalogue::{SectionField, person, usual},
};

/// A day that a calendar can know.
pub const BIRTHDAY: &str = "birthday";
/// The day of the year on which it was asked for, in a calendar as well.
pub const YEARLY: &str = "yearly";
/// What only the person knows of.
pub const DISCHARGE: &str = "discharge";
/// What the card tells, when it is changed there.
pub const MOVE: &str = "move";
/// The same of the level of care.
pub const LEVEL: &str = "care_level";
/// Stands alone: whoever wants no reminder wants none of the others.
pub const NONE: &str = "none";
/// In a neutral order; the ids are stored.
pub const OPTIONS: [&str; 6] = [BIRTHDAY, YEARLY, DISCHARGE, MOVE, LEVEL, NONE];
const ADDRESS: &[SectionField] = &[person::POSTAL, person::PREFECTURE, person::CITY, person::STREET, person::BUILDING];

/// A reason to look at the plan again that whoever is told has asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// They asked to be told after leaving a hospital; only they know when.
    Discharge,
    /// The address on the card has changed since the last look.
    Moved,
    /// The level of care on the card has changed since the last look.
    CareLevel,
}

/// When the newest record was last kept or looked at; nothing when there is none to look at.
fn last_look(record: &Record) -> Option<Moment> {
    let kept = record.plan.current()?.at;
    let looked = record.plan.list(Event).filter(|happened| happened.words(event::KIND) == LOOKED);
    let again = looked.flat_map(|happened| happened.item.fields.values());
    again.map(|field| field.stamp.at).chain([kept]).max()
}

/// What there is to say to whoever asked for it. A change counts when it is newer than the last look.
#[must_use]
pub fn due(record: &Record) -> Vec<Due> {
    let asked = record.plan.section(section::REMIND).map_or(&[][..], |data| data.fields.chosen(ANSWER.untyped()));
    let Some(looked) = last_look(record) else { return Vec::new() };
    let changed =
        |fields: &[SectionField]| fields.iter().filter_map(|field| record.card.field(*field)).any(|field| field.stamp.at > looked);
    let says = |id: &str| match id {
        DISCHARGE => Some(Due::Discharge),
        MOVE => changed(ADDRESS).then_some(Due::Moved),
        LEVEL => changed(&[usual::CARE_LEVEL]).then_some(Due::CareLevel),
        _ => None,
    };
    asked.iter().filter_map(|id| says(id)).collect()
}

/// What is chosen after a tap on an option.
#[must_use]
pub fn after(was: &[String], id: &str, on: bool) -> Vec<String> {
    let stays = |option: &&str| match (**option == *id, on) {
        (true, on) => on,
        (false, true) if id == NONE || **option == *NONE => false,
        _ => was.iter().any(|chosen| chosen == *option),
    };
    OPTIONS.iter().filter(|option| stays(option)).map(|option| (*option).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Answer, Day, ItemId, RecordId, Stamp,
        plan::{Version, VersionId},
    };

    #[test]
    fn no_reminder_stands_alone() {
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        assert_eq!(after(&[], "move", true), ids(&["move"]));
        assert_eq!(after(&ids(&["move"]), "birthday", true), ids(&["birthday", "move"]));
        assert_eq!(after(&ids(&["birthday", "move"]), NONE, true), ids(&[NONE]));
        assert_eq!(after(&ids(&[NONE]), "yearly", true), ids(&["yearly"]));
        assert_eq!(after(&ids(&["birthday", "move"]), "move", false), ids(&["birthday"]));
    }

    fn stamp(at: i64) -> Stamp {
        Stamp { at: Moment(at), ..Stamp::default() }
    }

    fn kept(asked: &[&str]) -> Record {
        let mut record = Record::new(RecordId("r".to_owned()), Moment(0));
        let asked = asked.iter().map(|id| (*id).to_owned()).collect();
        record.plan.section_mut(section::REMIND).fields.set(ANSWER.untyped(), Some(Answer::Chosen(asked)), &stamp(1));
        put(&mut record, person::STREET, "1", 5);
        record.plan.keep(Version {
            id: VersionId("a".to_owned()),
            on: Day::parse("2026-11-26").unwrap(),
            at: Moment(10),
            by: crate::Author::Own,
            reason: String::new(),
            signed: None,
            after: Vec::new(),
            answers: std::collections::BTreeMap::new(),
            extra: serde_json::Map::new(),
        });
        record
    }

    fn put(record: &mut Record, field: SectionField, words: &str, at: i64) {
        record.card.set(field, Some(Answer::Given(words.to_owned())), &stamp(at));
    }

    #[test]
    fn a_change_on_the_card_is_said_to_whoever_asked_until_the_plan_was_looked_at() {
        let mut record = kept(&[MOVE, LEVEL]);
        assert!(due(&record).is_empty(), "what stood on the card before is no news");
        put(&mut record, person::STREET, "2", 20);
        assert_eq!(due(&record), [Due::Moved]);
        put(&mut record, usual::CARE_LEVEL, "care_3", 21);
        assert_eq!(due(&record), [Due::Moved, Due::CareLevel]);
        record.plan.look_again(ItemId("e".to_owned()), Day::parse("2026-12-01").unwrap(), &stamp(30));
        assert!(due(&record).is_empty());
    }

    #[test]
    fn nothing_is_said_to_who_did_not_ask_and_nothing_without_a_record() {
        let mut record = kept(&[NONE]);
        put(&mut record, person::STREET, "2", 20);
        assert!(due(&record).is_empty());
        let mut record = kept(&[DISCHARGE]);
        assert_eq!(due(&record), [Due::Discharge]);
        record.plan.withdraw(ItemId("w".to_owned()), Day::parse("2026-12-01").unwrap(), &stamp(30));
        assert!(due(&record).is_empty());
    }
}
