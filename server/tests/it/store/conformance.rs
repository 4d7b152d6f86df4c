//! The protocol of SMART Health Links as a viewer sees it. SA and RS number the requirements of HL7 SMART Health Cards and Links, STU 1, in
//! the order of that page, for a sharing application and for a resource server.

use std::time::Instant;

use axum::http::{HeaderName, Method, StatusCode, header};
use serde_json::{Value, json};
use share::{ShareId, limits, paths};

use super::{
    client::{Mine, fresh, key, now, sealed, send},
    harness::Running,
};
use crate::site::Answer;

fn path_of(location: &Value) -> &str {
    let location = location.as_str().unwrap();
    &location[location.find("/shl/").unwrap()..]
}

async fn get(mine: &Mine, path: &str) -> Answer {
    send(mine.to, Method::GET, path, &[], "").await
}

/// RS5: the manifest. SA10, RS7: what is longer than `embeddedLengthMax` has a `location`, never both. SA8, SA9: that is got without
/// anything else, and is `application/jose`. RS8: members that nobody knows, and another content type, do not matter.
#[tokio::test]
async fn a_viewer_reads() {
    let server = Running::sqlite("viewer").await;
    let (short, long) = (sealed(500), sealed(90_000));
    let mine = Mine::with_files(server.address, None, &[short.clone(), long.clone()]).await;
    let answer = mine.read(json!({"recipient": "Dr", "embeddedLengthMax": short.len(), "url": "x", "extension": {"a": []}})).await;
    assert_eq!((answer.status, answer.header(header::CONTENT_TYPE)), (StatusCode::OK, "application/json"));
    assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
    let manifest = answer.json();
    assert_eq!(manifest["status"], "can-change");
    let files = manifest["files"].as_array().unwrap();
    assert_eq!((files.len(), &files[0]["contentType"]), (2, &json!("application/fhir+json")));
    assert_eq!((&files[0]["embedded"], &files[0]["location"]), (&json!(short), &Value::Null));
    assert_eq!(files[1]["embedded"], Value::Null);
    let changed = files[0]["lastUpdated"].as_str().unwrap();
    assert!(changed.len() == 20 && changed.ends_with('Z'), "{changed}");
    let location = files[1]["location"].as_str().unwrap();
    assert!(location.starts_with(&format!("http://{}/shl/f/", server.address)), "{location}");
    for _ in 0..2 {
        let file = get(&mine, path_of(&files[1]["location"])).await;
        assert_eq!(
            (file.status, file.header(header::CONTENT_TYPE), file.body == long.as_bytes()),
            (StatusCode::OK, "application/jose", true)
        );
    }
    // Zero: ask what has changed, without the files.
    let none = mine.read(json!({"recipient": "Dr", "embeddedLengthMax": 0})).await.json();
    assert!(none["files"].as_array().unwrap().iter().all(|file| file["embedded"].is_null() && file["location"].is_string()));
    // Any content type, or none.
    let bare = send(server.address, Method::POST, &paths::manifest(&mine.id), &[], r#"{"recipient":"Dr","passcode":null}"#).await;
    assert_eq!(bare.status, StatusCode::OK);
    // RS6: what is embedded is what is there now.
    let newer = sealed(40);
    mine.put(1, std::slice::from_ref(&newer), &key()).await;
    assert_eq!(
        mine.read(json!({"recipient": "Dr"})).await.json()["files"],
        json!([{"contentType": "application/fhir+json", "embedded": newer, "lastUpdated": mine.read(json!({"recipient": "Dr"})).await.json()["files"][0]["lastUpdated"]}])
    );
    assert_eq!(get(&mine, path_of(&files[1]["location"])).await.status, StatusCode::NOT_FOUND, "a file that was replaced");
    server.stop().await;
}

/// A request that is none.
#[tokio::test]
async fn what_is_no_request() {
    let server = Running::sqlite("malformed").await;
    let mine = Mine::with_files(server.address, None, &[sealed(10)]).await;
    for body in [
        json!({}),
        json!({"recipient": " "}),
        json!([]),
        json!({"recipient": 5}),
        Value::Null,
        json!({"recipient": "x", "embeddedLengthMax": -1}),
    ] {
        let answer = mine.read(body.clone()).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{body}");
    }
    let large = mine.read(json!({"recipient": "x".repeat(limits::BODY_BYTES)})).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    // Opening the address in a browser takes nothing away: 100 visits later all is as it was.
    for method in [Method::GET, Method::HEAD] {
        for _ in 0..50 {
            assert_eq!(
                send(server.address, method.clone(), &paths::manifest(&mine.id), &[], "").await.status,
                StatusCode::METHOD_NOT_ALLOWED
            );
        }
    }
    assert_eq!(mine.read(json!({"recipient": "x"})).await.status, StatusCode::OK);
    server.stop().await;
}

/// RS1: every link that is not active has the same answer, byte for byte, and so have its tickets.
#[tokio::test]
async fn one_answer_for_all_that_is_not_there() {
    let server = Running::sqlite("uniform").await;
    let ask = json!({"recipient": "x", "embeddedLengthMax": 0});
    let mut tickets = Vec::new();
    let mut shares = Vec::new();
    for _ in 0..4 {
        let mine = Mine::with_files(server.address, Some("2580"), &[sealed(10)]).await;
        let manifest = mine.read(json!({"recipient": "x", "embeddedLengthMax": 0, "passcode": "2580"})).await.json();
        tickets.push(path_of(&manifest["files"][0]["location"]).to_owned());
        shares.push(mine);
    }
    let [paused, deleted, locked, ended] = shares.as_slice() else { panic!() };
    paused.change(json!({"paused": true})).await;
    deleted.delete().await;
    for _ in 0..limits::ATTEMPTS {
        assert_eq!(locked.read(json!({"recipient": "x", "passcode": "0000"})).await.status, StatusCode::UNAUTHORIZED);
    }
    ended.change(json!({"expires": now() + 2})).await;
    server.state.clock().put_forward(3);
    let unknown = Mine { id: ShareId::from_bytes(fresh()), ..paused.clone() };
    let empty = Mine::new(server.address);
    empty.create(None).await;
    let mut answers = Vec::new();
    for mine in [paused, deleted, locked, ended, &unknown, &empty] {
        answers.push(mine.read(ask.clone()).await);
        answers.push(mine.read(json!({"recipient": "x", "passcode": "2580"})).await);
    }
    answers.push(send(server.address, Method::POST, "/shl/short", &[], ask.to_string()).await);
    for ticket in &tickets {
        answers.push(get(paused, ticket).await);
    }
    answers.push(get(paused, "/shl/f/none").await);
    let known = |answer: &Answer| {
        let mut headers = answer.headers.clone();
        headers.remove("x-request-id");
        headers.remove(header::DATE);
        (answer.status, format!("{headers:?}"), answer.body.clone())
    };
    assert_eq!((answers[0].status, answers[0].text()), (StatusCode::NOT_FOUND, "not here\n"));
    for (number, answer) in answers.iter().enumerate() {
        assert_eq!(known(answer), known(&answers[0]), "{number}");
    }
    // Its owner is told why, and brings an ended one back.
    assert_eq!(ended.status().await.json()["state"], "ended");
    assert_eq!(locked.status().await.json()["state"], "locked");
    ended.change(json!({"expires": now() + 90})).await;
    assert_eq!(ended.read(json!({"recipient": "x", "passcode": "2580"})).await.status, StatusCode::OK);
    server.stop().await;
}

/// Nor can they be told apart by how long the answer takes, also when there are large files behind one of them.
#[tokio::test]
async fn as_fast_as_each_other() {
    let server = Running::sqlite("timing").await;
    let paused = Mine::with_files(server.address, Some("2580"), &[sealed(2_000_000)]).await;
    let deleted = Mine::with_files(server.address, None, &[sealed(2_000_000)]).await;
    paused.change(json!({"paused": true})).await;
    deleted.delete().await;
    let unknown = Mine { id: ShareId::from_bytes(fresh()), ..paused.clone() };
    let mut took = [const { Vec::new() }; 3];
    for _ in 0..200 {
        for (mine, took) in [&paused, &deleted, &unknown].into_iter().zip(&mut took) {
            let since = Instant::now();
            assert_eq!(mine.read(json!({"recipient": "x", "passcode": "2580"})).await.status, StatusCode::NOT_FOUND);
            took.push(since.elapsed());
        }
    }
    let medians = took.map(|mut took| {
        took.sort_unstable();
        took[took.len() / 2].as_secs_f64()
    });
    let (slowest, fastest) = (medians.into_iter().fold(0.0, f64::max), medians.into_iter().fold(1.0, f64::min));
    assert!(slowest < fastest * 1.5, "{medians:?}");
    server.stop().await;
}

/// SA8: an hour and no longer.
#[tokio::test]
async fn a_ticket_ends() {
    let server = Running::sqlite("ticket").await;
    let mine = Mine::with_files(server.address, None, &[sealed(10)]).await;
    let manifest = mine.read(json!({"recipient": "x", "embeddedLengthMax": 0})).await.json();
    let ticket = path_of(&manifest["files"][0]["location"]);
    server.state.clock().put_forward(limits::TICKET_SECONDS - 5);
    assert_eq!(get(&mine, ticket).await.status, StatusCode::OK);
    server.state.clock().put_forward(10);
    assert_eq!(get(&mine, ticket).await.status, StatusCode::NOT_FOUND);
    server.stop().await;
}

/// RS2, RS4: 401 with `remainingAttempts`. RS3: counted for the whole life of the link, whatever comes in between. Without a passcode
/// nothing is counted.
#[tokio::test]
async fn a_passcode() {
    let server = Running::sqlite("passcode").await;
    let mine = Mine::with_files(server.address, Some("かきくけこ"), &[sealed(10)]).await;
    let none = mine.read(json!({"recipient": "x"})).await;
    assert_eq!((none.status, none.json()), (StatusCode::UNAUTHORIZED, json!({"remainingAttempts": 10})));
    assert_eq!(none.header(header::CONTENT_TYPE), "application/json");
    for left in (0..10).rev() {
        let wrong = mine.read(json!({"recipient": "x", "passcode": "かきくけ"})).await;
        assert_eq!((wrong.status, wrong.json()), (StatusCode::UNAUTHORIZED, json!({"remainingAttempts": left})));
        if left > 0 {
            let right = mine.read(json!({"recipient": "x", "passcode": "かきくけこ"})).await;
            assert_eq!(right.status, StatusCode::OK, "with {left} left");
        }
    }
    assert_eq!(mine.read(json!({"recipient": "x", "passcode": "かきくけこ"})).await.status, StatusCode::NOT_FOUND);
    server.stop().await;
}

/// A page of another origin reads what it is given: manifest, file, and what is wrong. The control plane is for our own pages alone.
#[tokio::test]
async fn from_another_origin() {
    let server = Running::sqlite("cors").await;
    let mine = Mine::with_files(server.address, None, &[sealed(10)]).await;
    let name = |text| HeaderName::from_static(text);
    let asks = [
        (header::ORIGIN, "https://viewer.example".to_owned()),
        (name("access-control-request-method"), "POST".to_owned()),
        (name("access-control-request-headers"), "content-type".to_owned()),
    ];
    let preflight = send(server.address, Method::OPTIONS, &paths::manifest(&mine.id), &asks, "").await;
    assert!(preflight.status.is_success());
    assert_eq!(preflight.header(name("access-control-allow-origin")), "*");
    assert_eq!(preflight.header(name("access-control-allow-methods")), "POST,GET");
    assert_eq!(preflight.header(name("access-control-allow-headers")), "content-type");
    let manifest =
        send(server.address, Method::POST, &paths::manifest(&mine.id), &asks[..1], r#"{"recipient":"x","embeddedLengthMax":0}"#).await;
    let file = send(server.address, Method::GET, path_of(&manifest.json()["files"][0]["location"]), &asks[..1], "").await;
    let gone = send(server.address, Method::POST, "/shl/none", &asks[..1], r#"{"recipient":"x"}"#).await;
    let no_text = send(server.address, Method::GET, "/shl/f/%FF", &asks[..1], "").await;
    assert_eq!((no_text.status, no_text.text()), (StatusCode::NOT_FOUND, gone.text()));
    for answer in [&manifest, &file, &gone, &no_text] {
        assert_eq!(answer.header(name("access-control-allow-origin")), "*");
        assert_eq!(answer.header(name("access-control-expose-headers")), "retry-after");
        assert!(!answer.headers.contains_key(header::SET_COOKIE) && !answer.headers.contains_key("access-control-allow-credentials"));
    }
    for (method, path) in [(Method::OPTIONS, paths::shares()), (Method::GET, paths::share(&mine.id)), (Method::GET, "/card".to_owned())] {
        let answer = send(server.address, method, &path, &asks, "").await;
        assert!(!answer.headers.keys().any(|name| name.as_str().starts_with("access-control")), "{path}");
    }
    server.stop().await;
}
