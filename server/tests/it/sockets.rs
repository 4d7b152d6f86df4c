//! What only shows on a real connection.

use std::time::Duration;

use axum::Router;
use server::{
    listen::{Limits, bind, listen},
    router,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::oneshot,
    time::timeout,
};

use crate::site::states;

async fn talk(address: std::net::SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn limits_and_a_quiet_end() {
    let listener = bind(([127, 0, 0, 1], 0).into()).unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let service = router(states().await[0].clone(), false, Router::new());
    let server = tokio::spawn(listen(listener, service, Limits::default(), async {
        let _ = stopped.await;
    }));

    let answer = talk(address, "GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with("\r\n\r\nok"), "{answer}");
    assert!(!answer.to_lowercase().contains("\r\nserver:"));
    let head = talk(address, "HEAD /card HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await;
    assert!(head.contains("content-length: ") && head.ends_with("\r\n\r\n"), "{head}");
    // Too many lines, a line too long, an address too long: refused with all headers, and what was sent is not in the answer.
    let heads = [
        format!("/ HTTP/1.1\r\n{}", "a: b\r\n".repeat(100)),
        format!("/ HTTP/1.1\r\na: {}\r\n", "b".repeat(40 << 10)),
        format!("/?{} HTTP/1.1\r\n", "b".repeat(20 << 10)),
    ];
    for head in heads {
        let answer = talk(address, &format!("GET {head}host: x\r\nconnection: close\r\n\r\n")).await;
        assert!(answer.starts_with("HTTP/1.1 431 ") && !answer.contains("bbb"), "{answer}");
        for name in ["content-security-policy", "x-content-type-options", "cache-control: no-store"] {
            assert!(answer.contains(&format!("\r\n{name}")), "{name}: {answer}");
        }
    }
    // What no router sees: bare, and empty.
    let far = format!("GET / HTTP/1.1\r\nhost: x\r\n{}\r\n", "a: b\r\n".repeat(300));
    let long = format!("GET /{} HTTP/1.1\r\nhost: x\r\n\r\n", "b".repeat(65_535));
    for (request, status) in [(far.as_str(), "431"), (&long, "414"), ("nonsense\r\n\r\n", "400")] {
        let answer = talk(address, request).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")) && answer.ends_with("\r\n\r\n"), "{answer}");
        assert!(answer.contains("content-length: 0"), "{answer}");
    }
    let answer = talk(address, "POST /card HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\nconnection: close\r\n\r\nname=hana").await;
    assert!(answer.starts_with("HTTP/1.1 405 ") && !answer.contains("hana"), "{answer}");

    // A connection that is open and quiet does not hold the server up.
    let quiet = TcpStream::connect(address).await.unwrap();
    stop.send(()).unwrap();
    timeout(Duration::from_secs(5), server).await.unwrap().unwrap();
    drop(quiet);
    assert!(TcpStream::connect(address).await.is_err());
}
