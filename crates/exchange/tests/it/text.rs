//! Words to paste and to print: who sees what, and that none, unknown and not written stay apart.

use exchange::text::{full, phone_block, short};
use record::{
    Answer, Answers, Author, Day, Moment, Record, RecordId, Section, Stamp,
    access::{Disclosure, Grant, Recipient, Scope, view},
    catalogue as c,
};
use words::langs::Langs;

const JA: Langs = Langs::JAPANESE;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn sample() -> Record {
    record::sample::person(Moment(1_795_000_020_000), day("2026-11-22"))
}

/// As a crew sees the card.
fn shown(record: &Record) -> Disclosure {
    view(record, &Grant::new(Recipient::Crew, Scope::card()), day("2026-11-25"))
}

fn empty() -> Record {
    Record::new(RecordId("empty".to_owned()), Moment(0))
}

#[test]
fn the_short_text_says_who_what_matters_and_whom_to_call() {
    let text = short(&shown(&sample()), 480, JA);
    let wanted = "救急カード【見本】
流山 花子（ながれやま はなこ）
昭和16年（1941年）4月8日 女性
最後に確かめた日 令和8年11月22日
体の器具・手当て: 血が固まりにくい薬・ペースメーカー
アレルギー: 卵・ペニシリン
娘 千葉 幸子
04-0000-0003
090-0000-0001";
    assert!(text.starts_with(wanted), "{text}");
    assert!(!text.contains("http") && !text.contains("流山市"), "{text}");
    assert!(text.contains("04-0000-"), "{text}");
}

#[test]
fn the_short_text_keeps_to_its_limit_and_says_what_it_left_out() {
    let mut record = sample();
    // Only what has a place in this text.
    let kept = [Section::Person, Section::Contacts, Section::Doctors, Section::Illness, Section::Allergies, Section::Devices];
    record.card.sections.retain(|id, _| kept.iter().any(|section| section.id() == id));
    let named = ["list", "name", "reading", "birth", "sex", "relation", "phone", "mobile", "role", "place", "doctor", "fitted"];
    for data in record.card.sections.values_mut() {
        data.items.truncate(1);
        data.fields.retain(|id, _| named.contains(&id.as_str()) && !matches!(id.as_str(), "phone" | "mobile"));
        data.items.iter_mut().for_each(|item| item.fields.retain(|id, _| named.contains(&id.as_str())));
    }
    let whole = short(&shown(&record), 10_000, JA);
    assert!(!whole.contains("（ほかは紙に）"), "{whole}");
    for limit in 290..whole.len() + 30 {
        let text = short(&shown(&record), limit, JA);
        assert!(text.len() <= limit, "{} > {limit}\n{text}", text.len());
        assert_eq!(text == whole, limit >= whole.len(), "{limit}");
        assert_eq!(text.ends_with("（ほかは紙に）"), text != whole, "{limit}");
    }
    // One answer that has no place in it.
    record.card.set(c::blood::ABO, Some(Answer::Picked("A".to_owned())), &Stamp::default());
    assert!(short(&shown(&record), 10_000, JA).ends_with("（ほかは紙に）"));
}

#[test]
fn none_unknown_and_not_written_stay_apart_everywhere() {
    let stamp = Stamp { at: Moment(1), by: Author::Own };
    let with = |answer: Option<Answer>| {
        let mut record = empty();
        record.card.section_mut(Section::Allergies).fields.set(c::LIST.untyped(), answer.clone(), &stamp);
        record.card.set(c::devices::FITTED, answer, &stamp);
        record
    };
    let words = [(Some(Answer::None), "なし"), (Some(Answer::Unknown), "不明"), (None, "まだ書いていません")];
    for (answer, word) in words {
        let record = with(answer);
        for text in [short(&shown(&record), 480, JA), phone_block(&shown(&record), JA)] {
            assert!(text.contains(&format!("アレルギー: {word}")), "{text}");
            assert!(text.contains(&format!("体の器具・手当て: {word}")), "{text}");
        }
        let text = full(&shown(&record), day("2026-11-25"), JA);
        assert!(text.contains(&format!("■アレルギー\n{word}\n")), "{text}");
    }
}

#[test]
fn the_whole_text_has_every_word_that_was_written() {
    let record = sample();
    let text = full(&shown(&record), day("2026-11-25"), JA);
    for data in record.card.sections.values() {
        for field in data.fields.values().chain(data.items.iter().flat_map(|item| item.fields.values())) {
            match &field.answer {
                // Said in words of ours: the property of the crate `words` goes through all of them.
                Answer::Given(words) if words.is_ascii() => {}
                Answer::Given(words) => assert!(text.contains(words.as_str()), "{words}\n{text}"),
                Answer::Chosen(_) | Answer::Picked(_) => {}
                other => panic!("{other:?}"),
            }
        }
    }
    assert!(text.contains("年齢: 85") && text.contains("見本") && text.contains("先生と相談して決めます"), "{text}");
}

#[test]
fn closed_sections_and_closed_fields_never_show() {
    let grant = Grant::new(Recipient::HomeDoctor, Scope::none().with(Section::Person).with(Section::Care));
    let text = full(&view(&sample(), &grant, day("2026-11-25")), day("2026-11-25"), JA);
    assert!(text.contains("流山 花子") && text.contains("ミケ"), "{text}");
    for hidden in ["幸子", "長女が持っています", "血が固まりにくい薬", "アレルギー", "エリキュース"] {
        assert!(!text.contains(hidden), "{hidden}\n{text}");
    }
    for text in [phone_block(&shown(&sample()), JA), short(&shown(&sample()), 10_000, JA)] {
        for hidden in ["平和台", "長女が持っています", "仏壇", "財布の中に", "相談して決めます"] {
            assert!(!text.contains(hidden), "{hidden}\n{text}");
        }
    }
}

