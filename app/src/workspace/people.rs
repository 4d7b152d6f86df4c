//! The people on this device: which card is open, opening another, beginning a new one.

use leptos::prelude::*;
use record::{Record, RecordId, catalogue, merge};
use store::{Cause, JournalError, StoredRecord, identity::make_id, repository};

use super::{SaveStatus, Workspace};

/// One person on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: String,
    pub name: String,
    pub sample: bool,
    /// Can be looked at, and not be written: a newer release wrote here, or the journal cannot be read.
    pub read_only: bool,
}

impl Workspace {
    pub(super) fn stored_of(self, id: &str) -> Option<StoredRecord> {
        self.stored.with_value(|all| all.iter().find(|stored| stored.record.id.0 == id).cloned())
    }

    pub(super) fn list_people(self) {
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

    pub(super) fn show(self, record: Record) {
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
        self.queue_unsaved();
        let unsaved = self.resume_unsaved(id);
        let status = if unsaved.is_some() { SaveStatus::Writing } else { SaveStatus::Unchanged };
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
        self.queue_unsaved();
        let Some((id, at)) = self.with(|ports| (make_id(ports), ports.clock.now().at)) else { return };
        self.forget_undo();
        self.save_status.set(SaveStatus::Unchanged);
        self.record.set(Record::new(RecordId(id), at));
    }

    /// Begins one more person, whose empty card stays the open one on every page.
    pub fn begin_another(self) {
        self.begin();
        let id = self.record.with_untracked(|record| record.id.0.clone());
        self.set(|settings| settings.begun = Some(id));
    }

    /// Keeps whose card is open here, for the next document of this tab: another tab may have opened another card since.
    pub(super) fn keep_card(self) {
        self.with(|ports| self.settings.update_untracked(|settings| settings.keep_card(ports)));
    }

    /// Writes a record that is not the open one (an import, a sample), and opens it.
    pub async fn save_and_open(self, record: Record, cause: Cause) -> Result<(), JournalError> {
        let ports = self.ports().ok_or(JournalError::Unavailable)?;
        let id = record.id.0.clone();
        let base = self.stored_of(&id).unwrap_or_else(|| StoredRecord::unsaved(&record));
        let first = self.stored.with_value(Vec::is_empty);
        let saved = repository::save(&ports, &base, &record, cause).await?;
        // What is not written yet of the same card goes on top of it.
        self.rebase_unsaved(&base.record, &saved.stored.record);
        if self.save_loop.with_value(|state| state.dirty) && self.record.with_untracked(|open| open.id.0 == id) {
            self.record.update(|mine| *mine = merge::merge(&base.record, mine, &saved.stored.record).record);
        }
        self.put_stored(saved.stored);
        ports.tabs.announce(None);
        if first {
            self.first_save(&ports);
        }
        self.open(&id);
        Ok(())
    }

    /// Everything that is on this device, for a backup.
    #[must_use]
    pub fn everyone(self) -> Vec<Record> {
        self.stored.with_value(|all| all.iter().map(|stored| stored.record.clone()).collect())
    }
}
