//! Long random histories of several devices: they end alike, and every answer is there, was replaced by somebody who saw it, or was
//! handed back as a conflict.

use std::collections::BTreeSet;

use fastrand::Rng;
use record::{Answer, Answers, Field, Fields, Item, ItemId, Moment, Record, RecordId, Section, Sides, Stamp, catalogue as c, merge::merge};

/// Each answer ever written is a number of its own.
fn written(record: &Record) -> BTreeSet<u32> {
    let mut all = BTreeSet::new();
    for data in record.card.sections.values() {
        let items = data.items.iter().flat_map(|item| item.fields.values());
        all.extend(data.fields.values().chain(items).filter_map(|field| number(&field.answer)));
    }
    all
}

fn number(answer: &Answer) -> Option<u32> {
    match answer {
        Answer::Given(text) => text.parse().ok(),
        _ => None,
    }
}

struct World {
    rng: Rng,
    next: u32,
    devices: Vec<Record>,
    /// Taken away by somebody who saw it.
    replaced: BTreeSet<u32>,
    reported: BTreeSet<u32>,
}

impl World {
    fn new(seed: u64) -> World {
        let mut rng = Rng::with_seed(seed);
        let devices = vec![Record::new(RecordId("a".to_owned()), Moment(0)); 2 + rng.usize(..3)];
        World { rng, next: 0, devices, replaced: BTreeSet::new(), reported: BTreeSet::new() }
    }

    fn edit(&mut self, device: usize) {
        let before = written(&self.devices[device]);
        self.next += 1;
        // Clocks go wrong: stamps are near the truth, not in its order.
        let stamp = Stamp { at: Moment(i64::from(self.next / 3) + self.rng.usize(..5) as i64), by: Default::default() };
        let answer = Answer::Given(self.next.to_string());
        let record = &mut self.devices[device];
        match self.rng.usize(..8) {
            0 | 1 => {
                let field = [c::person::NAME, c::person::CITY, c::person::PHONE][self.rng.usize(..3)];
                record.card.set(field, Some(answer), &stamp);
            }
            2 => record.card.set(c::person::CITY, None, &stamp),
            3 | 4 => {
                let data = record.card.section_mut(Section::Medicines);
                data.fields.remove(c::LIST.as_str());
                let fields = Fields::from([(c::medicine::NAME.untyped().as_str().to_owned(), Field { answer, stamp })]);
                // Ids in no order, so that the order of lists is put to the test.
                let id = ItemId(format!("{:02}-{}", self.rng.usize(..90), self.next));
                data.items.insert(self.rng.usize(..data.items.len() + 1), Item { id, fields, extra: Default::default() });
            }
            kind => {
                let data = record.card.section_mut(Section::Medicines);
                let count = data.items.len();
                if count == 0 {
                    data.fields.set(c::LIST.untyped(), Some(Answer::None), &stamp);
                } else if kind == 5 {
                    data.items.remove(self.rng.usize(..count));
                } else if kind == 6 {
                    data.items.swap(self.rng.usize(..count), self.rng.usize(..count));
                } else {
                    let field = [c::medicine::NAME, c::medicine::DOSE][self.rng.usize(..2)].untyped();
                    data.items[self.rng.usize(..count)].fields.set(field, Some(answer), &stamp);
                }
            }
        }
        let after = written(&self.devices[device]);
        self.replaced.extend(before.difference(&after));
    }

    fn joined(&mut self, base: &Record, one: &Record, other: &Record) -> Record {
        let merged = merge(base, one, other);
        assert_eq!(merged.record, merge(base, other, one).record, "the sides matter");
        for conflict in &merged.conflicts {
            match &conflict.sides {
                Sides::Answers { given, .. } => self.reported.extend(given.iter().filter_map(number)),
                Sides::Removed(items) => {
                    let fields = items.iter().flat_map(|item| item.fields.values());
                    self.reported.extend(fields.filter_map(|field| number(&field.answer)));
                }
            }
        }
        merged.record
    }

    fn check_nothing_is_lost(&self, all: &BTreeSet<u32>, seed: u64) {
        let there: BTreeSet<u32> = self.devices.iter().flat_map(written).collect();
        let lost: Vec<_> =
            all.iter().filter(|one| !there.contains(one) && !self.replaced.contains(one) && !self.reported.contains(one)).collect();
        assert!(lost.is_empty(), "history {seed}: {lost:?} lost without a word");
    }
}

/// A family circle: each device joins with the one copy in the middle, from what it last saw there.
#[test]
fn devices_around_one_box_converge_and_lose_nothing() {
    for seed in 0..7000 {
        let mut world = World::new(seed);
        let count = world.devices.len();
        let mut middle = world.devices[0].clone();
        let mut seen = vec![middle.clone(); count];
        let mut all = BTreeSet::new();
        let mut sync = |world: &mut World, device: usize| {
            let mine = world.devices[device].clone();
            let joined = world.joined(&seen[device], &mine, &middle);
            (world.devices[device], seen[device], middle) = (joined.clone(), joined.clone(), joined);
        };
        for _ in 0..12 {
            let device = world.rng.usize(..count);
            if world.rng.usize(..3) == 0 {
                sync(&mut world, device);
            } else {
                world.edit(device);
                all.extend(written(&world.devices[device]));
            }
        }
        (0..count).chain(0..count).for_each(|device| sync(&mut world, device));
        let end = world.devices[0].clone();
        assert!(world.devices.iter().all(|device| *device == end), "history {seed} does not converge");
        world.check_nothing_is_lost(&all, seed);
    }
}

/// No middle: any two meet, and each pair remembers how it last parted. Bases are old and cross each other, so what one removed can
/// come back from a device that has not heard of it, and they need not end alike (that is what the box is for). Nothing is lost.
#[test]
fn devices_that_meet_in_pairs_lose_nothing() {
    for seed in 0..3000 {
        let mut world = World::new(seed ^ 0xABCD_EF00);
        let count = world.devices.len();
        let mut parted = vec![vec![world.devices[0].clone(); count]; count];
        let mut all = BTreeSet::new();
        let mut meet = |world: &mut World, one: usize, other: usize| {
            let (low, high) = (one.min(other), one.max(other));
            let (mine, theirs) = (world.devices[one].clone(), world.devices[other].clone());
            let joined = world.joined(&parted[low][high], &mine, &theirs);
            (world.devices[one], world.devices[other], parted[low][high]) = (joined.clone(), joined.clone(), joined);
        };
        for _ in 0..12 {
            let device = world.rng.usize(..count);
            if world.rng.usize(..3) == 0 {
                let other = (device + 1 + world.rng.usize(..count - 1)) % count;
                meet(&mut world, device, other);
            } else {
                world.edit(device);
                all.extend(written(&world.devices[device]));
            }
        }
        for _ in 0..4 {
            for one in 0..count {
                (one + 1..count).for_each(|other| meet(&mut world, one, other));
            }
        }
        world.check_nothing_is_lost(&all, seed);
    }
}
