//! The field for a passphrase, where a file is locked and where it is opened.

use leptos::prelude::*;

/// A text field, and no password field: phones take kana away there. The browser keeps, corrects and completes nothing of it, and no
/// rescue file takes it up (`data-secret`). Its signs are hidden on the screen while `hidden` says so.
#[must_use]
pub fn passphrase(
    id: &'static str,
    typed: RwSignal<String>,
    hidden: RwSignal<bool>,
    described: Option<&'static str>,
    wrong: impl Fn() -> bool + Send + 'static,
) -> AnyView {
    view! {
        <input
            class="t-input"
            id=id
            type="text"
            data-secret="yes"
            autocomplete="off"
            autocapitalize="off"
            {..leptos::attr::custom::custom_attribute("autocorrect", "off")}
            spellcheck="false"
            data-hidden=move || hidden.get().to_string()
            aria-describedby=described
            aria-invalid=move || wrong().to_string()
            prop:value=move || typed.get()
            on:input=move |event| typed.set(event_target_value(&event))
        />
    }
    .into_any()
}
