//! Tampering, truncation, wrong keys, and what is refused before anything is decrypted.

use super::{File, JweError, MAX_FILE, Padding, compact, open_file, seal_file};
use crate::{error::SealError, link_key::LinkKey, nonce::Nonce, text::encode};
use alloc::{format, string::String, vec, vec::Vec};
use miniz_oxide::deflate::compress_to_vec;
use zeroize::Zeroizing;

const FHIR: &str = "application/fhir+json";
const CONTENT: &[u8] = "{\"resourceType\":\"Bundle\",\"title\":\"そば\"}".as_bytes();

fn key() -> LinkKey {
    LinkKey::from_random(core::array::from_fn(|at| at as u8)).unwrap()
}

fn nonce() -> Nonce {
    Nonce::from_random(core::array::from_fn(|at| 100 + at as u8)).unwrap()
}

fn sealed() -> String {
    seal_file(&key(), nonce(), FHIR, Padding::None, CONTENT).unwrap()
}

fn open(text: &str) -> Result<Vec<u8>, JweError> {
    open_file(&key(), text).map(|file| file.content.to_vec())
}

/// A file with any header and content, encrypted as it must be.
fn with_header(header: &str, content: &[u8]) -> String {
    compact::write(&key().0, nonce(), header, Zeroizing::new(content.to_vec())).unwrap()
}

