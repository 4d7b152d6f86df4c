//! The backup file: all people or one with their pictures, as readable JSON or sealed with a passphrase; reading it back with a preview.

mod contents;

use std::collections::BTreeMap;

pub use contents::Contents;
use record::{Moment, Record, diff, merge, stored, unknown_data::same_unknown_data};
use seal::{Fresh, OpenError};
pub use seal::{Passphrase, SealError};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    erasure_note,
    intake::{self, Refused, bounds},
    pictures,
    port::Ports,
    repository::MIRROR,
    revision::{Revision, RevisionRead},
};

/// The purpose a backup is sealed for.
const KIND: &str = "backup";

/// What `start.js` calls the file that it makes when the app cannot go on.
const RESCUE: &str = "rescue";

/// The newest form of the file that this release writes.
const SCHEMA: u32 = 2;

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
    /// Each in base64 under the SHA-256 of its bytes, by which it is verified. Schema 1 has none.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pictures: Map<String, Value>,
}

/// What a chosen file turned out to be.
#[derive(Debug)]
pub enum Found {
    /// Locked; needs the passphrase.
    Sealed(Vec<u8>),
    Contents(Contents),
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
    /// Whole, and not taken in.
    Refused(Refused),
}

impl From<Refused> for ReadError {
    fn from(refused: Refused) -> ReadError {
        ReadError::Refused(refused)
    }
}

/// Why no file was made. Nothing was handed out, and the records are as they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MakeError {
    /// A record, or all together, could not be taken in again from a file.
    Refused(Refused),
    /// The file is larger than any that is read.
    TooLarge,
    /// What was written does not read back as it is.
    Unreadable,
    Sealing(SealError),
}

