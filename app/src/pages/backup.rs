//! 「バックアップ」: what a backup is, making one, bringing one back, and the other ways back.

use leptos::prelude::*;

mod import;
mod make;
use store::backup;

use super::heading;
use crate::titles::name;
use crate::{
    parts::{
        frame::{PageLink, gate},
        storage::storage,
        words::{rich, space},
    },
    routes::Page,
    workspace::{device::Platform, workspace},
};
use words::{keep as text, settings};

/// The page.
#[must_use]
pub fn backup() -> AnyView {
    view! {
        {heading(Page::Backup)}
        <p>{rich(text::LEAD)} {space()} {rich(text::LEAD_MORE)}</p>
        {gate(iphone)}
        <h2>{rich(text::MAKE_TITLE)}</h2>
        {gate(make::make)}
        <h2>{rich(text::BRING)}</h2>
        <p class="t-soft">{rich(text::BRING_LEAD)}</p>
        {gate(import::import)}
        <h2>{rich(text::OTHER_WAYS)}</h2>
        <PageLink to=Page::History class="t-button">{rich(name(Page::History))}</PageLink>
        <PageLink to=Page::Restore class="t-button">{rich(name(Page::Restore))}</PageLink>
        {gate(aside)}
        <h2>{rich(settings::STORAGE)}</h2>
        {gate(storage)}
    }
    .into_any()
}

/// On an iPhone the app on the home screen has a storage of its own, which begins empty.
fn iphone() -> AnyView {
    let workspace = workspace();
    let place = workspace.with(|ports| ports.device.platform());
    let note = move || {
        let word = match place {
            Some(Platform::Iphone) => text::IPHONE,
            Some(Platform::Installed) if workspace.people.with(Vec::is_empty) => text::INSTALLED,
            _ => return None,
        };
        Some(view! { <p class="t-note">{rich(word)}</p> })
    };
    note.into_any()
}

/// Bytes that could not be read as a record, for somebody who can help. Nothing is shown when there are none.
fn aside() -> AnyView {
    let workspace = workspace();
    let file = RwSignal::new(None::<String>);
    if let Some(ports) = workspace.ports() {
        leptos::task::spawn_local(async move {
            let found = backup::damaged(&ports).await;
            file.try_set(found);
        });
    }
    let hand_out = move |_| {
        let (Some(file), Some(now)) = (file.get_untracked(), workspace.now()) else { return };
        let name = format!("tsumugu-unreadable-{}.json", now.day.to_iso());
        workspace.with(|ports| ports.device.hand_out(&name, MIME, file.as_bytes()));
    };
    let block = move || {
        file.with(Option::is_some).then(|| {
            view! {
                <p>{rich(text::ASIDE_LEAD)}</p>
                <button type="button" class="t-button" on:click=hand_out>{rich(text::ASIDE)}</button>
            }
        })
    };
    block.into_any()
}

/// What kind of file a backup is.
const MIME: &str = "application/json";
