//! What stands on a sheet, in words and in order. Made from what the reader sees alone.

use std::collections::BTreeMap;

use record::{
    Answer, Answers, Day, SectionData,
    catalogue::{ASKED, FieldSpec, NAME, ON},
    plan::{
        Key, Plan, Question, Signature, Version,
        compare::compare,
        lists::{ABOUT, TALK},
        parts::{LEVEL, LIMITED, Part, WITH_DOCTOR},
        section,
    },
    view::Role,
};

use super::{
    doctor,
    source::{Source, Who},
    tongue::{lines, twice, word},
};
use crate::{
    pages::plan::written::wrote,
    parts::{
        plan::{
            names::PLAN,
            said::{Line, answer_said, said, title},
        },
        words::{lang, say},
    },
    state::answers::{Holder, Spot},
    text::{crew, days, plan as text},
};

/// A heading and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub title: String,
    /// A sentence that goes with all of it.
    pub note: Option<String>,
    pub entries: Vec<Entry>,
    /// A name drawn with a finger: the data of an SVG path.
    pub drawn: Option<String>,
}

/// What was said to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub title: String,
    pub lines: Vec<Line>,
}

pub type Given = BTreeMap<String, SectionData>;

/// All that stands on the sheet of a reader.
#[must_use]
pub fn blocks(source: &Source) -> Vec<Block> {
    match source.role {
        Role::HomeDoctor => doctor::blocks(source),
        _ => {
            let parts = Part::ALL.into_iter().filter_map(|part| of_part(part, &source.plan, &source.version.answers, &[]));
            parts.chain(agenda(&source.version.answers)).chain([about(&source.version)]).collect()
        }
    }
}

/// A block, unless there is nothing in it.
#[must_use]
pub fn block(title: String, entries: Vec<Entry>) -> Option<Block> {
    (!entries.is_empty()).then_some(Block { title, note: None, entries, drawn: None })
}

/// A line without a label.
#[must_use]
pub fn line(words: String) -> Line {
    Line { label: None, words }
}

/// One question, under its name.
#[must_use]
pub fn entry(key: Key, answers: &Given) -> Option<Entry> {
    let lines = lines(|| said(key, answers));
    (!lines.is_empty()).then(|| Entry { title: twice(|| title(key)), lines })
}

/// What is open of a part, but for the questions that stand elsewhere on the sheet.
#[must_use]
pub fn of_part(part: Part, plan: &Plan, answers: &Given, elsewhere: &[Question]) -> Option<Block> {
    let here = |key: &Key| Part::of(key.question) == part && !elsewhere.contains(&key.question);
    let mut entries: Vec<Entry> = Key::all().filter(here).filter_map(|key| entry(key, answers)).collect();
    let note = note(part).filter(|_| !entries.is_empty());
    match part {
        Part::Treatment => entries.extend(level(answers)),
        Part::Talks => entries.extend(talks(plan)),
        _ => {}
    }
    block(word(text::part(part)), entries).map(|block| Block { note, ..block })
}

/// What goes with the answers of a part: about treatment, that they are no instruction and that relief is never in question (rules E6,
/// E8); about the first call, when in doubt 119.
#[must_use]
pub fn note(part: Part) -> Option<String> {
    match part {
        Part::Treatment => Some(format!("{} {}", word(text::note("sheet", "wish")), word(text::note("relief", "text")))),
        Part::FirstCall => text::of(Question::L4, "note").map(word),
        _ => None,
    }
}

/// Where no more is open than that there is a record.
fn level(answers: &Given) -> Option<Entry> {
    let heard = answers.get(LIMITED)?.fields.text(LEVEL) == WITH_DOCTOR;
    let words = if heard { text::note("level", "with_doctor") } else { text::note("level", "exists") };
    Some(Entry { title: String::new(), lines: vec![line(word(words))] })
}

/// Talks, the latest first.
#[must_use]
pub fn talks(plan: &Plan) -> Vec<Entry> {
    let holder = Holder::Plan(section::TALKS.to_owned());
    let mut items: Vec<_> = plan.section(section::TALKS).map_or(&[][..], |talks| &talks.items).iter().collect();
    items.sort_by(|one, other| other.fields.text(ON).cmp(one.fields.text(ON)));
    let each = items.into_iter().map(|item| {
        let on = Day::parse(item.fields.text(ON)).map(|on| twice(|| days::day(on, lang()))).unwrap_or_default();
        let about = item.fields.chosen(ABOUT).iter().filter_map(|id| Question::by_id(id));
        let about = about.map(|question| word(text::title(question))).collect::<Vec<_>>().join("・");
        let one = |spec: &FieldSpec| {
            let spot = Spot { item: Some(item.id.clone()), ..Spot::of(&holder, spec.id) };
            let answer = item.fields.answer(spec.id)?;
            Some(Line { label: Some(word((PLAN.field)(&spot))), words: twice(|| answer_said(&spot, spec, answer)) })
        };
        let mut lines: Vec<Line> = TALK.iter().filter(|spec| spec.id != ON).filter_map(one).collect();
        lines.retain(|line| !line.words.is_empty());
        if !about.is_empty() {
            lines.push(Line { label: Some(word(text::note("talk", "field about"))), words: about });
        }
        Entry { title: on, lines }
    });
    each.filter(|entry| !entry.title.is_empty() || !entry.lines.is_empty()).collect()
}

