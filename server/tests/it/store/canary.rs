//! Canaries: a record full of marked words is shared, read, changed, answered and taken back. No marked word, no key and no token is
//! anywhere on the server afterwards: not in the files of the database, not in a backup, not in the log, not in the numbers, not in an
//! answer to somebody else. What the server does know, the name that a reader gives, is the control: the same search finds it.

use std::{fs, path::Path};

use axum::http::{Method, StatusCode};
use memchr::memmem;
use seal::{LinkKey, Nonce, Padding, seal_file};
use serde_json::json;
use share::{ReplyId, ShareId, Token, paths};

use super::{
    client::{Circle, Mine, bearer, fresh, key, send},
    harness::site,
    process::{Process, run},
};
use crate::site::empty;

/// Words that nobody else writes; the control is one of the same make.
fn marked(number: usize) -> String {
    format!("canary-{number:02}-花子-{}", &key()[..16])
}

/// The forms in which bytes could have been written down.
fn forms(bytes: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let decimal: Vec<String> = bytes.iter().map(u8::to_string).collect();
    let mut all = vec![
        ("plain", bytes.to_vec()),
        ("hex", hex.clone().into_bytes()),
        ("HEX", hex.to_uppercase().into_bytes()),
        ("numbers", decimal.join(",").into_bytes()),
        ("numbers with spaces", decimal.join(", ").into_bytes()),
        ("percent", bytes.iter().map(|byte| format!("%{byte:02X}")).collect::<String>().into_bytes()),
        ("backwards", bytes.iter().rev().copied().collect()),
    ];
    if let Ok(text) = std::str::from_utf8(bytes) {
        all.push(("UTF-16, little end first", text.encode_utf16().flat_map(u16::to_le_bytes).collect()));
        all.push(("UTF-16, big end first", text.encode_utf16().flat_map(u16::to_be_bytes).collect()));
        all.push(("escaped", text.escape_unicode().to_string().into_bytes()));
    }
    // In base64 a word looks different for each place where it can begin; its ends are mixed with what is beside it.
    for skip in 0..3 {
        let shifted = [&vec![0; skip], bytes].concat();
        let (standard, url) = (base64(&shifted, false), base64(&shifted, true));
        let inside = if skip == 0 { 0 } else { 4 }..(shifted.len() / 3) * 4;
        all.push(("base64", standard[inside.clone()].into()));
        all.push(("base64url", url[inside].into()));
    }
    all
}

fn base64(bytes: &[u8], url: bool) -> Vec<u8> {
    use base64ct::{Base64Unpadded, Base64UrlUnpadded, Encoding};
    if url { Base64UrlUnpadded::encode_string(bytes) } else { Base64Unpadded::encode_string(bytes) }.into_bytes()
}

/// The places, by name, and all that is written there.
type Places = Vec<(String, Vec<u8>)>;

/// Where, and in which form, a secret is found.
fn found(places: &Places, secret: &[u8]) -> Vec<String> {
    let forms = forms(secret);
    let holds = |bytes: &[u8], form: &[u8]| memmem::find(bytes, form).is_some();
    let hits = places.iter().flat_map(|(place, bytes)| {
        forms.iter().filter(move |(_, form)| holds(bytes, form)).map(move |(name, _)| format!("{place}: {name}"))
    });
    hits.collect()
}

fn files_of(folder: &Path, places: &mut Places) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            places.push((path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()));
        }
    }
}

