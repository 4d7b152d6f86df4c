//! Known answers through our own key type, so that a swapped argument would show.

use super::{Key, TAG};
use crate::{cost::Cost, passphrase::Passphrase};
use alloc::vec::Vec;

fn hex(text: &str) -> Vec<u8> {
    let digit = |c: u8| char::from(c).to_digit(16).unwrap() as u8;
    text.as_bytes().chunks(2).map(|pair| digit(pair[0]) * 16 + digit(pair[1])).collect()
}

/// Test cases 13, 14 and 16 of "The Galois/Counter Mode of Operation" (McGrew, Viega), submitted to NIST:
/// key, nonce, additional data, plaintext, ciphertext and tag.
const GCM: [[&str; 5]; 3] = [
    [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "000000000000000000000000",
        "",
        "",
        "530f8afbc74536b9a963b4f1c4cb738b",
    ],
    [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "000000000000000000000000",
        "",
        "00000000000000000000000000000000",
        "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
    ],
    [
        "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
        "cafebabefacedbaddecaf888",
        "feedfacedeadbeeffeedfacedeadbeefabaddad2",
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b",
    ],
];

#[test]
fn aes_256_gcm_known_answers() {
    for [key, nonce, additional, plaintext, ciphertext] in GCM.map(|case| case.map(hex)) {
        let key = Key::from_test_bytes(key.try_into().unwrap());
        let nonce = nonce.try_into().unwrap();
        let mut buffer = plaintext.clone();
        key.encrypt(&nonce, &additional, &mut buffer).unwrap();
        assert_eq!(buffer, ciphertext);
        key.decrypt(&nonce, &additional, &mut buffer).unwrap();
        assert_eq!(buffer, plaintext);
    }
}

#[test]
fn less_than_a_tag_is_refused() {
    let key = Key::from_test_bytes([1; 32]);
    for length in 0..TAG {
        assert!(key.decrypt(&[2; 12], b"", &mut [0; TAG][..length].to_vec()).is_none());
    }
}

/// Computed with the reference implementation of Argon2 (through argon2-cffi).
#[test]
fn argon2id_agrees_with_the_reference_implementation() {
    let passphrase = Passphrase::from_typed("あさがおの みかん 3つ");
    let salt = core::array::from_fn(|i| i as u8);
    for (cost, expected) in [
        (Cost::NOW, "a797a449cf1621036ea8e4846c8738b29dcc25f77c23376d699246fb714a0fa6"),
        (Cost { memory: 65_537, passes: 4, lanes: 3 }, "79735816b62c45e6afd4c25328b89176849aef656cf01a9782a00e01004f7dbe"),
    ] {
        let key = Key::derive(passphrase.secret_bytes(), &salt, cost).unwrap();
        assert_eq!(key.expose()[..], hex(expected), "{cost:?}");
    }
}

#[test]
fn debug_shows_nothing() {
    assert_eq!(alloc::format!("{:?}", Key::from_test_bytes([7; 32])), "Key(hidden)");
}
