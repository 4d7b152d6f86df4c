//! Remarks: each kind at the card that calls for it, and at no other.

use record::{
    Answer, Answers, Author, Confirmed, Day, Item, ItemId, Known, Moment, Record, RecordId, Section, Stamp,
    catalogue::{self as c, FieldId, SectionField, allergy, contact, doctor, option_or_words, order, papers, person},
    check::{Age, RemarkKind as K, alerts, check, progress, section_done, staleness},
    sample,
};

const TODAY: &str = "2026-11-22";

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn given(record: &mut Record, field: SectionField, words: &str) {
    let answer = (!words.is_empty()).then(|| option_or_words(field.section().id(), false, field.untyped().as_str(), words));
    record.card.set(field, answer, &Stamp::default());
}

fn item(record: &mut Record, section: Section, fields: &[(FieldId, &str)]) {
    let items = &mut record.card.section_mut(section).items;
    let mut item = Item { id: ItemId(format!("new-{}", items.len())), fields: Default::default(), extra: Default::default() };
    for (field, words) in fields {
        item.fields.set(*field, Some(option_or_words(section.id(), true, field.as_str(), words)), &Stamp::default());
    }
    items.push(item);
}

/// A full card that leaves nothing to say.
fn good() -> Record {
    sample::person(Moment(0), day(TODAY))
}

fn kinds(record: &Record) -> Vec<K> {
    check(record, day(TODAY)).into_iter().map(|remark| remark.kind).collect()
}

#[test]
fn a_full_card_leaves_nothing_to_say() {
    assert_eq!(kinds(&good()), []);
    assert_eq!(progress(&good().card), (8, 8));
}

#[test]
fn an_empty_card_is_not_pestered() {
    assert_eq!(kinds(&Record::new(RecordId("a".to_owned()), Moment(0))), []);
}

#[test]
fn every_kind_of_remark_has_its_card() {
    use Section::*;
    type Spoil = fn(&mut Record);
    let table: [(K, Spoil); 22] = [
        (K::NoName, |r| given(r, person::NAME, "")),
        (K::NoBirth, |r| given(r, person::BIRTH, "")),
        (K::NoAddress, |r| given(r, person::STREET, "")),
        (K::NoContact, |r| r.card.section_mut(Contacts).items.clear()),
        (K::OddDay, |r| given(r, person::BIRTH, "1941-04-")),
        (K::OddDay, |r| given(r, person::BIRTH, "2026-11-23")),
        (K::OddDay, |r| given(r, person::BIRTH, "1895-11-21")),
        (K::OddDay, |r| given(r, papers::ON, "2026-02-30")),
        (K::ReadingNotKana, |r| given(r, person::READING, "流山 花子")),
        (K::ContactWithoutPhone, |r| item(r, Contacts, &[(contact::NAME.untyped(), "柏 一郎")])),
        (K::SamePhone, |r| {
            item(r, Contacts, &[(contact::NAME.untyped(), "柏 一郎"), (contact::PHONE.untyped(), "０９０ー００００ー０００１")]);
        }),
        (K::OddPhone, |r| given(r, person::PHONE, "04-0000-222")),
        (K::OddPhone, |r| item(r, Doctors, &[(doctor::PLACE.untyped(), "松葉医院"), (doctor::PHONE.untyped(), "わからない")])),
        // A doctor with a number but without a name says nothing to a crew.
        (K::EmptyItem, |r| item(r, Doctors, &[(doctor::PHONE.untyped(), "04-0000-7777")])),
        (K::EmptyItem, |r| item(r, Medicines, &[])),
        (K::EmptyItem, |r| item(r, Orders, &[(order::SCENE.untyped(), "fever")])),
        (K::ThinnerChipMissing, |r| {
            let chips = Answer::Chosen(vec!["pacemaker".to_owned()]);
            r.card.set(c::devices::FITTED, Some(chips), &Stamp::default());
        }),
        (K::ThinnerChipMissing, |r| r.card.set(c::devices::FITTED, Some(Answer::None), &Stamp::default())),
        (K::ManyItems, |r| (0..4).for_each(|n| item(r, Allergies, &[(allergy::NAME.untyped(), ["そば", "牛乳", "ハチ", "小麦"][n])]))),
        (K::Long, |r| given(r, person::LANDMARK, &"北".repeat(41))),
        (K::NeverConfirmed, |r| r.card.confirmed = None),
        (K::Stale, |r| r.card.confirmed = Some(Confirmed { on: day("2025-11-21"), by: Author::Own })),
    ];
    for (row, (kind, spoil)) in table.into_iter().enumerate() {
        let mut record = good();
        spoil(&mut record);
        assert_eq!(kinds(&record), [kind], "row {row}");
    }
    let all = [
        K::NoName,
        K::NoBirth,
        K::NoAddress,
        K::NoContact,
        K::OddDay,
        K::ReadingNotKana,
        K::ContactWithoutPhone,
        K::SamePhone,
        K::OddPhone,
        K::EmptyItem,
        K::ThinnerChipMissing,
        K::ManyItems,
        K::Long,
        K::NeverConfirmed,
        K::Stale,
    ];
    assert!(all.iter().all(|kind| table.iter().any(|(row, _)| row == kind)), "a kind has no row");
}

