//! The form around what is written: it is saved by itself, and where a record cannot be changed it can still be read.

use super::words::rich;
use crate::workspace::workspace;
use leptos::prelude::*;
use words::card as text;

/// The form, or, where nothing can be changed, a sentence that says so and the same without a way to write.
#[must_use]
pub fn form(content: AnyView, writable: bool) -> AnyView {
    let workspace = workspace();
    let flush = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        workspace.flush();
    };
    let form = |content: AnyView| view! { <form class="t-form" autocomplete="off" on:submit=flush>{content}</form> }.into_any();
    if writable {
        return form(content);
    }
    form(view! { <p class="t-note">{rich(text::READ_ONLY)}</p> <fieldset disabled>{content}</fieldset> }.into_any())
}
