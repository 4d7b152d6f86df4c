//! Words to paste and to print: who sees what, and that none, unknown and not written stay apart.

use exchange::text::{full, phone_block, short};
use record::{
    Answer, Answers, Author, Day, Moment, Record, RecordId, Section, Stamp,
    access::{Disclosure, Grant, Recipient, Scope, view},
    catalogue as c,
};
use words::facts::{self, Term};

/// Words that a test can tell apart.
fn say(term: Term<'_>) -> String {
    match term {
        Term::Card => "救急カード".to_owned(),
        Term::Sample => "見本".to_owned(),
        Term::Section(section) => section.id().to_owned(),
        Term::Field(_, field) => field.0.to_owned(),
        Term::Choice(id) => format!("<{id}>"),
        Term::Day(day) => day.to_iso(),
        Term::Birth(day) => format!("昭和16年 {}", day.to_iso()),
        Term::Years(age) => format!("{age}歳"),
        Term::None => "なし".to_owned(),
        Term::Unknown => "不明".to_owned(),
        Term::NotWritten => "まだ書いていません".to_owned(),
        Term::More => "ほか".to_owned(),
        other => format!("{other:?}"),
    }
}

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
    let text = short(&shown(&sample()), 480, &say);
    let wanted = "救急カード【見本】
流山 花子（ながれやま はなこ）
昭和16年 1941-04-08 <female>
Confirmed 2026-11-22
devices: <blood_thinner>・<pacemaker>
allergies: <egg>・<penicillin>
<daughter> 千葉 幸子
04-0000-0003
090-0000-0001";
    assert!(text.starts_with(wanted), "{text}");
    assert!(!text.contains("http") && !text.contains("流山市"), "{text}");
    assert!(text.contains("04-0000-"), "{text}");
}

#[test]
fn the_short_text_keeps_to_its_limit_and_says_what_it_left_out() {
    let whole = short(&shown(&sample()), 10_000, &say);
    assert!(!whole.contains("（ほか）"), "{whole}");
    for limit in 230..whole.len() + 20 {
        let text = short(&shown(&sample()), limit, &say);
        assert!(text.len() <= limit, "{} > {limit}\n{text}", text.len());
        assert_eq!(text == whole, limit >= whole.len(), "{limit}");
        assert_eq!(text.ends_with("（ほか）"), text != whole, "{limit}");
    }
}

#[test]
fn none_unknown_and_not_written_stay_apart_everywhere() {
    let stamp = Stamp { at: Moment(1), by: Author::Own };
    let with = |answer: Option<Answer>| {
        let mut record = empty();
        record.card.section_mut(Section::Allergies).fields.set(c::LIST, answer.clone(), &stamp);
        record.card.section_mut(Section::Devices).fields.set(c::FITTED, answer, &stamp);
        record
    };
    let words = [(Some(Answer::None), "なし"), (Some(Answer::Unknown), "不明"), (None, "まだ書いていません")];
    for (answer, word) in words {
        let record = with(answer);
        for text in [short(&shown(&record), 480, &say), phone_block(&shown(&record), &say)] {
            assert!(text.contains(&format!("allergies: {word}")), "{text}");
            assert!(text.contains(&format!("devices: {word}")), "{text}");
        }
        let text = full(&shown(&record), day("2026-11-25"), &say);
        assert!(text.contains(&format!("■allergies\n{word}\n")), "{text}");
    }
}

#[test]
fn the_whole_text_has_every_word_that_was_written() {
    let record = sample();
    let text = full(&shown(&record), day("2026-11-25"), &say);
    for data in record.card.sections.values() {
        for field in data.fields.values().chain(data.items.iter().flat_map(|item| item.fields.values())) {
            match &field.answer {
                Answer::Picked(id) if id == "no" || id == "yes" => {}
                Answer::Picked(id) => assert!(text.contains(&format!("<{id}>")), "{id}"),
                Answer::Given(words) => assert!(text.contains(words.as_str()), "{words}\n{text}"),
                Answer::Chosen(ids) => ids.iter().for_each(|id| assert!(text.contains(id), "{id}")),
                other => panic!("{other:?}"),
            }
        }
    }
    assert!(text.contains("85歳") && text.contains("見本") && text.contains("PapersNote"), "{text}");
}

