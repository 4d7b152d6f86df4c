//! Backups, and back from them; and a file with flipped bits.

use std::{fs, path::Path, time::Instant};

use axum::http::{StatusCode, header};
use serde_json::json;
use server::{
    Live,
    commands::{CommandError, backup, check, restore},
    database::{Database, Engine},
};

use super::{
    client::{Circle, Mine, key, sealed},
    harness::{Running, site},
    process::run,
};
use crate::site::{empty, reach};

/// A share that was taken back after the backup was made does not live again by itself, and neither does any other until its owner's device
/// says so. On whichever engine the backup is put back.
pub async fn there_and_back(server: &Running, into: Engine) {
    let (kept, taken_back) = (sealed(2000), sealed(2000));
    let mine = Mine::with_files(server.address, None, std::slice::from_ref(&kept)).await;
    let gone = Mine::with_files(server.address, None, &[taken_back]).await;
    let deleted = Mine::with_files(server.address, None, &[sealed(9)]).await;
    deleted.delete().await;
    let circle = Circle::new(server.address);
    circle.make(b"box").await;
    mine.read(json!({"recipient": "before"})).await;
    let copy = server.folder.0.join("copy");
    let rows = backup(server.state.database(), &copy).await.unwrap();
    assert!(rows > 6, "{rows}");
    assert!(matches!(backup(server.state.database(), &copy).await, Err(CommandError::Taken(_))));
    assert_eq!(
        fs::read_dir(&server.folder.0)
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with("copy"))
            .count(),
        1
    );
    gone.delete().await;

    let target = Database::open(into.clone()).await.unwrap();
    assert_eq!(restore(&target, &copy).await.unwrap(), rows);
    assert!(matches!(restore(&target, &copy).await, Err(CommandError::NotEmpty)));
    check(&target).await.unwrap();
    target.close().await;
    let restored = Running::start(empty("restored"), into, reach()).await;
    let there = |mine: &Mine| Mine { to: restored.address, ..mine.clone() };
    for (mine, why) in [(&mine, "kept"), (&gone, "taken back")] {
        assert_eq!(there(mine).read(json!({"recipient": "x"})).await.status, StatusCode::NOT_FOUND, "{why}");
        assert_eq!(there(mine).status().await.json()["state"], "restored", "{why}");
    }
    assert_eq!(there(&deleted).create(None).await.status, StatusCode::CONFLICT);
    // The owner's device: the one lives again, with what it held; the other goes.
    let confirmed = there(&mine).change(json!({"paused": false})).await.json();
    assert_eq!(confirmed["state"], "active");
    assert_eq!(there(&mine).read(json!({"recipient": "x"})).await.json()["files"][0]["embedded"], json!(kept));
    assert_eq!(there(&mine).reads().await["reads"][1]["recipient"], "before");
    assert_eq!(there(&gone).delete().await.status, StatusCode::NO_CONTENT);
    // No tag of before names what is there now.
    let version = confirmed["version"].as_i64().unwrap();
    assert!(version > 1000);
    assert_eq!(there(&mine).put(1, &[sealed(9)], &key()).await.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(there(&mine).put(version, &[sealed(9)], &key()).await.status, StatusCode::OK);
    let got = Circle { to: restored.address, ..circle.clone() }.get().await;
    assert_eq!((got.body.as_slice(), got.header(header::ETAG)), (b"box".as_slice(), "\"1048577\""));
    restored.stop().await;
}

#[tokio::test]
async fn on_sqlite() {
    let server = Running::sqlite("backup").await;
    let other = empty("backup-into");
    there_and_back(&server, Engine::sqlite(&other.database()).unwrap()).await;
    server.stop().await;
}

/// A backup that is put where the database was is noticed.
#[tokio::test]
async fn a_copy_put_in_place() {
    let server = Running::sqlite("in-place").await;
    let mine = Mine::with_files(server.address, None, &[sealed(9)]).await;
    let copy = server.folder.0.join("copy");
    backup(server.state.database(), &copy).await.unwrap();
    let folder = server.stop().await;
    fs::rename(copy, folder.database()).unwrap();
    let engine = Engine::sqlite(&folder.database()).unwrap();
    let again = Running::start(folder, engine, reach()).await;
    let mine = Mine { to: again.address, ..mine };
    assert_eq!(mine.status().await.json()["state"], "restored");
    assert_eq!(mine.change(json!({"paused": false})).await.json()["state"], "active");
    let engine = Engine::sqlite(&again.folder.database()).unwrap();
    let third = Running::start(again.stop().await, engine, reach()).await;
    assert_eq!(Mine { to: third.address, ..mine }.status().await.json()["state"], "active", "said once, it stays");
    third.stop().await;
}

