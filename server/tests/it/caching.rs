//! Encodings, tags, how long an answer may be kept, and what is not there.

use std::{fs, io::Write};

use axum::http::{Method, StatusCode, header};
use server::site::{Site, asset::unpacks_to};

use crate::site::{ask, config, folder, get, get_brotli, services, sites};

#[tokio::test]
async fn brotli_and_plain_are_the_same_content() {
    for (live, service) in sites().await.iter().zip(services().await) {
        for path in live.site().await.paths() {
            let plain = get(&service, path).await;
            let (brotli, unpacked) = get_brotli(&service, path).await;
            assert_eq!(plain.status, StatusCode::OK);
            assert_eq!(plain.body, unpacked, "{path}");
            assert_eq!(plain.header(header::ETAG), brotli.header(header::ETAG));
            assert_eq!(plain.header(header::CONTENT_ENCODING), "");
            assert_eq!(brotli.header(header::CONTENT_LENGTH), brotli.body.len().to_string());
            let squeezed = brotli.header(header::CONTENT_ENCODING) == "br";
            assert_eq!(squeezed, !path.ends_with(".png"), "{path}");
            assert_eq!(plain.header(header::VARY), if squeezed { "accept-encoding" } else { "" });
        }
    }
}

#[tokio::test]
async fn how_long_and_what_kind() {
    for (live, service) in sites().await.iter().zip(services().await) {
        for path in live.site().await.paths() {
            let answer = get(&service, path).await;
            let (kept, kind) = match path.rsplit_once('.').map(|(_, end)| end) {
                None => ("no-cache", "text/html; charset=utf-8"),
                Some("js") if path == "/sw.js" => ("no-cache", "text/javascript; charset=utf-8"),
                Some("js") => ("public, max-age=31536000, immutable", "text/javascript; charset=utf-8"),
                Some("wasm") => ("public, max-age=31536000, immutable", "application/wasm"),
                Some("css") => ("public, max-age=31536000, immutable", "text/css; charset=utf-8"),
                Some("webmanifest") => ("public, max-age=3600", "application/manifest+json"),
                Some("png") => ("public, max-age=3600", "image/png"),
                Some("svg") => ("public, max-age=3600", "image/svg+xml"),
                Some("txt") => ("public, max-age=3600", "text/plain; charset=utf-8"),
                Some(other) => panic!("a kind nobody thought of: {other}"),
            };
            assert_eq!((answer.header(header::CACHE_CONTROL), answer.header(header::CONTENT_TYPE)), (kept, kind), "{path}");
        }
    }
}

#[tokio::test]
async fn what_is_known_is_not_sent_again() {
    for (live, service) in sites().await.iter().zip(services().await) {
        for path in live.site().await.paths() {
            let first = get(&service, path).await;
            let tag = first.header(header::ETAG);
            for method in [Method::GET, Method::HEAD] {
                let again = ask(&service, method, path, &[(header::IF_NONE_MATCH, tag)]).await;
                assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0), "{path}");
                for name in [header::ETAG, header::CACHE_CONTROL, header::VARY] {
                    assert_eq!(again.headers.get(&name), first.headers.get(&name), "{name} of {path}");
                }
            }
            let other = ask(&service, Method::GET, path, &[(header::IF_NONE_MATCH, "\"other\"")]).await;
            assert_eq!(other.status, StatusCode::OK);
        }
    }
}

#[tokio::test]
async fn what_is_not_there() {
    for service in services().await {
        let missing = [
            "/nothing",
            "/card/nothing",
            "/en/nothing",
            "/dress.js",
            "/start.js",
            "/hash.txt",
            "/pkg",
            "/pkg/tsumugu.js",
            "/api/v1/shares",
            "//",
            "/../Cargo.toml",
        ];
        for path in missing {
            let answer = get(&service, path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            let text = answer.text();
            assert!(text.contains("href=\"/\"") && text.contains("href=\"/en\"") && text.contains("lang=\"en\""));
            let style = text.split("stylesheet\" href=\"").nth(1).unwrap().split('"').next().unwrap();
            assert_eq!(get(&service, style).await.status, StatusCode::OK, "the style sheet of the 404 page");
        }
    }
}

#[tokio::test]
async fn a_slash_at_the_end_leads_to_the_page() {
    for service in services().await {
        for (from, to) in [("/card/", "/card"), ("/en/", "/en"), ("/en/card/?a=b", "/en/card?a=b"), ("/show//", "/show")] {
            let answer = get(&service, from).await;
            assert_eq!((answer.status, answer.header(header::LOCATION)), (StatusCode::PERMANENT_REDIRECT, to));
        }
        assert_eq!(get(&service, "//example.org/").await.status, StatusCode::NOT_FOUND);
        assert_eq!(get(&service, "/show?openExternalBrowser=1").await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn health() {
    for service in services().await {
        let answer = get(&service, "/healthz").await;
        assert_eq!((answer.status, answer.text(), answer.header(header::CACHE_CONTROL)), (StatusCode::OK, "ok", "no-store"));
    }
}

#[tokio::test]
async fn a_squeezed_copy_of_the_build_is_used_when_it_is_right() {
    let made_up = folder("squeezed");
    let (manifest, icon) = (made_up.0.join("manifest.webmanifest"), made_up.0.join("icon.svg"));
    let weakly = |plain: &[u8]| {
        let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 5, 18);
        writer.write_all(plain).unwrap();
        writer.into_inner()
    };
    let right = weakly(&fs::read(&manifest).unwrap());
    fs::write(made_up.0.join("manifest.webmanifest.br"), &right).unwrap();
    fs::write(made_up.0.join("icon.svg.br"), weakly(b"another file")).unwrap();
    let site = Site::load(&config(&made_up.0)).await.unwrap();
    assert_eq!(site.get("/manifest.webmanifest").unwrap().brotli.as_deref(), Some(right.as_slice()));
    let squeezed = site.get("/icon.svg").unwrap().brotli.clone().unwrap();
    assert!(unpacks_to(&squeezed, &fs::read(&icon).unwrap()));
    assert!(site.get("/manifest.webmanifest.br").is_none() && site.get("/icon.svg.br").is_none());
}
