//! The restore code: paper alone brings the card back, every field.

use std::{collections::BTreeMap, fs, path::PathBuf};

use base64ct::{Base64UrlUnpadded, Encoding};
use exchange::restore::{self, MAX_PARTS, PartSet, Print, RestoreError, TooLong};
use proptest::prelude::*;
use record::{
    Answer, Author, Card, Confirmed, Day, Field, Fields, Item, ItemId, Moment, Record, RecordId, Section, SectionData, Stamp,
    catalogue::{self, Kind},
    stored,
};
use serde_json::{Map, Value, json};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn sample() -> Record {
    record::sample::person(Moment(1_795_000_020_000), day("2026-11-22"))
}

/// A record without what a restore code does not keep: item ids, the single times within a section, seconds.
fn kept(record: &Record) -> Record {
    let mut record = record.clone();
    record.made = Moment(record.made.0.max(0) / 60_000 * 60_000);
    record.extra = Map::new();
    for data in record.card.sections.values_mut() {
        let at = Moment(data.stamp().map_or(0, |stamp| stamp.at.0.max(0) / 60_000 * 60_000));
        for (place, item) in data.items.iter_mut().enumerate() {
            item.id = ItemId(place.to_string());
        }
        let fields = data.fields.values_mut().chain(data.items.iter_mut().flat_map(|item| item.fields.values_mut()));
        fields.for_each(|field| field.stamp.at = at);
    }
    record
}

/// The codes of a record, unsealed: this crate does not care what seals them.
fn printed(record: &Record) -> Vec<String> {
    restore::parts(&restore::content(record)).unwrap()
}

fn read(parts: &[impl AsRef<str>]) -> Result<Record, RestoreError> {
    let mut collected = PartSet::default();
    parts.iter().try_for_each(|part| collected.add(part.as_ref()))?;
    match collected.print()? {
        Print::Open(record) => Ok(*record),
        Print::Sealed(sealed) => sealed.record(&sealed.bytes),
    }
}

#[test]
fn the_sample_comes_back_whole() {
    let parts = printed(&sample());
    let back = read(&parts).unwrap();
    assert_eq!(kept(&back), kept(&sample()));
    assert!(parts.len() <= 5, "{} parts", parts.len());
}

#[test]
fn every_part_is_short_enough_for_an_old_phone_and_safe_in_an_address() {
    for part in printed(&sample()) {
        assert!(part.len() <= 442, "{}", part.len());
        assert!(part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)), "{part}");
    }
}

#[test]
fn parts_come_in_any_order_twice_and_as_whole_addresses() {
    let mut parts: Vec<String> = printed(&sample()).into_iter().map(|part| format!("https://tsumugu.example/restore#{part}\n")).collect();
    parts.reverse();
    parts.extend(parts.clone());
    assert_eq!(kept(&read(&parts).unwrap()), kept(&sample()));
}

#[test]
fn what_is_missing_is_told() {
    let parts = printed(&sample());
    let of = parts.len();
    let mut collected = PartSet::default();
    assert_eq!(collected.print(), Err(RestoreError::Missing { have: 0, of: 0 }));
    collected.add(&parts[1]).unwrap();
    assert_eq!(collected.progress(), (1, of));
    assert_eq!(collected.print(), Err(RestoreError::Missing { have: 1, of }));
    assert_eq!(collected.missing(), (1..=of as u16).filter(|number| *number != 2).collect::<Vec<_>>());
}

#[test]
fn a_part_of_another_print_is_refused_and_the_first_print_can_still_be_finished() {
    let parts = printed(&sample());
    let other = printed(&Record::new(RecordId("other".to_owned()), Moment(0)));
    let mut collected = PartSet::default();
    collected.add(&parts[0]).unwrap();
    assert_eq!(collected.add(&other[0]), Err(RestoreError::OtherSet));
    parts[1..].iter().for_each(|part| collected.add(part).unwrap());
    assert!(matches!(collected.print(), Ok(Print::Sealed(_))));
}

#[test]
fn other_words_are_not_a_code_and_a_newer_code_is_named() {
    for text in ["", "救急カード", "https://example.com/", "https://example.com/#top", "T", "t.AAAA"] {
        assert_eq!(read(&[text]), Err(RestoreError::NotACode), "{text}");
    }
    for text in ["T.", "T.AA", "T.あ", "T.AAAAAAAAAAAAAAAAAAAAAAAA"] {
        assert_eq!(read(&[text]), Err(RestoreError::Damaged), "{text}");
    }
    // Version 3, with the checksum that every version has.
    assert_eq!(read(&["T.AwABAAEAAAAARJMKbw"]), Err(RestoreError::Newer));
    // Version 0, which there never was.
    assert_eq!(read(&["T.AAABAAEAAAAAfR42qg"]), Err(RestoreError::Damaged));
}

