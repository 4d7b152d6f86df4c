//! When to look again, for whoever wants to be told (rule E13). Nothing is chosen beforehand.

use exchange::calendar;
use leptos::prelude::*;
use record::{
    Answer, Answers, Day, FieldId, Moment, Path, Record, Section,
    catalogue::{BIRTH, BUILDING, CARE_LEVEL, CITY, POSTAL, PREFECTURE, STREET},
    plan::{
        catalogue::ANSWER,
        lists::{KIND, LOOKED},
        section,
    },
};

use crate::{
    parts::words::{lang, rich, say},
    text::{Word, plan as text},
    workspace::{Folder, Pace, folder},
};

/// A day that a calendar can know.
const BIRTHDAY: &str = "birthday";
const YEARLY: &str = "yearly";
/// What only the person knows of.
const DISCHARGE: &str = "discharge";
/// What the card tells, when it is changed there.
const MOVE: &str = "move";
const LEVEL: &str = "care_level";
/// Stands alone: whoever wants no reminder wants none of the others.
const NONE: &str = "none";
/// In a neutral order; the ids are stored.
const OPTIONS: [&str; 6] = [BIRTHDAY, YEARLY, DISCHARGE, MOVE, LEVEL, NONE];
const ADDRESS: &[FieldId] = &[POSTAL, PREFECTURE, CITY, STREET, BUILDING];

fn path() -> Path {
    Path::beside(section::REMIND).field(ANSWER)
}

fn chosen(folder: Folder) -> Vec<String> {
    match folder.answer(&path()) {
        Some(Answer::Chosen(ids)) => ids,
        _ => Vec::new(),
    }
}

/// When the newest record was last kept or looked at; nothing when there is none to look at.
fn seen(record: &Record) -> Option<Moment> {
    let kept = record.plan.current()?.at;
    let events = record.plan.section(section::EVENTS).map_or(&[][..], |events| &events.items);
    let looked = events.iter().filter(|event| event.fields.words(KIND) == LOOKED).flat_map(|event| event.fields.values());
    looked.map(|field| field.stamp.at).chain([kept]).max()
}

/// What is said on the page of the plan to whoever asked for it. A change counts when it is newer than the last
/// look.
#[must_use]
pub fn due(record: &Record) -> Vec<Word> {
    let asked = record.plan.section(section::REMIND).map_or(&[][..], |data| data.fields.chosen(ANSWER));
    let Some(seen) = seen(record) else { return Vec::new() };
    let person = record.card.section(Section::Person);
    let changed = |fields: &[FieldId]| {
        let at = |field: &FieldId| person.and_then(|data| data.fields.get(field.0)).map(|field| field.stamp.at);
        fields.iter().filter_map(at).any(|at| at > seen)
    };
    let says = |id: &str| match id {
        DISCHARGE => Some(text::notes::remind::DISCHARGE_ASKED),
        MOVE => changed(ADDRESS).then_some(text::notes::remind::MOVE_CHANGED),
        LEVEL => changed(&[CARE_LEVEL]).then_some(text::notes::remind::CARE_LEVEL_CHANGED),
        _ => None,
    };
    asked.iter().filter_map(|id| says(id)).collect()
}

/// What is chosen after a tap on an option.
fn after(was: &[String], id: &str, on: bool) -> Vec<String> {
    let stays = |option: &&str| match (**option == *id, on) {
        (true, on) => on,
        (false, true) if id == NONE || **option == *NONE => false,
        _ => was.iter().any(|chosen| chosen == *option),
    };
    OPTIONS.iter().filter(|option| stays(option)).map(|option| (*option).to_owned()).collect()
}

fn birth(folder: Folder) -> Option<Day> {
    folder.record.with_untracked(|record| Day::parse(record.card.words(Section::Person, BIRTH)))
}

/// The choice, where the record may be written.
#[must_use]
pub fn remind() -> AnyView {
    let folder = folder();
    let may = Memo::new(move |_| folder.writable());
    (move || may.get().then(|| folder.now()).flatten().map(|now| choice(folder, now.day))).into_any()
}

fn choice(folder: Folder, today: Day) -> AnyView {
    // A birthday that is not on the card cannot be asked for.
    let has_birthday = birth(folder).is_some();
    let boxes = OPTIONS.into_iter().filter(|id| *id != BIRTHDAY || has_birthday).map(|id| option(folder, id)).collect::<Vec<_>>();
    let which = Memo::new(move |_| chosen(folder));
    let files = move || {
        [BIRTHDAY, YEARLY].into_iter().filter(|id| which.get().iter().any(|one| one == id)).map(|id| file(id, today)).collect::<Vec<_>>()
    };
    view! {
        <fieldset class="t-field" aria-describedby="remind-hint">
            <legend>{rich(text::REMIND)}</legend>
            <p>{rich(text::notes::remind::LEAD)}</p>
            <p class="t-hint" id="remind-hint">{rich(text::notes::remind::IN_CALENDAR)} " " {rich(text::notes::remind::ON_THE_CARD)} " " {rich(text::notes::remind::DISCHARGE_NOTE)}</p>
            <div class="t-options">{boxes}</div>
        </fieldset>
        {files}
    }
    .into_any()
}

