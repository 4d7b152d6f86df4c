//! The ways in. Whoever writes a file of a link has its key, so a changed header or content is encrypted as it must be: otherwise nothing
//! would ever get past the tag. Of our own things only what was sealed opens, however it was changed.

use super::{
    change::{self, Choices},
    run::run,
    slowest::timed,
};
use crate::material::{Material, bytes, words};
use aes_gcm::{AeadInOut, Aes256Gcm, KeyInit};
use seal::{
    ContentKey, JweError, LinkKey, MAX_FILE, MAX_LETTER, Nonce, OpenError, Padding, PrivateKey, Purpose, head_of_content, head_of_wrap,
    open_content, open_file, open_letter, recipient_of_letter, seal_file, unwrap_for, unwrap_with_link,
};
use serde_json::Value;

/// A compact JWE with any header and any content, encrypted with a key as it must be.
fn encrypted(key: &[u8], header: &[u8], content: &[u8]) -> String {
    let (header, nonce, mut text) = (words(header), [7; 12], content.to_vec());
    let cipher = Aes256Gcm::new_from_slice(key).unwrap();
    let tag = cipher.encrypt_inout_detached(&nonce.into(), header.as_bytes(), text.as_mut_slice().into()).unwrap();
    format!("{header}..{}.{}.{}", words(&nonce), words(&text), words(&tag))
}

/// What a compact JWE holds.
fn decrypted(key: &[u8], text: &str) -> (Vec<u8>, Vec<u8>) {
    let parts: Vec<&str> = text.split('.').collect();
    let cipher = Aes256Gcm::new_from_slice(key).unwrap();
    let nonce: [u8; 12] = bytes(parts[2]).try_into().unwrap();
    let tag: [u8; 16] = bytes(parts[4]).try_into().unwrap();
    let mut content = bytes(parts[3]);
    cipher.decrypt_inout_detached(&nonce.into(), parts[0].as_bytes(), content.as_mut_slice().into(), &tag.into()).unwrap();
    (bytes(parts[0]), content)
}

