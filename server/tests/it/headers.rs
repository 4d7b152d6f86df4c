//! The header set is exact on every answer: each path × each method, and each error.

use axum::{
    Router,
    http::{HeaderName, Method, StatusCode, header},
};
use server::router;
use share::paths;

use crate::site::{Answer, ask, get, services, states};

/// Written out by hand, so that a change of the code alone cannot pass.
const EXPECTED: [(&str, &str); 8] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; \
         frame-ancestors 'none'",
    ),
    ("integrity-policy", "blocked-destinations=(script)"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("permissions-policy", "geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=(), camera=(self)"),
];

/// What else an answer may carry. `date` is added by the connection; anything that names the software would be found here.
const OTHER: [HeaderName; 13] = [
    header::WWW_AUTHENTICATE,
    header::ACCEPT_RANGES,
    header::RETRY_AFTER,
    HeaderName::from_static("x-request-id"),
    header::CONTENT_TYPE,
    header::CONTENT_LENGTH,
    header::CONTENT_ENCODING,
    header::CACHE_CONTROL,
    header::ETAG,
    header::VARY,
    header::LOCATION,
    header::ALLOW,
    header::STRICT_TRANSPORT_SECURITY,
];

pub fn check(answer: &Answer, what: &str) {
    for (name, value) in EXPECTED {
        let found: Vec<_> = answer.headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect();
        assert_eq!(found, [value], "{name} of {what}");
    }
    for name in answer.headers.keys() {
        assert!(OTHER.contains(name) || EXPECTED.iter().any(|(expected, _)| name == expected), "{name} of {what}");
    }
    assert!(!answer.header(header::CACHE_CONTROL).is_empty(), "{what} does not say how long it may be kept");
}

/// Every endpoint with every method, without what it needs: the same headers. A page of another origin may read the answers of `/shl` alone.
#[tokio::test]
async fn every_endpoint_and_method() {
    let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "X"];
    let control = [paths::SHARES, paths::SHARE, paths::FILES, paths::READS, paths::REPLIES, paths::CIRCLE];
    let control = control.map(|path| format!("{}{path}", paths::API));
    let service = &services().await[0];
    for path in control.iter().map(String::as_str).chain([paths::MANIFEST, paths::TICKET]) {
        for method in methods {
            let path = path.replace(['{', '}'], "");
            let mut answer = ask(service, Method::from_bytes(method.as_bytes()).unwrap(), &path, &[]).await;
            let cross = answer.headers.remove("access-control-allow-origin");
            assert_eq!(cross.is_some(), path.starts_with("/shl/"), "{method} {path}");
            for name in
                ["access-control-expose-headers", "access-control-allow-methods", "access-control-allow-headers", "access-control-max-age"]
            {
                assert!(answer.headers.remove(name).is_none() || cross.is_some(), "{method} {path}");
            }
            check(&answer, &format!("{method} {path}"));
            assert!(answer.status.is_client_error() || method == "OPTIONS", "{method} {path}: {}", answer.status);
        }
    }
}

/// A page of another origin reads also what is refused before an endpoint sees it.
#[tokio::test]
async fn too_large_for_another_origin() {
    let service = &services().await[0];
    let answer = ask(service, Method::POST, "/shl/x", &[(header::CONTENT_LENGTH, "100000")]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(answer.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
}

#[tokio::test]
async fn every_path_and_method() {
    let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "X"];
    for (state, service) in states().await.iter().zip(services().await) {
        let site = state.site().await;
        let strange = [
            "/healthz",
            "/readyz",
            "/nothing",
            "/card/",
            "/en/",
            "/card/nothing",
            "/pkg/",
            "/api/v1/nothing",
            "/shl/x/y",
            "//",
            "/%2e%2e/x",
        ];
        for path in site.addresses().chain(strange) {
            for method in methods {
                let answer = ask(&service, Method::from_bytes(method.as_bytes()).unwrap(), path, &[]).await;
                check(&answer, &format!("{method} {path}"));
                assert!(answer.headers.get(header::STRICT_TRANSPORT_SECURITY).is_none());
                if !matches!(method, "GET" | "HEAD") {
                    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
                    assert_eq!(answer.header(header::ALLOW).replace(' ', ""), "GET,HEAD", "{method} {path}");
                }
                if method == "HEAD" {
                    let whole = get(&service, path).await;
                    assert!(answer.body.is_empty() && answer.status == whole.status, "HEAD {path}");
                    assert_eq!(answer.headers, whole.headers, "HEAD {path}");
                }
            }
        }
    }
}

#[tokio::test]
async fn other_errors() {
    for service in services().await {
        let tag = get(&service, "/").await.header(header::ETAG).to_owned();
        let answer = ask(&service, Method::GET, "/", &[(header::IF_NONE_MATCH, &tag)]).await;
        assert_eq!(answer.status, StatusCode::NOT_MODIFIED);
        check(&answer, "304");
        for body in [(header::CONTENT_LENGTH, "1"), (header::TRANSFER_ENCODING, "chunked")] {
            let answer = ask(&service, Method::GET, "/", &[body]).await;
            assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
            check(&answer, "413");
        }
        let long = "b".repeat(17 << 10);
        let answer = ask(&service, Method::GET, "/", &[(header::COOKIE, &long)]).await;
        assert_eq!(answer.status, StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
        check(&answer, "431");
    }
}

#[tokio::test]
async fn https_adds_two() {
    for state in states().await {
        let service = router(state.clone(), true, Router::new());
        for path in ["/", "/nothing", "/sw.js", "/healthz"] {
            let answer = get(&service, path).await;
            assert_eq!(answer.header(header::STRICT_TRANSPORT_SECURITY), "max-age=63072000; includeSubDomains");
            let policy = answer.header(header::CONTENT_SECURITY_POLICY);
            assert_eq!(policy, format!("{}; upgrade-insecure-requests", EXPECTED[0].1));
        }
    }
}
