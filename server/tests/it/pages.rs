//! The pages, the start module, and a server that refuses to start with a site that would not work.

use std::fs;

use app::routes;
use axum::http::StatusCode;
use server::{
    Live,
    site::{
        Site, SiteError,
        asset::{integrity, short_name},
        page,
        start::StartError,
    },
};

use crate::site::{config, folder, get, services};

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split_once(before).unwrap_or_else(|| panic!("no {before}")).1.split_once(after).unwrap().0
}

#[tokio::test]
async fn every_page_in_both_languages() {
    for service in services().await {
        for path in routes::paths() {
            let answer = get(&service, &path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            let html = answer.text();
            let lang = if path == "/en" || path.starts_with("/en/") { "en" } else { "ja" };
            assert!(html.starts_with("<!DOCTYPE html>") && html.contains(&format!("lang=\"{lang}\"")), "{path}");
            assert!(html.trim_end().ends_with("</html>"));
            assert_eq!(page::check(html), Ok(()), "{path}");
            // What Leptos would send along if a page asked the server for data while it is rendered.
            for word in ["__RESOLVED_RESOURCES", "__INCOMPLETE_CHUNKS", "__SERIALIZED_ERRORS", "<script>"] {
                assert!(!html.contains(word), "{word} in {path}");
            }
        }
    }
}

#[tokio::test]
async fn help_and_about_stand_there_before_any_code_runs() {
    for service in services().await {
        for (prefix, signs, not) in
            [("", "呼んでもこたえない", "医療機器ではありません"), ("/en", "No answer when called", "not a medical device")]
        {
            let help = get(&service, &format!("{prefix}/help")).await;
            let first = help.text().find("href=\"tel:").unwrap();
            assert!(help.text()[first..].starts_with("href=\"tel:119\""), "119 comes first");
            for part in ["href=\"tel:%237119\"", "href=\"tel:0368101636\"", signs] {
                assert!(help.text().contains(part), "{part}");
            }
            let links: Vec<&str> = help.text().split("href=\"#").skip(1).map(|rest| rest.split_once('"').unwrap().0).collect();
            assert!(links.len() > 10);
            for id in links {
                assert!(help.text().contains(&format!("id=\"{id}\"")), "nothing stands at #{id}");
            }
            assert!(get(&service, &format!("{prefix}/about")).await.text().contains(not));
        }
    }
}

#[tokio::test]
async fn hashes_are_those_of_the_bytes_sent() {
    for service in services().await {
        let html = get(&service, "/").await;
        let module = between(html.text(), "type=\"module\" src=\"", "\"");
        let (before, after) = html.text().split_once("type=\"module\"").unwrap();
        let dress = get(&service, between(before, "<script src=\"", "\"")).await;
        assert_eq!(between(before, "integrity=\"", "\""), integrity(&dress.body));
        assert!(dress.text().contains("tsumugu.settings"));
        let hash = between(after, "integrity=\"", "\"");
        let answer = get(&service, module).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(hash, integrity(&answer.body));
        assert_eq!(module, format!("/pkg/start.{}.js", short_name(&answer.body)));
        let code = answer.text();
        let wasm = get(&service, between(code, "wasm: \"", "\"")).await;
        assert_eq!(between(code, "integrity: \"", "\""), integrity(&wasm.body));
        assert!(!code.contains("import.meta") && !code.contains("export {"));
    }
}

#[tokio::test]
async fn rendering_twice_gives_the_same_bytes() {
    let made_up = folder("twice");
    let (one, two) = (Site::load(&config(&made_up.0)).await.unwrap(), Site::load(&config(&made_up.0)).await.unwrap());
    for path in one.paths() {
        assert_eq!(one.get(path).unwrap().plain, two.get(path).unwrap().plain, "{path}");
    }
}

#[tokio::test]
async fn a_site_that_would_not_work_is_refused() {
    let made_up = folder("broken");
    let (root, config) = (&made_up.0, config(&made_up.0));
    let loader = root.join("pkg/tsumugu.A-b_c.js");
    let good = fs::read_to_string(&loader).unwrap();

    fs::write(&loader, format!("import {{ a }} from './snippets/a.js';\n{good}")).unwrap();
    assert!(matches!(Site::load(&config).await, Err(SiteError::Start(StartError::Import(_)))));
    fs::write(root.join("pkg/other.js"), &good).unwrap();
    assert!(matches!(Site::load(&config).await, Err(SiteError::Several("js"))));
    fs::remove_file(root.join("pkg/other.js")).unwrap();
    fs::remove_file(&loader).unwrap();
    let error = Site::load(&config).await.unwrap_err();
    assert!(matches!(&error, SiteError::Read(name, _) if name == "pkg/*.js"), "{error}");
    fs::write(&loader, &good).unwrap();

    fs::write(root.join("video.mp4"), "").unwrap();
    assert!(matches!(Site::load(&config).await, Err(SiteError::Kind(path)) if path == "/video.mp4"));
    fs::remove_file(root.join("video.mp4")).unwrap();
    fs::write(root.join("sw.js"), "").unwrap();
    assert!(matches!(Site::load(&config).await, Err(SiteError::Worker(_))));
}

#[tokio::test]
async fn a_developer_sees_a_change_at_once() {
    let made_up = folder("watch");
    let live = Live::load(&server::Config { watch: true, ..config(&made_up.0) }).await.unwrap();
    let style = |site: &Site| site.paths().find(|path| path.ends_with(".css")).unwrap().to_owned();
    let before = live.site().await;
    assert_eq!(style(&before), style(live.site().await.as_ref()));
    assert!(before.get("/sw.js").unwrap().plain.starts_with(b"self.addEventListener(\"install\""), "no worker keeps old files");
    // As the build tool does it after the first build: a file without a hash in its name beside the one with.
    fs::write(made_up.0.join("pkg/tsumugu.css"), "body { color: #222 }").unwrap();
    assert_ne!(style(&before), style(live.site().await.as_ref()));
    // In the middle of a build nothing is there: the last good site stays.
    fs::remove_dir_all(made_up.0.join("pkg")).unwrap();
    assert!(live.site().await.get("/").is_some());
}
