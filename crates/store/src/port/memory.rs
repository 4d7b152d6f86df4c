//! The ports in memory, for tests: a journal that can be full, damaged or raced, a clock that stands still.

use std::{
    any::Any,
    cell::{Cell, RefCell},
    collections::BTreeMap,
    pin::pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use record::Moment;

use super::*;

/// Waits for an answer of the ports here, which comes without anybody else.
pub fn wait<T>(answer: impl Future<Output = T>) -> T {
    let mut answer = pin!(answer);
    loop {
        if let Poll::Ready(value) = answer.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return value;
        }
    }
}

type Pins = BTreeMap<(String, CircleId, PinFor), u32>;

/// A device in memory. Clones share everything, as two tabs do.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    pub key_values: Rc<RefCell<BTreeMap<String, String>>>,
    /// Whether the key-value store is off, as a browser can have it.
    pub off: Rc<Cell<bool>>,
    pub rows: Rc<RefCell<BTreeMap<(String, u32), String>>>,
    pub heads: Rc<RefCell<BTreeMap<String, u32>>>,
    pub aside: Rc<RefCell<BTreeMap<String, String>>>,
    pub pins: Rc<RefCell<Pins>>,
    pub blobs: Rc<RefCell<BTreeMap<String, Vec<u8>>>>,
    /// How many rows the journal was asked to read.
    pub rows_read: Rc<Cell<usize>>,
    /// The error that the next journal calls answer with.
    pub failing: Rc<RefCell<Option<JournalError>>>,
    /// The one journal call that fails: its number from now, 0 being the next.
    pub failing_at: Rc<RefCell<Option<(u32, JournalError)>>>,
    /// How many journal calls there were that write.
    pub writes: Rc<Cell<u32>>,
    /// Whether every answer of the journal lets the other tabs go first.
    pub slow: Rc<Cell<bool>>,
    pub time: Rc<Cell<i64>>,
    pub entropy: Rc<Cell<u8>>,
}

impl Memory {
    pub fn ports(&self) -> Ports {
        let this = Rc::new(self.clone());
        Ports {
            key_values: this.clone(),
            journal: this.clone(),
            blobs: this.clone(),
            clock: this.clone(),
            entropy: this.clone(),
            tabs: this.clone(),
            normalizer: this,
        }
    }

    fn fails(&self) -> Result<(), JournalError> {
        let mut one = self.failing_at.borrow_mut();
        match one.take() {
            Some((0, error)) => return Err(error),
            Some((more, error)) => *one = Some((more - 1, error)),
            None => {}
        }
        self.failing.borrow().clone().map_or(Ok(()), Err)
    }

    fn answer<T: 'static>(&self, value: T) -> Later<T> {
        let mut waits = self.slow.get();
        Box::pin(async move {
            std::future::poll_fn(|_| if std::mem::take(&mut waits) { Poll::Pending } else { Poll::Ready(()) }).await;
            value
        })
    }
}

fn now<T: 'static>(value: T) -> Later<T> {
    Box::pin(async move { value })
}

impl KeyValueStore for Memory {
    fn get(&self, key: &str) -> Option<String> {
        self.key_values.borrow().get(key).cloned()
    }
    fn set(&self, key: &str, value: &str) -> Result<(), KeyValueError> {
        if self.off.get() {
            return Err(KeyValueError);
        }
        self.key_values.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }
    fn remove(&self, key: &str) {
        self.key_values.borrow_mut().remove(key);
    }
    fn keys(&self) -> Vec<String> {
        self.key_values.borrow().keys().cloned().collect()
    }
}

