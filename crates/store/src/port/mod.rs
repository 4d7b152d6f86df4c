//! What keeping a record needs from the outside, as small traits. The app implements them for a browser; tests use the twins in
//! [`memory`].

use std::{future::Future, pin::Pin, rc::Rc};

use record::{Day, Moment};

#[cfg(any(test, feature = "memory"))]
pub mod memory;

/// Something that arrives later, on the one thread of a page.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// All ports together.
#[derive(Clone)]
pub struct Ports {
    pub key_values: Rc<dyn KeyValueStore>,
    pub journal: Rc<dyn Journal>,
    pub blobs: Rc<dyn Blobs>,
    pub clock: Rc<dyn Clock>,
    pub entropy: Rc<dyn Entropy>,
    pub tabs: Rc<dyn Tabs>,
    pub normalizer: Rc<dyn Normalizer>,
}

impl std::fmt::Debug for Ports {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Ports")
    }
}

/// Small synchronous storage: settings, and a second copy of each record's head. Written behind by browsers: never the store of record.
pub trait KeyValueStore {
    fn get(&self, key: &str) -> Option<String>;
    /// # Errors
    /// When the store is full or switched off.
    fn set(&self, key: &str, value: &str) -> Result<(), KeyValueError>;
    fn remove(&self, key: &str);
    fn keys(&self) -> Vec<String>;
}

/// The small storage did not take a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyValueError;

/// The newest row that the journal holds of one record, as it stands on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub record: String,
    /// Where the head pointer points; `None` when the pointer is missing or damaged.
    pub pointer: Option<u32>,
    /// The revision under which the row is filed.
    pub rev: u32,
    pub raw: String,
}

/// The name of a circle of devices: random, without meaning; letters, digits, `-` and `_`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CircleId(pub String);

/// For what a revision is pinned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PinFor {
    /// All devices of the circle last agreed on it.
    Agreed,
    /// It was last offered to the box of the circle. Whether the box took it may not be known here: the answer may have been lost.
    Offered,
}

/// A revision that is kept for a circle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pinned {
    pub circle: CircleId,
    pub pin: PinFor,
    pub rev: u32,
}

/// One write: new rows and the head pointer, in one strict transaction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Append {
    pub record: String,
    /// Where the head pointer must still point (0 = the record is new); otherwise nothing is written.
    pub expected: u32,
    /// Revision and row, oldest first. The last one becomes the head.
    pub rows: Vec<(u32, String)>,
    /// Revisions that are no longer kept. Those that are pinned stay all the same.
    pub drop: Vec<u32>,
    /// What is pinned with it, each in place of what was pinned for the same before.
    pub pins: Vec<Pinned>,
}

/// The store of record: append-only revisions with a head pointer, committed to the disk before a call succeeds.
pub trait Journal {
    fn heads(&self) -> Later<Result<Vec<Head>, JournalError>>;
    /// All revisions of one record, newest first.
    fn revisions(&self, record: &str) -> Later<Result<Vec<(u32, String)>, JournalError>>;
    fn append(&self, append: Append) -> Later<Result<(), JournalError>>;
    /// Puts damaged bytes where they can be fetched later.
    fn set_aside(&self, key: &str, raw: &str) -> Later<Result<(), JournalError>>;
    /// What was set aside, by key.
    fn aside(&self) -> Later<Result<Vec<(String, String)>, JournalError>>;
    /// Pins a revision in place of the one that was pinned for the same before. A pinned revision is not dropped.
    fn pin(&self, record: &str, pinned: Pinned) -> Later<Result<(), JournalError>>;
    /// Pins nothing for a circle any more.
    fn unpin(&self, record: &str, circle: &CircleId) -> Later<Result<(), JournalError>>;
    /// What is pinned of a record.
    fn pins(&self, record: &str) -> Later<Result<Vec<Pinned>, JournalError>>;
    /// Removes one record and its pins, or with `None` everything, and some blobs with it.
    fn erase(&self, record: Option<&str>, blobs: &[String]) -> Later<Result<(), JournalError>>;
}

/// Bytes beside the journal, each under a name that follows from them. They are committed to the disk before a call succeeds.
pub trait Blobs {
    /// Puts bytes on the disk, in place of what stands under that name.
    fn put(&self, name: &str, bytes: &[u8]) -> Later<Result<(), JournalError>>;
    /// What stands under a name, verified by nobody.
    fn get(&self, name: &str) -> Later<Result<Option<Vec<u8>>, JournalError>>;
    fn names(&self) -> Later<Result<Vec<String>, JournalError>>;
    fn remove(&self, names: &[String]) -> Later<Result<(), JournalError>>;
}

/// Why the journal did not do what it was asked. Nothing of what was there before is lost in any of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JournalError {
    /// Another tab wrote first; the head is at this revision now.
    Stale(u32),
    /// The device has no room left.
    Full,
    /// Storage is switched off, or this browser has none.
    Unavailable,
    /// The browser did not answer in time. Whether anything was written cannot be told; nothing is called saved.
    NoAnswer,
    /// What would have been written does not read back as the same record, so it was not written.
    Unreadable,
    /// The record is larger than a revision may be (`record::stored::LIMIT`), so it was not written.
    TooLarge,
    /// The write was cut off for another reason (the browser's name for it).
    Failed(String),
}

impl JournalError {
    /// Whether the same call may succeed after a while, with nobody doing anything on this page.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        match self {
            JournalError::Stale(_) | JournalError::NoAnswer | JournalError::Failed(_) => true,
            JournalError::Full | JournalError::Unavailable | JournalError::Unreadable | JournalError::TooLarge => false,
        }
    }
}

/// The local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    pub at: Moment,
    pub day: Day,
    pub hour: u8,
    pub minute: u8,
    /// 0 = Monday.
    pub weekday: u8,
}

pub trait Clock {
    fn now(&self) -> Now;
    /// The local time of another moment.
    fn at(&self, moment: Moment) -> Now;
}

/// Randomness from the system.
pub trait Entropy {
    fn bytes(&self, into: &mut [u8]);
}

/// One spelling of a text among several that look alike (Unicode normalisation).
pub trait Normalizer {
    /// The text in NFC (Unicode Standard Annex 15).
    fn nfc(&self, text: &str) -> String;
}

/// The other tabs of this browser.
pub trait Tabs {
    /// Waits until this tab is the one that may write. The lock ends when the answer is dropped.
    fn writer(&self) -> Later<Box<dyn std::any::Any>>;
    /// Tells the other tabs that a record has a new head (`None`: the list of people changed).
    fn announce(&self, record: Option<&str>);
    /// Calls back when another tab announced something.
    fn listen(&self, heard: Box<dyn Fn(Option<String>)>);
}
