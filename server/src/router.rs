//! All routes of the residents' origin on one screen, and what is around them.

use std::time::Duration;

use axum::{
    Router,
    extract::{MatchedPath, Request},
    http::{Method, StatusCode, header},
    middleware::{from_fn, from_fn_with_state, map_response_with_state},
    response::{IntoResponse, Response},
    routing::{get, post, put},
};
use share::paths;
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    cors::{Any, CorsLayer},
    limit::RequestBodyLimitLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, RequestId, SetRequestIdLayer},
    timeout::{RequestBodyTimeoutLayer, TimeoutLayer},
    trace::TraceLayer,
};
use tracing::Span;

use crate::{
    circles,
    error::AppError,
    files, headers, health, limits, metrics, rates,
    shares::{self, change, create, delete, reads, replies},
    shl::manifest,
    state::AppState,
};

/// Bytes of a body: none gets further. Each endpoint has its own limit besides (`body.rs`).
const BODY_BYTES: usize = 66 << 10;
const SEALED_BYTES: usize = shares::files::BODY_BYTES;
/// How long a browser may remember that a page of another origin may ask.
const PREFLIGHT: Duration = Duration::from_secs(86_400);
/// How long a body may pause.
const BODY_PAUSE: Duration = Duration::from_secs(10);
/// How long an endpoint may take; then 503.
const ENDPOINT_TIME: Duration = Duration::from_secs(20);

/// The service. `tls`: people reach it by https. `more`: further endpoints under `/api/v1`, for tests.
pub fn router(state: AppState, tls: bool, more: Router<AppState>) -> Router {
    Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(metrics::get))
        .nest(paths::API, endpoints(&state, control().merge(more), BODY_BYTES).merge(endpoints(&state, sealed(), SEALED_BYTES)))
        // Around everything else: a page of another origin reads as well that it asks too often, or too much.
        .merge(endpoints(&state, links(), BODY_BYTES).layer(cors()))
        // Everything else is a file, a page or nothing.
        .fallback_service(get(files::file).fallback(not_allowed).with_state(state.clone()))
        .method_not_allowed_fallback(not_allowed)
        .with_state(state)
        .layer(from_fn(limits::check))
        // Last, so that it is around all of the above.
        .layer(map_response_with_state(headers::residents(tls), headers::put))
}

/// What a device does with its shares and its circles.
fn control() -> Router<AppState> {
    Router::new()
        .route(paths::SHARES, post(create::post))
        .route(paths::SHARE, get(shares::status).patch(change::patch).delete(delete::delete))
        .route(paths::READS, get(reads::get))
        .route(paths::REPLIES, get(replies::get).post(replies::post))
}

/// The same, with large bodies.
fn sealed() -> Router<AppState> {
    Router::new()
        .route(paths::FILES, put(shares::files::put))
        .route(paths::CIRCLE, get(circles::get).put(circles::put).delete(circles::delete))
}

/// What a viewer of any maker does, from any page: what it is given can be read by whoever has the key alone.
fn links() -> Router<AppState> {
    Router::new()
        .route(paths::MANIFEST, post(manifest::post))
        .route(paths::TICKET, get(manifest::file))
        // Before the layers: a browser asks with OPTIONS first.
        .method_not_allowed_fallback(not_allowed)
}

/// Any page may ask, without cookies, and read the answer.
fn cors() -> CorsLayer {
    let any = CorsLayer::new().allow_origin(Any).allow_methods([Method::POST, Method::GET]).allow_headers([header::CONTENT_TYPE]);
    any.expose_headers([header::RETRY_AFTER]).max_age(PREFLIGHT)
}

/// What every endpoint has around it, from the outside to the inside.
fn endpoints(state: &AppState, api: Router<AppState>, body: usize) -> Router<AppState> {
    api.layer(
        ServiceBuilder::new()
            .layer(SetRequestIdLayer::new(limits::REQUEST_ID, MakeRequestUuid))
            .layer(TraceLayer::new_for_http().make_span_with(span).on_request(()).on_response(()))
            .layer(PropagateRequestIdLayer::new(limits::REQUEST_ID))
            .layer(CatchPanicLayer::custom(panicked))
            .layer(from_fn_with_state(state.clone(), metrics::count))
            .layer(from_fn_with_state(state.clone(), rates::check))
            .layer(RequestBodyTimeoutLayer::new(BODY_PAUSE))
            .layer(RequestBodyLimitLayer::new(body))
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
