//! What stands in an answer, in words: for lists, reading together, comparing, previews and paper.

use leptos::prelude::*;
use std::collections::BTreeMap;

use record::{
    Answer, Answers, Day, Item, Path, SectionData,
    catalogue::{ASKED, ASKED_ON, FieldSpec, Kind, NAME, PHOTO, RELATION},
    phone,
    plan::{
        Key, Question, State,
        catalogue::BESIDE,
        counted,
        cpr::{Cpr, cpr},
    },
};

use super::names::{PLAN, option_said};
use crate::{
    parts::{
        photo::shown,
        summary::worded,
        words::{gap, lang, say},
    },
    text::{Lang, days, fields, photo, plan as text},
};

/// One line: what it is about, where that needs saying, and what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub label: Option<String>,
    pub words: String,
}

/// A label and what was said, in one line.
#[must_use]
pub fn labelled(label: &str, words: &str) -> String {
    let colon = text::colon(label, lang());
    // After a question, which takes no colon, a space holds the two apart in Japanese too.
    let space = if lang() == Lang::En || colon.is_empty() { " " } else { "" };
    format!("{label}{colon}{space}{words}")
}

/// Everything that was said to a question, in the order in which it is asked. What was chosen of many stands in one line.
#[must_use]
pub fn said(key: Key, answers: &BTreeMap<String, SectionData>) -> Vec<Line> {
    lines(key, answers, &say(fields::BETWEEN))
}

/// The same for the screen: what was chosen of many stands one below the other.
#[must_use]
pub fn listed(key: Key, answers: &BTreeMap<String, SectionData>) -> Vec<Line> {
    lines(key, answers, "\n")
}

/// The lines of what was chosen of many, as [`said`] has them, each with its options.
#[must_use]
pub fn chosen(key: Key, answers: &BTreeMap<String, SectionData>) -> Vec<(Line, Vec<String>)> {
    let Some(data) = answers.get(&key.to_string()).map(|data| counted(key.question, data)) else { return Vec::new() };
    let (spec, holder) = (key.question.spec(), Path::from(key));
    let rows = spec.rows.iter().map(|row| (row, spec.rows.len() > 1));
    let fields = rows.chain(spec.more.iter().chain(BESIDE).map(|field| (field, true)));
    let one = |(field, labelled): (&FieldSpec, bool)| {
        let Some(Answer::Chosen(ids)) = data.fields.answer(field.id) else { return None };
        let path = holder.field(field.id);
        let options: Vec<String> = ids.iter().map(|id| option_said(&path, id)).collect();
        let words = options.join(&say(fields::BETWEEN));
        Some((Line { label: labelled.then(|| say((PLAN.field)(&path))), words }, options))
    };
    fields.filter_map(one).collect()
}

/// The photo beside an answer, as a picture.
#[must_use]
pub fn picture(key: Key, answers: &BTreeMap<String, SectionData>) -> Option<AnyView> {
    let has = key.question.spec().more.iter().any(|field| field.id == PHOTO);
    shown(answers.get(&key.to_string()).filter(|_| has)?.fields.words(PHOTO))
}