#[test]
fn an_old_and_an_unconfirmed_card_say_so() {
    let say_full = |record: &Record, today: &str| full(&shown(record), day(today), JA);
    assert!(say_full(&sample(), "2027-11-23").contains("1年より前に確かめた内容です"));
    assert!(!say_full(&sample(), "2027-11-22").contains("1年より前に確かめた内容です"));
    let mut record = sample();
    record.card.confirmed = None;
    for text in [say_full(&record, "2026-11-25"), short(&shown(&record), 480, JA), phone_block(&shown(&record), JA)] {
        assert!(text.contains("まだ確かめていません"), "{text}");
    }
}

#[test]
fn a_marked_medicine_is_an_alert_without_the_chip() {
    let mut record = sample();
    let stamp = Stamp { at: Moment(1), by: Author::Own };
    for answer in [Some(Answer::None), None, Some(Answer::Chosen(vec!["pacemaker".to_owned()]))] {
        record.card.set(c::devices::FITTED, answer, &stamp);
        assert!(short(&shown(&record), 480, JA).contains("体の器具・手当て: 血が固まりにくい薬"));
    }
}

#[test]
fn of_an_odd_day_as_much_is_said_as_there_is_and_a_postal_code_is_written_in_one_way() {
    let stamp = Stamp { at: Moment(1), by: Author::Own };
    let mut record = empty();
    for (field, words) in [(c::person::BIRTH, "1941-13-08"), (c::person::POSTAL, "〒２７０ー０１９２"), (c::person::STREET, "平和台")]
    {
        record.card.set(field, Some(Answer::Given(words.to_owned())), &stamp);
    }
    let text = full(&shown(&record), day("2026-11-25"), JA);
    for line in ["生年月日: 1941年", "郵便番号: 270-0192", "町名・番地: 平和台"] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    // What is no code stays as it was typed.
    record.card.set(c::person::POSTAL, Some(Answer::Given("27".to_owned())), &stamp);
    assert!(full(&shown(&record), day("2026-11-25"), JA).contains("郵便番号: 27\n"));
}

#[test]
fn a_medicine_of_which_nobody_knows_whether_it_thins_the_blood_says_so() {
    let stamp = Stamp { at: Moment(1), by: Author::Own };
    let mut record = sample();
    record.card.section_mut(Section::Medicines).items[1].fields.set(
        c::medicine::THINNER.untyped(),
        Some(Answer::Picked("unknown".to_owned())),
        &stamp,
    );
    let text = full(&shown(&record), day("2026-11-25"), JA);
    assert!(text.contains("フロセミド 20mg 1錠　朝　血が固まりにくい薬: わからない"), "{text}");
}

#[test]
fn an_entry_without_a_name_is_there_with_what_is_known_of_it() {
    let stamp = Stamp { at: Moment(1), by: Author::Own };
    let mut record = sample();
    record.card.section_mut(Section::Allergies).items[1].fields.set(c::allergy::NAME.untyped(), None, &stamp);
    for text in [short(&shown(&record), 480, JA), phone_block(&shown(&record), JA)] {
        assert!(text.contains("アレルギー: 卵・薬 息苦しさ （名前は書かれていません）"), "{text}");
    }
    record.card.section_mut(Section::Allergies).items.remove(0);
    for text in [short(&shown(&record), 480, JA), phone_block(&shown(&record), JA)] {
        assert!(text.contains("アレルギー: 薬 息苦しさ （名前は書かれていません）"), "{text}");
    }
}

/// Every recipient, and many sets of sections: whatever is made for them holds no word of a section that is closed.
#[test]
fn no_word_of_a_closed_section_is_in_any_text_or_code() {
    let mut record = sample();
    for (id, data) in &mut record.card.sections {
        let items = data.items.iter_mut().flat_map(|item| item.fields.values_mut());
        for field in data.fields.values_mut().chain(items).filter(|field| matches!(field.answer, Answer::Given(_))) {
            field.answer = Answer::Given(format!("〈{id}〉"));
        }
    }
    let clinics = [Recipient::Clinic(1), Recipient::Share(1)];
    let mut told = 0;
    for to in Recipient::STANDING.into_iter().chain(clinics) {
        for set in (0..1_u32 << Section::ALL.len()).step_by(211) {
            let open = |section: Section| set >> (section as usize) & 1 == 1;
            let parts = Section::ALL.into_iter().filter(|section| open(*section)).fold(Scope::none(), Scope::with);
            let shown = view(&record, &Grant::new(to, parts), day("2026-11-25"));
            let all = format!("{}{}{}", full(&shown, day("2026-11-25"), JA), phone_block(&shown, JA), short(&shown, 10_000, JA));
            for section in Section::ALL {
                let word = format!("〈{}〉", section.id());
                assert!(open(section) || !all.contains(&word), "{to:?} {section:?} {set:b}");
                told += usize::from(all.contains(&word));
            }
        }
    }
    assert!(told > 1_000, "the control: what is open is told");
}
