//! One content, several ways to its key; and nothing that was altered.

use super::{Way, head_of_wrap, unwrap_for, unwrap_with_link, unwrap_with_passphrase, wrap_for, wrap_with_link, wrap_with_passphrase};
use crate::{
    content::{open_content, seal_content},
    content_key::ContentKey,
    error::{OpenError, SealError},
    fresh::Fresh,
    link_key::LinkKey,
    nonce::Nonce,
    passphrase::Passphrase,
    purpose::Purpose,
    recipient::{Ephemeral, PrivateKey, open_letter},
};
use alloc::{format, string::String, vec, vec::Vec};

const PURPOSE: Purpose<'static> = Purpose { kind: "circle", owner: "an-id" };
const WORDS: &str = "Asagao no mikan 3";

fn numbers<const N: usize>(first: u8) -> [u8; N] {
    core::array::from_fn(|at| first + at as u8)
}

fn content_key() -> ContentKey {
    ContentKey::from_random(numbers(1)).unwrap()
}

fn link(first: u8) -> LinkKey {
    LinkKey::from_random(numbers(first)).unwrap()
}

fn recipient(first: u8) -> PrivateKey {
    PrivateKey::from_random(numbers(first)).unwrap()
}

fn by_link() -> String {
    wrap_with_link(&content_key(), PURPOSE, &link(50), Nonce::from_random(numbers(9)).unwrap()).unwrap()
}

fn by_recipient() -> String {
    wrap_for(&content_key(), PURPOSE, &recipient(60).public(), Ephemeral::from_random(numbers(9)).unwrap()).unwrap()
}

fn by_passphrase() -> String {
    wrap_with_passphrase(&content_key(), PURPOSE, &Passphrase::from_typed(WORDS), Fresh::from_random(numbers(9))).unwrap()
}

fn same(key: Result<ContentKey, OpenError>) -> Result<bool, OpenError> {
    key.map(|key| key.id() == content_key().id() && key.key().expose() == content_key().key().expose())
}

#[test]
fn one_content_opens_in_three_ways() {
    let sealed = seal_content(&content_key(), Nonce::from_random(numbers(3)).unwrap(), PURPOSE, 1, b"the record").unwrap();
    for key in [
        unwrap_with_passphrase(PURPOSE, &Passphrase::from_typed("　Ａｓａｇａｏ no mikan ３"), &by_passphrase()),
        unwrap_with_link(PURPOSE, &link(50), &by_link()),
        unwrap_for(PURPOSE, &recipient(60), &by_recipient()),
    ] {
        assert_eq!(&*open_content(&key.unwrap(), PURPOSE, &sealed).unwrap().1, b"the record");
    }
}

#[test]
fn a_wrap_says_which_key_is_in_it_and_what_opens_it() {
    for (text, way) in
        [(by_passphrase(), Way::Passphrase), (by_link(), Way::Link), (by_recipient(), Way::Recipient(recipient(60).public().fingerprint()))]
    {
        let head = head_of_wrap("circle", &text).unwrap();
        assert_eq!((head.key_id, head.way), (content_key().id(), way));
        assert_eq!(head_of_wrap("reply", &text), Err(OpenError::WrongKind));
        assert!(!text.contains(PURPOSE.owner));
    }
}

#[test]
fn another_secret_does_not_unwrap() {
    let wrong = Passphrase::from_typed("asagao no mikan 3");
    assert_eq!(same(unwrap_with_passphrase(PURPOSE, &wrong, &by_passphrase())), Err(OpenError::WrongPassphraseOrDamaged));
    assert_eq!(same(unwrap_with_link(PURPOSE, &link(51), &by_link())), Err(OpenError::WrongKeyOrDamaged));
    assert_eq!(same(unwrap_for(PURPOSE, &recipient(61), &by_recipient())), Err(OpenError::WrongKey));
}

#[test]
fn a_wrap_is_for_one_kind_and_one_owner() {
    let other_kind = Purpose { kind: "reply", ..PURPOSE };
    let other_owner = Purpose { owner: "another-id", ..PURPOSE };
    let words = Passphrase::from_typed(WORDS);
    assert_eq!(same(unwrap_with_link(PURPOSE, &link(50), &by_link())), Ok(true), "the control");
    assert_eq!(same(unwrap_with_link(other_kind, &link(50), &by_link())), Err(OpenError::WrongKind));
    assert_eq!(same(unwrap_with_link(other_owner, &link(50), &by_link())), Err(OpenError::WrongKeyOrDamaged));
    assert_eq!(same(unwrap_for(other_kind, &recipient(60), &by_recipient())), Err(OpenError::WrongKind));
    assert_eq!(same(unwrap_for(other_owner, &recipient(60), &by_recipient())), Err(OpenError::Damaged));
    assert_eq!(same(unwrap_with_passphrase(other_kind, &words, &by_passphrase())), Err(OpenError::WrongKind));
    assert_eq!(same(unwrap_with_passphrase(other_owner, &words, &by_passphrase())), Err(OpenError::WrongPassphraseOrDamaged));
}

