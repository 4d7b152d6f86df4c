//! What every page has around it: the bar on top, the line about saving, the calm notes, help at the same place below.

use leptos::prelude::*;
use store::{JournalError, Notice};

use super::{
    focus::{focus, focus_in},
    icon::{Icon, icon},
    words::{lang, rich, say},
};
use crate::titles;
use crate::{
    routes::Page,
    workspace::{SaveStatus, workspace},
};
use words::{Word, card, frame as text};

/// Content that depends on what is written on this device: shown when that is known.
///
/// The server writes what a first visit shows, so that nothing moves when the app takes its place; it takes no input before that. Where
/// somebody has written before (`data-known`, set by `public/theme.js`), a quiet line stands in its stead.
#[must_use]
pub fn gate<V: IntoView + 'static>(content: impl Fn() -> V + Send + Sync + 'static) -> AnyView {
    let workspace = workspace();
    if workspace.ports().is_none() {
        let wait = view! { <span class="t-wait" data-wait="known">{rich(text::OPENING)}</span> };
        return view! { {wait} <span class="t-gate" inert>{content()}</span> }.into_any();
    }
    let shown = move || {
        if workspace.ready.get() { content().into_any() } else { view! { <span class="t-wait">{rich(text::OPENING)}</span> }.into_any() }
    };
    shown.into_any()
}

/// The same for ways to other pages: they can be gone before the app is there, and nothing stands in their stead.
#[must_use]
pub fn way<V: IntoView + 'static>(content: impl Fn() -> V + Send + Sync + 'static) -> AnyView {
    let workspace = workspace();
    if workspace.ports().is_none() {
        return view! { <span class="t-gate">{content()}</span> }.into_any();
    }
    (move || workspace.ready.get().then(&content)).into_any()
}

/// A link to a page, as a large button, a tile or plain words. To a page of another bundle the browser goes by itself, once
/// everything that was typed is on the disk.
#[component]
pub fn PageLink(to: Page, class: &'static str, children: Children) -> impl IntoView {
    let (workspace, path) = (workspace(), to.path(lang()));
    if use_context() == Some(to.bundle()) {
        return view! { <a class=class href=path>{children()}</a> }.into_any();
    }
    let target = path.clone();
    let go = move |event: leptos::ev::MouseEvent| {
        if workspace.leave_for(&target) {
            event.prevent_default();
        }
    };
    view! { <a class=class href=path rel="external" on:click=go>{children()}</a> }.into_any()
}

/// The bar: back to where one came from, and whose card is open.
#[must_use]
pub fn bar(back: Option<Page>) -> AnyView {
    let start = match back {
        Some(page) => {
            view! { <PageLink to=page class="t-bar__back"><span aria-hidden="true">"‹"</span> {rich(text::BACK)}</PageLink> }.into_any()
        }
        None => view! { <span class="t-bar__name">{icon(Icon::Mark)} <b>{rich(words::pages::APP)}</b></span> }.into_any(),
    };
    view! { <header class="t-bar">{start} {whose()}</header> }.into_any()
}

/// Whose card is open; the way to the other people.
fn whose() -> AnyView {
    let workspace = workspace();
    let name = move || {
        let name = workspace.record.with(|record| record.card.words(record::catalogue::person::NAME).to_owned());
        if name.is_empty() { say(text::NO_NAME) } else { format!("{name}{}", say(text::HONORIFIC)) }
    };
    let shown =
        move || view! { <PageLink to=Page::People class="t-bar__who">{name} <span aria-hidden="true">"▾"</span></PageLink> }.into_any();
    view! { <div class="t-bar__end" translate="no">{way(shown)}</div> }.into_any()
}

/// The line about saving. It stands still and is read out when it changes.
#[must_use]
pub fn save_status() -> AnyView {
    let workspace = workspace();
    let line = move || match workspace.save_status.get() {
        SaveStatus::Unchanged => None,
        SaveStatus::Writing => Some(view! { <p class="t-kept" data-state="writing">{rich(text::WRITING)}</p> }.into_any()),
        SaveStatus::Saved { hour, minute } => {
            Some(view! { <p class="t-kept">{format!("{} {hour}:{minute:02}", say(text::KEPT))}</p> }.into_any())
        }
        SaveStatus::Failed(error) => Some(failed(error)),
    };
    view! { <div role="status" class="t-sign" translate="no">{line}</div> }.into_any()
}

