//! Bytes beside the journal, in the store `blobs` of its database: hash → `Uint8Array`.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::{
    bounded::bounded,
    idb,
    journal::{BLOBS, IdbJournal, delete, put, store, text},
};
use store::port::{Blobs, JournalError, Later};

impl IdbJournal {
    async fn put_blob(self, name: String, bytes: Uint8Array) -> Result<(), JournalError> {
        let tx = self.begin(&[BLOBS], "readwrite").await?;
        put(&store(&tx, BLOBS)?, &name.into(), &bytes.into())?;
        idb::committed(&tx).await
    }

    async fn load_blob(self, name: String) -> Result<Option<Vec<u8>>, JournalError> {
        let tx = self.begin(&[BLOBS], "readonly").await?;
        let found = idb::answer(store(&tx, BLOBS)?.get(&name.into())).await?;
        // Anything else that stands there is not what was written; no bytes say so to whoever verifies them.
        let bytes = |found: JsValue| found.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
        Ok((!found.is_undefined()).then(|| bytes(found)))
    }

    async fn load_blob_names(self) -> Result<Vec<String>, JournalError> {
        let tx = self.begin(&[BLOBS], "readonly").await?;
        let keys = Array::from(&idb::answer(store(&tx, BLOBS)?.get_all_keys()).await?);
        Ok(keys.iter().map(|key| text(&key)).collect())
    }

    async fn remove_blobs(self, names: Vec<String>) -> Result<(), JournalError> {
        let tx = self.begin(&[BLOBS], "readwrite").await?;
        delete(&store(&tx, BLOBS)?, &names)?;
        idb::committed(&tx).await
    }
}

impl Blobs for IdbJournal {
    fn put(&self, name: &str, bytes: &[u8]) -> Later<Result<(), JournalError>> {
        bounded(self.clone().put_blob(name.to_owned(), Uint8Array::from(bytes)))
    }
    fn get(&self, name: &str) -> Later<Result<Option<Vec<u8>>, JournalError>> {
        bounded(self.clone().load_blob(name.to_owned()))
    }
    fn names(&self) -> Later<Result<Vec<String>, JournalError>> {
        bounded(self.clone().load_blob_names())
    }
    fn remove(&self, names: &[String]) -> Later<Result<(), JournalError>> {
        bounded(self.clone().remove_blobs(names.to_vec()))
    }
}
