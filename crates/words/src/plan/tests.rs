use record::{
    catalogue::Kind,
    plan::{Question, Step},
};

use super::*;
use crate::plain;

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

#[test]
fn what_is_joined_names_each_source_once() {
    let (sources, checked) = joined(&[notes::opening::ORIGIN, notes::version::ORIGIN, notes::remind::ORIGIN, notes::talk::ORIGIN]);
    assert_eq!(sources.iter().filter(|id| **id == "R1").count(), 1);
    assert!(Day::parse(checked).is_some());
    for id in Question::ALL.into_iter().flat_map(|one| question(one).origin.sources).chain(&sources) {
        let found = source(id).unwrap_or_else(|| panic!("source {id}"));
        assert!(found.ja.contains(" http") && found.en.contains(" http"), "source {id}");
    }
}

/// Rules E1, E6, E8, E11, E15.
#[test]
fn what_must_be_said_is_written() {
    use notes::{age, cpr, e1, power};
    let said = |word: Word| plain(word.ja);
    assert!(said(e1::TEXT).contains("契約") && said(e1::TEXT).contains("法律上の力はありません"));
    assert_eq!(said(cpr::UNCONFIRMED), "先生に未確認");
    assert!(said(cpr::DOUBT).contains("119") && said(cpr::LOCAL).contains("未確認"));
    assert!(said(power::TEXT).contains("法律上の力はありません"));
    assert!(said(age::ASK_FIRST).contains("いまの気持ちを先に聞いてください"));
}

#[test]
fn every_treatment_says_that_pain_is_eased() {
    let eased = plain(notes::relief::TEXT.ja);
    for one in Step::Treatment.questions() {
        let words = question(one).note.map(|word| plain(word.ja)).unwrap_or_default();
        assert!(words.contains(&eased), "{}: {words}", one.id());
    }
}

/// Rule E5: no option is longer than its neighbours by so much that it stands out.
#[test]
fn options_are_of_like_length() {
    for one in Question::ALL {
        for row in one.spec().rows {
            let (Kind::One(options) | Kind::Many(options)) = row.kind else { continue };
            let long = |id: &&&str| plain(question(one).field(row.id).unwrap().option(id).unwrap().ja).chars().count();
            let own = options.iter().filter(|id| !matches!(**id, "other" | "nothing_much"));
            let (least, most) = (own.clone().map(|id| long(&id)).min().unwrap(), own.map(|id| long(&id)).max().unwrap());
            assert!(most <= least * 3 + 6, "{}: {least} to {most}", one.id());
        }
    }
}

#[test]
fn a_label_that_asks_takes_no_colon() {
    assert_eq!(["お願いしたか", "名前"].map(|label| colon(label, Lang::Ja)), ["", "："]);
    assert_eq!(["Have I asked them?", "Name"].map(|label| colon(label, Lang::En)), ["", ":"]);
}
