//! Files that earlier releases wrote, read by this one. They are never edited; a new form gets a new file.

use record::{Day, Moment, Record, sample};

use crate::{
    backup::{self, Found},
    revision::{Cause, Revision, RevisionRead},
};

const ROW: &str = include_str!("frozen/v1-row.json");
const BACKUP: &str = include_str!("frozen/v1-backup.json");
const RESCUE: &str = include_str!("frozen/v1-rescue.json");

fn somebody() -> Record {
    sample::person(Moment(1_795_305_600_000), Day::parse("2026-11-22").unwrap())
}

fn row() -> Revision {
    Revision::new(&somebody(), 7, Moment(1_795_305_660_000), "0123456789abcdef0123", Cause::Edit)
}

fn records(file: &str) -> Vec<Record> {
    match backup::read(file.as_bytes()) {
        Ok(Found::Records(records)) => records,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_row_of_schema_1() {
    assert_eq!(Revision::read(ROW), RevisionRead::Whole(row(), Box::new(somebody())));
    assert_eq!(row().write(), ROW);
}

#[test]
fn a_backup_of_schema_1() {
    assert_eq!(records(BACKUP), [somebody()]);
    assert_eq!(backup::write(&[somebody()], Moment(1_795_305_720_000)), BACKUP);
}

#[test]
fn a_rescue_file_of_schema_1() {
    assert_eq!(records(RESCUE), [somebody()]);
}

#[test]
#[ignore = "writes the files; run once for each new form, with another name"]
fn make() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/frozen");
    let rescue = serde_json::json!({
        "tsumugu": "rescue", "schema": 1, "made": 1_795_305_780_000_i64, "shelf": {}, "screen": [],
        "journal": { "heads": [["sample", 7]], "revisions": [["sample/0000000007", row().write()]], "outbox": [], "aside": [] },
    });
    std::fs::write(format!("{folder}/v1-row.json"), row().write()).unwrap();
    std::fs::write(format!("{folder}/v1-backup.json"), backup::write(&[somebody()], Moment(1_795_305_720_000))).unwrap();
    std::fs::write(format!("{folder}/v1-rescue.json"), rescue.to_string()).unwrap();
}
