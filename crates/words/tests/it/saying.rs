//! Every answer to everything that the catalogue asks, in every language and form: there are words, no id leaks, and what one form
//! says the others say too, or they are known to leave it out.

use std::collections::BTreeSet;

use proptest::prelude::*;
use record::{
    Answer, Answers, FieldId, Fields, Item, ItemId, Moment, Record, RecordId, Section, Stamp,
    catalogue::{self as c, FieldSpec, Kind},
    picture::{Format, Picture, Sha256},
    plan::{Key, Question, photo, section},
};
use words::{
    Lang,
    answer_text::{Form, Origin, Phrase, say},
    changes::lines,
    crew,
    entry::{entry, is_left_out},
    facts, fields,
    langs::Langs,
    place::{Asks, InPlan, Place},
};

/// Everything that is asked: the card's fields and those of its lists, the plan's questions with their lists, talks and feelings.
fn asked() -> Vec<(String, bool, &'static FieldSpec)> {
    let card = Section::ALL.into_iter().flat_map(|section| {
        let spec = section.spec();
        let fields = spec.fields.iter().map(|spec| (false, spec)).chain(spec.item.iter().map(|spec| (true, spec)));
        fields.map(move |(listed, spec)| (section.id().to_owned(), listed, spec)).collect::<Vec<_>>()
    });
    let ids = Key::all().map(|key| key.to_string()).chain([section::TALKS, section::FEELINGS, section::SCENES].map(str::to_owned));
    let plan = ids.flat_map(|id| {
        let fields = InPlan(&id).fields().map(|spec| (false, spec)).chain(InPlan(&id).item().map(|spec| (true, spec)));
        fields.map(|(listed, spec)| (id.clone(), listed, spec)).collect::<Vec<_>>()
    });
    card.chain(plan).collect()
}

/// Every kind of answer that a field can hold, and answers that only a newer release gives.
fn answers(spec: &FieldSpec) -> Vec<Answer> {
    let typed = |words: &str| Answer::Given(words.to_owned());
    let mut all = vec![Answer::None, Answer::Unknown, Answer::Undecided, Answer::Skipped];
    all.push(Answer::Other(serde_json::json!({ "newer": 1 })));
    all.extend(match spec.kind {
        Kind::Day => ["1941-04-08", "1941-04-", "1941--", "-04-08", "1941-13-08", "--"].map(typed).to_vec(),
        Kind::Phone => ["090-0000-0001", "#7119", "+81 90 0000 0001", "娘の家"].map(typed).to_vec(),
        Kind::Postal => ["270-0192", "27"].map(typed).to_vec(),
        // As it is kept, as the first builds kept it, and as a version has it.
        Kind::Photo => {
            let picture = Sha256::parse(&"9f".repeat(32)).map(|sha256| Answer::Picture(Picture { sha256, format: Format::Jpeg }));
            picture.into_iter().chain(["data:image/jpeg;base64,AAAA", photo::THERE].map(typed)).collect()
        }
        // Typed words that are the letters of some option.
        _ => ["庭の見える部屋", "liver", "A", "yes", "no"].map(typed).to_vec(),
    });
    match spec.kind {
        Kind::One(options) | Kind::Offered(_, options) => {
            all.extend(options.iter().chain(&["only_newer"]).map(|id| Answer::Picked((*id).to_owned())));
        }
        Kind::Many(options) => {
            all.extend(options.iter().map(|id| Answer::Chosen(vec![(*id).to_owned()])));
            all.push(Answer::Chosen(options.iter().chain(&["only_newer"]).map(|id| (*id).to_owned()).collect()));
        }
        _ => {}
    }
    all
}

/// Ids that are no words in any language: with a line between their parts.
fn raw_ids() -> BTreeSet<&'static str> {
    let options = asked().into_iter().flat_map(|(_, _, spec)| spec.options());
    options.copied().filter(|id| id.contains('_')).chain(["only_newer", "base64"]).collect()
}

