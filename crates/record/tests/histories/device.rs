//! One device: what it has, what it knows of, and the revisions that its journal keeps.

use record::{Moment, Record, Stamp};

/// A content, with what went into it.
#[derive(Clone)]
pub struct Copy {
    pub record: Record,
    /// The operations, one bit each.
    pub knows: u128,
    /// The newest revision of each device that is in it.
    pub has: [usize; 4],
}

impl Copy {
    /// The same after one more operation.
    pub fn grown(self, record: Record, op: u128) -> Copy {
        Copy { record, knows: self.knows | op, has: self.has }
    }
}

pub struct Device {
    pub now: Copy,
    /// The number of the revision last agreed on with the box.
    agreed: usize,
    /// The number of the revision last offered to the box.
    offered: usize,
    /// Revisions by number, oldest first.
    journal: Vec<(usize, Copy)>,
    revision: usize,
    /// How wrong its clock is, in milliseconds.
    skew: i64,
}

/// How many of the newest revisions a journal keeps beside the pinned ones.
const KEPT: usize = 3;

impl Device {
    pub fn new(start: &Copy, skew: i64) -> Device {
        Device { now: start.clone(), agreed: 0, offered: 0, journal: vec![(0, start.clone())], revision: 0, skew }
    }

    /// Saves a content as the newest revision.
    pub fn save(&mut self, copy: Copy) {
        self.revision += 1;
        self.journal.push((self.revision, copy.clone()));
        self.now = copy;
    }

    /// Saves what came from the box and what was joined with it, before it is offered. What the box holds is agreed on from now on.
    pub fn offer(&mut self, theirs: &Copy, mut joined: Copy, place: usize) -> Copy {
        self.save(theirs.clone());
        self.agreed = self.revision;
        joined.has[place] = self.revision + 1;
        self.save(joined.clone());
        self.offered = self.revision;
        joined
    }

    /// The box has taken what was offered.
    pub fn agree(&mut self) {
        self.agreed = self.offered;
    }

    /// Drops old revisions; the pinned ones only where pins are not kept.
    pub fn prune(&mut self, keep_pins: bool) {
        let (newest, pins) = (self.revision, [self.agreed, self.offered]);
        self.journal.retain(|(number, _)| number + KEPT > newest || (keep_pins && pins.contains(number)));
    }

    /// From where a join with the box begins, while the journal has it: the revision last agreed on, or the one last offered where the
    /// box turns out to have that.
    pub fn base(&self, box_has: usize) -> Option<&Record> {
        let number = if self.offered > self.agreed && box_has >= self.offered { self.offered } else { self.agreed };
        self.journal.iter().find(|(other, _)| *other == number).map(|(_, copy)| &copy.record)
    }

    pub fn stamp(&self, step: usize) -> Stamp {
        Stamp { at: Moment(1_800_000_000_000 + step as i64 * 60_000 + self.skew), ..Stamp::default() }
    }
}
