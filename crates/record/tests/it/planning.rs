//! The plan: its questions, the four states of an answer, versions that never change, and who sees what.

use std::collections::BTreeSet;

use proptest::prelude::*;
use record::{
    Answer, Answers, Author, Day, ItemId, Moment, Plan, Record, RecordId, Section, SectionData, Stamp,
    access::{Disclosure, EventId, Grant, Offer, Recipient, together, view},
    catalogue::{Kind, NewItem},
    merge::merge,
    picture::{Format, Picture, Sha256},
    plan::{
        Key, Question, QuestionField, Scene, State, Step, Version, VersionId,
        catalogue::{ANSWER, COMMON_FIELDS, WITH, i1, i2, l1, l2, l3, l4, p3, t1, t2, t3, v1, v2},
        compare::compare,
        cpr::{Cpr, cpr},
        effective,
        hints::{Hint, hints},
        lists::{Around, TALK_ABOUT, Talk, TrustedPerson, around, trusted},
        options,
        parts::{LIMITED, Part},
        photo, section,
    },
    stored,
};

use crate::any::{Edit, answer, edit, edited, fields_of, key, record};

fn blank() -> Record {
    Record::new(RecordId("a".to_owned()), Moment(0))
}

/// A moment in January 2027, so that the days of these tests have come.
fn at(moment: i64) -> Stamp {
    Stamp { at: Moment(1_800_000_000_000 + moment), by: Author::Own }
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn given(words: &str) -> Option<Answer> {
    Some(Answer::Given(words.to_owned()))
}

fn picked(id: &str) -> Option<Answer> {
    Some(Answer::Picked(id.to_owned()))
}

fn put(plan: &mut Plan, field: QuestionField, answer: Option<Answer>, moment: i64) {
    field.set(&mut plan.sections, answer, &at(moment));
}

/// The first entry of a list, to be written in.
fn first<'a>(plan: &'a mut Plan, list: &str) -> &'a mut record::Fields {
    &mut plan.section_mut(list).items[0].fields
}

fn kept(plan: &mut Plan, id: &str, on: &str, moment: i64) {
    let answers = plan.snapshot();
    let (id, at) = (VersionId(id.to_owned()), Moment(moment));
    plan.keep(Version {
        id,
        on: day(on),
        at,
        by: Author::Own,
        reason: String::new(),
        signed: None,
        after: Vec::new(),
        answers,
        extra: Default::default(),
    });
}

fn set_open(record: &mut Record, part: Part, to: Recipient, open: bool, moment: i64) {
    let id = EventId(format!("e{}", record.log.events().count()));
    record.log.set_open(id, part, to, open, &at(moment));
}

/// What a reader sees with what stands open to them.
fn standing(record: &Record, to: Recipient) -> Disclosure {
    view(record, &Grant::standing(record, to), day("2027-02-01"))
}

