//! What is refused before any handler sees it: heads that are too large, and requests that do not say for which host they are.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, Version, header, uri::Authority},
    middleware::Next,
    response::Response,
};

use crate::error::AppError;

/// Lines in the head of a request.
pub(crate) const HEAD_LINES: usize = 64;
/// Bytes of the head of a request; more are answered with 431.
pub(crate) const HEAD_BYTES: usize = 16 << 10;

/// Names a request in the log and in its answer. Random: it tells nothing about who asked.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The middleware.
pub(crate) async fn check(mut request: Request, next: Next) -> Result<Response, AppError> {
    if is_too_large(&request) {
        return Err(AppError::HeadTooLarge);
    }
    if !names_one_host(&request) {
        return Err(AppError::BadRequest("one Host line is needed"));
    }
    // The number of a request is ours to give: one that came with it could carry anything into the log.
    request.headers_mut().remove(REQUEST_ID);
    Ok(next.run(request).await)
}

fn is_too_large(request: &Request) -> bool {
    const BETWEEN: usize = ": \r\n".len();
    let lines = request.headers();
    let first = request.method().as_str().len() + request.uri().to_string().len();
    let bytes = lines.iter().fold(first, |sum, (name, value)| sum + name.as_str().len() + value.len() + BETWEEN);
    lines.len() > HEAD_LINES || bytes > HEAD_BYTES
}

/// RFC 9112 §3.2: an HTTP/1.1 request has exactly one `Host`, and its value is a host with or without a port, or empty. Two of them
/// are how a proxy and a server are made to disagree about whom a request is for.
fn names_one_host(request: &Request) -> bool {
    let mut lines = request.headers().get_all(header::HOST).iter();
    match (lines.next(), lines.next()) {
        (None, _) => request.version() < Version::HTTP_11,
        (Some(host), None) => is_host(host),
        (Some(_), Some(_)) => false,
    }
}

fn is_host(value: &HeaderValue) -> bool {
    value.is_empty() || Authority::try_from(value.as_bytes()).is_ok_and(|host| !host.as_str().contains('@'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(version: Version, hosts: &[&str]) -> bool {
        let mut request = Request::get("/").version(version);
        for host in hosts {
            request = request.header(header::HOST, *host);
        }
        names_one_host(&request.body(axum::body::Body::empty()).unwrap())
    }

    #[test]
    fn one_host_line() {
        for host in ["example.org", "example.org:3000", "[::1]:3000", ""] {
            assert!(names(Version::HTTP_11, &[host]), "{host}");
        }
        for host in ["a b", "someone@example.org", "a/b", "a, b"] {
            assert!(!names(Version::HTTP_11, &[host]), "{host}");
        }
        assert!(!names(Version::HTTP_11, &[]) && names(Version::HTTP_10, &[]));
        assert!(!names(Version::HTTP_11, &["a", "a"]) && !names(Version::HTTP_10, &["a", "b"]));
    }
}
