//! Sealed things of our own: contents, wraps, letters and what is derived, by `@hpke/core`, `jose` and Node's HKDF, written from the
//! documentation alone.

use super::{Foreign, Numbers};
use crate::material::{bytes, words};
use seal::{
    ContentKey, Ephemeral, LinkKey, Nonce, PrivateKey, PublicKey, Purpose, open_content, open_letter, seal_content, seal_letter,
    unwrap_for, unwrap_with_link, wrap_for, wrap_with_link,
};
use serde_json::{Value, json};

const CASES: usize = 100;
const OWNER: &str = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY";
const CIRCLE: Purpose<'static> = Purpose { kind: "circle", owner: OWNER };
const INBOX: Purpose<'static> = Purpose { kind: "inbox", owner: OWNER };

fn text<'a>(result: &'a Value, member: &str) -> &'a str {
    result[member].as_str().unwrap_or_else(|| panic!("{result}"))
}

/// The same key for us and for them.
fn content_key(numbers: &mut Numbers) -> (ContentKey, String) {
    let bytes = numbers.array();
    (ContentKey::from_random(bytes).unwrap(), words(&bytes))
}

fn link(numbers: &mut Numbers) -> LinkKey {
    LinkKey::from_random(numbers.array()).unwrap()
}

fn private(numbers: &mut Numbers) -> PrivateKey {
    PrivateKey::from_random(numbers.array()).unwrap()
}

#[test]
fn hpke_core_opens_our_letters() {
    let mut numbers = Numbers(2);
    let (mut jobs, mut contents) = (Vec::new(), Vec::new());
    for at in 1..=CASES {
        let (to, content) = (private(&mut numbers), numbers.content(at % 99 + 1));
        let ephemeral = Ephemeral::from_random(numbers.array()).unwrap();
        let sealed = seal_letter(&to.public(), ephemeral, INBOX, &content).unwrap();
        jobs.push(json!({ "job": "letter-open", "secret": *to.expose_base64url(), "owner": OWNER, "sealed": sealed }));
        contents.push(content);
    }
    let mut other_owner = jobs[0].clone();
    other_owner["owner"] = json!("other");
    jobs.push(other_owner);
    let results = Foreign::node().run(jobs);
    for (result, content) in results.iter().zip(&contents) {
        assert_eq!(text(result, "content"), words(content));
    }
    assert!(results[CASES]["error"].is_string(), "the control: for another owner it must not open");
}

#[test]
fn we_open_letters_of_hpke_core() {
    let mut numbers = Numbers(3);
    let own = private(&mut numbers);
    let to = own.public().to_base64url();
    let contents: Vec<Vec<u8>> = (1..=CASES).map(|at| numbers.content(at % 99 + 1)).collect();
    let job = |content: &Vec<u8>| json!({ "job": "letter-seal", "to": to, "kind": "inbox", "owner": OWNER, "content": words(content) });
    for (result, content) in Foreign::node().run(contents.iter().map(job).collect()).iter().zip(&contents) {
        assert_eq!(*open_letter(&own, INBOX, text(result, "sealed")).unwrap(), **content);
    }
}

#[test]
fn keys_are_the_same_for_hpke_core() {
    let mut numbers = Numbers(4);
    let seeds: Vec<[u8; 32]> = (0..CASES).map(|_| numbers.array()).collect();
    let results = Foreign::node().run(seeds.iter().map(|seed| json!({ "job": "hpke-keys", "from": words(seed) })).collect());
    for (result, seed) in results.iter().zip(seeds) {
        let own = PrivateKey::from_random(seed).unwrap();
        assert_eq!((text(result, "to"), text(result, "secret")), (&*own.public().to_base64url(), &**own.expose_base64url()));
        assert!(PublicKey::from_base64url(text(result, "to")).is_some());
    }
}

