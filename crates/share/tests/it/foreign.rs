//! Another implementation, alive: `kill-the-clipboard` reads the links that we make, and we read those that it makes. It is the narrowest reader
//! that we know.
//!
//! `./dev unit` fetches it from npm before it runs the tests; without it these tests fail and say so.

use serde_json::{Value, json};
use share::{
    ShareId,
    link::{Access, Expiry, Found, LinkSecret, NewLink, Term, read},
};
use std::{
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
};

const KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
/// Far in the future: it refuses what is past.
const END: u64 = 4_000_000_000;

/// Has jobs done and gives their results in the same order.
fn run(jobs: &[Value]) -> Vec<Value> {
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../end2end/foreign/link.mjs");
    let missing = "the other implementation is not here: run ./dev unit once";
    let mut child = Command::new("node").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect(missing);
    child.stdin.take().unwrap().write_all(Value::from(jobs).to_string().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{missing}");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn it_reads_our_links() {
    let secret = LinkSecret::from_base64url(KEY).unwrap();
    let id = ShareId::from_bytes(*b"0123456789abcdef0123456789abcdef");
    let mut jobs = Vec::new();
    let mut expected = Vec::new();
    for (term, asks_passcode, flag) in [
        (Term::LongTerm, false, Some("L")),
        (Term::LongTerm, true, Some("LP")),
        (Term::Unsaid, false, None),
        (Term::Unsaid, true, Some("P")),
        (Term::Until(END), false, None),
        (Term::Until(END), true, Some("P")),
    ] {
        for label in [None, Some("救急カード \"1\" <b> 🍎"), Some("Emergency card")] {
            let new = NewLink { server: "https://tsumugu.example", id: &id, secret: &secret, term, asks_passcode, label };
            for text in [new.bare().unwrap(), new.for_viewer("https://viewer.example/ja/v?x=1").unwrap()] {
                let exp = matches!(term, Term::Until(_)).then_some(END);
                let url = format!("https://tsumugu.example{}", share::paths::manifest(&id));
                jobs.push(json!({ "job": "read", "link": *text }));
                expected.push((url, flag, label, exp));
            }
        }
    }
    let whole = jobs.len();
    // The control: it does not read everything.
    let bad = jobs[0]["link"].as_str().unwrap().replace("shlink:/", "SHLINK:/");
    jobs.push(json!({ "job": "read", "link": bad }));
    let results = run(&jobs);
    for (result, (url, flag, label, exp)) in results.iter().zip(expected) {
        assert_eq!(result["url"], url, "{result}");
        assert_eq!(result["key"], KEY);
        assert_eq!((result["flag"].as_str(), result["label"].as_str(), result["exp"].as_u64()), (flag, label, exp));
    }
    assert!(results[whole]["error"].is_string());
}

#[test]
fn we_read_its_links() {
    let mut jobs = Vec::new();
    let flags: [(Option<&str>, Access, bool); 5] = [
        (None, Access::Manifest, false),
        (Some("L"), Access::Manifest, true),
        (Some("P"), Access::Passcode, false),
        (Some("LP"), Access::Passcode, true),
        (Some("U"), Access::Direct, false),
    ];
    for (flag, ..) in flags {
        for (label, seconds) in [(None, None), (Some("先生へ"), Some(END))] {
            jobs.push(json!({ "job": "make", "server": "https://a.example/m/", "flag": flag, "label": label, "seconds": seconds }));
        }
    }
    // What is absent is left out: it takes no null.
    jobs.iter_mut().for_each(|job| job.as_object_mut().unwrap().retain(|_, value| !value.is_null()));
    for (at, result) in run(&jobs).iter().enumerate() {
        let text = result["link"].as_str().unwrap_or_else(|| panic!("{result}"));
        for text in [text.to_owned(), format!("https://viewer.example/#{text}")] {
            let Ok(Found::Link(link)) = read(&text) else { panic!("{text}") };
            let (_, access, is_long_term) = flags[at / 2];
            assert_eq!(result["url"], link.url);
            assert_eq!(result["key"], *link.secret.expose_base64url());
            assert_eq!((link.access, link.is_long_term, link.label.as_deref()), (access, is_long_term, result["label"].as_str()));
            assert_eq!(link.expiry, result["exp"].as_u64().map(|seconds| Expiry { seconds }));
            assert_eq!(link.remarks, []);
        }
    }
}
