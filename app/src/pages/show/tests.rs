//! What the screen says of cards that are not full, without a browser.

use leptos::prelude::*;
use record::{Answer, Answers, FieldId, Item, ItemId, Moment, Record, RecordId, Stamp, catalogue as c, sample};

use super::*;
use crate::{parts::html, workspace::Workspace};

fn html(make: impl FnOnce() -> AnyView) -> String {
    let owner = Owner::new();
    owner.with(|| {
        provide_context(Workspace::new(None));
        html::html(make())
    })
}

fn empty() -> Card {
    Record::new(RecordId("a".to_owned()), Moment(0)).card
}

fn full() -> Card {
    sample::person(Moment(0), record::Day::parse("2026-11-22").unwrap()).card
}

fn add(card: &mut Card, section: Section, fields: &[(FieldId, &str)]) {
    let mut item = Item { id: ItemId("i".to_owned()), fields: Default::default(), extra: Default::default() };
    for (field, words) in fields {
        item.fields.set(*field, Some(c::option_or_words(section.id(), true, field.as_str(), words)), &Stamp::default());
    }
    card.section_mut(section).items.push(item);
}

#[test]
fn a_marked_medicine_is_an_alert_without_the_chip() {
    for fitted in [None, Some(Answer::None), Some(Answer::Unknown)] {
        let mut card = full();
        card.set(c::devices::FITTED, fitted.clone(), &Stamp::default());
        let shown = html(|| alerts::alerts(&card, CrewLang::Ja));
        assert!(shown.contains("<li>血が固まりにくい薬</li>"), "{shown}");
        assert!(!shown.contains("なし"), "{shown}");
        assert_eq!(shown.contains("体の器具・手当て: 不明"), fitted == Some(Answer::Unknown), "{shown}");
        assert_eq!(shown.contains("体の器具・手当て: まだ書かれていません"), fitted.is_none(), "{shown}");
    }
}

#[test]
fn an_entry_that_was_only_begun_is_never_a_blank() {
    let missing = "まだ書かれていません";
    let mut card = empty();
    for section in [Section::Contacts, Section::Doctors, Section::Illness, Section::Medicines, Section::Allergies] {
        add(&mut card, section, &[]);
    }
    assert!(html(|| alerts::alerts(&card, CrewLang::Ja)).contains(&format!("アレルギー: {missing}")));
    assert_eq!(html(|| lines::treatment(&card, CrewLang::Ja)).matches(missing).count(), 2);
    assert_eq!(html(|| lines::phones(&card, CrewLang::Ja)).matches(missing).count(), 2);
}

#[test]
fn an_entry_without_a_name_is_there_with_what_is_known_of_it() {
    let mut card = empty();
    add(&mut card, Section::Allergies, &[(c::allergy::GROUP.untyped(), "medicine"), (c::allergy::REACTION.untyped(), "息苦しさ")]);
    add(&mut card, Section::Illness, &[(c::illness::STATE.untyped(), "now")]);
    add(&mut card, Section::Medicines, &[(c::medicine::THINNER.untyped(), "unknown")]);
    let unnamed = r#"薬 <span lang="ja">息苦しさ</span> （名前は書かれていません）"#;
    assert!(html(|| alerts::alerts(&card, CrewLang::Ja)).contains(&format!("<li>アレルギー: {unnamed}</li>")));
    let treated = html(|| lines::treatment(&card, CrewLang::Ja));
    assert!(treated.contains("いま治療中 （名前は書かれていません）"), "{treated}");
    assert!(treated.contains("血が固まりにくい薬: わからない （名前は書かれていません）"), "{treated}");
    // Beside one that has its name, both are there.
    add(&mut card, Section::Allergies, &[(c::allergy::NAME.untyped(), "egg")]);
    assert!(html(|| alerts::alerts(&card, CrewLang::Ja)).contains(&format!("<li>アレルギー: {unnamed}、卵</li>")));
}

/// Types the name of an entry; in all of these lists it has the same id.
fn typed(item: &mut Item, words: &str) {
    item.fields.set(c::allergy::NAME.untyped(), Some(Answer::Given(words.to_owned())), &Stamp::default());
}