#[test]
fn every_flipped_sign_is_noticed() {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    for part in printed(&sample()) {
        for place in 0..part.len() {
            for sign in SIGNS.iter().filter(|sign| **sign != part.as_bytes()[place]) {
                let mut flipped = part.clone().into_bytes();
                flipped[place] = *sign;
                let flipped = String::from_utf8(flipped).unwrap();
                assert!(PartSet::default().add(&flipped).is_err(), "{place}: {}", char::from(*sign));
            }
        }
        for cut in 0..part.len() {
            assert!(PartSet::default().add(&part[..cut]).is_err());
        }
    }
}

#[test]
fn ids_of_sections_fields_and_options_cost_no_text() {
    let stamp = Stamp { at: Moment(0), by: Author::Own };
    let size = |card: Card| {
        let record = Record { card, ..Record::new(RecordId("a".to_owned()), Moment(0)) };
        printed(&record).iter().map(String::len).sum::<usize>()
    };
    let empty = size(Card::default());
    for section in Section::ALL {
        for spec in section.spec().fields.iter().chain(section.spec().item) {
            let options: &[&str] = match spec.kind {
                Kind::One(options) | Kind::Many(options) | Kind::Offered(_, options) => options,
                _ => &[""],
            };
            for option in options {
                let mut card = Card::default();
                let in_list = section.spec().has_list() && !section.spec().fields.iter().any(|own| own.id == spec.id);
                let answer = catalogue::option_or_words(section.id(), in_list, spec.id.as_str(), option);
                let fields = [(spec.id.as_str().to_owned(), Field { answer, stamp: stamp.clone() })].into();
                let data = card.section_mut(section);
                if in_list {
                    data.items.push(Item { id: ItemId("i".to_owned()), fields, extra: Map::new() });
                } else {
                    data.fields = fields;
                }
                // Author, section, minute, item, field, kind of answer, option (two bytes at most), end: 9 bytes in base64.
                assert!(size(card) <= empty + 12, "a line is missing in the table: {} {} {option}", section.id(), spec.id.as_str());
            }
        }
    }
    let mut card = Card::default();
    card.section_mut(Section::Allergies).fields.insert(catalogue::LIST.as_str().to_owned(), Field { answer: Answer::None, stamp });
    assert!(size(card) <= empty + 9);
}

/// Files in `tests/vectors` are added, never edited. Those of version 2 stand with `store`, which seals them.
#[test]
fn every_released_code_is_read() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let mut count = 0;
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let vector: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let parts: Vec<&str> = vector["parts"].as_array().unwrap().iter().map(|part| part.as_str().unwrap()).collect();
        let read = read(&parts).unwrap_or_else(|error| panic!("{}: {error:?}", path.display()));
        let stored::Read::Current(stored) = stored::read(&vector["stored"].to_string()).unwrap() else { panic!("{}", path.display()) };
        assert_eq!(kept(&read), kept(&stored), "{}", path.display());
        count += 1;
    }
    assert!(count >= 1, "a frozen file is gone");
}

/// The content is the one of version 1, whole: what seals it is not a matter of this crate.
#[test]
fn the_content_is_still_that_of_version_1() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/restore-1.json");
    let vector: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let parts = vector["parts"].as_array().unwrap().iter().map(|part| Base64UrlUnpadded::decode_vec(&part.as_str().unwrap()[2..]).unwrap());
    let content = parts.flat_map(|part| part[9..part.len() - 4].to_vec()).collect::<Vec<u8>>();
    let stored::Read::Current(stored) = stored::read(&vector["stored"].to_string()).unwrap() else { panic!("not a record of ours") };
    assert!(restore::content(&stored) == content);
}

/// What a browser keeps of an address is the sealed bytes and checksums of them.
#[test]
fn codes_hold_nothing_but_the_bytes_they_were_given() {
    let sealed = [0xA5_u8; 1000];
    for part in restore::parts(&sealed).unwrap() {
        let bytes = Base64UrlUnpadded::decode_vec(&part[2..]).unwrap();
        assert_eq!(bytes[0], 2);
        assert!(bytes[9..bytes.len() - 4].iter().all(|byte| *byte == 0xA5));
    }
    let mut collected = PartSet::default();
    restore::parts(&sealed).unwrap().iter().for_each(|part| collected.add(part).unwrap());
    let Ok(Print::Sealed(print)) = collected.print() else { panic!("not sealed") };
    assert_eq!(print.bytes, sealed);
}

