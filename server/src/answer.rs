//! From a request to the answer that is a file (RFC 9110): whole, unchanged, moved, not there, or not allowed.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

use crate::site::{Site, asset::Asset};

/// Answers a request for a file.
#[must_use]
pub fn answer(site: &Site, method: &Method, uri: &Uri, headers: &HeaderMap) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return not_allowed();
    }
    if has_body(headers) {
        return short(StatusCode::PAYLOAD_TOO_LARGE, "no body is accepted here\n");
    }
    let whole = method == Method::GET;
    let path = uri.path();
    if let Some(asset) = site.get(path) {
        return if unchanged(asset, headers) { not_modified(asset) } else { found(asset, headers, whole) };
    }
    let trimmed = path.trim_end_matches('/');
    if trimmed != path && site.get(trimmed).is_some() {
        return moved(trimmed, uri.query());
    }
    let mut answer = found(site.not_found(), headers, whole);
    *answer.status_mut() = StatusCode::NOT_FOUND;
    answer
}

/// The answer to a method that a path does not know.
#[must_use]
pub fn not_allowed() -> Response {
    let mut answer = short(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD\n");
    answer.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    answer
}

/// A line of text that nobody keeps.
#[must_use]
pub fn short(status: StatusCode, text: &'static str) -> Response {
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-store")], text).into_response()
}

fn found(asset: &Asset, headers: &HeaderMap, whole: bool) -> Response {
    let brotli = asset.brotli.as_ref().filter(|_| wants_brotli(headers));
    let bytes = brotli.unwrap_or(&asset.plain);
    let mut answer = Response::new(if whole { Body::from(bytes.clone()) } else { Body::empty() });
    let out = answer.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.kind));
    out.insert(header::CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    if brotli.is_some() {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    validators(asset, out);
    answer
}

fn not_modified(asset: &Asset) -> Response {
    let mut answer = StatusCode::NOT_MODIFIED.into_response();
    validators(asset, answer.headers_mut());
    answer
}

/// What a whole answer and a 304 have in common (RFC 9110 §15.4.5).
fn validators(asset: &Asset, out: &mut HeaderMap) {
    out.insert(header::ETAG, asset.tag.clone());
    out.insert(header::CACHE_CONTROL, asset.keep.header());
    if asset.brotli.is_some() {
        out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
}

/// To the address without the slash at its end. The path is one of ours; only what follows `?` comes from the request.
fn moved(path: &str, query: Option<&str>) -> Response {
    let to = query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
    match HeaderValue::try_from(to) {
        Ok(to) => (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, to), (header::CACHE_CONTROL, HeaderValue::from_static("no-cache"))])
            .into_response(),
        Err(_) => short(StatusCode::BAD_REQUEST, "bad request\n"),
    }
}

fn has_body(headers: &HeaderMap) -> bool {
    headers.contains_key(header::TRANSFER_ENCODING) || headers.get(header::CONTENT_LENGTH).is_some_and(|length| length != "0")
}

/// Whether the requester has this content already. Compared weakly, as RFC 9110 §13.1.2 asks; in the way a proxy may have
/// changed `W/"x"` to `"x"`.
fn unchanged(asset: &Asset, headers: &HeaderMap) -> bool {
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let Ok(ours) = asset.tag.to_str().map(opaque) else { return false };
    let lines = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).any(|tag| tag.trim() == "*" || opaque(tag) == ours)
}

/// Whether brotli is welcome (RFC 9110 §12.5.3): named or covered by `*`, not with weight 0, and not less than `identity`.
fn wants_brotli(headers: &HeaderMap) -> bool {
    let (mut brotli, mut identity, mut any) = (None, None, None);
    let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
    for item in lines.flat_map(|line| line.split(',')) {
        let (name, weight) = item.split_once(';').unwrap_or((item, ""));
        let weight = match weight.trim().split_once('=') {
            Some((key, value)) if key.trim().eq_ignore_ascii_case("q") => value.trim().parse().unwrap_or(0.0),
            _ => 1.0_f32,
        };
        match name.trim().to_ascii_lowercase().as_str() {
            "br" => brotli = Some(weight),
            "identity" => identity = Some(weight),
            "*" => any = Some(weight),
            _ => {}
        }
    }
    let brotli = brotli.or(any).unwrap_or(0.0);
    brotli > 0.0 && brotli >= identity.unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::asset::{Keep, Squeeze};

    #[test]
    fn accept_encoding_with_weights() {
        let table = [
            ("", false),
            ("gzip, deflate, br, zstd", true),
            ("BR", true),
            ("gzip;q=1.0, br;q=0.1", true),
            ("br;q=0", false),
            ("br; q = 0.0", false),
            ("*", true),
            ("*;q=0", false),
            ("*, br;q=0", false),
            ("identity;q=1, br;q=0.5", false),
            ("identity;q=0.5, br;q=0.5", true),
            ("br;q=nonsense", false),
            ("brotli", false),
            ("gzip", false),
        ];
        for (text, wanted) in table {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(text))]);
            assert_eq!(wants_brotli(&headers), wanted, "{text}");
        }
        assert!(!wants_brotli(&HeaderMap::new()));
    }

    #[test]
    fn tags_are_compared_weakly() {
        let asset = Asset::new("image/png", Keep::Hour, "a", Squeeze::Never);
        let tag = asset.tag.to_str().unwrap().to_owned();
        for (text, same) in [
            (tag.clone(), true),
            (tag.trim_start_matches("W/").to_owned(), true),
            (format!("\"x\", {tag}"), true),
            ("*".to_owned(), true),
            ("\"x\"".to_owned(), false),
            (String::new(), false),
        ] {
            let headers = HeaderMap::from_iter([(header::IF_NONE_MATCH, HeaderValue::from_str(&text).unwrap())]);
            assert_eq!(unchanged(&asset, &headers), same, "{text}");
        }
    }
}
