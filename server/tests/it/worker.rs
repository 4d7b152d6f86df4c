//! The list in `/sw.js`.

use std::collections::BTreeMap;

use app::routes;
use axum::http::StatusCode;
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

use crate::site::{get, services, states};

/// The paths and hashes of one list.
fn list(worker: &str, name: &str) -> Vec<(String, String)> {
    let start = worker.split_once(&format!("const {name} = {{\n")).unwrap().1;
    let lines = start.split_once("};").unwrap().0;
    let unquoted = |text: &str| text.trim().trim_matches('"').to_owned();
    lines
        .lines()
        .map(|line| line.trim_end_matches(',').split_once("\": ").unwrap())
        .map(|(path, hash)| (unquoted(path), unquoted(hash)))
        .collect()
}

#[tokio::test]
async fn holds_every_page_and_file_once() {
    for (state, service) in states().await.iter().zip(services().await) {
        let worker = get(&service, "/sw.js").await;
        let (pages, files) = (list(worker.text(), "PAGES"), list(worker.text(), "FILES"));
        let mut expected = routes::paths();
        expected.sort();
        assert_eq!(pages.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>(), expected);

        let all: BTreeMap<_, _> = pages.iter().chain(&files).cloned().collect();
        assert_eq!(all.len(), pages.len() + files.len(), "one path twice");
        let site = state.site().await;
        for path in site.addresses() {
            assert_eq!(all.contains_key(path), !matches!(path, "/sw.js" | "/robots.txt" | "/SHA256SUMS.txt"), "{path}");
        }
        for (path, hash) in &all {
            let answer = get(&service, path).await;
            assert_eq!(answer.status, StatusCode::OK);
            assert_eq!(*hash, format!("sha256-{}", Base64::encode_string(&Sha256::digest(&answer.body))), "{path}");
        }
        for end in [".wasm", ".css", ".js", "/manifest.webmanifest", "/manifest.en.webmanifest", "/icon.svg", "/icon-180.png"] {
            assert!(files.iter().any(|(path, _)| path.ends_with(end)), "{end}");
        }
    }
}

#[tokio::test]
async fn everything_a_page_names_is_kept() {
    for service in services().await {
        let worker = get(&service, "/sw.js").await;
        let files: BTreeMap<_, _> = list(worker.text(), "FILES").into_iter().collect();
        for path in ["/", "/en", "/show", "/nothing"] {
            let html = get(&service, path).await;
            let head = html.text().split_once("</head>").unwrap().0;
            let named = head.split("href=\"").chain(head.split("src=\"")).skip(1).map(|rest| rest.split('"').next().unwrap());
            for file in named.filter(|text| text.starts_with('/')) {
                assert!(files.contains_key(file), "{file}, named by {path}");
            }
        }
        for manifest in ["/manifest.webmanifest", "/manifest.en.webmanifest"] {
            let text = get(&service, manifest).await;
            for file in text.text().split("\"src\": \"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                assert!(files.contains_key(file), "{file}, named by {manifest}");
            }
            for page in text.text().split("\"url\": \"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                assert!(routes::paths().iter().any(|path| path == page), "{page}, named by {manifest}");
            }
        }
    }
}

#[tokio::test]
async fn leaves_no_place_open() {
    for service in services().await {
        let worker = get(&service, "/sw.js").await;
        assert!(!worker.text().contains("\"@"));
        assert_eq!(worker.text().split_once("const VERSION = \"").unwrap().1.find('"'), Some(16));
    }
}
