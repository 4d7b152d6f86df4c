//! All routes of the residents' origin on one screen.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Request, State},
    http::StatusCode,
    middleware::{Next, from_fn, map_response_with_state},
    response::Response,
    routing::get,
};

use crate::{
    answer::{answer, not_allowed, short},
    headers,
    listen::is_too_large,
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
        .layer(from_fn(within_limits))
        // Last, so that it is around all of the above.
        .layer(map_response_with_state(tls, headers::put))
}

/// Refuses what is too large to be a request of the app.
async fn within_limits(request: Request, next: Next) -> Response {
    if is_too_large(&request) {
        return short(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE, "the head of the request is too large\n");
    }
    next.run(request).await
}

/// Says that the process answers.
async fn health() -> Response {
    short(StatusCode::OK, "ok")
}

async fn file(State(live): State<Arc<Live>>, request: Request) -> Response {
    answer(live.site().await.as_ref(), request.method(), request.uri(), request.headers())
}
