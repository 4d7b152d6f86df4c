//! Read aloud: begins at a tap, never by itself, and ends at a tap or with the page.

use leptos::prelude::*;

use crate::{
    parts::words::{lang, rich},
    workspace::workspace,
};
use words::{Lang, plan as text};

/// The button. `words` are asked for when it is tapped. Nothing where the device cannot speak.
#[must_use]
pub fn speak(words: impl Fn() -> String + 'static) -> AnyView {
    let workspace = workspace();
    let speaking = RwSignal::new(false);
    let able = workspace.with(|ports| ports.device.can_speak()).unwrap_or_default();
    if !able {
        return ().into_any();
    }
    on_cleanup(move || {
        workspace.with(|ports| ports.device.stop_speaking());
    });
    let tap = move |_| {
        if speaking.get_untracked() {
            workspace.with(|ports| ports.device.stop_speaking());
            speaking.set(false);
            return;
        }
        let language = match lang() {
            Lang::Ja => "ja-JP",
            Lang::En => "en-GB",
        };
        let end = Box::new(move || {
            speaking.try_set(false);
        });
        speaking.set(true);
        workspace.with(|ports| ports.device.speak(&words(), language, end));
    };
    view! {
        <button type="button" class="t-small" aria-pressed=move || speaking.get().to_string() on:click=tap>
            {move || rich(if speaking.get() { text::STOP_READING } else { text::READ_ALOUD })}
        </button>
    }
    .into_any()
}