#[test]
fn they_unwrap_our_keys() {
    let mut numbers = Numbers(5);
    let (mut jobs, mut keys) = (Vec::new(), Vec::new());
    for _ in 0..CASES / 2 {
        let (key, bytes) = content_key(&mut numbers);
        let (link, to) = (link(&mut numbers), private(&mut numbers));
        let sealed = wrap_with_link(&key, CIRCLE, &link, Nonce::from_random(numbers.array()).unwrap()).unwrap();
        jobs.push(json!({ "job": "unwrap-link", "link": *link.expose_base64url(), "owner": OWNER, "sealed": sealed }));
        let sealed = wrap_for(&key, CIRCLE, &to.public(), Ephemeral::from_random(numbers.array()).unwrap()).unwrap();
        jobs.push(json!({ "job": "unwrap-for", "secret": *to.expose_base64url(), "owner": OWNER, "sealed": sealed }));
        keys.extend([bytes.clone(), bytes]);
    }
    for (result, key) in Foreign::node().run(jobs).iter().zip(keys) {
        assert_eq!(text(result, "content"), key);
    }
}

#[test]
fn we_unwrap_their_keys() {
    let mut numbers = Numbers(6);
    let ((key, bytes), link, own) = (content_key(&mut numbers), link(&mut numbers), private(&mut numbers));
    let job = |at: usize| {
        let way = [
            json!({ "job": "wrap-link", "link": *link.expose_base64url() }),
            json!({ "job": "wrap-for", "to": own.public().to_base64url() }),
        ];
        let mut job = way[at % 2].clone();
        (job["key"], job["kind"], job["owner"]) = (json!(bytes), json!("circle"), json!(OWNER));
        job
    };
    for (at, result) in Foreign::node().run((0..CASES).map(job).collect()).iter().enumerate() {
        let sealed = text(result, "sealed");
        let unwrapped = if at % 2 == 0 { unwrap_with_link(CIRCLE, &link, sealed) } else { unwrap_for(CIRCLE, &own, sealed) };
        assert_eq!(unwrapped.unwrap().id(), key.id());
    }
}

#[test]
fn they_open_our_contents() {
    let mut numbers = Numbers(7);
    let (mut jobs, mut contents) = (Vec::new(), Vec::new());
    for at in 0..CASES {
        let ((key, bytes), content) = (content_key(&mut numbers), numbers.content(at));
        let nonce = Nonce::from_random(numbers.array()).unwrap();
        let sealed = seal_content(&key, nonce, CIRCLE, at as u64, &content).unwrap();
        jobs.push(json!({ "job": "content-open", "key": bytes, "kind": "circle", "owner": OWNER, "sealed": sealed }));
        contents.push(content);
    }
    for (at, (result, content)) in Foreign::node().run(jobs).iter().zip(&contents).enumerate() {
        assert_eq!((text(result, "content"), &result["counter"]), (&*words(content), &json!(at)));
    }
}

#[test]
fn we_open_their_contents() {
    let mut numbers = Numbers(8);
    let (key, bytes) = content_key(&mut numbers);
    let contents: Vec<Vec<u8>> = (0..CASES).map(|at| numbers.content(at)).collect();
    let job = |(at, content): (usize, &Vec<u8>)| json!({ "job": "content-seal", "key": bytes, "kind": "circle", "owner": OWNER, "counter": at, "content": words(content) });
    for (at, result) in Foreign::node().run(contents.iter().enumerate().map(job).collect()).iter().enumerate() {
        let (head, content) = open_content(&key, CIRCLE, text(result, "sealed")).unwrap();
        assert_eq!((head.counter, &*content), (at as u64, &*contents[at]));
    }
}

#[test]
fn what_is_derived_is_the_same_for_them() {
    let mut numbers = Numbers(9);
    let links: Vec<LinkKey> = (0..CASES).map(|_| link(&mut numbers)).collect();
    let job = |link: &LinkKey| json!({ "job": "derived", "link": *link.expose_base64url() });
    for (result, link) in Foreign::node().run(links.iter().map(job).collect()).iter().zip(&links) {
        let token = link.reply_token();
        assert_eq!(text(result, "token"), &**token.expose_base64url());
        assert_eq!(bytes(text(result, "hash")), token.sha256());
        assert_eq!(text(result, "replies"), link.reply_key().id().to_base64url());
    }
}
