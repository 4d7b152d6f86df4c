//! A device, or a viewer: real requests to a real socket.

use std::net::SocketAddr;

use axum::{
    body::{Body, to_bytes},
    http::{HeaderName, Method, Request, StatusCode, header},
};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use share::{CircleId, Key, ShareId, Token, TokenHash, paths};
use tokio::net::TcpStream;

use crate::site::Answer;

/// Random names and tokens.
pub fn fresh() -> [u8; 32] {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).unwrap();
    bytes
}

pub fn key() -> String {
    Key::from_bytes(fresh()).text()
}

pub fn hash(token: &Token) -> TokenHash {
    TokenHash::from_bytes(Sha256::digest(token.bytes()).into())
}

/// Something with the shape of a sealed file, of about so many bytes.
pub fn sealed(bytes: usize) -> String {
    let mut cipher = vec![0; bytes * 3 / 4 + 1];
    getrandom::fill(&mut cipher).unwrap();
    let text = |bytes: &[u8]| <base64ct::Base64UrlUnpadded as base64ct::Encoding>::encode_string(bytes);
    format!("{}..{}.{}.{}", text(br#"{"alg":"dir","enc":"A256GCM"}"#), text(&[1; 12]), text(&cipher), text(&[2; 16]))
}

pub fn now() -> i64 {
    server::clock::Clock::default().now()
}

/// One request on a connection of its own.
pub async fn send(to: SocketAddr, method: Method, path: &str, head: &[(HeaderName, String)], body: impl Into<Body>) -> Answer {
    try_send(to, method, path, head, body).await.unwrap()
}

/// The same; an error when no answer came.
pub async fn try_send(
    to: SocketAddr,
    method: Method,
    path: &str,
    head: &[(HeaderName, String)],
    body: impl Into<Body>,
) -> Result<Answer, Box<dyn std::error::Error + Send + Sync>> {
    let stream = TcpStream::connect(to).await?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    let connection = tokio::spawn(connection);
    let mut request = Request::builder().method(method).uri(path).header(header::HOST, to.to_string());
    for (name, value) in head {
        request = request.header(name, value);
    }
    let answer = sender.send_request(request.body(body.into())?).await?;
    let (parts, body) = answer.into_parts();
    let body = to_bytes(Body::new(body), usize::MAX).await?.to_vec();
    drop(sender);
    let _ = connection.await;
    Ok(Answer { status: parts.status, headers: parts.headers, body })
}

/// What an owner knows of a share.
#[derive(Clone, Debug)]
pub struct Mine {
    pub to: SocketAddr,
    pub id: ShareId,
    pub manage: Token,
    pub reply: Token,
    pub expires: i64,
}

pub fn bearer(token: &Token) -> (HeaderName, String) {
    (header::AUTHORIZATION, format!("{}{}", paths::BEARER, token.text()))
}

pub fn if_match(version: i64) -> (HeaderName, String) {
    (header::IF_MATCH, paths::tag(version))
}

pub fn attempt(key: &str) -> (HeaderName, String) {
    (HeaderName::from_static(paths::IDEMPOTENCY_KEY), key.to_owned())
}

impl Mine {
    pub fn new(to: SocketAddr) -> Mine {
        let token = || Token::from_bytes(fresh());
        Mine { to, id: ShareId::from_bytes(fresh()), manage: token(), reply: token(), expires: now() + 86_400 }
    }

    pub fn wanted(&self, passcode: Option<&str>) -> Value {
        json!({
            "id": self.id, "manage": hash(&self.manage), "reply": hash(&self.reply), "longTerm": true, "expires": self.expires,
            "passcode": passcode,
        })
    }

    pub async fn create(&self, passcode: Option<&str>) -> Answer {
        send(self.to, Method::POST, &paths::shares(), &[], self.wanted(passcode).to_string()).await
    }

    /// Made, with these files.
    pub async fn with_files(to: SocketAddr, passcode: Option<&str>, files: &[String]) -> Mine {
        let mine = Mine::new(to);
        assert_eq!(mine.create(passcode).await.status, StatusCode::CREATED);
        assert_eq!(mine.put(0, files, &key()).await.status, StatusCode::OK);
        mine
    }

    pub async fn put(&self, version: i64, files: &[String], key: &str) -> Answer {
        let files: Vec<Value> = files.iter().map(|jwe| json!({"jwe": jwe})).collect();
        let head = [bearer(&self.manage), if_match(version), attempt(key)];
        send(self.to, Method::PUT, &paths::files(&self.id), &head, json!({"files": files}).to_string()).await
    }

    pub async fn owner(&self, method: Method, path: &str, body: Value) -> Answer {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        send(self.to, method, path, &[bearer(&self.manage)], body).await
    }

    pub async fn status(&self) -> Answer {
        self.owner(Method::GET, &paths::share(&self.id), Value::Null).await
    }

    pub async fn change(&self, body: Value) -> Answer {
        self.owner(Method::PATCH, &paths::share(&self.id), body).await
    }

    pub async fn delete(&self) -> Answer {
        self.owner(Method::DELETE, &paths::share(&self.id), Value::Null).await
    }

    pub async fn reads(&self) -> Value {
        self.owner(Method::GET, &paths::reads(&self.id), Value::Null).await.json()
    }

    pub async fn replies(&self) -> Value {
        self.owner(Method::GET, &paths::replies(&self.id), Value::Null).await.json()
    }

    /// As a viewer.
    pub async fn read(&self, body: Value) -> Answer {
        let head = [(header::CONTENT_TYPE, "application/json".to_owned())];
        send(self.to, Method::POST, &paths::manifest(&self.id), &head, body.to_string()).await
    }
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|_| panic!("{} is no JSON: {:?}", self.status, String::from_utf8_lossy(&self.body)))
    }
}

/// A family's circle.
#[derive(Clone, Debug)]
pub struct Circle {
    pub to: SocketAddr,
    pub id: CircleId,
    pub token: Token,
}

impl Circle {
    pub fn new(to: SocketAddr) -> Circle {
        Circle { to, id: CircleId::from_bytes(fresh()), token: Token::from_bytes(fresh()) }
    }

    pub async fn ask(&self, method: Method, head: &[(HeaderName, String)], body: impl Into<Body>) -> Answer {
        let head = [&[bearer(&self.token)], head].concat();
        send(self.to, method, &paths::circle(&self.id), &head, body).await
    }

    pub async fn make(&self, body: &[u8]) -> Answer {
        self.ask(Method::PUT, &[(header::IF_NONE_MATCH, "*".into())], body.to_vec()).await
    }

    pub async fn put(&self, version: i64, body: &[u8], key: &str) -> Answer {
        self.ask(Method::PUT, &[if_match(version), attempt(key)], body.to_vec()).await
    }

    pub async fn get(&self) -> Answer {
        self.ask(Method::GET, &[], Body::empty()).await
    }
}
