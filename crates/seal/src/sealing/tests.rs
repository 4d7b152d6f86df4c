//! Tampering and round trips with a key at hand, so that thousands of cases need no Argon2id.
//!
//! That the key stays the same is the harder test: whatever is refused here is refused by the authentication alone,
//! not because an altered salt or cost happens to lead to another key.

use super::{open_with_key, seal_with_key};
use crate::{
    OpenError,
    cost::Cost,
    envelope::{Envelope, Header},
    fresh::Fresh,
    key::Key,
    padding::pad,
};
use alloc::{format, string::String, vec::Vec};
use proptest::prelude::*;
use std::collections::BTreeSet;

const KIND: &str = "backup";
const CONTENT: &[u8] = "アレルギー：そば".as_bytes();

fn key() -> Key {
    Key::from_test_bytes([9; 32])
}

fn header() -> Header<'static> {
    Header { kind: KIND, cost: Cost::NOW, fresh: Fresh::from_random(core::array::from_fn(|i| i as u8)) }
}

fn sealed() -> Vec<u8> {
    seal_with_key(&header(), &key(), CONTENT).unwrap().into_bytes()
}

fn open(bytes: &[u8]) -> Result<Vec<u8>, OpenError> {
    let envelope = Envelope::read(KIND, bytes)?;
    open_with_key(envelope, &key()).map(|opened| opened.to_vec())
}

/// The envelope with the first `from` replaced.
fn altered(from: &str, to: &str) -> Vec<u8> {
    let text = String::from_utf8(sealed()).unwrap();
    assert!(text.contains(from), "{from} is not in {text}");
    text.replacen(from, to, 1).into_bytes()
}

