//! The shelf on `localStorage`, through gloo-storage.

use gloo_storage::{LocalStorage, Storage};

use crate::port::{Shelf, ShelfError};

/// `localStorage`, or nothing where the browser has switched it off.
#[derive(Debug)]
pub struct LocalShelf {
    on: bool,
}

impl LocalShelf {
    /// Looks once whether there is a `localStorage`: gloo-storage would panic where reading it is refused.
    pub fn new() -> LocalShelf {
        let on = web_sys::window().and_then(|window| window.local_storage().ok().flatten()).is_some();
        LocalShelf { on }
    }
}

impl Shelf for LocalShelf {
    fn get(&self, key: &str) -> Option<String> {
        if !self.on {
            return None;
        }
        LocalStorage::raw().get_item(key).ok().flatten()
    }

    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        if !self.on {
            return Err(ShelfError);
        }
        LocalStorage::raw().set_item(key, value).map_err(|_| ShelfError)
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
