//! Words typed a moment before the page goes away: too late for the journal, which needs the page for a few milliseconds more.
//!
//! They are left in the key-value store, which takes them at once, and the next page joins them to what the journal holds by then. They were
//! never called saved, so nothing that the journal says is ever put back by them. Each page leaves them under a name of its own: neither
//! another page nor a damaged row can lose its place to them.

use record::Record;

use crate::{
    Loaded, Notice, StoredRecord,
    ancestry::Origin,
    erasure_note::about,
    identity::make_id,
    intake,
    pictures::among_answers,
    port::{JournalError, Ports},
    repository,
    revision::{Cause, Draft, Revision, RevisionRead, Unwritable},
};

/// What a page leaves stands under `tsumugu.pending-<page>.<id>`. What stands under `tsumugu.pending.<id>`, without a page, is joined too.
const PREFIX: &str = "tsumugu.pending";

/// One page of this browser, from when it is loaded until it goes away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page(String);

impl Page {
    /// A page with a new name.
    #[must_use]
    pub fn new(ports: &Ports) -> Page {
        Page(make_id(ports))
    }

    fn key(&self, id: &str) -> String {
        format!("{PREFIX}-{}.{id}", self.0)
    }
}

/// The record that something left is about.
fn left_of(key: &str) -> Option<&str> {
    let rest = key.strip_prefix(PREFIX)?;
    if rest.starts_with(['.', '-']) { about(key) } else { None }
}

/// Leaves an edit that began from `base`. A store that is full or off only means that it is gone with the page.
///
/// # Errors
/// [`Unwritable`]: nothing was left.
pub fn leave(ports: &Ports, page: &Page, base: &StoredRecord, edit: &Record) -> Result<(), Unwritable> {
    let parents: Vec<Origin> = base.origin.iter().cloned().collect();
    let at = ports.clock.now().at;
    let draft = Draft { record: edit, rev: base.rev, device: "", seq: 0, parents: &parents, at, cause: Cause::Edit };
    let _ = ports.key_values.set(&page.key(&edit.id.0), &draft.finish()?.write());
    Ok(())
}

/// The journal has what this page left. What others left stays until it is joined.
pub fn clear(ports: &Ports, page: &Page, id: &str) {
    ports.key_values.remove(&page.key(id));
}

/// Joins what earlier pages left. What cannot be written stays where it is, for the next time.
pub async fn join(ports: &Ports, loaded: &mut Loaded) {
    for key in ports.key_values.keys() {
        let Some(id) = left_of(&key).map(str::to_owned) else { continue };
        let Some(raw) = ports.key_values.get(&key) else { continue };
        let (row, edit) = match Revision::read(&raw) {
            RevisionRead::Whole(row, edit) => (row, edit),
            // For the newer release to join.
            RevisionRead::Newer => continue,
            RevisionRead::Damaged => {
                put_aside(ports, &key, &id, &raw, &mut loaded.notices).await;
                continue;
            }
        };
        if loaded.records.iter().any(|stored| stored.record == *edit) {
            // There was time after all.
            ports.key_values.remove(&key);
            continue;
        }
        // Somebody else may have written there. What is not taken in is kept, and nothing is changed by it.
        if id != edit.id.0 {
            continue;
        }
        let known = loaded.records.iter().find(|stored| stored.record.id.0 == id).map(|stored| stored.record.newest_moment());
        let Ok(edit) = among_answers::moved_out(ports, &edit).await else { continue };
        let Ok(edit) = intake::edit(ports, edit.into_owned(), known.unwrap_or_default()) else {
            put_aside(ports, &key, &id, &raw, &mut loaded.notices).await;
            continue;
        };
        // Without its base the edit would win over everything, or be half of a question.
        let Ok(base) = base_of(ports, &row, &edit).await else { continue };
        let Ok(saved) = repository::save(ports, &base, &edit, Cause::Edit).await else { continue };
        ports.key_values.remove(&key);
        match loaded.records.iter_mut().find(|stored| stored.record.id == edit.id) {
            Some(stored) => *stored = saved.stored,
            None => loaded.records.push(saved.stored),
        }
    }
}

/// Keeps words that cannot be read or are not taken in, among what was set aside. Where that fails they stay where they are.
async fn put_aside(ports: &Ports, key: &str, id: &str, raw: &str, notices: &mut Vec<Notice>) {
    let name = seal::sha256_hex(raw.as_bytes());
    // Under another name it would not be found again when the record is erased.
    let plain = record::RecordId(id.to_owned()).is_plain();
    if plain && ports.journal.set_aside(&format!("{id}/late-{name}"), raw).await.is_ok() {
        ports.key_values.remove(key);
        notices.push(Notice::LeftOut { record: id.to_owned() });
    }
}

/// The revision from which the edit began; nothing where it is no longer kept, so that what both sides have stays.
///
/// # Errors
/// [`JournalError`]: it is not known which there are.
async fn base_of(ports: &Ports, left: &Revision, edit: &Record) -> Result<StoredRecord, JournalError> {
    let history = repository::history(ports, &edit.id.0).await?;
    let began = left.origin.parents.first();
    let is_it = |stored: &StoredRecord| match (began, &stored.origin) {
        (Some(began), Some(origin)) => origin.id == *began,
        // Left by a release that noted the number alone.
        _ => stored.rev == left.rev,
    };
    let found = history.into_iter().map(|(_, stored)| stored).find(is_it);
    Ok(found.unwrap_or_else(|| StoredRecord { rev: left.rev, ..StoredRecord::unsaved(edit) }))
}

