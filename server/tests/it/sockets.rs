//! What only shows on a real connection.

use std::{sync::Arc, time::Duration};

use server::{listen::listen, router};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    time::timeout,
};

use crate::site::sites;

async fn talk(address: std::net::SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn limits_and_a_quiet_end() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let service = router(Arc::clone(&sites().await[0]), false);
    let server = tokio::spawn(listen(listener, service, async {
        let _ = stopped.await;
    }));

    let answer = talk(address, "GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with("\r\n\r\nok"), "{answer}");
    assert!(!answer.to_lowercase().contains("\r\nserver:"));
    let head = talk(address, "HEAD /card HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await;
    assert!(head.contains("content-length: ") && head.ends_with("\r\n\r\n"), "{head}");
    let lines = "a: b\r\n".repeat(100);
    let answer = talk(address, &format!("GET / HTTP/1.1\r\nhost: x\r\n{lines}\r\n")).await;
    assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
    let long = format!("GET / HTTP/1.1\r\nhost: x\r\na: {}\r\n\r\n", "b".repeat(40 << 10));
    let answer = talk(address, &long).await;
    assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
    let answer = talk(address, "POST /card HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\nconnection: close\r\n\r\nname=hana").await;
    assert!(answer.starts_with("HTTP/1.1 405 ") && !answer.contains("hana"), "{answer}");

    // A connection that is open and quiet does not hold the server up.
    let quiet = TcpStream::connect(address).await.unwrap();
    stop.send(()).unwrap();
    timeout(Duration::from_secs(5), server).await.unwrap().unwrap();
    drop(quiet);
    assert!(TcpStream::connect(address).await.is_err());
}
