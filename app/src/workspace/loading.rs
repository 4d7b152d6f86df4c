//! Reading the records of this device: the mirror at once, then the journal, which decides; and what was typed meanwhile on top of it.

use leptos::prelude::*;
use record::{Record, RecordId, merge};
use store::{Notice, StoredRecord, repository, retention, settings::Settings};

use super::{Workspace, apply_theme, device::Ports};

/// How long the journal may take before an empty card is shown without it.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(3);

/// How soon a journal that did not answer is asked again.
const AGAIN: std::time::Duration = std::time::Duration::from_secs(10);

/// How long the first screen stands before old revisions are looked through.
const SETTLED: std::time::Duration = std::time::Duration::from_secs(5);

impl Workspace {
    /// Shows what the mirror holds, at once. Called once; [`Workspace::verify`] follows when that is on the screen.
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
            self.apply_loaded(mirrored);
            self.get_ready();
        }
        ports.tabs.listen(Box::new(move |record| self.on_other_tab_saved(record)));
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
            self.show_notices(notices);
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
    pub(super) fn show_notices(self, notices: Vec<Notice>) {
        let mut all = self.notices.get_untracked();
        all.retain(|notice| !matches!(notice, Notice::NoJournal(_)));
        all.extend(notices);
        if self.notices.with_untracked(|old| *old != all) {
            self.notices.set(all);
        }
    }

    /// Drops old revisions, once a day, when the first screen has stood for a while and the browser has nothing else to do.
    pub(super) fn tidy_later(self, ports: Ports) {
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
    pub(super) async fn read(self, ports: &Ports) -> (bool, Vec<Notice>) {
        let mut notices = Vec::new();
        loop {
            let changes = self.changes();
            let opened = store::open(ports).await;
            notices.extend(opened.notices);
            if self.changes() == changes {
                let had = !opened.records.is_empty();
                // Of two readings at a time the other one is the older now.
                self.changed();
                self.apply_loaded(opened.records);
                return (had, notices);
            }
        }
    }

    pub(super) fn changes(self) -> u32 {
        self.save_loop.with_value(|state| state.changes)
    }

    /// Notes that `stored` has changed.
    pub(super) fn changed(self) {
        self.save_loop.update_value(|state| state.changes += 1);
    }

    /// Shows the app. The signal is set once: everything behind a gate is made anew when it changes.
    pub(super) fn get_ready(self) {
        if !self.ready.get_untracked() {
            self.ready.set(true);
        }
    }

    /// Neither of the two copies has shown anybody yet.
    pub(super) fn begin_without(self) {
        if !self.ready.get_untracked() {
            self.apply_loaded(Vec::new());
            self.get_ready();
        }
    }

    /// Takes over what was read from the disk, keeping what the person has typed since.
    pub(super) fn apply_loaded(self, fresh: Vec<StoredRecord>) {
        let wanted = self.settings.with_untracked(|settings| settings.open.clone());
        let current = self.record.with_untracked(|record| record.id.0.clone());
        // Also while a save is under way: what it writes is not in `fresh` yet.
        let typed = self.save_loop.with_value(|state| state.dirty || state.running);
        let before = self.stored_of(&current);
        self.stored.with_value(|old| {
            for now in &fresh {
                if let Some(old) = old.iter().find(|old| old.record.id == now.record.id) {
                    self.rebase_unsaved(&old.record, &now.record);
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
    pub(super) fn rebase_unsaved(self, base: &Record, now: &Record) {
        self.save_loop.update_value(|state| {
            for (left, _) in state.queued.iter_mut().filter(|(left, _)| left.id == now.id) {
                *left = merge::merge(base, left, now).record;
            }
        });
        self.rebase_undo(base, now);
    }

    /// What came in from elsewhere is not taken back with a step that was done before.
    pub(super) fn rebase_undo(self, base: &Record, now: &Record) {
        self.save_loop.update_value(|state| {
            for step in state.undo.iter_mut().filter(|step| step.id == now.id) {
                *step = merge::rebased(base, step, now);
            }
        });
    }
}
