//! The open workspace: whose card is on the screen, what is in it, and whether it is saved.
//!
//! One context value of signals for the whole app. `store` seals, opens, saves and joins records; here is what of it a page can follow.

pub mod answers;
mod bookmark;
pub mod device;
mod editing;
pub mod erasing;
mod importing;
pub mod plan;
mod review;
mod saving;

use leptos::prelude::*;
use record::{Moment, Record, RecordId, catalogue, merge};
use store::{
    Cause, JournalError, Notice, StoredRecord, backup, identity::make_id, pending, port::Now, repository, retention, settings::Settings,
};

use device::Ports;

/// How soon an edit is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// A tap: at once.
    Tap,
    /// Typing: when the fingers rest.
    Typing,
}

/// How long the journal may take before an empty card is shown without it.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(3);

/// How soon a journal that did not answer is asked again.
const AGAIN: std::time::Duration = std::time::Duration::from_secs(10);

/// How long the first screen stands before old revisions are looked through.
const SETTLED: std::time::Duration = std::time::Duration::from_secs(5);

/// What the line about saving says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    /// Nothing was changed yet.
    Quiet,
    /// Something is not on the disk yet.
    Writing,
    /// Everything on the screen is on the disk, since this hour and minute.
    Kept { hour: u8, minute: u8 },
    /// The last try failed; the words are still on the screen.
    Failed(JournalError),
}

/// One person on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: String,
    pub name: String,
    pub sample: bool,
    /// Can be looked at, and not be written: a newer release wrote here, or the journal cannot be read.
    pub read_only: bool,
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
    work: StoredValue<Work, LocalStorage>,
}

/// What the saving loop remembers between calls.
#[derive(Debug, Default)]
struct Work {
    dirty: bool,
    running: bool,
    timer: Option<TimeoutHandle>,
    undo: Vec<Record>,
    last: Option<Pace>,
    cause: Option<Cause>,
    /// Edits of people whose card is no longer open, still to be written.
    left: Vec<(Record, Option<Cause>)>,
    /// How often `Workspace::stored` has changed since the start.
    changes: u32,
    /// The page to go to when everything is written.
    leaving: Option<String>,
    /// What another tab announced while the same place was being written here: looked at again when that is on the disk.
    missed: Option<String>,
    /// The new release is to take over when everything is on the disk.
    renew: bool,
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
            save_status: RwSignal::new(SaveStatus::Quiet),
            notices: RwSignal::new(Vec::new()),
            settings: RwSignal::new(Settings::default()),
            update: RwSignal::new(false),
            checked: RwSignal::new(Vec::new()),
            leads: RwSignal::new(Vec::new()),
            undoable: RwSignal::new(0),
            stored: StoredValue::new_local(Vec::new()),
            work: StoredValue::new_local(Work::default()),
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

    /// Shows what the mirror holds, at once. Called once, from an effect; [`Workspace::verify`] follows when that is on the screen.
    pub fn start(self) {
        let Some(ports) = self.ports() else { return };
        let settings = Settings::load(&ports);
        apply_theme(&ports, &settings);
        self.settings.set(settings);
        let mirrored = repository::mirrored(&ports);
        if mirrored.is_empty() {
            // The journal may know more: nobody should type into a card that only looks empty. But a browser that never answers
            // must not keep anybody waiting.
            set_timeout(move || self.begin_without(), PATIENCE);
        } else {
            self.take(mirrored);
            self.get_ready();
        }
        ports.tabs.listen(Box::new(move |record| self.heard(record)));
        ports.device.on_leaving(Box::new(move || self.leave_pending()));
        ports.device.on_update(Box::new(move || self.update.set(true)));
    }

    /// Reads the journal, which decides, and corrects what the mirror showed. Called once, after [`Workspace::start`], and again by itself
    /// while the journal does not answer.
    pub fn verify(self) {
        let Some(ports) = self.ports() else { return };
        leptos::task::spawn_local(async move {
            let (had, notices) = self.read(&ports).await;
            if had {
                // The marker is a cookie, and cookies end.
                ports.device.mark_data(true);
            }
            if !had && ports.device.had_data() && notices.is_empty() {
                self.notices.update(|notices| notices.push(Notice::Cleared));
            }
            let passing = notices.iter().any(|notice| matches!(notice, Notice::NoJournal(error) if error.may_pass()));
            self.tell(notices);
            self.get_ready();
            if passing {
                // Until then what is shown cannot be written: nobody should have to load the page anew for that.
                set_timeout(move || self.verify(), AGAIN);
            } else {
                self.tidy_later(ports);
            }
        });
    }

