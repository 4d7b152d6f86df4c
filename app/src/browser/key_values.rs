//! The key-value store on `localStorage`, through gloo-storage.

use gloo_storage::{LocalStorage, Storage};

use store::port::{KeyValueError, KeyValueStore};

/// `localStorage`, or nothing where the browser has switched it off.
#[derive(Debug)]
pub struct LocalKeyValues {
    on: bool,
}

impl LocalKeyValues {
    /// Looks once whether there is a `localStorage`: gloo-storage would panic where reading it is refused.
    pub fn new() -> LocalKeyValues {
        let on = web_sys::window().and_then(|window| window.local_storage().ok().flatten()).is_some();
        LocalKeyValues { on }
    }
}

impl KeyValueStore for LocalKeyValues {
    fn get(&self, key: &str) -> Option<String> {
        if !self.on {
            return None;
        }
        LocalStorage::raw().get_item(key).ok().flatten()
    }

    fn set(&self, key: &str, value: &str) -> Result<(), KeyValueError> {
        if !self.on {
            return Err(KeyValueError);
        }
        LocalStorage::raw().set_item(key, value).map_err(|_| KeyValueError)
    }

    fn remove(&self, key: &str) {
        if self.on {
            LocalStorage::delete(key);
        }
    }

    fn keys(&self) -> Vec<String> {
        if !self.on {
            return Vec::new();
        }
        (0..LocalStorage::length()).filter_map(|index| LocalStorage::raw().key(index).ok().flatten()).collect()
    }
}
