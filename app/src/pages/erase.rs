//! Erasing: one person or everything, with undo until the page is left, and a look whether anything remained.

use leptos::prelude::*;

use crate::{
    parts::{
        focus::focus,
        words::{rich, say},
    },
    workspace::{erasing::Undo, workspace},
};
use words::{Word, fields, frame, settings as text};

/// Where the erasing stands.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    Asked(Option<String>),
    Done(Undo),
    /// Erased, and the way back has failed: it can be tried again.
    NotBack(Undo),
    Failed,
    Quiet,
}

/// The buttons, the question and the answer.
#[must_use]
pub fn erase() -> AnyView {
    let step = RwSignal::new(Step::Quiet);
    // Every tap takes its own button away: the focus stays with the question.
    Effect::new(move |before: Option<Step>| {
        let now = step.get();
        if before.is_some_and(|before| before != now) {
            focus("erase".to_owned());
        }
        now
    });
    let content = move || match step.get() {
        Step::Quiet => choices(step),
        Step::Asked(whom) => question(step, whom),
        Step::Done(erased) => done(step, "t-kept", text::ERASED, erased),
        Step::NotBack(erased) => done(step, "t-remark", text::NOT_BACK, erased),
        Step::Failed => view! { <p class="t-warn" role="alert">{rich(text::ERASE_FAILED)}</p> {choices(step)} }.into_any(),
    };
    view! { <div class="t-form" id="erase" tabindex="-1">{content}</div> }.into_any()
}

fn button(word: Word, class: &'static str, act: impl Fn() + Send + Sync + 'static) -> AnyView {
    view! { <button type="button" class=class on:click=move |_| act()>{rich(word)}</button> }.into_any()
}

fn choices(step: RwSignal<Step>) -> AnyView {
    let workspace = workspace();
    let open = move || workspace.record.with_untracked(|record| record.id.0.clone());
    view! {
        <p class="t-soft">{rich(text::ERASE_LEAD)}</p>
        {button(text::ERASE_ONE, "t-button", move || step.set(Step::Asked(Some(open()))))}
        {button(text::ERASE_ALL, "t-button", move || step.set(Step::Asked(None)))}
    }
    .into_any()
}

fn question(step: RwSignal<Step>, whom: Option<String>) -> AnyView {
    let workspace = workspace();
    let word = if whom.is_some() { text::ERASE_ONE } else { text::ERASE_ALL };
    // Whose record it is stands in the question, not only in the bar.
    let names: Vec<String> = workspace
        .people
        .get_untracked()
        .into_iter()
        .filter(|person| whom.as_ref().is_none_or(|whom| *whom == person.id))
        .map(|person| if person.name.is_empty() { say(text::NO_NAME) } else { format!("{}{}", person.name, say(frame::HONORIFIC)) })
        .collect();
    let erase = move || {
        let whom = whom.clone();
        leptos::task::spawn_local(async move {
            step.set(match workspace.erase_for_now(whom).await {
                Ok(erased) => Step::Done(erased),
                Err(_) => Step::Failed,
            });
        });
    };
    view! {
        <p><b>{rich(word)}</b></p>
        <ul class="t-dots">{names.into_iter().map(|name| view! { <li>{name}</li> }).collect::<Vec<_>>()}</ul>
        <p>{rich(text::ERASE_SURE)}</p>
        {button(text::ERASE_YES, "t-button t-button--alarm", erase)}
        {button(text::ERASE_NO, "t-button", move || step.set(Step::Quiet))}
    }
    .into_any()
}

fn done(step: RwSignal<Step>, class: &'static str, said: Word, erased: Undo) -> AnyView {
    let workspace = workspace();
    let undo = move || {
        let erased = erased.clone();
        leptos::task::spawn_local(async move {
            step.set(match workspace.bring_back(&erased).await {
                Ok(()) => Step::Quiet,
                Err(_) => Step::NotBack(erased),
            });
        });
    };
    let history = (said == text::ERASED).then(|| view! { <p class="t-soft">{rich(text::ERASED_HISTORY)}</p> });
    view! {
        <p class=class role="status">{rich(said)}</p>
        {history}
        <p>{rich(text::ERASED_UNDO)}</p>
        {button(fields::UNDO, "t-button", undo)}
    }
    .into_any()
}
