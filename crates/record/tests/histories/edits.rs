//! What people do on a device. Each answer ever written is a number of its own.

use record::{
    Answer, Answers, Author, Confirmed, Day, Fields, Item, ItemId, Record, Section, Stamp,
    access::{EventId, Recipient},
    catalogue as c,
    plan::{Version, VersionId, catalogue::v2, parts::Part},
};

use super::{
    checks::{Did, numbers},
    world::World,
};

const PARTS: [Part; 2] = [Part::Values, Part::People];
const READERS: [Recipient; 2] = [Recipient::Family, Recipient::HomeDoctor];

/// A day that has come on every clock, also on the one that is ten years behind: a day of confirming that is still to come is left out of
/// what comes in, because a card must never look newer than it is, and there a clock decides.
pub fn day() -> Day {
    Day::parse("2010-02-01").unwrap_or_else(|| unreachable!())
}

fn medicines(record: &mut Record) -> &mut Vec<Item> {
    &mut record.card.section_mut(Section::Medicines).items
}

/// One edit by hand, saved.
pub fn edit(world: &mut World, device: usize, step: usize) {
    let stamp = world.devices[device].stamp(step);
    let before = world.devices[device].now.clone();
    let mut record = before.record.clone();
    let did = change(world, &mut record, &stamp);
    record.finish_edit(&before.record, &stamp);
    if record == before.record {
        return;
    }
    let op = world.tally.add(did, before.knows);
    world.tally.replaced.extend(numbers(&before.record).difference(&numbers(&record)));
    world.tally.saved.extend(numbers(&record));
    world.devices[device].save(before.grown(record, op));
}

fn change(world: &mut World, record: &mut Record, stamp: &Stamp) -> Did {
    let number = world.tally.next_number();
    let answer = Answer::Given(number.to_string());
    let rng = &mut world.rng;
    let count = medicines(record).len();
    match rng.usize(..15) {
        0 | 1 => {
            let field = [c::person::NAME, c::person::CITY, c::person::PHONE][rng.usize(..3)];
            record.card.set(field, Some(answer), stamp);
        }
        2 => record.card.set([c::person::CITY, c::person::PHONE][rng.usize(..2)], None, stamp),
        3 | 4 => {
            record.card.section_mut(Section::Medicines).fields.set(c::LIST.untyped(), None, stamp);
            let mut item =
                Item { id: ItemId(format!("{:02}-{number}", rng.usize(..90))), fields: Fields::new(), extra: Default::default() };
            item.fields.set(c::medicine::NAME.untyped(), Some(answer), stamp);
            let place = rng.usize(..count + 1);
            medicines(record).insert(place, item);
        }
        5 if count > 0 => {
            let item = medicines(record).remove(rng.usize(..count));
            world.tally.removed.push(item.clone());
            return Did::Removed(item.id);
        }
        6 if count > 0 => {
            let item = &mut medicines(record)[rng.usize(..count)];
            item.fields.set([c::medicine::NAME, c::medicine::DOSE][rng.usize(..2)].untyped(), Some(answer), stamp);
            return Did::EditedItem(item.id.clone());
        }
        7 if count > 1 => medicines(record).swap(rng.usize(..count), rng.usize(..count)),
        8 if count == 0 => record.card.section_mut(Section::Medicines).fields.set(c::LIST.untyped(), Some(Answer::None), stamp),
        8 => {
            // Put back on purpose, whoever removed it.
            let gone: Vec<Item> =
                world.tally.removed.iter().filter(|item| medicines(record).iter().all(|here| here.id != item.id)).cloned().collect();
            if let Some(item) = gone.last().filter(|item| record.removed_at(&super::checks::place(&item.id)).is_some()) {
                medicines(record).push(item.clone());
                return Did::PutBack(item.id.clone());
            }
        }
        9 => v2::WORDS.set(&mut record.plan.sections, Some(answer), stamp),
        10 => v2::WORDS.set(&mut record.plan.sections, None, stamp),
        11 => {
            let id = VersionId(format!("v{number}"));
            let (answers, reason) = (record.plan.snapshot(), String::new());
            let (by, after, extra) = (Author::Own, Vec::new(), Default::default());
            record.plan.keep(Version { id: id.clone(), on: day(), at: stamp.at, by, reason, signed: None, after, answers, extra });
            return Did::Kept(id);
        }
        12 if record.plan.current().is_some() && rng.usize(..2) == 0 => {
            let id = record.plan.newest().map(|version| version.id.clone()).unwrap_or_else(VersionId::none);
            record.plan.withdraw(ItemId(format!("w{number}")), day(), stamp);
            return Did::Withdrew(id);
        }
        13 => {
            let id = EventId(format!("s{number}"));
            record.log.note(id.clone(), READERS[rng.usize(..2)], ("print", day(), VersionId::none()), stamp);
            return Did::Showed(id);
        }
        12 | 14 => {
            let (part, to) = (PARTS[rng.usize(..2)], READERS[rng.usize(..2)]);
            let open = !record.log.is_open(part, to);
            record.log.set_open(EventId(format!("o{number}")), part, to, open, stamp);
            return Did::Turned(part, to, open);
        }
        _ => record.card.confirmed = Some(Confirmed { on: day(), by: Author::Proxy(number.to_string()) }),
    }
    Did::Wrote
}