/// A wrap of one way is not taken for one of another, and not for a letter.
#[test]
fn the_ways_are_not_mixed_up() {
    let words = Passphrase::from_typed(WORDS);
    for text in [by_link(), by_recipient()] {
        assert_eq!(same(unwrap_with_passphrase(PURPOSE, &words, &text)), Err(OpenError::NotAnEnvelope));
    }
    for text in [by_passphrase(), by_recipient()] {
        assert_eq!(same(unwrap_with_link(PURPOSE, &link(50), &text)), Err(OpenError::NotAnEnvelope));
    }
    for text in [by_passphrase(), by_link()] {
        assert_eq!(same(unwrap_for(PURPOSE, &recipient(60), &text)), Err(OpenError::NotAnEnvelope));
    }
    assert_eq!(open_letter(&recipient(60), PURPOSE, &by_recipient()).unwrap_err(), OpenError::NotAnEnvelope);
}

#[test]
fn every_changed_sign_and_every_cut_is_refused() {
    for (good, unwrap) in [
        (by_link(), (|text| same(unwrap_with_link(PURPOSE, &link(50), text))) as fn(&str) -> Result<bool, OpenError>),
        (by_recipient(), |text| same(unwrap_for(PURPOSE, &recipient(60), text))),
    ] {
        assert_eq!(unwrap(&good), Ok(true));
        for at in 0..good.len() {
            for sign in ['A', '0', '"', '}'] {
                let mut changed: Vec<char> = good.chars().collect();
                if changed[at] != sign {
                    changed[at] = sign;
                    assert!(unwrap(&changed.into_iter().collect::<String>()).is_err(), "{at} {sign}");
                }
            }
            assert!(unwrap(&good[..at]).is_err() && unwrap(&good[at + 1..]).is_err(), "{at}");
        }
    }
}

/// Another name on the same bytes: then the tag does not fit. And a wrap that names a key which is not in it opens to nothing.
#[test]
fn a_wrap_holds_the_key_that_it_names() {
    let other = ContentKey::from_random(numbers(2)).unwrap().id().to_base64url();
    let renamed = by_link().replace(&content_key().id().to_base64url(), &other);
    assert_eq!(same(unwrap_with_link(PURPOSE, &link(50), &renamed)), Err(OpenError::WrongKeyOrDamaged));
    let to = recipient(60);
    let false_name = super::What::Wrap(ContentKey::from_random(numbers(2)).unwrap().id());
    let ephemeral = Ephemeral::from_random(numbers(9)).unwrap();
    let lying = super::seal_form(false_name, &to.public(), ephemeral, PURPOSE, content_key().key().expose()).unwrap();
    assert_eq!(same(unwrap_for(PURPOSE, &to, &lying)), Err(OpenError::Damaged));
}

#[test]
fn weaker_algorithms_newer_versions_and_other_members_are_refused_at_sight() {
    let head = |text: &str| head_of_wrap("circle", text).map(|_| ());
    let (passphrase, link, recipient) = (by_passphrase(), by_link(), by_recipient());
    let cases = [
        (passphrase.replace("\"m\":65536", "\"m\":65535"), OpenError::RefusedParameters),
        (passphrase.replace("\"t\":3", "\"t\":5"), OpenError::RefusedParameters),
        (passphrase.replace("\"t\":3,", ""), OpenError::Damaged),
        (passphrase.replace("argon2id", "pbkdf2"), OpenError::RefusedParameters),
        (passphrase.replace("argon2id", "hkdf-sha256"), OpenError::Damaged),
        (link.replace("\"name\":\"hkdf", "\"t\":3,\"name\":\"hkdf"), OpenError::Damaged),
        (recipient.replace("\"kem\":16", "\"kem\":32"), OpenError::RefusedParameters),
        (recipient.replace("\"aead\":2", "\"aead\":1"), OpenError::RefusedParameters),
        (recipient.replace("\"kdf\":1", "\"kdf\":3"), OpenError::RefusedParameters),
        (link.replace("\"v\":3", "\"v\":4"), OpenError::NewerVersion),
        (link.replace("\"v\":3", "\"v\":2"), OpenError::NotAnEnvelope),
        (link.replace("\"wrap\"", "\"sealed\""), OpenError::NotAnEnvelope),
        (link.replace("\"wrap\"", "\"letter\""), OpenError::Damaged),
        (link.replace("\"kind\"", "\"x\":1,\"kind\""), OpenError::Damaged),
        (format!("{link}{}", " x".repeat(100_000)), OpenError::TooLarge),
        (String::from("{}"), OpenError::NotAnEnvelope),
    ];
    for (text, error) in cases {
        assert_eq!(head(&text), Err(error), "{text:.300}");
    }
    assert_eq!(head(&format!("\n{link} ")), Ok(()));
}

#[test]
fn what_must_not_be_wrapped_is_refused() {
    let bad = Purpose { kind: "circle", owner: "" };
    let words = Passphrase::from_typed(WORDS);
    let short = Passphrase::from_typed("short");
    let results: Vec<Result<String, SealError>> = vec![
        wrap_with_link(&content_key(), bad, &link(50), Nonce::from_random(numbers(9)).unwrap()),
        wrap_for(&content_key(), bad, &recipient(60).public(), Ephemeral::from_random(numbers(9)).unwrap()),
        wrap_with_passphrase(&content_key(), bad, &words, Fresh::from_random(numbers(9))),
        wrap_with_passphrase(&content_key(), PURPOSE, &words, Fresh::from_random([0; 28])),
        wrap_with_passphrase(&content_key(), PURPOSE, &short, Fresh::from_random(numbers(9))),
    ];
    let errors: Vec<SealError> = results.into_iter().map(Result::unwrap_err).collect();
    assert_eq!(errors, [SealError::BadKind, SealError::BadKind, SealError::BadKind, SealError::NotRandom, SealError::PassphraseTooShort]);
}
