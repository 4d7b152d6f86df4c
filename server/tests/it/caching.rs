//! Encodings, tags, how long an answer may be kept, and what is not there.

use axum::http::{Method, StatusCode, header};

use crate::site::{ask, get, get_brotli, services, states};

#[tokio::test]
async fn brotli_and_plain_are_the_same_content() {
    for (state, service) in states().await.iter().zip(services().await) {
        for path in state.site().await.addresses() {
            let plain = get(&service, path).await;
            let (brotli, unpacked) = get_brotli(&service, path).await;
            assert_eq!(plain.status, StatusCode::OK);
            assert_eq!(plain.body, unpacked, "{path}");
            assert_eq!(plain.header(header::ETAG), brotli.header(header::ETAG));
            assert_eq!(plain.header(header::CONTENT_ENCODING), "");
            assert_eq!(brotli.header(header::CONTENT_LENGTH), brotli.body.len().to_string());
            let compressed = brotli.header(header::CONTENT_ENCODING) == "br";
            assert_eq!(compressed, !path.ends_with(".png") && path != "/SHA256SUMS.txt", "{path}");
            assert_eq!(plain.header(header::VARY), if compressed { "accept-encoding" } else { "" });
        }
    }
}

#[tokio::test]
async fn how_long_and_what_kind() {
    for (state, service) in states().await.iter().zip(services().await) {
        for path in state.site().await.addresses() {
            let answer = get(&service, path).await;
            let (kept, kind) = match path.rsplit_once('.').map(|(_, end)| end) {
                Some("txt") if path == "/SHA256SUMS.txt" => ("no-cache", "text/plain; charset=utf-8"),
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
    for (state, service) in states().await.iter().zip(services().await) {
        for path in state.site().await.addresses() {
            let first = get(&service, path).await;
            let tag = first.header(header::ETAG);
            for method in [Method::GET, Method::HEAD] {
                let again = ask(&service, method, path, &[(header::IF_NONE_MATCH, tag)]).await;
                assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0), "{path}");
                for name in [header::ETAG, header::CACHE_CONTROL, header::VARY] {
                    assert_eq!(again.headers.get(&name), first.headers.get(&name), "{name} of {path}");
                }
            }
            // A proxy that compresses may have taken the mark of weakness away; a list is searched.
            let strong = tag.trim_start_matches("W/");
            for (asked, status) in [
                (strong.to_owned(), StatusCode::NOT_MODIFIED),
                (format!("\"x\", {tag}"), StatusCode::NOT_MODIFIED),
                ("*".to_owned(), StatusCode::NOT_MODIFIED),
                ("\"other\"".to_owned(), StatusCode::OK),
            ] {
                let answer = ask(&service, Method::GET, path, &[(header::IF_NONE_MATCH, &asked)]).await;
                assert_eq!(answer.status, status, "{asked}");
            }
            assert_eq!(first.header(header::LAST_MODIFIED), "");
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
            "/theme.js",
            "/start.js",
            "/hash.txt",
            "/pkg",
            "/pkg/tsumugu.js",
            "/api/v1/nothing",
            "//",
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/index.html",
            "/card.html",
            "/404",
            "/404.html",
            "/sw.js.br",
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
async fn a_part_of_a_file() {
    for (state, service) in states().await.iter().zip(services().await) {
        let site = state.site().await;
        let wasm = site.addresses().find(|path| path.ends_with(".wasm")).unwrap();
        let whole = get(&service, wasm).await;
        let part = ask(&service, Method::GET, wasm, &[(header::RANGE, "bytes=4-7")]).await;
        assert_eq!((part.status, part.body.as_slice()), (StatusCode::PARTIAL_CONTENT, &whole.body[4..8]));
        assert_eq!(part.header(header::CONTENT_RANGE), format!("bytes 4-7/{}", whole.body.len()));
        let far = ask(&service, Method::GET, wasm, &[(header::RANGE, "bytes=999999999-")]).await;
        assert_eq!(far.status, StatusCode::RANGE_NOT_SATISFIABLE);
        // A weak tag does not promise the same bytes: the whole file, not a part of another.
        let tag = whole.header(header::ETAG);
        let again = ask(&service, Method::GET, wasm, &[(header::RANGE, "bytes=4-7"), (header::IF_RANGE, tag)]).await;
        assert_eq!((again.status, again.body.len()), (StatusCode::OK, whole.body.len()));
    }
}
