//! Putting records from a file or a sheet on the device, and the way back.

use leptos::prelude::*;
use record::{Moment, Record, Stamp};
use store::{
    Cause, JournalError,
    import::ImportUndo,
    pictures::{self, Pictures},
};

use super::Workspace;

impl Workspace {
    /// Everything that may go into a backup: what is on the disk, and the open record as it stands on the screen, saved or not.
    #[must_use]
    pub fn on_hand(self) -> Vec<Record> {
        let open = self.record.get_untracked();
        let mut all = self.everyone();
        match all.iter_mut().find(|record| record.id == open.id) {
            Some(kept) => *kept = open,
            None if !open.is_blank() => all.push(open),
            None => {}
        }
        all
    }

    /// Writes the records, their pictures first, and tells the way back for each that was written, also when a later one failed.
    pub async fn import(self, coming: Vec<Record>, pictures: &Pictures) -> (Vec<ImportUndo>, Result<(), JournalError>) {
        self.flush();
        let open = self.record.with_untracked(|record| record.id.0.clone());
        let mut undos: Vec<ImportUndo> = Vec::new();
        let mut done = Ok(());
        for record in coming {
            let id = record.id.0.clone();
            let before = self.stored_of(&id).map(|stored| stored.record);
            done = self.import_one(record, pictures).await;
            if done.is_err() {
                break;
            }
            let Some(after) = self.stored_of(&id).map(|stored| stored.record) else { break };
            undos.push(ImportUndo { id, record: before, after });
        }
        // The card that was open stays open; on a new device it is the first that came in.
        let next = self.stored_of(&open).map(|_| open).or_else(|| undos.first().map(|undo| undo.id.clone()));
        if let Some(next) = next {
            self.open(&next);
        }
        (undos, done)
    }

    async fn import_one(self, record: Record, pictures: &Pictures) -> Result<(), JournalError> {
        let ports = self.ports().ok_or(JournalError::Unavailable)?;
        pictures::keep_all(&ports, &record, pictures).await?;
        self.save_and_open(record, Cause::Import).await
    }

    /// Makes everything as it was before [`Workspace::import`].
    ///
    /// # Errors
    /// When something could not be written; what was not taken back is still on the device.
    pub async fn take_back(self, undos: Vec<ImportUndo>) -> Result<(), JournalError> {
        let open = self.record.with_untracked(|record| record.id.0.clone());
        for undo in undos.into_iter().rev() {
            let Some(now) = self.stored_of(&undo.id).map(|stored| stored.record) else { continue };
            let stamp = Stamp { at: Moment::after(self.stamp().at, now.newest_moment()), by: self.author() };
            match undo.taken_back(&now, &stamp) {
                Some(before) => self.save_and_open(before, Cause::Undo).await?,
                None => self.erase(Some(undo.id)).await?,
            }
        }
        self.open(&open);
        Ok(())
    }
}
