//! Erasing one person or everything, and the way back while the page that asked is open.

use leptos::prelude::*;
use record::Record;
use store::{Cause, JournalError, bookmark, erase};

use super::{Ports, Workspace};

/// What was erased, and the record that was open then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    erased: erase::Erased,
    open: String,
}

/// What was not written yet of a record: whether the open one had something, and what was put aside for writing.
#[derive(Debug, Default)]
struct Unsaved {
    open: bool,
    queued: Vec<(Record, Option<Cause>)>,
}

impl Workspace {
    /// Removes one person, or everything, from this device.
    ///
    /// # Errors
    /// When the journal could not be changed; then everything is still there.
    pub async fn erase(self, id: Option<String>) -> Result<(), JournalError> {
        let ports = self.ports().ok_or(JournalError::Unavailable)?;
        let unsaved = self.drop_unsaved(id.as_deref());
        erase::erase(&ports, id.as_deref()).await.inspect_err(|_| self.still_write(unsaved))?;
        self.forget(&ports, id.as_deref());
        Ok(())
    }

    /// The same, and hands back what [`Workspace::bring_back`] needs.
    ///
    /// # Errors
    /// When the journal could not be read or changed; then everything is still there.
    pub async fn erase_for_now(self, id: Option<String>) -> Result<Undo, JournalError> {
        let ports = self.ports().ok_or(JournalError::Unavailable)?;
        let open = self.record.with_untracked(|record| record.id.0.clone());
        let unsaved = self.drop_unsaved(id.as_deref());
        let erased = erase::erase_for_now(&ports, id.as_deref()).await.inspect_err(|_| self.still_write(unsaved))?;
        self.forget(&ports, id.as_deref());
        Ok(Undo { erased, open })
    }

    /// Brings back what was erased, with every earlier version.
    ///
    /// # Errors
    /// When the journal could not be written. What is back stays and is on the screen, and the call can be made again.
    pub async fn bring_back(self, undo: &Undo) -> Result<(), JournalError> {
        let ports = self.ports().ok_or(JournalError::Unavailable)?;
        let done = erase::put_back(&ports, &undo.erased).await;
        let (had, _) = self.read(&ports).await;
        if had {
            ports.device.mark_data(true);
        }
        ports.tabs.announce(None);
        self.open(&undo.open);
        done
    }

    /// What was typed and is not written yet goes with the record. What it was, should the record stay.
    fn drop_unsaved(self, id: Option<&str>) -> Unsaved {
        let goes = |record: &Record| id.is_none_or(|id| *id == record.id.0);
        let open = self.record.with_untracked(goes);
        let mut unsaved = Unsaved::default();
        self.save_loop.update_value(|state| {
            unsaved.open = open && std::mem::take(&mut state.dirty);
            unsaved.queued = state.queued.extract_if(.., |(left, _)| goes(left)).collect();
        });
        unsaved
    }

    /// Nothing was erased, so it is to be written after all.
    fn still_write(self, unsaved: Unsaved) {
        self.save_loop.update_value(|state| {
            state.dirty |= unsaved.open;
            state.queued.extend(unsaved.queued);
        });
        self.flush();
    }

    /// Nothing on the screen or in the settings is about what was erased.
    fn forget(self, ports: &Ports, id: Option<&str>) {
        // A save that was under way and failed meanwhile would be tried again.
        self.drop_unsaved(id);
        let was_open = self.record.with_untracked(|record| id.is_none_or(|id| *id == record.id.0));
        self.stored.update_value(|all| all.retain(|stored| id.is_some_and(|id| *id != stored.record.id.0)));
        self.changed();
        if self.stored.with_value(Vec::is_empty) {
            ports.device.mark_data(false);
        }
        // The settings name a card that is gone, and who wrote in it. In the key-value store too: the next page reads them there.
        self.set(|settings| {
            settings.bookmarks = id.map(|id| bookmark::without(&settings.bookmarks, id)).unwrap_or_default();
            if was_open {
                (settings.open, settings.begun, settings.proxy) = (None, None, None);
            }
        });
        self.forget_undo();
        self.list_people();
        ports.tabs.announce(None);
        let next = self.stored.with_value(|all| all.first().map(|stored| stored.record.id.0.clone()));
        match next {
            Some(next) => self.open(&next),
            None => self.begin(),
        }
    }
}