/// What is still まだわからない: what to talk about next.
#[must_use]
pub fn agenda(answers: &Given) -> Option<Block> {
    let open = |answer: Option<&Answer>| matches!(answer, Some(Answer::Undecided));
    let mut found = Vec::new();
    for key in Key::all() {
        let Some(data) = answers.get(&key.to_string()) else { continue };
        let rows = key.question.spec().rows;
        for row in rows.iter().filter(|row| open(data.fields.answer(row.id))) {
            let name = text::of(key.question, &format!("row {}", row.id.0)).filter(|_| rows.len() > 1);
            found.push(twice(|| match name {
                Some(name) => format!("{} ― {}", title(key), say(name)),
                None => title(key),
            }));
        }
        for item in data.items.iter().filter(|item| open(item.fields.answer(ASKED))) {
            found.push(format!("{} ― {}", word(text::title(Question::P2)), item.fields.text(NAME)));
        }
    }
    let lines = found.into_iter().map(line).collect::<Vec<_>>();
    if lines.is_empty() { None } else { block(word(text::STILL_OPEN), vec![Entry { title: String::new(), lines }]) }
}

/// What changed since the version before, within what is open. What stood there is told to whoever was shown it.
#[must_use]
pub fn changed(source: &Source) -> Option<Block> {
    let before = source.before.as_ref()?;
    let changes = compare(&before.answers, &source.version.answers);
    let since = Line { label: Some(word(text::OLDER)), words: twice(|| days::both(before.on, lang())) };
    let mut first = Entry { title: String::new(), lines: vec![since] };
    let mut each = Vec::new();
    if changes.is_empty() {
        first.lines.push(line(word(text::SAME)));
    }
    for change in changes {
        let title = twice(|| title(change.key));
        if before.told.contains(&Part::of(change.key.question)) {
            each.push(Entry { title, lines: vec![was(lines(|| said(change.key, &before.answers)))] });
        } else {
            first.lines.push(line(title));
        }
    }
    let entries = std::iter::once(first).chain(each).collect();
    block(word(text::CHANGED), entries)
}

/// What stood there before, in one line.
fn was(old: Vec<Line>) -> Line {
    let each = old.into_iter().map(|line| match line.label {
        Some(label) => format!("{label}：{}", line.words),
        None => line.words,
    });
    let words = each.collect::<Vec<_>>().join("　");
    Line { label: Some(word(text::OLDER)), words: if words.is_empty() { word(text::NOTHING_SAID) } else { words } }
}

/// When it was written, and by whom.
#[must_use]
pub fn about(version: &Version) -> Block {
    let mut lines = vec![
        Line { label: Some(word(text::WRITTEN_ON)), words: twice(|| days::both(version.on, lang())) },
        Line { label: Some(word(text::WHO_WROTE)), words: twice(|| wrote(&version.by)) },
    ];
    if let Some(Signature::Typed(name)) = &version.signed {
        lines.push(Line { label: Some(word(text::SIGNED_NAME)), words: name.clone() });
    }
    let drawn = match &version.signed {
        Some(Signature::Drawn(path)) => Some(path.clone()),
        _ => None,
    };
    Block { title: word(text::ABOUT_RECORD), note: None, entries: vec![Entry { title: String::new(), lines }], drawn }
}

/// 「1年2か月前に書きました。いまの気持ちを先に聞いてください。」 (rule E15)
#[must_use]
pub fn age(on: Day, today: Day) -> String {
    twice(|| {
        let space = if lang() == crate::text::Lang::Ja { "" } else { " " };
        let ago = text::written_ago(&days::ago(on, today, lang()), lang());
        format!("{ago}{space}{}", say(text::note("age", "ask first")))
    })
}

/// Whose sheet it is, in one line.
#[must_use]
pub fn whose(who: &Who) -> String {
    let birth = who.birth.map(|birth| format!("{} {}", word(crew::BIRTH.word()), twice(|| days::both(birth, lang()))));
    [Some(who.name.clone()).filter(|name| !name.is_empty()), birth].into_iter().flatten().collect::<Vec<_>>().join("　")
}

#[cfg(test)]
mod tests;
