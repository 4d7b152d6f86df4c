use std::{fs, path::Path};

use record::{
    access::{Offer, Recipient},
    catalogue::{FieldSpec, Kind},
    plan::{
        catalogue::BESIDE as COMMON,
        lists::{FEELING, MARKS, TALK},
    },
};

use super::*;
use crate::text::sentences::both;

/// Every literal call of `note` in the sources of the pages finds its words.
#[test]
fn every_note_that_a_page_asks_for_is_written() {
    let mut calls = 0;
    let mut look = |folder: &Path| {
        for entry in fs::read_dir(folder).unwrap().flatten().filter(|entry| entry.path().is_file()) {
            let code = fs::read_to_string(entry.path()).unwrap();
            for call in code.split("note(\"").skip(1) {
                // A key that is put together is looked at by the tests below.
                let Some((block, key)) = call.split_once("\", \"").and_then(|(block, rest)| Some((block, rest.split_once('"')?.0))) else {
                    continue;
                };
                if block.contains('"') {
                    continue;
                }
                both(find(NOTES, block, key).unwrap_or_else(|| panic!("{block} / {key}, in {:?}", entry.path())));
                calls += 1;
            }
        }
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for folder in ["pages/plan", "pages/plan/sheets", "parts/plan"] {
        look(&root.join(folder));
    }
    assert!(calls > 20, "only {calls}");
}

#[test]
fn a_change_names_what_was_and_what_is() {
    assert_eq!(changed(Some("まだわからない"), Some("自分の家"), Lang::Ja), "「まだわからない」から「自分の家」に変わりました。");
    assert_eq!(changed(None, Some("自分の家"), Lang::Ja), "新しく「自分の家」と答えました。");
    assert_eq!(changed(Some("My own home"), None, Lang::En), "“My own home” is no longer written.");
    assert_eq!(written_ago("1年2か月前", Lang::Ja), "1年2か月前に書きました。");
    assert_eq!(written_ago("今日", Lang::Ja), "今日書きました。");
    assert_eq!(differing(0, Lang::En), "Nothing has changed.");
}

#[test]
fn what_is_read_aloud_ends_each_sentence_once() {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    assert_eq!(spoken(words(&["どこで暮らしたいですか。", "自分の家", ""]), Lang::Ja), "どこで暮らしたいですか。\n自分の家。");
    assert_eq!(spoken(words(&["Where?", "My own home"]), Lang::En), "Where?\nMy own home.");
}

fn options(question: Question, field: &FieldSpec, prefix: &str) {
    if let Kind::One(options) | Kind::Many(options) = field.kind {
        for id in options {
            both(of(question, &format!("{prefix}{id}")).unwrap_or_else(|| panic!("{} {prefix}{id}", question.id())));
        }
    }
}

#[test]
fn every_question_row_option_and_field_is_written() {
    for question in Question::ALL {
        let spec = question.spec();
        both(title(question));
        both(of(question, "ask").unwrap());
        assert!(!sources(question).is_empty() && record::Day::parse(checked(question)).is_some(), "{}", question.id());
        for row in spec.rows {
            options(question, row, "option ");
            if spec.rows.len() > 1 {
                both(of(question, &format!("row {}", row.id.0)).unwrap());
            }
        }
        for field in spec.more.iter().chain(spec.item) {
            let words = of(question, &format!("field {}", field.id.0));
            // What p2 asks stands with p2; the top three have the options of the question.
            both(words.or_else(|| of(Question::P2, "ask")).unwrap());
            match field.id.0 {
                "asked" => options(Question::P2, field, "option asked "),
                "top" => options(question, field, "option "),
                id => options(question, field, &format!("option {id} ")),
            }
        }
        if spec.heavy && spec.step != Step::Treatment {
            for key in ["lead", "lead yes", "lead no"] {
                both(of(question, key).unwrap_or_else(|| panic!("{} {key}", question.id())));
            }
        }
    }
}

#[test]
fn every_step_scene_part_reader_and_source_is_written() {
    for step in Step::ALL {
        both(super::step(step));
    }
    for scene in Scene::ALL {
        both(super::scene(scene));
        both(scene_short(scene));
    }
    for part in Part::ALL {
        both(super::part(part));
        let limited = Recipient::STANDING.into_iter().any(|role| part.offer(role) == Offer::Limited);
        assert_eq!(maybe(&format!("part {}", part.id()), "limited").is_some(), limited, "{part:?}");
    }
    for role in Recipient::STANDING {
        both(note(&format!("reader {}", role.kind()), "name"));
    }
    for field in TALK.iter().chain(COMMON) {
        let found = maybe("talk", &format!("field {}", field.id.0)).or(maybe("beside", &format!("field {}", field.id.0)));
        both(found.unwrap_or_else(|| panic!("{}", field.id.0)));
    }
    for mark in MARKS {
        both(note("feelings", &format!("mark {mark}")));
    }
    assert_eq!(FEELING.len(), 4);
    let (of_notes, checked) = sources_of(&["opening", "version", "remind", "talk"]);
    assert_eq!(of_notes.iter().filter(|id| **id == "R1").count(), 1);
    assert!(record::Day::parse(checked).is_some());
    assert!(["J8", "R5", "TFD"].iter().all(|id| sources(Question::T2).contains(id)));
    for id in Question::ALL.into_iter().flat_map(sources).chain(of_notes) {
        let found = maybe("sources", &format!("source {id}")).unwrap_or_else(|| panic!("source {id}"));
        assert!(found.ja.contains(" http") && found.en.contains(" http"), "source {id}");
    }
}

/// Rules E1, E6, E8, E11, E15.
#[test]
fn what_must_be_said_is_written() {
    let said = |block: &str, key: &str| crate::text::plain(note(block, key).ja);
    assert!(said("e1", "text").contains("契約") && said("e1", "text").contains("法律上の力はありません"));
    assert_eq!(said("cpr", "unconfirmed"), "先生に未確認");
    assert!(said("cpr", "doubt").contains("119") && said("cpr", "local").contains("未確認"));
    assert!(said("power", "text").contains("法律上の力はありません"));
    assert!(said("age", "ask first").contains("いまの気持ちを先に聞いてください"));
}

#[test]
fn every_treatment_says_that_pain_is_eased() {
    let eased = crate::text::plain(note("relief", "text").ja);
    for question in Step::Treatment.questions() {
        let words = of(question, "note").map(|word| crate::text::plain(word.ja)).unwrap_or_default();
        assert!(words.contains(&eased), "{}: {words}", question.id());
    }
}

/// Rule E5: no option is longer than its neighbours by so much that it stands out.
#[test]
fn options_are_of_like_length() {
    for question in Question::ALL {
        for row in question.spec().rows {
            let (Kind::One(options) | Kind::Many(options)) = row.kind else { continue };
            let long = |id: &&&str| crate::text::plain(of(question, &format!("option {id}")).unwrap().ja).chars().count();
            let own = options.iter().filter(|id| !matches!(**id, "other" | "nothing_much"));
            let (least, most) = (own.clone().map(|id| long(&id)).min().unwrap(), own.map(|id| long(&id)).max().unwrap());
            assert!(most <= least * 3 + 6, "{}: {least} to {most}", question.id());
        }
    }
}

#[test]
fn a_label_that_asks_takes_no_colon() {
    assert_eq!(["お願いしたか", "名前"].map(|label| colon(label, Lang::Ja)), ["", "："]);
    assert_eq!(["Have I asked them?", "Name"].map(|label| colon(label, Lang::En)), ["", ":"]);
}
