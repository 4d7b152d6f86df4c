//! A sealed thing opens with its key, for its kind and its owner, unaltered, and in no other way.

use super::{Head, head_of_content, open_content, seal_content};
use crate::{
    content_key::ContentKey,
    error::{OpenError, SealError},
    jwe::{self, MAX_FILE},
    nonce::Nonce,
    padding::{FILE_STEP, pad},
    purpose::Purpose,
    text::encode,
};
use alloc::{collections::BTreeSet, format, string::String, vec, vec::Vec};
use zeroize::Zeroizing;

const PURPOSE: Purpose<'static> = Purpose { kind: "circle", owner: "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8" };
const CONTENT: &[u8] = "アレルギー：そば".as_bytes();

fn key(first: u8) -> ContentKey {
    ContentKey::from_random(core::array::from_fn(|at| first + at as u8)).unwrap()
}

fn nonce(first: u8) -> Nonce {
    Nonce::from_random(core::array::from_fn(|at| first + at as u8)).unwrap()
}

fn sealed() -> String {
    seal_content(&key(1), nonce(100), PURPOSE, 7, CONTENT).unwrap()
}

fn open(text: &str) -> Result<(u64, Vec<u8>), OpenError> {
    open_content(&key(1), PURPOSE, text).map(|(head, content)| (head.counter, content.to_vec()))
}

fn with_header(header: &str) -> String {
    jwe::write(key(1).key(), nonce(100), header, pad(CONTENT, FILE_STEP).unwrap()).unwrap()
}