#[test]
fn closed_sections_and_closed_fields_never_show() {
    let grant = Grant::new(Recipient::HomeDoctor, Scope::none().with(Section::Person).with(Section::Care));
    let text = full(&view(&sample(), &grant, day("2026-11-25")), day("2026-11-25"), &say);
    assert!(text.contains("流山 花子") && text.contains("ミケ"), "{text}");
    for hidden in ["幸子", "長女が持っています", "<blood_thinner>", "allergies", "エリキュース"] {
        assert!(!text.contains(hidden), "{hidden}\n{text}");
    }
    for text in [phone_block(&shown(&sample()), &say), short(&shown(&sample()), 10_000, &say)] {
        for hidden in ["平和台", "長女が持っています", "仏壇", "財布の中に", "PapersNote"] {
            assert!(!text.contains(hidden), "{hidden}\n{text}");
        }
    }
}

#[test]
fn an_old_and_an_unconfirmed_card_say_so() {
    let say_full = |record: &Record, today: &str| full(&shown(record), day(today), &say);
    assert!(say_full(&sample(), "2027-11-23").contains("Old"));
    assert!(!say_full(&sample(), "2027-11-22").contains("Old"));
    let mut record = sample();
    record.card.confirmed = None;
    for text in [say_full(&record, "2026-11-25"), short(&shown(&record), 480, &say), phone_block(&shown(&record), &say)] {
        assert!(text.contains("NeverConfirmed"), "{text}");
    }
}

#[test]
fn a_marked_medicine_is_an_alert_without_the_chip() {
    let mut record = sample();
    let stamp = Stamp { at: Moment(1), by: Author::Own };
    for answer in [Some(Answer::None), None, Some(Answer::Chosen(vec!["pacemaker".to_owned()]))] {
        record.card.section_mut(Section::Devices).fields.set(c::FITTED, answer, &stamp);
        assert!(short(&shown(&record), 480, &say).contains("devices: <blood_thinner>"));
    }
}

#[test]
fn an_odd_day_is_no_day_and_a_postal_code_is_written_in_one_way() {
    let stamp = Stamp { at: Moment(1), by: Author::Own };
    let mut record = empty();
    let person = &mut record.card.section_mut(Section::Person).fields;
    for (field, words) in [(c::BIRTH, "1941-13-08"), (c::POSTAL, "〒２７０ー０１９２"), (c::STREET, "平和台")] {
        person.set(field, Some(Answer::Given(words.to_owned())), &stamp);
    }
    let text = full(&shown(&record), day("2026-11-25"), &say);
    for line in ["birth: まだ書いていません", "postal: 270-0192", "street: 平和台"] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    // What is no code stays as it was typed.
    record.card.section_mut(Section::Person).fields.set(c::POSTAL, Some(Answer::Given("27".to_owned())), &stamp);
    assert!(full(&shown(&record), day("2026-11-25"), &say).contains("postal: 27\n"));
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
            let all = format!("{}{}{}", full(&shown, day("2026-11-25"), &say), phone_block(&shown, &say), short(&shown, 10_000, &say));
            for section in Section::ALL {
                let word = format!("〈{}〉", section.id());
                assert!(open(section) || !all.contains(&word), "{to:?} {section:?} {set:b}");
                told += usize::from(all.contains(&word));
            }
        }
    }
    assert!(told > 1_000, "the control: what is open is told");
}

/// Typed words stay words where they equal an option of the same or another field.
#[test]
fn typed_words_are_never_said_as_an_option() {
    let mut record = Record::new(RecordId("a".to_owned()), Moment(0));
    for (section, name) in [
        (Section::Illness, Answer::Given("liver cancer".to_owned())),
        (Section::Illness, Answer::Given("liver".to_owned())),
        (Section::Illness, Answer::Picked("liver".to_owned())),
        (Section::Medicines, Answer::Given("A".to_owned())),
        (Section::Allergies, Answer::Given("eggplant".to_owned())),
        (Section::Contacts, Answer::Given("other".to_owned())),
    ] {
        let mut item = record::Item { id: record::ItemId("i".to_owned()), fields: Default::default(), extra: Default::default() };
        item.fields.set(c::NAME, Some(name), &Stamp::default());
        record.card.section_mut(section).items.push(item);
    }
    let names = |section| facts::names(&record.card, section, &say);
    assert_eq!(names(Section::Illness), ["liver cancer", "liver", "<liver>"]);
    assert_eq!(names(Section::Medicines), ["A"]);
    assert_eq!(names(Section::Allergies), ["eggplant"]);
    assert_eq!(names(Section::Contacts), ["other"]);
}
