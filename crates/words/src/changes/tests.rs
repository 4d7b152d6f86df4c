//! Changes of every kind, in words.

use record::{
    Answers, Day, ItemId, Moment, Section, Stamp,
    access::EventId,
    catalogue::{NewItem, medicine, person},
    plan::{
        Question, Scene, Version,
        catalogue::{l1, l4, t2},
        lists::{FEELING_ABOUT, Feeling, TALK_ABOUT, Talk, feeling, talk},
        parts::Part,
    },
    sample,
};

use super::*;

fn somebody() -> Record {
    sample::person(Moment(1_780_000_000_000), Day::parse("2026-11-22").unwrap())
}

#[test]
fn every_kind_of_change_is_said_in_words() {
    let old = somebody();
    let mut new = old.clone();
    let stamp = Stamp::default();
    new.card.confirmed = None;
    new.card.set(person::SEX, Some(Answer::Picked("male".to_owned())), &stamp);
    let medicines = &mut new.card.section_mut(Section::Medicines).items;
    medicines[0].fields.set(medicine::DOSE.untyped(), None, &stamp);
    medicines.swap(1, 2);
    new.card.section_mut(Section::Allergies).items.clear();
    new.card.section_mut(Section::Allergies).fields.set(LIST.untyped(), Some(Answer::None), &stamp);
    let said: Vec<String> = lines(&old, &new, Lang::Ja).iter().map(|line| format!("{}：{}", line.place, line.words)).collect();
    assert_eq!(
        said,
        [
            "全体を確かめた日：「令和8年11月22日」が消えます",
            "本人のこと・性別：「女性」が「男性」に変わります",
            "薬・エリキュース・量：「2.5mg 1錠」が消えます",
            "薬：順番が変わります",
            "アレルギー：「なし」が入ります",
            "アレルギー：「卵　食べ物　じんましん」が消えます",
            "アレルギー：「ペニシリン　薬　息苦しさ」が消えます",
        ]
    );
    assert!(lines(&old, &old, Lang::En).is_empty());
}

#[test]
fn a_change_of_the_plan_is_said_too() {
    let old = somebody();
    let mut new = old.clone();
    let stamp = Stamp::default();
    let picked = |option: &str| Some(Answer::Picked(option.to_owned()));
    let answers = &mut new.plan.sections;
    l1::ANSWER.set(answers, Some(Answer::Undecided), &stamp);
    l4::SUDDEN.set(answers, picked("call_119"), &stamp);
    t2::ANSWER.within(Scene::A).set(answers, picked("not_want"), &stamp);
    for line in lines(&old, &new, Lang::Ja) {
        assert!(!line.words.contains(fields::NEWER_ANSWER.ja) && !line.place.contains(fields::NEWER_ANSWER.ja), "{line:?}");
    }
    assert_eq!(lines(&old, &new, Lang::Ja)[0].words, "「まだわからない」が入ります");
    assert_eq!(lines(&old, &new, Lang::Ja).len(), 3);
}

/// Everything that the plan keeps beside answers, said in words: who may see what, what was shown, what happened, what was felt.
fn beside() -> (Record, Record) {
    let old = somebody();
    let mut new = old.clone();
    let stamp = Stamp::default();
    let plan = &mut new.plan;
    let day = Day::parse("2026-11-26").unwrap();
    let given = |words: &str| Answer::Given(words.to_owned());
    let chosen = |ids: &[&str]| Answer::Chosen(ids.iter().map(|id| (*id).to_owned()).collect());
    plan.keep(Version {
        id: record::plan::VersionId("v".to_owned()),
        on: day,
        at: Moment(1),
        by: record::Author::Own,
        reason: String::new(),
        signed: None,
        after: Vec::new(),
        answers: plan.snapshot(),
        extra: Default::default(),
    });
    plan.look_again(ItemId("e1".to_owned()), day, &stamp);
    plan.withdraw(ItemId("e2".to_owned()), day, &stamp);
    let felt = NewItem::new(Feeling, ItemId("f1".to_owned())).with(feeling::NAME, Some(given("幸子")), &stamp);
    let felt = felt.with(feeling::ON, Some(given("2026-11-26")), &stamp);
    let felt = felt.with(feeling::MARK, Some(Answer::Picked("nodded".to_owned())), &stamp);
    felt.with(FEELING_ABOUT, Some(chosen(&["v2"])), &stamp).put(&mut plan.sections);
    let talk = NewItem::new(Talk, ItemId("t1".to_owned())).with(talk::ON, Some(given("2026-10-")), &stamp);
    let talk = talk.with(talk::LINE_1, Some(given("家のこと")), &stamp);
    talk.with(TALK_ABOUT, Some(chosen(&["l1"])), &stamp).put(&mut plan.sections);
    plan.section_mut(section::SCENES).fields.set(ANSWER.untyped(), Some(chosen(&["a", "c"])), &stamp);
    plan.section_mut(section::REMIND).fields.set(ANSWER.untyped(), Some(chosen(&["birthday", "move"])), &stamp);
    l4::TOLD_ON.set(&mut plan.sections, Some(given("2027--")), &stamp);
    let id = |id: &str| EventId(id.to_owned());
    new.log.set_open(id("o1"), Part::Circle, Recipient::Family, true, &stamp);
    new.log.set_open(id("o2"), Part::Words, Recipient::Family, false, &stamp);
    new.log.note(id("s1"), Recipient::HomeDoctor, ("print", day, record::plan::VersionId("v".to_owned())), &stamp);
    (old, new)
}

