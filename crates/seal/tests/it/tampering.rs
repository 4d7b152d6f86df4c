//! Parts of two good envelopes put together, with the same passphrase on both.
//!
//! The exhaustive tests, every bit of an envelope, stand beside the code in `src/sealing/tests.rs`.

use seal::{Fresh, OpenError, Passphrase, check_envelope, open_with_passphrase, seal_with_passphrase};
use serde_json::{Value, json};

const WORDS: &str = "Asagao no mikan 3";

fn sealed(first: u8, content: &[u8]) -> Value {
    let fresh = Fresh::from_random(std::array::from_fn(|i| first + i as u8));
    let text = seal_with_passphrase("backup", &Passphrase::from_typed(WORDS), fresh, content).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn open_as(kind: &str, envelope: &Value) -> Result<Vec<u8>, OpenError> {
    let text = envelope.to_string();
    open_with_passphrase(kind, &Passphrase::from_typed(WORDS), text.as_bytes()).map(|opened| opened.to_vec())
}

#[test]
fn no_field_can_be_exchanged() {
    let ours = sealed(1, b"ours");
    let theirs = sealed(101, b"theirs");
    assert_eq!(open_as("backup", &ours).as_deref(), Ok(&b"ours"[..]), "keys in another order are fine");

    for field in ["/kdf/salt", "/nonce", "/ct", "/kdf"] {
        let mut mixed = ours.clone();
        *mixed.pointer_mut(field).unwrap() = theirs.pointer(field).unwrap().clone();
        assert_ne!(mixed, ours);
        assert_eq!(open_as("backup", &mixed), Err(OpenError::WrongPassphraseOrDamaged), "{field}");
    }
    for (field, value) in [("/kdf/m", json!(65_544)), ("/kdf/t", json!(4)), ("/kdf/p", json!(2))] {
        let mut altered = ours.clone();
        *altered.pointer_mut(field).unwrap() = value;
        assert_eq!(open_as("backup", &altered), Err(OpenError::WrongPassphraseOrDamaged), "{field}");
    }
    let mut renamed = ours.clone();
    renamed["kind"] = json!("circle");
    assert_eq!(open_as("circle", &renamed), Err(OpenError::WrongPassphraseOrDamaged));
    assert_eq!(open_as("backup", &renamed), Err(OpenError::WrongKind));
}

/// Refused by the check that needs no passphrase, so no work is done for them either.
#[test]
fn weaker_algorithms_and_memory_bombs_are_refused_at_sight() {
    let good = sealed(1, b"ours");
    for (field, value) in [
        ("/kdf/m", json!(65_535)),
        ("/kdf/m", json!(8)),
        ("/kdf/m", json!(131_073)),
        ("/kdf/m", json!(u32::MAX)),
        ("/kdf/t", json!(2)),
        ("/kdf/t", json!(0)),
        ("/kdf/t", json!(5)),
        ("/kdf/p", json!(0)),
        ("/kdf/p", json!(5)),
        ("/kdf/name", json!("argon2i")),
        ("/kdf/name", json!("pbkdf2")),
        ("/enc", json!("A128GCM")),
        ("/enc", json!("none")),
    ] {
        let mut weak = good.clone();
        *weak.pointer_mut(field).unwrap() = value.clone();
        let check = check_envelope("backup", weak.to_string().as_bytes());
        assert_eq!(check, Err(OpenError::RefusedParameters), "{field} {value}");
    }
}