#[cfg(test)]
mod tests {
    use record::{Answer, Moment, RecordId, Stamp, catalogue as c};

    use super::*;
    use crate::{
        backup, open,
        port::memory::{Memory, wait},
    };

    fn with(record: &Record, field: c::SectionField, words: &str) -> Record {
        let mut record = record.clone();
        record.card.set(field, Some(Answer::Given(words.to_owned())), &Stamp::default());
        record
    }

    fn begun(ports: &Ports) -> StoredRecord {
        let record = Record::new(RecordId("a".to_owned()), Moment(0));
        wait(repository::save(ports, &StoredRecord::unsaved(&record), &record, Cause::Edit)).unwrap().stored
    }

    fn left(memory: &Memory) -> usize {
        memory.key_values.borrow().keys().filter(|key| left_of(key).is_some()).count()
    }

    #[test]
    fn what_one_page_left_is_neither_written_over_nor_cleared_by_another() {
        let memory = Memory::default();
        let ports = memory.ports();
        let stored = begun(&ports);
        let (one, other) = (Page::new(&ports), Page::new(&ports));
        leave(&ports, &one, &stored, &with(&stored.record, c::person::STREET, "平和台")).unwrap();
        leave(&ports, &other, &stored, &with(&stored.record, c::person::CITY, "流山市")).unwrap();
        assert_eq!(left(&memory), 2);
        clear(&ports, &other, "a");
        assert_eq!(left(&memory), 1, "the other page has saved its own words");
        leave(&ports, &other, &stored, &with(&stored.record, c::person::CITY, "流山市")).unwrap();
        let opened = wait(open(&ports));
        let card = &opened.records[0].record.card;
        assert_eq!((card.words(c::person::STREET), card.words(c::person::CITY), left(&memory)), ("平和台", "流山市", 0));
    }

    /// Found on 2026-11-30: words were joined without the revision from which they began when the journal did not answer, and what had been
    /// removed since came back.
    #[test]
    fn words_wait_until_the_journal_can_be_read() {
        let mut waited = 0;
        for call in 0..12 {
            let memory = Memory::default();
            let ports = memory.ports();
            let first = begun(&ports);
            let edit = with(&first.record, c::person::STREET, "平和台");
            let stored = wait(repository::save(&ports, &first, &edit, Cause::Edit)).unwrap().stored;
            leave(&ports, &Page::new(&ports), &stored, &with(&stored.record, c::person::CITY, "流山市")).unwrap();
            let mut without = stored.record.clone();
            without.card.set(c::person::STREET, None, &Stamp::default());
            without.finish_edit(&stored.record, &Stamp::default());
            wait(repository::save(&ports, &stored, &without, Cause::Edit)).unwrap();
            *memory.failing_at.borrow_mut() = Some((call, JournalError::NoAnswer));
            wait(open(&ports));
            waited += left(&memory);
            *memory.failing_at.borrow_mut() = None;
            let record = wait(open(&ports)).records.remove(0).record;
            let card = (record.card.words(c::person::STREET), record.card.words(c::person::CITY));
            assert_eq!((card, record.conflicts.len(), left(&memory)), (("", "流山市"), 0, 0), "call {call}");
        }
        assert!(waited > 1);
    }

    #[test]
    fn what_cannot_be_read_is_put_aside_and_what_a_newer_release_left_stays() {
        let memory = Memory::default();
        let ports = memory.ports();
        let stored = begun(&ports);
        let newer = r#"{"schema":3,"rev":"x","body":[]}"#;
        for (key, raw) in [("tsumugu.pending.a", "gone"), ("tsumugu.pending-1.a", "gone too"), ("tsumugu.pending-2.a", newer)] {
            ports.key_values.set(key, raw).unwrap();
        }
        leave(&ports, &Page::new(&ports), &stored, &with(&stored.record, c::person::STREET, "平和台")).unwrap();
        let opened = wait(open(&ports));
        assert_eq!(opened.records[0].record.card.words(c::person::STREET), "平和台");
        assert_eq!(opened.notices, vec![Notice::LeftOut { record: "a".to_owned() }; 2]);
        let aside = wait(backup::damaged(&ports)).unwrap();
        assert!(aside.contains("gone too") && aside.matches("a/late-").count() == 2);
        assert_eq!(ports.key_values.get("tsumugu.pending-2.a").as_deref(), Some(newer));
        assert_eq!(wait(open(&ports)).notices, [], "said once");
        // Where it cannot be put aside it stays.
        ports.key_values.set("tsumugu.pending.a", "gone").unwrap();
        *memory.failing.borrow_mut() = Some(JournalError::Full);
        wait(open(&ports));
        assert_eq!(ports.key_values.get("tsumugu.pending.a").as_deref(), Some("gone"));
    }
}
