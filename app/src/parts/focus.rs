//! Where the focus goes when the thing that had it went away: never nowhere.

use leptos::prelude::request_animation_frame;

use crate::workspace::{Workspace, workspace};

/// Moves the focus to the element with an id, once the page shows what was just changed.
pub fn focus(id: String) {
    focus_in(workspace(), id);
}

/// The same from a task, where the workspace must be brought along.
pub fn focus_in(workspace: Workspace, id: impl Into<String>) {
    let id = id.into();
    if let Some(device) = workspace.with(|ports| ports.device.clone()) {
        request_animation_frame(move || device.focus(&id));
    }
}
