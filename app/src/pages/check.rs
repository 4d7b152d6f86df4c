//! The yearly check: section by section 「変わりありません」 or 「直す」; at the end the card is confirmed on today's day.

use leptos::prelude::*;
use record::{Confirmed, Day, Section, catalogue};
use words::{answer_text::Form, facts};

use super::heading;
use crate::titles::name;
use crate::{
    parts::{
        focus::focus,
        frame::{PageLink, gate, save_status},
        remarks::{Which, remarks},
        summary, wanted,
        words::{fact, lang, numbers, rich},
    },
    routes::Page,
    workspace::{Pace, workspace},
};
use words::{Word, check as text, labels};

/// The page.
#[must_use]
pub fn check() -> AnyView {
    view! {
        {heading(Page::Check)}
        <p class="t-soft">{rich(text::LEAD)}</p>
        {gate(steps)}
        {save_status()}
    }
    .into_any()
}

fn steps() -> AnyView {
    let workspace = workspace();
    // Sections looked at in this round, so that a detour to 「直す」, over Home too, comes back to the same place.
    let seen = workspace.checked;
    workspace.resume_review();
    wanted::follow();
    // A round that was finished today is over: whoever comes back begins another one.
    let today = workspace.now().map(|now| now.day);
    let confirmed = workspace.record.with_untracked(|record| record.card.confirmed.as_ref().map(|confirmed| confirmed.on));
    if seen.with_untracked(|seen| seen.len() == Section::ALL.len()) && confirmed.is_some() && confirmed == today {
        seen.set(Vec::new());
    }
    // Confirmed in this round: that an earlier one of today is on the card is not enough.
    let settled = RwSignal::new(false);
    let rows = Section::ALL.into_iter().map(move |section| step(section, seen)).collect::<Vec<_>>();
    view! { <ol class="t-steps">{rows}</ol> {remarks(Which::Every)} {move || finish(seen, settled)} }.into_any()
}

fn step(section: Section, seen: RwSignal<Vec<Section>>) -> AnyView {
    let workspace = workspace();
    let done = move || seen.with(|seen| seen.contains(&section));
    let content = move || workspace.record.with(|record| facts::section(&record.card, section, lang(), Form::Full));
    let state = move || workspace.record.with(|record| summary::section(&record.card, section, lang()));
    let lines = move || {
        let lines = content();
        if lines.is_empty() {
            view! { <p class="t-soft">{state()}</p> }.into_any()
        } else {
            view! { <dl class="t-facts">{lines.into_iter().map(line).collect::<Vec<_>>()}</dl> }.into_any()
        }
    };
    let buttons = move || {
        view! {
            <div class="t-pair">
                <button
                    type="button"
                    class="t-button"
                    aria-pressed=move || done().to_string()
                    on:click=move |_| {
                        workspace.look_at(Some(section));
                        onward(seen);
                    }
                >
                    {rich(text::UNCHANGED)}
                </button>
                <a class="t-button" href=Page::Section(section).path(lang()) on:click=move |_| workspace.look_at(None)>{rich(text::CHANGE)}</a>
            </div>
        }
    };
    view! {
        <li class="t-item" data-done=move || done().to_string()>
            <h2 id=heading_id(section) tabindex="-1">{rich(labels::section(section))}</h2>
            {lines}
            {move || if done() { view! { <p class="t-kept">{rich(text::SEEN)}</p> }.into_any() } else { buttons().into_any() }}
        </li>
    }
    .into_any()
}

/// The heading of a section in the check: also where the way back from its page leads.
#[must_use]
pub fn heading_id(section: Section) -> String {
    format!("look-{}", section.id())
}

/// The button is gone once it is tapped: the focus goes to what comes next.
fn onward(seen: RwSignal<Vec<Section>>) {
    let next = Section::ALL.into_iter().find(|section| seen.with_untracked(|seen| !seen.contains(section)));
    focus(next.map_or_else(|| "confirm".to_owned(), heading_id));
}

/// One fact. Its parts stay whole where they fit into a line, so that no number breaks.
fn line((label, words): (String, String)) -> AnyView {
    let parts = words.split('　').map(|part| view! { <span class="t-whole">{numbers(part)} " "</span> }).collect::<Vec<_>>();
    fact(label, parts.into_any())
}

fn finish(seen: RwSignal<Vec<Section>>, settled: RwSignal<bool>) -> AnyView {
    let workspace = workspace();
    let left = Section::ALL.len().saturating_sub(seen.with(|seen| seen.len()));
    if settled.get() {
        return finished();
    }
    let confirm = move |_| {
        let Some(now) = workspace.now() else { return };
        let by = workspace.author();
        workspace.end_review();
        workspace.edit(Pace::Tap, &mut |record, _| record.card.confirmed = Some(Confirmed { on: now.day, by: by.clone() }));
        settled.set(true);
        focus("done".to_owned());
    };
    view! {
        <p>{text::left(left, lang())}</p>
        <button type="button" class="t-button t-button--main" id="confirm" disabled={left > 0} on:click=confirm>{rich(text::CONFIRM)}</button>
    }
    .into_any()
}

/// After the last step: print, throw away the old sheet, be reminded next year.
fn finished() -> AnyView {
    let made = RwSignal::new(false);
    let button = move |word: Word, day: fn() -> Option<Day>| {
        let make = move |_| {
            remind(untrack(day));
            made.set(true);
        };
        view! { <button type="button" class="t-button" on:click=make>{rich(word)}</button> }.into_any()
    };
    view! {
        <section class="t-form">
            <h2 id="done" tabindex="-1">{rich(text::DONE)}</h2>
            <p>{rich(text::OLD_SHEETS)}</p>
            <PageLink to=Page::Print class="t-button t-button--main">{rich(name(Page::Print))}</PageLink>
            <h2>{rich(text::REMIND)}</h2>
            <p class="t-soft">{rich(text::REMIND_LEAD)}</p>
            <div class="t-pair">
                {move || birth().map(|_| button(text::ON_BIRTHDAY, birth))} {button(text::ON_NEW_YEAR, || None)}
            </div>
            <div role="status">{move || made.get().then(|| view! { <p class="t-kept">{rich(text::REMINDER_MADE)}</p> })}</div>
        </section>
    }
    .into_any()
}

/// The day of birth, where it is known: without it there is no reminder on the birthday.
fn birth() -> Option<Day> {
    workspace().record.with(|record| Day::parse(record.card.words(catalogue::person::BIRTH)))
}

/// Hands out a calendar file with a yearly entry, on a birthday or at New Year. It holds no health data and no name.
fn remind(birthday: Option<Day>) {
    let workspace = workspace();
    let Some(now) = workspace.now() else { return };
    let first = exchange::calendar::next_yearly(birthday, now.day);
    let file = exchange::calendar::yearly(first, now.at, text::EVENT.say(lang()), text::EVENT_LONG.say(lang()));
    workspace.with(|ports| ports.device.hand_out("tsumugu.ics", "text/calendar", file.as_bytes()));
}
