//! One story from the first share to the last, on each database.

use axum::http::{HeaderName, Method, StatusCode, header};
use serde_json::{Value, json};
use share::{ReplyId, limits, paths};

use super::{
    client::{Circle, Mine, bearer, fresh, if_match, key, sealed, send, try_send},
    harness::Running,
};

#[tokio::test]
async fn on_sqlite() {
    let server = Running::sqlite("story").await;
    tell(&server).await;
    server.stop().await;
}

/// A card is shared, read, kept up to date, answered, paused, extended and taken back.
pub async fn tell(server: &Running) {
    making(server).await;
    writing(server).await;
    answering(server).await;
    ending(server).await;
    a_circle(server).await;
}

async fn making(server: &Running) {
    let mine = Mine::new(server.address);
    let made = mine.create(None).await;
    assert_eq!((made.status, made.header(header::ETAG)), (StatusCode::CREATED, "\"0\""), "{}", String::from_utf8_lossy(&made.body));
    assert_eq!(made.json()["state"], "empty");
    // Sent once more, because the answer was not heard: the same share.
    assert_eq!(mine.create(None).await.status, StatusCode::OK);
    let other = Mine { manage: Mine::new(server.address).manage, ..mine.clone() };
    assert_eq!(other.create(None).await.status, StatusCode::CONFLICT, "somebody else's");
    for (what, value) in [("longTerm", json!(false)), ("expires", json!(mine.expires + 1)), ("passcode", json!("2580"))] {
        let mut wanted = mine.wanted(None);
        wanted[what] = value;
        let refused = send(server.address, Method::POST, &paths::shares(), &[], wanted.to_string()).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "not the same request: {what}");
    }
    assert_eq!(mine.read(json!({"recipient": "Dr"})).await.status, StatusCode::NOT_FOUND, "nothing to read yet");
    for (what, value) in [("expires", json!(5)), ("expires", json!(99_999_999_999_i64)), ("id", json!("short")), ("passcode", json!("1"))] {
        let mut wanted = Mine::new(server.address).wanted(None);
        wanted[what] = value;
        let refused = send(server.address, Method::POST, &paths::shares(), &[], wanted.to_string()).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{what}");
    }
}

