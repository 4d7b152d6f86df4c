//! The headers of every answer on the residents' origin: pages, files, redirects and errors alike.
//!
//! Tried in Chromium and WebKit with a wasm page. What is deliberately absent:
//! * `'unsafe-inline'`, `'unsafe-eval'`, nonces: one external module with a hash is enough; `'wasm-unsafe-eval'` is what compiling wasm needs.
//! * `report-to`: no address receives reports, and a report would tell which page somebody had open.
//! * `Clear-Site-Data`: with `"storage"` it would delete people's records.
//! * `require-trusted-types-for`: Leptos builds its templates through `innerHTML` without a policy.
//! * `web-share=(self)` in `Permissions-Policy`: it is what browsers do anyway (Web Share API §3.1.1), and Chromium on Linux, which
//!   cannot share, writes a warning about the name for every page. `web-share=()` would take sharing away.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};

/// Seconds after which somebody who was refused may try again.
const RETRY: HeaderValue = HeaderValue::from_static("5");

macro_rules! policy {
    ($($end:literal)?) => {
        concat!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; ",
            "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; ",
            "frame-ancestors 'none'" $(, $end)?
        )
    };
}

const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");
const INTEGRITY: HeaderName = HeaderName::from_static("integrity-policy");
const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const RESOURCE: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const EMBEDDER: HeaderName = HeaderName::from_static("cross-origin-embedder-policy");

/// The headers that do not depend on a setting.
const ALWAYS: [(HeaderName, &str); 7] = [
    (INTEGRITY, "blocked-destinations=(script)"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (OPENER, "same-origin"),
    (RESOURCE, "same-origin"),
    (EMBEDDER, "require-corp"),
    (PERMISSIONS, "geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=(), camera=(self)"),
];

/// All headers of the residents' origin. Two of them only where https is in front: over plain http `upgrade-insecure-requests` would send
/// the browser to an https port that nobody listens on, and http://127.0.0.1:3000 has to work for trying out and for developing;
/// `Strict-Transport-Security` is ignored over http, and given by accident it would lock a host name out of http for two years.
#[must_use]
pub fn residents(tls: bool) -> HeaderMap {
    let policy = if tls { policy!("; upgrade-insecure-requests") } else { policy!() };
    let mut all = HeaderMap::from_iter(ALWAYS.map(|(name, value)| (name, HeaderValue::from_static(value))));
    all.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    if tls {
        all.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000; includeSubDomains"));
    }
    all
}

/// Puts the headers of an origin on an answer, in place of any of the same name. An answer that does not say how long it may be kept
/// is kept by nobody, and a 503 says when to come back: what tower-http answers by itself says neither.
pub(crate) async fn put(State(headers): State<HeaderMap>, mut answer: Response) -> Response {
    let busy = answer.status() == StatusCode::SERVICE_UNAVAILABLE;
    let out = answer.headers_mut();
    out.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if busy {
        out.entry(header::RETRY_AFTER).or_insert(RETRY);
    }
    for (name, value) in &headers {
        out.insert(name, value.clone());
    }
    answer
}
