//! The official answers of HPKE, and letters.

use super::{Ephemeral, MAX_LETTER, PrivateKey, PublicKey, Receiver, SUITE, Sender, open_letter, recipient_of_letter, seal_letter};
use crate::{
    error::{OpenError, SealError},
    purpose::Purpose,
    text::encode,
};
use alloc::{format, string::String, vec, vec::Vec};
use serde_json::Value;

const PURPOSE: Purpose<'static> = Purpose { kind: "inbox", owner: "a-clinic" };
const LINK: &[u8] = b"https://viewer.example/v#shlink:/eyJ1cmwi";

fn hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

fn key(first: u8) -> PrivateKey {
    PrivateKey::from_random(core::array::from_fn(|at| first + at as u8)).unwrap()
}

fn ephemeral() -> Ephemeral {
    Ephemeral::from_random(core::array::from_fn(|at| 9 + at as u8)).unwrap()
}

fn letter() -> String {
    seal_letter(&key(1).public(), ephemeral(), PURPOSE, LINK).unwrap()
}

fn open(text: &str) -> Result<Vec<u8>, OpenError> {
    open_letter(&key(1), PURPOSE, text).map(|content| content.to_vec())
}

/// The vectors of RFC 9180 for this suite in base mode: keys, `enc` and the first ciphertext, made and opened.
#[test]
fn known_answers_of_rfc_9180() {
    let file: Value = serde_json::from_str(include_str!("../../tests/vectors/hpke-rfc9180.json")).unwrap();
    let bytes = |field: &str| hex(file[field].as_str().unwrap());
    assert_eq!(["kem_id", "kdf_id", "aead_id"].map(|id| file[id].as_u64().unwrap()), SUITE.map(u64::from));
    let own = PrivateKey::from_random(bytes("ikmR").try_into().unwrap()).unwrap();
    assert_eq!(*own.expose_base64url(), encode(&bytes("skRm")));
    assert_eq!(own.public().to_base64url(), encode(&bytes("pkRm")));

    let info = bytes("info");
    let first = &file["encryptions"][0];
    let [plaintext, additional, sealed] = ["pt", "aad", "ct"].map(|field| hex(first[field].as_str().unwrap()));
    let ephemeral = Ephemeral::from_random(bytes("ikmE").try_into().unwrap()).unwrap();
    let sender = Sender::new(&own.public(), ephemeral, &info).unwrap();
    assert_eq!(sender.encapsulated[..], bytes("enc"));
    let encapsulated = sender.encapsulated;
    assert_eq!(sender.seal(&additional, &plaintext).unwrap(), sealed);

    let receiver = || Receiver::new(&own, &encapsulated, &info).unwrap();
    assert_eq!(*receiver().open(&additional, &sealed).unwrap(), plaintext);
    assert!(receiver().open(b"other", &sealed).is_none());
    assert!(Receiver::new(&own, &encapsulated, b"other").unwrap().open(&additional, &sealed).is_none());
}

#[test]
fn a_letter_opens_for_its_recipient_its_kind_and_its_owner_only() {
    let text = letter();
    assert_eq!(open(&text).as_deref(), Ok(LINK));
    assert_eq!(open(&format!(" {text}\n")).as_deref(), Ok(LINK));
    assert_eq!(recipient_of_letter("inbox", &text), Ok(key(1).public().fingerprint()));
    assert_eq!(open_letter(&key(2), PURPOSE, &text).unwrap_err(), OpenError::WrongKey);
    assert_eq!(open_letter(&key(1), Purpose { kind: "reply", ..PURPOSE }, &text).unwrap_err(), OpenError::WrongKind);
    assert_eq!(open_letter(&key(1), Purpose { owner: "other", ..PURPOSE }, &text).unwrap_err(), OpenError::Damaged);
    assert!(!text.contains("a-clinic"), "the owner cannot be read");
}

/// A server that hands out its own key: what was sealed to it does not open with the right one even if the name is put right.
#[test]
fn a_letter_with_another_name_on_it_does_not_open() {
    let other = seal_letter(&key(2).public(), ephemeral(), PURPOSE, LINK).unwrap();
    let renamed = other.replace(&key(2).public().fingerprint().to_base64url(), &key(1).public().fingerprint().to_base64url());
    assert_eq!(open(&renamed), Err(OpenError::Damaged));
}

#[test]
fn the_spelling_is_the_documented_one() {
    let to = key(1).public().fingerprint().to_base64url();
    let start = format!(r#"{{"tsumugu":"letter","v":3,"kind":"inbox","by":{{"name":"hpke","kem":16,"kdf":1,"aead":2,"to":"{to}","enc":"B"#);
    assert!(letter().starts_with(&start), "{}", letter());
}

#[test]
fn every_changed_sign_and_every_cut_is_refused() {
    let good = letter();
    for at in 0..good.len() {
        for sign in ['A', '"'] {
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
fn keys_come_back_from_their_texts_and_others_are_refused() {
    let (own, public) = (key(1), key(1).public().to_base64url());
    assert_eq!(public.len(), 87);
    let back = PublicKey::from_base64url(&public).unwrap();
    assert_eq!(back.fingerprint(), own.public().fingerprint());
    assert_eq!(PrivateKey::from_base64url(&own.expose_base64url()).unwrap().public().to_base64url(), public);
    assert_eq!(format!("{own:?} {back:?} {:?}", ephemeral()), "PrivateKey(hidden) PublicKey Ephemeral(hidden)");
    // Not on the curve, at infinity, compressed, hybrid, cut, another encoding.
    let point = |first: u8, rest: &[u8]| encode(&[&[first], rest].concat());
    let own_point = crate::text::decode(&public).unwrap();
    for text in [
        point(4, &[1; 64]),
        point(4, &[0; 64]),
        point(0, &[]),
        point(2, &own_point[1..33]),
        point(6, &own_point[1..]),
        public[..86].into(),
        format!("{public}="),
        String::new(),
    ] {
        assert!(PublicKey::from_base64url(&text).is_none(), "{text}");
    }
    // Zero, the order of the group and more are no private keys.
    for bytes in [[0; 32], [0xFF; 32]] {
        assert!(PrivateKey::from_base64url(&encode(&bytes)).is_none());
    }
    assert!(PrivateKey::from_random([5; 32]).is_none() && Ephemeral::from_random([5; 32]).is_none());
}

#[test]
fn sizes_are_hidden_and_bounded() {
    let size = |length| seal_letter(&key(1).public(), ephemeral(), PURPOSE, &vec![1; length]).map(|text| text.len());
    assert_eq!(size(0), size(1020));
    let largest = seal_letter(&key(1).public(), ephemeral(), PURPOSE, &vec![1; MAX_LETTER]).unwrap();
    assert_eq!(open(&largest).unwrap().len(), MAX_LETTER);
    assert_eq!(size(MAX_LETTER + 1), Err(SealError::TooLarge));
    assert_eq!(seal_letter(&key(1).public(), ephemeral(), Purpose { kind: "", owner: "a" }, b""), Err(SealError::BadKind));
}
