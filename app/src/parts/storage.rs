//! How sure it is that this browser keeps what was written, in words.

use leptos::prelude::*;

use super::words::rich;
use crate::{
    dom::{IntoNode, Node, view},
    port::Persistence,
    state::folder,
    text::about,
};

/// The line; empty until the browser has answered.
#[must_use]
pub fn storage() -> Node {
    let folder = folder();
    let state = RwSignal::new(None::<Persistence>);
    if let Some(device) = folder.with(|ports| ports.device.clone()) {
        leptos::task::spawn_local(async move {
            let found = device.persistence().await;
            // The page may have been left meanwhile.
            state.try_set(Some(found));
        });
    }
    let words = move || {
        state.get().map(|state| {
            rich(match state {
                Persistence::Granted => about::STORAGE_KEPT,
                Persistence::Refused => about::STORAGE_MAY_CLEAR,
                Persistence::Unsupported => about::STORAGE_UNKNOWN,
            })
        })
    };
    view! { <p role="status">{words}</p> }.into_node()
}
