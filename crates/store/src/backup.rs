//! The backup file: all people or one, as readable JSON or sealed with a passphrase; reading it back with a preview.

use std::collections::BTreeMap;

use record::{Moment, Record, diff, merge, stored};
use seal::{Fresh, OpenError};
pub use seal::{Passphrase, SealError};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    port::Ports,
    repository::{StoredRecord, head_row},
};

/// The purpose a backup is sealed for.
const KIND: &str = "backup";

/// What `start.js` calls the file that it makes when the app cannot go on.
const RESCUE: &str = "rescue";

/// The newest form of the file that this release writes.
const SCHEMA: u32 = 1;

/// How every file that [`write`] makes begins, without the white space.
const START: &[u8] = br#"{"tsumugu":"backup""#;

/// The largest file that is read, in bytes.
pub const LIMIT: u32 = 16 * 1024 * 1024;

/// The file as it is written: names that a person can read, and a hash to notice a file that was cut off.
#[derive(Serialize, Deserialize)]
struct File {
    tsumugu: String,
    schema: u32,
    made: Moment,
    sha256: String,
    records: Vec<Value>,
}

/// What a chosen file turned out to be.
#[derive(Debug)]
pub enum Found {
    /// Locked; needs the passphrase.
    Sealed(Vec<u8>),
    Records(Vec<Record>),
}

/// Why a file could not be read as a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    NotABackup,
    /// Written by a newer release.
    Newer,
    /// The contents are not what was written: cut off or changed.
    Damaged,
    /// Wrong passphrase, or the file was changed. Which of the two cannot be told.
    WrongPassphrase,
    NoMemory,
}

/// What bringing in one record would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nobody with this record is on the device.
    New,
    /// It is here already, the same.
    Same,
    /// It is here and differs in so many places.
    Differs(usize),
}

