//! Files of links: compact JWE of `jose` and of `jwcrypto`.

use super::{Foreign, Numbers};
use crate::material::words;
use seal::{LinkKey, Nonce, Padding, open_file, seal_file};
use serde_json::json;

const CASES: usize = 1_000;
const FHIR: &str = "application/fhir+json";

fn they_open_our_files(they: &Foreign) {
    let mut numbers = Numbers(1);
    let mut jobs = Vec::new();
    let mut contents = Vec::new();
    for at in 0..CASES {
        let key = LinkKey::from_random(numbers.array()).unwrap();
        let content = numbers.content(at);
        let jwe = seal_file(&key, Nonce::from_random(numbers.array()).unwrap(), FHIR, Padding::None, &content).unwrap();
        jobs.push(json!({ "job": "jwe-open", "key": *key.expose_base64url(), "jwe": jwe }));
        contents.push(content);
    }
    for (result, content) in they.run(jobs).iter().zip(&contents) {
        assert_eq!(result["content"], words(content), "{result}");
        assert_eq!(result["header"], json!({ "alg": "dir", "enc": "A256GCM", "cty": FHIR }));
    }
}

fn we_open_their_files(they: &Foreign) {
    let mut numbers = Numbers(1);
    let mut jobs = Vec::new();
    for at in 0..CASES {
        let key = LinkKey::from_random(numbers.array()).unwrap();
        let mut content = numbers.content(at);
        let header = [json!({ "cty": FHIR }), json!({ "zip": "DEF" }), json!({ "cty": FHIR, "zip": "DEF", "kid": "x" })][at % 3].clone();
        // Half of them something that can be compressed.
        if at.is_multiple_of(2) {
            content.iter_mut().for_each(|byte| *byte = b'a' + *byte % 4);
        }
        jobs.push(json!({ "job": "jwe-seal", "key": *key.expose_base64url(), "header": header, "content": words(&content) }));
    }
    for (result, job) in they.run(jobs.clone()).iter().zip(&jobs) {
        let key = LinkKey::from_base64url(job["key"].as_str().unwrap()).unwrap();
        let file = open_file(&key, result["jwe"].as_str().unwrap_or_else(|| panic!("{result}"))).unwrap();
        assert_eq!(words(&file.content), job["content"], "{job}");
        assert_eq!(file.content_type.as_deref(), job["header"]["cty"].as_str());
    }
}

/// The control: they are not asked in a way that opens everything.
fn they_refuse_what_was_altered(they: &Foreign) {
    let mut numbers = Numbers(1);
    let key = LinkKey::from_random(numbers.array()).unwrap();
    let nonce = Nonce::from_random(numbers.array()).unwrap();
    let jwe = seal_file(&key, nonce, FHIR, Padding::Spaces, b"{}").unwrap();
    let last = if jwe.ends_with('A') { "Q" } else { "A" };
    let altered = [&jwe[..jwe.len() - 1], last].concat();
    let results = they.run(vec![json!({ "job": "jwe-open", "key": *key.expose_base64url(), "jwe": altered })]);
    assert!(results[0]["error"].is_string(), "{}", results[0]);
}

#[test]
fn jose_opens_our_files() {
    they_open_our_files(&Foreign::node());
}

#[test]
fn we_open_files_of_jose() {
    we_open_their_files(&Foreign::node());
}

#[test]
fn jose_refuses_what_was_altered() {
    they_refuse_what_was_altered(&Foreign::node());
}

#[test]
fn jwcrypto_opens_our_files() {
    they_open_our_files(&Foreign::python());
}

#[test]
fn we_open_files_of_jwcrypto() {
    we_open_their_files(&Foreign::python());
}

#[test]
fn jwcrypto_refuses_what_was_altered() {
    they_refuse_what_was_altered(&Foreign::python());
}
