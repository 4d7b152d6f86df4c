//! The open folder: whose card is on the screen, what is in it, and whether it is saved.
//!
//! One context value of signals for the whole app. Only this module and its children seal, open, save and join records.

pub mod answers;
pub mod backup;
pub mod bring;
pub mod event;
pub mod keeper;
mod late;
pub mod restore;
pub mod row;
pub mod settings;
mod thin;

#[cfg(test)]
mod old;
#[cfg(test)]
mod proof;

use leptos::prelude::*;
use record::{Author, Record, RecordId, Stamp, catalogue, merge};

use crate::port::{JournalError, Now, Ports};
use keeper::{Held, Notice};
use row::Cause;
use settings::Settings;

/// How soon an edit is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// A tap: at once.
    Tap,
    /// Typing: when the fingers rest.
    Typing,
}

/// How long the fingers must rest before typed words are written.
const REST: std::time::Duration = std::time::Duration::from_millis(300);

/// How long the journal may take before an empty card is shown without it.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(3);

/// How many steps can be undone.
const UNDO: usize = 30;

/// What the line about saving says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sign {
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
}

/// The state of the app, copied freely. The ports are there in a browser and absent on the server.
#[derive(Clone, Copy, Debug)]
pub struct Folder {
    ports: StoredValue<Option<Ports>, LocalStorage>,
    /// False on the server and while hydrating; nothing private is shown before it turns true.
    pub ready: RwSignal<bool>,
    /// The record that is open, as it stands on the screen.
    pub record: RwSignal<Record>,
    pub people: RwSignal<Vec<Person>>,
    pub sign: RwSignal<Sign>,
    pub notices: RwSignal<Vec<Notice>>,
    /// Set when two edits wrote one field differently and one of them was put into the history.
    pub conflicts: RwSignal<usize>,
    pub settings: RwSignal<Settings>,
    /// A new release of the app is waiting.
    pub update: RwSignal<bool>,
    /// Sections looked at in the current round of the yearly check.
    pub checked: RwSignal<Vec<record::Section>>,
    /// How many steps can be undone.
    pub undoable: RwSignal<usize>,
    held: StoredValue<Vec<Held>, LocalStorage>,
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
    /// The page to go to when everything is written.
    leaving: Option<String>,
    /// What another tab announced while the same place was being written here: looked at again when that is on the disk.
    missed: Option<String>,
    /// The new release is to take over when everything is on the disk.
    renew: bool,
}

