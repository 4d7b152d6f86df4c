//! The crew's screen stays lit while it is open.

use std::any::Any;

use leptos::prelude::*;

use crate::{parts::minute::seen_again, workspace::workspace};

/// Keeps the screen on while this page is open. A call or another app takes the lock away, so it is asked for again whenever the
/// page is seen again.
pub fn keep_awake() {
    let wake_lock = StoredValue::new_local(None::<Box<dyn Any>>);
    let workspace = workspace();
    let ask = move || {
        let Some(device) = workspace.with(|ports| ports.device.clone()) else { return };
        leptos::task::spawn_local(async move {
            // A page that is hidden gets none, and the browser takes back the one that it had.
            if let Some(lock) = device.keep_awake().await {
                wake_lock.try_set_value(Some(lock));
            }
        });
    };
    ask();
    seen_again(ask);
}
