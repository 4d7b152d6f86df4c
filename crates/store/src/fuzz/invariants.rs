//! What every accepted record must hold.

use record::{Day, Moment, Record, diff, matching, merge, sample};

use crate::{
    backup::{self, Found},
    import::{ImportMode, outcome},
    intake,
    port::memory::{Memory, wait},
    repository::{self, StoredRecord},
    revision::Cause,
};

/// The clock of the device.
pub const NOW: i64 = 1_800_000_000_000;

pub fn memory() -> Memory {
    let memory = Memory::default();
    memory.time.set(NOW);
    memory
}

fn somebody() -> Record {
    sample::person(Moment(NOW - 1_000_000), Day::parse("2026-11-22").unwrap())
}

/// Saved, read back equal, backed up, taken in again, printed, joined and compared.
pub fn accepted(record: &Record) {
    let memory = memory();
    let ports = memory.ports();
    assert!(intake::record(&ports, record.clone()).as_ref() == Ok(record), "taking it in once more changes it");
    wait(repository::save(&ports, &StoredRecord::unsaved(record), record, Cause::Import)).expect("accepted, and not saved");
    let loaded = wait(crate::open(&ports));
    assert!(loaded.notices.is_empty() && loaded.records.len() == 1, "{:?}", loaded.notices);
    assert!(loaded.records[0].record == *record, "saved, and not the same");
    let file = backup::write(&vec![record.clone()].into(), Moment(5)).expect("accepted, and not backed up");
    assert!(matches!(backup::read(&ports, file.as_bytes()), Ok(Found::Contents(back)) if back.records == std::slice::from_ref(record)));
    // The content of a restore code is read again, whatever is in it.
    let content = exchange::restore::content(record);
    if let Ok(parts) = exchange::restore::parts(&content) {
        let mut collected = exchange::restore::PartSet::default();
        parts.iter().for_each(|part| collected.add(part).expect("printed, and not read"));
        let Ok(exchange::restore::Print::Sealed(sealed)) = collected.print() else { panic!("printed, and not complete") };
        let back = sealed.record(&content).expect("printed, and not read");
        assert!(exchange::restore::content(&back) == content, "printed, and not the same");
    }
    let here = [somebody()];
    let mine = matching::same_record(&here, record);
    let aligned = mine.map_or_else(|| record.clone(), |mine| matching::tied(mine, &[], record.clone()));
    for take in [ImportMode::Merge, ImportMode::Replace, ImportMode::Skip] {
        if let Some(after) = outcome(&here, &aligned, take, &record::Stamp::default()) {
            let _ = diff::diff(&here[0], &after);
        }
    }
    let nothing = Record::new(record.id.clone(), record.made);
    let _ = merge::merge(&nothing, record, record);
    let _ = backup::effect(&here, record);
}

/// What was refused changed nothing.
pub fn unchanged(memory: &Memory) {
    assert!(memory.rows.borrow().is_empty() && memory.heads.borrow().is_empty(), "refused, and written");
}
