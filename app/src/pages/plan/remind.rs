//! When to look again, for whoever wants to be told (rule E13). Nothing is chosen beforehand.

use exchange::calendar;
use leptos::prelude::*;
use record::{
    Answer, Day, Record, Section,
    catalogue::BIRTH,
    plan::{
        catalogue::ANSWER,
        remind::{self, BIRTHDAY, Due, OPTIONS, YEARLY, after},
        section,
    },
};

use crate::{
    dom::{IntoNode, Node, view},
    parts::words::{lang, rich, say},
    text::plan as text,
    workspace::{
        Folder, Pace,
        answers::{Holder, Spot},
        folder,
    },
};

fn spot() -> Spot {
    Spot::of(&Holder::Plan(section::REMIND.to_owned()), ANSWER)
}

fn chosen(folder: Folder) -> Vec<String> {
    match folder.answer(&spot()) {
        Some(Answer::Chosen(ids)) => ids,
        _ => Vec::new(),
    }
}

/// What is said on the page of the plan to whoever asked for it: the keys of the words.
#[must_use]
pub fn due(record: &Record) -> Vec<&'static str> {
    let key = |due| match due {
        Due::Discharge => "discharge asked",
        Due::Moved => "move changed",
        Due::CareLevel => "care_level changed",
    };
    remind::due(record).into_iter().map(key).collect()
}

fn birth(folder: Folder) -> Option<Day> {
    folder.record.with_untracked(|record| Day::parse(record.card.text(Section::Person, BIRTH)))
}

/// The choice, where the record may be written.
#[must_use]
pub fn remind() -> Node {
    let folder = folder();
    let may = Memo::new(move |_| folder.writable());
    (move || may.get().then(|| folder.now()).flatten().map(|now| choice(folder, now.day))).into_node()
}

fn choice(folder: Folder, today: Day) -> Node {
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
            <p class="t-hint" id="remind-hint">{rich(text::note("remind", "in calendar"))} " " {rich(text::note("remind", "on the card"))} " " {rich(text::note("remind", "discharge note"))}</p>
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
    fn every_reminder_has_its_words() {
        for id in OPTIONS.into_iter().chain(["discharge asked", "move changed", "care_level changed"]) {
            assert!(text::maybe("remind", id).is_some(), "{id}");
        }
    }
}
