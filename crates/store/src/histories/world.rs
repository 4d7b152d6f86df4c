//! Several devices, one box, and files that were written at some time and are read at another.

use fastrand::Rng;
use record::{Moment, Record, RecordId, merge::import};
use serde_json::Value;

use super::{
    checks::{self, Tally},
    device::Device,
    edits,
    runs::without_times,
};
use crate::{
    circle::{self, BoxContent, Joined},
    open,
    port::{CircleId, memory::wait},
    repository::StoredRecord,
};

/// What a join knows of what came before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The pinned revisions and the change counters of records.
    Pinned,
    /// Nothing.
    Forgetful,
}

pub struct World {
    pub rng: Rng,
    pub devices: Vec<Device>,
    pub tally: Tally,
    rule: Rule,
    time: i64,
    /// What the box holds, with what went into it.
    middle: Option<(StoredRecord, u128)>,
    files: Vec<(String, u128)>,
}

/// How many things happen in a history.
const STEPS: usize = 36;

const DAY: i64 = 24 * 60 * 60 * 1000;

fn family() -> CircleId {
    CircleId("family".to_owned())
}

impl World {
    /// One history to its end: the record that everybody holds then, without the times in it.
    pub fn run(seed: u64, rule: Rule, skew: i64) -> Result<Value, String> {
        let mut rng = Rng::with_seed(seed);
        let start = Record::new(RecordId("a".to_owned()), Moment(0));
        let count = 2 + rng.usize(..3);
        let forgetful = rule == Rule::Forgetful;
        let devices = (0..count).map(|at| Device::new(at as u8, &start, [skew, -skew, 0, skew / 3][at], forgetful)).collect();
        let mut world = World { rng, devices, tally: Tally::default(), rule, time: 1_810_000_000_000, middle: None, files: Vec::new() };
        world.pass(0);
        let first = world.devices[0].now.clone();
        world.devices[0].save(first);
        for device in 0..count {
            world.sync(device, false)?;
        }
        // One of them sleeps through most of it, and for a year.
        let (sleeper, wakes) = (world.rng.usize(..count), world.rng.usize(..STEPS));
        for step in 1..STEPS {
            let later = [60_000, DAY / 3, DAY][world.rng.usize(..3)];
            world.pass(if step == wakes { 365 * DAY } else { later });
            let device = world.rng.usize(..count);
            if device == sleeper && (3..wakes).contains(&step) {
                continue;
            }
            match world.rng.usize(..9) {
                0 | 1 => world.sync(device, true)?,
                2 => world.export(device),
                3 => world.import(device, step),
                4 => {
                    world.devices[device].change_tab();
                    edits::edit(&mut world, device, step);
                }
                _ => edits::edit(&mut world, device, step),
            }
            world.devices[device].prune();
        }
        for device in (0..count).chain(0..count) {
            world.sync(device, false)?;
        }
        world.end()
    }

    /// Time goes on, on every clock.
    fn pass(&mut self, milliseconds: i64) {
        self.time += milliseconds;
        self.devices.iter().for_each(|device| device.set_clock(self.time));
    }

    /// Joins what the box holds with what a device has, and saves it there. What is to be sent.
    fn offer(&mut self, number: usize) -> Result<Option<StoredRecord>, String> {
        let device = &mut self.devices[number];
        let ports = device.memory.ports();
        if self.rule == Rule::Forgetful {
            device.memory.pins.borrow_mut().clear();
        }
        let Some((stored, knows)) = &self.middle else {
            let (stored, _) = device.newest().ok_or("nothing to begin with")?;
            wait(circle::begin(&ports, &family(), &stored)).map_err(|error| format!("{error:?}"))?;
            return Ok(Some(stored));
        };
        let origin = stored.origin.clone().ok_or("no origin")?;
        let theirs =
            BoxContent::received(&ports, origin, device.as_kept_here(stored.record.clone())).map_err(|error| format!("{error:?}"))?;
        match wait(circle::offer(&ports, &family(), &theirs)).map_err(|error| format!("{error:?}"))? {
            Joined::Agreed(saved) => {
                device.take(saved.stored, *knows);
                Ok(None)
            }
            Joined::Send(saved) => {
                device.take(saved.stored.clone(), *knows);
                Ok(Some(saved.stored))
            }
        }
    }

    /// Compare and swap: where the box has changed meanwhile, it refuses what is offered, and it is joined again.
    fn sync(&mut self, device: usize, with_trouble: bool) -> Result<(), String> {
        let mut offered = self.offer(device)?;
        if with_trouble && self.rng.usize(..4) == 0 {
            let faster = self.rng.usize(..self.devices.len());
            if faster != device {
                self.sync(faster, false)?;
                offered = self.offer(device)?;
            }
        }
        // The network may fail before the box takes it, or after, before the device hears so. It joins again the next time.
        let trouble = if with_trouble { self.rng.usize(..12) } else { 12 };
        let Some(stored) = offered else { return Ok(()) };
        if trouble != 0 {
            self.middle = self.devices[device].newest().map(|(_, knows)| (stored.clone(), knows));
        }
        if trouble > 1 {
            let ports = self.devices[device].memory.ports();
            wait(circle::agree(&ports, &family(), &stored)).map_err(|error| format!("{error:?}"))?;
        }
        Ok(())
    }

    fn export(&mut self, device: usize) {
        if self.devices[device].revisions() > 0 {
            self.files.push(self.devices[device].export());
        }
    }

    /// Takes in a file that somebody wrote at some time.
    fn import(&mut self, device: usize, step: usize) {
        if self.files.is_empty() {
            return;
        }
        let (file, knows) = self.files[self.rng.usize(..self.files.len())].clone();
        let device = &mut self.devices[device];
        let coming = device.read(&file);
        self.tally.tell(&import(&device.now.record, &coming).conflicts);
        device.import(coming, knows, step);
    }

    fn end(&self) -> Result<Value, String> {
        let mut ends = Vec::new();
        for device in &self.devices {
            let opened = wait(open(&device.memory.ports()));
            if !opened.notices.is_empty() {
                return Err(format!("opened with {:?}", opened.notices));
            }
            ends.extend(opened.records.into_iter().map(|stored| stored.record));
        }
        let end = ends.first().ok_or("nobody is there")?;
        if ends.len() != self.devices.len() || ends.iter().any(|other| other != end) {
            return Err("the devices do not hold the same".to_owned());
        }
        checks::check(&self.tally, end)?;
        let value = serde_json::to_value(end).map_err(|error| error.to_string())?;
        Ok(without_times(value))
    }
}
