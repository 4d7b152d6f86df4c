//! The pages and the start module.

use std::collections::BTreeSet;

use app::routes;
use axum::http::StatusCode;
use server::render::{integrity, short_name};

use crate::{
    policy,
    site::{get, services},
};

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split_once(before).unwrap_or_else(|| panic!("no {before}")).1.split_once(after).unwrap().0
}

#[tokio::test]
async fn every_page_in_both_languages() {
    for service in services().await {
        assert_eq!(policy::blocked(get(&service, "/nothing").await.text()), Vec::<String>::new(), "the page for what is not there");
        let mut titles = BTreeSet::new();
        for path in routes::paths() {
            let answer = get(&service, &path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            let html = answer.text();
            let lang = if path == "/en" || path.starts_with("/en/") { "en" } else { "ja" };
            assert!(html.starts_with(&format!("<!DOCTYPE html><html lang=\"{lang}\">")), "{path}");
            // leptos_meta writes the title as it is: signs of HTML in it would be markup.
            let title = between(html, "<title>", "</title>");
            assert!(!title.is_empty() && !title.contains(['<', '&']), "{path}");
            assert!(titles.insert(title.to_owned()), "{path} is called like another page: {title}");
            assert_eq!((html.matches("<main ").count(), html.matches("<h1 ").count()), (1, 1), "{path}");
            assert!(html.trim_end().ends_with("</html>"));
            assert_eq!(policy::blocked(html), Vec::<String>::new(), "{path}");
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
        let theme = get(&service, between(before, "<script src=\"", "\"")).await;
        assert_eq!(between(before, "integrity=\"", "\""), integrity(&theme.body));
        assert!(theme.text().contains("tsumugu.settings"));
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

/// Sources of which it is not known that they answer to https; a browser tries that by itself.
const HTTP: [&str; 3] = ["http://chiba-hokusei119.jp/", "http://bihoku.aichi.med.or.jp/", "http://ikisini.com/"];

#[tokio::test]
async fn links_lead_out_by_https() {
    for service in services().await {
        let mut seen = BTreeSet::<&str>::new();
        for path in routes::paths() {
            let html = get(&service, &path).await;
            for address in
                html.text().split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).filter(|to| to.starts_with("http"))
            {
                let known = HTTP.iter().find(|host| address.starts_with(*host));
                assert!(address.starts_with("https://") || known.is_some(), "{address} on {path}");
                seen.extend(known.copied());
            }
        }
        assert_eq!(seen.len(), HTTP.len(), "an exception that nobody needs any more");
    }
}
