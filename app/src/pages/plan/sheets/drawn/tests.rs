//! A realistic plan, opened as far as it goes, has room on one sheet for each reader; and nothing is said twice in either language.

use leptos::prelude::{Owner, provide_context};
use record::{
    Answer, Answers, Author, Day, Fields, Item, ItemId, Moment, Record, RecordId, Stamp,
    catalogue::{ASKED, ASKED_ON, DOCTOR_ON, FieldId, MOBILE, NAME, ON, RELATION, TOLD, TOLD_ON, TOLD_WHAT, TOP, WITH, WORDS},
    plan::{
        Version, VersionId,
        catalogue::ANSWER,
        lists::{ABOUT, LEFT, LINE_1, LINE_2, WHERE},
        options as o,
        parts::{Part, READERS},
        section,
    },
    view::Role,
};

use super::{
    super::{
        blocks::{Block, Shape, blocks},
        source::{Ready, Source},
        tongue::{bare, word},
    },
    of_blocks,
};
use crate::text::{Lang, plan as text};

const STAMP: Stamp = Stamp { at: Moment(1), by: Author::Own };

fn given(words: &str) -> Answer {
    Answer::Given(words.to_owned())
}

fn chosen(ids: &[&str]) -> Answer {
    Answer::Chosen(ids.iter().map(|id| (*id).to_owned()).collect())
}

fn item(id: &str, answers: &[(FieldId, Answer)]) -> Item {
    let mut item = Item { id: ItemId(id.to_owned()), fields: Fields::new(), extra: serde_json::Map::new() };
    for (field, answer) in answers {
        item.fields.set(*field, Some(answer.clone()), &STAMP);
    }
    item
}

/// What somebody of 85 may have written in an afternoon, with her daughter and a nurse.
fn realistic(open: bool) -> Record {
    let mut record = Record::new(RecordId("a".to_owned()), Moment(0));
    let plan = &mut record.plan;
    let mut put = |section: &str, answers: &[(FieldId, Answer)]| {
        for (field, answer) in answers {
            plan.section_mut(section).fields.set(*field, Some(answer.clone()), &STAMP);
        }
    };
    let values = chosen(&["familiar_place", "family", "little_pain", "own_hands", "eat_by_mouth", "joys_and_roles"]);
    let with = || (WITH, chosen(&["family", "doctor"]));
    put(
        "v1",
        &[(ANSWER, values), (TOP, chosen(&["family", "own_hands", "eat_by_mouth"])), (WORDS, given("庭の花に水をやりたい。")), with()],
    );
    put("v2", &[(ANSWER, given("朝のお茶と散歩。相撲を見ること。孫の電話。"))]);
    put("v3", &[(ANSWER, chosen(&["pain", "receiving_care", "home_and_pets"]))]);
    put("v4", &[(ANSWER, given("夫は家で静かに見送れた。あのようにしてほしい。"))]);
    put("v5", &[(ANSWER, chosen(&["cannot_tell", "strong_pain"]))]);
    put("i1", &[(o::CONDITION, given("in_detail")), (o::OUTLOOK, Answer::Undecided)]);
    put("i2", &[(ANSWER, given("with_both"))]);
    put("p3", &[(ANSWER, given("as_basis"))]);
    put("l1", &[(ANSWER, given("own_home")), (WORDS, given("庭の見える部屋がいい。"))]);
    put("l2", &[(ANSWER, given("see_then"))]);
    put("l3", &[(ANSWER, chosen(&["pain_not_eased", "carer_tired", "i_said"]))]);
    let told = [(TOLD, given("yes")), (TOLD_ON, given("2026-10-18")), (TOLD_WHAT, given("息苦しさ、眠る時間がふえる"))];
    put("l4", &[(o::SUDDEN, given("call_119")), (o::FORESEEN, given("call_home_doctor"))]);
    put("l4", &told);
    put("t1.a", &[(ANSWER, given("comfort"))]);
    put("t2.a", &[(ANSWER, given("not_want")), (DOCTOR_ON, given("2026-11-21"))]);
    put("t3.a", &[(ANSWER, given("not_want"))]);
    put("t4.a", &[(o::TUBE, given("not_want")), (o::VEIN, given("decide_together")), (o::DRIP, given("try_while"))]);
    put("t6.a", &[(ANSWER, given("asleep_without_pain"))]);
    put("t1.c", &[(ANSWER, given("try_then_stop"))]);
    put("t2.c", &[(ANSWER, Answer::Undecided)]);
    put("s1", &[(ANSWER, given("お寺の朝のおつとめ、家族の写真")), (o::COMPANY, given("妹、住職さん"))]);
    put("s2", &[(ANSWER, given("written"))]);
    put("s3", &[(ANSWER, given("みんな、ありがとう。けんかをしないで、仲よくしてください。"))]);
    let person = |name: &str, relation: &str, asked: &str| {
        let asked = [(ASKED, given(asked)), (ASKED_ON, given("2026-11-20"))];
        item(name, &[&[(NAME, given(name)), (RELATION, given(relation)), (MOBILE, given("09000000001"))], &asked[..]].concat())
    };
    plan.section_mut("p1").items = vec![person("千葉 幸子", "daughter", "accepted"), person("平方 和夫", "son", "waiting")];
    plan.section_mut("p4").items = vec![item("c", &[(NAME, given("平方 とめ")), (record::catalogue::PART, given("joins"))])];
    let talk = |on: &str| {
        let said = [(LINE_1, given("痛みを取ることを一番に")), (LINE_2, given("できるだけ家で"))];
        let where_ = [(ON, given(on)), (WITH, chosen(&["trusted", "doctor"])), (WHERE, given("visit"))];
        item(on, &[&where_, &said[..], &[(LEFT, given("食べられなくなったとき")), (ABOUT, chosen(&["t2", "l1"]))]].concat())
    };
    plan.section_mut(section::TALKS).items = vec![talk("2026-11-21"), talk("2026-10-18")];
    for (id, on, moment) in [("one", "2025-11-26", 1), ("two", "2026-11-26", 2)] {
        let (id, on, answers) = (VersionId(id.to_owned()), Day::parse(on).unwrap(), plan.snapshot());
        let (reason, extra) = (String::new(), serde_json::Map::new());
        plan.keep(Version { id, on, at: Moment(moment), by: Author::Own, reason, signed: None, answers, extra });
        plan.section_mut("l1").fields.set(WORDS, Some(given("庭の見える部屋で、猫と。")), &STAMP);
    }
    for (part, role) in Part::ALL.into_iter().flat_map(|part| READERS.map(|role| (part, role))) {
        plan.open(part, role, open, &STAMP);
    }
    record
}

