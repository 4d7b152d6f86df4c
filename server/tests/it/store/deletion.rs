//! Deleting, against the schema and against the bytes of the files.

use std::{fs, path::Path, time::Duration};

use axum::http::{Method, StatusCode};
use memchr::memmem;
use serde_json::json;
use sha2::{Digest, Sha256};
use share::{ReplyId, limits, paths};
use sqlx::{AssertSqlSafe, Column, Row, SqliteConnection, query, sqlite::SqliteConnectOptions};

use super::{
    client::{Circle, Mine, bearer, fresh, key, sealed, send},
    harness::Running,
};

/// The tables in which any column of any row holds these bytes.
async fn holding(file: &Path, wanted: &[u8]) -> Vec<String> {
    let mut connection: SqliteConnection = sqlx::ConnectOptions::connect(&SqliteConnectOptions::new().filename(file)).await.unwrap();
    let tables = query("SELECT name FROM sqlite_master WHERE type = 'table'").fetch_all(&mut connection).await.unwrap();
    let mut found = Vec::new();
    for table in tables {
        let name: String = table.get("name");
        let rows = query(AssertSqlSafe(format!("SELECT * FROM \"{name}\""))).fetch_all(&mut connection).await.unwrap();
        let holds = rows.iter().any(|row| {
            row.columns().iter().any(|column| {
                let at = column.ordinal();
                row.try_get_unchecked::<Vec<u8>, _>(at).is_ok_and(|bytes| memmem::find(&bytes, wanted).is_some())
            })
        });
        if holds {
            found.push(name);
        }
    }
    found
}

/// Whether the file or what stands beside it holds any piece of these bytes. A page ends within them, so that they are not found whole; and
/// what is sealed begins alike everywhere.
pub fn on_the_disk(file: &Path, wanted: &[u8]) -> bool {
    let pieces: Vec<_> = if wanted.len() > 64 { wanted.chunks(64).skip(2).collect() } else { vec![wanted] };
    fs::read_dir(file.parent().unwrap()).unwrap().any(|entry| {
        let bytes = fs::read(entry.unwrap().path()).unwrap_or_default();
        pieces.iter().any(|piece| memmem::find(&bytes, piece).is_some())
    })
}

async fn answered(mine: &Mine) {
    let body = json!({"id": ReplyId::from_bytes(fresh()), "sealed": sealed(50)}).to_string();
    let sent = send(mine.to, Method::POST, &paths::replies(&mine.id), &[bearer(&mine.reply)], body).await;
    assert_eq!(sent.status, StatusCode::CREATED);
}

/// Whichever table names a share: none does afterwards, but the list of names that never come back.
#[tokio::test]
async fn nothing_is_left_of_a_share() {
    let server = Running::sqlite("deletion").await;
    let file = server.folder.database();
    let first = sealed(5000);
    let mine = Mine::with_files(server.address, None, std::slice::from_ref(&first)).await;
    mine.read(json!({"recipient": "x"})).await;
    answered(&mine).await;
    let other = Mine::with_files(server.address, None, &[sealed(10)]).await;
    let id = Sha256::digest(mine.id.bytes());
    assert_eq!(holding(&file, &id).await, ["shares", "files", "reads", "replies"], "every table that names a share has a row here");
    assert!(on_the_disk(&file, first.as_bytes()) && on_the_disk(&file, &id));
    // What was replaced is gone as well.
    let second = sealed(5000);
    mine.put(1, std::slice::from_ref(&second), &key()).await;
    settled(&file, first.as_bytes()).await;
    assert!(on_the_disk(&file, second.as_bytes()));
    assert_eq!(mine.delete().await.status, StatusCode::NO_CONTENT);
    assert_eq!(holding(&file, &id).await, ["deleted"]);
    settled(&file, second.as_bytes()).await;
    assert_eq!(other.status().await.status, StatusCode::OK);
    let circle = Circle::new(server.address);
    let boxed = sealed(9000);
    circle.make(boxed.as_bytes()).await;
    assert!(on_the_disk(&file, boxed.as_bytes()));
    circle.ask(Method::DELETE, &[], "").await;
    assert_eq!(holding(&file, &Sha256::digest(circle.id.bytes())).await, ["deleted"]);
    settled(&file, boxed.as_bytes()).await;
    server.stop().await;
}

/// Once nothing else waits, the bytes are overwritten.
pub async fn settled(file: &Path, wanted: &[u8]) {
    for _ in 0..100 {
        if !on_the_disk(file, wanted) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the bytes are still on the disk");
}

/// What has ended can be extended for a month, and is deleted then.
#[tokio::test]
async fn what_has_ended_goes() {
    let server = Running::sqlite("ended").await;
    let mine = Mine::with_files(server.address, None, &[sealed(10)]).await;
    let clock = server.state.clock();
    clock.put_forward(86_400 + limits::GRACE_SECONDS - 10);
    assert_eq!(server::delete_ended(server.state.database(), clock.now()).await.unwrap(), 0);
    assert_eq!(mine.status().await.json()["state"], "ended");
    clock.put_forward(20);
    assert_eq!(server::delete_ended(server.state.database(), clock.now()).await.unwrap(), 1);
    assert_eq!(mine.status().await.status, StatusCode::NOT_FOUND);
    assert_eq!(holding(&server.folder.database(), &Sha256::digest(mine.id.bytes())).await, ["deleted"]);
    server.stop().await;
}