fn changed_text(seed: &[u8], choices: &mut Choices<'_>) -> String {
    let mut bytes = seed.to_vec();
    change::bytes(&mut bytes, choices);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// JSON with its structure changed, or its bytes.
fn changed_json(seed: &[u8], choices: &mut Choices<'_>) -> Vec<u8> {
    if choices.below(3) == 1 {
        let mut bytes = seed.to_vec();
        change::bytes(&mut bytes, choices);
        return bytes;
    }
    let mut value: Value = serde_json::from_slice(seed).unwrap();
    change::json(&mut value, choices);
    value.to_string().into_bytes()
}

/// The key of all files in the corpus.
fn link_bytes() -> Vec<u8> {
    bytes(Material::read("jwe-foreign.json").cases()[0].text("key"))
}

fn check_file(key: &LinkKey, text: &str) {
    match timed(text.as_bytes(), |_| open_file(key, text)) {
        Ok(file) => {
            assert!(file.content.len() <= MAX_FILE);
            let nonce = Nonce::from_random(*b"twelve bytes").unwrap();
            let again = seal_file(key, nonce, "application/fhir+json", Padding::None, &file.content).unwrap();
            assert!(*open_file(key, &again).unwrap().content == *file.content, "opened, and not the same again");
        }
        Err(error) => assert!(error.to_string().len() > 10),
    }
}

#[test]
fn fuzz_jwe() {
    let key_bytes = link_bytes();
    let key = LinkKey::from_base64url(&words(&key_bytes)).unwrap();
    run("jwe", |seed, choices| {
        if !choices.are_left() {
            return check_file(&key, std::str::from_utf8(seed).unwrap());
        }
        match choices.below(4) {
            0 => check_file(&key, &changed_text(seed, choices)),
            1 => {
                let (header, content) = decrypted(&key_bytes, std::str::from_utf8(seed).unwrap());
                check_file(&key, &encrypted(&key_bytes, &changed_json(&header, choices), &content));
            }
            _ => {
                // The content, which a header with `zip` says to be compressed.
                let (header, mut content) = decrypted(&key_bytes, std::str::from_utf8(seed).unwrap());
                change::bytes(&mut content, choices);
                let deflated: &[u8] = br#"{"alg":"dir","enc":"A256GCM","zip":"DEF"}"#;
                check_file(&key, &encrypted(&key_bytes, if choices.below(2) == 0 { &header } else { deflated }, &content));
            }
        }
    });
}

/// A stream of the highest ratio, cut and changed: never more than the bound comes out.
#[test]
fn fuzz_inflate() {
    let key_bytes = link_bytes();
    let key = LinkKey::from_base64url(&words(&key_bytes)).unwrap();
    let deflated: &[u8] = br#"{"alg":"dir","enc":"A256GCM","zip":"DEF"}"#;
    run("inflate", |seed, choices| {
        let mut stream = bytes(std::str::from_utf8(seed).unwrap().trim());
        change::bytes(&mut stream, choices);
        match timed(&stream, |stream| open_file(&key, &encrypted(&key_bytes, deflated, stream))) {
            Ok(file) => assert!(file.content.len() <= MAX_FILE),
            Err(error) => assert!(matches!(error, JweError::TooLarge | JweError::BadCompression), "{error:?}"),
        }
    });
}

fn case(what: &str) -> Material {
    Material::read("v3-ours.json").cases().into_iter().find(|case| case.text("what") == what).unwrap()
}

#[test]
fn fuzz_content() {
    let sealed = case("content");
    let key_bytes = bytes(sealed.text("key"));
    let key = ContentKey::from_random(key_bytes.clone().try_into().unwrap()).unwrap();
    let purpose = Purpose { kind: "circle", owner: sealed.text("owner") };
    run("content", |seed, choices| {
        let seed_text = std::str::from_utf8(seed).unwrap();
        let (header, content) = decrypted(&key_bytes, seed_text);
        let is_forged = choices.below(2) == 1;
        let text = if is_forged { encrypted(&key_bytes, &changed_json(&header, choices), &content) } else { changed_text(seed, choices) };
        let head = head_of_content("circle", &text);
        match timed(text.as_bytes(), |_| open_content(&key, purpose, &text)) {
            Ok((opened, content)) => {
                assert_eq!(head, Ok(opened));
                assert_eq!(words(&content), sealed.text("content"));
                assert!(is_forged || text.trim() == seed_text, "changed, and opened");
            }
            Err(error) => assert!(error != OpenError::NoMemory && error.to_string().len() > 10),
        }
    });
}

/// A text with its JSON or its bytes changed.
fn changed_form(seed: &[u8], choices: &mut Choices<'_>) -> String {
    String::from_utf8_lossy(&changed_json(seed, choices)).into_owned()
}

/// Whether two texts are the same JSON.
fn is_same(one: &str, other: &[u8]) -> bool {
    let value: Result<Value, _> = serde_json::from_str(one.trim());
    value.is_ok_and(|value| serde_json::from_slice::<Value>(other).unwrap() == value)
}

#[test]
fn fuzz_wrap() {
    let wrap = case("wrap-for");
    let (own, link) = (PrivateKey::from_base64url(wrap.text("secret")).unwrap(), case("wrap-link"));
    let link = LinkKey::from_base64url(link.text("link")).unwrap();
    let id = ContentKey::from_random(bytes(wrap.text("key")).try_into().unwrap()).unwrap().id();
    let purpose = Purpose { kind: "circle", owner: wrap.text("owner") };
    run("wrap", |seed, choices| {
        let text = changed_form(seed, choices);
        // A passphrase is not tried: what is wrong with a wrap must be said before that work.
        let head = timed(text.as_bytes(), |_| head_of_wrap("circle", &text));
        for unwrapped in [unwrap_for(purpose, &own, &text), unwrap_with_link(purpose, &link, &text)] {
            match unwrapped {
                Ok(key) => {
                    assert!(key.id() == id && head.is_ok_and(|head| head.key_id == id));
                    assert!(is_same(&text, seed), "changed, and opened: {text}");
                }
                Err(error) => assert_ne!(error, OpenError::NoMemory),
            }
        }
    });
}

#[test]
fn fuzz_letter() {
    let letter = case("letter");
    let own = PrivateKey::from_base64url(letter.text("secret")).unwrap();
    let purpose = Purpose { kind: "inbox", owner: letter.text("owner") };
    run("letter", |seed, choices| {
        let text = changed_form(seed, choices);
        let to = recipient_of_letter("inbox", &text);
        match timed(text.as_bytes(), |_| open_letter(&own, purpose, &text)) {
            Ok(content) => {
                assert!(content.len() <= MAX_LETTER && to == Ok(own.public().fingerprint()));
                assert_eq!(words(&content), letter.text("content"));
                assert!(is_same(&text, seed), "changed, and opened: {text}");
            }
            Err(error) => assert!(to.is_ok() || to == Err(error)),
        }
    });
}