#[test]
fn at_the_edge_nothing_is_said() {
    use Section::*;
    for (row, spoil) in [
        (|r| given(r, person::BIRTH, "2026-11-22")) as fn(&mut Record),
        |r| given(r, person::BIRTH, "1896-11-22"),
        |r| given(r, person::LANDMARK, &"北".repeat(40)),
        |r| (0..3).for_each(|n| item(r, Allergies, &[(allergy::NAME.untyped(), ["そば", "牛乳", "ハチ"][n])])),
        |r| r.card.confirmed = Some(Confirmed { on: day("2025-11-22"), by: Author::Own }),
        |r| item(r, Doctors, &[(doctor::DOCTOR.untyped(), "松葉先生")]),
    ]
    .into_iter()
    .enumerate()
    {
        let mut record = good();
        spoil(&mut record);
        assert_eq!(kinds(&record), [], "row {row}");
    }
}

#[test]
fn a_remark_says_where() {
    let mut record = good();
    item(&mut record, Section::Doctors, &[(doctor::PLACE.untyped(), "松葉医院"), (doctor::PHONE.untyped(), "0")]);
    let remarks = check(&record, day(TODAY));
    assert_eq!(remarks.len(), 1);
    let path = &remarks[0].path;
    assert_eq!(path.section(), Some(Section::Doctors));
    assert_eq!(path.item.as_ref().map(|id| id.0.as_str()), Some("new-4"));
    assert!(path.is(doctor::PHONE.untyped()));
}

#[test]
fn a_card_is_fresh_for_twelve_months_to_the_day() {
    let on = |text| Confirmed { on: day(text), by: Author::Own };
    for (confirmed, today, age) in [
        ("2026-11-22", "2026-11-22", Age::Fresh { days: 0 }),
        ("2026-11-21", "2026-11-22", Age::Fresh { days: 1 }),
        ("2025-11-22", "2026-11-22", Age::Fresh { days: 365 }),
        ("2025-11-22", "2026-11-23", Age::Old { months: 12 }),
        ("2024-02-29", "2025-02-28", Age::Fresh { days: 365 }),
        ("2024-02-29", "2025-03-01", Age::Old { months: 12 }),
        ("2023-02-28", "2024-02-28", Age::Fresh { days: 365 }),
        ("2023-02-28", "2024-02-29", Age::Old { months: 12 }),
        ("2024-11-22", "2026-11-22", Age::Old { months: 24 }),
        // A clock that was ahead when the card was confirmed.
        ("2026-11-25", "2026-11-22", Age::Fresh { days: 0 }),
    ] {
        assert_eq!(staleness(Some(&on(confirmed)), day(today)), age, "{confirmed} on {today}");
    }
    assert_eq!(staleness(None, day(TODAY)), Age::Never);
}

#[test]
fn an_entry_that_was_only_begun_counts_nowhere() {
    use Section::*;
    for section in [Contacts, Doctors, Illness, Medicines, Allergies, Orders] {
        let mut record = Record::new(RecordId("a".to_owned()), Moment(0));
        item(&mut record, section, &[]);
        assert_eq!(record.card.known(section), Known::Untouched, "{section:?}");
        assert!(!section_done(&record.card, section), "{section:?}");
        assert_eq!(progress(&record.card).0, 0, "{section:?}");
        // What was said of the whole list is not taken back by it.
        record.card.section_mut(section).fields.set(c::LIST.untyped(), Some(Answer::None), &Stamp::default());
        assert_eq!(record.card.known(section), Known::None, "{section:?}");
        item(&mut record, section, &[(section.spec().item[0].id, "a")]);
        assert_eq!(record.card.known(section), Known::Listed, "{section:?}");
    }
}

