//! Several devices, one box, and files that were written at some time and are read at another.

use fastrand::Rng;
use record::{
    Moment, Record, RecordId,
    edit::without_change_counters,
    merge::{import, merge},
};
use serde_json::Value;

use super::{
    checks::{self, Tally},
    device::{Copy, Device},
    edits,
    runs::without_times,
};

/// From where a merge begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// From the revision last agreed on, which is never dropped.
    Pinned,
    /// From nothing where retention has dropped it, and there are no change counters.
    Forgetful,
}

pub struct World {
    pub rng: Rng,
    pub devices: Vec<Device>,
    pub tally: Tally,
    rule: Rule,
    middle: Copy,
    files: Vec<Copy>,
}

/// How many things happen in a history.
const STEPS: usize = 36;

impl World {
    /// One history to its end: the record that everybody holds then, without the times in it.
    pub fn run(seed: u64, rule: Rule, skew: i64) -> Result<Value, String> {
        let mut rng = Rng::with_seed(seed);
        let start = Copy { record: Record::new(RecordId("a".to_owned()), Moment(0)), knows: 0, has: [0; 4] };
        let count = 2 + rng.usize(..3);
        let devices = (0..count).map(|device| Device::new(&start, [skew, -skew, 0, skew / 3][device])).collect();
        let mut world = World { rng, devices, tally: Tally::default(), rule, middle: start, files: Vec::new() };
        // One of them sleeps through most of it.
        let (sleeper, wakes) = (world.rng.usize(..count), world.rng.usize(..STEPS));
        for step in 0..STEPS {
            let device = world.rng.usize(..count);
            if device == sleeper && (3..wakes).contains(&step) {
                continue;
            }
            match world.rng.usize(..9) {
                0 | 1 => world.sync(device, true)?,
                2 => world.export(device),
                3 => world.import(device),
                _ => edits::edit(&mut world, device, step),
            }
            world.devices[device].prune(rule == Rule::Pinned);
        }
        for device in (0..count).chain(0..count) {
            world.sync(device, false)?;
        }
        world.end()
    }

    fn joined(&self, device: usize) -> Result<Copy, String> {
        let (device, number) = (&self.devices[device], device);
        let (mine, theirs) = (&device.now.record, &self.middle.record);
        let base = device.base(self.middle.has[number]);
        let (one, other) = match (base, self.rule) {
            (Some(base), Rule::Pinned) => (merge(base, mine, theirs), merge(base, theirs, mine)),
            (None, Rule::Pinned) => return Err("the pinned revision is gone".to_owned()),
            (base, Rule::Forgetful) => {
                let nothing = Record::new(mine.id.clone(), mine.made);
                let (base, mine, theirs) =
                    (base.map_or(nothing, without_change_counters), without_change_counters(mine), without_change_counters(theirs));
                (merge(&base, &mine, &theirs), merge(&base, &theirs, &mine))
            }
        };
        if one != other {
            return Err("the sides matter".to_owned());
        }
        let has = std::array::from_fn(|at| device.now.has[at].max(self.middle.has[at]));
        Ok(Copy { record: one.record, knows: device.now.knows | self.middle.knows, has })
    }

    /// Compare and swap: what was joined with a box that has changed meanwhile is thrown away and joined again.
    fn sync(&mut self, device: usize, with_trouble: bool) -> Result<(), String> {
        let mut joined = self.joined(device)?;
        if with_trouble && self.rng.usize(..4) == 0 {
            let faster = self.rng.usize(..self.devices.len());
            if faster != device {
                self.sync(faster, false)?;
                joined = self.joined(device)?;
            }
        }
        let offered = self.devices[device].offer(&self.middle, joined, device);
        // The network may fail before the box takes it, or after, before the device hears so. It joins again the next time.
        let trouble = if with_trouble { self.rng.usize(..12) } else { 12 };
        if trouble != 0 {
            self.middle = offered;
        }
        if trouble > 1 {
            self.devices[device].agree();
        }
        Ok(())
    }

    fn export(&mut self, device: usize) {
        self.files.push(self.devices[device].now.clone());
    }

    /// Takes in a file that somebody wrote at some time.
    fn import(&mut self, device: usize) {
        if self.files.is_empty() {
            return;
        }
        let file = self.files[self.rng.usize(..self.files.len())].clone();
        let device = &mut self.devices[device];
        let here = device.now.record.clone();
        let merged = match self.rule {
            Rule::Pinned => import(&here, &file.record),
            Rule::Forgetful => import(&without_change_counters(&here), &without_change_counters(&file.record)),
        };
        self.tally.tell(&merged.conflicts);
        let record = merged.record;
        let (knows, has) = (device.now.knows | file.knows, device.now.has);
        device.save(Copy { record, knows, has });
    }

    fn end(&self) -> Result<Value, String> {
        let end = &self.devices[0].now.record;
        if self.devices.iter().any(|device| device.now.record != *end) {
            return Err("the devices do not hold the same".to_owned());
        }
        checks::check(&self.tally, end)?;
        let value = serde_json::to_value(end).map_err(|error| error.to_string())?;
        Ok(without_times(value))
    }
}
