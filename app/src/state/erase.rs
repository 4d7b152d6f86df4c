//! Erasing one person or everything, and the way back while the page that asked is open.

use leptos::prelude::*;

use super::{Folder, bookmark, keeper};
use crate::port::{Append, JournalError, Ports};

/// All rows of one record, oldest first, as they stand in the journal: what cannot be read is among them.
type Rows = (String, Vec<(u32, String)>);

/// What was erased, in memory alone: all revisions as they stood in the journal, and what had been set aside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    journals: Vec<Rows>,
    aside: Vec<(String, String)>,
    /// The record that was open.
    open: String,
}

impl Folder {
    /// Removes one person, or everything, from this device.
    ///
    /// # Errors
    /// When the journal could not be changed; then everything is still there.
    pub async fn erase(self, id: Option<String>) -> Result<(), JournalError> {
        let ports = self.ports().ok_or(JournalError::Unavailable)?;
        self.drop_unsaved(id.as_deref());
        erase(&ports, id.as_deref()).await?;
        self.forget(&ports, id.as_deref());
        Ok(())
    }

    /// The same, and hands back what [`Folder::bring_back`] needs.
    ///
    /// # Errors
    /// When the journal could not be read or changed; then everything is still there.
    pub async fn erase_for_now(self, id: Option<String>) -> Result<Erased, JournalError> {
        let ports = self.ports().ok_or(JournalError::Unavailable)?;
        let open = self.record.with_untracked(|record| record.id.0.clone());
        self.drop_unsaved(id.as_deref());
        let erased = erase_for_now(&ports, id.as_deref()).await?;
        self.forget(&ports, id.as_deref());
        Ok(Erased { open, ..erased })
    }

    /// Brings back what was erased, with every earlier version.
    ///
    /// # Errors
    /// When the journal could not be written. What is back by then stays, and the call can be made again.
    pub async fn bring_back(self, erased: &Erased) -> Result<(), JournalError> {
        let ports = self.ports().ok_or(JournalError::Unavailable)?;
        put_back(&ports, erased).await?;
        let (had, _) = self.read(&ports).await;
        if had {
            ports.device.mark_data(true);
        }
        ports.tabs.announce(None);
        self.open(&erased.open);
        Ok(())
    }

    /// What was typed and is not written yet goes with the record.
    fn drop_unsaved(self, id: Option<&str>) {
        self.work.update_value(|work| {
            work.dirty = false;
            work.left.retain(|(left, _)| id.is_some_and(|id| *id != left.id.0));
        });
    }