#[test]
fn the_notebook_tells_of_no_medicine() {
    let mut record = Record::new(RecordId("a".to_owned()), Moment(0));
    given(&mut record, c::medicines::NOTEBOOK, "paper");
    assert_eq!(record.card.known(Section::Medicines), Known::Untouched);
    assert!(!section_done(&record.card, Section::Medicines));
}

#[test]
fn a_marked_medicine_is_an_alert_with_and_without_the_chip() {
    let mut record = good();
    assert_eq!(alerts(&record.card), ["blood_thinner", "pacemaker"]);
    let chips = |ids: &[&str]| Some(Answer::Chosen(ids.iter().map(|id| (*id).to_owned()).collect()));
    for (fitted, told) in [
        (chips(&["pacemaker"]), &["blood_thinner", "pacemaker"][..]),
        (Some(Answer::None), &["blood_thinner"]),
        (Some(Answer::Unknown), &["blood_thinner"]),
        (None, &["blood_thinner"]),
    ] {
        record.card.set(c::devices::FITTED, fitted.clone(), &Stamp::default());
        assert_eq!(alerts(&record.card), told, "{fitted:?}");
    }
    record.card.section_mut(Section::Medicines).items.clear();
    assert!(alerts(&record.card).is_empty());
}

#[test]
fn a_card_tells_who_wrote_last() {
    let mut record = Record::new(RecordId("a".to_owned()), Moment(0));
    assert_eq!(record.card.last_written(), None);
    let stamp = |at, name: &str| Stamp { at: Moment(at), by: Author::Proxy(name.to_owned()) };
    let words = || Some(Answer::Given("a".to_owned()));
    record.card.set(person::NAME, words(), &stamp(2, "娘"));
    item(&mut record, Section::Illness, &[]);
    record.card.section_mut(Section::Illness).items[0].fields.set(c::illness::NAME.untyped(), words(), &stamp(3, "息子"));
    record.card.set(c::care::KEY, words(), &stamp(1, "孫"));
    assert_eq!(record.card.last_written(), Some(&stamp(3, "息子")));
}

/// Whoever forgets a line makes the code on paper longer.
#[test]
fn every_section_field_and_option_of_the_card_has_one_number_of_its_own() {
    use std::collections::BTreeSet;

    use record::catalogue::codes::{FIELDS, OPTIONS, SECTIONS, id, number};
    for table in [SECTIONS, FIELDS, OPTIONS] {
        assert_eq!(table.iter().collect::<BTreeSet<_>>().len(), table.len());
        assert!(table.iter().all(|known| id(table, number(table, known).unwrap()) == Some(*known)));
    }
    for section in Section::ALL {
        assert!(number(SECTIONS, section.id()).is_some());
        for spec in section.spec().fields.iter().chain(section.spec().item) {
            assert!(number(FIELDS, spec.id.as_str()).is_some(), "{}", spec.id.as_str());
            assert!(spec.options().iter().all(|option| number(OPTIONS, option).is_some()), "{}", spec.id.as_str());
        }
    }
    // The last of each when the first code was printed: nothing may come before them.
    assert_eq!((number(SECTIONS, "blood"), number(FIELDS, "rh"), number(OPTIONS, "rh_minus")), (Some(12), Some(52), Some(135)));
}

#[test]
fn every_list_says_what_names_an_entry() {
    for section in Section::ALL.into_iter().filter(|section| section.spec().has_list()) {
        let named: Vec<&str> = c::naming(section.spec().item).map(|spec| spec.id.as_str()).collect();
        assert!(section.spec().item.iter().any(|spec| spec.naming == c::Naming::Name), "{section:?}");
        let said: &[&str] = match section {
            Section::Contacts => &["relation", "name"],
            Section::Doctors => &["role", "place", "doctor"],
            Section::Illness => &["name", "since"],
            Section::Medicines => &["name", "dose"],
            Section::Allergies => &["name"],
            _ => &["scene", "instruction"],
        };
        assert_eq!(named, said);
    }
}
