//! A set of answers to read: question by question under its step, then what is undecided, then what was passed.

use std::collections::BTreeMap;

use record::{
    Author, Moment, SectionData,
    plan::{Key, State, Step, Version, compare::compare},
};

use crate::{
    dom::{IntoNode, Node, element, view},
    parts::{
        plan::said::{Line, said, title},
        words::{lang, rich, say},
    },
    state::folder,
    text::{Word, days, keep, plan as text},
};

/// The answers of a version, or as they stand.
pub type Answers = BTreeMap<String, SectionData>;

/// One question that something was said to.
struct Row {
    key: Key,
    state: State,
    lines: Vec<Line>,
}

/// Everything that was said. `tag` is the heading that fits the place on the page.
#[must_use]
pub fn written(answers: &Answers, tag: &'static str) -> Node {
    let rows = rows(answers);
    let is = |state: State| move |row: &&Row| row.state == state;
    let steps = Step::ALL.map(|step| {
        let of_step = |row: &&Row| row.key.question.spec().step == step && !matches!(row.state, State::Undecided | State::Skipped);
        let each: Vec<Node> = rows.iter().filter(of_step).map(entry).collect();
        // Whatever is answered about treatment, pain is eased (rule E6).
        let relief = (step == Step::Treatment).then(|| view! { <p class="t-soft">{rich(text::note("relief", "text"))}</p> });
        (!each.is_empty()).then(|| view! { {heading(tag, rich(text::step(step)))} {relief} <dl class="t-said">{each}</dl> })
    });
    let undecided: Vec<Node> = rows.iter().filter(is(State::Undecided)).map(entry).collect();
    let skipped: Vec<Node> = rows.iter().filter(is(State::Skipped)).map(entry).collect();
    let undecided = (!undecided.is_empty()).then(|| view! { {heading(tag, rich(text::STILL_OPEN))} <dl class="t-said">{undecided}</dl> });
    let skipped = (!skipped.is_empty()).then(|| view! { {heading(tag, rich(text::PASSED))} <dl class="t-said">{skipped}</dl> });
    view! { <div class="t-written">{steps.into_node()} {undecided} {skipped}</div> }.into_node()
}

fn rows(answers: &Answers) -> Vec<Row> {
    let nothing = Answers::new();
    let all = compare(&nothing, answers);
    let row = |key: Key, state| Row { key, state, lines: said(key, answers) };
    all.iter().map(|change| row(change.key, change.is)).filter(|row| !row.lines.is_empty()).collect()
}

fn heading(tag: &'static str, words: Node) -> Node {
    element(tag).child(words).end()
}

fn entry(row: &Row) -> Node {
    let lines = row.lines.iter().map(|line| {
        let label = line.label.clone().map(|label| view! { <span class="t-soft">{label} {rich(text::COLON)} " "</span> });
        view! { <dd>{label} {line.words.clone()}</dd> }.into_node()
    });
    view! { <div><dt>{title(row.key)}</dt> {lines.collect::<Vec<_>>()}</div> }.into_node()
}

/// A name of something, and what it is, in one line.
#[must_use]
pub fn labelled(label: Word, words: String) -> Node {
    view! { <p><span class="t-soft">{rich(label)} {rich(text::COLON)} " "</span> {words}</p> }.into_node()
}

/// Who wrote: the person, or somebody who wrote down the person's words (rule E10).
#[must_use]
pub fn wrote(by: &Author) -> String {
    match by {
        Author::Own => say(text::note("version", "by own")),
        Author::Proxy(name) => say(text::note("version", "by proxy")).replace("{name}", name),
        Author::Clinic(name) if name.is_empty() => say(keep::CLINIC),
        Author::Clinic(name) => name.clone(),
    }
}

/// Who wrote last in a set of answers.
#[must_use]
pub fn last_author(answers: &Answers) -> Author {
    let fields = |data: &'_ SectionData| data.fields.values().map(|field| field.stamp.clone()).collect::<Vec<_>>();
    let items = |data: &'_ SectionData| {
        data.items.iter().flat_map(|item| item.fields.values().map(|field| field.stamp.clone())).collect::<Vec<_>>()
    };
    let stamps = answers.values().flat_map(|data| fields(data).into_iter().chain(items(data)));
    stamps.max_by_key(|stamp| stamp.at).map(|stamp| stamp.by).unwrap_or_default()
}

/// The day of each version, with the hour where two were kept on the same day.
#[must_use]
pub fn called(versions: &[Version]) -> Vec<String> {
    let folder = folder();
    let hour = |at: Moment| {
        let now = folder.with(|ports| ports.clock.at(at));
        now.map(|now| format!(" {}:{:02}", now.hour, now.minute)).unwrap_or_default()
    };
    let one = |version: &Version| {
        let twice = versions.iter().filter(|other| other.on == version.on).count() > 1;
        let hour = if twice { hour(version.at) } else { String::new() };
        format!("{}{hour}", days::day(version.on, lang()))
    };
    versions.iter().map(one).collect()
}