#[test]
fn what_stands_beside_the_answers_is_said_in_words() {
    let (old, new) = beside();
    let said: Vec<String> = lines(&old, &new, Lang::Ja).iter().map(|line| format!("{}：{}", line.place, line.words)).collect();
    for wanted in [
        "これまでの記録：「令和8年11月26日の記録」が入ります",
        "これまでの記録：「令和8年11月26日 もう一度見て、変わりなかった」が入ります",
        "これまでの記録：「令和8年11月26日 取り下げました」が入ります",
        "だれに、どこまで見せるか・ほかの家族・話し合いに加わる人：「閉じている」が「開いている」に変わります",
        "これまでに見せたもの：「令和8年11月26日 在宅の先生・訪問看護 紙」が入ります",
        "考える場面：「最期が近いとき・認知症などが進んだとき」が入ります",
        "見直しの知らせ：「誕生日・引っ越したとき」が入ります",
    ] {
        assert!(said.iter().any(|said| said == wanted), "{wanted}\n{said:#?}");
    }
    let has = |parts: &[&str]| said.iter().any(|said| parts.iter().all(|part| said.contains(part)));
    assert!(has(&["家族の気持ち", "幸子 令和8年11月26日 うなずいた", &plan::title(Question::V2).ja.replace(['[', ']'], "")]), "{said:#?}");
    assert!(has(&["話し合いの記録：「2026年10月　", "家のこと"]) && has(&["「2027年」が入ります"]), "{said:#?}");
    // A part that was closed and stays closed is no change.
    assert!(!has(&["ことば", "閉じている」が入ります"]) && said.len() == 10, "{said:#?}");
    for word in ["yes", "2026-", "2027-", "nodded", fields::NOT_WRITTEN.ja, fields::NEWER_ANSWER.ja, fields::UNNAMED.ja] {
        assert!(!has(&[word]), "{word}: {said:#?}");
    }
}

#[test]
fn what_stands_beside_the_answers_is_said_in_english_too() {
    let (old, new) = beside();
    let said: Vec<String> = lines(&old, &new, Lang::En).iter().map(|line| format!("{}: {}", line.place, line.words)).collect();
    let is = |wanted: &str| said.iter().any(|said| said == wanted);
    assert!(is("Who may see what – Other family – Who joins the talks: “closed” becomes “open”"), "{said:#?}");
    assert!(is("Records so far: “Record of 26 November 2026” comes in"), "{said:#?}");
    assert!(said.iter().all(|said| said.chars().all(|sign| sign.is_ascii() || "“”–’·・幸子家のこと".contains(sign))), "{said:#?}");
}

#[test]
fn a_change_in_a_list_entry_names_the_entry_and_a_half_typed_day_is_never_raw() {
    let (_, old) = beside();
    let mut new = old.clone();
    let stamp = Stamp { at: Moment(9), ..Stamp::default() };
    let talks = &mut new.plan.section_mut(section::TALKS).items;
    talks[0].fields.set(talk::ON.untyped(), Some(Answer::Given("2026-10-0".to_owned())), &stamp);
    assert!(lines(&old, &new, Lang::Ja).is_empty(), "it reads the same");
    new.plan.section_mut(section::TALKS).items[0].fields.set(talk::ON.untyped(), Some(Answer::Given("2026-10-05".to_owned())), &stamp);
    new.card.set(person::BIRTH, Some(Answer::Given("1941-04-".to_owned())), &stamp);
    let said: Vec<String> = lines(&old, &new, Lang::Ja).iter().map(|line| format!("{}：{}", line.place, line.words)).collect();
    assert!(said[0].ends_with("が「1941年4月」に変わります"), "{said:?}");
    assert_eq!(said[1], "話し合いの記録・令和8年10月5日・話した日：「2026年10月」が「令和8年10月5日」に変わります");
}

#[test]
fn every_field_of_the_sample_can_be_said() {
    let nobody = Record::new(somebody().id, Moment(0));
    for language in [Lang::Ja, Lang::En] {
        for line in lines(&nobody, &somebody(), language) {
            assert!(!line.place.is_empty() && line.words.chars().count() > 5, "{line:?}");
            assert!(!line.words.contains("「」") && !line.words.contains("“”"), "{line:?}");
        }
    }
}

#[test]
fn a_medicine_of_which_nobody_knows_whether_it_thins_the_blood_says_so() {
    let old = somebody();
    let mut new = old.clone();
    let mut item = new.card.items(Section::Medicines)[1].clone();
    item.id = ItemId("new".to_owned());
    item.fields.set(medicine::THINNER.untyped(), Some(Answer::Picked("unknown".to_owned())), &Stamp::default());
    new.card.section_mut(Section::Medicines).items.push(item);
    let said = &lines(&old, &new, Lang::Ja)[0];
    assert_eq!(said.words, "「フロセミド 20mg 1錠　朝　血が固まりにくい薬: わからない」が入ります");
    let read: Vec<String> =
        crate::facts::section(&new.card, Section::Medicines, Lang::En, Form::Full).into_iter().map(|(_, words)| words).collect();
    assert!(read.contains(&"フロセミド 20mg 1錠　Morning　Blood thinner: Not known".to_owned()), "{read:?}");
}

#[test]
fn a_change_says_both_sides() {
    assert_eq!(change(Some("2mg"), Some("5mg"), Lang::Ja), "「2mg」が「5mg」に変わります");
    assert_eq!(change(None, Some("5mg"), Lang::En), "“5mg” comes in");
    assert_eq!(change(Some("2mg"), None, Lang::Ja), "「2mg」が消えます");
}