#[tokio::test]
async fn nothing_of_what_was_shared_is_anywhere() {
    let folder = empty("canary");
    let data = folder.0.join("data");
    let server = Process::start(site().await, &data, |_| ());
    let to = server.address;
    let words: Vec<String> = (0..64).map(marked).collect();
    let control = marked(99);
    let (link, passcode) = (fresh(), marked(98));
    let link_key = LinkKey::from_random(link).unwrap();
    let seal = |content: &str| {
        let nonce: [u8; 12] = fresh()[..12].try_into().unwrap();
        seal_file(&link_key, Nonce::from_random(nonce).unwrap(), "application/fhir+json", Padding::Spaces, content.as_bytes()).unwrap()
    };
    let mut places = Places::new();
    let mut heard = |what: &str, answer: &crate::site::Answer| {
        places.push((format!("answer: {what}"), [format!("{:?}", answer.headers).into_bytes(), answer.body.clone()].concat()));
    };

    let mine = Mine::new(to);
    heard("create", &mine.create(Some(&passcode)).await);
    heard("put", &mine.put(0, &[seal(&json!({"name": words}).to_string()), seal(&words.join("\n"))], &key()).await);
    heard("wrong", &mine.read(json!({"recipient": control, "passcode": words[0]})).await);
    let read = mine.read(json!({"recipient": control, "passcode": passcode})).await;
    assert_eq!(read.status, StatusCode::OK);
    heard("read", &read);
    heard("edit", &mine.put(1, &[seal(&words[..40].join("、"))], &key()).await);
    let reply = json!({"id": ReplyId::from_bytes(fresh()), "sealed": seal(&words[3])}).to_string();
    heard("reply", &send(to, Method::POST, &paths::replies(&mine.id), &[bearer(&mine.reply)], reply).await);
    let circle = Circle::new(to);
    heard("circle", &circle.make(seal(&words.concat()).as_bytes()).await);
    // Mistakes of a client: what it says where it does not belong.
    let stranger = Mine { id: ShareId::from_bytes(link), ..Mine::new(to) };
    heard("name that is a key", &stranger.read(json!({"recipient": words[1]})).await);
    heard("token that is a key", &Mine { manage: Token::from_bytes(link), ..mine.clone() }.status().await);
    heard("no JSON", &send(to, Method::POST, &paths::shares(), &[], words[2].clone()).await);
    heard("path", &send(to, Method::GET, &format!("/api/v1/shares/{}", "x".repeat(9)), &[], words[2].clone()).await);
    heard("query", &mine.owner(Method::GET, &format!("{}?after={}", paths::replies(&mine.id), &words[5][..9]), json!(null)).await);
    heard("metrics", &send(to, Method::GET, "/metrics", &[], "").await);
    // While it lives, with the file beside the database, and in a backup.
    let copy = folder.0.join("copy.sqlite");
    assert!(run(&data, &["backup", copy.to_str().unwrap()]).status.success());
    files_of(&data, &mut places);
    assert!(places.iter().any(|(name, bytes)| name.ends_with("-wal") && !bytes.is_empty()), "the write-ahead log is searched too");
    places.push(("backup".into(), fs::read(&copy).unwrap()));
    let alive = places.len();
    assert_eq!(mine.delete().await.status, StatusCode::NO_CONTENT);
    files_of(&data, &mut places);
    places.push(("log".into(), server.log().into_bytes()));
    server.kill();

    let mut secrets: Vec<(String, Vec<u8>)> = words.iter().map(|word| (word.clone(), word.clone().into_bytes())).collect();
    secrets.push(("the passcode".into(), passcode.into_bytes()));
    let tokens = [("the key of the link", &link), ("the manage token", mine.manage.bytes()), ("the reply token", mine.reply.bytes())];
    let names = [
        ("the name of the share", mine.id.bytes()),
        ("the token of the circle", circle.token.bytes()),
        ("the name of the circle", circle.id.bytes()),
    ];
    secrets.extend(tokens.into_iter().chain(names).map(|(what, bytes)| (what.to_owned(), bytes.to_vec())));
    for (what, secret) in &secrets {
        assert_eq!(found(&places, secret), Vec::<String>::new(), "{what}");
    }
    // The control. It is in the database, in the backup and nowhere else; in one form.
    let hits = found(&places[..alive].to_vec(), control.as_bytes());
    assert!(hits.contains(&"backup: plain".to_owned()) && hits.iter().any(|hit| hit.starts_with("tsumugu.sqlite")), "{hits:?}");
    assert!(hits.iter().all(|hit| hit.ends_with(": plain") && !hit.starts_with("answer") && !hit.starts_with("log")), "{hits:?}");
    // And each form is found where it is.
    for (name, form) in forms(words[0].as_bytes()) {
        let place = vec![("place".to_owned(), [b"before ".as_slice(), &form, b" behind"].concat())];
        assert!(found(&place, words[0].as_bytes()).iter().any(|hit| hit.ends_with(name)), "{name}");
    }
}
