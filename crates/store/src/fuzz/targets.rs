//! The ways in.

use record::{Record, stored};
use serde_json::{Value, json};

use super::{
    change::{self, Choices},
    invariants, run, slowest,
};
use crate::{
    backup::{self, Found, ReadError},
    circle::{self, BoxContent},
    intake,
    port::{CircleId, KeyValueStore, memory::wait},
    repository::{self, StoredRecord},
    revision::{Cause, Revision, RevisionRead},
};

/// Reads a file as the page does.
fn read_file(bytes: &[u8]) {
    let memory = invariants::memory();
    match slowest::timed(bytes, |bytes| backup::read(&memory.ports(), bytes)) {
        Ok(Found::Contents(contents)) => contents.records.iter().for_each(invariants::accepted),
        Ok(Found::Sealed(_)) => {}
        Err(ReadError::WrongPassphrase | ReadError::NoMemory) => panic!("nothing was opened"),
        Err(_) => {}
    }
    invariants::unchanged(&memory);
}

/// The JSON of a file, changed; or the bytes, changed.
fn changed(seed: &[u8], choices: &mut Choices<'_>) -> Result<Value, Vec<u8>> {
    match serde_json::from_slice::<Value>(seed) {
        Ok(mut value) if choices.below(8) != 1 => {
            change::json(&mut value, choices);
            Ok(value)
        }
        _ => {
            let mut bytes = seed.to_vec();
            change::bytes(&mut bytes, choices);
            Err(bytes)
        }
    }
}

#[test]
fn fuzz_backup() {
    run("backup", |seed, choices| match changed(seed, choices) {
        Ok(mut value) => {
            // As whoever makes such a file would: with the checksum that belongs to it.
            if let Some(records) = value.get("records").filter(|records| records.is_array()) {
                value["sha256"] = json!(seal::sha256_hex(records.to_string().as_bytes()));
            }
            read_file(value.to_string().as_bytes());
        }
        Err(bytes) => read_file(&bytes),
    });
}

/// A row with the checksum that belongs to it.
fn signed(mut row: Value) -> Value {
    if let Some(entries) = row.as_object_mut() {
        entries.remove("sha256");
        let hash = seal::sha256_hex(Value::Object(entries.clone()).to_string().as_bytes());
        entries.insert("sha256".to_owned(), json!(hash));
    }
    row
}

/// Changes a row and the record in it.
fn changed_row(row: &str, choices: &mut Choices<'_>) -> Option<String> {
    let mut row: Value = serde_json::from_str(row).ok()?;
    let mut text: Value = serde_json::from_str(row.get("text")?.as_str()?).ok()?;
    if choices.below(6) == 1 {
        change::json(&mut row, choices);
    } else {
        change::json(&mut text, choices);
        row["text"] = json!(text.to_string());
    }
    Some(signed(row).to_string())
}

#[test]
fn fuzz_rescue() {
    run("rescue", |seed, choices| {
        let mut file: Value = serde_json::from_slice(seed).unwrap();
        if choices.are_left() && choices.below(4) != 1 {
            let row = file.pointer("/journal/revisions/0/1").and_then(Value::as_str).unwrap().to_owned();
            if let Some(row) = changed_row(&row, choices) {
                file["journal"]["revisions"] = json!([["x/0000000001", row]]);
            }
            return read_file(file.to_string().as_bytes());
        }
        match changed(seed, choices) {
            Ok(value) => read_file(value.to_string().as_bytes()),
            Err(bytes) => read_file(&bytes),
        }
    });
}

#[test]
fn fuzz_code() {
    use exchange::restore::{PartSet, Print, parts};
    // The corpus holds contents, as they are sealed. A changed one stands for whoever prints a code of their own.
    run("code", |seed, choices| {
        let memory = invariants::memory();
        let mut content = seed.to_vec();
        change::bytes(&mut content, choices);
        if content.is_empty() {
            return;
        }
        let mut collected = PartSet::default();
        parts(&content).unwrap().iter().for_each(|part| collected.add(part).unwrap());
        let Ok(Print::Sealed(sealed)) = collected.print() else { panic!("not complete") };
        if let Ok(record) = sealed.record(&content)
            && let Ok(record) = intake::record(&memory.ports(), record)
        {
            invariants::accepted(&record);
        }
        // And the text of a code, changed.
        let mut text = parts(seed).unwrap().swap_remove(0).into_bytes();
        change::bytes(&mut text, &mut Choices::new(&[choices.below(9_999) as u32, choices.below(9_999) as u32, 3, 4]));
        let _ = PartSet::default().add(&String::from_utf8_lossy(&text));
    });
}

#[test]
fn fuzz_envelope() {
    // Nothing is derived here: what is wrong with an envelope must be said before that work.
    run("envelope", |seed, choices| {
        match changed(seed, choices) {
            Ok(value) => read_file(value.to_string().as_bytes()),
            Err(bytes) => {
                let _ = seal::check_compact(&bytes);
                read_file(&bytes);
            }
        }
        let mut compact = seed.to_vec();
        compact.splice(0..0, [2, 16, 3, 1]);
        change::bytes(&mut compact, choices);
        let _ = seal::check_compact(&compact);
    });
}

#[test]
fn fuzz_pending() {
    let somebody: Record = record::sample::person(record::Moment(invariants::NOW - 5), record::Day::parse("2026-11-22").unwrap());
    run("pending", |seed, choices| {
        let memory = invariants::memory();
        let ports = memory.ports();
        save(&ports, &somebody);
        let row = changed_row(&String::from_utf8_lossy(seed), choices).unwrap_or_default();
        let id = ["sample", "other", "../x"][choices.below(3)];
        memory.set(&format!("tsumugu.pending.{id}"), &row).unwrap();
        let loaded = wait(crate::open(&ports));
        // Whatever stood there: everybody who is loaded can be kept, and the one who was here is still here.
        assert!(loaded.records.iter().any(|stored| stored.record.id == somebody.id));
        for stored in &loaded.records {
            assert!(matches!(stored::read(&stored::write(&stored.record)), Ok(stored::Read::Current(back)) if back == stored.record));
        }
    });
}

/// What the box of a circle holds comes from another device, which may be broken or in other hands.
#[test]
fn fuzz_circle() {
    let somebody: Record = record::sample::person(record::Moment(invariants::NOW - 5), record::Day::parse("2026-11-22").unwrap());
    run("pending", |seed, choices| {
        let memory = invariants::memory();
        let ports = memory.ports();
        save(&ports, &somebody);
        let before = memory.rows.borrow().clone();
        let row = changed_row(&String::from_utf8_lossy(seed), choices).unwrap_or_default();
        let RevisionRead::Whole(row, record) = Revision::read(&row) else { return };
        let id = record.id.0.clone();
        let offered = match BoxContent::received(&ports, row.origin, *record) {
            Ok(theirs) => wait(circle::offer(&ports, &CircleId("family".to_owned()), &theirs)).is_ok(),
            Err(_) => false,
        };
        if !offered {
            assert!(*memory.rows.borrow() == before && memory.pins.borrow().is_empty(), "refused, and written");
        }
        let loaded = wait(crate::open(&ports));
        assert!(loaded.notices.is_empty(), "{:?}", loaded.notices);
        assert!(loaded.records.iter().any(|stored| stored.record.id == somebody.id));
        assert!(!offered || loaded.records.iter().any(|stored| stored.record.id.0 == id));
    });
}

fn save(ports: &crate::Ports, record: &Record) {
    wait(repository::save(ports, &StoredRecord::unsaved(record), record, Cause::Edit)).unwrap();
}