#[test]
fn the_header_is_as_documented() {
    let (kid, of) = (key(1).id().to_base64url(), PURPOSE.owner_under(key(1).key()));
    let header = format!(r#"{{"alg":"dir","enc":"A256GCM","kid":"{kid}","tsumugu":"circle","v":3,"of":"{of}","n":7}}"#);
    let text = sealed();
    assert_eq!(text.split('.').next().unwrap(), encode(header.as_bytes()));
    assert_eq!(text, with_header(&header));
    assert!(!header.contains(PURPOSE.owner), "the owner cannot be read");
    assert_eq!(head_of_content("circle", &text), Ok(Head { key_id: key(1).id(), counter: 7 }));
}

#[test]
fn it_opens_for_its_key_its_kind_and_its_owner_only() {
    let text = sealed();
    assert_eq!(open(&text), Ok((7, CONTENT.to_vec())));
    assert_eq!(open_content(&key(2), PURPOSE, &text).unwrap_err(), OpenError::WrongKey);
    assert_eq!(open_content(&key(1), Purpose { kind: "reply", ..PURPOSE }, &text).unwrap_err(), OpenError::WrongKind);
    assert_eq!(open_content(&key(1), Purpose { owner: "other", ..PURPOSE }, &text).unwrap_err(), OpenError::WrongOwner);
    assert_eq!(head_of_content("reply", &text), Err(OpenError::WrongKind));
}

#[test]
fn no_member_of_the_header_can_be_changed() {
    let text = sealed();
    let (_, rest) = text.split_once('.').unwrap();
    let (kid, of) = (key(1).id().to_base64url(), PURPOSE.owner_under(key(1).key()));
    let header = |alg: &str, enc: &str, kid: &str, kind: &str, v: &str, of: &str, n: &str| {
        format!(r#"{{"alg":"{alg}","enc":"{enc}","kid":"{kid}","tsumugu":"{kind}","v":{v},"of":"{of}","n":{n}}}"#)
    };
    let other = key(2);
    let swapped = |header: String| open(&format!("{}.{rest}", encode(header.as_bytes())));
    assert!(swapped(header("dir", "A256GCM", &kid, "circle", "3", &of, "7")).is_ok(), "the control");
    for (header, error) in [
        (header("dir", "A256GCM", &kid, "circle", "3", &of, "8"), OpenError::Damaged),
        (header("dir", "A256GCM", &kid, "circle", "3", &of, "-1"), OpenError::Damaged),
        (header("dir", "A128GCM", &kid, "circle", "3", &of, "7"), OpenError::RefusedParameters),
        (header("none", "A256GCM", &kid, "circle", "3", &of, "7"), OpenError::RefusedParameters),
        (header("dir", "A256GCM", &other.id().to_base64url(), "circle", "3", &of, "7"), OpenError::WrongKey),
        (header("dir", "A256GCM", &kid, "circle", "3", &PURPOSE.owner_under(other.key()), "7"), OpenError::WrongOwner),
        (header("dir", "A256GCM", &kid, "reply", "3", &of, "7"), OpenError::WrongKind),
        (header("dir", "A256GCM", &kid, "circle", "4", &of, "7"), OpenError::NewerVersion),
        (header("dir", "A256GCM", &kid, "circle", "2", &of, "7"), OpenError::NotAnEnvelope),
        (header("dir", "A256GCM", &kid, "circle", "3", &of, "7").replace("\"n\"", "\"zip\":\"DEF\",\"n\""), OpenError::Damaged),
        (header("dir", "A256GCM", &kid, "circle", "3", &of, "7").replace("{\"alg\"", "{ \"alg\""), OpenError::Damaged),
        (String::from("{}"), OpenError::NotAnEnvelope),
    ] {
        assert_eq!(swapped(header.clone()), Err(error), "{header}");
    }
}

#[test]
fn a_file_of_a_link_is_no_sealed_thing() {
    let text = with_header(r#"{"alg":"dir","enc":"A256GCM","cty":"application/fhir+json"}"#);
    assert_eq!(open(&text), Err(OpenError::NotAnEnvelope));
}

#[test]
fn every_changed_sign_and_every_cut_is_refused() {
    let good = sealed();
    for at in 0..good.len() {
        for sign in ['A', 'b', '_', '.'] {
            let mut changed: Vec<char> = good.chars().collect();
            if changed[at] != sign {
                changed[at] = sign;
                assert!(open(&changed.into_iter().collect::<String>()).is_err(), "{at} {sign}");
            }
        }
        assert!(open(&good[..at]).is_err() && open(&good[at + 1..]).is_err(), "{at}");
    }
}

#[test]
fn two_sealings_have_nothing_in_common_but_the_header() {
    let texts = [100, 101].map(|first| seal_content(&key(1), nonce(first), PURPOSE, 7, CONTENT).unwrap());
    let parts: BTreeSet<&str> = texts.iter().flat_map(|text| text.split('.').skip(2)).collect();
    assert_eq!(parts.len(), 6);
}

#[test]
fn the_size_shows_steps_only() {
    let size = |length| seal_content(&key(1), nonce(100), PURPOSE, 1, &vec![1; length]).unwrap().len();
    assert_eq!(size(0), size(1020));
    assert!(size(1020) < size(1021));
    let largest = seal_content(&key(1), nonce(100), PURPOSE, u64::MAX, &vec![1; MAX_FILE]).unwrap();
    assert_eq!(open(&largest).unwrap().0, u64::MAX);
}

#[test]
fn what_must_not_be_sealed_is_refused() {
    let seal = |kind, owner, content: &[u8]| seal_content(&key(1), nonce(100), Purpose { kind, owner }, 1, content);
    assert_eq!(seal("Circle", "a", b"x"), Err(SealError::BadKind));
    assert_eq!(seal("circle", "a b", b"x"), Err(SealError::BadKind));
    assert_eq!(seal("circle", "a", &vec![0; MAX_FILE + 1]), Err(SealError::TooLarge));
}

#[test]
fn a_key_has_one_name_and_the_name_shows_nothing() {
    assert_eq!(key(1).id(), key(1).id());
    assert_ne!(key(1).id(), key(2).id());
    assert_eq!(ContentKey::from_base64url(&key(1).expose_base64url()).unwrap().id(), key(1).id());
    assert!(ContentKey::from_base64url("AAEC").is_none());
    let bytes = Zeroizing::new(core::array::from_fn(|at| 1 + at as u8));
    assert_ne!(key(1).id().0, *bytes);
    assert_eq!(format!("{:?} {:?} {PURPOSE:?}", key(1), key(1).id()), "ContentKey(hidden) KeyId Purpose(circle)");
}