fn option(folder: Folder, id: &'static str) -> AnyView {
    let tap = move |event| {
        let now = after(&chosen(folder), id, event_target_checked(&event));
        folder.write_answer(Pace::Tap, &path(), (!now.is_empty()).then_some(Answer::Chosen(now)));
    };
    view! {
        <label class="t-option">
            <input type="checkbox" prop:checked=move || chosen(folder).iter().any(|chosen| chosen == id) on:change=tap />
            <span>{text::reminder(id).map(rich)}</span>
        </label>
    }
    .into_any()
}

/// The button that hands out a calendar file.
fn file(id: &'static str, today: Day) -> AnyView {
    let folder = folder();
    let tap = move |_| {
        let Some(now) = folder.now() else { return };
        let from = if id == BIRTHDAY { birth(folder) } else { Some(today) };
        let first = calendar::next_yearly(from, today);
        let file = calendar::yearly(first, now.at, &say(text::EVENT), text::EVENT_LONG.say(lang()));
        // The yearly check of the card may fall on the same day, and would otherwise be the same entry.
        let file = file.replacen("UID:yearly-", "UID:plan-", 1);
        folder.with(|ports| ports.device.hand_out("tsumugu-plan.ics", "text/calendar", file.as_bytes()));
    };
    view! {
        <button type="button" class="t-button" on:click=tap>
            {rich(text::REMIND_FILE)} " – " {text::reminder(id).map(rich)}
        </button>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use record::{
        ItemId, RecordId, Stamp,
        plan::{Version, VersionId},
    };

    use super::*;

    #[test]
    fn no_reminder_stands_alone() {
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        assert_eq!(after(&[], "move", true), ids(&["move"]));
        assert_eq!(after(&ids(&["move"]), "birthday", true), ids(&["birthday", "move"]));
        assert_eq!(after(&ids(&["birthday", "move"]), NONE, true), ids(&[NONE]));
        assert_eq!(after(&ids(&[NONE]), "yearly", true), ids(&["yearly"]));
        assert_eq!(after(&ids(&["birthday", "move"]), "move", false), ids(&["birthday"]));
        for id in OPTIONS {
            assert!(text::reminder(id).is_some(), "{id}");
        }
    }

    fn stamp(at: i64) -> Stamp {
        Stamp { at: Moment(at), ..Stamp::default() }
    }

    fn kept(asked: &[&str]) -> Record {
        let mut record = Record::new(RecordId("r".to_owned()), Moment(0));
        let asked = asked.iter().map(|id| (*id).to_owned()).collect();
        record.plan.section_mut(section::REMIND).fields.set(ANSWER, Some(Answer::Chosen(asked)), &stamp(1));
        record.card.section_mut(Section::Person).fields.set(STREET, Some(Answer::Given("1".to_owned())), &stamp(5));
        record.plan.keep(Version {
            id: VersionId("a".to_owned()),
            on: Day::parse("2026-11-26").unwrap(),
            at: Moment(10),
            by: record::Author::Own,
            reason: String::new(),
            signed: None,
            after: Vec::new(),
            answers: std::collections::BTreeMap::new(),
            extra: serde_json::Map::new(),
        });
        record
    }

    fn put(record: &mut Record, field: FieldId, words: &str, at: i64) {
        record.card.section_mut(Section::Person).fields.set(field, Some(Answer::Given(words.to_owned())), &stamp(at));
    }

    #[test]
    fn a_change_on_the_card_is_said_to_whoever_asked_until_the_plan_was_looked_at() {
        let mut record = kept(&[MOVE, LEVEL]);
        assert!(due(&record).is_empty(), "what stood on the card before is no news");
        put(&mut record, STREET, "2", 20);
        assert_eq!(due(&record), [text::notes::remind::MOVE_CHANGED]);
        put(&mut record, CARE_LEVEL, "care_3", 21);
        assert_eq!(due(&record), [text::notes::remind::MOVE_CHANGED, text::notes::remind::CARE_LEVEL_CHANGED]);
        record.plan.look_again(ItemId("e".to_owned()), Day::parse("2026-12-01").unwrap(), &stamp(30));
        assert!(due(&record).is_empty());
    }

    #[test]
    fn nothing_is_said_to_who_did_not_ask_and_nothing_without_a_record() {
        let mut record = kept(&[NONE]);
        put(&mut record, STREET, "2", 20);
        assert!(due(&record).is_empty());
        let mut record = kept(&[DISCHARGE]);
        assert_eq!(due(&record), [text::notes::remind::DISCHARGE_ASKED]);
        record.plan.withdraw(ItemId("w".to_owned()), Day::parse("2026-12-01").unwrap(), &stamp(30));
        assert!(due(&record).is_empty());
    }
}
