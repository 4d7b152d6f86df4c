//! Listening: connections, their limits, and stopping without cutting anybody off.

mod paced;
mod places;

use std::{io, net::SocketAddr, time::Duration};

use axum::{Router, http::Request};
use hyper::{body::Incoming, server::conn::http1};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpSocket},
    time::{sleep, timeout},
};
use tower::util::MapRequest;

use crate::{
    client::Client,
    limits::{HEAD_BYTES, HEAD_LINES},
};
use paced::Paced;
use places::Places;

/// So many times the limits of a head are read: what the connection refuses by itself gets an answer without our headers.
const READ: usize = 4;
/// What the system holds of an answer on its way. No more, so that a reader who does not read is noticed.
const SEND_BUFFER: u32 = 128 << 10;
/// Connections that wait in the queue of the system.
const QUEUE: u32 = 1024;

/// What one client may take of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Connections at a time. More wait in the queue of the system.
    pub connections: usize,
    /// Of these, how many from one address; `None` behind a proxy, which is one address for everybody.
    pub per_address: Option<usize>,
    /// For the whole head of a request, and for how long a quiet connection stays open.
    pub head_time: Duration,
    /// How often an answer that cannot be written is looked at: each time at least `write_least` bytes must have got away.
    pub write_time: Duration,
    /// Bytes; see `write_time`.
    pub write_least: usize,
    /// The longest life of a connection: nobody holds a place by reading slowly. 1 MB takes 5 minutes at 28 kbit/s.
    pub life: Duration,
    /// How long answers under way may take after the server was asked to stop.
    pub farewell: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            connections: 1024,
            per_address: None,
            head_time: Duration::from_secs(10),
            // At 28 kbit/s the system takes new bytes about every 12 seconds.
            write_time: Duration::from_secs(20),
            write_least: 16 << 10,
            life: Duration::from_secs(300),
            farewell: Duration::from_secs(10),
        }
    }
}

/// Opens the address.
///
/// # Errors
/// It is in use, not allowed, or not one of this machine.
pub fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.set_reuseaddr(true)?;
    // Connections inherit it.
    socket.set_send_buffer_size(SEND_BUFFER)?;
    socket.bind(address)?;
    socket.listen(QUEUE)
}

/// Answers requests until `stop` is done, then lets the open ones finish.
pub async fn listen(listener: TcpListener, router: Router, limits: Limits, stop: impl Future<Output = ()>) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.head_time).max_headers(READ * HEAD_LINES).max_buf_size(READ * HEAD_BYTES);
    let places = Places::new(limits.connections, limits.per_address);
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accept = async {
            places.one_is_free().await;
            listener.accept().await
        };
        let (stream, client) = tokio::select! {
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
        // Closed at once: this address has all the places that one may have.
        let Some(place) = places.take(client.ip()) else { continue };
        let _ = stream.set_nodelay(true);
        let stream = Paced::new(stream, limits.write_time, limits.write_least);
        let from = Client(client.ip());
        let service = MapRequest::new(router.clone(), move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(from);
            request
        });
        let connection = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            let _ = timeout(limits.life, connection).await;
            drop(place);
        });
    }
    drop(listener);
    let _ = timeout(limits.farewell, graceful.shutdown()).await;
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