#[test]
fn the_header_says_algorithm_cipher_and_content_type_and_nothing_else() {
    let text = sealed();
    let mut parts = text.split('.');
    assert_eq!(parts.next().unwrap(), encode(br#"{"alg":"dir","enc":"A256GCM","cty":"application/fhir+json"}"#));
    assert_eq!(parts.next(), Some(""));
    assert_eq!(parts.next().unwrap(), encode(&nonce().0), "the nonce that was drawn, once");
    let File { content_type, content } = open_file(&key(), &text).unwrap();
    assert_eq!((content_type.as_deref(), &*content), (Some(FHIR), CONTENT));
}

#[test]
fn spaces_hide_the_size() {
    for (length, padded) in [(0, 0), (1, 1024), (1024, 1024), (1025, 2048)] {
        let content = vec![b'1'; length];
        let text = seal_file(&key(), nonce(), FHIR, Padding::Spaces, &content).unwrap();
        let back = open(&text).unwrap();
        assert_eq!(back.len(), padded);
        assert_eq!(back.trim_ascii_end(), content);
    }
}

#[test]
fn every_changed_sign_is_refused() {
    let good = sealed();
    assert_eq!(open(&good).as_deref(), Ok(CONTENT));
    for at in 0..good.len() {
        for sign in ['A', 'b', '_', '.', '=', ' ', '\u{80}'] {
            let mut changed: Vec<char> = good.chars().collect();
            if changed[at] != sign {
                changed[at] = sign;
                let changed: String = changed.into_iter().collect();
                assert!(open(&changed).is_err(), "{at} {sign}");
            }
        }
    }
}

#[test]
fn every_cut_is_refused() {
    let good = sealed();
    for end in 0..good.len() {
        assert!(open(&good[..end]).is_err(), "{end}");
        assert!(open(&good[end + 1..]).is_err(), "{end}");
    }
    assert_eq!(open(&format!("{good}.")), Err(JweError::NotJwe));
    assert_eq!(open(&format!("\n {good}\r\n")).as_deref(), Ok(CONTENT), "white space around it is no damage");
}

#[test]
fn another_key_does_not_open_it() {
    let mut bytes: [u8; 32] = core::array::from_fn(|at| at as u8);
    bytes[31] ^= 1;
    let other = LinkKey::from_random(bytes).unwrap();
    assert_eq!(open_file(&other, &sealed()).unwrap_err(), JweError::WrongKeyOrDamaged);
}

#[test]
fn parts_of_two_files_do_not_open_together() {
    let other = Nonce::from_random(core::array::from_fn(|at| 50 + at as u8)).unwrap();
    let other = seal_file(&key(), other, "text/plain", Padding::None, b"other content").unwrap();
    let good = sealed();
    for at in [0, 2, 3, 4] {
        let mut parts: Vec<&str> = good.split('.').collect();
        parts[at] = other.split('.').nth(at).unwrap();
        assert_eq!(open(&parts.join(".")), Err(JweError::WrongKeyOrDamaged), "{at}");
    }
}

#[test]
fn other_algorithms_are_refused_at_sight() {
    for header in [
        r#"{"alg":"none","enc":"A256GCM"}"#,
        r#"{"alg":"A256KW","enc":"A256GCM"}"#,
        r#"{"alg":"DIR","enc":"A256GCM"}"#,
        r#"{"alg":"dir","enc":"A128GCM"}"#,
        r#"{"alg":"dir","enc":"A256CBC-HS512"}"#,
        r#"{"alg":"dir","enc":"none"}"#,
        r#"{"alg":"dir","enc":"A256GCM","zip":"GZ"}"#,
        r#"{"alg":"dir","enc":"A256GCM","zip":""}"#,
        r#"{"alg":"dir","enc":"A256GCM","crit":["exp"],"exp":1}"#,
        r#"{"alg":"dir","enc":"A256GCM","crit":[]}"#,
    ] {
        assert_eq!(open(&with_header(header, CONTENT)), Err(JweError::Refused), "{header}");
    }
    for header in [
        "",
        "[]",
        "null",
        r#"{"alg":"dir"}"#,
        r#"{"enc":"A256GCM"}"#,
        r#"{"alg":["dir"],"enc":"A256GCM"}"#,
        r#"{"alg":"dir","alg":"dir","enc":"A256GCM"}"#,
        r#"{"alg":"dir","enc":"A256GCM"} x"#,
    ] {
        assert_eq!(open(&with_header(header, CONTENT)), Err(JweError::NotJwe), "{header}");
    }
    let good = sealed();
    assert_eq!(open(&good.replacen("..", ".AAAA.", 1)), Err(JweError::Refused), "a key of its own");
}

#[test]
fn members_that_are_not_known_are_passed_over() {
    let header = r#"{ "kid":"x", "alg":"d\u0069r", "enc":"A256GCM", "typ":{"deep":[1]}, "zip":null }"#;
    let file = open_file(&key(), &with_header(header, CONTENT)).unwrap();
    assert_eq!((file.content_type, &*file.content), (None, CONTENT));
}

const DEFLATED: &str = r#"{"alg":"dir","enc":"A256GCM","zip":"DEF","cty":"text/plain"}"#;

#[test]
fn compressed_files_are_read_up_to_the_bound() {
    for length in [0, 1, 16_384, 16_385, 1_000_000, MAX_FILE] {
        let content = vec![b'x'; length];
        let text = with_header(DEFLATED, &compress_to_vec(&content, 6));
        assert!(open(&text).unwrap() == content, "{length}");
    }
    for length in [MAX_FILE + 1, 64 * 1024 * 1024] {
        let text = with_header(DEFLATED, &compress_to_vec(&vec![b'x'; length], 9));
        assert!(text.len() < 100_000, "small, and large when inflated");
        assert_eq!(open(&text), Err(JweError::TooLarge), "{length}");
    }
}

#[test]
fn what_cannot_be_inflated_is_refused() {
    let good = compress_to_vec(CONTENT, 6);
    assert_eq!(open(&with_header(DEFLATED, &good)).as_deref(), Ok(CONTENT));
    for end in 0..good.len() - 1 {
        assert_eq!(open(&with_header(DEFLATED, &good[..end])), Err(JweError::BadCompression), "{end}");
    }
    assert_eq!(open(&with_header(DEFLATED, b"\xFFnot deflate")), Err(JweError::BadCompression));
}

#[test]
fn sizes_are_bounded_in_and_out() {
    let mut content = vec![0; MAX_FILE];
    assert!(open(&seal_file(&key(), nonce(), FHIR, Padding::Spaces, &content).unwrap()).unwrap() == content);
    content.push(0);
    assert_eq!(seal_file(&key(), nonce(), FHIR, Padding::None, &content), Err(SealError::TooLarge));
    assert_eq!(open(&with_header(r#"{"alg":"dir","enc":"A256GCM"}"#, &content)), Err(JweError::TooLarge));
    assert_eq!(open(&"A".repeat(12 * 1024 * 1024)), Err(JweError::TooLarge));
    assert_eq!(open(&with_header(&format!(r#"{{"alg":"dir","enc":"A256GCM","x":"{}"}}"#, "x".repeat(9_000)), b"")), Err(JweError::NotJwe));
}

#[test]
fn a_content_type_must_be_plain() {
    for content_type in ["", "a\"b", "a\\b", "a\nb", "日本", &"x".repeat(101)] {
        assert_eq!(seal_file(&key(), nonce(), content_type, Padding::None, b"x"), Err(SealError::BadKind), "{content_type}");
    }
}
