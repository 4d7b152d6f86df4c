//! IndexedDB with futures, and with `durability: "strict"`, which `web-sys` does not offer in its stable part.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::bounded::Waiting;
use store::port::JournalError;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Object)]
    type Database;

    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn transaction(this: &Database, stores: &Array, mode: &str, options: &Object) -> Result<IdbTransaction, JsValue>;
}

/// A transaction over some stores that completes only when its changes are on the disk.
pub fn begin(db: &IdbDatabase, stores: &[&str], mode: &str) -> Result<IdbTransaction, JournalError> {
    let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
    let options = Object::new();
    // Setting a property of a new plain object cannot fail.
    let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
    db.unchecked_ref::<Database>().transaction(&names, mode, &options).map_err(error_of)
}

/// Waits for a request of an open transaction.
pub async fn answer(request: Result<IdbRequest, JsValue>) -> Result<JsValue, JournalError> {
    let request = request.map_err(error_of)?;
    let promise = Promise::new(&mut |resolve, reject| {
        let done = request.clone();
        let ok = Closure::once_into_js(move || {
            let _ = resolve.call1(&JsValue::NULL, &done.result().unwrap_or(JsValue::UNDEFINED));
        });
        let failed = request.clone();
        let bad = Closure::once_into_js(move || {
            let cause = failed.error().ok().flatten().map_or(JsValue::UNDEFINED, JsValue::from);
            let _ = reject.call1(&JsValue::NULL, &cause);
        });
        request.set_onsuccess(Some(ok.unchecked_ref()));
        request.set_onerror(Some(bad.unchecked_ref()));
    });
    JsFuture::from(promise).await.map_err(error_of)
}

/// Waits until a transaction is committed (`complete`), the only proof that its changes are kept.
pub async fn committed(tx: &IdbTransaction) -> Result<(), JournalError> {
    let promise = Promise::new(&mut |resolve, reject| {
        tx.set_oncomplete(Some(resolve.unchecked_ref()));
        let failed = tx.clone();
        let bad = Closure::once_into_js(move || {
            let cause = failed.error().map_or_else(|| JsValue::from_str("aborted"), JsValue::from);
            let _ = reject.call1(&JsValue::NULL, &cause);
        });
        tx.set_onabort(Some(bad.unchecked_ref()));
    });
    JsFuture::from(promise).await.map(drop).map_err(error_of)
}

/// Opens the database, making stores that are missing and removing those that are `gone`. What stands in the others stays.
pub async fn open(
    name: &str,
    version: u32,
    stores: &'static [&'static str],
    gone: &'static [&'static str],
) -> Result<IdbDatabase, JournalError> {
    let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten()).ok_or(JournalError::Unavailable)?;
    let request: IdbOpenDbRequest = factory.open_with_u32(name, version).map_err(|_| JournalError::Unavailable)?;
    let upgrading = request.clone();
    let upgrade = Closure::once_into_js(move || {
        let Some(db) = upgrading.result().ok().and_then(|db| db.dyn_into::<IdbDatabase>().ok()) else { return };
        for store in gone.iter().filter(|store| db.object_store_names().contains(store)) {
            let _ = db.delete_object_store(store);
        }
        for store in stores {
            if !db.object_store_names().contains(store) {
                // A store that cannot be made aborts the upgrade; the open then fails and is reported.
                let _ = db.create_object_store(store);
            }
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let db = opened(&request).await.map_err(|error| match error {
        JournalError::Full => JournalError::Full,
        // An old tab holds an older version and does not step aside, perhaps because it sleeps.
        JournalError::Failed(name) if name == BLOCKED => JournalError::NoAnswer,
        _ => JournalError::Unavailable,
    })?;
    db.dyn_into().map_err(|_| JournalError::Unavailable)
}

const BLOCKED: &str = "blocked";

/// Waits for the connection. One that comes when nobody waits any more is closed: left open it would block every newer release.
async fn opened(request: &IdbOpenDbRequest) -> Result<JsValue, JournalError> {
    let waiting = Waiting::default();
    let promise = Promise::new(&mut |resolve, reject| {
        let (done, waited_for) = (request.clone(), waiting.watch());
        let ok = Closure::once_into_js(move || {
            let result = done.result().unwrap_or(JsValue::UNDEFINED);
            let Some(db) = result.dyn_ref::<IdbDatabase>() else { return };
            if !waited_for() {
                return db.close();
            }
            step_aside(db);
            let _ = resolve.call1(&JsValue::NULL, &result);
        });
        let (failed, refuse) = (request.clone(), reject.clone());
        let bad = Closure::once_into_js(move || {
            let cause = failed.error().ok().flatten().map_or(JsValue::UNDEFINED, JsValue::from);
            let _ = refuse.call1(&JsValue::NULL, &cause);
        });
        let blocked = Closure::once_into_js(move || {
            let _ = reject.call1(&JsValue::NULL, &BLOCKED.into());
        });
        request.set_onsuccess(Some(ok.unchecked_ref()));
        request.set_onerror(Some(bad.unchecked_ref()));
        request.set_onblocked(Some(blocked.unchecked_ref()));
    });
    JsFuture::from(promise).await.map_err(error_of)
}

/// A newer release in another tab may need to change the stores: this tab closes its connection instead of blocking it.
fn step_aside(db: &IdbDatabase) {
    let closing = db.clone();
    let close = Closure::<dyn Fn()>::new(move || closing.close()).into_js_value();
    db.set_onversionchange(Some(close.unchecked_ref()));
}

fn error_of(cause: JsValue) -> JournalError {
    let name = Reflect::get(&cause, &"name".into()).ok().and_then(|name| name.as_string());
    match name.or_else(|| cause.as_string()).unwrap_or_default() {
        name if name == "QuotaExceededError" => JournalError::Full,
        name => JournalError::Failed(name),
    }
}
