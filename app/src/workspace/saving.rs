//! Writing what was changed: one save at a time, nothing left behind when another card or page is opened, other tabs heard.

#[cfg(test)]
mod tests;

use leptos::prelude::*;
use record::{Record, merge};
use store::{Cause, JournalError, Notice, StoredRecord, pending, repository};

use super::{Ports, SaveStatus, Workspace};

impl Workspace {
    /// Puts what is not written yet of the open card aside for writing, because another card is about to be opened. The task that
    /// writes runs later, and would find the other one on the screen.
    pub(super) fn queue_unsaved(self) {
        let record = self.record.get_untracked();
        self.save_loop.update_value(|state| {
            if state.dirty {
                state.dirty = false;
                state.queued.push((record, state.cause.take()));
            }
        });
        self.flush();
    }

    /// Takes back what was put aside for writing of a card that is opened again: it is newer than the stored record.
    pub(super) fn resume_unsaved(self, id: &str) -> Option<Record> {
        let mut found = None;
        self.save_loop.update_value(|state| {
            let Some(at) = state.queued.iter().rposition(|(left, _)| left.id.0 == id) else { return };
            let (record, cause) = state.queued.remove(at);
            (state.dirty, state.cause) = (true, cause);
            found = Some(record);
        });
        found
    }

    /// The page may be going away: writes what is not written yet, and leaves it for the next page should there be no time.
    pub(super) fn leave_pending(self) {
        let shown = self.record.with_untracked(|record| record.id.0.clone());
        let here = self.stored_of(&shown).is_some();
        // Somebody who was erased in another tab is not named again.
        if self.settings.with_untracked(|set| set.begun.as_ref() == Some(&shown) || here && set.open.as_ref() == Some(&shown)) {
            self.keep_card();
        }
        let open = self.record.get_untracked();
        let unsaved = self.save_loop.with_value(|state| {
            let open = (state.dirty || state.running).then_some(open);
            state.queued.iter().map(|(record, _)| record.clone()).chain(open).collect::<Vec<_>>()
        });
        self.with(|ports| {
            let page = self.page(ports);
            for record in unsaved {
                let stored = self.stored_of(&record.id.0).unwrap_or_else(|| StoredRecord::unsaved(&record));
                if let Err(why) = pending::leave(ports, &page, &stored, &record) {
                    self.save_status.set(SaveStatus::Failed(why.into()));
                }
            }
        });
        self.flush();
    }

    /// This page, under the name by which it leaves words behind.
    fn page(self, ports: &Ports) -> pending::Page {
        let mut page = None;
        self.save_loop.update_value(|state| page = Some(state.page.get_or_insert_with(|| pending::Page::new(ports)).clone()));
        page.unwrap_or_else(|| pending::Page::new(ports))
    }

    /// Writes what is not written yet.
    pub fn flush(self) {
        let mut start = false;
        self.save_loop.update_value(|state| {
            start = (state.dirty || !state.queued.is_empty()) && !state.running;
            state.running |= start;
        });
        if start {
            leptos::task::spawn_local(self.write());
        }
    }

    /// Before a page that is another document is opened: whether the browser must wait. Then the page is opened from here, as soon
    /// as the words typed last are on the disk; when they cannot be written, this page stays and says so. Once that was said, the
    /// browser goes where it is told, after asking.
    pub fn leave_for(self, path: &str) -> bool {
        let failed = self.save_status.with_untracked(|status| matches!(status, SaveStatus::Failed(_)));
        let unsaved = self.save_loop.with_value(|state| state.dirty || state.running || !state.queued.is_empty()) && !failed;
        if unsaved {
            self.save_loop.update_value(|state| state.leaving = Some(path.to_owned()));
            self.flush();
        }
        unsaved
    }

    pub(super) async fn write(self) {
        let Some(ports) = self.ports() else { return };
        ports.device.guard_leaving(true);
        let mut outcome = Ok(());
        while outcome.is_ok() && self.save_loop.with_value(|state| state.dirty || !state.queued.is_empty()) {
            outcome = self.write_once(&ports).await;
        }
        ports.device.guard_leaving(outcome.is_err());
        let mut missed = None;
        let mut updates = false;
        self.save_loop.update_value(|state| {
            state.running = false;
            updates = std::mem::take(&mut state.update_requested);
            missed = state.missed.take();
        });
        let mut leaving = None;
        self.save_loop.update_value(|state| leaving = state.leaving.take());
        match outcome {
            Ok(()) => {
                let now = ports.clock.now();
                self.save_status.set(SaveStatus::Saved { hour: now.hour, minute: now.minute });
                if updates {
                    ports.device.take_update();
                } else if let Some(path) = leaving {
                    ports.device.reload_at(&path);
                }
            }
            Err(error) => {
                self.save_status.set(SaveStatus::Failed(error));
                // Tried again by itself after a while, and at once with the next edit.
                set_timeout(move || self.flush(), std::time::Duration::from_secs(10));
            }
        }
        if missed.is_some() {
            self.on_other_tab_saved(missed);
        }
    }