fn again(record: &Record) -> Record {
    match stored::read(&stored::write(record)) {
        Ok(stored::Read::Current(record)) => record,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_catalogue_holds_together() {
    let mut ids: BTreeSet<&str> = Section::ALL.into_iter().map(Section::id).collect();
    ids.extend(section::ALL);
    assert_eq!(ids.len(), Section::ALL.len() + section::ALL.len());
    for (place, question) in Question::ALL.into_iter().enumerate() {
        let spec = question.spec();
        assert_eq!((spec.question, question as usize), (question, place));
        assert_eq!(Question::by_id(question.id()), Some(question));
        assert!(ids.insert(question.id()), "{} is the id of something else", question.id());
        assert!(!spec.sources.is_empty(), "{} rests on nothing", question.id());
        let fields: Vec<&str> = fields_of(question).iter().map(|field| field.id.as_str()).collect();
        assert_eq!(fields.iter().collect::<BTreeSet<_>>().len(), fields.len(), "{}: {fields:?}", question.id());
        for field in fields_of(question).iter().chain(spec.item) {
            if let Kind::One(options) | Kind::Many(options) | Kind::Offered(_, options) = field.kind {
                assert_eq!(options.iter().collect::<BTreeSet<_>>().len(), options.len(), "{} {}", question.id(), field.id.as_str());
            }
        }
        // By step, so that the pages can go from one to the next.
        assert!(place == 0 || Question::ALL[place - 1].spec().step <= spec.step);
    }
    assert_eq!(Step::ALL.into_iter().flat_map(Step::questions).count(), Question::ALL.len());
    let core: Vec<&str> = Question::ALL.into_iter().filter(|question| question.spec().core).map(Question::id).collect();
    assert_eq!(core, ["v1", "p1", "p2", "p3", "l1", "l4", "t1", "s3"]);
    // The heavy ones stand behind a lead-in.
    let heavy: Vec<&str> = Question::ALL.into_iter().filter(|question| question.spec().heavy).map(Question::id).collect();
    assert_eq!(heavy, ["v5", "l2", "t1", "t2", "t3", "t4", "t5", "t6"]);
    for key in Key::all() {
        assert_eq!(Key::by_id(&key.to_string()), Some(key));
    }
    let by_scene = Question::ALL.into_iter().filter(|question| question.spec().by_scene()).count();
    assert_eq!(Key::all().count(), Question::ALL.len() + by_scene * (Scene::ALL.len() - 1));
    for wrong in ["t1", "v1.a", "t1.d", "x1", "", "t1.", ".a"] {
        assert_eq!(Key::by_id(wrong), None, "{wrong}");
    }
}

/// Rule E6: relief of pain is no option that can be switched off; rule E17: nothing asks for an end of life.
#[test]
fn no_option_switches_relief_off() {
    let t6 = Question::T6.spec().rows[0].kind;
    assert_eq!(t6, Kind::One(&["asleep_without_pain", "talking_with_some", "see_then"]));
}

#[test]
fn a_new_plan_has_no_answer_at_all() {
    let record = blank();
    let plan = &record.plan;
    assert!(Key::all().all(|key| plan.state(key) == State::Untouched));
    assert_eq!((plan.talked_about(), plan.scenes().len(), plan.has_unkept()), (0, 0, false));
    assert!(plan.current().is_none() && Recipient::STANDING.into_iter().all(|to| record.log.open_parts(to).is_empty()));
    assert!(!stored::write(&blank()).contains("plan"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_four_states_survive_saving_joining_and_versions(record in record()) {
        let state = |plan: &Plan| Key::all().map(|key| plan.state(key)).collect::<Vec<_>>();
        let was = state(&record.plan);
        prop_assert_eq!(&state(&again(&record).plan), &was);
        let nothing = Record::new(record.id.clone(), record.made);
        prop_assert_eq!(&state(&merge(&nothing, &record, &nothing).record.plan), &was);
        prop_assert_eq!(&state(&merge(&record, &record, &record).record.plan), &was);
        let kept = Plan { sections: record.plan.snapshot(), ..Plan::default() };
        prop_assert_eq!(&state(&kept), &was);
    }

    #[test]
    fn a_version_never_changes(before in record(), edits in prop::collection::vec(edit(), 1..8)) {
        let after = edits.into_iter().fold(before.clone(), |record, edit| edit.of(record));
        for version in &before.plan.versions {
            prop_assert!(after.plan.versions.contains(version));
            prop_assert!(again(&after).plan.versions.contains(version));
        }
    }

    #[test]
    fn no_version_is_lost_in_a_merge((base, mine, theirs) in edited()) {
        let merged = merge(&base, &mine, &theirs).record.plan;
        for version in mine.plan.versions.iter().chain(&theirs.plan.versions) {
            prop_assert!(merged.versions.contains(version));
        }
        for side in [&mine.plan.versions, &theirs.plan.versions] {
            let mut all = merged.versions.iter();
            prop_assert!(side.iter().all(|version| all.any(|other| other.id == version.id)), "what was kept later stays later");
        }
    }

    #[test]
    fn equal_answers_do_not_differ(record in record()) {
        let answers = record.plan.snapshot();
        prop_assert!(compare(&answers, &answers).is_empty());
    }

    /// Exactly the questions that were answered differently are told, in their order, with what they were and are.
    #[test]
    fn a_comparison_tells_what_changed_and_nothing_else(record in record(), key in key(), field in 0..6usize, answer in prop::option::of(answer())) {
        let before = record.plan.snapshot();
        let stamp = at(9);
        let (was, is) = (record.plan.state(key), &Edit::Plan { key, field, answer, stamp }.of(record.clone()).plan);
        let after = is.snapshot();
        let said = |answers: &std::collections::BTreeMap<String, SectionData>| {
            let fields = answers.get(&key.to_string()).map(|data| effective(key.question, data).fields).unwrap_or_default();
            fields.into_iter().map(|(id, field)| (id, field.answer)).collect::<Vec<_>>()
        };
        let changes = compare(&before, &after);
        // p2 is answered at the people of p1: what its own section holds is nobody's answer.
        if said(&before) == said(&after) || key.question == Question::P2 {
            prop_assert!(changes.is_empty());
        } else {
            prop_assert_eq!(changes.len(), 1);
            prop_assert_eq!((changes[0].key, changes[0].was, changes[0].is), (key, was, is.state(key)));
        }
    }

    /// Rule E7: the answer to t2 stands alone.
    #[test]
    fn resuscitation_changes_no_other_answer(record in record(), scene in 0..3usize, answer in prop::option::of(answer())) {
        let key = Key::within(Question::T2, Scene::ALL[scene]);
        let after = Edit::Plan { key, field: 0, answer, stamp: at(9) }.of(record.clone());
        let others = |record: &Record| {
            let mut record = record.clone();
            record.plan.sections.remove(&key.to_string());
            record.change_counters.clear();
            record
        };
        prop_assert_eq!(others(&record), others(&after));
        for other in Key::all().filter(|other| *other != key) {
            prop_assert_eq!(record.plan.state(other), after.plan.state(other));
            prop_assert_eq!(record.plan.asks(other), after.plan.asks(other));
        }
    }
}

/// What is promised at p4: nobody sees it until it is opened, and the family never sees who need not take part.
#[test]
fn reading_together_leaves_out_what_is_closed_to_the_family() {
    let mut record = blank();
    let plan = &mut record.plan;
    put(plan, v2::WORDS, given("散歩"), 1);
    let person = NewItem::new(Around, ItemId("i1".to_owned())).with(around::NAME, given("平方 次郎"), &at(1));
    let person = person.with(around::PART, picked(options::STAYS_OUT), &at(1));
    person.with(around::NOTE, given("お金のことでもめたので"), &at(1)).put(&mut plan.sections);
    let closed = together(&record, day("2027-02-01"));
    assert_eq!(closed.state(Key::of(Question::V2)), State::Answered);
    assert!(closed.section("p4").is_none());
    set_open(&mut record, Part::Circle, Recipient::TrustedPerson, true, 2);
    assert!(together(&record, day("2027-02-01")).section("p4").is_none(), "open to somebody else");
    set_open(&mut record, Part::Circle, Recipient::Family, true, 3);
    let open = together(&record, day("2027-02-01"));
    assert!(open.section("p4").unwrap().items.is_empty() && open.state(Key::of(Question::P4)) == State::Untouched);
    assert!(open.versions.is_empty());
    first(&mut record.plan, "p4").set(around::PART.untyped(), picked("joins"), &at(4));
    assert_eq!(together(&record, day("2027-02-01")).section("p4").unwrap().items.len(), 1);
}

#[test]
fn undecided_skipped_and_untouched_are_three_things() {
    let mut plan = Plan::default();
    let key = Key::of(Question::L1);
    for (answer, state) in [
        (Some(Answer::Undecided), State::Undecided),
        (Some(Answer::Skipped), State::Skipped),
        (picked("own_home"), State::Answered),
        (None, State::Untouched),
    ] {
        put(&mut plan, l1::ANSWER, answer, 1);
        assert_eq!(plan.state(key), state);
    }
    put(&mut plan, l1::WORDS, given("庭が見えるところ"), 2);
    assert_eq!(plan.state(key), State::Answered, "own words alone are an answer");
    put(&mut plan, l1::ANSWER, Some(Answer::Undecided), 3);
    assert_eq!(plan.state(key), State::Undecided, "words beside an open answer leave it open");
    // One row decided and another open: both stay as they are.
    let rows = Key::of(Question::L4);
    put(&mut plan, l4::SUDDEN, picked("call_119"), 4);
    put(&mut plan, l4::FORESEEN, Some(Answer::Undecided), 4);
    assert_eq!(plan.state(rows), State::Answered);
    assert_eq!(l4::FORESEEN.answer(&plan.sections), Some(&Answer::Undecided));
}

#[test]
fn the_asking_of_each_trusted_person_is_the_answer_to_p2() {
    let mut plan = Plan::default();
    assert!(!plan.asks(Key::of(Question::P2)));
    for (id, name) in [("i1", "千葉 幸子"), ("i2", "")] {
        let person = NewItem::new(TrustedPerson, ItemId(id.to_owned()));
        person.with(trusted::NAME, given(name).filter(|_| !name.is_empty()), &at(1)).put(&mut plan.sections);
    }
    assert_eq!((plan.state(Key::of(Question::P1)), plan.state(Key::of(Question::P2))), (State::Answered, State::Untouched));
    assert!(plan.asks(Key::of(Question::P2)) && plan.trusted().len() == 1);
    assert_eq!(hints(&plan), [Hint::NamedNotAsked]);
    kept(&mut plan, "v", "2026-11-26", 2);
    first(&mut plan, "p1").set(trusted::ASKED.untyped(), picked("accepted"), &at(3));
    first(&mut plan, "p1").set(trusted::ASKED_ON.untyped(), given("2026-12-01"), &at(3));
    assert_eq!(plan.trusted()[0].accepted, Some(day("2026-12-01")));
    assert!(hints(&plan).is_empty());
    let (before, now) = (plan.versions[0].answers.clone(), plan.snapshot());
    let changes = compare(&before, &now);
    assert_eq!(
        changes.iter().map(|change| (change.key, change.was, change.is)).collect::<Vec<_>>(),
        [(Key::of(Question::P2), State::Untouched, State::Answered)]
    );
    first(&mut plan, "p1").set(trusted::ASKED.untyped(), picked("declined"), &at(4));
    assert_eq!(plan.trusted()[0].accepted, None, "a day of an acceptance that was taken back is none");
    // Nobody asks for the answer of somebody without a name, so it says nothing.
    first(&mut plan, "p1").set(trusted::NAME.untyped(), None, &at(5));
    assert_eq!(plan.state(Key::of(Question::P2)), State::Untouched);
    let said = effective(Question::P2, &plan.sections["p1"]);
    assert_eq!(said.items[0].fields.answer(trusted::ASKED.untyped()), None);
}

/// Rule E8.
#[test]
fn a_wish_against_resuscitation_is_unconfirmed_until_a_doctor_has_heard_it() {
    let mut plan = Plan::default();
    let [answer, doctor_on, doctor] = [t2::ANSWER, t2::DOCTOR_ON, t2::DOCTOR].map(|field| field.within(Scene::B));
    let now = |plan: &Plan| cpr(&plan.sections, Scene::B);
    assert_eq!(now(&plan), Cpr::NotRefused);
    for other in [picked("want"), picked("decide_together"), Some(Answer::Undecided), Some(Answer::Skipped)] {
        put(&mut plan, answer, other, 1);
        assert_eq!(now(&plan), Cpr::NotRefused);
    }
    put(&mut plan, doctor_on, given("2026-10-01"), 2);
    put(&mut plan, answer, picked("not_want"), 3);
    assert_eq!(now(&plan), Cpr::Unconfirmed, "that talk was about another answer");
    put(&mut plan, doctor_on, given("2026-11-20"), 4);
    put(&mut plan, doctor, given("江戸川先生"), 4);
    let confirmed = Cpr::Confirmed { on: day("2026-11-20"), doctor: "江戸川先生".to_owned() };
    assert_eq!(now(&plan), confirmed);
    // Chosen once more: the same answer, and the talk stands.
    put(&mut plan, answer, picked("not_want"), 5);
    assert_eq!(now(&plan), confirmed);
    put(&mut plan, answer, picked("want"), 6);
    put(&mut plan, answer, picked("not_want"), 7);
    assert_eq!(now(&plan), Cpr::Unconfirmed, "a changed mind is talked over anew");
    assert_eq!(cpr(&plan.sections, Scene::A), Cpr::NotRefused, "each scene by itself");
    put(&mut plan, doctor_on, given("きのう"), 8);
    assert_eq!(now(&plan), Cpr::Unconfirmed);
    put(&mut plan, doctor_on, given("2027-01-20"), 9);
    assert_eq!(now(&plan), Cpr::Unconfirmed, "an appointment is no talk");
    put(&mut plan, doctor_on, given("2027-01-15"), 10);
    assert!(matches!(now(&plan), Cpr::Confirmed { .. }), "a talk of today");
}

/// What was taken away on its page is still stored, and says nothing: not to a reader, not as a change, not as a hint.
#[test]
fn what_was_taken_away_does_not_speak() {
    let mut plan = Plan::default();
    put(&mut plan, l4::TOLD, picked("yes"), 1);
    put(&mut plan, l4::TOLD_ON, given("2026-10-01"), 1);
    put(&mut plan, l4::FORESEEN, picked("call_home_doctor"), 1);
    put(&mut plan, i1::OUTLOOK, picked("roughly"), 1);
    let chosen = |ids: &[&str]| Some(Answer::Chosen(ids.iter().map(|id| (*id).to_owned()).collect()));
    put(&mut plan, v1::ANSWER, chosen(&["family", "faith"]), 1);
    put(&mut plan, v1::TOP, chosen(&["family", "faith"]), 1);
    let seen = |plan: &Plan, field: QuestionField| {
        let mut record = blank();
        record.plan = plan.clone();
        Part::ALL.into_iter().for_each(|part| set_open(&mut record, part, Recipient::HomeDoctor, true, 9));
        kept(&mut record.plan, "one", "2027-01-15", 9);
        let shown = standing(&record, Recipient::HomeDoctor);
        field.answer(&shown.plan.current().unwrap().answers).cloned()
    };
    assert!(seen(&plan, l4::FORESEEN).is_some() && seen(&plan, i1::OUTLOOK).is_some());
    let before = plan.snapshot();
    put(&mut plan, i1::HIDE_OUTLOOK, picked("no"), 2);
    assert!(compare(&before, &plan.snapshot()).is_empty(), "a setting is no answer");
    put(&mut plan, i1::HIDE_OUTLOOK, picked("yes"), 2);
    put(&mut plan, l4::TOLD, picked("no"), 2);
    put(&mut plan, v1::ANSWER, chosen(&["faith"]), 2);
    for field in [l4::FORESEEN, l4::TOLD_ON, i1::OUTLOOK, i1::HIDE_OUTLOOK] {
        assert_eq!(seen(&plan, field), None, "{field:?}");
    }
    assert_eq!(seen(&plan, v1::TOP), chosen(&["faith"]));
    put(&mut plan, v1::ANSWER, Some(Answer::Undecided), 3);
    assert_eq!(seen(&plan, v1::TOP), None);
    put(&mut plan, l4::TOLD, picked("yes"), 4);
    assert_eq!(seen(&plan, l4::FORESEEN), picked("call_home_doctor"), "it comes back as it was");
}

/// Nobody is called in an emergency who has said no, and a yes alone has a day.
#[test]
fn whoever_declined_is_not_named_to_be_called() {
    let mut record = blank();
    let names = [("accepted", "柏木 直美"), ("declined", "平方 次郎")];
    for (asked, name) in names {
        let person = NewItem::new(TrustedPerson, ItemId(name.to_owned())).with(trusted::NAME, given(name), &at(1));
        let person = person.with(trusted::PHONE, given("04-0000-4401"), &at(1)).with(trusted::ASKED, picked(asked), &at(1));
        person.with(trusted::ASKED_ON, given("2026-11-20"), &at(1)).put(&mut record.plan.sections);
    }
    for role in Recipient::STANDING {
        set_open(&mut record, Part::People, role, true, 2);
    }
    kept(&mut record.plan, "one", "2027-01-15", 3);
    for role in Recipient::STANDING {
        let shown = standing(&record, role);
        let people = || shown.plan.current().unwrap().list(TrustedPerson);
        let named = people().any(|person| person.words(trusted::NAME) == "平方 次郎");
        assert_eq!(named, !matches!(role, Recipient::Crew | Recipient::CareManager), "{role:?}");
        assert!(people().all(|person| person.picked(trusted::ASKED) == "accepted" || person.words(trusted::ASKED_ON).is_empty()));
    }
}

/// A photo is an answer of its own. A version says that there was one and names no picture, so no reader is told its hash.
#[test]
fn a_photo_is_an_answer() {
    let picture = |digit: &str| Some(Answer::Picture(Picture { sha256: Sha256::parse(&digit.repeat(64)).unwrap(), format: Format::Jpeg }));
    let mut record = blank();
    put(&mut record.plan, v2::PHOTO, picture("1"), 1);
    assert_eq!(record.plan.state(Key::of(Question::V2)), State::Answered);
    assert_eq!(record.pictures().count(), 1);
    let together = together(&record, day("2027-02-01"));
    assert_eq!(v2::PHOTO.answer(&together.sections), picture("1").as_ref(), "on the person's own phone it is shown");
    let plan = &mut record.plan;
    kept(plan, "one", "2027-01-15", 2);
    assert_eq!(v2::PHOTO.words(&plan.current().unwrap().answers), photo::THERE);
    assert!(!plan.has_unkept());
    put(plan, v2::PHOTO, picture("2"), 3);
    assert!(!plan.has_unkept(), "another picture is no change");
    put(plan, v2::PHOTO, None, 4);
    assert!(plan.has_unkept());
    // As the first builds kept it.
    put(plan, v2::PHOTO, given("data:image/jpeg;base64,/9j/4AAQ"), 5);
    assert_eq!(v2::PHOTO.words(&plan.snapshot()), photo::THERE);
    for no in ["", photo::BEGINS, "https://example.jp/a.jpg", "data:image/svg+xml;base64,AAAA", "data:image/jpeg;base64,<svg>"] {
        assert_eq!(photo::among_answers(no), None, "{no}");
    }
    assert_eq!(photo::among_answers("data:image/jpeg;base64,/9j/4AAQ+w=="), Some("/9j/4AAQ+w=="));
}

/// Going back to earlier answers brings no withdrawn version back.
#[test]
fn going_back_leaves_what_has_happened() {
    let mut plan = Plan::default();
    put(&mut plan, v2::ANSWER, given("散歩"), 1);
    kept(&mut plan, "one", "2027-01-15", 2);
    let earlier = plan.clone();
    put(&mut plan, v2::ANSWER, given("読書"), 3);
    plan.withdraw(ItemId("w".to_owned()), day("2027-01-15"), &at(4));
    let back = plan.back_to(&earlier);
    assert_eq!(back.section("v2"), earlier.section("v2"));
    assert!(back.current().is_none());
    assert_eq!(back.versions, plan.versions);
}

/// Rule E2.
#[test]
fn the_newest_version_speaks_and_a_withdrawn_one_leaves_silence() {
    let mut plan = Plan::default();
    put(&mut plan, l1::ANSWER, Some(Answer::Undecided), 1);
    assert!(plan.has_unkept());
    kept(&mut plan, "one", "2025-11-26", 2);
    assert!(!plan.has_unkept());
    put(&mut plan, l1::ANSWER, picked("own_home"), 3);
    assert!(plan.has_unkept() && plan.current().unwrap().id.0 == "one");
    kept(&mut plan, "two", "2026-11-26", 4);
    let changes = compare(&plan.versions[0].answers, &plan.versions[1].answers);
    assert_eq!((changes[0].was, changes[0].is), (State::Undecided, State::Answered));
    plan.look_again(ItemId("e1".to_owned()), day("2027-01-05"), &at(5));
    assert_eq!(plan.looked_again(), Some(day("2027-01-05")));
    plan.withdraw(ItemId("e2".to_owned()), day("2027-02-01"), &at(6));
    assert!(plan.current().is_none() && plan.newest().is_some(), "an older one does not speak in its place");
    let before = plan.clone();
    plan.withdraw(ItemId("e3".to_owned()), day("2027-02-01"), &at(7));
    assert_eq!(plan, before, "once is enough");
    // The way back.
    plan.section_mut(section::EVENTS).items.retain(|event| event.id.0 != "e2");
    assert_eq!(plan.current().unwrap().id.0, "two");
    kept(&mut plan, "late", "2024-01-01", 3);
    assert_eq!(plan.current().unwrap().id.0, "late", "what was kept last is the newest, whatever the clock says");
}

#[test]
fn withdrawing_closes_every_view() {
    let mut record = blank();
    put(&mut record.plan, v2::ANSWER, given("朝の散歩"), 1);
    put(&mut record.plan, t2::ANSWER.within(Scene::A), picked("not_want"), 1);
    for role in Recipient::STANDING {
        for part in Part::ALL {
            set_open(&mut record, part, role, true, 2);
        }
    }
    let seen = |record: &Record, role| format!("{:?}", standing(record, role));
    assert!(
        Recipient::STANDING.into_iter().all(|role| !seen(&record, role).contains("散歩")),
        "what is not kept as a version is not shown"
    );
    kept(&mut record.plan, "one", "2026-11-26", 3);
    assert!(seen(&record, Recipient::CareManager).contains("散歩") && seen(&record, Recipient::HomeDoctor).contains("not_want"));
    let crew = seen(&record, Recipient::Crew);
    assert!(!crew.contains("散歩") && !crew.contains("not_want") && crew.contains(LIMITED));
    assert!(!seen(&record, Recipient::CareManager).contains("not_want"));
    record.plan.withdraw(ItemId("e".to_owned()), day("2026-12-01"), &at(4));
    assert!(Recipient::STANDING.into_iter().all(|role| !seen(&record, role).contains("散歩") && !seen(&record, role).contains("not_want")));
}

#[test]
fn the_table_of_offers_is_that_of_the_note() {
    use Offer::{Ask, Limited, Never, Put};
    let row = |part: Part| Recipient::STANDING.map(|role| part.offer(role));
    // Trusted, family, home doctor, care manager, crew.
    let table = [
        (Part::Values, [Put, Put, Put, Put, Never]),
        (Part::Experience, [Put, Ask, Put, Never, Never]),
        (Part::Knowing, [Put, Ask, Put, Never, Never]),
        (Part::People, [Put, Put, Put, Limited, Limited]),
        (Part::Latitude, [Put, Ask, Put, Never, Never]),
        // The family 「never by default」: closed as everything is, and put forward to nobody.
        (Part::Circle, [Ask, Ask, Ask, Never, Never]),
        (Part::Places, [Put, Put, Put, Put, Never]),
        (Part::FirstCall, [Put, Put, Put, Put, Ask]),
        (Part::Treatment, [Put, Ask, Put, Limited, Limited]),
        (Part::Support, [Put, Put, Put, Put, Never]),
        (Part::Words, [Ask, Ask, Never, Never, Never]),
        (Part::Talks, [Put, Ask, Put, Limited, Never]),
    ];
    for (part, offers) in table {
        assert_eq!(row(part), offers, "{part:?}");
    }
}

#[test]
fn two_answers_that_may_be_worth_a_talk() {
    let mut plan = Plan::default();
    put(&mut plan, l2::ANSWER, picked("own_home"), 1);
    put(&mut plan, l4::SUDDEN, picked("call_119"), 1);
    assert!(hints(&plan).is_empty(), "119 for an accident goes with everything");
    put(&mut plan, l4::FORESEEN, picked("call_119"), 1);
    assert!(hints(&plan).is_empty(), "no doctor has spoken of it");
    put(&mut plan, l4::TOLD, picked("yes"), 1);
    put(&mut plan, t1::ANSWER.within(Scene::C), picked("comfort"), 1);
    put(&mut plan, t2::ANSWER.within(Scene::A), picked("want"), 1);
    assert_eq!(hints(&plan), [Hint::HomeAndAmbulance], "two scenes are no pair");
    put(&mut plan, t2::ANSWER.within(Scene::C), picked("want"), 1);
    put(&mut plan, p3::ANSWER, picked("as_written"), 1);
    put(&mut plan, t3::ANSWER.within(Scene::C), Some(Answer::Skipped), 1);
    put(&mut plan, i1::OUTLOOK, picked("not_told"), 1);
    put(&mut plan, i2::ANSWER, picked("myself"), 1);
    assert_eq!(hints(&plan), [Hint::HomeAndAmbulance, Hint::CprAndComfort(Scene::C), Hint::NotToldButMyself]);
    for question in [Question::T1, Question::T3, Question::T4, Question::T6] {
        let row = question.spec().rows[0].id;
        plan.section_mut(&Key::within(question, Scene::A).to_string()).fields.set(row, Some(Answer::Undecided), &at(1));
    }
    assert!(hints(&plan).contains(&Hint::AsWrittenUndecided));
}

#[test]
fn what_is_asked_follows_what_was_answered() {
    let mut plan = Plan::default();
    let asks = |plan: &Plan, key| plan.asks(key);
    let (l3, t3) = (Key::of(Question::L3), Key::within(Question::T3, Scene::A));
    assert!(!asks(&plan, l3) && !asks(&plan, t3));
    put(&mut plan, l2::ANSWER, Some(Answer::Undecided), 1);
    assert!(!asks(&plan, l3));
    put(&mut plan, l1::ANSWER, picked("see_then"), 1);
    put(&mut plan, t1::ANSWER.within(Scene::A), picked("comfort"), 1);
    assert!(asks(&plan, l3) && asks(&plan, t3) && !asks(&plan, Key::within(Question::T3, Scene::B)));
    assert_eq!(plan.scenes(), [Scene::A]);
    plan.section_mut(section::SCENES).fields.set(ANSWER.untyped(), Some(Answer::Chosen(vec!["c".to_owned()])), &at(1));
    assert_eq!(plan.scenes(), [Scene::A, Scene::C]);
    put(&mut plan, l3::ANSWER, Some(Answer::Skipped), 1);
    put(&mut plan, l1::ANSWER, None, 2);
    assert!(asks(&plan, l3), "what was answered stays in sight");
}

#[test]
fn getting_on_is_counted_by_talks() {
    let mut plan = Plan::default();
    put(&mut plan, v1::ANSWER, Some(Answer::Chosen(vec!["family".to_owned()])), 1);
    assert_eq!(plan.talked_about(), 0);
    put(&mut plan, v1::WITH, Some(Answer::Chosen(vec!["doctor".to_owned()])), 1);
    let about = Some(Answer::Chosen(vec!["v1".to_owned(), "t2".to_owned()]));
    NewItem::new(Talk, ItemId("t".to_owned())).with(TALK_ABOUT, about, &at(1)).put(&mut plan.sections);
    assert_eq!(plan.talked_about(), 2);
    assert!(COMMON_FIELDS.iter().any(|field| field.id == WITH));
}