#[test]
fn the_spelling_is_the_documented_one() {
    let text = String::from_utf8(sealed()).unwrap();
    let start = r#"{"tsumugu":"sealed","v":1,"kind":"backup","kdf":{"name":"argon2id","m":65536,"t":3,"p":1,"salt":"AAECAwQFBgcICQoLDA0ODw"},"enc":"A256GCM","nonce":"EBESExQVFhcYGRob","ct":""#;
    assert!(text.starts_with(start), "{text}");
    assert_eq!(text.len(), start.len() + (1024_usize + 16).div_ceil(3) * 4 - 1 + r#""}"#.len());
}

#[test]
fn every_flipped_bit_is_refused() {
    let good = sealed();
    assert_eq!(open(&good).as_deref(), Ok(CONTENT));
    for at in 0..good.len() {
        for bit in 0..8 {
            let mut bytes = good.clone();
            bytes[at] ^= 1 << bit;
            assert!(open(&bytes).is_err(), "bit {bit} of byte {at}");
        }
    }
}

#[test]
fn every_cut_and_every_lost_byte_is_refused() {
    let good = sealed();
    for at in 0..good.len() {
        assert!(open(&good[..at]).is_err(), "cut at {at}");
        assert!(open(&good[at + 1..]).is_err(), "first {at} lost");
        let mut bytes = good.clone();
        bytes.remove(at);
        assert!(open(&bytes).is_err(), "byte {at} lost");
    }
}

#[test]
fn an_acceptable_value_in_another_envelope_is_refused_by_the_tag() {
    for (from, to) in
        [(r#""m":65536"#, r#""m":65537"#), (r#""t":3"#, r#""t":4"#), (r#""p":1"#, r#""p":2"#), ("AAECAw", "AAECBA"), ("EBESEx", "EBESFA")]
    {
        assert_eq!(open(&altered(from, to)), Err(OpenError::WrongPassphraseOrDamaged), "{to}");
    }
}

#[test]
fn a_renamed_envelope_is_refused_by_the_tag() {
    let renamed = altered("backup", "circle");
    let envelope = Envelope::read("circle", &renamed).unwrap();
    assert_eq!(open_with_key(envelope, &key()).unwrap_err(), OpenError::WrongPassphraseOrDamaged);
}

#[test]
fn a_kind_that_cannot_be_sealed_is_never_opened() {
    for kind in ["", "Backup", "back up", "バックアップ"] {
        assert_eq!(Envelope::read(kind, &altered("backup", kind)).unwrap_err(), OpenError::WrongKind, "{kind}");
    }
    assert!(Envelope::read("b-2", &altered("backup", "b-2")).is_ok());
}

#[test]
fn what_is_wrong_is_said() {
    for (from, to, error) in [
        (r#""v":1"#, r#""v":2"#, OpenError::NewerVersion),
        (r#""v":1"#, r#""v":18446744073709551615"#, OpenError::NewerVersion),
        (r#""v":1"#, r#""v":0"#, OpenError::Damaged),
        (r#""v":1"#, r#""v":"1""#, OpenError::Damaged),
        (r#""v":1,"#, "", OpenError::Damaged),
        (r#""v":1"#, r#""v":1,"v":1"#, OpenError::Damaged),
        (r#""v":1"#, r#""v":1,"x":1"#, OpenError::Damaged),
        (r#""t":3"#, r#""t":3,"x":1"#, OpenError::Damaged),
        (r#""t":3"#, r#""t":3.0"#, OpenError::Damaged),
        (r#""t":3"#, r#""t":-3"#, OpenError::Damaged),
        (r#""m":65536"#, r#""m":4295032832"#, OpenError::Damaged),
        ("AAECAw", "AAE=Aw", OpenError::Damaged),
        ("AAECAw", "AAECAwAA", OpenError::Damaged),
        ("AAECAw", "AA", OpenError::Damaged),
        ("EBES", "", OpenError::Damaged),
        // The last four bits of the salt's text carry nothing: this is a second spelling of the same bytes.
        ("DA0ODw", "DA0ODx", OpenError::Damaged),
        ("backup", "circle", OpenError::WrongKind),
        ("backup", "Backup", OpenError::WrongKind),
        ("backup", "", OpenError::WrongKind),
        ("A256GCM", "A128GCM", OpenError::RefusedParameters),
        ("A256GCM", "none", OpenError::RefusedParameters),
        ("argon2id", "argon2i", OpenError::RefusedParameters),
        ("argon2id", "pbkdf2", OpenError::RefusedParameters),
        (r#""m":65536"#, r#""m":65535"#, OpenError::RefusedParameters),
        (r#""m":65536"#, r#""m":131073"#, OpenError::RefusedParameters),
        (r#""m":65536"#, r#""m":4294967295"#, OpenError::RefusedParameters),
        (r#""t":3"#, r#""t":2"#, OpenError::RefusedParameters),
        (r#""t":3"#, r#""t":5"#, OpenError::RefusedParameters),
        (r#""p":1"#, r#""p":0"#, OpenError::RefusedParameters),
        (r#""p":1"#, r#""p":5"#, OpenError::RefusedParameters),
        ("sealed", "opened", OpenError::NotAnEnvelope),
        ("tsumugu", "tsumuga", OpenError::NotAnEnvelope),
    ] {
        assert_eq!(open(&altered(from, to)), Err(error), "{from} → {to}");
    }
    let no_ciphertext = format!(r#"{}"ct":""}}"#, String::from_utf8(sealed()).unwrap().split(r#""ct""#).next().unwrap());
    assert_eq!(open(no_ciphertext.as_bytes()), Err(OpenError::Damaged));
}

#[test]
fn other_files_are_not_envelopes() {
    for other in [&b""[..], b"{}", b"[]", b"null", b"{\"v\":1}", b"{\"tsumugu\":\"plain\",\"v\":1}", b"%PDF-1.7", b"\xFF\xFE{\0"] {
        assert_eq!(open(other), Err(OpenError::NotAnEnvelope), "{other:?}");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(open(deep.as_bytes()), Err(OpenError::NotAnEnvelope));
}

#[test]
fn what_editors_and_mail_do_to_a_text_is_forgiven() {
    let text = String::from_utf8(sealed()).unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    for form in [
        format!("\u{FEFF}{text}\r\n"),
        format!("\n\n  {text}  "),
        text.replace(',', " ,\r\n\t").replace(':', " : "),
        text.replace("backup", r"b\u0061ckup"),
        serde_json::to_string_pretty(&value).unwrap(),
    ] {
        assert_eq!(open(form.as_bytes()).as_deref(), Ok(CONTENT), "{form}");
    }
}

#[test]
fn the_largest_content_stays_under_the_size_that_is_not_even_parsed() {
    let content = alloc::vec![0; crate::MAX_CONTENT];
    let largest = header().write(&pad(&content, crate::padding::FILE_STEP).unwrap()).into_bytes();
    assert!(Envelope::read(KIND, &largest).is_ok());
    let beyond = altered(r#""ct":"#, &format!(r#""ct":{}"#, " ".repeat(22 << 20)));
    assert_eq!(open(&beyond), Err(OpenError::TooLarge));
}

#[test]
fn the_size_shows_steps_only() {
    let sizes: BTreeSet<usize> = (0..=1020).map(|n| seal_with_key(&header(), &key(), &[b'x'; 1020][..n]).unwrap().len()).collect();
    assert_eq!(sizes.len(), 1);
}

fn any_cost() -> impl Strategy<Value = Cost> {
    let (least, most) = (Cost::LEAST, Cost::MOST);
    (least.memory..=most.memory, least.passes..=most.passes, least.lanes..=most.lanes).prop_map(|(memory, passes, lanes)| Cost {
        memory,
        passes,
        lanes,
    })
}

proptest! {
    #[test]
    fn what_was_sealed_opens_and_only_with_its_key(
        kind in "[a-z0-9-]{1,32}",
        cost in any_cost(),
        bytes: [u8; 28],
        secret: [u8; 32],
        other: [u8; 32],
        content in prop::collection::vec(any::<u8>(), 0..5000),
    ) {
        let header = Header { kind: &kind, cost, fresh: Fresh::from_random(bytes) };
        let text = seal_with_key(&header, &Key::from_test_bytes(secret), &content).unwrap();
        let open_as = |secret| open_with_key(Envelope::read(&kind, text.as_bytes())?, &Key::from_test_bytes(secret));
        let opened = open_as(secret).unwrap();
        prop_assert_eq!(&opened[..], &content);
        if other != secret {
            prop_assert_eq!(open_as(other).unwrap_err(), OpenError::WrongPassphraseOrDamaged);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(open(&bytes).is_err());
    }

    #[test]
    fn several_changes_at_once_are_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let good = sealed();
        let mut bytes = good.clone();
        for (at, byte) in changes {
            bytes[at.index(good.len())] = byte;
        }
        prop_assume!(bytes != good);
        prop_assert!(open(&bytes).is_err());
    }
}
