//! Erasing one person or everything with their pictures, and the way back while the page that asked is open.

use crate::{
    erasure_note,
    identity::forget_device,
    pictures::unreferenced,
    port::{Append, JournalError, Pinned, Ports},
};

/// All rows of one record, oldest first, as they stand in the journal: what cannot be read is among them.
type Rows = (String, Vec<(u32, String)>);

/// What was erased, in memory alone: all revisions as they stood in the journal, and what had been set aside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    journals: Vec<Rows>,
    aside: Vec<(String, String)>,
    /// By record.
    pins: Vec<(String, Pinned)>,
    /// Name and bytes.
    blobs: Vec<(String, Vec<u8>)>,
}

/// Removes a record, or with `None` all of them, from both copies.
pub async fn erase(ports: &Ports, id: Option<&str>) -> Result<(), JournalError> {
    // After a save that is under way, so that it cannot bring back what is erased here.
    let _writer = ports.tabs.writer().await;
    let blobs = unreferenced::only_of(ports, id).await?;
    wipe(ports, id, &blobs).await
}

async fn wipe(ports: &Ports, id: Option<&str>, blobs: &[String]) -> Result<(), JournalError> {
    let mut gone = erasure_note::named(ports);
    gone.retain(|named| id.is_none_or(|id| id == named));
    ports.journal.erase(id, blobs).await?;
    erasure_note::write(&*ports.journal, &gone).await;
    erasure_note::remove(ports, id);
    forget_device(ports);
    Ok(())
}

/// Removes a record, or all of them, and hands back what the journal held. A picture that cannot be read is not among it.
///
/// # Errors
/// [`JournalError`]; then everything is still there.
pub async fn erase_for_now(ports: &Ports, id: Option<&str>) -> Result<Erased, JournalError> {
    let _writer = ports.tabs.writer().await;
    let mut erased = Erased::default();
    for head in ports.journal.heads().await? {
        if id.is_none_or(|id| id == head.record) {
            let mut rows = ports.journal.revisions(&head.record).await?;
            rows.reverse();
            let pins = ports.journal.pins(&head.record).await?;
            erased.pins.extend(pins.into_iter().map(|pinned| (head.record.clone(), pinned)));
            erased.journals.push((head.record, rows));
        }
    }
    let mut aside = ports.journal.aside().await?;
    aside.retain(|(key, _)| id.is_none_or(|id| key.split('/').next() == Some(id)));
    erased.aside = aside;
    let blobs = unreferenced::only_of(ports, id).await?;
    for name in &blobs {
        // One that cannot be read is lost either way, and keeps nobody from being erased.
        let bytes = ports.blobs.get(name).await.ok().flatten();
        erased.blobs.extend(bytes.map(|bytes| (name.clone(), bytes)));
    }
    wipe(ports, id, &blobs).await?;
    Ok(erased)
}

/// Puts rows back as they were, each by itself: one that cannot be written keeps no other back. A record that is there again already stays
/// as it is.
///
/// # Errors
/// The first [`JournalError`]; what could be written is back, and the call can be made again.
pub async fn put_back(ports: &Ports, erased: &Erased) -> Result<(), JournalError> {
    let _writer = ports.tabs.writer().await;
    let mut done = Ok(());
    // The pictures first: a revision names what is on the disk.
    for (name, bytes) in &erased.blobs {
        done = done.and(ports.blobs.put(name, bytes).await);
    }
    for (key, raw) in &erased.aside {
        done = done.and(ports.journal.set_aside(key, raw).await);
    }
    for (record, rows) in &erased.journals {
        done = done.and(put_rows_back(ports, record, rows).await);
    }
    for (record, pinned) in &erased.pins {
        done = done.and(ports.journal.pin(record, pinned.clone()).await);
    }
    done
}

async fn put_rows_back(ports: &Ports, record: &str, rows: &[(u32, String)]) -> Result<(), JournalError> {
    let append = Append { record: record.to_owned(), expected: 0, rows: rows.to_vec(), ..Append::default() };
    match ports.journal.append(append).await {
        Ok(()) | Err(JournalError::Stale(_)) => erasure_note::remove_note(&*ports.journal, record).await,
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use record::{Moment, Record, RecordId};

    use super::*;
    use crate::{
        Cause, StoredRecord, backup, open, pending,
        port::memory::{Memory, wait},
        repository,
    };

    /// Found on 2026-11-30: a browser that was ended within seconds had not yet taken the second copy off the disk.
    #[test]
    fn a_second_copy_whose_removal_was_lost_brings_nobody_back() {
        for whom in [Some("a"), None] {
            let memory = Memory::default();
            let ports = memory.ports();
            let record = Record::new(RecordId("a".to_owned()), Moment(0));
            let stored = wait(repository::save(&ports, &StoredRecord::unsaved(&record), &record, Cause::Edit)).unwrap().stored;
            let edit = Record { sample: true, ..record };
            pending::leave(&ports, &pending::Page::new(&ports), &stored, &edit).unwrap();
            let behind = memory.key_values.borrow().clone();
            let erased = wait(erase_for_now(&ports, whom)).unwrap();
            *memory.key_values.borrow_mut() = behind.clone();
            let opened = wait(open(&ports));
            assert_eq!((opened.records, opened.notices), (vec![], vec![]));
            assert!(ports.key_values.keys().iter().all(|key| !key.ends_with(".a")));
            assert_eq!(wait(backup::damaged(&ports)), None);
            // What was put back is mended from its second copy like any other.
            wait(put_back(&ports, &erased)).unwrap();
            memory.rows.borrow_mut().clear();
            memory.heads.borrow_mut().clear();
            *memory.key_values.borrow_mut() = behind;
            assert_eq!(wait(open(&ports)).records.len(), 1);
        }
    }

    /// Found on 2026-11-30: the key of another person ended with the same letters.
    #[test]
    fn erasing_one_person_takes_away_whole_keys_only() {
        let memory = Memory::default();
        let ports = memory.ports();
        for key in [
            "tsumugu.head.a",
            "tsumugu.pending.a",
            "tsumugu.pending-0f.a",
            "tsumugu.head.ba",
            "tsumugu.event.b-a",
            "tsumugu.settings",
            "other.a",
        ] {
            ports.key_values.set(key, "x").unwrap();
        }
        wait(erase(&ports, Some("a"))).unwrap();
        let left: Vec<String> = ports.key_values.keys();
        assert_eq!(left, ["other.a", "tsumugu.event.b-a", "tsumugu.head.ba", "tsumugu.settings"]);
    }
}
