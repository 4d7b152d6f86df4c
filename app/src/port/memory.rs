//! The ports in memory, for tests: a journal that can be full, damaged or raced, a clock that stands still.

use std::{
    any::Any,
    cell::{Cell, RefCell},
    collections::BTreeMap,
    pin::pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use record::{Day, Moment};

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

/// A device in memory. Clones share everything, as two tabs do.
#[derive(Clone, Default)]
pub struct Memory {
    pub shelf: Rc<RefCell<BTreeMap<String, String>>>,
    pub rows: Rc<RefCell<BTreeMap<(String, u32), String>>>,
    pub heads: Rc<RefCell<BTreeMap<String, u32>>>,
    pub aside: Rc<RefCell<BTreeMap<String, String>>>,
    /// The error that the next journal calls answer with.
    pub failing: Rc<RefCell<Option<JournalError>>>,
    /// The one journal call that fails: its number from now, 0 being the next.
    pub failing_at: Rc<RefCell<Option<(u32, JournalError)>>>,
    /// How many journal calls there were that write.
    pub writes: Rc<Cell<u32>>,
    /// Whether every answer of the journal lets the other tabs go first.
    pub slow: Rc<Cell<bool>>,
    pub time: Rc<Cell<i64>>,
    pub dice: Rc<Cell<u8>>,
}

impl Memory {
    pub fn ports(&self) -> Ports {
        let this = Rc::new(self.clone());
        Ports { shelf: this.clone(), journal: this.clone(), clock: this.clone(), dice: this.clone(), tabs: this.clone(), device: this }
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

impl Shelf for Memory {
    fn get(&self, key: &str) -> Option<String> {
        self.shelf.borrow().get(key).cloned()
    }
    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        self.shelf.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }
    fn remove(&self, key: &str) {
        self.shelf.borrow_mut().remove(key);
    }
    fn keys(&self) -> Vec<String> {
        self.shelf.borrow().keys().cloned().collect()
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
            .collect();
        self.answer(self.fails().map(|()| heads))
    }
    fn revisions(&self, record: &str) -> Later<Result<Vec<(u32, String)>, JournalError>> {
        let rows = self.rows.borrow();
        let found = rows.iter().rev().filter(|((id, _), _)| id == record).map(|((_, rev), raw)| (*rev, raw.clone())).collect();
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
        for rev in append.drop {
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
    fn erase(&self, record: Option<&str>) -> Later<Result<(), JournalError>> {
        self.writes.set(self.writes.get() + 1);
        let done = self.fails();
        if done.is_ok() {
            let other = |id: &str| record.is_some_and(|record| record != id);
            self.rows.borrow_mut().retain(|(id, _), _| other(id));
            self.heads.borrow_mut().retain(|id, _| other(id));
            self.aside.borrow_mut().retain(|key, _| other(key.split('/').next().unwrap_or_default()));
        }
        self.answer(done)
    }
}

impl Clock for Memory {
    fn now(&self) -> Now {
        self.at(Moment(self.time.get()))
    }
    fn at(&self, moment: Moment) -> Now {
        let days = chrono::Days::new(u64::try_from(moment.0 / 86_400_000).unwrap_or(0));
        let start = Day::parse("1970-01-01").map(|day| day.0).unwrap_or_default();
        let minutes = moment.0 / 60_000 % 1440;
        let part = |value: i64| u8::try_from(value).unwrap_or(0);
        Now { at: moment, day: Day(start + days), hour: part(minutes / 60), minute: part(minutes % 60), weekday: 0 }
    }
}

impl Dice for Memory {
    fn bytes(&self, into: &mut [u8]) {
        for byte in into {
            self.dice.set(self.dice.get().wrapping_add(1));
            *byte = self.dice.get();
        }
    }
}

impl Tabs for Memory {
    fn writer(&self) -> Later<Box<dyn Any>> {
        now(Box::new(()))
    }
    fn announce(&self, _: Option<&str>) {}
    fn listen(&self, _: Box<dyn Fn(Option<String>)>) {}
}

impl Device for Memory {
    fn persist(&self) -> Later<Persistence> {
        now(Persistence::Granted)
    }
    fn persistence(&self) -> Later<Persistence> {
        now(Persistence::Granted)
    }
    fn place(&self) -> Place {
        Place::Other
    }
    fn dress(&self, _: &str, _: &str) {}
    fn hand_out(&self, _: &str, _: &str, _: &[u8]) {}
    fn copy(&self, _: &str) -> Later<bool> {
        now(true)
    }
    fn print(&self) {}
    fn heights(&self, _: &str) -> Vec<f64> {
        Vec::new()
    }
    fn keep_awake(&self) -> Later<Option<Box<dyn Any>>> {
        now(None)
    }
    fn focus(&self, _: &str) {}
    fn set_title(&self, _: &str) {}
    fn guard_leaving(&self, _: bool) {}
    fn on_leaving(&self, _: Box<dyn Fn()>) {}
    fn on_update(&self, _: Box<dyn Fn()>) {}
    fn take_update(&self) {}
    fn chosen_file(&self, _: &str, _: u32) -> Later<Result<Vec<u8>, FileError>> {
        now(Err(FileError::NoFile))
    }
    fn take_fragment(&self) -> Option<String> {
        None
    }
    fn path(&self) -> String {
        "/".to_owned()
    }
    fn origin(&self) -> String {
        "http://127.0.0.1:3000".to_owned()
    }
    fn public_file(&self, _: &str) -> Later<Option<String>> {
        now(None)
    }
    fn had_data(&self) -> bool {
        false
    }
    fn mark_data(&self, _: bool) {}
    fn reload_at(&self, _: &str) {}
    fn can_speak(&self) -> bool {
        false
    }
    fn speak(&self, _: &str, _: &str, _: Box<dyn Fn()>) {}
    fn hush(&self) {}
}
