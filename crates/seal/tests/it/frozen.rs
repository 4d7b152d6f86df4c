//! Files of released formats open for ever. Files in `tests/vectors` are added, never edited.
//!
//! A vector of our own is made by writing a file with all fields but `envelope` and running
//! `every_released_file_opens` alone with `SEAL_FREEZE=1` in the environment. The vector with `written_by` comes from
//! another implementation.

use seal::{Fresh, Passphrase, open_with_passphrase, seal_with_passphrase};
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

/// Fills in the envelope where a vector has none yet; never touches one that has.
fn freeze() {
    for mut vector in vectors() {
        if vector.value.get("envelope").is_none() {
            vector.value["envelope"] = vector.sealed_again().expect("needs `random`").into();
            fs::write(&vector.path, serde_json::to_string_pretty(&vector.value).unwrap() + "\n").unwrap();
        }
    }
}