fn lines(key: Key, answers: &BTreeMap<String, SectionData>, between: &str) -> Vec<Line> {
    if key.question == Question::P2 {
        return asked(answers);
    }
    let Some(data) = answers.get(&key.to_string()).map(|data| counted(key.question, data)) else { return Vec::new() };
    let spec = key.question.spec();
    let holder = Path::from(key);
    let one = |field: &FieldSpec, labelled: bool| {
        let path = holder.field(field.id);
        let words =
            data.fields.answer(field.id).map(|answer| answer_in(&path, field, answer, between)).filter(|words| !words.is_empty())?;
        Some(Line { label: labelled.then(|| say((PLAN.field)(&path))), words })
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
    (cpr(answers, scene) == Cpr::Unconfirmed).then(|| Line { label: None, words: format!("【{}】", say(text::notes::cpr::UNCONFIRMED)) })
}

/// One answer in words, in one line.
#[must_use]
pub fn answer_said(path: &Path, spec: &FieldSpec, answer: &Answer) -> String {
    answer_in(path, spec, answer, &say(fields::BETWEEN))
}

fn answer_in(path: &Path, spec: &FieldSpec, answer: &Answer, between: &str) -> String {
    match (answer, spec.kind) {
        (Answer::Undecided, _) => say(fields::UNDECIDED),
        (Answer::Skipped, _) => say(fields::SKIPPED),
        (Answer::Given(words), Kind::Day) => days::told(words, lang()).unwrap_or_default(),
        (Answer::Given(_), Kind::Photo) => say(photo::THERE),
        (Answer::Given(words), Kind::Phone) => phone::display(words),
        (Answer::Given(words), _) => words.clone(),
        (Answer::Picked(id), _) => option_said(path, id),
        (Answer::Chosen(ids), _) => ids.iter().map(|id| option_said(path, id)).collect::<Vec<_>>().join(between),
        (Answer::None | Answer::Unknown | Answer::Other(_), _) => String::new(),
    }
}

/// A person in a list: name, relation, and what else was written.
fn person(holder: &Path, item: &Item) -> Option<Line> {
    let name = item.fields.words(NAME);
    if name.is_empty() {
        return None;
    }
    let mut parts = vec![worded(&item.fields, RELATION, lang())];
    for spec in (PLAN.item)(holder).iter().filter(|spec| ![NAME, RELATION].contains(&spec.id)) {
        let path = holder.item(&item.id).field(spec.id);
        parts.extend(item.fields.answer(spec.id).map(|answer| answer_said(&path, spec, answer)));
    }
    parts.retain(|part| !part.is_empty());
    Some(Line { label: Some(name.to_owned()), words: parts.join(gap()) })
}

/// What was asked of each person, and when.
fn asked(answers: &BTreeMap<String, SectionData>) -> Vec<Line> {
    let holder = Path::from(Key::of(Question::P1));
    let Some(data) = answers.get(Question::P1.id()).map(|data| counted(Question::P2, data)) else { return Vec::new() };
    let specs = Question::P1.spec().item;
    let one = |item: &Item| {
        let spec = specs.iter().find(|spec| spec.id == ASKED)?;
        let path = holder.item(&item.id).field(ASKED);
        let words = answer_said(&path, spec, item.fields.answer(ASKED)?);
        let on = Day::parse(item.fields.words(ASKED_ON)).map(|on| in_brackets(&days::day(on, lang()))).unwrap_or_default();
        Some(Line { label: Some(item.fields.words(NAME).to_owned()), words: format!("{words}{on}") })
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

#[cfg(test)]
mod tests {
    use record::{Stamp, catalogue::WORDS, plan::catalogue::ANSWER};

    use super::*;

    #[test]
    fn what_was_chosen_of_many_stands_in_one_line_or_one_below_the_other() {
        let mut answers: BTreeMap<String, SectionData> = BTreeMap::new();
        let fields = &mut answers.entry("v1".to_owned()).or_default().fields;
        let ids = ["family", "faith"].map(str::to_owned).to_vec();
        fields.set(ANSWER, Some(Answer::Chosen(ids)), &Stamp::default());
        fields.set(WORDS, Some(Answer::Given("庭\n犬".to_owned())), &Stamp::default());
        let key = Key::of(Question::V1);
        let words = |lines: Vec<Line>| lines.into_iter().map(|line| line.words).collect::<Vec<_>>();
        let each = ["家族や親しい人とすごす", "信じるものや心の支えを大切にする"];
        assert_eq!(words(said(key, &answers)), [each.join("・"), "庭\n犬".to_owned()]);
        assert_eq!(words(listed(key, &answers)), [each.join("\n"), "庭\n犬".to_owned()]);
        let options: Vec<Vec<String>> = chosen(key, &answers).into_iter().map(|(_, options)| options).collect();
        assert_eq!(options, [each.map(str::to_owned).to_vec()]);
    }
}