fn check(said: &Phrase, answer: &Answer, place: &str, ids: &BTreeSet<&str>) {
    let words = &said.words;
    assert!(!words.trim().is_empty(), "{place}: nothing is said of {answer:?}");
    match answer {
        Answer::Given(typed) if said.origin == Origin::Typed => assert!(words == typed || place.ends_with("postal"), "{place}: {words}"),
        _ => assert!(!ids.iter().any(|id| words.contains(id)), "{place}: an id in {words}"),
    }
    assert!(!words.contains(['[', '|']) && !words.contains("1941-"), "{place}: {words}");
}

#[test]
fn every_answer_has_words_in_every_language_and_form_and_no_id_leaks() {
    let ids = raw_ids();
    let mut count = 0;
    for (id, _, spec) in asked() {
        for answer in answers(spec) {
            for langs in Langs::ALL {
                for form in Form::ALL {
                    let said = say(Place::of(&id), spec, &answer, langs, form);
                    check(&said, &answer, &format!("{id} {}", spec.id.as_str()), &ids);
                    count += 1;
                }
            }
        }
    }
    assert!(count > 20_000, "only {count}");
}

#[test]
fn typed_words_stay_words_and_options_of_a_newer_release_say_that_they_are_new() {
    let name = Section::Medicines.spec().item.iter().find(|spec| spec.id == c::medicine::NAME.untyped()).unwrap();
    for (section, words) in
        [(Section::Medicines, "A"), (Section::Illness, "liver"), (Section::Illness, "liver cancer"), (Section::Allergies, "eggplant")]
    {
        let said = say(section, name, &Answer::Given(words.to_owned()), Langs::JAPANESE, Form::Paper);
        assert_eq!(said, Phrase::typed(words));
    }
    let state = Section::Illness.spec().item.iter().find(|spec| spec.id == c::illness::STATE.untyped()).unwrap();
    let newer = say(Section::Illness, state, &Answer::Picked("only_newer".to_owned()), Lang::Ja, Form::Full);
    assert_eq!(newer.words, fields::NEWER_ANSWER.ja);
}

fn record() -> Record {
    Record::new(RecordId("r".to_owned()), Moment(0))
}

/// A record with one answer in it, at the section itself or in the one entry of its list.
fn with(id: &str, listed: bool, field: FieldId, answer: &Answer) -> Record {
    let mut record = record();
    let data = match Section::by_id(id) {
        Some(section) => record.card.section_mut(section),
        None => record.plan.section_mut(id),
    };
    let mut fields = Fields::new();
    fields.set(field, Some(answer.clone()), &Stamp::default());
    if listed {
        data.items.push(Item { id: ItemId("i".to_owned()), fields, extra: Default::default() });
    } else {
        data.fields = fields;
    }
    record
}