#[cfg(test)]
mod tests {
    use record::{Answer, Moment, RecordId, Stamp, catalogue};
    use store::{
        StoredRecord,
        port::memory::{Memory, wait},
        repository,
        settings::Settings,
    };

    use super::*;
    use crate::workspace::device::in_memory;

    /// A person under an id, saved twice.
    fn person(ports: &store::Ports, id: &str) -> StoredRecord {
        let mut record = Record::new(RecordId(id.to_owned()), Moment(0));
        let mut stored = StoredRecord::unsaved(&record);
        for name in ["平方", "平方 千代子"] {
            let name = Some(Answer::Given(name.to_owned()));
            record.card.set(catalogue::person::NAME, name, &Stamp::default());
            stored = wait(repository::save(ports, &stored, &record, Cause::Edit)).unwrap().stored;
        }
        stored
    }

    fn with_workspace(memory: &Memory, run: impl FnOnce(Workspace)) {
        Owner::new().with(|| {
            let workspace = Workspace::new(Some(in_memory(memory)));
            workspace.apply_loaded(wait(store::open(&memory.ports())).records);
            run(workspace);
        });
    }

    #[test]
    fn nothing_of_an_erased_person_stays_in_the_key_value_store() {
        let memory = Memory::default();
        person(&memory.ports(), "aa");
        with_workspace(&memory, |workspace| {
            workspace.set(|settings| {
                (settings.open, settings.proxy) = (Some("aa".to_owned()), Some("柏木 直美".to_owned()));
                settings.bookmarks = "aa p1\nbb l1\n".to_owned();
            });
            wait(workspace.erase(Some("aa".to_owned()))).unwrap();
            let left = format!("{:?} {:?}", memory.key_values.borrow(), memory.rows.borrow());
            assert!(!left.contains("aa") && !left.contains("柏木") && !left.contains("平方"), "{left}");
            let settings = Settings::load(&memory.ports());
            assert_eq!((settings.proxy, settings.bookmarks), (None, "bb l1\n".to_owned()));
        });
    }

    #[test]
    fn what_is_typed_and_not_written_goes_with_the_erased_alone() {
        let memory = Memory::default();
        person(&memory.ports(), "aa");
        person(&memory.ports(), "bb");
        with_workspace(&memory, |workspace| {
            workspace.open("aa");
            // A save is under way, so that none is begun here.
            workspace.save_loop.update_value(|state| (state.dirty, state.running) = (true, true));
            wait(workspace.erase(Some("bb".to_owned()))).unwrap();
            let dirty = || workspace.save_loop.with_value(|state| state.dirty || !state.queued.is_empty());
            assert!(dirty(), "somebody else was erased");
            *memory.failing.borrow_mut() = Some(JournalError::NoAnswer);
            assert!(wait(workspace.erase(Some("aa".to_owned()))).is_err());
            assert!(wait(workspace.erase_for_now(None)).is_err());
            assert!(dirty(), "nothing was erased");
            *memory.failing.borrow_mut() = None;
            wait(workspace.erase(Some("aa".to_owned()))).unwrap();
            assert!(!dirty());
        });
    }

    #[test]
    fn what_is_put_back_has_every_earlier_version() {
        for whom in [Some("aa".to_owned()), None] {
            let memory = Memory::default();
            let ports = memory.ports();
            person(&ports, "aa");
            person(&ports, "bb");
            wait(ports.journal.set_aside("aa/1", "damaged")).unwrap();
            let before = (memory.rows.borrow().clone(), memory.heads.borrow().clone(), memory.aside.borrow().clone());
            with_workspace(&memory, |workspace| {
                workspace.open("aa");
                let erased = wait(workspace.erase_for_now(whom)).unwrap();
                assert!(memory.rows.borrow().keys().all(|(id, _)| id != "aa") && !memory.aside.borrow().contains_key("aa/1"));
                wait(workspace.bring_back(&erased)).unwrap();
                let after = (memory.rows.borrow().clone(), memory.heads.borrow().clone(), memory.aside.borrow().clone());
                assert_eq!(after, before);
                assert_eq!(workspace.record.get_untracked().id.0, "aa");
                assert_eq!(workspace.people.get_untracked().len(), 2);
                // A second try after one that failed half-way finds what is there.
                wait(workspace.bring_back(&erased)).unwrap();
                assert_eq!(memory.rows.borrow().clone(), before.0);
            });
        }
    }
}