impl Folder {
    /// A folder with nothing in it, for the server and the time of hydration.
    #[must_use]
    pub fn new(ports: Option<Ports>) -> Folder {
        let nobody = Record::new(RecordId(String::new()), record::Moment(0));
        Folder {
            ports: StoredValue::new_local(ports),
            ready: RwSignal::new(false),
            record: RwSignal::new(nobody),
            people: RwSignal::new(Vec::new()),
            sign: RwSignal::new(Sign::Quiet),
            notices: RwSignal::new(Vec::new()),
            conflicts: RwSignal::new(0),
            settings: RwSignal::new(Settings::default()),
            update: RwSignal::new(false),
            checked: RwSignal::new(Vec::new()),
            undoable: RwSignal::new(0),
            held: StoredValue::new_local(Vec::new()),
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

    /// Shows what the mirror holds, at once. Called once, from an effect; [`Folder::verify`] follows when that is on the screen.
    pub fn start(self) {
        let Some(ports) = self.ports() else { return };
        let settings = Settings::load(&ports);
        settings.apply(&ports);
        self.settings.set(settings);
        let mirrored = keeper::mirrored(&ports);
        if mirrored.is_empty() {
            // The journal may know more: nobody should type into a card that only looks empty. But a browser that never answers
            // must not keep anybody waiting.
            set_timeout(move || self.begin_without(), PATIENCE);
        } else {
            self.take(mirrored);
            self.get_ready();
        }
        ports.tabs.listen(Box::new(move |record| self.heard(record)));
        ports.device.on_leaving(Box::new(move || self.part()));
        ports.device.on_update(Box::new(move || self.update.set(true)));
    }

    /// Reads the journal, which decides, and corrects what the mirror showed. Called once, after [`Folder::start`].
    pub fn verify(self) {
        let Some(ports) = self.ports() else { return };
        leptos::task::spawn_local(async move {
            let opened = keeper::open(&ports).await;
            let had = !opened.held.is_empty();
            if had {
                // The marker is a cookie, and cookies end.
                ports.device.mark_data(true);
            }
            if !had && ports.device.had_data() && opened.notices.is_empty() {
                self.notices.update(|notices| notices.push(Notice::Cleared));
            }
            self.notices.update(|notices| notices.extend(opened.notices));
            self.take(opened.held);
            self.get_ready();
        });
    }

    /// Shows what was held back. Once: everything behind a gate is made anew when this signal speaks.
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
    fn take(self, fresh: Vec<Held>) {
        let wanted = self.settings.with_untracked(|settings| settings.open.clone());
        let current = self.record.with_untracked(|record| record.id.0.clone());
        // Also while a save is under way: what it writes is not in `fresh` yet.
        let typed = self.work.with_value(|work| work.dirty || work.running);
        let before = self.held_of(&current);
        self.held.with_value(|old| {
            for now in &fresh {
                if let Some(old) = old.iter().find(|old| old.record.id == now.record.id) {
                    self.rebase(&old.record, &now.record);
                }
            }
        });
        self.held.set_value(fresh);
        self.list_people();
        if typed {
            // Typed while the journal was still being read: joined, not replaced.
            if let (Some(before), Some(now)) = (before, self.held_of(&current)) {
                self.record.update(|mine| *mine = merge::merge(&before.record, mine, &now.record).record);
            }
            return;
        }
        let begun = self.settings.with_untracked(|settings| settings.begun.clone()).filter(|id| self.held_of(id).is_none());
        if let (Some(id), Some(now)) = (begun, self.now()) {
            if current != id {
                self.record.set(Record::new(RecordId(id), now.at));
            }
            return;
        }
        let open = self.held.with_value(|all| {
            let chosen = all.iter().find(|held| Some(&held.record.id.0) == wanted.as_ref());
            chosen.or(all.first()).map(|held| held.record.clone())
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
    }

    fn held_of(self, id: &str) -> Option<Held> {
        self.held.with_value(|all| all.iter().find(|held| held.record.id.0 == id).cloned())
    }

    fn list_people(self) {
        let people = self.held.with_value(|all| {
            all.iter()
                .map(|held| Person {
                    id: held.record.id.0.clone(),
                    name: held.record.card.text(record::Section::Person, catalogue::NAME).to_owned(),
                    sample: held.record.sample,
                })
                .collect::<Vec<_>>()
        });
        if self.people.with_untracked(|old| *old != people) {
            self.people.set(people);
        }
    }

    fn show(self, record: Record) {
        if self.record.with_untracked(|shown| *shown != record) {
            self.record.set(record);
        }
    }

    /// Opens the card of another person on this device.
    pub fn open(self, id: &str) {
        self.leave();
        if let Some(held) = self.held_of(id) {
            self.forget_undo();
            self.sign.set(Sign::Quiet);
            self.set(|settings| {
                settings.open = Some(id.to_owned());
                settings.begun = None;
                settings.proxy = None;
            });
            self.show(held.record);
        }
    }

    /// Begins a new person. Nothing is kept before something is written.
    pub fn begin(self) {
        self.leave();
        let Some((id, at)) = self.with(|ports| (keeper::fresh_id(ports), ports.clock.now().at)) else { return };
        self.forget_undo();
        self.sign.set(Sign::Quiet);
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
        self.settings.update(change);
        self.with(|ports| self.settings.with_untracked(|settings| settings.apply(ports)));
    }

    /// Who is writing now.
    #[must_use]
    pub fn author(self) -> Author {
        self.settings.with_untracked(|settings| match &settings.proxy {
            Some(name) => Author::Proxy(name.clone()),
            None => Author::Own,
        })
    }

    /// Whether the open record may be written.
    #[must_use]
    pub fn writable(self) -> bool {
        let id = self.record.with_untracked(|record| record.id.0.clone());
        self.held_of(&id).is_none_or(|held| !held.read_only)
    }

    /// Changes the open record and sees to it that the change is saved.
    pub fn edit(self, pace: Pace, change: &mut dyn FnMut(&mut Record, &Stamp)) {
        let Some(now) = self.now() else { return };
        let stamp = Stamp { at: now.at, by: self.author() };
        let before = self.record.get_untracked();
        let mut after = before.clone();
        change(&mut after, &stamp);
        if before == after {
            return;
        }
        self.work.update_value(|work| {
            // One step for a run of typing, one for each tap.
            if pace == Pace::Tap || work.last != Some(pace) {
                work.undo.push(before);
                let extra = work.undo.len().saturating_sub(UNDO);
                work.undo.drain(..extra);
            }
            work.last = Some(pace);
        });
        self.undoable.set(self.work.with_value(|work| work.undo.len()));
        self.record.set(after);
        self.touch(pace);
    }

    /// Takes back the last step.
    pub fn undo(self) {
        let mut last = None;
        self.work.update_value(|work| {
            last = work.undo.pop();
            work.last = None;
            work.cause = Some(Cause::Undo);
        });
        if let Some(record) = last {
            self.record.set(record);
            self.undoable.set(self.work.with_value(|work| work.undo.len()));
            self.touch(Pace::Tap);
        }
    }

    /// Puts another content in place of the open record's, as one step that can be undone.
    pub fn replace(self, record: &Record, cause: Cause) {
        self.work.update_value(|work| work.cause = Some(cause));
        self.edit(Pace::Tap, &mut |open, _| {
            open.card = record.card.clone();
            open.sample = record.sample;
            open.extra = record.extra.clone();
        });
    }

    fn forget_undo(self) {
        self.work.update_value(|work| {
            work.undo.clear();
            work.last = None;
        });
        self.undoable.set(0);
    }

    fn touch(self, pace: Pace) {
        if self.sign.with_untracked(|sign| *sign != Sign::Writing) {
            self.sign.set(Sign::Writing);
        }
        let mut old = None;
        self.work.update_value(|work| {
            work.dirty = true;
            old = work.timer.take();
        });
        if let Some(old) = old {
            old.clear();
        }
        match pace {
            Pace::Tap => self.flush(),
            Pace::Typing => {
                let timer = set_timeout_with_handle(move || self.flush(), REST).ok();
                self.work.update_value(|work| work.timer = timer);
            }
        }
    }

    /// Puts what is not written yet of the open card aside for writing, because another card is about to be opened. The task that
    /// writes runs later, and would find the other one on the screen.
    fn leave(self) {
        let record = self.record.get_untracked();
        self.work.update_value(|work| {
            if work.dirty {
                work.dirty = false;
                work.left.push((record, work.cause.take()));
            }
        });
        self.flush();
    }

    /// The page may be going away: writes what is not written yet, and leaves it for the next page should there be no time.
    fn part(self) {
        let open = self.record.get_untracked();
        let unsaved = self.work.with_value(|work| {
            let open = (work.dirty || work.running).then_some(open);
            work.left.iter().map(|(record, _)| record.clone()).chain(open).collect::<Vec<_>>()
        });
        self.with(|ports| {
            for record in unsaved {
                late::leave(ports, &self.held_of(&record.id.0).unwrap_or_else(|| Held::nothing(&record)), &record);
            }
        });
        self.flush();
    }

    /// Writes what is not written yet.
    pub fn flush(self) {
        let mut start = false;
        self.work.update_value(|work| {
            start = (work.dirty || !work.left.is_empty()) && !work.running;
            work.running |= start;
        });
        if start {
            leptos::task::spawn_local(self.write());
        }
    }

    /// Before a page that is another document is opened: whether the browser must wait. Then the page is opened from here, as soon
    /// as the words typed last are on the disk; when they cannot be written, this page stays and says so. Once that was said, the
    /// browser goes where it is told, after asking.
    pub fn leave_for(self, path: &str) -> bool {
        let failed = self.sign.with_untracked(|sign| matches!(sign, Sign::Failed(_)));
        let unsaved = self.work.with_value(|work| work.dirty || work.running || !work.left.is_empty()) && !failed;
        if unsaved {
            self.work.update_value(|work| work.leaving = Some(path.to_owned()));
            self.flush();
        }
        unsaved
    }

    async fn write(self) {
        let Some(ports) = self.ports() else { return };
        ports.device.guard_leaving(true);
        let mut outcome = Ok(());
        while outcome.is_ok() && self.work.with_value(|work| work.dirty || !work.left.is_empty()) {
            outcome = self.write_once(&ports).await;
        }
        ports.device.guard_leaving(outcome.is_err());
        let mut missed = None;
        let mut renew = false;
        self.work.update_value(|work| {
            work.running = false;
            renew = std::mem::take(&mut work.renew);
            missed = work.missed.take();
        });
        let mut leaving = None;
        self.work.update_value(|work| leaving = work.leaving.take());
        match outcome {
            Ok(()) => {
                let now = ports.clock.now();
                self.sign.set(Sign::Kept { hour: now.hour, minute: now.minute });
                if renew {
                    ports.device.take_update();
                } else if let Some(path) = leaving {
                    ports.device.reload_at(&path);
                }
            }
            Err(error) => {
                self.sign.set(Sign::Failed(error));
                // Tried again by itself after a while, and at once with the next edit.
                set_timeout(move || self.flush(), std::time::Duration::from_secs(10));
            }
        }
        if missed.is_some() {
            self.heard(missed);
        }
    }

    /// Lets the new release take over, which loads the page anew, once everything is on the disk. When that fails, the page stays.
    pub fn renew(self) {
        let mut open = false;
        self.work.update_value(|work| {
            open = work.dirty || work.running;
            work.renew = open;
        });
        if open {
            self.flush();
        } else {
            self.with(|ports| ports.device.take_update());
        }
    }

    async fn write_once(self, ports: &Ports) -> Result<(), JournalError> {
        let open = self.record.get_untracked();
        let mut next = None;
        self.work.update_value(|work| {
            next = work.left.first().cloned();
            if next.is_none() {
                work.dirty = false;
                next = Some((open, work.cause.take()));
            }
        });
        let Some((snapshot, cause)) = next else { return Ok(()) };
        let done = self.write_one(ports, &snapshot, cause).await;
        self.work.update_value(|work| match &done {
            Ok(()) => work.left.retain(|(left, _)| *left != snapshot),
            // Still to be written: at the next try, whichever card is open then.
            Err(_) if work.left.iter().any(|(left, _)| *left == snapshot) => {}
            Err(_) if self.record.with_untracked(|open| open.id == snapshot.id) => {
                work.dirty = true;
                work.cause = work.cause.or(cause);
            }
            Err(_) => work.left.push((snapshot, cause)),
        });
        done
    }

    async fn write_one(self, ports: &Ports, snapshot: &Record, cause: Option<Cause>) -> Result<(), JournalError> {
        let id = snapshot.id.0.clone();
        let base = self.held_of(&id).unwrap_or_else(|| Held::nothing(snapshot));
        if base.read_only {
            return Err(JournalError::Unavailable);
        }
        let first = self.held.with_value(Vec::is_empty);
        let saved = keeper::save(ports, &base, snapshot, cause.unwrap_or(Cause::Edit)).await?;
        if saved.held.record != *snapshot {
            self.record.update(|mine| {
                if mine.id.0 == id {
                    *mine = merge::merge(snapshot, mine, &saved.held.record).record;
                }
            });
        }
        if saved.conflicts > 0 {
            self.conflicts.update(|count| *count += saved.conflicts);
        }
        late::clear(ports, &id);
        self.keep(saved.held);
        ports.tabs.announce(Some(&id));
        if first {
            self.first_save(ports);
        }
        // A person begun here has a card to open from now on: the next page is another document, and must open the same one.
        let open = self.record.with_untracked(|open| open.id.0 == id);
        if open && self.settings.with_untracked(|settings| settings.open.as_ref() != Some(&id)) {
            self.set(|settings| (settings.open, settings.begun) = (Some(id), None));
        }
        Ok(())
    }

    /// The first real save on this device: asks the browser to keep the storage, and leaves the marker.
    fn first_save(self, ports: &Ports) {
        ports.device.mark_data(true);
        let device = ports.device.clone();
        leptos::task::spawn_local(async move {
            device.persist().await;
        });
    }

    fn keep(self, held: Held) {
        self.held.update_value(|all| match all.iter_mut().find(|old| old.record.id == held.record.id) {
            // Another tab was heard meanwhile, with something newer.
            Some(old) if old.rev > held.rev => {}
            Some(old) => *old = held,
            None => all.push(held),
        });
        self.list_people();
    }

    /// Another tab wrote: its words come in, ours stay.
    fn heard(self, record: Option<String>) {
        let Some(ports) = self.ports() else { return };
        leptos::task::spawn_local(async move {
            let Some(id) = record else {
                let opened = keeper::open(&ports).await;
                self.take(opened.held);
                return;
            };
            let Ok(Some(theirs)) = keeper::newest(&*ports.journal, &id).await else { return };
            let before = self.held_of(&id);
            if before.as_ref().is_some_and(|before| before.rev >= theirs.rev) {
                return;
            }
            let base = before.map_or_else(|| theirs.record.clone(), |held| held.record);
            self.rebase(&base, &theirs.record);
            let mine = self.record.get_untracked();
            if mine.id.0 == id {
                let merged = merge::merge(&base, &mine, &theirs.record);
                if !merged.conflicts.is_empty() {
                    // Saving finds the same two answers, says so and keeps both. Here one of them would only be gone.
                    self.work.update_value(|work| work.missed = Some(id));
                    return;
                }
                self.show(merged.record);
            }
            self.keep(theirs);
        });
    }

    /// Writes a record that is not the open one (an import, a sample), and opens it.
    pub async fn adopt(self, record: Record, cause: Cause) -> Result<(), JournalError> {
        let ports = self.ports().ok_or(JournalError::Unavailable)?;
        let id = record.id.0.clone();
        let base = self.held_of(&id).unwrap_or_else(|| Held::nothing(&record));
        let first = self.held.with_value(Vec::is_empty);
        let saved = keeper::save(&ports, &base, &record, cause).await?;
        self.keep(saved.held);
        ports.tabs.announce(None);
        if first {
            self.first_save(&ports);
        }
        self.open(&id);
        Ok(())
    }

    /// Removes one person, or everything, from this device.
    ///
    /// # Errors
    /// When the journal could not be changed; then everything is still there.
    pub async fn erase(self, id: Option<String>) -> Result<(), JournalError> {
        let ports = self.ports().ok_or(JournalError::Unavailable)?;
        self.work.update_value(|work| {
            work.dirty = false;
            work.left.retain(|(left, _)| id.as_ref().is_some_and(|id| *id != left.id.0));
        });
        keeper::erase(&ports, id.as_deref()).await?;
        self.held.update_value(|all| all.retain(|held| id.as_ref().is_some_and(|id| *id != held.record.id.0)));
        if self.held.with_value(Vec::is_empty) {
            ports.device.mark_data(false);
        }
        // The settings name a card that is gone, and who wrote in it.
        self.settings.update(|settings| {
            if id.is_none() || settings.open == id {
                (settings.open, settings.begun, settings.proxy) = (None, None, None);
            }
        });
        self.forget_undo();
        self.list_people();
        ports.tabs.announce(None);
        let next = self.held.with_value(|all| all.first().map(|held| held.record.id.0.clone()));
        match next {
            Some(next) => self.open(&next),
            None => self.begin(),
        }
        Ok(())
    }

    /// Hands out a file with everything, as it stands on the screen: when it cannot be kept here, it can be kept elsewhere.
    pub fn hand_out_everything(self) {
        let records = self.on_hand();
        self.with(|ports| {
            let now = ports.clock.now();
            let name = format!("tsumugu-{}.json", now.day.to_iso());
            ports.device.hand_out(&name, "application/json", backup::write(&records, now.at).as_bytes());
        });
    }

    /// Everything that is on this device, for a backup.
    #[must_use]
    pub fn everyone(self) -> Vec<Record> {
        self.held.with_value(|all| all.iter().map(|held| held.record.clone()).collect())
    }
}

/// The folder of the app.
#[must_use]
pub fn folder() -> Folder {
    expect_context()
}
