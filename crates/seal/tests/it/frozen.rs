//! Files of released formats open for ever. Files in `tests/vectors` are added, never edited.
//!
//! A vector of our own is made by writing a file with all fields but `envelope` and running
//! `every_released_file_opens` alone with `SEAL_FREEZE=1` in the environment. The vector with `written_by` comes from
//! another implementation.

use seal::{Digits, Fresh, Passphrase, open_with_digits, open_with_passphrase, seal_with_digits, seal_with_passphrase};
use serde_json::Value;
use std::{fs, path::PathBuf};

struct Vector {
    path: PathBuf,
    value: Value,
}

impl Vector {
    fn text(&self, field: &str) -> &str {
        self.value[field].as_str().unwrap_or_else(|| panic!("{} has no {field}", self.path.display()))
    }

    /// The vector's envelope made anew, if it is one of ours and so has the random bytes.
    fn sealed_again(&self) -> Option<String> {
        let random = self.value["random"].as_array()?;
        let random: Vec<u8> = random.iter().map(|byte| byte.as_u64().unwrap() as u8).collect();
        let fresh = Fresh::from_random(random.try_into().unwrap());
        let passphrase = Passphrase::from_typed(self.text("passphrase"));
        Some(seal_with_passphrase(self.text("kind"), &passphrase, fresh, self.text("content").as_bytes()).unwrap())
    }
}

fn vectors() -> Vec<Vector> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("v1-")));
    paths.sort();
    let read = |path: PathBuf| Vector { value: serde_json::from_slice(&fs::read(&path).unwrap()).unwrap(), path };
    paths.into_iter().map(read).collect()
}

#[test]
fn every_released_file_opens() {
    if std::env::var_os("SEAL_FREEZE").is_some() {
        freeze();
    }
    let vectors = vectors();
    assert!(vectors.len() >= 2, "a frozen file is gone");
    for vector in vectors {
        let name = vector.path.display();
        for typed in ["passphrase", "passphrase_on_another_keyboard"] {
            let passphrase = Passphrase::from_typed(vector.text(typed));
            let opened = open_with_passphrase(vector.text("kind"), &passphrase, vector.text("envelope").as_bytes());
            assert_eq!(&*opened.unwrap_or_else(|e| panic!("{name}, {typed}: {e}")), vector.text("content").as_bytes());
        }
    }
}

/// When the format moves on, this test changes to the newest version; the one above never does.
#[test]
fn version_1_is_still_what_is_written() {
    let written: Vec<Vector> = vectors().into_iter().filter(|vector| vector.value["random"].is_array()).collect();
    assert!(!written.is_empty());
    for vector in written {
        assert_eq!(vector.sealed_again().as_deref(), Some(vector.text("envelope")), "{}", vector.path.display());
    }
}

/// The compact envelope, written down in hexadecimal. `v2-foreign.json` was made with argon2-cffi and the AES-GCM of Python's
/// `cryptography`, from the crate documentation alone.
#[test]
fn compact_envelopes_open_for_ever() {
    for name in ["v2-ours.json", "v2-foreign.json"] {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(name);
        let vector = Vector { value: serde_json::from_slice(&fs::read(&path).unwrap()).unwrap(), path };
        let envelope = bytes(vector.text("envelope"));
        for typed in ["digits", "digits_on_another_keyboard"] {
            let digits = Digits::from_typed(vector.text(typed)).unwrap();
            let opened = open_with_digits(vector.text("kind"), &digits, &envelope).unwrap();
            assert_eq!(&*opened, vector.text("content").as_bytes(), "{name}");
        }
        let fresh = Fresh::from_random(bytes(vector.text("random")).try_into().unwrap());
        let digits = Digits::from_typed(vector.text("digits")).unwrap();
        let again = seal_with_digits(vector.text("kind"), &digits, fresh, vector.text("content").as_bytes()).unwrap();
        assert_eq!(again == envelope, name == "v2-ours.json", "{name}: what is written today");
    }
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

/// Fills in the envelope where a vector has none yet; never touches one that has.
fn freeze() {
    for mut vector in vectors() {
        if vector.value.get("envelope").is_none() {
            vector.value["envelope"] = vector.sealed_again().expect("needs `random`").into();
            fs::write(&vector.path, serde_json::to_string_pretty(&vector.value).unwrap() + "\n").unwrap();
        }
    }
}