    /// Says what is to be said of the storage. Whether the journal answers is said as it is now.
    fn tell(self, notices: Vec<Notice>) {
        let mut all = self.notices.get_untracked();
        all.retain(|notice| !matches!(notice, Notice::NoJournal(_)));
        all.extend(notices);
        if self.notices.with_untracked(|old| *old != all) {
            self.notices.set(all);
        }
    }

    /// Drops old revisions, once a day, when the first screen has stood for a while and the browser has nothing else to do.
    fn tidy_later(self, ports: Ports) {
        let tidy = move || {
            let ports = ports.clone();
            leptos::task::spawn_local(async move {
                let records = self.stored.get_value();
                retention::run_daily(&ports, &records).await;
            });
        };
        let idle = move || {
            // Some browsers cannot tell when they are idle.
            if request_idle_callback_with_handle(tidy.clone()).is_err() {
                tidy();
            }
        };
        set_timeout(idle, SETTLED);
    }

    /// Takes over what the journal holds. Reads again where `stored` has changed meanwhile: then what was read is
    /// older than the screen. Whether there was anything, and what there is to say.
    async fn read(self, ports: &Ports) -> (bool, Vec<Notice>) {
        let mut notices = Vec::new();
        loop {
            let changes = self.changes();
            let opened = store::open(ports).await;
            notices.extend(opened.notices);
            if self.changes() == changes {
                let had = !opened.records.is_empty();
                // Of two readings at a time the other one is the older now.
                self.changed();
                self.take(opened.records);
                return (had, notices);
            }
        }
    }

    fn changes(self) -> u32 {
        self.work.with_value(|work| work.changes)
    }

    /// Notes that `stored` has changed.
    fn changed(self) {
        self.work.update_value(|work| work.changes += 1);
    }

    /// Shows the app. The signal is set once: everything behind a gate is made anew when it changes.
    fn get_ready(self) {
        if !self.ready.get_untracked() {
            self.ready.set(true);
        }
    }

    /// Neither of the two copies has shown anybody yet.
    fn begin_without(self) {
        if !self.ready.get_untracked() {
            self.take(Vec::new());
            self.get_ready();
        }
    }

    /// Takes over what was read from the disk, keeping what the person has typed since.
    fn take(self, fresh: Vec<StoredRecord>) {
        let wanted = self.settings.with_untracked(|settings| settings.open.clone());
        let current = self.record.with_untracked(|record| record.id.0.clone());
        // Also while a save is under way: what it writes is not in `fresh` yet.
        let typed = self.work.with_value(|work| work.dirty || work.running);
        let before = self.stored_of(&current);
        self.stored.with_value(|old| {
            for now in &fresh {
                if let Some(old) = old.iter().find(|old| old.record.id == now.record.id) {
                    self.rebase(&old.record, &now.record);
                }
            }
        });
        self.stored.set_value(fresh);
        self.list_people();
        if typed {
            // Typed while the journal was still being read: joined, not replaced.
            if let (Some(before), Some(now)) = (before, self.stored_of(&current)) {
                self.record.update(|mine| *mine = merge::merge(&before.record, mine, &now.record).record);
            }
            return;
        }
        let begun = self.settings.with_untracked(|settings| settings.begun.clone()).filter(|id| self.stored_of(id).is_none());
        if let (Some(id), Some(now)) = (begun, self.now()) {
            if current != id {
                self.record.set(Record::new(RecordId(id), now.at));
            }
            return;
        }
        let open = self.stored.with_value(|all| {
            let chosen = all.iter().find(|stored| Some(&stored.record.id.0) == wanted.as_ref());
            chosen.or(all.first()).map(|stored| stored.record.clone())
        });
        match open {
            Some(record) => self.show(record),
            None if current.is_empty() => self.begin(),
            None => {}
        }
    }

