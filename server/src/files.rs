//! From a request to a file of the site: whole, in part, unchanged, moved, or not there.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use headers::{HeaderMapExt, IfNoneMatch};
use tower::ServiceExt;

use crate::{
    error::AppError,
    site::{Entry, Site},
    state::AppState,
};

/// The handler for every path that is no endpoint.
pub(crate) async fn file(State(state): State<AppState>, mut request: Request) -> Response {
    let site = state.site().await;
    if has_body(request.headers()) {
        return AppError::TooLarge.into_response();
    }
    let path = request.uri().path();
    if let Some(entry) = site.at(path) {
        let known = request.headers().typed_get::<IfNoneMatch>();
        return match known {
            Some(known) if !known.precondition_passes(&entry.tag) => not_modified(entry),
            _ => send(&site, entry, request).await,
        };
    }
    let trimmed = path.trim_end_matches('/');
    if trimmed != path && site.at(trimmed).is_some() {
        return moved(trimmed, request.uri());
    }
    request.headers_mut().remove(header::RANGE);
    let mut answer = send(&site, site.not_found(), request).await;
    if answer.status().is_success() {
        *answer.status_mut() = StatusCode::NOT_FOUND;
    }
    answer
}

/// Sends the file in the encoding and the range that are asked for.
async fn send(site: &Site, entry: &Entry, mut request: Request) -> Response {
    request.uri_mut().clone_from(&entry.file);
    let asked = request.headers_mut();
    // A range of a file that may have changed needs a strong validator, and ours are weak: then the whole (RFC 9110 §13.1.5).
    if asked.remove(header::IF_RANGE).is_some() {
        asked.remove(header::RANGE);
    }
    // When a file was written says nothing about its content; the tag does.
    asked.remove(header::IF_MODIFIED_SINCE);
    asked.remove(header::IF_UNMODIFIED_SINCE);
    let Ok(answer) = site.files().oneshot(request).await;
    // The list named it when the server started.
    match answer.status() {
        StatusCode::NOT_FOUND => return AppError::Gone.into_response(),
        StatusCode::INTERNAL_SERVER_ERROR => return AppError::Internal("a file of the site cannot be read".into()).into_response(),
        _ => {}
    }
    let mut answer = answer.into_response();
    let status = answer.status();
    let out = answer.headers_mut();
    out.remove(header::LAST_MODIFIED);
    // What is no answer to the address itself, such as a range beyond the end, is kept by nobody.
    if !status.is_success() {
        return answer;
    }
    validators(entry, out);
    if let Some(kind) = out.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).filter(|kind| kind.starts_with("text/"))
        && let Ok(kind) = HeaderValue::try_from(format!("{kind}; charset=utf-8"))
    {
        out.insert(header::CONTENT_TYPE, kind);
    }
    answer
}

fn not_modified(entry: &Entry) -> Response {
    let mut answer = StatusCode::NOT_MODIFIED.into_response();
    validators(entry, answer.headers_mut());
    answer
}

/// What a whole answer and a 304 have in common (RFC 9110 §15.4.5).
fn validators(entry: &Entry, out: &mut HeaderMap) {
    out.typed_insert(entry.tag.clone());
    out.insert(header::CACHE_CONTROL, entry.keep.header());
    if entry.compressed {
        out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
}

/// To the address without the slash at its end. The path is one of ours; only what follows `?` comes from the request.
fn moved(path: &str, from: &Uri) -> Response {
    let to = from.query().map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
    match HeaderValue::try_from(to) {
        Ok(to) => (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, to), (header::CACHE_CONTROL, HeaderValue::from_static("no-cache"))])
            .into_response(),
        Err(_) => AppError::BadRequest("the address cannot be sent back").into_response(),
    }
}

/// A file is never asked for with a body; one that is announced is refused before it is read.
fn has_body(headers: &HeaderMap) -> bool {
    headers.contains_key(header::TRANSFER_ENCODING) || headers.get(header::CONTENT_LENGTH).is_some_and(|length| length != "0")
}
