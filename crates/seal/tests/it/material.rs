//! Reading the JSON files in `tests/vectors`.

use base64ct::{Base64UrlUnpadded, Encoding};
use serde_json::Value;
use std::{fs, path::PathBuf};

/// One JSON object of a file.
pub struct Material {
    pub value: Value,
}

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(name)
}

impl Material {
    pub fn read(name: &str) -> Material {
        Material { value: serde_json::from_slice(&fs::read(path(name)).unwrap()).unwrap() }
    }

    /// Only to add a case.
    pub fn write(&self, name: &str) {
        fs::write(path(name), serde_json::to_string_pretty(&self.value).unwrap() + "\n").unwrap();
    }

    /// The objects under `cases`; at least one.
    pub fn cases(&self) -> Vec<Material> {
        let cases = self.value["cases"].as_array().expect("no cases");
        assert!(!cases.is_empty());
        cases.iter().map(|value| Material { value: value.clone() }).collect()
    }

    pub fn text(&self, field: &str) -> &str {
        self.value[field].as_str().unwrap_or_else(|| panic!("no {field} in {}", self.value))
    }
}

/// Bytes from base64url.
pub fn bytes(text: &str) -> Vec<u8> {
    Base64UrlUnpadded::decode_vec(text).unwrap()
}

/// Bytes as base64url.
pub fn words(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}
