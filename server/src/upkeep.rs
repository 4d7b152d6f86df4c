//! What has to be done from time to time.

use std::time::Duration;

use tokio::time::{MissedTickBehavior, interval};

use crate::{shares::delete::delete_ended, state::AppState};

const EVERY: Duration = Duration::from_secs(600);

/// Deletes what ended long ago, now and every ten minutes; until it is dropped.
pub async fn keep_up(state: AppState) {
    let mut every = interval(EVERY);
    every.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        every.tick().await;
        match delete_ended(state.database(), state.clock().now()).await {
            Ok(0) => {}
            Ok(deleted) => tracing::info!(deleted, "shares that had ended"),
            Err(error) => tracing::error!(%error, "shares that have ended could not be deleted"),
        }
    }
}
