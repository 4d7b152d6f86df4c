//! Files that earlier releases wrote, read by this one. They are never edited; a new form gets a new file.

use record::{Day, Moment, Record, sample};

use super::{
    backup::{self, Found},
    row::{Cause, Row, RowRead},
};

const ROW: &str = include_str!("old/v1-row.json");
const BACKUP: &str = include_str!("old/v1-backup.json");
const RESCUE: &str = include_str!("old/v1-rescue.json");

fn somebody() -> Record {
    sample::person(Moment(1_795_305_600_000), Day::parse("2026-11-22").unwrap())
}

fn row() -> Row {
    Row::new(&somebody(), 7, Moment(1_795_305_660_000), "0123456789abcdef0123", Cause::Edit)
}

fn records(file: &str) -> Vec<Record> {
    match backup::read(file.as_bytes()) {
        Ok(Found::Records(records)) => records,
        other => panic!("{other:?}"),
    }
}

/// The record in it is brought up to date; the row is as it was written.
#[test]
fn a_row_of_schema_1() {
    let RowRead::Whole(found, record) = Row::read(ROW) else { panic!("not read") };
    assert_eq!(*record, somebody());
    assert_eq!(found.write(), ROW);
    let now = row();
    assert_eq!((found.rev, found.at, &found.device, found.cause), (now.rev, now.at, &now.device, now.cause));
}

#[test]
fn a_backup_of_schema_1() {
    assert_eq!(records(BACKUP), [somebody()]);
    assert_eq!(records(&backup::write(&[somebody()], Moment(1_795_305_720_000))), [somebody()]);
}

#[test]
fn a_rescue_file_of_schema_1() {
    assert_eq!(records(RESCUE), [somebody()]);
}
