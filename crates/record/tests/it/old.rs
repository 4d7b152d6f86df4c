//! Files that released versions wrote. They are never changed again; a new schema gets new files beside them.

use record::{
    Answer, Answers, Author, Day, Moment, Record, RecordId, Section, Stamp,
    access::Recipient,
    catalogue as c,
    plan::{
        Key, Scene, Signature, State,
        cpr::{Cpr, cpr},
        parts::Part,
    },
    sample, stored,
};

const CARD: &str = include_str!("../old/v1-card.json");
const MINIMAL: &str = include_str!("../old/v1-minimal.json");
/// Written by hand, and so without the code that reads it.
const PLAN: &str = include_str!("../old/v1-plan.json");

fn full() -> Record {
    let mut record = sample::person(Moment(1_795_305_600_000), Day::parse("2026-11-22").unwrap());
    let stamp = |at, by| Stamp { at: Moment(at), by };
    record.card.section_mut(Section::Allergies).items.clear();
    record.card.section_mut(Section::Allergies).fields.set(c::LIST, Some(Answer::None), &stamp(7, Author::Proxy("千葉 幸子".to_owned())));
    record.card.section_mut(Section::Blood).fields.set(c::ABO, Some(Answer::Unknown), &stamp(8, Author::Clinic("江戸川医院".to_owned())));
    record
}

fn minimal() -> Record {
    Record::new(RecordId("0123456789abcdef0123".to_owned()), Moment(0))
}

fn read(text: &str) -> Record {
    match stored::read(text.trim_end()) {
        Ok(stored::Read::Current(record)) => record,
        other => panic!("{other:?}"),
    }
}

#[test]
#[ignore = "writes the frozen files of schema 1; they exist and stay as they are"]
fn write_the_files_of_schema_1() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/old");
    for (name, record) in [("v1-card.json", full()), ("v1-minimal.json", minimal())] {
        let path = format!("{folder}/{name}");
        assert!(!std::path::Path::new(&path).exists(), "{path} is frozen");
        std::fs::write(path, format!("{}\n", stored::write(&record))).unwrap();
    }
}

#[test]
fn the_full_card_of_schema_1_is_read_field_by_field() {
    let (record, wanted) = (read(CARD), full());
    assert_eq!((&record.id, record.made, record.sample), (&wanted.id, wanted.made, true));
    assert_eq!(record.card.confirmed, wanted.card.confirmed);
    for section in Section::ALL {
        let (found, wanted) = (record.card.section(section).unwrap(), wanted.card.section(section).unwrap());
        assert_eq!(found.items.len(), wanted.items.len(), "{section:?}");
        for spec in section.spec().fields {
            assert_eq!(found.fields.get(spec.id.0), wanted.fields.get(spec.id.0), "{section:?} {}", spec.id.0);
        }
        for (found, wanted) in found.items.iter().zip(&wanted.items) {
            assert_eq!(found.id, wanted.id);
            for spec in section.spec().item {
                assert_eq!(found.fields.get(spec.id.0), wanted.fields.get(spec.id.0), "{section:?} {}", spec.id.0);
            }
        }
    }
    assert_eq!(record, wanted);
    // Said once without the code that made the file.
    assert_eq!(record.card.text(Section::Person, c::NAME), "流山 花子");
    assert_eq!(record.card.text(Section::Person, c::BIRTH), "1941-04-08");
    assert_eq!(record.card.chosen(Section::Devices, c::FITTED), ["blood_thinner", "pacemaker"]);
    assert_eq!(record.card.items(Section::Contacts)[1].fields.text(c::MOBILE), "080-0000-0002");
    assert_eq!(record.card.known(Section::Allergies), record::Known::None);
    assert_eq!(record.card.section(Section::Blood).unwrap().fields.answer(c::ABO), Some(&Answer::Unknown));
}

#[test]
fn the_smallest_record_of_schema_1_is_read() {
    assert_eq!(read(MINIMAL), minimal());
}

#[test]
fn the_files_of_schema_1_are_written_as_they_were() {
    for text in [CARD, MINIMAL] {
        assert_eq!(stored::write(&read(text)), text.trim_end());
    }
    // What was opened is an event now; nothing is lost on the way.
    assert_eq!(read(&stored::write(&read(PLAN))), read(PLAN));
}

#[test]
fn the_plan_of_schema_1_is_read_answer_by_answer() {
    let Record { plan, log, .. } = read(PLAN);
    let answer = |id: &str, field: &str| plan.section(id).unwrap().fields[field].answer.clone();
    let given = |id: &str| Answer::Given(id.to_owned());
    assert_eq!(
        (answer("l1", "answer"), answer("l2", "answer"), answer("p3", "answer")),
        (Answer::Undecided, Answer::Skipped, given("as_basis"))
    );
    let states =
        [("l1", State::Undecided), ("l2", State::Skipped), ("p3", State::Answered), ("v3", State::Untouched), ("t4.c", State::Answered)];
    for (id, state) in states {
        assert_eq!(plan.state(Key::by_id(id).unwrap()), state, "{id}");
    }
    assert_eq!(answer("t4.c", "tube"), Answer::Skipped);
    assert_eq!(plan.trusted()[0].accepted, Day::parse("2026-11-20"));
    let confirmed = Cpr::Confirmed { on: Day::parse("2026-11-21").unwrap(), doctor: "江戸川先生".to_owned() };
    assert_eq!(cpr(&plan.sections, Scene::A), confirmed);
    assert!(log.is_open(Part::Treatment, Recipient::HomeDoctor) && !log.is_open(Part::Values, Recipient::Family));
    assert_eq!(plan.versions.len(), 3);
    assert_eq!(plan.versions[1].signed, Some(Signature::Typed("流山 花子".to_owned())));
    assert_eq!(plan.versions[1].by, Author::Proxy("千葉 幸子".to_owned()));
    assert_eq!((plan.talked_about(), plan.scenes()), (2, vec![Scene::A, Scene::C]));
}
