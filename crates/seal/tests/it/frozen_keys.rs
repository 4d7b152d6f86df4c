//! What is sealed with keys (version 3) opens for ever: the files of our own, and those of another implementation.
//!
//! A case of our own is added by writing it without `sealed` and running `version_3_is_still_what_is_written` with `SEAL_FREEZE=1` in the
//! environment. `v3-foreign.json` was made by `end2end/foreign/seal.mjs`, its passphrase wrap with argon2-cffi and the AES-GCM of Python's
//! `cryptography`, from the documentation alone.

use crate::material::{Material, bytes, words};
use seal::{
    ContentKey, Ephemeral, Fresh, LinkKey, Nonce, Padding, Passphrase, PrivateKey, Purpose, open_content, open_file, open_letter,
    seal_content, seal_file, seal_letter, unwrap_for, unwrap_with_link, unwrap_with_passphrase, wrap_for, wrap_with_link,
    wrap_with_passphrase,
};
use serde_json::Value;

fn array<const N: usize>(case: &Material, field: &str) -> [u8; N] {
    bytes(case.text(field)).try_into().unwrap()
}

fn purpose(case: &Material) -> Purpose<'_> {
    Purpose { kind: case.text("kind"), owner: case.text("owner") }
}

fn content_key(case: &Material) -> ContentKey {
    ContentKey::from_random(array(case, "key")).unwrap()
}

fn link(case: &Material) -> LinkKey {
    LinkKey::from_base64url(case.text("link")).unwrap()
}

fn own(case: &Material) -> PrivateKey {
    PrivateKey::from_base64url(case.text("secret")).unwrap()
}

fn passphrase(case: &Material) -> Passphrase {
    Passphrase::from_typed(case.text("passphrase"))
}

/// Opens a case and says what was in it, as it stands in the case.
fn opened(case: &Material) -> String {
    let sealed = case.text("sealed");
    let key = match case.text("what") {
        "content" => {
            let (head, content) = open_content(&content_key(case), purpose(case), sealed).unwrap();
            assert_eq!(Some(head.counter), case.value["counter"].as_u64());
            return words(&content);
        }
        "letter" => return words(&open_letter(&own(case), purpose(case), sealed).unwrap()),
        "file" => return words(&open_file(&link(case), sealed).unwrap().content),
        "wrap-passphrase" => unwrap_with_passphrase(purpose(case), &passphrase(case), sealed),
        "wrap-link" => unwrap_with_link(purpose(case), &link(case), sealed),
        "wrap-for" => unwrap_for(purpose(case), &own(case), sealed),
        what => panic!("{what}"),
    };
    assert!(key.unwrap().id() == content_key(case).id());
    case.text("key").to_owned()
}

fn expected(case: &Material) -> &str {
    if case.text("what").starts_with("wrap") { case.text("key") } else { case.text("content") }
}

/// The same once more, with the same random bytes.
fn sealed(case: &Material) -> String {
    let nonce = || Nonce::from_random(array(case, "random")).unwrap();
    let ephemeral = || Ephemeral::from_random(array(case, "random")).unwrap();
    match case.text("what") {
        "content" => {
            let counter = case.value["counter"].as_u64().unwrap();
            seal_content(&content_key(case), nonce(), purpose(case), counter, &bytes(case.text("content")))
        }
        "letter" => seal_letter(&own(case).public(), ephemeral(), purpose(case), &bytes(case.text("content"))),
        "file" => seal_file(&link(case), nonce(), "application/fhir+json", Padding::None, &bytes(case.text("content"))),
        "wrap-passphrase" => {
            wrap_with_passphrase(&content_key(case), purpose(case), &passphrase(case), Fresh::from_random(array(case, "random")))
        }
        "wrap-link" => wrap_with_link(&content_key(case), purpose(case), &link(case), nonce()),
        "wrap-for" => wrap_for(&content_key(case), purpose(case), &own(case).public(), ephemeral()),
        what => panic!("{what}"),
    }
    .unwrap()
}

#[test]
fn version_3_opens_for_ever() {
    for (name, number) in [("v3-ours.json", 6), ("v3-foreign.json", 5)] {
        let cases = Material::read(name).cases();
        assert!(cases.len() >= number, "a frozen case is gone");
        for case in cases {
            assert_eq!(opened(&case), expected(&case), "{name}: {}", case.text("what"));
        }
    }
}

#[test]
fn version_3_is_still_what_is_written() {
    let mut file = Material::read("v3-ours.json");
    if std::env::var_os("SEAL_FREEZE").is_some() {
        for case in file.value["cases"].as_array_mut().unwrap() {
            if case.get("sealed").is_none() {
                case["sealed"] = Value::from(sealed(&Material { value: case.clone() }));
            }
        }
        file.write("v3-ours.json");
    }
    for case in file.cases() {
        assert_eq!(sealed(&case), case.text("sealed"), "{}", case.text("what"));
    }
}

/// The names and tokens that stand in the database of a server.
#[test]
fn what_is_derived_never_changes() {
    let file = Material::read("v3-ours.json");
    let derived = Material { value: file.value["derived"].clone() };
    assert_eq!(content_key(&derived).id().to_base64url(), derived.text("key_id"));
    assert_eq!(*link(&derived).reply_token().expose_base64url(), derived.text("reply_token"));
    assert_eq!(link(&derived).reply_key().id().to_base64url(), derived.text("reply_key_id"));
    assert_eq!(own(&derived).public().fingerprint().to_base64url(), derived.text("fingerprint"));
}
