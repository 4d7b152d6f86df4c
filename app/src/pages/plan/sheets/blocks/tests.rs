//! Nothing that is closed comes onto a sheet, nothing that is open is left out, and the doctor's order is the doctor's.

use leptos::prelude::{Owner, provide_context};
use record::{
    Answer, Answers, Author, Day, ItemId, Moment, Record, RecordId, Stamp,
    access::{EventId, Offer, Recipient},
    catalogue::{Kind, NewItem},
    plan::{
        Key, Plan, Question, Scene, Version, VersionId,
        catalogue::{WORDS, l1, t2, v1},
        lists::{Around, Talk, TrustedPerson, around, talk, trusted},
        options::{ACCEPTED, STAYS_OUT},
        parts::Part,
        section,
    },
};

use super::{
    super::{
        drawn::of_blocks,
        joined::inline,
        own,
        reader::blocks,
        source::{Ready, Source},
    },
    Block, agenda, made, wish,
};

use crate::parts::{html::html, words::say};
use words::{Lang, plan};

fn at(moment: i64) -> Stamp {
    Stamp { at: Moment(1_800_000_000_000 + moment), by: Author::Own }
}

fn given(words: impl Into<String>) -> Option<Answer> {
    Some(Answer::Given(words.into()))
}

fn picked(id: &str) -> Option<Answer> {
    Some(Answer::Picked(id.to_owned()))
}

/// The lists, as they are in both versions.
fn lists(plan: &mut Plan) {
    for id in ["p1", "p4", section::TALKS] {
        plan.section_mut(id).items.clear();
    }
    let daughter = NewItem::new(TrustedPerson, ItemId("p".to_owned())).with(trusted::NAME, given("〈長女〉"), &at(1));
    let daughter = daughter.with(trusted::ASKED, picked(ACCEPTED), &at(1)).with(trusted::ASKED_ON, given("2024-12-01"), &at(1));
    daughter.put(&mut plan.sections);
    for (id, name, part) in [("q", "〈次男〉", STAYS_OUT), ("r", "〈妹〉", "joins")] {
        let person = NewItem::new(Around, ItemId(id.to_owned())).with(around::NAME, given(name), &at(1));
        person.with(around::PART, picked(part), &at(1)).put(&mut plan.sections);
    }
    let talk = NewItem::new(Talk, ItemId("t".to_owned())).with(talk::ON, given("2025-09-01"), &at(1));
    talk.with(talk::LINE_1, given("〈話したこと〉"), &at(1)).put(&mut plan.sections);
}

fn keep(plan: &mut Plan, id: &str, on: &str, moment: i64) {
    let (on, answers) = (Day::parse(on).unwrap(), plan.snapshot());
    let id = VersionId(id.to_owned());
    let reason = "わけは本人だけ".to_owned();
    plan.keep(Version {
        id,
        on,
        at: Moment(moment),
        by: Author::Own,
        reason,
        signed: None,
        after: Vec::new(),
        answers,
        extra: serde_json::Map::new(),
    });
}

/// Own words that tell the question, the scene and the version apart.
fn mark(key: Key, version: &str) -> String {
    format!("〈{key}:{version}〉")
}

/// Everything answered, in two versions.
fn full() -> Record {
    let mut record = Record::new(RecordId("a".to_owned()), Moment(0));
    let plan = &mut record.plan;
    for (version, on, moment) in [("one", "2025-01-10", 1), ("two", "2025-09-20", 2)] {
        for key in Key::all() {
            let data = plan.section_mut(&key.to_string());
            for row in key.question.spec().rows {
                let answer = match row.kind {
                    Kind::One(options) => Answer::Picked(options[0].to_owned()),
                    Kind::Many(options) => Answer::Chosen(vec![options[0].to_owned(), options[1].to_owned()]),
                    _ => Answer::Given("ことば".to_owned()),
                };
                data.fields.set(row.id, Some(answer), &at(moment));
            }
            data.fields.set(WORDS.untyped(), given(mark(key, version)), &at(moment));
        }
        for scene in Scene::ALL {
            t2::ANSWER.within(scene).set(&mut plan.sections, picked("not_want"), &at(moment));
        }
        v1::TOP.set(&mut plan.sections, Some(Answer::Chosen(vec!["family".to_owned()])), &at(moment));
        l1::ANSWER.set(&mut plan.sections, Some(Answer::Undecided), &at(moment));
        lists(plan);
        keep(plan, version, on, moment);
    }
    record
}

