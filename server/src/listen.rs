//! Listening: connections, their limits, and stopping without cutting anybody off.

use std::{io, sync::Arc, time::Duration};

use axum::{Router, extract::Request};
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use tokio::{
    net::TcpListener,
    sync::Semaphore,
    time::{sleep, timeout},
};

/// Connections at a time. More wait in the queue of the operating system.
const CONNECTIONS: usize = 1024;
/// For the whole head of a request, and for how long a quiet connection stays open.
const HEAD_TIME: Duration = Duration::from_secs(20);
/// Lines in the head of a request.
const HEAD_LINES: usize = 64;
/// Bytes of the head of a request; more are answered with 431.
const HEAD_BYTES: usize = 16 << 10;
/// So many times our own limits are read: what the connection refuses by itself gets an answer without our headers.
const READ: usize = 4;
/// The longest life of a connection: nobody holds a place by reading slowly. 1 MB takes 5 minutes at 28 kbit/s.
const LIFE: Duration = Duration::from_secs(300);
/// How long answers under way may take after the server was asked to stop.
const FAREWELL: Duration = Duration::from_secs(10);

/// Answers requests until `stop` is done, then lets the open ones finish.
pub async fn listen(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD_TIME).max_headers(READ * HEAD_LINES).max_buf_size(READ * HEAD_BYTES);
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accept = async {
            let place = Arc::clone(&places).acquire_owned().await.map_err(io::Error::other)?;
            listener.accept().await.map(|(stream, _)| (place, stream))
        };
        let (place, stream) = tokio::select! {
            () = &mut stop => break,
            accepted = accept => match accepted {
                Ok(accepted) => accepted,
                // Too many open files, or the client has gone: neither ends the server; the first passes.
                Err(_) => {
                    sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
        };
        let _ = stream.set_nodelay(true);
        let connection = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router.clone()));
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            let _ = timeout(LIFE, connection).await;
            drop(place);
        });
    }
    drop(listener);
    let _ = timeout(FAREWELL, graceful.shutdown()).await;
}

/// Whether the head of a request has more lines or bytes than we take.
pub(crate) fn is_too_large(request: &Request) -> bool {
    const BETWEEN: usize = ": \r\n".len();
    let lines = request.headers();
    let first = request.method().as_str().len() + request.uri().to_string().len();
    let bytes = lines.iter().fold(first, |sum, (name, value)| sum + name.as_str().len() + value.len() + BETWEEN);
    lines.len() > HEAD_LINES || bytes > HEAD_BYTES
}

/// Done when the process is asked to end: ctrl-c, or SIGTERM from a service manager.
pub async fn asked_to_stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => tokio::select! { () = interrupt => {}, _ = terminate.recv() => {} },
            Err(_) => interrupt.await,
        }
    }
    #[cfg(not(unix))]
    interrupt.await;
}
