//! One device: its journal, and two tabs that have it open.

use record::{Moment, Record, Stamp, edit::without_change_counters};

use crate::{
    backup::{self, Found},
    import::{ImportMode, outcome, recognised},
    port::memory::{Memory, wait},
    repository::{self, StoredRecord},
    retention::{self, Policy},
    revision::Cause,
};

/// A content, with what went into it.
#[derive(Clone)]
pub struct Copy {
    pub record: Record,
    /// The operations, one bit each.
    pub knows: u128,
}

impl Copy {
    /// The same after one more operation.
    pub fn grown(self, record: Record, op: u128) -> Copy {
        Copy { record, knows: self.knows | op }
    }
}

pub struct Device {
    pub memory: Memory,
    /// What the tab shows in which somebody writes.
    pub now: Copy,
    stored: StoredRecord,
    /// What the other tab shows. It hears nothing of what is written here.
    other: Option<(Copy, StoredRecord)>,
    /// What went into the newest revision of the journal.
    knows: u128,
    /// Whether it keeps no change counters.
    forgetful: bool,
    /// How wrong its clock is, in milliseconds.
    skew: i64,
}

/// So little is kept that what is pinned would be dropped within days.
const POLICY: Policy = Policy { newest: 3, days: 2 };

impl Device {
    pub fn new(number: u8, start: &Record, skew: i64, forgetful: bool) -> Device {
        let memory = Memory::default();
        // A name of its own.
        memory.entropy.set(number * 50);
        let now = Copy { record: start.clone(), knows: 0 };
        Device { memory, now, stored: StoredRecord::unsaved(start), other: None, knows: 0, forgetful, skew }
    }

    pub fn set_clock(&self, time: i64) {
        self.memory.time.set(time + self.skew);
    }

    pub fn stamp(&self, _step: usize) -> Stamp {
        let clock = Moment(self.memory.time.get());
        Stamp { at: Moment::after(clock, self.now.record.newest_moment()), ..Stamp::default() }
    }

    /// Saves a content that was written in this tab. What another tab wrote meanwhile is joined with it.
    pub fn save(&mut self, copy: Copy) {
        self.save_as(copy, Cause::Edit);
    }

    fn save_as(&mut self, copy: Copy, cause: Cause) {
        let record = self.as_kept_here(copy.record);
        let saved = wait(repository::save(&self.memory.ports(), &self.stored, &record, cause)).unwrap();
        self.take(saved.stored, copy.knows);
    }

    /// A device without change counters keeps none.
    pub fn as_kept_here(&self, record: Record) -> Record {
        if self.forgetful { without_change_counters(&record) } else { record }
    }

    /// Shows the newest revision of the journal.
    pub fn take(&mut self, stored: StoredRecord, knows: u128) {
        self.knows |= knows;
        self.now = Copy { record: stored.record.clone(), knows: self.knows };
        self.stored = stored;
    }

    /// Somebody goes on in the other tab, as it was when they left it.
    pub fn change_tab(&mut self) {
        let shown = (self.now.clone(), self.stored.clone());
        let (now, stored) = self.other.replace(shown.clone()).unwrap_or(shown);
        (self.now, self.stored) = (now, stored);
    }

    /// The newest revision of the journal, and what went into it.
    pub fn newest(&self) -> Option<(StoredRecord, u128)> {
        let newest = wait(repository::newest(&self.memory, "a")).unwrap();
        newest.map(|stored| (stored, self.knows))
    }

    pub fn export(&self) -> (String, u128) {
        (backup::write(&vec![self.now.record.clone()].into(), Moment(self.memory.time.get())).unwrap(), self.now.knows)
    }

    /// The record in a file.
    pub fn read(&self, file: &str) -> Record {
        let Ok(Found::Contents(mut contents)) = backup::read(&self.memory.ports(), file.as_bytes()) else { panic!("not read") };
        self.as_kept_here(contents.records.remove(0))
    }

    /// Joins what a file holds with what stands here.
    pub fn import(&mut self, coming: Record, knows: u128, step: usize) {
        let here = std::slice::from_ref(&self.now.record);
        let coming = wait(recognised(&self.memory.ports(), here, vec![coming])).unwrap().records.remove(0);
        let Some(record) = outcome(here, &coming, ImportMode::Merge, &self.stamp(step)) else { return };
        self.save_as(Copy { record, knows: self.now.knows | knows }, Cause::Import);
    }

    pub fn prune(&self) {
        if self.revisions() > 6
            && let Some((stored, _)) = self.newest()
        {
            wait(retention::drop_surplus(&self.memory.ports(), &stored, POLICY)).unwrap();
        }
    }

    pub fn revisions(&self) -> usize {
        self.memory.rows.borrow().len()
    }
}
