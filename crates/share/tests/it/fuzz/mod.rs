//! Links that nobody wrote, as in `crates/store/src/fuzz`, which says how.
//!
//! A run takes `TSUMUGU_FUZZ_SECONDS`, two seconds in the unit tests (`./dev fuzz` gives it 60).

#[path = "../../../../store/src/fuzz/change.rs"]
mod change;
#[path = "../../../../store/src/fuzz/run.rs"]
mod run;
#[path = "../../../../store/src/fuzz/slowest.rs"]
mod slowest;

use base64ct::{Base64UrlUnpadded, Encoding};
use change::Choices;
use run::run;
use serde_json::Value;
use share::link::{Found, LABEL_CHARS, LinkSecret, read};

/// What is followed can be followed without harm; what is not has a reason that says nothing of the text.
fn check(text: &str) {
    match slowest::timed(text.as_bytes(), |_| read(text)) {
        Ok(Found::Link(link)) => {
            assert!(link.url.starts_with("https://") || link.url.starts_with("http://"), "an address of the web");
            assert!(link.url.len() <= 2_048 && link.url.bytes().all(|byte| byte.is_ascii_graphic()));
            let secret = link.secret.expose_base64url();
            assert!(LinkSecret::from_base64url(&secret).is_some());
            assert!(link.label.is_none_or(|label| label.chars().count() <= LABEL_CHARS && !label.chars().any(char::is_control)));
        }
        Ok(Found::Newer { label }) => assert!(label.is_none_or(|label| label.chars().count() <= LABEL_CHARS)),
        Ok(Found::Neighbour(_)) => {}
        Err(error) => assert!(error.to_string().len() > 10),
    }
}

/// The payload changed by its structure and put back behind what stood before it.
fn changed_payload(text: &str, choices: &mut Choices<'_>) -> Option<String> {
    let (before, payload) = text.split_once("shlink:/")?;
    let mut value: Value = serde_json::from_slice(&Base64UrlUnpadded::decode_vec(payload).ok()?).ok()?;
    change::json(&mut value, choices);
    Some(format!("{before}shlink:/{}", Base64UrlUnpadded::encode_string(value.to_string().as_bytes())))
}

#[test]
fn fuzz_link() {
    run("link", |seed, choices| {
        let text = std::str::from_utf8(seed).unwrap();
        if choices.below(3) != 1
            && let Some(changed) = changed_payload(text, choices)
        {
            return check(&changed);
        }
        let mut bytes = seed.to_vec();
        change::bytes(&mut bytes, choices);
        check(&String::from_utf8_lossy(&bytes));
    });
}
