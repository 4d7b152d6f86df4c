//! The people whose cards are kept on this device.

use leptos::prelude::*;
use record::sample;
use store::{Cause, intake::bounds};

use super::heading;
use crate::{
    parts::{
        focus::focus,
        frame::gate,
        wanted,
        words::{rich, say},
    },
    routes::Page,
    workspace::workspace,
};
use words::settings as text;

/// The page.
#[must_use]
pub fn people() -> AnyView {
    view! {
        {heading(Page::People)}
        <p class="t-soft">{rich(text::PEOPLE_LEAD)}</p>
        {gate(list)}
        <h2>{rich(text::PROXY)}</h2>
        <p class="t-soft">{rich(text::PROXY_LEAD)}</p>
        {gate(proxy)}
    }
    .into_any()
}

fn list() -> AnyView {
    let workspace = workspace();
    let rows = move || {
        let open = workspace.record.with(|record| record.id.0.clone());
        workspace
            .people
            .get()
            .into_iter()
            .map(|person| {
                let is_open = person.id == open;
                let name = if person.name.is_empty() { say(text::NO_NAME) } else { person.name.clone() };
                let mark = person.sample.then(|| view! { <span class="t-mark-sample">{rich(words::frame::SAMPLE)}</span> });
                let now = is_open.then(|| view! { <span class="t-tasks__state">{rich(text::OPEN_NOW)}</span> });
                view! {
                    <li>
                        <button
                            type="button"
                            class="t-tasks__link"
                            aria-current=if is_open { "true" } else { "false" }
                            on:click=move |_| workspace.open(&person.id)
                        >
                            <b>{name}</b>
                            {mark}
                            {now}
                        </button>
                    </li>
                }
            })
            .collect::<Vec<_>>()
    };
    // There is only one sample.
    let sample = move || {
        let there = workspace.people.with(|people| people.iter().any(|person| person.sample));
        let add = move |_| {
            add_sample();
            focus("top".to_owned());
        };
        (!there).then(|| view! { <button type="button" class="t-button" on:click=add>{rich(text::ADD_SAMPLE)}</button> })
    };
    let home = Page::Card.path(crate::parts::words::lang());
    view! {
        <ul class="t-tasks">{rows}</ul>
        <a class="t-button" href=home on:click=move |_| workspace.begin_another()>{rich(text::ADD_PERSON)}</a>
        {sample}
    }
    .into_any()
}

/// Puts the invented person on the device and opens the card.
pub fn add_sample() {
    let workspace = workspace();
    let Some(now) = workspace.now() else { return };
    leptos::task::spawn_local(async move {
        // When it cannot be kept, nothing has changed; the line about saving says why.
        let _ = workspace.save_and_open(sample::person(now.at, now.day), Cause::Import).await;
    });
}

fn proxy() -> AnyView {
    let workspace = workspace();
    // The card leads here.
    wanted::follow();
    let name = move || workspace.settings.with(|settings| settings.proxy.clone().unwrap_or_default());
    let keep = move |name: String| workspace.set(|settings| settings.proxy = (!name.trim().is_empty()).then_some(name));
    let stop = move || {
        (!name().is_empty()).then(|| {
            let own = move |_| {
                keep(String::new());
                focus("proxy".to_owned());
            };
            view! { <button type="button" class="t-button" on:click=own>{rich(text::PROXY_STOP)}</button> }
        })
    };
    view! {
        <div class="t-field">
            <label for="proxy">{rich(text::PROXY_NAME)}</label>
            <input
                class="t-input"
                id="proxy"
                type="text"
                maxlength=bounds::NAME.to_string()
                autocomplete="off"
                prop:value=name
                on:input=move |event| keep(event_target_value(&event))
            />
        </div>
        {stop}
    }
    .into_any()
}
