//! Pictures in backup and rescue files.

use super::*;

#[test]
fn a_backup_carries_pictures_to_an_empty_device() {
    let here = Memory::default();
    let record = saved(&here, "a", 1).record;
    let contents = wait(backup::Contents::gathered(&here.ports(), vec![record.clone(), of_old("b", 2)]));
    assert_eq!((contents.records.clone(), contents.missing()), (vec![record.clone(), named_by("b", 2)], 0));
    let file = backup::write(&contents, Moment(5)).unwrap();
    let there = Memory::default();
    there.time.set(1_800_000_000_000);
    let ports = there.ports();
    let Ok(backup::Found::Contents(found)) = backup::read(&ports, file.as_bytes()) else { panic!("not read") };
    assert_eq!(found, contents);
    for record in &found.records {
        wait(keep_all(&ports, record, &found.pictures)).unwrap();
    }
    assert_eq!((wait(read(&ports, &picture(1))), wait(read(&ports, &picture(2)))), (Ok(jpeg(1)), Ok(jpeg(2))));
    // Only what the record names comes in.
    wait(erase::erase(&ports, None)).unwrap();
    wait(keep_all(&ports, &record, &found.pictures)).unwrap();
    assert_eq!(names(&there), [picture(1).sha256.to_string()]);
}

/// The journal was cleared and the record came back from its second copy, which has no pictures.
#[test]
fn a_file_mends_the_pictures_of_a_record_that_is_here_already() {
    let memory = Memory::default();
    let ports = memory.ports();
    let record = saved(&memory, "a", 1).record;
    let pictures: Pictures = [(picture(1).sha256, jpeg(1)), (picture(2).sha256, jpeg(2))].into();
    memory.blobs.borrow_mut().clear();
    wait(repair(&ports, std::slice::from_ref(&record), &pictures));
    assert_eq!((names(&memory).len(), wait(read(&ports, &picture(1)))), (1, Ok(jpeg(1))));
    memory.blobs.borrow_mut().values_mut().for_each(|bytes| bytes[9] ^= 1);
    wait(repair(&ports, std::slice::from_ref(&record), &pictures));
    assert_eq!(wait(read(&ports, &picture(1))), Ok(jpeg(1)));
    let writes = memory.writes.get();
    wait(repair(&ports, &[record], &pictures));
    assert_eq!(memory.writes.get(), writes, "what is whole is not written again");
}

#[test]
fn a_picture_that_is_not_what_a_file_says_keeps_no_record_out() {
    let memory = Memory::default();
    memory.time.set(1_800_000_000_000);
    let ports = memory.ports();
    let contents = backup::Contents { records: vec![named_by("a", 1)], pictures: [(picture(1).sha256, jpeg(1))].into() };
    let file: serde_json::Value = serde_json::from_str(&backup::write(&contents, Moment(5)).unwrap()).unwrap();
    let svg = seal::sha256_hex(b"<svg/>");
    let mut large = jpeg(1);
    large.resize(LARGEST + 1, 0);
    let odd = [
        (picture(1).sha256.to_string(), encoded(&jpeg(2))),
        (picture(1).sha256.to_string(), "!".to_owned()),
        (picture(2).sha256.to_string(), encoded(&jpeg(2))),
        (svg, encoded(b"<svg/>")),
        (seal::sha256_hex(&large), encoded(&large)),
    ];
    for (name, text) in odd {
        let mut file = file.clone();
        file["pictures"] = serde_json::json!({ &name: text });
        let Ok(backup::Found::Contents(found)) = backup::read(&ports, file.to_string().as_bytes()) else { panic!("{name}") };
        assert_eq!((found.records.len(), found.pictures.len(), found.missing()), (1, 0, 1), "{name}");
    }
    // A file never claims a picture that cannot be read here.
    let gathered = wait(backup::Contents::gathered(&ports, vec![named_by("a", 1)]));
    assert_eq!((gathered.pictures.len(), gathered.missing()), (0, 1));
    assert!(backup::write(&gathered, Moment(5)).is_ok());
    // Many that are together more than a file may be.
    let many = (0..64u8).map(|seed| {
        let mut bytes = jpeg(seed);
        bytes.resize(LARGEST, seed);
        bytes
    });
    let mut contents = backup::Contents::default();
    for (at, bytes) in many.enumerate() {
        let picture = described(&bytes).unwrap();
        contents.records.push(with(&blank(&format!("p{at}")), Some(Answer::Picture(picture.clone()))));
        contents.pictures.insert(picture.sha256, bytes);
    }
    assert_eq!(backup::write(&contents, Moment(5)), Err(backup::MakeError::TooLarge));
}

#[test]
fn a_rescue_file_brings_pictures_too() {
    let memory = Memory::default();
    memory.time.set(1_800_000_000_000);
    let row = revision::row(&named_by("a", 1), 1, Cause::Edit);
    let blobs = [(picture(1).sha256.to_string(), encoded(&jpeg(1))), (picture(2).sha256.to_string(), "?".to_owned())];
    let file = serde_json::json!({ "tsumugu": "rescue", "schema": 1, "journal": { "revisions": [["a/1", row]], "blobs": blobs } });
    let Ok(backup::Found::Contents(found)) = backup::read(&memory.ports(), file.to_string().as_bytes()) else { panic!("not read") };
    assert_eq!((found.missing(), found.pictures), (0, [(picture(1).sha256, jpeg(1))].into()));
}