impl From<SealError> for MakeError {
    fn from(error: SealError) -> MakeError {
        MakeError::Sealing(error)
    }
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

/// The file for some records and their pictures. It is made only when reading it gives these, whole and equal, and each record could be
/// taken in.
///
/// # Errors
/// [`MakeError`] but `Sealing`.
pub fn write(contents: &Contents, made: Moment) -> Result<String, MakeError> {
    bounds::people(&contents.records).map_err(MakeError::Refused)?;
    contents.records.iter().try_for_each(intake::check).map_err(MakeError::Refused)?;
    let file = write_unchecked(contents, made);
    if file.len() > LIMIT as usize {
        return Err(MakeError::TooLarge);
    }
    if parse(file.as_bytes()).as_ref() == Ok(contents) { Ok(file) } else { Err(MakeError::Unreadable) }
}

/// The same without looking whether it can be read back: for records that cannot be saved here, when any file is better than none.
#[must_use]
pub fn write_unchecked(contents: &Contents, made: Moment) -> String {
    // Each record in its own stored form, so that a backup is read by the same code as the journal.
    let records: Vec<Value> = contents.records.iter().map(stored::value).collect();
    let mut pictures = Map::new();
    for (name, bytes) in &contents.pictures {
        pictures.insert(name.to_string(), pictures::encoded(bytes).into());
    }
    let file = File { tsumugu: KIND.to_owned(), schema: SCHEMA, made, sha256: hash(&records), records, pictures };
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// Seals a file with a passphrase.
///
/// # Errors
/// When the passphrase is too short, or the device has too little memory.
pub fn lock(ports: &Ports, file: &str, passphrase: &Passphrase) -> Result<String, MakeError> {
    let mut random = [0; Fresh::BYTES];
    ports.entropy.bytes(&mut random);
    Ok(seal::seal_with_passphrase(KIND, passphrase, Fresh::from_random(random), file.as_bytes())?)
}

/// Looks into a chosen file.
///
/// # Errors
/// [`ReadError`]; nothing on the device has changed.
pub fn read(ports: &Ports, bytes: &[u8]) -> Result<Found, ReadError> {
    match seal::check_envelope(KIND, bytes) {
        Ok(()) => return Ok(Found::Sealed(bytes.to_vec())),
        Err(OpenError::NewerVersion) => return Err(ReadError::Newer),
        Err(OpenError::Damaged | OpenError::RefusedParameters) => return Err(ReadError::Damaged),
        Err(_) => {}
    }
    open(ports, bytes).map(Found::Contents)
}

/// Opens a sealed file.
///
/// # Errors
/// [`ReadError`]; nothing on the device has changed.
pub fn unlock(ports: &Ports, bytes: &[u8], passphrase: &Passphrase) -> Result<Contents, ReadError> {
    match seal::open_with_passphrase(KIND, passphrase, bytes) {
        Ok(opened) => open(ports, opened.as_ref()),
        Err(OpenError::NoMemory) => Err(ReadError::NoMemory),
        Err(_) => Err(ReadError::WrongPassphrase),
    }
}

fn open(ports: &Ports, bytes: &[u8]) -> Result<Contents, ReadError> {
    let contents = parse(bytes)?;
    Ok(Contents { records: intake::records(ports, contents.records)?, ..contents })
}

/// The records as they stand in a file, before anything is taken in, and those of their pictures that are whole: a broken picture keeps no
/// record out.
fn parse(bytes: &[u8]) -> Result<Contents, ReadError> {
    // Some editors put a byte order mark in front of any text they save.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
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
    let read: Vec<_> = file.records.iter().map(|value| stored::read(&value.to_string())).collect();
    // Said before the hash is looked at: a newer release may have another way to prove itself.
    if read.iter().any(|read| matches!(read, Ok(stored::Read::Newer { .. }))) {
        return Err(ReadError::Newer);
    }
    if hash(&file.records) != file.sha256 {
        return Err(ReadError::Damaged);
    }
    let record = |read| match read {
        Ok(stored::Read::Current(record)) => Ok(record),
        Ok(stored::Read::Newer { .. }) => Err(ReadError::Newer),
        Err(stored::ReadError::TooLarge) => Err(ReadError::Refused(Refused::TooLarge)),
        Err(_) => Err(ReadError::Damaged),
    };
    let mut contents = Contents::taken_out(read.into_iter().map(record).collect::<Result<_, _>>()?);
    contents.take_pictures(file.pictures.iter().filter_map(|(name, text)| Some((name.as_str(), text.as_str()?))));
    Ok(contents)
}

/// A file that begins as ours do was cut off or altered; any other is not ours.
fn unreadable(bytes: &[u8]) -> ReadError {
    let begins = bytes.iter().filter(|byte| !byte.is_ascii_whitespace()).take(START.len()).eq(START);
    if begins { ReadError::Damaged } else { ReadError::NotABackup }
}

/// The records of a rescue file: raw rows of the journal and of the key-value store, and pictures. Of each record the newest good row
/// counts.
/// When a newer release wrote any of them, this one does not choose.
fn rescued(value: &Value) -> Result<Contents, ReadError> {
    let store = |path| value.pointer(path).and_then(Value::as_array).into_iter().flatten();
    let rows = store("/journal/revisions").filter_map(|row| row.get(1)?.as_str());
    let shelf = value.get("shelf").and_then(Value::as_object).into_iter().flatten();
    let shelf = shelf.filter(|(key, _)| key.starts_with(MIRROR)).filter_map(|(_, raw)| raw.as_str());
    let mut newest: BTreeMap<String, (u32, Record)> = BTreeMap::new();
    for raw in rows.chain(shelf) {
        match Revision::read(raw) {
            RevisionRead::Newer => return Err(ReadError::Newer),
            RevisionRead::Whole(row, record)
                if row.cause.may_be_head() && newest.get(&record.id.0).is_none_or(|(rev, _)| *rev < row.rev) =>
            {
                newest.insert(record.id.0.clone(), (row.rev, *record));
            }
            _ => {}
        }
    }
    if newest.is_empty() {
        return Err(ReadError::Damaged);
    }
    let mut contents = Contents::taken_out(newest.into_values().map(|(_, record)| record).collect());
    contents.take_pictures(store("/journal/blobs").filter_map(|pair| Some((pair.get(0)?.as_str()?, pair.get(1)?.as_str()?))));
    Ok(contents)
}

/// What a record of a file would change here.
#[must_use]
pub fn effect(here: &[Record], coming: &Record) -> Effect {
    match here.iter().find(|record| record.id == coming.id) {
        None => Effect::New,
        Some(record) => match diff::diff(record, coming).len() {
            0 if same_unknown_data(record, coming) => Effect::Same,
            // Something that only a newer release can name.
            0 => Effect::Differs(1),
            count => Effect::Differs(count),
        },
    }
}

/// Both contents in one. What was removed here stays removed; of two different answers the one that was changed more often stands.
#[must_use]
pub fn joined(here: &Record, coming: &Record) -> Record {
    merge::import(here, coming).record
}

/// The damaged bytes that were set aside, as a file for somebody who can help.
pub async fn damaged(ports: &Ports) -> Option<String> {
    let mut aside = ports.journal.aside().await.ok()?;
    aside.retain(|(key, _)| !erasure_note::is_note(key));
    if aside.is_empty() { None } else { serde_json::to_string_pretty(&aside).ok() }
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

    fn ports() -> Ports {
        let memory = Memory::default();
        memory.time.set(1_800_000_000_000);
        memory.ports()
    }

    #[test]
    fn a_file_brings_back_the_same_record() {
        let ports = ports();
        let file = write(&vec![somebody()].into(), Moment(5)).unwrap();
        let Ok(Found::Contents(Contents { records, .. })) = read(&ports, file.as_bytes()) else { panic!("not read") };
        assert_eq!(records, [somebody()]);
        assert_eq!(effect(&records, &somebody()), Effect::Same);
        assert_eq!(effect(&[], &somebody()), Effect::New);
        let mut later = somebody();
        later.card.extra.insert("of_tomorrow".to_owned(), Value::Bool(true));
        assert_eq!(effect(&records, &later), Effect::Differs(1), "what this release cannot read counts too");
        let mut later = somebody();
        later.plan.extra.insert("of_tomorrow".to_owned(), Value::Bool(true));
        assert_eq!(effect(&records, &later), Effect::Differs(1), "in the plan as well");
    }

    #[test]
    fn a_sealed_file_opens_with_its_passphrase_only() {
        let ports = ports();
        let right = Passphrase::from_typed("あさがお みかん 12");
        let file = lock(&ports, &write(&vec![somebody()].into(), Moment(5)).unwrap(), &right).unwrap();
        let Ok(Found::Sealed(bytes)) = read(&ports, file.as_bytes()) else { panic!("not sealed") };
        assert_eq!(unlock(&ports, &bytes, &right).unwrap().records, [somebody()]);
        assert_eq!(unlock(&ports, &bytes, &Passphrase::from_typed("あさがお みかん 13")), Err(ReadError::WrongPassphrase));
        assert!(!file.contains("流山"));
    }

    #[test]
    fn a_rescue_file_gives_the_newest_good_row_of_each_record() {
        let ports = ports();
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
        let Ok(Found::Contents(Contents { records, .. })) = read(&ports, file.to_string().as_bytes()) else { panic!("not read") };
        assert_eq!(records, [person("三", "a"), person("二", "b")]);
        assert_eq!(read(&ports, br#"{"tsumugu":"rescue","schema":1,"journal":null}"#).unwrap_err(), ReadError::Damaged);
    }

    #[test]
    fn every_wrong_file_has_its_own_reason() {
        let ports = ports();
        let file = write(&vec![somebody()].into(), Moment(5)).unwrap();
        assert_eq!(read(&ports, b"hello").unwrap_err(), ReadError::NotABackup);
        assert_eq!(read(&ports, b"{\"tsumugu\":\"record\"}").unwrap_err(), ReadError::NotABackup);
        assert_eq!(
            read(&ports, file.replace("\"schema\": 2,\n  \"made\"", "\"schema\": 3,\n  \"made\"").as_bytes()).unwrap_err(),
            ReadError::Newer
        );
        assert_eq!(read(&ports, file.replace("流山 花子", "流山 太郎").as_bytes()).unwrap_err(), ReadError::Damaged);
        for id in ["", "a/1", "a\n", "あ", &"a".repeat(65)] {
            let odd = Record { id: record::RecordId(id.to_owned()), ..somebody() };
            assert_eq!(
                read(&ports, write_unchecked(&vec![odd].into(), Moment(5)).as_bytes()).unwrap_err(),
                ReadError::Refused(Refused::Name),
                "{id:?}"
            );
        }
        assert_eq!(read(&ports, &file.as_bytes()[..file.len() / 2]).unwrap_err(), ReadError::Damaged);
        assert_eq!(read(&ports, b"{\"tsumugu\":\"sealed\",\"v\":1,\"kind\":\"backup\",\"kd").unwrap_err(), ReadError::Damaged);
        assert_eq!(read(&ports, b"").unwrap_err(), ReadError::NotABackup);
    }
}
