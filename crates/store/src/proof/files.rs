//! What goes out into a file comes back the same.

use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
use record::{Day, Moment, Record, Section, catalogue as c, sample};

use super::{any, blank, with};
use crate::{
    backup, intake, open,
    port::memory::{Memory, wait},
    repository::{self, StoredRecord},
    revision::Cause,
};

fn on_an_empty_device(records: &[Record]) -> Vec<Record> {
    let memory = Memory::default();
    memory.time.set(1_800_000_000_000);
    let file = backup::write_unchecked(&records.to_vec().into(), Moment(5));
    let Ok(backup::Found::Contents(backup::Contents { records: found, .. })) = backup::read(&memory.ports(), file.as_bytes()) else {
        panic!("not read")
    };
    for record in &found {
        assert_eq!(backup::effect(&[], record), backup::Effect::New);
        let blank = StoredRecord::unsaved(record);
        wait(repository::save(&memory.ports(), &blank, record, Cause::Import)).unwrap();
    }
    wait(open(&memory.ports())).records.into_iter().map(|stored| stored.record).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn what_is_exported_is_the_same_on_an_empty_device(record in any::record()) {
        let memory = Memory::default();
        memory.time.set(1_800_000_000_000);
        let clean = intake::record(&memory.ports(), record.clone()).unwrap();
        prop_assert_eq!(on_an_empty_device(&[record]), std::slice::from_ref(&clean));
        prop_assert_eq!(intake::record(&memory.ports(), clean.clone()), Ok(clean), "once is enough");
    }
}

#[test]
fn an_import_joins_or_replaces() {
    let person = sample::person(Moment(1_780_000_000_000), Day::parse("2026-11-22").unwrap());
    assert_eq!(on_an_empty_device(std::slice::from_ref(&person)), std::slice::from_ref(&person));
    let mut coming = with(&person, c::person::LANDMARK, "駅の北側");
    coming.card.section_mut(Section::Contacts).items.remove(0);
    assert_eq!(backup::effect(std::slice::from_ref(&person), &coming), backup::Effect::Differs(2));
    // The older words of the file do not push out the newer ones, and nobody goes.
    assert_eq!(backup::joined(&person, &coming), person);
    // Replaced: saved as an import; what stood here before stays as a revision.
    let memory = Memory::default();
    let stored = wait(repository::save(&memory.ports(), &blank("sample"), &person, Cause::Edit)).unwrap().stored;
    let stored = wait(repository::save(&memory.ports(), &stored, &coming, Cause::Import)).unwrap().stored;
    assert_eq!(stored.record, coming);
    assert!(wait(repository::history(&memory.ports(), "sample")).unwrap().iter().any(|(_, before)| before.record == person));
}
