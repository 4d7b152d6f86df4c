//! The place on a page that a link names after `#`: the field of a remark, a step of the yearly check. Ids only, no words of a person.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::focus::focus_in;
use crate::workspace::workspace;

/// What the address names after `#`. Followed by whoever asks; nothing on the server. Behind a gate only.
#[must_use]
pub fn wanted() -> Option<String> {
    let hash = use_location().hash.get();
    let id = hash.trim_start_matches('#');
    (!id.is_empty()).then(|| id.to_owned())
}

/// Moves the focus to an element once the page stands. The heading gets it after every change of page: this comes after that.
pub fn settle(id: impl Into<String>) {
    let (workspace, id) = (workspace(), id.into());
    request_animation_frame(move || focus_in(workspace, id));
}

/// Moves the focus to what the address names, now and whenever it names something else.
pub fn follow() {
    Effect::new(move |_| wanted().into_iter().for_each(settle));
}
