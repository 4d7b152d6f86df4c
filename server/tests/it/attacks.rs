//! Attacks on connections, over real sockets: on places, with half requests, with answers that nobody reads, and with hosts.

use std::{net::SocketAddr, time::Duration};

use axum::{Router, body::Bytes, routing::get};
use server::{
    listen::{Limits, bind, listen},
    router,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpSocket, TcpStream},
    time::{Instant, timeout},
};

use crate::site::states;

const HALF_HEAD: &[u8] = b"GET / HTTP/1.1\r\nhost: x\r\na: ";
const WHOLE: &[u8] = b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n";
const SECOND: Duration = Duration::from_secs(1);

/// A server with few places and little patience, and a large answer at `/api/v1/large`.
async fn start(limits: Limits) -> SocketAddr {
    let listener = bind(([127, 0, 0, 1], 0).into()).unwrap();
    let address = listener.local_addr().unwrap();
    let large = Router::new().route("/large", get(async || Bytes::from(vec![b'x'; 8 << 20])));
    let service = router(states().await[0].clone(), false, large);
    tokio::spawn(listen(listener, service, limits, std::future::pending()));
    address
}

fn few() -> Limits {
    Limits { connections: 6, head_time: SECOND, write_time: SECOND, life: 60 * SECOND, ..Limits::default() }
}

/// A connection that comes from another address of this machine.
async fn from(client: [u8; 4], to: SocketAddr) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind((client, 0).into()).unwrap();
    socket.connect(to).await.unwrap()
}

/// Whether it is answered before long.
async fn answered(mut stream: TcpStream, within: Duration) -> bool {
    let mut start = [0; 15];
    stream.write_all(WHOLE).await.is_ok()
        && matches!(timeout(within, stream.read_exact(&mut start)).await, Ok(Ok(_)))
        && start == *b"HTTP/1.1 200 OK"
}

/// Waits until the server has closed a connection, and says how long that took.
async fn closed(stream: &mut TcpStream) -> Duration {
    let since = Instant::now();
    let mut rest = Vec::new();
    // An end and a reset are both an end; unwrapped, it is still open.
    let _ = timeout(20 * SECOND, stream.read_to_end(&mut rest)).await.unwrap();
    since.elapsed()
}

#[tokio::test]
async fn one_address_cannot_take_every_place_with_half_heads() {
    let address = start(Limits { per_address: Some(4), head_time: 30 * SECOND, ..few() }).await;
    let mut taken = Vec::new();
    for _ in 0..12 {
        let mut stream = from([127, 0, 0, 2], address).await;
        let _ = stream.write_all(HALF_HEAD).await;
        taken.push(stream);
    }
    // The ninth and later ones are closed at once; somebody else is served while the first ones stand there.
    assert!(closed(&mut taken[11]).await < 5 * SECOND);
    assert!(answered(from([127, 0, 0, 3], address).await, 5 * SECOND).await);
    assert!(!answered(from([127, 0, 0, 2], address).await, SECOND).await);
    // The control: without the bound the same connections are in everybody's way.
    let address = start(Limits { per_address: None, head_time: 30 * SECOND, ..few() }).await;
    let mut taken = Vec::new();
    for _ in 0..12 {
        let mut stream = from([127, 0, 0, 2], address).await;
        let _ = stream.write_all(HALF_HEAD).await;
        taken.push(stream);
    }
    assert!(!answered(from([127, 0, 0, 3], address).await, 2 * SECOND).await);
}

#[tokio::test]
async fn a_half_head_gives_its_place_back() {
    let address = start(few()).await;
    let mut taken = Vec::new();
    for _ in 0..6 {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(HALF_HEAD).await.unwrap();
        taken.push(stream);
    }
    assert!(answered(TcpStream::connect(address).await.unwrap(), 10 * SECOND).await);
}

/// Takes every place with many requests in one go, and reads no answer.
async fn read_nothing(address: SocketAddr) -> Vec<TcpStream> {
    let mut taken = Vec::new();
    for _ in 0..6 {
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_recv_buffer_size(4096).unwrap();
        let mut stream = socket.connect(address).await.unwrap();
        stream.write_all(&b"GET /api/v1/large HTTP/1.1\r\nhost: x\r\n\r\n".repeat(20)).await.unwrap();
        taken.push(stream);
    }
    taken
}

#[tokio::test]
async fn answers_that_nobody_reads_give_their_place_back() {
    let address = start(few()).await;
    let _taken = read_nothing(address).await;
    assert!(answered(TcpStream::connect(address).await.unwrap(), 15 * SECOND).await);
    // The control: where an answer need not move on, they stay.
    let address = start(Limits { write_time: 60 * SECOND, ..few() }).await;
    let _taken = read_nothing(address).await;
    assert!(!answered(TcpStream::connect(address).await.unwrap(), 5 * SECOND).await);
}

#[tokio::test]
async fn a_slow_reader_who_goes_on_reading_is_served_to_the_end() {
    let address = start(few()).await;
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(16 << 10).unwrap();
    let mut stream = socket.connect(address).await.unwrap();
    stream.write_all(b"GET /api/v1/large HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.unwrap();
    let (mut read, mut part) = (0, vec![0; 256 << 10]);
    let since = Instant::now();
    loop {
        let bytes = stream.read(&mut part).await.unwrap();
        read += bytes;
        if bytes == 0 {
            break;
        }
        // For four looks of the server no faster than about 1 MB in a second.
        if since.elapsed() < 4 * SECOND {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
    assert!(read > 8 << 20 && since.elapsed() > 2 * SECOND, "{read} bytes in {:?}", since.elapsed());
}

#[tokio::test]
async fn a_request_without_a_host_or_with_two_is_refused() {
    let address = start(Limits::default()).await;
    for (head, status) in [
        ("GET / HTTP/1.1\r\n", 400),
        ("GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n", 400),
        ("GET / HTTP/1.1\r\nhost: a\r\nHost: a\r\n", 400),
        ("GET / HTTP/1.1\r\nhost: a b\r\n", 400),
        ("GET http://other/ HTTP/1.1\r\n", 400),
        ("GET / HTTP/1.0\r\nhost: a\r\nhost: b\r\n", 400),
        ("GET / HTTP/1.1\r\nhost: a\r\n", 200),
        ("GET / HTTP/1.0\r\n", 200),
    ] {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(format!("{head}connection: close\r\n\r\n").as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        let answer = String::from_utf8_lossy(&answer);
        assert!(answer.split(' ').nth(1) == Some(&status.to_string()), "{head}: {answer}");
        assert!(answer.contains("\r\ncontent-security-policy: "), "{head}: {answer}");
    }
}
