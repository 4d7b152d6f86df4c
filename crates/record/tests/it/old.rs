//! Files that released versions wrote. They are never changed again; a new schema gets new files beside them.

use record::{
    Answer, Answers, Author, Conflict, Day, Fields, Item, ItemId, Moment, Path, Record, RecordId, Section, Sides, Stamp,
    access::Recipient,
    catalogue as c,
    plan::{
        Key, Scene, Signature, State,
        cpr::{Cpr, cpr},
        parts::Part,
    },
    sample, stored,
};
use serde_json::json;

const CARD: &str = include_str!("../old/v1-card.json");
const MINIMAL: &str = include_str!("../old/v1-minimal.json");
/// Written by hand, and so without the code that reads it.
const PLAN: &str = include_str!("../old/v1-plan.json");

/// What schema 2 makes of them.
const CARD_2: &str = include_str!("../old/v2-card.json");
const MINIMAL_2: &str = include_str!("../old/v2-minimal.json");
const PLAN_2: &str = include_str!("../old/v2-plan.json");
/// Every kind of conflict, in the form of the first builds of schema 2 and in the present one.
const CONFLICTS_2: &str = include_str!("../old/v2-conflicts.json");

fn full() -> Record {
    let mut record = sample::person(Moment(1_795_305_600_000), Day::parse("2026-11-22").unwrap());
    let stamp = |at, by| Stamp { at: Moment(at), by };
    record.card.section_mut(Section::Allergies).items.clear();
    record.card.section_mut(Section::Allergies).fields.set(
        c::LIST.untyped(),
        Some(Answer::None),
        &stamp(7, Author::Proxy("千葉 幸子".to_owned())),
    );
    record.card.set(c::blood::ABO, Some(Answer::Unknown), &stamp(8, Author::Clinic("江戸川医院".to_owned())));
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
#[ignore = "writes the frozen files of schema 2; they exist and stay as they are"]
fn write_the_files_of_schema_2() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/old");
    for (name, record) in [("v2-card.json", full()), ("v2-minimal.json", minimal()), ("v2-plan.json", read(PLAN))] {
        let path = format!("{folder}/{name}");
        assert!(!std::path::Path::new(&path).exists(), "{path} is frozen");
        std::fs::write(path, format!("{}\n", stored::write(&record))).unwrap();
    }
}

#[test]
fn the_full_card_is_read_field_by_field() {
    for card in [CARD, CARD_2] {
        is_the_full_card(&read(card));
    }
}

fn is_the_full_card(record: &Record) {
    let wanted = full();
    assert_eq!((&record.id, record.made, record.sample), (&wanted.id, wanted.made, true));
    assert_eq!(record.card.confirmed, wanted.card.confirmed);
    for section in Section::ALL {
        let (found, wanted) = (record.card.section(section).unwrap(), wanted.card.section(section).unwrap());
        assert_eq!(found.items.len(), wanted.items.len(), "{section:?}");
        for spec in section.spec().fields {
            assert_eq!(found.fields.get(spec.id.as_str()), wanted.fields.get(spec.id.as_str()), "{section:?} {}", spec.id.as_str());
        }
        for (found, wanted) in found.items.iter().zip(&wanted.items) {
            assert_eq!(found.id, wanted.id);
            for spec in section.spec().item {
                assert_eq!(found.fields.get(spec.id.as_str()), wanted.fields.get(spec.id.as_str()), "{section:?} {}", spec.id.as_str());
            }
        }
    }
    assert_eq!(*record, wanted);
    // Said once without the code that made the file.
    assert_eq!(record.card.words(c::person::NAME), "流山 花子");
    assert_eq!(record.card.words(c::person::BIRTH), "1941-04-08");
    assert_eq!(record.card.chosen(c::devices::FITTED), ["blood_thinner", "pacemaker"]);
    assert_eq!(record.card.picked(c::person::SEX), "female");
    assert_eq!(record.card.list(c::Contact).nth(1).unwrap().words(c::contact::MOBILE), "080-0000-0002");
    let illness = |place: usize| record.card.list(c::Illness).nth(place).unwrap().answer(c::illness::NAME);
    assert_eq!(illness(0), Some(&Answer::Picked("atrial_fibrillation".to_owned())));
    assert_eq!(illness(3), Some(&Answer::Given("右大腿骨の骨折".to_owned())));
    assert_eq!(record.card.known(Section::Allergies), record::Known::None);
    assert_eq!(record.card.field(c::blood::ABO).map(|field| &field.answer), Some(&Answer::Unknown));
}

#[test]
fn the_smallest_record_is_read() {
    assert_eq!(read(MINIMAL), minimal());
    assert_eq!(read(MINIMAL_2), minimal());
}

#[test]
fn what_is_read_is_written_as_schema_2() {
    for (old, new) in [(CARD, CARD_2), (MINIMAL, MINIMAL_2)] {
        assert_eq!(stored::write(&read(old)), new.trim_end());
        assert_eq!(stored::write(&read(new)), new.trim_end());
    }
    // What was opened is an event now; nothing is lost on the way.
    assert_eq!(read(&stored::write(&read(PLAN))), read(PLAN));
}

