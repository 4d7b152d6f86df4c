//! When to look again, for whoever wants to be told (rule E13). Nothing is chosen beforehand.

use exchange::calendar;
use leptos::prelude::*;
use record::{
    Answer, Day, Path, Record,
    plan::{
        catalogue::ANSWER,
        remind::{self, BIRTHDAY, Due, OPTIONS, YEARLY, after},
        section,
    },
};

use crate::{
    parts::words::{lang, rich, say, space},
    workspace::{Pace, Workspace, workspace},
};
use words::{Word, plan as text};

fn path() -> Path {
    ANSWER.at(&Path::plan_section(section::REMIND))
}

fn chosen(workspace: Workspace) -> Vec<String> {
    match workspace.answer(&path()) {
        Some(Answer::Chosen(ids)) => ids,
        _ => Vec::new(),
    }
}

/// What is said on the page of the plan to whoever asked for it.
#[must_use]
pub fn due(record: &Record) -> Vec<Word> {
    let word = |due| match due {
        Due::Discharge => text::notes::remind::DISCHARGE_ASKED,
        Due::Moved => text::notes::remind::MOVE_CHANGED,
        Due::CareLevel => text::notes::remind::CARE_LEVEL_CHANGED,
    };
    remind::due(record).into_iter().map(word).collect()
}

fn birth(workspace: Workspace) -> Option<Day> {
    workspace.record.with_untracked(|record| Day::parse(record.card.words(record::catalogue::person::BIRTH)))
}

/// The choice, where the record may be written.
#[must_use]
pub fn remind() -> AnyView {
    let workspace = workspace();
    let may = Memo::new(move |_| workspace.writable());
    (move || may.get().then(|| workspace.now()).flatten().map(|now| choice(workspace, now.day))).into_any()
}

fn choice(workspace: Workspace, today: Day) -> AnyView {
    // A birthday that is not on the card cannot be asked for.
    let has_birthday = birth(workspace).is_some();
    let boxes = OPTIONS.into_iter().filter(|id| *id != BIRTHDAY || has_birthday).map(|id| option(workspace, id)).collect::<Vec<_>>();
    let which = Memo::new(move |_| chosen(workspace));
    let files = move || {
        [BIRTHDAY, YEARLY].into_iter().filter(|id| which.get().iter().any(|one| one == id)).map(|id| file(id, today)).collect::<Vec<_>>()
    };
    view! {
        <fieldset class="t-field" aria-describedby="remind-hint">
            <legend>{rich(text::REMIND)}</legend>
            <p>{rich(text::notes::remind::LEAD)}</p>
            <p class="t-hint" id="remind-hint">{rich(text::notes::remind::IN_CALENDAR)} {space()} {rich(text::notes::remind::ON_THE_CARD)} {space()} {rich(text::notes::remind::DISCHARGE_NOTE)}</p>
            <div class="t-options">{boxes}</div>
        </fieldset>
        {files}
    }
    .into_any()
}

fn option(workspace: Workspace, id: &'static str) -> AnyView {
    let tap = move |event| {
        let now = after(&chosen(workspace), id, event_target_checked(&event));
        workspace.write_answer(Pace::Tap, &path(), (!now.is_empty()).then_some(Answer::Chosen(now)));
    };
    view! {
        <label class="t-option">
            <input type="checkbox" prop:checked=move || chosen(workspace).iter().any(|chosen| chosen == id) on:change=tap />
            <span>{text::reminder(id).map(rich)}</span>
        </label>
    }
    .into_any()
}

/// The button that hands out a calendar file.
fn file(id: &'static str, today: Day) -> AnyView {
    let workspace = workspace();
    let tap = move |_| {
        let Some(now) = workspace.now() else { return };
        let from = if id == BIRTHDAY { birth(workspace) } else { Some(today) };
        let first = calendar::next_yearly(from, today);
        let file = calendar::yearly(first, now.at, &say(text::EVENT), text::EVENT_LONG.say(lang()));
        // The yearly check of the card may fall on the same day, and would otherwise be the same entry.
        let file = file.replacen("UID:yearly-", "UID:plan-", 1);
        workspace.with(|ports| ports.device.hand_out("tsumugu-plan.ics", "text/calendar", file.as_bytes()));
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
    use super::*;

    #[test]
    fn every_reminder_has_its_words() {
        for id in OPTIONS {
            assert!(text::reminder(id).is_some(), "{id}");
        }
    }
}