fn source(record: &Record, role: Role) -> Box<Source> {
    match Ready::of(record, role, Day::parse("2028-01-27").unwrap()) {
        Ready::Sheet(source) => source,
        other => panic!("{other:?}"),
    }
}

fn in_english<T>(make: impl FnOnce() -> T) -> T {
    Owner::new().with(|| {
        provide_context(Lang::En);
        make()
    })
}

/// How wide words are in a size, in millimetres: a Japanese sign is as wide as the type is high, a Latin one about half.
fn wide(words: &str, points: f64) -> f64 {
    let signs: f64 = words.chars().map(|sign| if sign.is_ascii() { 0.55 } else { 1.0 }).sum();
    signs * points * 25.4 / 72.0
}

/// About how high blocks are in one column, in millimetres. The browser measures; this is for a test to know beforehand.
fn high(blocks: &[Block]) -> f64 {
    const WIDTH: f64 = 88.0;
    let lines = |wide: f64| (wide / WIDTH).ceil();
    let mut sum = 0.0;
    for block in blocks {
        let alone = block.alone().is_some();
        sum += if alone { 1.1 } else { 2.4 + 4.5 * lines(wide(&block.title, 10.5)) };
        sum += block.note.as_ref().map_or(0.0, |note| 3.6 * lines(wide(note, 8.5)));
        for entry in &block.entries {
            let title = match (alone, entry.title == block.title) {
                (true, _) => wide(&entry.title, 10.5) + 2.0,
                (_, true) => 0.0,
                _ => wide(&entry.title, 8.5),
            };
            let each = entry.lines.iter().chain(&entry.also);
            let each = each.map(|line| wide(line.label.as_deref().unwrap_or_default(), 8.5) + wide(&line.words, 9.5) + 4.0);
            let rows = match entry.shape {
                Shape::Running => lines(title + each.sum::<f64>()),
                Shape::Rows => lines(title) + each.map(lines).sum::<f64>(),
            };
            sum += 0.4 + 4.4 * rows;
        }
    }
    sum
}

/// One-page sheets per role: what is left of a sheet between head and foot, in both columns, less what the family writes on.
#[test]
fn a_realistic_plan_has_room_on_one_sheet() {
    let record = realistic(true);
    for role in READERS.into_iter().filter(|role| *role != Role::Crew) {
        // 270 mm less head, foot and what stands over the columns; less three lines for the family.
        let room = 2.0 * if role == Role::Family { 270.0 - 39.0 - 48.0 } else { 270.0 - 33.0 };
        let japanese = high(&blocks(&source(&record, role)));
        let english = in_english(|| high(&blocks(&source(&record, role))));
        assert!(japanese < room * 0.97, "{role:?}: {japanese} of {room}");
        assert!(english < room * 2.0, "{role:?}: {english} of {room}");
    }
}

#[test]
fn no_heading_comes_again_as_the_name_of_its_row() {
    let source = source(&realistic(true), Role::Trusted);
    let html = || {
        let mut html = String::new();
        of_blocks(&blocks(&source)).into_iter().for_each(|piece| piece.shown().html(&mut html));
        html
    };
    let places = |html: &str, name: &str| html.matches(&format!(">{name}<")).count();
    for lang in [Lang::Ja, Lang::En] {
        let (html, name) = if lang == Lang::Ja {
            (html(), word(text::part(Part::Support)))
        } else {
            in_english(|| (html(), word(text::part(Part::Support))))
        };
        assert_eq!(places(&html, &name), 1, "{name}\n{html}");
    }
    assert_eq!(in_english(|| bare(&word(text::part(Part::Support)))), "心の支え / What supports me");
}
