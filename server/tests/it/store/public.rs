//! As people reach it: by https under a name, through a proxy on the same machine.

use std::{fs, net::SocketAddr, path::Path, process::Command, sync::Arc};

use axum::{
    body::{Body, to_bytes},
    http::{HeaderName, Method, Request, StatusCode, header},
};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use server::{Addresses, Reach, database::Engine};
use share::paths;
use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
};
use tokio_rustls::{
    TlsAcceptor, TlsConnector,
    rustls::{
        ClientConfig, RootCertStore, ServerConfig,
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
    },
};

use super::{
    client::{Mine, sealed, send},
    harness::Running,
};
use crate::site::{Answer, empty};

const NAME: &str = "tsumugu.test";

/// A certificate of our own for one name, and its key.
fn certificate(folder: &Path) -> (CertificateDer<'static>, PrivateKeyDer<'static>) {
    let (certificate, key) = (folder.join("certificate"), folder.join("key"));
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-outform", "DER"])
        .args(["-subj", "/CN=tsumugu", "-addext", "basicConstraints=critical,CA:FALSE", "-addext"])
        .arg(format!("subjectAltName=DNS:{NAME}"))
        .arg("-out")
        .arg(&certificate)
        .arg("-keyout")
        .arg(&key)
        .output();
    let made = made.unwrap_or_else(|error| panic!("openssl is not there: {error}"));
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let key = PrivateKeyDer::from_pem_file(key).unwrap();
    (CertificateDer::from(fs::read(certificate).unwrap()), key)
}

/// A proxy that ends TLS for one name, with a certificate of its own; and a client that trusts nothing but that.
async fn proxy(folder: &Path, to: SocketAddr) -> (SocketAddr, TlsConnector) {
    let (certificate, key) = certificate(folder);
    let server = ServerConfig::builder().with_no_client_auth().with_single_cert(vec![certificate.clone()], key).unwrap();
    let mut roots = RootCertStore::empty();
    roots.add(certificate).unwrap();
    let client = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(server));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let Ok(mut outside) = acceptor.accept(stream).await else { return };
                let mut inside = TcpStream::connect(to).await.unwrap();
                let _ = copy_bidirectional(&mut outside, &mut inside).await;
            });
        }
    });
    (address, TlsConnector::from(Arc::new(client)))
}

async fn ask(to: SocketAddr, tls: &TlsConnector, name: &'static str, method: Method, path: &str, body: String) -> std::io::Result<Answer> {
    let stream = tls.connect(name.try_into().unwrap(), TcpStream::connect(to).await?).await?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    let request = Request::builder().method(method).uri(path).header(header::HOST, name).body(Body::from(body)).unwrap();
    let (parts, body) = sender.send_request(request).await.unwrap().into_parts();
    let body = to_bytes(Body::new(body), usize::MAX).await.unwrap().to_vec();
    Ok(Answer { status: parts.status, headers: parts.headers, body })
}

/// The addresses that are given out are https under the name, and a viewer that comes that way reads the file.
#[tokio::test]
async fn by_https_under_a_name() {
    let folder = empty("https");
    let engine = Engine::sqlite(&folder.database()).unwrap();
    let reach = Reach { public: Some(format!("https://{NAME}")), tls: true, addresses: Addresses::Proxy };
    let server = Running::start(folder, engine, reach).await;
    let (address, tls) = proxy(&server.folder.0, server.address).await;
    let file = sealed(4000);
    let mine = Mine::with_files(server.address, None, std::slice::from_ref(&file)).await;
    let body = json!({"recipient": "Dr", "embeddedLengthMax": 0}).to_string();
    let manifest = ask(address, &tls, NAME, Method::POST, &paths::manifest(&mine.id), body).await.unwrap();
    assert!(manifest.header(header::STRICT_TRANSPORT_SECURITY).starts_with("max-age=63072000"));
    let location: Value = manifest.json()["files"][0]["location"].clone();
    let path = location.as_str().unwrap().strip_prefix("https://tsumugu.test").unwrap();
    let got = ask(address, &tls, NAME, Method::GET, path, String::new()).await.unwrap();
    assert_eq!((got.status, got.body.as_slice()), (StatusCode::OK, file.as_bytes()));
    // The control: under another name the certificate is none.
    assert!(ask(address, &tls, "other.test", Method::GET, path, String::new()).await.is_err());
    server.stop().await;
}

/// What a client writes into `X-Forwarded-For` itself gives it no second budget: the proxy adds the address that counts behind it.
#[tokio::test]
async fn an_invented_address_is_none() {
    let folder = empty("forwarded");
    let engine = Engine::sqlite(&folder.database()).unwrap();
    let server = Running::start(folder, engine, Reach { public: None, tls: false, addresses: Addresses::Proxy }).await;
    let create = async |number: u32, by: &str| {
        let forwarded = format!("203.0.113.{}, {by}", number % 250);
        let head = [(HeaderName::from_static("x-forwarded-for"), forwarded)];
        send(server.address, Method::POST, &paths::shares(), &head, Mine::new(server.address).wanted(None).to_string()).await
    };
    let mut refused = Vec::new();
    for number in 0..90 {
        let answer = create(number, "192.0.2.1").await;
        if answer.status != StatusCode::CREATED {
            refused.push(answer);
        }
    }
    assert!((20..=30).contains(&refused.len()), "{}", refused.len());
    for answer in &refused {
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
        let seconds: u64 = answer.header(header::RETRY_AFTER).parse().unwrap();
        assert!((1..=3).contains(&seconds));
    }
    assert_eq!(create(0, "192.0.2.2").await.status, StatusCode::CREATED, "somebody else");
    // Numbers are for this machine: what came through the proxy gets none.
    let asked = [(HeaderName::from_static("x-forwarded-for"), "192.0.2.1".to_owned())];
    assert_eq!(send(server.address, Method::GET, "/metrics", &asked, "").await.status, StatusCode::NOT_FOUND);
    let here = send(server.address, Method::GET, "/metrics", &[], "").await;
    let text = here.text();
    assert!(
        text.contains("tsumugu_writes_total ") && text.contains("route=\"/api/v1/shares\"") && text.contains("status=\"4xx\""),
        "{text}"
    );
    assert!(!text.contains("192.0.2") && !text.contains("203.0"), "{text}");
    server.stop().await;
}
