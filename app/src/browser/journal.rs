//! The journal on IndexedDB. Stores: `revisions` (`record/0000000012` → row), `heads` (record → revision), `pins` (`record/circle` and
//! `record/circle/offered` → revision), `aside` (damaged bytes), `blobs` (hash → bytes of a picture).

use std::{cell::RefCell, rc::Rc};

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore};

use super::{bounded::bounded, idb};
use store::port::{Append, CircleId, Head, Journal, JournalError, Later, PinFor, Pinned};

const NAME: &str = "tsumugu";
/// Version 2 has `pins`, and no longer the `outbox` of version 1, which nothing has ever read; version 3 has `blobs`.
const VERSION: u32 = 3;
const REVISIONS: &str = "revisions";
const HEADS: &str = "heads";
const PINS: &str = "pins";
const ASIDE: &str = "aside";
pub(super) const BLOBS: &str = "blobs";
const STORES: &[&str] = &[REVISIONS, HEADS, PINS, ASIDE, BLOBS];
/// Stores of earlier versions.
const GONE: &[&str] = &["outbox"];

/// The journal of this browser. The connection is opened at the first need and again when the browser has lost it.
#[derive(Clone, Debug, Default)]
pub struct IdbJournal(Rc<RefCell<Option<IdbDatabase>>>);

impl IdbJournal {
    async fn db(&self) -> Result<IdbDatabase, JournalError> {
        let open = self.0.borrow().clone();
        if let Some(db) = open {
            return Ok(db);
        }
        let db = idb::open(NAME, VERSION, STORES, GONE).await?;
        *self.0.borrow_mut() = Some(db.clone());
        Ok(db)
    }

    /// A store of a new transaction. Phones drop connections of suspended pages: then it is opened once more.
    pub(super) async fn begin(&self, stores: &[&str], mode: &str) -> Result<web_sys::IdbTransaction, JournalError> {
        let db = self.db().await?;
        match idb::begin(&db, stores, mode) {
            Err(JournalError::Failed(name)) if name == "InvalidStateError" => {
                *self.0.borrow_mut() = None;
                idb::begin(&self.db().await?, stores, mode)
            }
            begun => begun,
        }
    }

    async fn load_heads(self) -> Result<Vec<Head>, JournalError> {
        let tx = self.begin(&[REVISIONS, HEADS], "readonly").await?;
        let (revisions, heads) = (store(&tx, REVISIONS)?, store(&tx, HEADS)?);
        let keys = Array::from(&idb::answer(revisions.get_all_keys()).await?);
        // Keys come in order, so the last one of each record is its newest revision.
        let mut newest: Vec<(String, u32)> = Vec::new();
        for (record, rev) in keys.iter().filter_map(|key| split(&key.as_string()?)) {
            match newest.last_mut() {
                Some(last) if last.0 == record => last.1 = rev,
                _ => newest.push((record, rev)),
            }
        }
        let mut found = Vec::new();
        for (record, rev) in newest {
            let raw = idb::answer(revisions.get(&key(&record, rev).into())).await?;
            let pointer = idb::answer(heads.get(&record.as_str().into())).await?.as_f64();
            found.push(Head { record, pointer: pointer.map(|rev| rev as u32), rev, raw: text(&raw) });
        }
        Ok(found)
    }

    async fn load_revisions(self, record: String) -> Result<Vec<(u32, String)>, JournalError> {
        let tx = self.begin(&[REVISIONS], "readonly").await?;
        let revisions = store(&tx, REVISIONS)?;
        let range = range_of(&record)?;
        let keys = Array::from(&idb::answer(revisions.get_all_keys_with_key(&range)).await?);
        let rows = Array::from(&idb::answer(revisions.get_all_with_key(&range)).await?);
        let pairs = keys.iter().zip(rows.iter()).rev();
        Ok(pairs.filter_map(|(key, raw)| Some((split(&key.as_string()?)?.1, text(&raw)))).collect())
    }

