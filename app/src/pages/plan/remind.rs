//! When to look again, for whoever wants to be told (rule E13). Nothing is chosen beforehand.

use exchange::calendar;
use leptos::prelude::*;
use record::{
    Answer, Day, Section,
    catalogue::BIRTH,
    plan::{catalogue::ANSWER, section},
};

use crate::{
    dom::{IntoNode, Node, view},
    parts::words::{lang, rich, say},
    state::{
        Folder, Pace,
        answers::{Holder, Spot},
        folder,
    },
    text::plan as text,
};

/// A day that a calendar can know.
const BIRTHDAY: &str = "birthday";
const YEARLY: &str = "yearly";
/// Stands alone: whoever wants no reminder wants none of the others.
const NONE: &str = "none";
/// In a neutral order; the ids are stored.
const OPTIONS: [&str; 6] = [BIRTHDAY, YEARLY, "discharge", "move", "care_level", NONE];

fn spot() -> Spot {
    Spot::of(&Holder::Plan(section::REMIND.to_owned()), ANSWER)
}

fn chosen(folder: Folder) -> Vec<String> {
    match folder.answer(&spot()) {
        Some(Answer::Chosen(ids)) => ids,
        _ => Vec::new(),
    }
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
    folder.record.with_untracked(|record| Day::parse(record.card.text(Section::Person, BIRTH)))
}

/// The choice.
#[must_use]
pub fn remind(today: Day) -> Node {
    let folder = folder();
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
            <p>{rich(text::note("remind", "lead"))}</p>
            <p class="t-hint" id="remind-hint">{rich(text::note("remind", "in calendar"))} " " {rich(text::note("remind", "by yourself"))}</p>
            <div class="t-options">{boxes}</div>
        </fieldset>
        {files}
    }
    .into_node()
}

fn option(folder: Folder, id: &'static str) -> Node {
    let tap = move |event| {
        let now = after(&chosen(folder), id, event_target_checked(&event));
        folder.write_answer(Pace::Tap, &spot(), (!now.is_empty()).then_some(Answer::Chosen(now)));
    };
    view! {
        <label class="t-option">
            <input type="checkbox" prop:checked=move || chosen(folder).iter().any(|chosen| chosen == id) on:change=tap />
            <span>{rich(text::note("remind", id))}</span>
        </label>
    }
    .into_node()
}

/// The button that hands out a calendar file.
fn file(id: &'static str, today: Day) -> Node {
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
            {rich(text::REMIND_FILE)} " – " {rich(text::note("remind", id))}
        </button>
    }
    .into_node()
}

#[cfg(test)]
mod tests {
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
            assert!(text::maybe("remind", id).is_some(), "{id}");
        }
    }
}
