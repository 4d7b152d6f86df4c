//! What the app needs from the outside, as small traits. `browser` implements them; tests use the twins in `memory`.

use std::{future::Future, pin::Pin, rc::Rc};

use record::{Day, Moment};

#[cfg(test)]
pub mod memory;

/// Something that arrives later, on the one thread of a page.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// All ports together.
#[derive(Clone)]
pub struct Ports {
    pub shelf: Rc<dyn Shelf>,
    pub journal: Rc<dyn Journal>,
    pub clock: Rc<dyn Clock>,
    pub dice: Rc<dyn Dice>,
    pub tabs: Rc<dyn Tabs>,
    pub device: Rc<dyn Device>,
}

impl std::fmt::Debug for Ports {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Ports")
    }
}

/// Small synchronous storage: settings, and a second copy of each record's head. Written behind by browsers: never the store of record.
pub trait Shelf {
    fn get(&self, key: &str) -> Option<String>;
    /// # Errors
    /// When the shelf is full or switched off.
    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError>;
    fn remove(&self, key: &str);
    fn keys(&self) -> Vec<String>;
}

/// The small storage did not take a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShelfError;

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

/// One write: new rows and the head pointer, in one strict transaction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Append {
    pub record: String,
    /// Where the head pointer must still point (0 = the record is new); otherwise nothing is written.
    pub expected: u32,
    /// Revision and row, oldest first. The last one becomes the head.
    pub rows: Vec<(u32, String)>,
    /// Revisions that are no longer kept.
    pub drop: Vec<u32>,
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
    /// Removes one record, or with `None` everything.
    fn erase(&self, record: Option<&str>) -> Later<Result<(), JournalError>>;
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
    /// The write was cut off for another reason (the browser's name for it).
    Failed(String),
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
pub trait Dice {
    fn bytes(&self, into: &mut [u8]);
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

/// How sure it is that the browser will not clear its storage by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Persistence {
    Granted,
    Refused,
    Unsupported,
}

/// Where the app runs, for the install help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Started from the home screen.
    Installed,
    Iphone,
    Android,
    /// The browser inside LINE or another app, which keeps nothing reliably.
    InApp,
    Other,
}

/// The screen, the files and the machine around the page.
pub trait Device {
    /// Asks that storage be kept.
    fn persist(&self) -> Later<Persistence>;
    /// How it stands, without asking.
    fn persistence(&self) -> Later<Persistence>;
    fn place(&self) -> Place;
    /// Sets `data-NAME` of the document, which the style sheet reads.
    fn dress(&self, name: &str, value: &str);
    /// Hands a file to the person: share sheet where there is one, else a download.
    fn hand_out(&self, name: &str, mime: &str, bytes: &[u8]);
    fn copy(&self, text: &str) -> Later<bool>;
    fn print(&self);
    /// The heights of the children of the element with an id, in CSS pixels; nothing when it is not on the page.
    fn heights(&self, id: &str) -> Vec<f64>;
    /// Keeps the screen on until the answer is dropped.
    fn keep_awake(&self) -> Later<Option<Box<dyn std::any::Any>>>;
    /// Moves the focus to the element with an id, scrolling it into view.
    fn focus(&self, id: &str);
    fn set_title(&self, title: &str);
    /// Asks before the page is left while something is not saved.
    fn guard_leaving(&self, on: bool);
    /// Calls back when the page is hidden or left: the last chance to save. And when it is seen again.
    fn on_leaving(&self, call: Box<dyn Fn()>);
    /// Calls back when a new release of the app is ready to take over.
    fn on_update(&self, call: Box<dyn Fn()>);
    /// Lets the new release take over and loads the page again.
    fn take_update(&self);
    /// Reads a file that was chosen in the file field with an id, up to a size in bytes.
    fn chosen_file(&self, field: &str, limit: u32) -> Later<Result<Vec<u8>, FileError>>;
    /// The part of the address after `#`, taken out of the address bar.
    fn take_fragment(&self) -> Option<String>;
    /// The path of the page.
    fn path(&self) -> String;
    /// Scheme and host of the page.
    fn origin(&self) -> String;
    /// Fetches a public file of this app (never private, never another host).
    fn public_file(&self, path: &str) -> Later<Option<String>>;
    /// The marker that says: there was data in this browser once. Survives when the browser clears the rest.
    fn had_data(&self) -> bool;
    fn mark_data(&self, had: bool);
    /// Loads a page of the app anew.
    fn reload_at(&self, path: &str);
    /// Whether the device can read aloud.
    fn can_speak(&self) -> bool;
    /// Reads a text aloud in a language (`ja-JP`) instead of what it was reading, and calls back at the end.
    fn speak(&self, text: &str, language: &str, end: Box<dyn Fn()>);
    /// Stops reading aloud.
    fn hush(&self);
}

/// Why a chosen file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    NoFile,
    TooLarge,
    Unreadable,
}