    /// What is still to be written of a card that is not open any more, on top of what was read meanwhile.
    fn rebase(self, base: &Record, now: &Record) {
        self.work.update_value(|work| {
            for (left, _) in work.left.iter_mut().filter(|(left, _)| left.id == now.id) {
                *left = merge::merge(base, left, now).record;
            }
        });
        self.carry(base, now);
    }

    /// What came in from elsewhere is not taken back with a step that was done before.
    fn carry(self, base: &Record, now: &Record) {
        self.work.update_value(|work| {
            for step in work.undo.iter_mut().filter(|step| step.id == now.id) {
                *step = merge::rebased(base, step, now);
            }
        });
    }

    fn stored_of(self, id: &str) -> Option<StoredRecord> {
        self.stored.with_value(|all| all.iter().find(|stored| stored.record.id.0 == id).cloned())
    }

    fn list_people(self) {
        let people = self.stored.with_value(|all| {
            all.iter()
                .map(|stored| Person {
                    id: stored.record.id.0.clone(),
                    name: stored.record.card.words(catalogue::person::NAME).to_owned(),
                    sample: stored.record.sample,
                    read_only: stored.read_only,
                })
                .collect::<Vec<_>>()
        });
        if self.people.with_untracked(|old| *old != people) {
            self.people.set(people);
        }
    }

    fn show(self, record: Record) {
        if self.record.with_untracked(|shown| shown.id != record.id) {
            // The steps are about somebody else.
            self.forget_undo();
        }
        if self.record.with_untracked(|shown| *shown != record) {
            self.record.set(record);
        }
    }

    /// Opens the card of another person on this device.
    pub fn open(self, id: &str) {
        self.leave();
        let unsaved = self.take_up(id);
        let status = if unsaved.is_some() { SaveStatus::Writing } else { SaveStatus::Quiet };
        if let Some(shown) = unsaved.or_else(|| self.stored_of(id).map(|stored| stored.record)) {
            self.forget_undo();
            self.save_status.set(status);
            self.set(|settings| {
                settings.open = Some(id.to_owned());
                settings.begun = None;
                settings.proxy = None;
            });
            self.show(shown);
            self.keep_card();
            self.flush();
        }
    }

    /// Begins a new person. Nothing is kept before something is written.
    pub fn begin(self) {
        self.leave();
        let Some((id, at)) = self.with(|ports| (make_id(ports), ports.clock.now().at)) else { return };
        self.forget_undo();
        self.save_status.set(SaveStatus::Quiet);
        self.record.set(Record::new(RecordId(id), at));
    }

    /// Begins one more person, whose empty card stays the open one on every page.
    pub fn begin_another(self) {
        self.begin();
        let id = self.record.with_untracked(|record| record.id.0.clone());
        self.set(|settings| settings.begun = Some(id));
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

    /// Keeps whose card is open here, for the next document of this tab: another tab may have opened another card since.
    fn keep_card(self) {
        self.with(|ports| self.settings.update_untracked(|settings| settings.keep_card(ports)));
    }

    /// Writes a record that is not the open one (an import, a sample), and opens it.
    pub async fn adopt(self, record: Record, cause: Cause) -> Result<(), JournalError> {
        let ports = self.ports().ok_or(JournalError::Unavailable)?;
        let id = record.id.0.clone();
        let base = self.stored_of(&id).unwrap_or_else(|| StoredRecord::unsaved(&record));
        let first = self.stored.with_value(Vec::is_empty);
        let saved = repository::save(&ports, &base, &record, cause).await?;
        // What is not written yet of the same card goes on top of it.
        self.rebase(&base.record, &saved.stored.record);
        if self.work.with_value(|work| work.dirty) && self.record.with_untracked(|open| open.id.0 == id) {
            self.record.update(|mine| *mine = merge::merge(&base.record, mine, &saved.stored.record).record);
        }
        self.keep(saved.stored);
        ports.tabs.announce(None);
        if first {
            self.first_save(&ports);
        }
        self.open(&id);
        Ok(())
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

    /// Everything that is on this device, for a backup.
    #[must_use]
    pub fn everyone(self) -> Vec<Record> {
        self.stored.with_value(|all| all.iter().map(|stored| stored.record.clone()).collect())
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
