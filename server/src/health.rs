//! For whoever watches the server.

use axum::{extract::State, response::IntoResponse};

use crate::{
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
    state.database().is_ready().await?;
    Ok(text("ok"))
}