/// The commands, and how long 10,000 records take (bound: 60 s; `TSUMUGU_DRILL` for another number).
#[tokio::test]
async fn a_drill() {
    let records: usize = std::env::var("TSUMUGU_DRILL").ok().map_or(500, |records| records.parse().unwrap());
    let server = Running::sqlite("drill").await;
    let some: Vec<_> = (0..records).map(|_| Mine::new(server.address)).collect();
    for part in some.chunks(50) {
        futures::future::join_all(part.iter().map(|mine| async {
            mine.create(None).await;
            mine.put(0, &[sealed(4000)], &key()).await;
        }))
        .await;
    }
    let folder = server.stop().await;
    let (data, copy, into) = (folder.0.join("data"), folder.0.join("copy"), folder.0.join("into"));
    let since = Instant::now();
    for (data, arguments) in [(&data, &["backup", copy.to_str().unwrap()]), (&into, &["restore", copy.to_str().unwrap()])] {
        let output = run(data, arguments);
        assert!(output.status.success(), "{output:?}");
    }
    let took = since.elapsed();
    let said = String::from_utf8(run(&into, &["check"]).stdout).unwrap();
    assert_eq!(said, format!("whole: {records} shares, {records} sealed files, replies and boxes\n"));
    println!("{records} records: backup and restore in {took:?}");
    assert!(took.as_secs() < 60, "{took:?}");
    assert!(String::from_utf8(run(&into, &["purge"]).stdout).unwrap().starts_with("0 shares"));
    // A database that was set back by other means waits as well; and a folder that was mistyped is not made.
    for not in [&["restore"], &["set-back"]] {
        assert!(!run(&into, not).status.success(), "{not:?}");
    }
    let said = String::from_utf8(run(&into, &["set-back", "--yes"]).stdout).unwrap();
    assert!(said.starts_with(&format!("{records} shares wait")), "{said}");
    let mistyped = run(&folder.0.join("mistyped"), &["check"]);
    assert!(!mistyped.status.success() && !folder.0.join("mistyped").exists(), "{mistyped:?}");
}

/// Flips bits of a copy: it is refused, or answers only with what was handed over.
#[tokio::test]
async fn flipped_bits() {
    let times: u32 = std::env::var("TSUMUGU_FLIPS").ok().map_or(60, |times| times.parse().unwrap());
    let server = Running::sqlite("flips").await;
    let mut shares = Vec::new();
    for _ in 0..6 {
        let file = sealed(3000);
        shares.push((Mine::with_files(server.address, None, std::slice::from_ref(&file)).await, file));
    }
    let folder = server.stop().await;
    let whole = fs::read(folder.database()).unwrap();
    let (mut refused, mut failed, mut right) = (0, 0, 0);
    for number in 0..times {
        let damaged = empty(&format!("flip-{number}"));
        fs::create_dir_all(damaged.database().parent().unwrap()).unwrap();
        flip(&whole, &damaged.database(), 1 + number % 64);
        match answers(&damaged.database(), &shares).await {
            None => refused += 1,
            Some((wrong, ok)) => {
                failed += wrong;
                right += ok;
            }
        }
    }
    println!("{times} damaged files: {refused} refused, {right} answers with what was handed over, {failed} errors");
    assert!(refused + failed > 0 && right > 0);
}

fn flip(whole: &[u8], to: &Path, bits: u32) {
    let mut bytes = whole.to_vec();
    for _ in 0..bits {
        let mut random = [0; 8];
        getrandom::fill(&mut random).unwrap();
        let at = usize::try_from(u64::from_le_bytes(random)).unwrap() % (bytes.len() * 8);
        bytes[at / 8] ^= 1 << (at % 8);
    }
    fs::write(to, bytes).unwrap();
}

/// Errors and right answers; `None` when the server does not start.
async fn answers(file: &Path, shares: &[(Mine, String)]) -> Option<(u32, u32)> {
    let database = Database::open(Engine::sqlite(file).unwrap()).await.ok()?;
    let live = Live::open(site().await).await.unwrap();
    let state = server::AppState::new(live, database.clone(), reach()).await.ok()?;
    let service = server::router(state, false, axum::Router::new());
    let (mut wrong, mut right) = (0, 0);
    for (mine, content) in shares {
        let request = axum::http::Request::post(share::paths::manifest(&mine.id)).header(header::HOST, "x");
        let request = request.body(axum::body::Body::from(r#"{"recipient":"x"}"#)).unwrap();
        let (parts, body) = tower::ServiceExt::oneshot(service.clone(), request).await.unwrap().into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        if parts.status == StatusCode::OK {
            let manifest: serde_json::Value = serde_json::from_slice(&body).unwrap();
            assert_eq!(manifest["files"][0]["embedded"], json!(content), "other bytes than were handed over");
            right += 1;
        } else {
            wrong += 1;
        }
    }
    database.close().await;
    Some((wrong, right))
}