fn failed(error: JournalError) -> AnyView {
    let workspace = workspace();
    let words = match error {
        JournalError::Full => text::FULL,
        JournalError::Unavailable => text::UNAVAILABLE,
        JournalError::TooLarge => text::TOO_LARGE,
        JournalError::Stale(_) | JournalError::NoAnswer | JournalError::Unreadable | JournalError::Failed(_) => text::FAILED,
    };
    view! {
        <div class="t-warn">
            <p>{rich(words)}</p>
            <button type="button" class="t-small" on:click=move |_| workspace.flush()>{rich(text::AGAIN)}</button>
            <button type="button" class="t-small" on:click=move |_| workspace.hand_out_everything()>{rich(text::SAVE_TO_FILE)}</button>
        </div>
    }
    .into_any()
}

/// The button that takes back the last step, while there is one. With the last step the button goes away, and the focus to the heading.
#[must_use]
pub fn undo() -> AnyView {
    let workspace = workspace();
    let undo = move |_| {
        workspace.undo();
        if workspace.undoable.get_untracked() == 0 {
            focus("top".to_owned());
        }
    };
    let any = Memo::new(move |_| workspace.undoable.get() > 0);
    let button =
        move || any.get().then(|| view! { <button type="button" class="t-clear" id="undo" on:click=undo>{rich(card::UNDO)}</button> });
    button.into_any()
}

/// The notes above a page: storage, a sample person, a new release, writing for somebody, and what two edits left open.
#[must_use]
pub fn notes(page: Page) -> AnyView {
    let workspace = workspace();
    let storage = move || workspace.notices.get().into_iter().map(|notice| note(notice_word(&notice))).collect::<Vec<_>>();
    let is_sample = Memo::new(move |_| workspace.record.with(|record| record.sample));
    let sample = move || is_sample.get().then(sample_note);
    let proxy = move || {
        let name = workspace.settings.with(|settings| settings.proxy.clone())?;
        Some(view! { <p class="t-note" data-kind="proxy">{format!("{} {name}", say(text::PROXY))}</p> })
    };
    let update = move || {
        workspace.update.get().then(|| {
            view! {
                <p class="t-note" role="status">
                    {rich(text::UPDATE)} " "
                    <button type="button" class="t-small" on:click=move |_| workspace.apply_update()>
                        {rich(text::UPDATE_NOW)}
                    </button>
                </p>
            }
        })
    };
    // The page where it is decided needs no way to itself.
    let open = Memo::new(move |_| page != Page::History && workspace.record.with(|record| !record.conflicts.is_empty()));
    let conflicts = move || {
        let way = || view! { <PageLink to=Page::History class="t-small">{rich(text::SEE_CONFLICT)}</PageLink> }.into_any();
        open.get().then(|| view! { <p class="t-note" role="status">{rich(text::CONFLICT)} " " {way()}</p> })
    };
    view! { <div class="t-notes" translate="no">{update} {storage} {conflicts} {sample} {proxy}</div> }.into_any()
}

fn note(word: Word) -> AnyView {
    view! { <p class="t-note" role="status">{rich(word)} " " <PageLink to=Page::Backup class="t-small">{rich(text::SEE_BACKUP)}</PageLink></p> }.into_any()
}

fn notice_word(notice: &Notice) -> Word {
    match notice {
        Notice::WentBack { .. } => text::WENT_BACK,
        Notice::Repaired { .. } => text::REPAIRED,
        Notice::Lost { .. } => text::LOST,
        Notice::LeftOut { .. } => text::LEFT_OUT,
        Notice::Newer { .. } => text::NEWER,
        Notice::NoJournal(error) if error.may_pass() => text::NO_ANSWER,
        Notice::NoJournal(_) => text::UNAVAILABLE,
        Notice::Cleared => text::CLEARED,
    }
}

fn sample_note() -> AnyView {
    let workspace = workspace();
    let remove = move |_| {
        let id = workspace.record.with_untracked(|record| record.id.0.clone());
        leptos::task::spawn_local(async move {
            // When it fails, the sample is still there with its button.
            let _ = workspace.erase(Some(id)).await;
            focus_in(workspace, "top");
        });
    };
    view! {
        <div class="t-note" data-kind="sample">
            <p><b>{rich(text::SAMPLE)}</b> " " {rich(text::SAMPLE_LONG)}</p>
            <button type="button" class="t-small" on:click=remove>{rich(text::SAMPLE_REMOVE)}</button>
        </div>
    }
    .into_any()
}

/// The foot: help, always at the same place.
#[must_use]
pub fn foot() -> AnyView {
    view! {
        <footer class="t-foot">
            <PageLink to=Page::Help class="t-button t-button--plain">{rich(titles::name(Page::Help))}</PageLink>
            <PageLink to=Page::Settings class="t-button t-button--plain">{rich(titles::name(Page::Settings))}</PageLink>
        </footer>
    }
    .into_any()
}
