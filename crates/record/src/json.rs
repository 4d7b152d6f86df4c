//! The JSON of a part of a record. Objects may have entries of a newer release: what this release knows is taken out, the rest is kept.
//!
//! serde's `flatten` does the same by way of a copy of every object, which costs twice the code.

use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned, de::Error};
use serde_json::{Map, Value};

/// The entries of one object that were not taken out yet.
pub(crate) struct Entries(Map<String, Value>);

impl Entries {
    pub(crate) fn of<'de, D: Deserializer<'de>>(from: D) -> Result<Entries, D::Error> {
        Map::deserialize(from).map(Entries)
    }

    /// An entry that is always there.
    pub(crate) fn take<T: DeserializeOwned, E: Error>(&mut self, key: &'static str) -> Result<T, E> {
        let value = self.0.remove(key).ok_or_else(|| E::missing_field(key))?;
        serde_json::from_value(value).map_err(E::custom)
    }

    /// An entry that is left out where it has nothing to say.
    pub(crate) fn take_or_default<T: DeserializeOwned + Default, E: Error>(&mut self, key: &str) -> Result<T, E> {
        self.0.remove(key).map_or_else(|| Ok(T::default()), serde_json::from_value).map_err(E::custom)
    }

    /// What only a newer release knows.
    pub(crate) fn rest(self) -> Map<String, Value> {
        self.0
    }
}

/// A part of a record as it stands in the stored form. Two parts are equal exactly when their texts are.
pub(crate) fn text<T: Serialize>(part: &T) -> String {
    // Keys are strings and numbers are finite: serialising cannot fail.
    serde_json::to_value(part).unwrap_or_default().to_string()
}
