//! How sure it is that this browser keeps what was written, in words.

use leptos::prelude::*;

use super::words::rich;
use crate::workspace::{
    device::{Persistence, Platform},
    workspace,
};
use words::{Word, about, help, keep, settings};

/// What the browser answers; nothing until then.
fn asked() -> RwSignal<Option<Persistence>> {
    let state = RwSignal::new(None::<Persistence>);
    if let Some(device) = workspace().with(|ports| ports.device.clone()) {
        leptos::task::spawn_local(async move {
            let found = device.persistence().await;
            // The page may have been left meanwhile.
            state.try_set(Some(found));
        });
    }
    state
}

fn said(state: Persistence) -> Word {
    match state {
        Persistence::Granted => about::STORAGE_KEPT,
        Persistence::Refused => about::STORAGE_MAY_CLEAR,
        Persistence::Unsupported => about::STORAGE_UNKNOWN,
    }
}

/// The line; empty until the browser has answered.
#[must_use]
pub fn storage() -> AnyView {
    let state = asked();
    view! { <p role="status">{move || state.get().map(|state| rich(said(state)))}</p> }.into_any()
}

/// A calm note beside what was written, where the browser may clear it: the way to the home screen, and `more`, such as a link to
/// the backup. Nothing while nobody has written, and nothing in an app on the home screen.
#[must_use]
pub fn may_clear(more: fn() -> Option<AnyView>) -> AnyView {
    let workspace = workspace();
    let place = workspace.with(|ports| ports.device.platform()).unwrap_or(Platform::Other);
    if place == Platform::Installed {
        return ().into_any();
    }
    let state = asked();
    let note = move || {
        let state = state.get().filter(|state| *state != Persistence::Granted)?;
        let written = workspace.people.with(|people| people.iter().any(|person| !person.sample));
        written.then(|| {
            view! {
                <section class="t-note" data-kind="keep">
                    <p>{rich(said(state))}</p>
                    {to_home_screen(place)}
                    {more()}
                </section>
            }
        })
    };
    note.into_any()
}

/// The steps for this device, folded away.
fn to_home_screen(place: Platform) -> Option<AnyView> {
    let (first, steps) = match place {
        // What was written in Safari stays there.
        Platform::Iphone => (Some(keep::IPHONE), help::IPHONE_STEPS),
        Platform::Android => (None, help::ANDROID_STEPS),
        _ => return None,
    };
    let first = first.map(|word| view! { <p>{rich(word)}</p> });
    let steps = steps.iter().map(|word| view! { <li>{rich(*word)}</li> }).collect::<Vec<_>>();
    let node = view! {
        <details class="t-more">
            <summary>{rich(settings::INSTALL)}</summary>
            {first}
            <ol class="t-dots">{steps}</ol>
        </details>
    };
    Some(node.into_any())
}
