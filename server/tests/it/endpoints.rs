//! What stands around an endpoint, tried with a trial one: there is none yet.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    http::{Method, Request, StatusCode, header},
    response::IntoResponse,
    routing::{get, post},
};
use server::{AppState, error::AppError, router};
use tokio::time::Instant;
use tower::ServiceExt;
use tracing_subscriber::fmt::MakeWriter;

use crate::{
    headers::check,
    site::{Answer, ask, states},
};

const SECRET: &str = "hanako-090-1234";

/// A body, every kind of error, and a panic.
fn trial() -> Router<AppState> {
    Router::new()
        .route("/trial/{id}", post(async |body: Bytes| body.len().to_string()))
        .route("/busy", get(async || AppError::Busy))
        .route("/bad", get(async || AppError::BadRequest("not so")))
        .route("/broken", get(async || AppError::internal(io::Error::other("the disk is full"))))
        .route("/panics", get(async || -> &'static str { panic!("{SECRET}") }))
        .route("/slow", get(async || std::future::pending::<()>().await))
        .route("/plain", get(async || (StatusCode::IM_A_TEAPOT, "its own").into_response()))
}

async fn service() -> Router {
    router(states().await[0].clone(), false, trial())
}

async fn send(service: &Router, path: &str, body: impl Into<Body>) -> Answer {
    let request = Request::post(path).header(header::HOST, "localhost").body(body.into()).unwrap();
    let (parts, body) = service.clone().oneshot(request).await.unwrap().into_parts();
    Answer { status: parts.status, headers: parts.headers, body: to_bytes(body, usize::MAX).await.unwrap().to_vec() }
}

#[tokio::test]
async fn every_outcome_carries_the_headers() {
    let service = service().await;
    let taken = send(&service, "/api/v1/trial/a", "x".repeat(1000)).await;
    assert_eq!((taken.status, taken.text(), taken.header(header::CACHE_CONTROL)), (StatusCode::OK, "1000", "no-store"));
    let large = send(&service, "/api/v1/trial/a", "x".repeat(70 << 10)).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    // Announced by nobody, and too large all the same.
    let parts = futures::stream::iter((0..20).map(|_| Ok::<_, io::Error>(vec![b'x'; 8 << 10])));
    let streamed = send(&service, "/api/v1/trial/a", Body::from_stream(parts)).await;
    assert_eq!(streamed.status, StatusCode::PAYLOAD_TOO_LARGE);
    for (what, answer) in [("200", taken), ("413", large), ("413 of a stream", streamed)] {
        check(&answer, what);
        assert_eq!(answer.header(header::HeaderName::from_static("x-request-id")).len(), 36, "{what}");
    }
    for (path, status, says) in [
        ("busy", StatusCode::SERVICE_UNAVAILABLE, "busy, try again in a moment\n"),
        ("bad", StatusCode::BAD_REQUEST, "not so\n"),
        ("broken", StatusCode::INTERNAL_SERVER_ERROR, "something went wrong here\n"),
        ("panics", StatusCode::INTERNAL_SERVER_ERROR, "something went wrong here\n"),
        ("plain", StatusCode::IM_A_TEAPOT, "its own"),
    ] {
        let answer = ask(&service, Method::GET, &format!("/api/v1/{path}"), &[]).await;
        assert_eq!((answer.status, answer.text()), (status, says), "{path}");
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store", "{path}");
        check(&answer, path);
    }
    let busy = ask(&service, Method::GET, "/api/v1/busy", &[]).await;
    assert_eq!(busy.header(header::RETRY_AFTER), "5");
    let wrong = ask(&service, Method::GET, "/api/v1/trial/a", &[]).await;
    assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
    check(&wrong, "405");
}

#[tokio::test(start_paused = true)]
async fn nothing_waits_for_ever() {
    let service = service().await;
    let since = Instant::now();
    let slow = ask(&service, Method::GET, "/api/v1/slow", &[]).await;
    assert_eq!((slow.status, slow.header(header::RETRY_AFTER)), (StatusCode::SERVICE_UNAVAILABLE, "5"));
    check(&slow, "an endpoint that takes too long");
    assert_eq!(since.elapsed().as_secs(), 20);
    let silent = Body::from_stream(futures::stream::pending::<Result<Vec<u8>, io::Error>>());
    let answer = send(&service, "/api/v1/trial/a", silent).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    check(&answer, "a body that does not come");
    assert_eq!(since.elapsed().as_secs(), 30);
}

/// What is written to the log.
#[derive(Clone, Debug, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Log;
    fn make_writer(&'a self) -> Log {
        self.clone()
    }
}

#[tokio::test]
async fn the_log_tells_what_failed_and_nothing_of_whom() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt().with_writer(log.clone()).with_ansi(false).finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let service = service().await;
    let own = header::HeaderName::from_static("x-request-id");
    for path in ["broken", "panics", "busy"] {
        let path = format!("/api/v1/{path}?name={SECRET}");
        let answer = ask(&service, Method::GET, &path, &[(own.clone(), SECRET), (header::COOKIE, SECRET)]).await;
        assert!(answer.status.is_server_error());
        assert_ne!(answer.header(own.clone()), SECRET);
    }
    send(&service, &format!("/api/v1/trial/{SECRET}"), SECRET).await;
    ask(&service, Method::GET, &format!("/card?{SECRET}"), &[]).await;
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    for told in ["the disk is full", "route=\"/api/v1/broken\"", "route=\"/api/v1/panics\"", "id=\""] {
        assert!(text.contains(told), "{told}: {text}");
    }
    for secret in [SECRET, "name=", "/card"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
}