    /// Lets the new release take over, which loads the page anew, once everything is on the disk. When that fails, the page stays.
    pub fn apply_update(self) {
        let mut open = false;
        self.save_loop.update_value(|state| {
            open = state.dirty || state.running || !state.queued.is_empty();
            state.update_requested = open;
        });
        if open {
            self.flush();
        } else {
            self.with(|ports| ports.device.take_update());
        }
    }

    pub(super) async fn write_once(self, ports: &Ports) -> Result<(), JournalError> {
        let open = self.record.get_untracked();
        let mut next = None;
        self.save_loop.update_value(|state| {
            next = state.queued.first().cloned();
            if next.is_none() {
                state.dirty = false;
                next = Some((open, state.cause.take()));
            }
        });
        let Some((snapshot, cause)) = next else { return Ok(()) };
        let done = self.write_one(ports, &snapshot, cause).await;
        self.save_loop.update_value(|state| match &done {
            Ok(()) => state.queued.retain(|(left, _)| *left != snapshot),
            // Still to be written: at the next try, whichever card is open then.
            Err(_) if state.queued.iter().any(|(left, _)| *left == snapshot) => {}
            Err(_) if self.record.with_untracked(|open| open.id == snapshot.id) => {
                state.dirty = true;
                state.cause = state.cause.or(cause);
            }
            Err(_) => state.queued.push((snapshot, cause)),
        });
        done
    }

    pub(super) async fn write_one(self, ports: &Ports, snapshot: &Record, cause: Option<Cause>) -> Result<(), JournalError> {
        let id = snapshot.id.0.clone();
        let base = self.stored_of(&id).unwrap_or_else(|| StoredRecord::unsaved(snapshot));
        if base.read_only {
            // The journal could not be read, which may pass; or a newer release has written there.
            let why = |notice: &Notice| if let Notice::NoJournal(error) = notice { Some(error.clone()) } else { None };
            let why = self.notices.with_untracked(|notices| notices.iter().find_map(why));
            return Err(why.unwrap_or(JournalError::Unavailable));
        }
        let first = self.stored.with_value(Vec::is_empty);
        let saved = repository::save(ports, &base, snapshot, cause.unwrap_or(Cause::Edit)).await?;
        if saved.stored.record != *snapshot {
            self.rebase_undo(snapshot, &saved.stored.record);
            self.record.update(|mine| {
                if mine.id.0 == id {
                    *mine = merge::merge(snapshot, mine, &saved.stored.record).record;
                }
            });
        }
        pending::clear(ports, &self.page(ports), &id);
        self.put_stored(saved.stored);
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
    pub(super) fn first_save(self, ports: &Ports) {
        ports.device.mark_data(true);
        let device = ports.device.clone();
        leptos::task::spawn_local(async move {
            device.persist().await;
        });
    }

    pub(super) fn put_stored(self, stored: StoredRecord) {
        self.changed();
        self.stored.update_value(|all| match all.iter_mut().find(|old| old.record.id == stored.record.id) {
            // Another tab was heard meanwhile, with something newer.
            Some(old) if old.rev > stored.rev => {}
            Some(old) => *old = stored,
            None => all.push(stored),
        });
        self.list_people();
    }

    /// Another tab wrote: its words come in, ours stay.
    pub(super) fn on_other_tab_saved(self, record: Option<String>) {
        let Some(ports) = self.ports() else { return };
        leptos::task::spawn_local(async move {
            let Some(id) = record else {
                self.read(&ports).await;
                return;
            };
            let Ok(Some(theirs)) = repository::newest(&*ports.journal, &id).await else { return };
            let before = self.stored_of(&id);
            if before.as_ref().is_some_and(|before| before.rev >= theirs.rev) {
                return;
            }
            let base = before.map_or_else(|| theirs.record.clone(), |stored| stored.record);
            self.rebase_unsaved(&base, &theirs.record);
            let mine = self.record.get_untracked();
            if mine.id.0 == id {
                let merged = merge::merge(&base, &mine, &theirs.record);
                if !merged.conflicts.is_empty() {
                    // Saving finds the same two answers, says so and keeps both. Here one of them would only be gone.
                    self.save_loop.update_value(|state| state.missed = Some(id));
                    return;
                }
                self.show(merged.record);
            }
            self.put_stored(theirs);
        });
    }
}
