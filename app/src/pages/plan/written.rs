//! A set of answers to read: question by question under its step, then what is undecided, then what was passed.

use leptos::prelude::*;
use std::collections::BTreeMap;

use record::{
    Answer, Answers as _, Author, Moment, SectionData,
    catalogue::List,
    plan::{
        Key, Question, State, Step, Version,
        compare::compare,
        effective,
        lists::{TrustedPerson, trusted},
    },
};

use crate::{
    parts::{
        plan::answer_text::{Line, listed, title},
        words::{lang, numbers, rich, say},
    },
    workspace::workspace,
};
use words::{Word, keep, plan as text, when};

/// The answers of a version, or as they stand.
pub type Answers = BTreeMap<String, SectionData>;

/// One question that something was said to.
struct Row {
    key: Key,
    state: State,
    lines: Vec<Line>,
    /// Whose hand it was, where that is another than the reader would think.
    hands: Vec<Author>,
}

/// Everything that was said, in a set of answers that somebody has written or is writing. `level` is the heading that fits the place on
/// the page.
#[must_use]
pub fn written(answers: &Answers, by: &Author, level: Level) -> AnyView {
    let rows = rows(answers, by);
    let is = |state: State| move |row: &&Row| row.state == state;
    let steps = Step::ALL.map(|step| {
        let of_step = |row: &&Row| row.key.question.spec().step == step && !matches!(row.state, State::Undecided | State::Skipped);
        let each: Vec<AnyView> = rows.iter().filter(of_step).map(entry).collect();
        // Whatever is answered about treatment, pain is eased (rule E6).
        let relief = (step == Step::Treatment).then(|| view! { <p class="t-soft">{rich(text::notes::relief::TEXT)}</p> });
        (!each.is_empty()).then(|| view! { {heading(level, rich(text::step(step)))} {relief} <dl class="t-said">{each}</dl> })
    });
    let mut undecided: Vec<AnyView> = rows.iter().filter(is(State::Undecided)).map(entry).collect();
    let whole: Vec<Key> = rows.iter().filter(is(State::Undecided)).map(|row| row.key).collect();
    undecided
        .extend(open_rows(answers, &whole).into_iter().map(|(title, row)| view! { <div><dt>{title}</dt> <dd>{row}</dd></div> }.into_any()));
    let skipped: Vec<AnyView> = rows.iter().filter(is(State::Skipped)).map(entry).collect();
    let undecided = (!undecided.is_empty()).then(|| view! { {heading(level, rich(text::STILL_OPEN))} <dl class="t-said">{undecided}</dl> });
    let skipped = (!skipped.is_empty()).then(|| view! { {heading(level, rich(text::PASSED))} <dl class="t-said">{skipped}</dl> });
    view! { <div class="t-written">{steps.into_any()} {undecided} {skipped}</div> }.into_any()
}

/// Rows that are 「まだわからない」 within a question that is answered otherwise, by name. What is open as a `whole` stands there with all
/// its words. A sheet names all that is open in one line (`sheets::blocks::agenda`).
fn open_rows(answers: &Answers, whole: &[Key]) -> Vec<(String, String)> {
    let open = |answer: Option<&Answer>| matches!(answer, Some(Answer::Undecided));
    let mut found = Vec::new();
    for key in Key::all() {
        let Some(data) = answers.get(&key.to_string()).map(|data| effective(key.question, data)) else { continue };
        if !whole.contains(&key) {
            let rows = key.question.spec().rows.iter().filter(|row| open(data.fields.answer(row.id)));
            let names = rows.filter_map(|row| text::question(key.question).label(row.id));
            found.extend(names.map(|name| (title(key), say(name))));
        }
        let asked = Key::of(Question::P2);
        if key.question == Question::P1 && !whole.contains(&asked) {
            let people = data.items.iter().filter_map(|item| TrustedPerson.item(Question::P1.id(), item));
            let people = people.filter(|person| open(person.answer(trusted::ASKED)));
            found.extend(people.map(|person| (title(asked), person.words(trusted::NAME).to_owned())));
        }
    }
    found
}

/// Who wrote what stands at a question, where it was not the one who wrote the whole, or wrote for the person.
fn hands(key: Key, answers: &Answers, by: &Author) -> Vec<Author> {
    // What p2 asks stands with the people of p1.
    let id = if key.question == Question::P2 { Key::of(Question::P1) } else { key }.to_string();
    let Some(data) = answers.get(&id) else { return Vec::new() };
    let asking = |field: &str| [trusted::ASKED, trusted::ASKED_ON].iter().any(|one| one.untyped().as_str() == field);
    let asks = |field: &str| asking(field) == (key.question == Question::P2);
    let items = data.items.iter().flat_map(|item| &item.fields);
    let all = data.fields.iter().chain(items).filter(|(id, _)| asks(id)).map(|(_, field)| &field.stamp.by);
    let mut hands: Vec<Author> = Vec::new();
    for hand in all.filter(|hand| *hand != by || **hand != Author::Own) {
        if !hands.contains(hand) {
            hands.push(hand.clone());
        }
    }
    hands
}

