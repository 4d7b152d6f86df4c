//! The few drawings. Decoration only: the words beside them say everything.

use leptos::prelude::*;
/// Which drawing.
#[derive(Clone, Copy, Debug)]
pub enum Icon {
    /// The thread, our mark.
    Mark,
    Card,
    Phone,
}

/// A drawing.
#[must_use]
pub fn icon(icon: Icon) -> AnyView {
    match icon {
        Icon::Mark => view! {
            <svg class="t-mark" viewBox="0 0 32 32" aria-hidden="true">
                <path class="t-mark__thread" d="M4 20c4-12 9-12 12-4s8 8 12-4" />
                <circle class="t-mark__bead" cx="4" cy="20" r="3" />
            </svg>
        }
        .into_any(),
        Icon::Card => drawing("M4 5a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM12 8v6M9 11h6"),
        Icon::Phone => drawing("M6 3h4l2 5-3 2a12 12 0 0 0 5 5l2-3 5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2z"),
    }
}

fn drawing(path: &'static str) -> AnyView {
    view! { <svg class="t-icon" viewBox="0 0 24 24" aria-hidden="true"><path d=path /></svg> }.into_any()
}