fn text(blocks: &[Block]) -> String {
    let mut all = String::new();
    for block in blocks {
        all += &format!("{}\n{}\n", block.title, block.note.clone().unwrap_or_default());
        for entry in &block.entries {
            all += &format!("{}\n", entry.title);
            for line in entry.lines.iter().chain(&entry.also) {
                all += &format!("{}\t{}\n", line.label.clone().unwrap_or_default(), line.words);
            }
        }
    }
    all
}

fn source(record: &Record, role: Recipient) -> Option<Box<Source>> {
    match Ready::of(record, role, Day::parse("2026-11-26").unwrap()) {
        Ready::Sheet(source) => Some(source),
        _ => None,
    }
}

/// What stands in the columns and around them.
fn sheet(record: &Record, role: Recipient) -> String {
    let Some(source) = source(record, role) else { return String::new() };
    let answers = &source.version.answers;
    let around = agenda(answers).into_iter().chain(made(&source.version)).collect();
    format!("{}\n{}{}", wish(answers).unwrap_or_default(), text(&blocks(&source)), inline(around))
}

fn opened(record: &Record, role: Recipient, open: impl Fn(usize) -> bool) -> Record {
    let mut record = record.clone();
    for (place, part) in Part::ALL.into_iter().enumerate() {
        let id = EventId(format!("{}-{}", part.id(), record.log.events().count()));
        record.log.set_open(id, part, role, open(place), &at(3));
    }
    record
}

/// Many sets of parts, for every reader.
#[test]
fn what_is_open_is_on_the_sheet_and_nothing_else_is() {
    let full = full();
    for role in Recipient::STANDING {
        for set in (0..1_usize << Part::ALL.len()).step_by(97) {
            let record = opened(&full, role, |place| set >> place & 1 == 1);
            let sheet = sheet(&record, role);
            for key in Key::all().filter(|key| key.question != Question::P2) {
                let part = Part::of(key.question);
                let seen = record.log.is_open(part, role) && part.offer(role) != Offer::Limited;
                assert_eq!(sheet.contains(&mark(key, "two")), seen, "{role:?} {key} {set:b}");
                // An older version is the person's alone.
                assert!(!sheet.contains(&mark(key, "one")), "{role:?} {key} {set:b}");
            }
            assert_eq!(sheet.contains("〈長女〉"), record.log.is_open(Part::People, role), "{role:?} {set:b}");
            let talks = record.log.is_open(Part::Talks, role) && Part::Talks.offer(role) != Offer::Limited;
            assert_eq!(sheet.contains("〈話したこと〉"), talks, "{role:?} {set:b}");
            assert_eq!(
                sheet.contains("〈次男〉"),
                role == Recipient::HomeDoctor && record.log.is_open(Part::Circle, role),
                "{role:?} {set:b}"
            );
            assert!(!sheet.contains("わけは本人だけ"));
        }
    }
}

/// The order stands in the documentation of `sheets/doctor.rs`.
#[test]
fn the_doctor_reads_in_the_doctors_order() {
    let record = opened(&full(), Recipient::HomeDoctor, |_| true);
    let sheet = sheet(&record, Recipient::HomeDoctor);
    let place = |words: &str| sheet.find(words).unwrap_or_else(|| panic!("{words}\n{sheet}"));
    let marks = ["t1.a", "t1.c", "t2.a", "p1", "p3", "l4", "l1", "l2", "l3", "t4.a", "i1", "v1", "v5"];
    let marks = marks.map(|id| place(&mark(Key::by_id(id).unwrap(), "two")));
    assert!(marks.is_sorted(), "{sheet}");
    let then =
        ["前の記録から変わったところ", "〈t3.a:two〉", "〈話したこと〉", "まだわからないこと（次に話すこと）", "書いた日"].map(place);
    assert!(then.is_sorted() && marks.last() < then.first(), "{sheet}");
    // Of what matters only what matters most.
    assert!(sheet.contains("いちばん大切なもの\t家族や親しい人とすごす") && !sheet.contains("慣れた家や町で暮らす"), "{sheet}");
    // Each question once.
    let offered = |key: &Key| key.question != Question::P2 && Part::of(key.question).offer(Recipient::HomeDoctor) != Offer::Never;
    assert!(Key::all().filter(offered).all(|key| sheet.matches(&mark(key, "two")).count() == 1));
}

