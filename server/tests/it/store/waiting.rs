//! Nobody waits for long because of somebody else.

use std::time::{Duration, Instant};

use axum::http::{Method, StatusCode, header};
use serde_json::json;
use share::{limits, paths};
use sqlx::{Connection, SqliteConnection, query, raw_sql, sqlite::SqliteConnectOptions};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::{sleep, timeout},
};

use super::{
    client::{Circle, Mine, bearer, key, sealed, send},
    deletion::{on_the_disk, settled},
    harness::Running,
};

async fn beside(server: &Running) -> SqliteConnection {
    let file = SqliteConnectOptions::new().filename(server.folder.database());
    sqlx::ConnectOptions::connect(&file).await.unwrap()
}

/// A disk that takes its time: the reader has the file, and the reading is noted later.
#[tokio::test]
async fn a_note_that_takes_long() {
    let server = Running::sqlite("slow-note").await;
    let mine = Mine::with_files(server.address, None, &[sealed(10)]).await;
    let mut other = beside(&server).await;
    raw_sql("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    let since = Instant::now();
    assert_eq!(mine.read(json!({"recipient": "in an emergency"})).await.status, StatusCode::OK);
    assert!(since.elapsed() < Duration::from_secs(3), "{:?}", since.elapsed());
    assert_eq!(mine.reads().await["reads"], json!([]));
    raw_sql("ROLLBACK").execute(&mut other).await.unwrap();
    for _ in 0..100 {
        if mine.reads().await["reads"][0]["recipient"] == "in an emergency" {
            return drop(server.stop().await);
        }
        sleep(Duration::from_millis(50)).await;
    }
    panic!("the reading was not noted");
}

/// Somebody who reads for long, such as a backup: nobody waits for that to write, and afterwards the bytes go.
#[tokio::test]
async fn a_reader_that_takes_long() {
    let server = Running::sqlite("long-reader").await;
    let file = server.folder.database();
    let content = sealed(9000);
    let mine = Mine::with_files(server.address, None, std::slice::from_ref(&content)).await;
    let mut other = beside(&server).await;
    raw_sql("BEGIN").execute(&mut other).await.unwrap();
    query("SELECT COUNT(*) FROM files").fetch_one(&mut other).await.unwrap();
    assert_eq!(mine.delete().await.status, StatusCode::NO_CONTENT);
    let since = Instant::now();
    while since.elapsed() < Duration::from_millis(1200) {
        let one = Instant::now();
        assert_eq!(Mine::new(server.address).create(None).await.status, StatusCode::CREATED);
        assert!(one.elapsed() < Duration::from_secs(2), "{:?}", one.elapsed());
        // Long enough for the writer to find that it is quiet.
        sleep(Duration::from_millis(300)).await;
    }
    assert!(on_the_disk(&file, content.as_bytes()), "it could be taken out under a reader");
    raw_sql("ROLLBACK").execute(&mut other).await.unwrap();
    other.close().await.unwrap();
    settled(&file, content.as_bytes()).await;
    server.stop().await;
}

/// A stranger who announces a large body is sent away before it comes.
#[tokio::test]
async fn a_stranger_with_a_large_body() {
    let server = Running::sqlite("stranger").await;
    let mine = Mine::with_files(server.address, None, &[sealed(10)]).await;
    let circle = Circle::new(server.address);
    circle.make(b"box").await;
    let stranger = bearer(&Mine::new(server.address).manage).1;
    for (method, path, bytes) in [
        (Method::PUT, paths::files(&mine.id), limits::SHARE_BYTES),
        (Method::PUT, paths::circle(&circle.id), limits::CIRCLE_BYTES),
        (Method::POST, paths::replies(&mine.id), limits::REPLY_BYTES),
    ] {
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        let host = server.address;
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {host}\r\nauthorization: {stranger}\r\nif-match: \"1\"\r\ncontent-length: {bytes}\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut first = [0; 12];
        timeout(Duration::from_secs(5), stream.read_exact(&mut first)).await.expect("the server waits for the body").unwrap();
        assert_eq!(std::str::from_utf8(&first).unwrap(), "HTTP/1.1 404", "{path}");
    }
    assert_eq!(mine.put(1, &[sealed(10)], &key()).await.status, StatusCode::OK);
    server.stop().await;
}

/// `/readyz` looks at the database once a second at most, however often it is asked.
#[tokio::test]
async fn whether_it_is_ready() {
    let server = Running::sqlite("ready").await;
    let commits = || server.state.database().numbers().commits.get();
    let (before, since) = (commits(), Instant::now());
    for _ in 0..20 {
        assert_eq!(send(server.address, Method::GET, "/readyz", &[(header::ACCEPT, "*/*".to_owned())], "").await.status, StatusCode::OK);
    }
    let looked = commits() - before;
    assert!((1..=since.elapsed().as_secs() + 1).contains(&looked), "{looked}");
    server.stop().await;
}