/// The parts in which one answer of the card is told: own facts, or everything that is said of the one entry.
fn told(record: &Record, section: Section, langs: Langs, form: Form) -> String {
    let own = facts::own(&record.card, section, langs, form).into_iter().map(|fact| fact.said.words);
    let listed = record.card.items(section).iter().map(|item| entry(section, item, langs, form).whole());
    own.chain(listed).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_is_said_in_one_form_is_said_in_every_form_or_known_to_be_left_out() {
    for (id, listed, spec) in asked() {
        let Some(section) = Section::by_id(&id) else { continue };
        for answer in answers(spec) {
            let record = with(&id, listed, spec.id, &answer);
            for langs in Langs::ALL {
                for form in Form::ALL {
                    let told = told(&record, section, langs, form);
                    let said = say(section, spec, &answer, langs, form).words;
                    // A mark that an entry has is said by its label alone.
                    let label = langs.say(section.label(spec.id, form));
                    let there = told.contains(&said) || (answer == Answer::Picked("yes".to_owned()) && told.contains(&label));
                    assert!(there || is_left_out(spec, &answer, form), "{id} {}: {answer:?} {form:?}: {told}", spec.id.as_str());
                    assert!(!told.is_empty(), "{id} {}: {answer:?}", spec.id.as_str());
                }
            }
        }
    }
}

#[test]
fn the_list_of_changes_says_every_answer() {
    let ids = raw_ids();
    for (id, listed, spec) in asked() {
        for answer in answers(spec) {
            let changed = with(&id, listed, spec.id, &answer);
            for lang in [Lang::Ja, Lang::En] {
                let all = lines(&record(), &changed, lang);
                let [line] = all.as_slice() else { panic!("{id} {}: {answer:?}: {all:?}", spec.id.as_str()) };
                assert!(!line.place.is_empty() && !line.words.contains("「」") && !line.words.contains("“”"), "{line:?}");
                let typed = matches!(answer, Answer::Given(_));
                assert!(typed || !ids.iter().any(|id| line.words.contains(id)), "{line:?}");
                let said = say(Place::of(&id), spec, &answer, lang, Form::Full).words;
                let marked = answer == Answer::Picked("yes".to_owned()) || id == section::FEELINGS || id == section::TALKS;
                assert!(line.words.contains(&said) || marked, "{id} {}: {answer:?}: {line:?} without {said}", spec.id.as_str());
            }
        }
    }
}

#[test]
fn an_entry_without_its_name_is_called_by_what_is_known_of_it() {
    for section in [Section::Allergies, Section::Illness, Section::Medicines] {
        for spec in section.spec().item.iter().filter(|spec| spec.id.as_str() != "name") {
            for answer in answers(spec) {
                let record = with(section.id(), true, spec.id, &answer);
                for (langs, form) in Langs::ALL.into_iter().flat_map(|langs| Form::ALL.map(|form| (langs, form))) {
                    let names = facts::names(&record.card, section, langs, form);
                    assert_eq!(names.len(), 1);
                    assert!(names[0].contains(&langs.say(words::entry::NO_NAME)), "{names:?}");
                    assert!(!names[0].contains(&langs.say(crew::NOT_WRITTEN)), "{names:?}");
                    let said = say(section, spec, &answer, langs, form).words;
                    let label = langs.say(section.label(spec.id, form));
                    let there = names[0].contains(&said) || names[0].contains(&label);
                    assert!(there || is_left_out(spec, &answer, form), "{section:?} {}: {names:?}", spec.id.as_str());
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever somebody types into any field of words stands there as it was typed.
    #[test]
    fn typed_words_are_said_as_they_were_typed(words in "\\PC{1,40}", place in 0usize..10_000) {
        let fields: Vec<_> = asked().into_iter()
            .filter(|(_, _, spec)| matches!(spec.kind, Kind::Line(_) | Kind::Lines(_) | Kind::Reading(_) | Kind::Offered(..)))
            .collect();
        let (id, _, spec) = &fields[place % fields.len()];
        for (langs, form) in Langs::ALL.into_iter().flat_map(|langs| Form::ALL.map(|form| (langs, form))) {
            let said = say(Place::of(id), spec, &Answer::Given(words.clone()), langs, form);
            prop_assert_eq!(&said, &Phrase::typed(&words));
        }
    }

    /// A question has words for whatever was chosen of it.
    #[test]
    fn what_was_chosen_of_many_is_said_option_by_option(bits in any::<u32>()) {
        let spec = &Question::V1.spec().rows[0];
        let ids: Vec<String> =
            spec.options().iter().enumerate().filter(|(at, _)| bits & (1 << at) != 0).map(|(_, id)| (*id).to_owned()).collect();
        let said = words::answer_text::options(InPlan("v1"), spec, &Answer::Chosen(ids.clone()), Langs::JAPANESE, Form::Full);
        prop_assert_eq!(said.len(), ids.len());
    }
}
