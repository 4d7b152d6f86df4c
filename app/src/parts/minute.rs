//! What goes on with the clock while a page is open.

use std::time::Duration;

use leptos::prelude::*;

use crate::workspace::workspace;

/// Calls each minute, and whenever the page is hidden or seen again, until it is left. Never on the server, where there is no clock.
pub fn each_minute(call: impl Fn() + Copy + Send + Sync + 'static) {
    if workspace().ports().is_none() {
        return;
    }
    if let Ok(timer) = set_interval_with_handle(call, Duration::from_secs(60)) {
        on_cleanup(move || timer.clear());
    }
    seen_again(call);
}

/// Calls whenever the page is hidden or seen again, until it is left.
pub fn seen_again(call: impl Fn() + 'static) {
    let listener = window_event_listener_untyped("visibilitychange", move |_| call());
    on_cleanup(move || listener.remove());
}