/// The file for some records.
#[must_use]
pub fn write(records: &[Record], made: Moment) -> String {
    // Each record through its own stored form, so that a backup is read by the same code as the journal.
    let records: Vec<Value> = records.iter().filter_map(|record| serde_json::from_str(&stored::write(record)).ok()).collect();
    let file = File { tsumugu: KIND.to_owned(), schema: SCHEMA, made, sha256: hash(&records), records };
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// Seals a file with a passphrase.
///
/// # Errors
/// When the passphrase is too short, or the device has too little memory.
pub fn lock(ports: &Ports, file: &str, passphrase: &Passphrase) -> Result<String, SealError> {
    let mut random = [0; Fresh::BYTES];
    ports.entropy.bytes(&mut random);
    seal::seal_with_passphrase(KIND, passphrase, Fresh::from_random(random), file.as_bytes())
}

/// Looks into a chosen file.
///
/// # Errors
/// [`ReadError`]; nothing on the device has changed.
pub fn read(bytes: &[u8]) -> Result<Found, ReadError> {
    match seal::check_envelope(KIND, bytes) {
        Ok(()) => return Ok(Found::Sealed(bytes.to_vec())),
        Err(OpenError::NewerVersion) => return Err(ReadError::Newer),
        Err(OpenError::Damaged | OpenError::RefusedParameters) => return Err(ReadError::Damaged),
        Err(_) => {}
    }
    read_open(bytes).map(Found::Records)
}

/// Opens a sealed file.
///
/// # Errors
/// [`ReadError`]; nothing on the device has changed.
pub fn unlock(bytes: &[u8], passphrase: &Passphrase) -> Result<Vec<Record>, ReadError> {
    match seal::open_with_passphrase(KIND, passphrase, bytes) {
        Ok(opened) => read_open(opened.as_ref()),
        Err(OpenError::NoMemory) => Err(ReadError::NoMemory),
        Err(_) => Err(ReadError::WrongPassphrase),
    }
}

fn read_open(bytes: &[u8]) -> Result<Vec<Record>, ReadError> {
    let value: Value = serde_json::from_slice(bytes).map_err(|_| unreadable(bytes))?;
    let kind = value.get("tsumugu").and_then(Value::as_str);
    if kind != Some(KIND) && kind != Some(RESCUE) {
        return Err(ReadError::NotABackup);
    }
    if value.get("schema").and_then(Value::as_u64).is_none_or(|schema| schema > u64::from(SCHEMA)) {
        return Err(ReadError::Newer);
    }
    if kind == Some(RESCUE) {
        return rescued(&value);
    }
    let file: File = serde_json::from_value(value).map_err(|_| ReadError::Damaged)?;
    if hash(&file.records) != file.sha256 {
        return Err(ReadError::Damaged);
    }
    file.records
        .iter()
        .map(|value| match stored::read(&value.to_string()) {
            Ok(stored::Read::Current(record)) if record.id.is_plain() => Ok(record),
            // A name that no release gives would stand in keys of the journal.
            Ok(stored::Read::Current(_)) => Err(ReadError::Damaged),
            Ok(stored::Read::Newer { .. }) => Err(ReadError::Newer),
            Err(_) => Err(ReadError::Damaged),
        })
        .collect()
}

/// A file that begins as ours do was cut off or altered; any other is not ours.
fn unreadable(bytes: &[u8]) -> ReadError {
    let begins = bytes.iter().filter(|byte| !byte.is_ascii_whitespace()).take(START.len()).eq(START);
    if begins { ReadError::Damaged } else { ReadError::NotABackup }
}

/// The records of a rescue file: raw rows of the journal and of the shelf. Of each record the newest good row counts.
fn rescued(value: &Value) -> Result<Vec<Record>, ReadError> {
    let rows = value.pointer("/journal/revisions").and_then(Value::as_array).into_iter().flatten().filter_map(|row| row.get(1)?.as_str());
    let shelf = value.get("shelf").and_then(Value::as_object).into_iter().flatten().filter_map(|(_, raw)| raw.as_str());
    let mut newest: BTreeMap<String, StoredRecord> = BTreeMap::new();
    for stored in rows.chain(shelf).filter_map(head_row) {
        let id = &stored.record.id.0;
        if newest.get(id).is_none_or(|best| best.rev < stored.rev) {
            newest.insert(id.clone(), stored);
        }
    }
    if newest.is_empty() { Err(ReadError::Damaged) } else { Ok(newest.into_values().map(|stored| stored.record).collect()) }
}

/// What a record of a file would change here.
#[must_use]
pub fn effect(here: &[Record], coming: &Record) -> Effect {
    match here.iter().find(|record| record.id == coming.id) {
        None => Effect::New,
        Some(record) => match diff::diff(record, coming).len() {
            0 if same_unknown(record, coming) => Effect::Same,
            // Something that only a newer release can name.
            0 => Effect::Differs(1),
            count => Effect::Differs(count),
        },
    }
}

/// Whether what this release cannot read is the same in both.
fn same_unknown(one: &Record, other: &Record) -> bool {
    let sections = |record: &Record| {
        let each = record.card.sections.iter().map(|(id, data)| {
            let items = data.items.iter().map(|item| (item.id.clone(), item.extra.clone())).collect::<Vec<_>>();
            (id.clone(), (data.extra.clone(), items))
        });
        each.collect::<BTreeMap<_, _>>()
    };
    one.extra == other.extra && one.card.extra == other.card.extra && sections(one) == sections(other)
}

/// Both contents in one. What was removed here stays removed; of two different answers the one that was changed more often stands.
#[must_use]
pub fn joined(here: &Record, coming: &Record) -> Record {
    merge::import(here, coming).record
}

/// The damaged bytes that were set aside, as a file for somebody who can help.
pub async fn damaged(ports: &Ports) -> Option<String> {
    let aside = ports.journal.aside().await.ok().filter(|aside| !aside.is_empty())?;
    serde_json::to_string_pretty(&aside).ok()
}

fn hash(records: &[Value]) -> String {
    seal::sha256_hex(Value::Array(records.to_vec()).to_string().as_bytes())
}

#[cfg(test)]
mod tests {
    use record::{Day, sample};

    use super::*;
    use crate::{
        port::memory::Memory,
        revision::{Cause, row},
    };

    fn somebody() -> Record {
        sample::person(Moment(1_780_000_000_000), Day::parse("2026-11-22").unwrap())
    }

    #[test]
    fn a_file_brings_back_the_same_record() {
        let file = write(&[somebody()], Moment(5));
        let Ok(Found::Records(records)) = read(file.as_bytes()) else { panic!("not read") };
        assert_eq!(records, [somebody()]);
        assert_eq!(effect(&records, &somebody()), Effect::Same);
        assert_eq!(effect(&[], &somebody()), Effect::New);
        let mut later = somebody();
        later.card.extra.insert("of_tomorrow".to_owned(), Value::Bool(true));
        assert_eq!(effect(&records, &later), Effect::Differs(1), "what this release cannot read counts too");
    }

    #[test]
    fn a_sealed_file_opens_with_its_passphrase_only() {
        let ports = Memory::default().ports();
        let right = Passphrase::from_typed("あさがお みかん 12");
        let file = lock(&ports, &write(&[somebody()], Moment(5)), &right).unwrap();
        let Ok(Found::Sealed(bytes)) = read(file.as_bytes()) else { panic!("not sealed") };
        assert_eq!(unlock(&bytes, &right).unwrap(), [somebody()]);
        assert_eq!(unlock(&bytes, &Passphrase::from_typed("あさがお みかん 13")), Err(ReadError::WrongPassphrase));
        assert!(!file.contains("流山"));
    }

    #[test]
    fn a_rescue_file_gives_the_newest_good_row_of_each_record() {
        let person = |name: &str, id: &str| {
            let file = stored::write(&somebody()).replace("流山 花子", name);
            let Ok(stored::Read::Current(record)) = stored::read(&file) else { panic!("not a record") };
            Record { id: record::RecordId(id.to_owned()), ..record }
        };
        let damaged = row(&person("五", "a"), 5, Cause::Edit).replace('五', "六");
        let rows = [
            ("a/0000000002", row(&person("二", "a"), 2, Cause::Edit)),
            ("a/0000000003", row(&person("三", "a"), 3, Cause::Edit)),
            ("a/0000000004", row(&person("四", "a"), 4, Cause::Other)),
            ("a/0000000005", damaged),
            ("b/0000000001", row(&person("一", "b"), 1, Cause::Edit)),
        ];
        let shelf = serde_json::json!({ "tsumugu.settings": "{}", "tsumugu.head.b": row(&person("二", "b"), 2, Cause::Edit) });
        let file = serde_json::json!({ "tsumugu": RESCUE, "schema": 1, "journal": { "revisions": rows }, "shelf": shelf });
        let Ok(Found::Records(records)) = read(file.to_string().as_bytes()) else { panic!("not read") };
        assert_eq!(records, [person("三", "a"), person("二", "b")]);
        assert_eq!(read(br#"{"tsumugu":"rescue","schema":1,"journal":null}"#).unwrap_err(), ReadError::Damaged);
    }

    #[test]
    fn every_wrong_file_has_its_own_reason() {
        let file = write(&[somebody()], Moment(5));
        assert_eq!(read(b"hello").unwrap_err(), ReadError::NotABackup);
        assert_eq!(read(b"{\"tsumugu\":\"record\"}").unwrap_err(), ReadError::NotABackup);
        assert_eq!(
            read(file.replace("\"schema\": 1,\n  \"made\"", "\"schema\": 2,\n  \"made\"").as_bytes()).unwrap_err(),
            ReadError::Newer
        );
        assert_eq!(read(file.replace("流山 花子", "流山 太郎").as_bytes()).unwrap_err(), ReadError::Damaged);
        for id in ["", "a/1", "a\n", "あ", &"a".repeat(65)] {
            let odd = Record { id: record::RecordId(id.to_owned()), ..somebody() };
            assert_eq!(read(write(&[odd], Moment(5)).as_bytes()).unwrap_err(), ReadError::Damaged, "{id:?}");
        }
        assert_eq!(read(&file.as_bytes()[..file.len() / 2]).unwrap_err(), ReadError::Damaged);
        assert_eq!(read(b"{\"tsumugu\":\"sealed\",\"v\":1,\"kind\":\"backup\",\"kd").unwrap_err(), ReadError::Damaged);
        assert_eq!(read(b"").unwrap_err(), ReadError::NotABackup);
    }
}
