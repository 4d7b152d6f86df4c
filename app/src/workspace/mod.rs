//! The open workspace: whose card is on the screen, what is in it, and whether it is saved.
//!
//! One context value of signals for the whole app. `store` seals, opens, saves and joins records; here is what of it a page can follow.

pub mod answers;
mod bookmark;
pub mod device;
mod editing;
pub mod erasing;
mod importing;
mod loading;
mod people;
pub mod plan;
mod review;
mod saving;

use leptos::prelude::*;
use record::{Moment, Record, RecordId};
use store::{Cause, JournalError, Notice, StoredRecord, backup, pending, port::Now, settings::Settings};

use device::Ports;
pub use people::Person;

/// How soon an edit is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// A tap: at once.
    Tap,
    /// Typing: when the fingers rest.
    Typing,
}

/// What the line about saving says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    /// Nothing was changed yet.
    Unchanged,
    /// Something is not on the disk yet.
    Writing,
    /// Everything on the screen is on the disk, since this hour and minute.
    Saved { hour: u8, minute: u8 },
    /// The last try failed; the words are still on the screen.
    Failed(JournalError),
}

/// The state of the app, copied freely. The ports are there in a browser and absent on the server.
#[derive(Clone, Copy, Debug)]
pub struct Workspace {
    ports: StoredValue<Option<Ports>, LocalStorage>,
    /// False on the server and until the records of this device are known; the app is mounted when it turns true.
    pub ready: RwSignal<bool>,
    /// The record that is open, as it stands on the screen.
    pub record: RwSignal<Record>,
    pub people: RwSignal<Vec<Person>>,
    pub save_status: RwSignal<SaveStatus>,
    pub notices: RwSignal<Vec<Notice>>,
    pub settings: RwSignal<Settings>,
    /// A new release of the app is waiting.
    pub update: RwSignal<bool>,
    /// Sections looked at in the current round of the yearly check.
    pub checked: RwSignal<Vec<record::Section>>,
    /// Gentle lead-ins that were read and accepted since this document was opened.
    pub leads: RwSignal<Vec<&'static str>>,
    /// How many steps can be undone.
    pub undoable: RwSignal<usize>,
    /// The record of each person as it was last read from or written to the disk.
    stored: StoredValue<Vec<StoredRecord>, LocalStorage>,
    save_loop: StoredValue<SaveLoop, LocalStorage>,
}

/// What the saving loop remembers between calls.
#[derive(Debug, Default)]
struct SaveLoop {
    dirty: bool,
    running: bool,
    timer: Option<TimeoutHandle>,
    undo: Vec<Record>,
    last: Option<Pace>,
    cause: Option<Cause>,
    /// Edits of people whose card is no longer open, still to be written.
    queued: Vec<(Record, Option<Cause>)>,
    /// How often `Workspace::stored` has changed since the start.
    changes: u32,
    /// The page to go to when everything is written.
    leaving: Option<String>,
    /// What another tab announced while the same place was being written here: looked at again when that is on the disk.
    missed: Option<String>,
    /// The new release is to take over when everything is on the disk.
    update_requested: bool,
    /// The name under which this page leaves words behind.
    page: Option<pending::Page>,
}

impl Workspace {
    /// A workspace with nothing in it.
    #[must_use]
    pub fn new(ports: Option<Ports>) -> Workspace {
        let nobody = Record::new(RecordId(String::new()), Moment(0));
        Workspace {
            ports: StoredValue::new_local(ports),
            ready: RwSignal::new(false),
            record: RwSignal::new(nobody),
            people: RwSignal::new(Vec::new()),
            save_status: RwSignal::new(SaveStatus::Unchanged),
            notices: RwSignal::new(Vec::new()),
            settings: RwSignal::new(Settings::default()),
            update: RwSignal::new(false),
            checked: RwSignal::new(Vec::new()),
            leads: RwSignal::new(Vec::new()),
            undoable: RwSignal::new(0),
            stored: StoredValue::new_local(Vec::new()),
            save_loop: StoredValue::new_local(SaveLoop::default()),
        }
    }

    /// Does something with the ports; nothing on the server.
    pub fn with<T>(&self, call: impl FnOnce(&Ports) -> T) -> Option<T> {
        self.ports.with_value(|ports| ports.as_ref().map(call))
    }

    /// The ports, for a task of its own.
    #[must_use]
    pub fn ports(&self) -> Option<Ports> {
        self.ports.get_value()
    }

    /// The local time; `None` on the server.
    #[must_use]
    pub fn now(&self) -> Option<Now> {
        self.with(|ports| ports.clock.now())
    }

    /// Changes a setting and keeps it.
    pub fn set(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(|settings| match self.ports() {
            Some(ports) => {
                settings.change(&ports, change);
                apply_theme(&ports, settings);
            }
            None => change(settings),
        });
    }

    /// Hands out a file with everything, as it stands on the screen: when it cannot be kept here, it can be kept elsewhere.
    pub fn hand_out_everything(self) {
        let Some(ports) = self.ports() else { return };
        let records = self.on_hand();
        leptos::task::spawn_local(async move {
            let contents = backup::Contents::gathered(&ports, records).await;
            let now = ports.clock.now();
            let name = format!("tsumugu-{}.json", now.day.to_iso());
            ports.device.hand_out(&name, "application/json", backup::write_unchecked(&contents, now.at).as_bytes());
        });
    }
}

/// Gives the page the size of text, the colours and the readings that were set.
fn apply_theme(ports: &Ports, settings: &Settings) {
    for (name, value) in [("step", &settings.step), ("theme", &settings.theme), ("ruby", &settings.ruby)] {
        ports.device.apply_theme(name, value);
    }
}

/// The workspace of the app.
#[must_use]
pub fn workspace() -> Workspace {
    expect_context()
}