#[test]
fn conflicts_are_read_in_both_forms_of_schema_2() {
    let record = read(CONFLICTS_2);
    let item = |id: &str| Item { id: ItemId(id.to_owned()), fields: Fields::new(), extra: Default::default() };
    let words = |words: &str| Answer::Given(words.to_owned());
    let order = |ids: [&str; 2]| Answer::Chosen(ids.map(str::to_owned).to_vec());
    let answers = |given: &[Answer], untouched| Sides::Answers { given: given.to_vec(), untouched };
    let path = |word: &str| Path::parse(word).unwrap();
    let wanted = [
        ("care//pets", answers(&[words("犬")], true)),
        ("illness/i/name", answers(&[words("a"), words("b")], false)),
        ("medicines//", answers(&[order(["m", "n"]), order(["n", "m"])], false)),
        ("medicines/m/", Sides::Removed(vec![item("m")])),
        ("allergies//", answers(&[order(["x", "y"]), order(["y", "x"])], false)),
        ("allergies/x/", Sides::Removed(vec![item("x")])),
        ("contacts/c/name", answers(&[words("a"), words("b")], false)),
        ("//a~1b", answers(&[words("a")], true)),
    ];
    let wanted = wanted.map(|(word, sides)| Conflict { path: path(word), sides });
    assert_eq!(record.conflicts, wanted);
    assert_eq!(wanted[7].path, Path::default().named("a/b"));
    assert_eq!(read(&stored::write(&record)), record);
}

/// A record of schema 1 with one answer.
fn with_answer(section: &str, list: bool, field: &str, text: &str) -> String {
    let fields = json!({ field: { "answer": { "given": text }, "at": 1 } });
    let data = if list { json!({ "items": [{ "id": "i", "fields": fields }] }) } else { json!({ "fields": fields }) };
    let sections = json!({ section: data });
    let version = json!({ "id": "v", "on": "2026-11-26", "at": 1, "answers": sections });
    let record = match Section::by_id(section) {
        Some(_) => json!({ "id": "a", "made": 1, "card": { "sections": sections } }),
        None => json!({ "id": "a", "made": 1, "plan": { "sections": sections, "versions": [version] } }),
    };
    json!({ "tsumugu": "record", "schema": 1, "record": record }).to_string()
}

/// In schema 1 the option and the words were one string: what equals an option of that very field stays the option.
#[test]
fn an_option_of_schema_1_stays_the_option_and_everything_else_stays_words() {
    for (section, list, field, option) in [
        ("illness", true, "name", "cancer"),
        ("allergies", true, "name", "egg"),
        ("contacts", true, "relation", "other"),
        ("person", false, "sex", "female"),
        ("medicines", true, "thinner", "unknown"),
        ("blood", false, "abo", "A"),
        ("l4", false, "sudden", "call_119"),
        ("t2.a", false, "answer", "not_want"),
        ("p1", true, "relation", "son"),
        ("p1", true, "asked", "accepted"),
        ("feelings", true, "mark", "nodded"),
        ("talks", true, "where", "home"),
    ] {
        says(&with_answer(section, list, field, option), &Answer::Picked(option.to_owned()));
    }
    for (section, list, field, words) in [
        ("illness", true, "name", "liver cancer"),
        ("illness", true, "since", "cancer"),
        ("allergies", true, "name", "eggplant"),
        ("medicines", true, "name", "A"),
        ("medicines", true, "name", "egg"),
        ("contacts", true, "name", "other"),
        ("person", false, "name", "A"),
        ("person", false, "later", "female"),
        ("later", false, "sex", "female"),
        ("s1", false, "answer", "yes"),
        ("talks", true, "line_1", "home"),
        ("doctors", true, "doctor", "gp"),
    ] {
        says(&with_answer(section, list, field, words), &Answer::Given(words.to_owned()));
    }
}

/// What a text says in its only answer, in every version of the plan too.
fn says(text: &str, wanted: &Answer) {
    let record = read(text);
    let versions = record.plan.versions.iter().flat_map(|version| version.answers.values());
    for data in record.card.sections.values().chain(record.plan.sections.values()).chain(versions) {
        let mut fields = data.fields.values().chain(data.items.iter().flat_map(|item| item.fields.values()));
        assert_eq!(&fields.next().unwrap().answer, wanted, "{text}");
    }
    // Once written it is what it was read as: schema 2 is never guessed at.
    assert_eq!(read(&stored::write(&record)), record);
}

#[test]
fn words_of_schema_2_are_words_even_where_they_equal_an_option() {
    let text = with_answer("illness", true, "name", "cancer").replace("\"schema\":1", "\"schema\":2");
    says(&text, &Answer::Given("cancer".to_owned()));
}

#[test]
fn the_plan_is_read_answer_by_answer() {
    for plan in [PLAN, PLAN_2] {
        is_the_plan(read(plan));
    }
}

fn is_the_plan(Record { plan, log, .. }: Record) {
    let answer = |id: &str, field: &str| plan.section(id).unwrap().fields[field].answer.clone();
    let picked = |id: &str| Answer::Picked(id.to_owned());
    assert_eq!(
        (answer("l1", "answer"), answer("l2", "answer"), answer("p3", "answer")),
        (Answer::Undecided, Answer::Skipped, picked("as_basis"))
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
