//! What goes on while the crew's screen is open: it stays lit, and the clock goes on.

use std::{any::Any, time::Duration};

use leptos::prelude::*;

use crate::workspace::workspace;

/// Keeps the screen on while this page is open. A call or another app takes the lock away, so it is asked for again whenever the
/// page is seen again.
pub fn keep_awake() {
    let held = StoredValue::new_local(None::<Box<dyn Any>>);
    let workspace = workspace();
    let ask = move || {
        let Some(device) = workspace.with(|ports| ports.device.clone()) else { return };
        leptos::task::spawn_local(async move {
            // A page that is hidden gets none, and what it held is gone by itself.
            if let Some(lock) = device.keep_awake().await {
                held.try_set_value(Some(lock));
            }
        });
    };
    ask();
    seen_again(ask);
}

/// Calls each minute, and whenever the page is seen again, until it is left.
pub fn each_minute(call: impl Fn() + Copy + Send + Sync + 'static) {
    if let Ok(timer) = set_interval_with_handle(call, Duration::from_secs(60)) {
        on_cleanup(move || timer.clear());
    }
    seen_again(call);
}

/// Calls whenever the page is hidden or seen again, until it is left.
fn seen_again(call: impl Fn() + 'static) {
    let listener = window_event_listener_untyped("visibilitychange", move |_| call());
    on_cleanup(move || listener.remove());
}