#[test]
fn typed_words_are_never_said_as_an_option() {
    let mut card = empty();
    for (section, words) in [(Section::Illness, "liver"), (Section::Medicines, "A"), (Section::Allergies, "egg")] {
        add(&mut card, section, &[]);
        typed(&mut card.section_mut(section).items[0], words);
    }
    let shown = html(|| view! { {alerts::alerts(&card, CrewLang::Ja)} {lines::treatment(&card, CrewLang::Ja)} }.into_any());
    for words in ["liver", "A", "egg"] {
        assert!(shown.contains(&format!(r#"<span lang="ja">{words}</span>"#)), "{words}: {shown}");
    }
    for option in ["肝臓", "A型", "卵"] {
        assert!(!shown.contains(option), "{option}: {shown}");
    }
}

#[test]
fn a_birth_that_is_no_day_is_said_to_be_missing() {
    for birth in ["", "1941-13-08"] {
        let mut record = Record::new(RecordId("a".to_owned()), Moment(0));
        record.card.set(c::person::BIRTH, Some(Answer::Given(birth.to_owned())), &Stamp::default());
        let seen = disclosed(&record, &Grant::standing(&record, Recipient::Crew), record::Day::parse("2026-11-22").unwrap());
        let shown = html(|| who::who(&seen, CrewLang::Ja));
        assert!(shown.contains("生年月日: まだ書かれていません"), "{shown}");
    }
}

#[test]
fn only_what_was_written_is_called_japanese() {
    let shown = html(|| lines::phones(&full(), CrewLang::En));
    assert!(shown.contains(r#"<p>Daughter <span lang="ja">千葉 幸子</span>"#), "{shown}");
    let shown = html(|| lines::treatment(&full(), CrewLang::En));
    assert!(shown.contains(r#"<dd>Atrial fibrillation, "#) && shown.contains(r#"<span lang="ja">右大腿骨の骨折</span>"#), "{shown}");
    // The number of a patient card is for the clinic, not for the first look.
    assert!(!html(|| lines::phones(&full(), CrewLang::En)).contains("10234"));
}

/// A medicine that is called like a blood group stays what was typed.
#[test]
fn typed_words_are_never_shown_as_an_option() {
    let mut card = empty();
    for (section, words) in [(Section::Medicines, "A"), (Section::Illness, "liver"), (Section::Illness, "liver cancer")] {
        let mut item = Item { id: ItemId(words.to_owned()), fields: Default::default(), extra: Default::default() };
        typed(&mut item, words);
        card.section_mut(section).items.push(item);
    }
    for crew_lang in CrewLang::ALL {
        let names = |section| html(|| alerts::names(&card, section, crew_lang).unwrap());
        assert!(names(Section::Medicines).contains(">A<"), "{}", names(Section::Medicines));
        assert!(names(Section::Illness).contains(">liver<") && names(Section::Illness).contains(">liver cancer<"));
    }
}

/// Everything that the catalogue of the card asks, with every option and with typed words.
fn every_answer() -> Vec<(Section, bool, &'static c::FieldSpec, Answer)> {
    let asked = Section::ALL.into_iter().flat_map(|section| {
        let spec = section.spec();
        let fields = spec.fields.iter().map(|spec| (false, spec)).chain(spec.item.iter().map(|spec| (true, spec)));
        fields.map(move |(listed, spec)| (section, listed, spec)).collect::<Vec<_>>()
    });
    let answers = |spec: &c::FieldSpec| match spec.kind {
        c::Kind::One(options) => options.iter().map(|id| Answer::Picked((*id).to_owned())).collect(),
        c::Kind::Many(options) => options.iter().map(|id| Answer::Chosen(vec![(*id).to_owned()])).collect(),
        c::Kind::Day => vec![Answer::Given("2020-04-08".to_owned())],
        c::Kind::Phone => vec![Answer::Given("090-0000-0001".to_owned())],
        c::Kind::Postal => vec![Answer::Given("270-0192".to_owned())],
        _ => vec![Answer::Given("庭の見える部屋".to_owned())],
    };
    let answers = |spec: &c::FieldSpec| {
        let mut all: Vec<Answer> = answers(spec);
        if spec.extra_answers == c::ExtraAnswers::NoneOrUnknown {
            all.extend([Answer::None, Answer::Unknown]);
        }
        all
    };
    asked.flat_map(|(section, listed, spec)| answers(spec).into_iter().map(move |answer| (section, listed, spec, answer))).collect()
}

#[test]
fn every_answer_of_the_card_is_somewhere_on_the_screen() {
    use words::{answer_text::say, entry::is_mark, place::Asks};
    for (section, listed, spec, answer) in every_answer() {
        let mut card = empty();
        let data = card.section_mut(section);
        if listed {
            add(&mut card, section, &[]);
            card.section_mut(section).items[0].fields.set(spec.id, Some(answer.clone()), &Stamp::default());
        } else {
            data.fields.set(spec.id, Some(answer.clone()), &Stamp::default());
        }
        let record = Record { card, ..Record::new(RecordId("a".to_owned()), Moment(0)) };
        let seen = disclosed(&record, &Grant::standing(&record, Recipient::Crew), record::Day::parse("2026-11-22").unwrap());
        for crew_lang in [CrewLang::Ja, CrewLang::Ko] {
            let shown = html(|| {
                view! {
                    {who::who(&seen, crew_lang)} {alerts::alerts(&record.card, crew_lang)} {lines::treatment(&record.card, crew_lang)}
                    {lines::phones(&record.card, crew_lang)} {lines::later(&seen, crew_lang)}
                }
                .into_any()
            });
            let said = say(section, spec, &answer, crew_lang, Form::Crew).words;
            let label = plain(section.label(spec.id, Form::Crew).say(crew_lang));
            let marked = is_mark(spec) && answer == Answer::Picked("yes".to_owned()) && shown.contains(&label);
            assert!(shown.contains(&said) || marked, "{section:?} {}: {answer:?} as {said}\n{shown}", spec.id.as_str());
        }
    }
}
