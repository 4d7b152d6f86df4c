//! What stands in an answer, in words: for lists, reading together, comparing, previews and paper.

use std::collections::BTreeMap;

use record::{
    Answer, Answers, Day, Item, SectionData,
    catalogue::{ASKED, ASKED_ON, FieldSpec, Kind, NAME, RELATION},
    phone,
    plan::{
        Key, Question, State,
        catalogue::BESIDE,
        counted,
        cpr::{Cpr, cpr},
        photo::is_photo,
    },
};

use super::names::{PLAN, option_said};
use crate::{
    parts::{
        summary::worded,
        words::{lang, say},
    },
    state::answers::{Holder, Spot},
    text::{Lang, days, fields, photo, plan as text},
};

/// One line: what it is about, where that needs saying, and what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub label: Option<String>,
    pub words: String,
}

/// Everything that was said to a question, in the order in which it is asked.
#[must_use]
pub fn said(key: Key, answers: &BTreeMap<String, SectionData>) -> Vec<Line> {
    if key.question == Question::P2 {
        return asked(answers);
    }
    let Some(data) = answers.get(&key.to_string()).map(|data| counted(key.question, data)) else { return Vec::new() };
    let spec = key.question.spec();
    let holder = Holder::Plan(key.to_string());
    let one = |field: &FieldSpec, labelled: bool| {
        let spot = Spot::of(&holder, field.id);
        let words = data.fields.answer(field.id).map(|answer| answer_said(&spot, field, answer)).filter(|words| !words.is_empty())?;
        Some(Line { label: labelled.then(|| say((PLAN.field)(&spot))), words })
    };
    let several = spec.rows.len() > 1;
    let mut lines: Vec<Line> = spec.rows.iter().filter_map(|row| one(row, several)).collect();
    lines.extend(data.items.iter().filter_map(|item| person(&holder, item)));
    lines.extend(spec.more.iter().filter_map(|field| one(field, true)));
    lines.extend(BESIDE.iter().filter_map(|field| one(field, true)));
    lines.extend(unconfirmed(key, answers));
    lines
}

/// 「先生に未確認」 goes wherever the answer goes (rule E8).
fn unconfirmed(key: Key, answers: &BTreeMap<String, SectionData>) -> Option<Line> {
    let scene = key.scene.filter(|_| key.question == Question::T2)?;
    (cpr(answers, scene) == Cpr::Unconfirmed)
        .then(|| Line { label: None, words: format!("【{}】", say(text::note("cpr", "unconfirmed"))) })
}

/// One answer in words.
#[must_use]
pub fn answer_said(spot: &Spot, spec: &FieldSpec, answer: &Answer) -> String {
    match (answer, spec.kind) {
        (Answer::Undecided, _) => say(fields::UNDECIDED),
        (Answer::Skipped, _) => say(fields::SKIPPED),
        (Answer::Given(words), Kind::Day) => days::told(words, lang()).unwrap_or_default(),
        (Answer::Given(words), Kind::Photo) => {
            if is_photo(words) {
                say(photo::THERE)
            } else {
                String::new()
            }
        }
        (Answer::Given(words), Kind::Phone) => phone::display(words),
        (Answer::Given(id), Kind::One(options) | Kind::Offered(_, options)) if options.contains(&id.as_str()) => option_said(spot, id),
        (Answer::Given(words), _) => words.clone(),
        (Answer::Chosen(ids), _) => ids.iter().map(|id| option_said(spot, id)).collect::<Vec<_>>().join(say(fields::BETWEEN).as_str()),
        (Answer::None | Answer::Unknown | Answer::Other(_), _) => String::new(),
    }
}

/// A person in a list: name, relation, and what else was written.
fn person(holder: &Holder, item: &Item) -> Option<Line> {
    let name = item.fields.text(NAME);
    if name.is_empty() {
        return None;
    }
    let mut parts = vec![worded(item.fields.text(RELATION), lang())];
    for spec in (PLAN.item)(holder).iter().filter(|spec| ![NAME, RELATION, ASKED, ASKED_ON].contains(&spec.id)) {
        let spot = Spot { item: Some(item.id.clone()), ..Spot::of(holder, spec.id) };
        parts.extend(item.fields.answer(spec.id).map(|answer| answer_said(&spot, spec, answer)));
    }
    parts.retain(|part| !part.is_empty());
    Some(Line { label: Some(name.to_owned()), words: parts.join("　") })
}

/// What was asked of each person, and when.
fn asked(answers: &BTreeMap<String, SectionData>) -> Vec<Line> {
    let holder = Holder::Plan(Question::P1.id().to_owned());
    let Some(data) = answers.get(Question::P1.id()).map(|data| counted(Question::P2, data)) else { return Vec::new() };
    let specs = Question::P1.spec().item;
    let one = |item: &Item| {
        let spec = specs.iter().find(|spec| spec.id == ASKED)?;
        let spot = Spot { item: Some(item.id.clone()), ..Spot::of(&holder, ASKED) };
        let words = answer_said(&spot, spec, item.fields.answer(ASKED)?);
        let on = Day::parse(item.fields.text(ASKED_ON)).map(|on| in_brackets(&days::day(on, lang()))).unwrap_or_default();
        Some(Line { label: Some(item.fields.text(NAME).to_owned()), words: format!("{words}{on}") })
    };
    data.items.iter().filter_map(one).collect()
}

/// Words in brackets after others.
fn in_brackets(words: &str) -> String {
    match lang() {
        Lang::Ja => format!("（{words}）"),
        Lang::En => format!(" ({words})"),
    }
}

/// The state of a question in words.
#[must_use]
pub fn state(state: State) -> String {
    say(match state {
        State::Untouched => text::UNTOUCHED,
        State::Skipped => text::SKIPPED,
        State::Undecided => fields::UNDECIDED,
        State::Answered => text::ANSWERED,
    })
}

/// What a question is called in a list: with its scene, where it has one.
#[must_use]
pub fn title(key: Key) -> String {
    let title = say(text::title(key.question));
    match key.scene {
        Some(scene) => format!("{title}{}", in_brackets(&say(text::scene_short(scene)))),
        None => title,
    }
}
