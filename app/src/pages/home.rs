//! Home: whose card, the two emergency actions, and the ways to everything else.

use leptos::prelude::*;
use record::{
    Record,
    check::{Age, progress, staleness},
};
use store::Notice;

use super::people::add_sample;
use crate::titles::name;
use crate::{
    parts::{
        frame::{PageLink, gate, save_status, way},
        icon::{Icon, icon},
        outside::outside,
        words::{lang, rich, say, space},
    },
    routes::Page,
    workspace::workspace,
};
use words::{days, home as text, summary};

/// The page.
#[must_use]
pub fn home() -> AnyView {
    view! {
        <h1 id="top" tabindex="-1" class="t-hidden">{rich(name(Page::Home))}</h1>
        <div class="t-urgent">
            <PageLink to=Page::Show class="t-button t-button--crew">{icon(Icon::Card)} {rich(name(Page::Show))}</PageLink>
            <PageLink to=Page::Call class="t-button t-button--alarm">{icon(Icon::Phone)} {rich(name(Page::Call))}</PageLink>
        </div>
        {state_of_card()}
        <nav class="t-tiles" aria-label=say(name(Page::Home))>
            {tile(Page::Card, gate(written).into_any())} {tile(Page::Print, rich(text::TILE_PRINT))}
            {tile(Page::Plan, rich(words::plan::TILE))} {tile(Page::Check, rich(text::TILE_CHECK))} {tile(Page::Backup, rich(text::TILE_BACKUP))}
            {tile(Page::Settings, rich(text::TILE_SETTINGS))} {tile(Page::About, rich(text::TILE_ABOUT))}
        </nav>
        {save_status()}
    }
    .into_any()
}

fn tile(page: Page, line: AnyView) -> AnyView {
    view! { <PageLink to=page class="t-tile"><b>{rich(name(page))}</b> <span>{line}</span></PageLink> }.into_any()
}

fn written() -> AnyView {
    let workspace = workspace();
    let words = move || {
        let (done, of) = workspace.record.with(|record| progress(&record.card));
        summary::progress(done, of, lang())
    };
    words.into_any()
}

/// The first words for somebody new, or how fresh the card is.
fn state_of_card() -> AnyView {
    let workspace = workspace();
    let blank = move || workspace.people.with(Vec::is_empty) && workspace.record.with(Record::is_blank);
    let new = Memo::new(move |_| blank());
    let cleared = Memo::new(move |_| workspace.notices.with(|notices| notices.contains(&Notice::Cleared)));
    let content = move || {
        if cleared.get() {
            come_back()
        } else if new.get() {
            welcome()
        } else {
            freshness()
        }
    };
    view! { {outside()} {content} }.into_any()
}

/// The browser has lost what was here: the ways back first, and no first visit.
fn come_back() -> AnyView {
    view! {
        <section class="t-welcome">
            <PageLink to=Page::Backup class="t-button t-button--main">{rich(text::BRING_BACK)}</PageLink>
            <PageLink to=Page::Restore class="t-button">{rich(name(Page::Restore))}</PageLink>
            <PageLink to=Page::Card class="t-button t-button--plain">{rich(text::BEGIN)}</PageLink>
        </section>
    }
    .into_any()
}

/// What this is. The server writes these words, so that somebody new reads them before the app has arrived; they are true for
/// everybody else as well, who sees them for a blink, without the ways onward.
fn welcome() -> AnyView {
    view! {
        <section class="t-welcome">
            <p>{rich(text::WELCOME)}</p>
            <p>{rich(text::WELCOME_1)} {space()} {rich(text::WELCOME_2)}</p>
            {way(ways_to_begin)}
        </section>
    }
    .into_any()
}

fn ways_to_begin() -> AnyView {
    view! {
        <PageLink to=Page::Card class="t-button t-button--main">{rich(text::BEGIN)}</PageLink>
        <button type="button" class="t-button" inert=workspace().ports().is_none() on:click=move |_| add_sample()>{rich(text::SEE_SAMPLE)}</button>
        <PageLink to=Page::Backup class="t-button t-button--plain">{rich(text::BRING_BACK)}</PageLink>
    }
    .into_any()
}

/// When the card was last confirmed; a calm note when that is more than a year ago.
fn freshness() -> AnyView {
    let workspace = workspace();
    let line = move || {
        let today = workspace.now()?.day;
        let confirmed = workspace.record.with(|record| record.card.confirmed.clone());
        let Some(on) = confirmed.as_ref().map(|confirmed| confirmed.on) else {
            return Some(view! { <p class="t-soft">{rich(text::NEVER)}</p> }.into_any());
        };
        let last = say(text::LAST);
        let when = (days::day(on, lang()), days::ago(on, today, lang()));
        let when =
            view! { <span class="t-whole">{last}</span> " " <span class="t-whole">{format!("{}（{}）", when.0, when.1)}</span> }.into_any();
        Some(match staleness(confirmed.as_ref(), today) {
            Age::Old { .. } => due(when),
            _ => view! { <p class="t-soft">{when}</p> }.into_any(),
        })
    };
    line.into_any()
}

fn due(when: AnyView) -> AnyView {
    view! {
        <section class="t-note">
            <p><b>{rich(text::DUE)}</b></p>
            <p>{when}</p>
            <PageLink to=Page::Check class="t-small">{rich(name(Page::Check))}</PageLink>
        </section>
    }
    .into_any()
}
