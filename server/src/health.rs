//! For whoever watches the server.

use std::{sync::Arc, time::Duration};

use axum::{extract::State, response::IntoResponse};
use tokio::{sync::Mutex, time::Instant};

use crate::{
    database::Database,
    error::{AppError, text},
    state::AppState,
};

/// `/healthz`: the process answers.
pub(crate) async fn alive() -> impl IntoResponse {
    text("ok")
}

/// `/readyz`: it can serve, because the folder of the site is there and the database can be read and written.
pub(crate) async fn ready(State(state): State<AppState>) -> Result<impl IntoResponse, AppError> {
    if !state.site().await.is_there().await {
        return Err(AppError::Busy);
    }
    state.ready().check(state.database()).await?;
    Ok(text("ok"))
}

/// So long one look at the database holds: each is a transaction, and anybody may ask.
const HOLDS: Duration = Duration::from_secs(1);

/// Whether the database could be used when it was last looked at; cheap to clone.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ready(Arc<Mutex<Option<(Instant, bool)>>>);

impl Ready {
    /// Whoever asks meanwhile waits for the one who looks.
    async fn check(&self, database: &Database) -> Result<(), AppError> {
        let mut last = self.0.lock().await;
        if let Some((_, good)) = last.filter(|(at, _)| at.elapsed() < HOLDS) {
            return if good { Ok(()) } else { Err(AppError::Busy) };
        }
        let found = database.is_ready().await;
        *last = Some((Instant::now(), found.is_ok()));
        Ok(found?)
    }
}
