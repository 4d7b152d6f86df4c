//! Where the focus goes when the thing that had it went away: never nowhere.

use leptos::prelude::request_animation_frame;

use crate::workspace::{Folder, folder};

/// Moves the focus to the element with an id, once the page shows what was just changed.
pub fn focus(id: String) {
    focus_in(folder(), id);
}

/// The same from a task, where the folder must be brought along.
pub fn focus_in(folder: Folder, id: impl Into<String>) {
    let id = id.into();
    if let Some(device) = folder.with(|ports| ports.device.clone()) {
        request_animation_frame(move || device.focus(&id));
    }
}