impl Journal for Memory {
    fn heads(&self) -> Later<Result<Vec<Head>, JournalError>> {
        let mut newest = BTreeMap::new();
        for ((record, rev), raw) in self.rows.borrow().iter() {
            newest.insert(record.clone(), (*rev, raw.clone()));
        }
        let heads = newest
            .into_iter()
            .map(|(record, (rev, raw))| Head { pointer: self.heads.borrow().get(&record).copied(), record, rev, raw })
            .collect::<Vec<_>>();
        self.rows_read.set(self.rows_read.get() + heads.len());
        self.answer(self.fails().map(|()| heads))
    }
    fn revisions(&self, record: &str) -> Later<Result<Vec<(u32, String)>, JournalError>> {
        let rows = self.rows.borrow();
        let found = rows.iter().rev().filter(|((id, _), _)| id == record).map(|((_, rev), raw)| (*rev, raw.clone())).collect::<Vec<_>>();
        self.rows_read.set(self.rows_read.get() + found.len());
        self.answer(self.fails().map(|()| found))
    }
    fn append(&self, append: Append) -> Later<Result<(), JournalError>> {
        self.writes.set(self.writes.get() + 1);
        let pointer = self.heads.borrow().get(&append.record).copied().unwrap_or(0);
        if let Err(error) = self.fails() {
            return self.answer(Err(error));
        }
        if pointer != append.expected {
            return self.answer(Err(JournalError::Stale(pointer)));
        }
        for (rev, raw) in append.rows {
            self.heads.borrow_mut().insert(append.record.clone(), rev);
            self.rows.borrow_mut().insert((append.record.clone(), rev), raw);
        }
        for Pinned { circle, pin, rev } in append.pins {
            self.pins.borrow_mut().insert((append.record.clone(), circle, pin), rev);
        }
        for rev in append.drop {
            if self.pins.borrow().iter().any(|((id, ..), pinned)| *id == append.record && *pinned == rev) {
                continue;
            }
            self.rows.borrow_mut().remove(&(append.record.clone(), rev));
        }
        self.answer(Ok(()))
    }
    fn set_aside(&self, key: &str, raw: &str) -> Later<Result<(), JournalError>> {
        self.writes.set(self.writes.get() + 1);
        let done = self.fails();
        if done.is_ok() {
            self.aside.borrow_mut().insert(key.to_owned(), raw.to_owned());
        }
        self.answer(done)
    }
    fn aside(&self) -> Later<Result<Vec<(String, String)>, JournalError>> {
        let aside = self.aside.borrow().clone().into_iter().collect();
        self.answer(self.fails().map(|()| aside))
    }
    fn pin(&self, record: &str, pinned: Pinned) -> Later<Result<(), JournalError>> {
        self.writes.set(self.writes.get() + 1);
        let done = self.fails();
        if done.is_ok() {
            self.pins.borrow_mut().insert((record.to_owned(), pinned.circle, pinned.pin), pinned.rev);
        }
        self.answer(done)
    }
    fn unpin(&self, record: &str, circle: &CircleId) -> Later<Result<(), JournalError>> {
        self.writes.set(self.writes.get() + 1);
        let done = self.fails();
        if done.is_ok() {
            self.pins.borrow_mut().retain(|(id, pinned, _), _| id != record || pinned != circle);
        }
        self.answer(done)
    }
    fn pins(&self, record: &str) -> Later<Result<Vec<Pinned>, JournalError>> {
        let pins = self.pins.borrow();
        let of_it = pins.iter().filter(|((id, ..), _)| id == record);
        let found = of_it.map(|((_, circle, pin), rev)| Pinned { circle: circle.clone(), pin: *pin, rev: *rev }).collect();
        self.answer(self.fails().map(|()| found))
    }
    fn erase(&self, record: Option<&str>, blobs: &[String]) -> Later<Result<(), JournalError>> {
        self.writes.set(self.writes.get() + 1);
        let done = self.fails();
        if done.is_ok() {
            let other = |id: &str| record.is_some_and(|record| record != id);
            self.rows.borrow_mut().retain(|(id, _), _| other(id));
            self.heads.borrow_mut().retain(|id, _| other(id));
            self.pins.borrow_mut().retain(|(id, ..), _| other(id));
            self.aside.borrow_mut().retain(|key, _| other(key.split('/').next().unwrap_or_default()));
            self.blobs.borrow_mut().retain(|name, _| record.is_some() && !blobs.contains(name));
        }
        self.answer(done)
    }
}

impl Blobs for Memory {
    fn put(&self, name: &str, bytes: &[u8]) -> Later<Result<(), JournalError>> {
        self.writes.set(self.writes.get() + 1);
        let done = self.fails();
        if done.is_ok() {
            self.blobs.borrow_mut().insert(name.to_owned(), bytes.to_vec());
        }
        self.answer(done)
    }
    fn get(&self, name: &str) -> Later<Result<Option<Vec<u8>>, JournalError>> {
        let found = self.blobs.borrow().get(name).cloned();
        self.answer(self.fails().map(|()| found))
    }
    fn names(&self) -> Later<Result<Vec<String>, JournalError>> {
        let names = self.blobs.borrow().keys().cloned().collect();
        self.answer(self.fails().map(|()| names))
    }
    fn remove(&self, names: &[String]) -> Later<Result<(), JournalError>> {
        self.writes.set(self.writes.get() + 1);
        let done = self.fails();
        if done.is_ok() {
            self.blobs.borrow_mut().retain(|name, _| !names.contains(name));
        }
        self.answer(done)
    }
}

impl Clock for Memory {
    fn now(&self) -> Now {
        self.at(Moment(self.time.get()))
    }
    fn at(&self, moment: Moment) -> Now {
        // Days begin at midnight UTC here, wherever the tests run.
        let day = Moment(moment.0 - 9 * 60 * 60 * 1000).day_in_japan();
        let minutes = moment.0 / 60_000 % 1440;
        let part = |value: i64| u8::try_from(value).unwrap_or(0);
        Now { at: moment, day, hour: part(minutes / 60), minute: part(minutes % 60), weekday: 0 }
    }
}

impl Entropy for Memory {
    fn bytes(&self, into: &mut [u8]) {
        for byte in into {
            self.entropy.set(self.entropy.get().wrapping_add(1));
            *byte = self.entropy.get();
        }
    }
}

impl Normalizer for Memory {
    fn nfc(&self, text: &str) -> String {
        unicode_normalization::UnicodeNormalization::nfc(text).collect()
    }
}

impl Tabs for Memory {
    fn writer(&self) -> Later<Box<dyn Any>> {
        now(Box::new(()))
    }
    fn announce(&self, _: Option<&str>) {}
    fn listen(&self, _: Box<dyn Fn(Option<String>)>) {}
}
