//! All routes of the residents' origin on one screen.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Request, State},
    http::StatusCode,
    middleware::map_response_with_state,
    response::Response,
    routing::get,
};

use crate::{
    answer::{answer, not_allowed, short},
    headers,
    site::live::Live,
};

/// The service. `tls`: people reach it by https.
pub fn router(live: Arc<Live>, tls: bool) -> Router {
    Router::new()
        .route("/healthz", get(health))
        // Everything else is a file, a page or nothing.
        .fallback(file)
        .method_not_allowed_fallback(async || not_allowed())
        .with_state(live)
        // Last, so that it is around all of the above.
        .layer(map_response_with_state(tls, headers::put))
}

/// Says that the process answers.
async fn health() -> Response {
    short(StatusCode::OK, "ok")
}

async fn file(State(live): State<Arc<Live>>, request: Request) -> Response {
    answer(live.site().await.as_ref(), request.method(), request.uri(), request.headers())
}