/// What matters most, what else was chosen, who was asked and the scenes: each in one place.
#[test]
fn what_belongs_together_stands_in_one_row() {
    let trusted = opened(&full(), Recipient::TrustedPerson, |_| true);
    let sheet = sheet(&trusted, Recipient::TrustedPerson);
    assert!(sheet.contains("いちばん大切なもの\t家族や親しい人とすごす"), "{sheet}");
    assert!(sheet.contains("ほかに\t慣れた家や町で暮らす"), "{sheet}");
    assert!(sheet.contains("〈長女〉\t引き受けてくれた（令和6年12月1日）"), "{sheet}");
    assert_eq!(sheet.matches("治す手だてがなく、最期が近いと先生が考えるとき").count(), 1, "{sheet}");
    assert_eq!(sheet.matches("本人の気持ちの記録です。").count(), 1, "{sheet}");
}

/// Rule E8.
#[test]
fn a_wish_about_resuscitation_says_whether_a_doctor_has_heard_it() {
    let mut record = opened(&full(), Recipient::HomeDoctor, |_| true);
    let unheard = |record: &Record| sheet(record, Recipient::HomeDoctor).matches("【先生に未確認】").count();
    assert_eq!(unheard(&record), 3);
    assert!(sheet(&record, Recipient::HomeDoctor).contains("医療の指示ではありません"));
    let version = record.plan.versions.last_mut().unwrap();
    t2::DOCTOR_ON.within(Scene::A).set(&mut version.answers, given("2025-09-10"), &at(4));
    assert_eq!(unheard(&record), 2);
}

/// Rule E2: what stood in an older version is told to a reader whom it was shown to.
#[test]
fn an_older_answer_is_told_only_to_whoever_was_shown_it() {
    let mut record = opened(&full(), Recipient::HomeDoctor, |place| Part::ALL[place] == Part::Values);
    let shown = ("print", Day::parse("2025-02-01").unwrap(), VersionId("one".to_owned()));
    record.log.note(EventId("shown".to_owned()), Recipient::HomeDoctor, shown, &at(1));
    let then = sheet(&record, Recipient::HomeDoctor);
    assert!(then.contains("〈v1:one〉") && !then.contains("〈l1:one〉"), "{then}");
    // A part that was opened later does not tell what stood in it before.
    let later = sheet(
        &opened(&record, Recipient::HomeDoctor, |place| [Part::Values, Part::Places].contains(&Part::ALL[place])),
        Recipient::HomeDoctor,
    );
    assert!(later.contains("〈v1:one〉") && !later.contains("〈l1:one〉"), "{later}");
}

#[test]
fn what_keeps_a_sheet_from_being_made_is_said() {
    let today = Day::parse("2026-11-26").unwrap();
    let mut record = full();
    let nothing = Record::new(RecordId("b".to_owned()), Moment(0));
    assert_eq!(Ready::of(&nothing, Recipient::Family, today), Ready::NotKept);
    assert_eq!(Ready::of(&record, Recipient::Family, today), Ready::Closed);
    record = opened(&record, Recipient::Family, |_| true);
    assert!(matches!(Ready::of(&record, Recipient::Family, today), Ready::Sheet(_)));
    record.plan.withdraw(ItemId("w".to_owned()), today, &at(5));
    assert_eq!(Ready::of(&record, Recipient::Family, today), Ready::Withdrawn);
}

#[test]
fn the_persons_own_sheet_has_everything() {
    let record = full();
    let all = text(&own::blocks(&record, record.plan.current().unwrap()));
    assert!(Key::all().filter(|key| key.question != Question::P2).all(|key| all.contains(&mark(key, "two"))), "{all}");
    for words in ["〈次男〉", "〈話したこと〉", "わけは本人だけ", "なにも見えません。"] {
        assert!(all.contains(words), "{words}");
    }
}

#[test]
fn no_heading_comes_again_as_the_name_of_its_row() {
    let source = source(&opened(&full(), Recipient::TrustedPerson, |_| true), Recipient::TrustedPerson).unwrap();
    for lang in [Lang::Ja, Lang::En] {
        Owner::new().with(|| {
            provide_context(lang);
            let html: String = of_blocks(&blocks(&source)).into_iter().map(|piece| html(piece.shown())).collect();
            let name = say(plan::part(Part::Support));
            assert_eq!(html.matches(&format!(">{name}<")).count(), 1, "{name}\n{html}");
        });
    }
}