fn rows(answers: &Answers, by: &Author) -> Vec<Row> {
    let nothing = Answers::new();
    let all = compare(&nothing, answers);
    let row = |key: Key, state| Row { key, state, lines: listed(key, answers), hands: hands(key, answers, by) };
    all.iter().map(|change| row(change.key, change.is)).filter(|row| !row.lines.is_empty()).collect()
}

/// How deep in the page a heading stands.
#[derive(Clone, Copy, Debug)]
pub enum Level {
    H3,
    H4,
    H5,
}

fn heading(level: Level, words: AnyView) -> AnyView {
    match level {
        Level::H3 => view! { <h3>{words}</h3> }.into_any(),
        Level::H4 => view! { <h4>{words}</h4> }.into_any(),
        Level::H5 => view! { <h5>{words}</h5> }.into_any(),
    }
}

fn entry(row: &Row) -> AnyView {
    let lines = row.lines.iter().map(|line| {
        let label = line.label.clone().map(|label| view! { <span class="t-soft">{label.clone()} {text::colon(&label, lang())} " "</span> });
        view! { <dd>{label} {numbers(&line.words)}</dd> }.into_any()
    });
    let hands = row.hands.iter().map(wrote).collect::<Vec<_>>().join("・");
    let hands = (!hands.is_empty()).then(|| view! { <dd class="t-soft">{rich(text::WHO_WROTE)} {rich(text::COLON)} " " {hands}</dd> });
    view! { <div><dt>{title(row.key)}</dt> {lines.collect::<Vec<_>>()} {hands}</div> }.into_any()
}

/// A name of something, and what it is, in one line.
#[must_use]
pub fn labelled(label: Word, words: String) -> AnyView {
    view! { <p><span class="t-soft">{rich(label)} {rich(text::COLON)} " "</span> {words}</p> }.into_any()
}

/// Who wrote: the person, or somebody who wrote down the person's words (rule E10).
#[must_use]
pub fn wrote(by: &Author) -> String {
    match by {
        Author::Own => say(text::notes::version::BY_OWN),
        Author::Proxy(name) => say(text::notes::version::BY_PROXY).replace("{name}", name),
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
    let workspace = workspace();
    let hour = |at: Moment| {
        let now = workspace.with(|ports| ports.clock.at(at));
        now.map(|now| format!(" {}:{:02}", now.hour, now.minute)).unwrap_or_default()
    };
    let one = |version: &Version| {
        let twice = versions.iter().filter(|other| other.on == version.on).count() > 1 && !version.at.is_doubtful();
        let hour = if twice { hour(version.at) } else { String::new() };
        format!("{}{hour}", when::day(when::kept(version), lang()))
    };
    versions.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use record::{
        ItemId, Stamp,
        catalogue::NewItem,
        plan::{
            QuestionField,
            catalogue::{i1, l1, v2},
        },
    };

    use super::*;

    fn put(answers: &mut Answers, row: QuestionField, answer: Answer, by: Author) {
        row.set(answers, Some(answer), &Stamp { at: Moment(1), by });
    }

    #[test]
    fn a_row_that_is_open_is_named_where_the_rest_is_answered() {
        let mut answers = Answers::new();
        let mut given = |row, answer| put(&mut answers, row, answer, Author::Own);
        given(i1::CONDITION, Answer::Picked("roughly".to_owned()));
        given(i1::OUTLOOK, Answer::Undecided);
        given(v2::ANSWER, Answer::Undecided);
        let open = open_rows(&answers, &[Key::of(Question::V2)]);
        let outlook = text::question(Question::I1).label(i1::OUTLOOK.untyped()).unwrap();
        assert_eq!(open, [(title(Key::of(Question::I1)), say(outlook))]);
    }

    /// Rule E10: who wrote for the person stands with each answer.
    #[test]
    fn another_hand_stands_with_its_answer() {
        let (own, sachiko) = (Author::Own, Author::Proxy("幸子".to_owned()));
        let mut answers = Answers::new();
        put(&mut answers, v2::ANSWER, Answer::Given("散歩".to_owned()), own.clone());
        put(&mut answers, l1::ANSWER, Answer::Undecided, sachiko.clone());
        let naomi = Some(Answer::Given("直美".to_owned()));
        let person = NewItem::new(TrustedPerson, ItemId("a".to_owned()));
        let person = person.with(trusted::NAME, naomi, &Stamp { at: Moment(1), by: own.clone() });
        let person = person.with(trusted::ASKED, Some(Answer::Undecided), &Stamp { at: Moment(2), by: sachiko.clone() });
        person.put(&mut answers);
        let of = |question, by: &Author| hands(Key::of(question), &answers, by);
        assert_eq!(of(Question::V2, &own), []);
        assert_eq!(of(Question::L1, &own), std::slice::from_ref(&sachiko));
        assert_eq!((of(Question::P1, &own), of(Question::P2, &own)), (Vec::new(), vec![sachiko.clone()]));
        // A record that somebody else kept tells both apart.
        assert_eq!((of(Question::V2, &sachiko), of(Question::L1, &sachiko)), (vec![own], vec![sachiko]));
    }
}