#[test]
fn more_parts_than_anybody_prints_are_refused_both_ways() {
    assert_eq!(restore::parts(&vec![0; 317 * usize::from(MAX_PARTS) + 1]), Err(TooLong));
    let most = restore::parts(&vec![7; 317 * usize::from(MAX_PARTS)]).unwrap();
    assert_eq!(most.len(), usize::from(MAX_PARTS));
    let mut collected = PartSet::default();
    collected.add(&most[0]).unwrap();
    assert_eq!(collected.missing().len(), 254);
    // Found on 2026-11-30: part 1 of 65,535 froze the page.
    assert_eq!(PartSet::default().add("T.AQAB__8AAAABeHix9VZ-"), Err(RestoreError::TooMany));
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9+()# -]{0,14}",
        "[ぁ-ん一-龠ー、。０-９ ]{0,30}",
        any::<String>(),
        Just("other".to_owned()),
        Just("cancer".to_owned()),
        Just("gp".to_owned()),
        Just("\u{10FFFF}\u{0}\u{AC00}".to_owned()),
    ]
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        Just(Answer::None),
        Just(Answer::Unknown),
        words().prop_map(Answer::Given),
        words().prop_map(Answer::Picked),
        prop::collection::vec(prop_oneof![Just("pacemaker".to_owned()), words()], 0..4).prop_map(Answer::Chosen),
        any::<u32>().prop_map(|number| Answer::Other(json!({ "later": number }))),
    ]
}

fn author() -> impl Strategy<Value = Author> {
    prop_oneof![Just(Author::Own), words().prop_map(Author::Proxy), words().prop_map(Author::Clinic)]
}

fn fields() -> impl Strategy<Value = Fields> {
    let id =
        prop_oneof![Just("name".to_owned()), Just("role".to_owned()), Just("phone".to_owned()), Just("list".to_owned()), "[a-z_]{0,8}"];
    let field = (answer(), any::<i64>(), author()).prop_map(|(answer, at, by)| Field { answer, stamp: Stamp { at: Moment(at), by } });
    prop::collection::btree_map(id, field, 0..5)
}

fn extra() -> impl Strategy<Value = Map<String, Value>> {
    prop_oneof![4 => Just(Map::new()), 1 => words().prop_map(|words| Map::from_iter([("later".to_owned(), json!(words))]))]
}

fn record() -> impl Strategy<Value = Record> {
    let item = (fields(), extra()).prop_map(|(fields, extra)| Item { id: ItemId(String::new()), fields, extra });
    let data =
        (fields(), prop::collection::vec(item, 0..4), extra()).prop_map(|(fields, items, extra)| SectionData { fields, items, extra });
    let id = prop_oneof![Just("person".to_owned()), Just("doctors".to_owned()), Just("illness".to_owned()), "[a-z]{0,6}"];
    let sections = prop::collection::btree_map(id, data, 0..4);
    let confirmed = prop::option::of((0i32..4_000_000, author()).prop_map(|(days, by)| {
        let on = Day(chrono::NaiveDate::from_num_days_from_ce_opt(days).unwrap());
        Confirmed { on: if on.to_iso().len() == 10 { on } else { day("2026-11-22") }, by }
    }));
    ("[A-Za-z0-9_-]{1,64}", any::<i64>(), any::<bool>(), confirmed, sections, extra()).prop_map(
        |(id, made, sample, confirmed, sections, extra)| {
            let card = Card { confirmed, sections: BTreeMap::from_iter(sections), extra };
            Record { sample, card, ..Record::new(RecordId(id), Moment(made)) }
        },
    )
}

proptest! {
    #[test]
    fn any_record_comes_back(record in record(), turn in 0usize..9) {
        let mut parts = printed(&record);
        let turn = turn % parts.len();
        parts.rotate_left(turn);
        prop_assert_eq!(kept(&read(&parts).unwrap()), kept(&record));
    }

    #[test]
    fn any_words_at_all_are_answered(text in prop_oneof![any::<String>(), "T\\.[A-Za-z0-9_-]{0,80}"]) {
        prop_assert!(read(&[text]).is_err());
    }
}