    async fn write(self, append: Append) -> Result<(), JournalError> {
        let tx = self.begin(&[REVISIONS, HEADS, PINS], "readwrite").await?;
        let (revisions, heads) = (store(&tx, REVISIONS)?, store(&tx, HEADS)?);
        let record = JsValue::from_str(&append.record);
        let pointer = idb::answer(heads.get(&record)).await?.as_f64().map_or(0, |rev| rev as u32);
        if pointer != append.expected {
            return Err(JournalError::Stale(pointer));
        }
        for (rev, raw) in &append.rows {
            put(&revisions, &key(&append.record, *rev).into(), &raw.as_str().into())?;
        }
        let pins = store(&tx, PINS)?;
        for pinned in &append.pins {
            put(&pins, &pin_key(&append.record, pinned).into(), &pinned.rev.into())?;
        }
        let pinned = if append.drop.is_empty() { Vec::new() } else { pins_of(&pins, &append.record).await? };
        for rev in append.drop.iter().filter(|rev| !pinned.iter().any(|pinned| pinned.rev == **rev)) {
            revisions.delete(&key(&append.record, *rev).into()).map_err(|_| failed())?;
        }
        if let Some((rev, _)) = append.rows.last() {
            put(&heads, &record, &(*rev).into())?;
        }
        idb::committed(&tx).await
    }

    async fn wipe(self, record: Option<String>, blobs: Vec<String>) -> Result<(), JournalError> {
        let tx = self.begin(STORES, "readwrite").await?;
        for name in STORES {
            let store = store(&tx, name)?;
            match &record {
                None => store.clear(),
                Some(_) if *name == BLOBS => {
                    delete(&store, &blobs)?;
                    continue;
                }
                Some(record) if matches!(*name, REVISIONS | PINS | ASIDE) => store.delete(&range_of(record)?),
                Some(record) => store.delete(&record.as_str().into()),
            }
            .map_err(|_| failed())?;
        }
        idb::committed(&tx).await
    }

    async fn put_pin(self, record: String, pinned: Pinned) -> Result<(), JournalError> {
        let tx = self.begin(&[PINS], "readwrite").await?;
        put(&store(&tx, PINS)?, &pin_key(&record, &pinned).into(), &pinned.rev.into())?;
        idb::committed(&tx).await
    }

    async fn remove_pins(self, record: String, circle: CircleId) -> Result<(), JournalError> {
        let tx = self.begin(&[PINS], "readwrite").await?;
        let pins = store(&tx, PINS)?;
        for pin in [PinFor::Agreed, PinFor::Offered] {
            let key = pin_key(&record, &Pinned { circle: circle.clone(), pin, rev: 0 });
            pins.delete(&key.into()).map_err(|_| failed())?;
        }
        idb::committed(&tx).await
    }

    async fn load_pins(self, record: String) -> Result<Vec<Pinned>, JournalError> {
        let tx = self.begin(&[PINS], "readonly").await?;
        pins_of(&store(&tx, PINS)?, &record).await
    }

    async fn put_aside(self, key: String, raw: String) -> Result<(), JournalError> {
        let tx = self.begin(&[ASIDE], "readwrite").await?;
        put(&store(&tx, ASIDE)?, &key.into(), &raw.into())?;
        idb::committed(&tx).await
    }

    async fn load_aside(self) -> Result<Vec<(String, String)>, JournalError> {
        let tx = self.begin(&[ASIDE], "readonly").await?;
        let aside = store(&tx, ASIDE)?;
        let keys = Array::from(&idb::answer(aside.get_all_keys()).await?);
        let rows = Array::from(&idb::answer(aside.get_all()).await?);
        Ok(keys.iter().zip(rows.iter()).map(|(key, raw)| (text(&key), text(&raw))).collect())
    }
}

