//! Files that earlier releases wrote, read by this one. They are never edited; a new form gets a new file.

use std::collections::BTreeMap;

use record::{Answer, Day, Moment, Record, Stamp, plan::catalogue::v2, sample};

use crate::{
    ancestry::{Origin, RevisionId},
    backup::{self, Contents, Found},
    pictures,
    port::memory::Memory,
    restore,
    revision::{Cause, Draft, Revision, RevisionRead},
};

const ROW_1: &str = include_str!("frozen/v1-row.json");
const ROW_2: &str = include_str!("frozen/v2-row.json");
const BACKUP: &str = include_str!("frozen/v1-backup.json");
const BACKUP_2: &str = include_str!("frozen/v2-backup.json");
const CODES_2: &str = include_str!("frozen/v2-restore.json");
const RESCUE: &str = include_str!("frozen/v1-rescue.json");

fn somebody() -> Record {
    sample::person(Moment(1_795_305_600_000), Day::parse("2026-11-22").unwrap())
}

/// The row that stands in the file of schema 2.
fn row() -> Revision {
    let first = Draft {
        record: &somebody(),
        rev: 6,
        device: "0123456789abcdef0123",
        seq: 6,
        parents: &[],
        at: Moment(1_795_305_600_000),
        cause: Cause::Import,
    };
    let parents = [first.finish().unwrap().origin];
    Draft { rev: 7, seq: 7, parents: &parents, at: Moment(1_795_305_660_000), cause: Cause::Edit, ..first }.finish().unwrap()
}

fn records(file: &str) -> Vec<Record> {
    let memory = Memory::default();
    memory.time.set(1_795_305_800_000);
    match backup::read(&memory.ports(), file.as_bytes()) {
        Ok(Found::Contents(contents)) => contents.records,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_row_of_schema_1_becomes_an_ancestor() {
    let RevisionRead::Whole(old, record) = Revision::read(ROW_1) else { panic!("not read") };
    assert_eq!(*record, somebody());
    assert_eq!((old.rev, old.at, old.cause), (7, Moment(1_795_305_660_000), Cause::Edit));
    let origin = old.origin.clone();
    assert_eq!((origin.device.as_str(), origin.seq), ("0123456789abcdef0123", 7));
    assert!(ROW_1.contains(&origin.id.0), "its hash is its name");
    let parents = [origin.clone()];
    let next =
        Draft { record: &record, rev: 8, device: "f", seq: 8, parents: &parents, at: Moment(0), cause: Cause::Edit }.finish().unwrap();
    assert!(next.origin.comes_after(&origin));
    // The one before it in the same journal, which the row does not name.
    let before = Origin { id: RevisionId("6".to_owned()), seq: 6, ancestors: BTreeMap::new(), ..origin.clone() };
    assert!(origin.comes_after(&before) && next.origin.comes_after(&before) && !before.comes_after(&origin));
}

#[test]
fn a_damaged_row_of_schema_1_is_damaged() {
    for at in (0..ROW_1.len()).step_by(7) {
        let mut bytes = ROW_1.as_bytes().to_vec();
        bytes[at] ^= 1;
        assert_eq!(Revision::read(&String::from_utf8_lossy(&bytes)), RevisionRead::Damaged, "byte {at}");
    }
}

/// The record in it, which is of schema 1, is brought up to date; the row is as it was written.
#[test]
fn a_row_of_schema_2() {
    let RevisionRead::Whole(found, record) = Revision::read(ROW_2) else { panic!("not read") };
    assert_eq!(*record, somebody());
    assert_eq!(found.write(), ROW_2);
    assert_eq!((found.rev, found.at, found.cause), (row().rev, row().at, row().cause));
}

#[test]
fn a_backup_of_schema_1() {
    assert_eq!(records(BACKUP), [somebody()]);
    assert_eq!(records(&backup::write(&vec![somebody()].into(), Moment(1_795_305_720_000)).unwrap()), [somebody()]);
}

/// The same person, with a picture: two dots, as a PNG.
fn with_a_picture() -> Contents {
    let mut record = somebody();
    let bytes = include_bytes!("frozen/dots.png").to_vec();
    let picture = pictures::described(&bytes).unwrap();
    let stamp = Stamp { at: Moment(1_795_305_600_000), ..Stamp::default() };
    v2::PHOTO.set(&mut record.plan.sections, Some(Answer::Picture(picture.clone())), &stamp);
    Contents { records: vec![record], pictures: [(picture.sha256, bytes)].into() }
}

#[test]
fn a_backup_of_schema_2() {
    let memory = Memory::default();
    memory.time.set(1_795_305_800_000);
    assert!(matches!(backup::read(&memory.ports(), BACKUP_2.as_bytes()), Ok(Found::Contents(found)) if found == with_a_picture()));
    assert_eq!(backup::write(&with_a_picture(), Moment(1_795_305_720_000)).as_deref(), Ok(BACKUP_2.trim_end()));
}

#[test]
fn a_rescue_file_of_schema_1() {
    assert_eq!(records(RESCUE), [somebody()]);
}

/// Printed by another implementation, from the documentation alone.
#[test]
fn restore_codes_of_version_2() {
    use exchange::restore::{PartSet, Print, content};
    let vector: serde_json::Value = serde_json::from_str(CODES_2).unwrap();
    let mut collected = PartSet::default();
    let parts = vector["parts"].as_array().unwrap();
    parts.iter().for_each(|part| collected.add(part.as_str().unwrap()).unwrap());
    let Ok(Print::Sealed(sealed)) = collected.print() else { panic!("not complete") };
    let memory = Memory::default();
    memory.time.set(1_795_305_800_000);
    for typed in ["digits", "digits_on_another_keyboard"] {
        let record = restore::unlock(&memory.ports(), &sealed, vector[typed].as_str().unwrap()).unwrap();
        assert!(content(&record) == include_bytes!("../corpus/code/everything"), "{typed}");
    }
    assert_eq!(restore::unlock(&memory.ports(), &sealed, "2718-2818-2846"), Err(restore::UnlockError::WrongDigits));
}

#[test]
#[ignore = "writes the newest file; run once for each new form, with another name"]
fn make() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/frozen");
    std::fs::write(format!("{folder}/v2-backup.json"), backup::write(&with_a_picture(), Moment(1_795_305_720_000)).unwrap()).unwrap();
}