    /// Nothing on the screen or in the settings is about what was erased.
    fn forget(self, ports: &Ports, id: Option<&str>) {
        let was_open = self.record.with_untracked(|record| id.is_none_or(|id| *id == record.id.0));
        self.held.update_value(|all| all.retain(|held| id.is_some_and(|id| *id != held.record.id.0)));
        self.changed();
        if self.held.with_value(Vec::is_empty) {
            ports.device.mark_data(false);
        }
        // The settings name a card that is gone, and who wrote in it. On the shelf too: the next page reads them there.
        self.set(|settings| {
            settings.bookmarks = id.map(|id| bookmark::without(&settings.bookmarks, id)).unwrap_or_default();
            if was_open {
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
    }
}

/// Removes a record, or with `None` all of them, from both copies.
pub async fn erase(ports: &Ports, id: Option<&str>) -> Result<(), JournalError> {
    // After a save that is under way, so that it cannot bring back what is erased here.
    let _writer = ports.tabs.writer().await;
    wipe(ports, id).await
}

async fn wipe(ports: &Ports, id: Option<&str>) -> Result<(), JournalError> {
    ports.journal.erase(id).await?;
    for key in ports.shelf.keys() {
        let of_this = id.is_none_or(|id| key == keeper::mirror_key(id) || key.ends_with(id));
        if key.starts_with("tsumugu.") && of_this {
            ports.shelf.remove(&key);
        }
    }
    Ok(())
}

/// Removes a record, or all of them, and hands back what the journal held.
async fn erase_for_now(ports: &Ports, id: Option<&str>) -> Result<Erased, JournalError> {
    let _writer = ports.tabs.writer().await;
    let mut erased = Erased::default();
    for head in ports.journal.heads().await? {
        if id.is_none_or(|id| id == head.record) {
            let mut rows = ports.journal.revisions(&head.record).await?;
            rows.reverse();
            erased.journals.push((head.record, rows));
        }
    }
    let mut aside = ports.journal.aside().await?;
    aside.retain(|(key, _)| id.is_none_or(|id| key.split('/').next() == Some(id)));
    erased.aside = aside;
    wipe(ports, id).await?;
    Ok(erased)
}

/// Puts rows back as they were. A record that is there again already stays as it is.
async fn put_back(ports: &Ports, erased: &Erased) -> Result<(), JournalError> {
    let _writer = ports.tabs.writer().await;
    for (key, raw) in &erased.aside {
        ports.journal.set_aside(key, raw).await?;
    }
    for (record, rows) in &erased.journals {
        let append = Append { record: record.clone(), expected: 0, rows: rows.clone(), drop: Vec::new() };
        match ports.journal.append(append).await {
            Ok(()) | Err(JournalError::Stale(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use record::{Answer, Answers, Moment, Record, RecordId, Section, Stamp, catalogue};

    use super::*;
    use crate::{
        port::memory::{Memory, wait},
        state::{keeper::Held, row::Cause, settings::Settings},
    };

    /// A person under an id, saved twice.
    fn person(ports: &Ports, id: &str) -> Held {
        let mut record = Record::new(RecordId(id.to_owned()), Moment(0));
        let mut held = Held::nothing(&record);
        for name in ["平方", "平方 千代子"] {
            let name = Some(Answer::Given(name.to_owned()));
            record.card.section_mut(Section::Person).fields.set(catalogue::NAME, name, &Stamp::default());
            held = wait(keeper::save(ports, &held, &record, Cause::Edit)).unwrap().held;
        }
        held
    }

    fn with_folder(memory: &Memory, run: impl FnOnce(Folder)) {
        Owner::new().with(|| {
            let folder = Folder::new(Some(memory.ports()));
            folder.take(wait(keeper::open(&memory.ports())).held);
            run(folder);
        });
    }

    #[test]
    fn nothing_of_an_erased_person_stays_on_the_shelf() {
        let memory = Memory::default();
        person(&memory.ports(), "aa");
        with_folder(&memory, |folder| {
            folder.set(|settings| {
                (settings.open, settings.proxy) = (Some("aa".to_owned()), Some("柏木 直美".to_owned()));
                settings.bookmarks = "aa p1\nbb l1\n".to_owned();
            });
            wait(folder.erase(Some("aa".to_owned()))).unwrap();
            let left = format!("{:?} {:?}", memory.shelf.borrow(), memory.rows.borrow());
            assert!(!left.contains("aa") && !left.contains("柏木") && !left.contains("平方"), "{left}");
            let settings = Settings::load(&memory.ports());
            assert_eq!((settings.proxy, settings.bookmarks), (None, "bb l1\n".to_owned()));
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
            with_folder(&memory, |folder| {
                folder.open("aa");
                let erased = wait(folder.erase_for_now(whom)).unwrap();
                assert!(memory.rows.borrow().keys().all(|(id, _)| id != "aa") && memory.aside.borrow().is_empty());
                wait(folder.bring_back(&erased)).unwrap();
                let after = (memory.rows.borrow().clone(), memory.heads.borrow().clone(), memory.aside.borrow().clone());
                assert_eq!(after, before);
                assert_eq!(folder.record.get_untracked().id.0, "aa");
                assert_eq!(folder.people.get_untracked().len(), 2);
                // A second try after one that failed half-way finds what is there.
                wait(folder.bring_back(&erased)).unwrap();
                assert_eq!(memory.rows.borrow().clone(), before.0);
            });
        }
    }
}
