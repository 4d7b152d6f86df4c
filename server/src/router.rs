//! All routes of the residents' origin on one screen, and what is around them.

use std::time::Duration;

use axum::{
    Router,
    extract::{MatchedPath, Request},
    http::StatusCode,
    middleware::{from_fn, map_response_with_state},
    response::{IntoResponse, Response},
    routing::get,
};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    limit::RequestBodyLimitLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, RequestId, SetRequestIdLayer},
    timeout::{RequestBodyTimeoutLayer, TimeoutLayer},
    trace::TraceLayer,
};
use tracing::Span;

use crate::{error::AppError, files, headers, health, limits, state::AppState};

/// Bytes of a body, where an endpoint does not set its own limit.
const BODY_BYTES: usize = 64 << 10;
/// How long a body may pause.
const BODY_PAUSE: Duration = Duration::from_secs(10);
/// How long an endpoint may take; then 503.
const ENDPOINT_TIME: Duration = Duration::from_secs(20);

/// The service. `tls`: people reach it by https. `api`: the endpoints under `/api/v1`.
pub fn router(state: AppState, tls: bool, api: Router<AppState>) -> Router {
    Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .nest("/api/v1", endpoints(api))
        // Everything else is a file, a page or nothing.
        .fallback_service(get(files::file).fallback(not_allowed).with_state(state.clone()))
        .method_not_allowed_fallback(not_allowed)
        .with_state(state)
        .layer(from_fn(limits::check))
        // Last, so that it is around all of the above.
        .layer(map_response_with_state(headers::residents(tls), headers::put))
}

/// What every endpoint has around it, from the outside to the inside.
fn endpoints(api: Router<AppState>) -> Router<AppState> {
    api.layer(
        ServiceBuilder::new()
            .layer(SetRequestIdLayer::new(limits::REQUEST_ID, MakeRequestUuid))
            .layer(TraceLayer::new_for_http().make_span_with(span).on_request(()).on_response(()))
            .layer(PropagateRequestIdLayer::new(limits::REQUEST_ID))
            .layer(CatchPanicLayer::custom(panicked))
            .layer(RequestBodyTimeoutLayer::new(BODY_PAUSE))
            .layer(RequestBodyLimitLayer::new(BODY_BYTES))
            .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, ENDPOINT_TIME)),
    )
}

/// What the log may say about a request: its number, its method and the route that answers it, with `{id}` where an id was.
fn span(request: &Request) -> Span {
    let id = request.extensions().get::<RequestId>().and_then(|id| id.header_value().to_str().ok());
    let route = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    tracing::info_span!("request", id, method = %request.method(), route)
}

fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    AppError::Internal("a handler panicked".into()).into_response()
}

async fn not_allowed() -> AppError {
    AppError::MethodNotAllowed
}