impl Journal for IdbJournal {
    fn heads(&self) -> Later<Result<Vec<Head>, JournalError>> {
        bounded(self.clone().load_heads())
    }
    fn revisions(&self, record: &str) -> Later<Result<Vec<(u32, String)>, JournalError>> {
        bounded(self.clone().load_revisions(record.to_owned()))
    }
    fn append(&self, append: Append) -> Later<Result<(), JournalError>> {
        bounded(self.clone().write(append))
    }
    fn set_aside(&self, key: &str, raw: &str) -> Later<Result<(), JournalError>> {
        bounded(self.clone().put_aside(key.to_owned(), raw.to_owned()))
    }
    fn aside(&self) -> Later<Result<Vec<(String, String)>, JournalError>> {
        bounded(self.clone().load_aside())
    }
    fn pin(&self, record: &str, pinned: Pinned) -> Later<Result<(), JournalError>> {
        bounded(self.clone().put_pin(record.to_owned(), pinned))
    }
    fn unpin(&self, record: &str, circle: &CircleId) -> Later<Result<(), JournalError>> {
        bounded(self.clone().remove_pins(record.to_owned(), circle.clone()))
    }
    fn pins(&self, record: &str) -> Later<Result<Vec<Pinned>, JournalError>> {
        bounded(self.clone().load_pins(record.to_owned()))
    }
    fn erase(&self, record: Option<&str>, blobs: &[String]) -> Later<Result<(), JournalError>> {
        bounded(self.clone().wipe(record.map(str::to_owned), blobs.to_vec()))
    }
}

pub(super) fn store(tx: &web_sys::IdbTransaction, name: &str) -> Result<IdbObjectStore, JournalError> {
    tx.object_store(name).map_err(|_| failed())
}

pub(super) fn put(store: &IdbObjectStore, key: &JsValue, value: &JsValue) -> Result<(), JournalError> {
    store.put_with_key(value, key).map(drop).map_err(|_| failed())
}

pub(super) fn delete(store: &IdbObjectStore, keys: &[String]) -> Result<(), JournalError> {
    keys.iter().try_for_each(|key| store.delete(&key.as_str().into()).map(drop).map_err(|_| failed()))
}

fn failed() -> JournalError {
    JournalError::Failed("store".to_owned())
}

/// What is pinned of a record.
async fn pins_of(pins: &IdbObjectStore, record: &str) -> Result<Vec<Pinned>, JournalError> {
    let range = range_of(record)?;
    let keys = Array::from(&idb::answer(pins.get_all_keys_with_key(&range)).await?);
    let revs = Array::from(&idb::answer(pins.get_all_with_key(&range)).await?);
    let pairs = keys.iter().zip(revs.iter());
    Ok(pairs.filter_map(|(key, rev)| pinned_under(&key.as_string()?, rev.as_f64()? as u32)).collect())
}

/// What is added to the key of a circle for the revision that was last offered.
const OFFERED: &str = "/offered";

fn pin_key(record: &str, pinned: &Pinned) -> String {
    let what = if pinned.pin == PinFor::Offered { OFFERED } else { "" };
    format!("{record}/{}{what}", pinned.circle.0)
}

fn pinned_under(key: &str, rev: u32) -> Option<Pinned> {
    let (_, circle) = key.split_once('/')?;
    let (circle, pin) = circle.strip_suffix(OFFERED).map_or((circle, PinFor::Agreed), |circle| (circle, PinFor::Offered));
    Some(Pinned { circle: CircleId(circle.to_owned()), pin, rev })
}

/// What stands there as text; anything else (damaged by hand, say) as what JavaScript would call it.
pub(super) fn text(value: &JsValue) -> String {
    value.as_string().unwrap_or_else(|| js_sys::JSON::stringify(value).map_or_else(|_| String::new(), String::from))
}

fn key(record: &str, rev: u32) -> String {
    format!("{record}/{rev:010}")
}

fn split(key: &str) -> Option<(String, u32)> {
    let (record, rev) = key.split_once('/')?;
    Some((record.to_owned(), rev.parse().ok()?))
}

/// All keys that begin with the record's id and a slash (`0` follows `/` in the order of characters).
fn range_of(record: &str) -> Result<JsValue, JournalError> {
    let range = IdbKeyRange::bound(&format!("{record}/").into(), &format!("{record}0").into());
    range.map(JsCast::unchecked_into).map_err(|_| failed())
}
