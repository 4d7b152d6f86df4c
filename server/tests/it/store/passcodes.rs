//! Many at once: guesses, and new versions.

use std::collections::HashMap;

use axum::http::StatusCode;
use futures::future::join_all;
use serde_json::json;
use share::limits;

use super::{
    client::{Circle, Mine, key, sealed},
    harness::Running,
};

/// RS3: 200 wrong codes at the same time, and exactly as many are looked at as the budget allows.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn guesses_at_once() {
    let server = Running::sqlite("guesses").await;
    let mine = Mine::with_files(server.address, Some("2580"), &[sealed(10)]).await;
    let mut answers: HashMap<StatusCode, Vec<u64>> = HashMap::new();
    // Some are sent away because two are looked at already: they come again, as a guesser would.
    for _ in 0..30 {
        let guesses = (0..200).map(|number| mine.read(json!({"recipient": "x", "passcode": format!("{number:04}")})));
        for answer in join_all(guesses).await {
            let left = if answer.status == StatusCode::UNAUTHORIZED { answer.json()["remainingAttempts"].as_u64().unwrap() } else { 0 };
            answers.entry(answer.status).or_default().push(left);
        }
        if answers.contains_key(&StatusCode::NOT_FOUND) {
            break;
        }
    }
    let mut left = answers.remove(&StatusCode::UNAUTHORIZED).unwrap();
    left.sort_unstable();
    assert_eq!(left, (0..u64::from(limits::ATTEMPTS)).collect::<Vec<_>>(), "each number once");
    assert!(
        answers.keys().all(|status| matches!(*status, StatusCode::NOT_FOUND | StatusCode::SERVICE_UNAVAILABLE)),
        "{:?}",
        answers.keys()
    );
    assert_eq!(mine.read(json!({"recipient": "x", "passcode": "2580"})).await.status, StatusCode::NOT_FOUND, "locked for good");
    server.stop().await;
}

/// Of many who write on top of the same version one does, and the others are told.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writes_at_once() {
    let server = Running::sqlite("at-once").await;
    let mine = Mine::with_files(server.address, None, &[sealed(10)]).await;
    let circle = Circle::new(server.address);
    circle.make(b"0").await;
    for version in 1..6 {
        let (file, name) = ([sealed(10)], key());
        let puts = join_all((0..20).map(|_| mine.put(version, &file, &name))).await;
        assert!(puts.iter().all(|put| put.status == StatusCode::OK), "the same request twenty times is one");
        let names: Vec<String> = (0..20).map(|_| key()).collect();
        let puts = join_all(names.iter().map(|name| circle.put(version, b"x", name))).await;
        assert_eq!(puts.iter().filter(|put| put.status == StatusCode::NO_CONTENT).count(), 1);
        assert_eq!(puts.iter().filter(|put| put.status == StatusCode::PRECONDITION_FAILED).count(), 19);
    }
    assert_eq!(mine.status().await.json()["version"], 6);
    let numbers = server.state.database().numbers();
    assert!(numbers.commits.get() < numbers.jobs.get(), "no commit had more than one write: {numbers:?}");
    server.stop().await;
}