async fn writing(server: &Running) {
    let (first, second, again) = (sealed(3000), sealed(900), key());
    let mine = Mine::with_files(server.address, None, &[first.clone(), second.clone()]).await;
    let read = mine.read(json!({"recipient": "Dr. Sato"})).await;
    let embedded: Vec<_> = read.json()["files"].as_array().unwrap().iter().map(|file| file["embedded"].clone()).collect();
    assert_eq!(embedded, [json!(first), json!(second)]);
    // A new version takes the place of all files; sent twice, it is written once.
    let third = sealed(100);
    let put = mine.put(1, std::slice::from_ref(&third), &again).await;
    assert_eq!((put.status, put.header(header::ETAG)), (StatusCode::OK, "\"2\""));
    let repeated = mine.put(1, std::slice::from_ref(&third), &again).await;
    assert_eq!((repeated.status, repeated.header(header::ETAG)), (StatusCode::OK, "\"2\""));
    let stale = mine.put(1, &[sealed(50)], &key()).await;
    assert_eq!((stale.status, stale.header(header::ETAG)), (StatusCode::PRECONDITION_FAILED, "\"2\""));
    let read = mine.read(json!({"recipient": "Dr. Sato"})).await;
    assert_eq!(read.json()["files"].as_array().unwrap().len(), 1);
    assert_eq!(read.json()["files"][0]["embedded"], json!(third));
    // Not without saying on top of what, not without the right, not unsealed, not nothing.
    let body = json!({"files": [{"jwe": third}]}).to_string();
    let path = paths::files(&mine.id);
    let no_version = send(server.address, Method::PUT, &path, &[bearer(&mine.manage)], body.clone()).await;
    assert_eq!(no_version.status, StatusCode::PRECONDITION_REQUIRED);
    let no_token = send(server.address, Method::PUT, &path, &[if_match(2)], body).await;
    assert_eq!(no_token.status, StatusCode::UNAUTHORIZED);
    let stranger = Mine { manage: mine.reply.clone(), ..mine.clone() };
    assert_eq!(stranger.put(2, &[sealed(50)], &key()).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.status().await.status, StatusCode::NOT_FOUND);
    assert_eq!(mine.put(2, &["open text".to_owned()], &key()).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(mine.put(2, &[], &key()).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(mine.put(2, &vec![sealed(10); 9], &key()).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(mine.status().await.json()["version"], 2);
    // As large as may be, and one byte more.
    let whole = sealed(limits::SHARE_BYTES - 200);
    let largest = whole.split('.').collect::<Vec<_>>();
    let padded = |bytes: usize| {
        let cipher = "A".repeat(bytes - (whole.len() - largest[3].len()));
        [largest[0], "", largest[2], &cipher, largest[4]].join(".")
    };
    assert_eq!(mine.put(2, &[padded(limits::SHARE_BYTES)], &key()).await.status, StatusCode::OK);
    assert_eq!(mine.put(3, &[padded(limits::SHARE_BYTES + 1)], &key()).await.status, StatusCode::BAD_REQUEST);
    is_refused(server, &paths::files(&mine.id), bearer(&mine.manage), 5 << 20).await;
    let read = mine.read(json!({"recipient": "Dr. Sato"})).await;
    assert_eq!(read.json()["files"][0]["embedded"].as_str().unwrap().len(), limits::SHARE_BYTES);
    // One reader who asks twice is one reading.
    let reads = mine.reads().await;
    assert_eq!((reads["reads"].as_array().unwrap().len(), &reads["reads"][0]["recipient"]), (1, &json!("Dr. Sato")));
}

/// A body that is far too large: 413, unless the server has closed before the client had sent it all.
async fn is_refused(server: &Running, path: &str, token: (HeaderName, String), bytes: usize) {
    let head = [token, if_match(3)];
    if let Ok(answer) = try_send(server.address, Method::PUT, path, &head, vec![b'7'; bytes]).await {
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{path}");
    }
}

async fn answering(server: &Running) {
    let mine = Mine::with_files(server.address, None, &[sealed(10)]).await;
    let reply = async |token, id: &ReplyId, body: Value| {
        let body = json!({"id": id, "sealed": body}).to_string();
        send(server.address, Method::POST, &paths::replies(&mine.id), &[bearer(token)], body).await.status
    };
    let (one, two) = (ReplyId::from_bytes(fresh()), ReplyId::from_bytes(fresh()));
    let said = sealed(400);
    assert_eq!(reply(&mine.reply, &one, json!(said)).await, StatusCode::CREATED);
    assert_eq!(reply(&mine.reply, &one, json!(said)).await, StatusCode::OK, "sent once more");
    assert_eq!(reply(&mine.reply, &two, json!(sealed(20))).await, StatusCode::CREATED);
    assert_eq!(reply(&mine.manage, &two, json!(said)).await, StatusCode::NOT_FOUND, "the owner does not answer herself");
    assert_eq!(reply(&mine.reply, &two, json!("open text")).await, StatusCode::BAD_REQUEST);
    assert_eq!(mine.status().await.json()["newestReply"], 2);
    let replies = mine.replies().await;
    assert_eq!((replies["replies"].as_array().unwrap().len(), &replies["replies"][0]["sealed"]), (2, &json!(said)));
    let later = mine.owner(Method::GET, &format!("{}?after=1", paths::replies(&mine.id)), Value::Null).await.json();
    assert_eq!((later["replies"].as_array().unwrap().len(), &later["replies"][0]["number"]), (1, &json!(2)));
}

async fn ending(server: &Running) {
    let mine = Mine::with_files(server.address, None, &[sealed(10)]).await;
    let read = async || mine.read(json!({"recipient": "x"})).await.status;
    assert_eq!(mine.change(json!({"paused": true})).await.json()["state"], "paused");
    assert_eq!(read().await, StatusCode::NOT_FOUND);
    assert_eq!(mine.change(json!({"paused": false})).await.json()["state"], "active");
    assert_eq!(read().await, StatusCode::OK);
    let later = super::client::now() + 400 * 86_400;
    assert_eq!(mine.change(json!({"expires": later})).await.json()["expires"], later);
    assert_eq!(mine.change(json!({"expires": 1})).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(mine.delete().await.status, StatusCode::NO_CONTENT);
    for answer in [mine.delete().await, mine.status().await, mine.change(json!({})).await, mine.put(1, &[sealed(9)], &key()).await] {
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(read().await, StatusCode::NOT_FOUND);
    assert_eq!(mine.create(None).await.status, StatusCode::CONFLICT, "a name that was deleted does not come back");
}

async fn a_circle(server: &Running) {
    let circle = Circle::new(server.address);
    assert_eq!(circle.get().await.status, StatusCode::NOT_FOUND);
    let made = circle.make(b"first").await;
    assert_eq!((made.status, made.header(header::ETAG)), (StatusCode::CREATED, "\"1\""));
    assert_eq!(circle.make(b"other").await.status, StatusCode::PRECONDITION_FAILED);
    let (one, other) = (key(), key());
    assert_eq!(circle.put(1, b"second", &one).await.status, StatusCode::NO_CONTENT);
    let lost = circle.put(1, b"lost", &other).await;
    assert_eq!((lost.status, lost.header(header::ETAG)), (StatusCode::PRECONDITION_FAILED, "\"2\""));
    assert_eq!(circle.put(1, b"second", &one).await.header(header::ETAG), "\"2\"", "sent once more");
    let got = circle.get().await;
    assert_eq!((got.status, got.body.as_slice(), got.header(header::ETAG)), (StatusCode::OK, b"second".as_slice(), "\"2\""));
    let has = [(header::IF_NONE_MATCH, "\"2\"".to_owned())];
    assert_eq!(circle.ask(Method::GET, &has, "").await.status, StatusCode::NOT_MODIFIED);
    let stranger = Circle { token: Circle::new(server.address).token, ..circle.clone() };
    assert_eq!(stranger.get().await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.put(2, b"x", &key()).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.ask(Method::DELETE, &[], "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(circle.put(2, &vec![7; limits::CIRCLE_BYTES], &key()).await.status, StatusCode::NO_CONTENT);
    assert_eq!(circle.get().await.body.len(), limits::CIRCLE_BYTES);
    is_refused(server, &paths::circle(&circle.id), bearer(&circle.token), 5 << 20).await;
    assert_eq!(circle.ask(Method::DELETE, &[], "").await.status, StatusCode::NO_CONTENT);
    assert_eq!(circle.get().await.status, StatusCode::NOT_FOUND);
    assert_eq!(circle.make(b"again").await.status, StatusCode::CONFLICT);
}
