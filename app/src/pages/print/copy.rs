//! Texts to copy: for the medical notes of a phone, and the whole card for a clinic or a message.

use exchange::text as plain_text;
use leptos::prelude::*;
use record::access::{Grant, Recipient, Scope, view as disclosed};

use super::source;
use crate::{
    pages::help::steps,
    parts::words::{rich, say},
    workspace::workspace,
};
use words::{Word, help::HELP, sheets as text};

/// All texts, and how to put one on the lock screen.
pub fn texts() -> AnyView {
    let phone = || source().map(|source| plain_text::phone_block(&source.shown, source.langs)).unwrap_or_default();
    let whole = || {
        let grant = Grant::new(Recipient::HomeDoctor, Scope::card());
        let whole = source().map(|source| {
            let shown = workspace().record.with(|record| disclosed(record, &grant, source.today));
            plain_text::full(&shown, source.today, source.langs)
        });
        whole.unwrap_or_default()
    };
    let topics = HELP.iter().filter(|topic| ["lock-iphone", "lock-android"].contains(&topic.id));
    let how = topics
        .map(|topic| view! { <section class="t-screen"><h3>{rich(topic.title)}</h3> {steps(topic)}</section> }.into_any())
        .collect::<Vec<_>>();
    view! {
        <div class="t-texts">
            {block("phone", text::FOR_PHONE, None, phone)}
            {how}
            {block("whole", text::FOR_CLINIC, Some(text::FOR_CLINIC_HINT), whole)}
        </div>
    }
    .into_any()
}

fn block(id: &'static str, title: Word, hint: Option<Word>, words: impl Fn() -> String + Copy + Send + Sync + 'static) -> AnyView {
    let workspace = workspace();
    let copied = RwSignal::new(None::<bool>);
    let copy = move |_| {
        let Some(device) = workspace.with(|ports| ports.device.clone()) else { return };
        // Said before the task begins: it runs outside the page, where nothing knows the workspace.
        let words = words();
        // Taken off, so that the same words are said once more after a second tap.
        copied.set(None);
        leptos::task::spawn_local(async move {
            let done = device.copy(&words).await;
            copied.set(Some(done));
        });
    };
    let told = move || copied.get().map(|done| rich(if done { text::COPIED } else { text::NOT_COPIED }));
    let button = format!("{} – {}", say(text::COPY), say(title));
    let hint = hint.map(|hint| view! { <p class="t-hint t-screen">{rich(hint)}</p> });
    view! {
        <section class="t-field">
            <h3>{rich(title)}</h3>
            {hint}
            <pre class="t-copy" id=id lang="ja" tabindex="0" aria-label=say(title)>{words}</pre>
            <button type="button" class="t-button t-screen" aria-label=button on:click=copy>{rich(text::COPY)}</button>
            <p role="status" class="t-screen">{told}</p>
        </section>
    }
    .into_any()
}
