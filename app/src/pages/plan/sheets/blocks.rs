//! What stands on a sheet, in words and in order. Made from what the reader sees alone.

use std::collections::BTreeMap;

use record::{
    Answer, Answers, Day, Path, SectionData,
    catalogue::List,
    plan::{
        Key, Plan, Question, Scene, Signature, Step, Version,
        catalogue::v1,
        compare::compare,
        effective,
        lists::{TrustedPerson, trusted},
        parts::{LEVEL, LIMITED, Part, WITH_DOCTOR},
    },
};

use super::{
    block::{Block, Entry, block, line},
    joined::{inline, list},
    source::{SheetSubject, Source},
    talks::talks,
};
use crate::{
    pages::plan::written::wrote,
    parts::{
        names::Names,
        plan::{
            answer_text::{Line, said, title},
            names::{PlanNames, option_said},
        },
        words::{gap, lang, say},
    },
};
use words::{Lang, crew, days, plan as text, when};

/// Answers by section, as they were given.
pub type Given = BTreeMap<String, SectionData>;

/// One question, under its name. What was asked of a person stands with the person.
#[must_use]
pub fn entry(key: Key, answers: &Given) -> Option<Entry> {
    let mut lines = match key.question {
        Question::P1 => people(answers),
        Question::P2 => return None,
        _ => said(key, answers),
    };
    let also = if key.question == Question::V1 { top_first(&mut lines, answers) } else { None };
    (!lines.is_empty()).then(|| Entry { also, ..Entry::running(title(key), lines) })
}

/// Each person with what was asked of them.
fn people(answers: &Given) -> Vec<Line> {
    let mut people = said(Key::of(Question::P1), answers);
    let mut asked = said(Key::of(Question::P2), answers);
    for person in people.iter_mut().filter(|person| person.label.is_some()) {
        if let Some(place) = asked.iter().position(|one| one.label == person.label) {
            let both = [std::mem::take(&mut person.words), asked.remove(place).words];
            person.words = both.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(gap());
        }
    }
    people.extend(asked);
    people
}

/// What matters most stands first. What else was chosen comes back, to be said less loudly.
fn top_first(lines: &mut Vec<Line>, answers: &Given) -> Option<Line> {
    let (top, chosen) = (v1::TOP.chosen(answers), v1::ANSWER.chosen(answers));
    if top.is_empty() || chosen.is_empty() {
        return None;
    }
    let path = Path::from(v1::TOP);
    let label = say(PlanNames.field(&path));
    // The answer itself is the line without a label.
    lines.retain(|line| line.label.is_some());
    lines.sort_by_key(|line| line.label.as_ref() != Some(&label));
    let rest: Vec<&String> = chosen.iter().filter(|id| !top.contains(id)).collect();
    let words = list(rest.iter().map(|id| option_said(&path, id)));
    (!rest.is_empty()).then(|| Line { label: Some(say(text::notes::sheet::ALSO)), words })
}

/// What was said about treatment, scene by scene: one line for each question.
#[must_use]
pub fn scenes(answers: &Given, elsewhere: &[Question]) -> Vec<Entry> {
    let each = Scene::ALL.into_iter().map(|scene| {
        let here = Step::Treatment.questions().filter(|question| !elsewhere.contains(question));
        let rows = here.filter_map(|question| row(Key::within(question, scene), say(text::title(question)), answers));
        Entry::rows(say(text::scene(scene)), rows.collect())
    });
    each.filter(|entry| !entry.lines.is_empty()).collect()
}

/// Everything that was said to a question, as one line.
#[must_use]
pub fn row(key: Key, label: String, answers: &Given) -> Option<Line> {
    let lines = said(key, answers);
    (!lines.is_empty()).then(|| Line { label: Some(label), words: inline(lines) })
}

/// What is open of a part, but for the questions that stand elsewhere on the sheet.
#[must_use]
pub fn of_part(part: Part, plan: &Plan, answers: &Given, elsewhere: &[Question]) -> Option<Block> {
    let here = |key: &Key| Part::of(key.question) == part && !elsewhere.contains(&key.question);
    let entries: Vec<Entry> = match part {
        Part::Treatment => scenes(answers, elsewhere).into_iter().chain(level(answers)).collect(),
        Part::Talks => talks(plan),
        _ => Key::all().filter(here).filter_map(|key| entry(key, answers)).collect(),
    };
    block(say(text::part(part)), entries).map(|block| Block { note: note(part), ..block })
}

/// What goes with the answers of a part: about the first call, when in doubt 119.
#[must_use]
pub fn note(part: Part) -> Option<String> {
    if part == Part::FirstCall { text::question(Question::L4).note.map(say) } else { None }
}

/// What goes with all answers about treatment: that they are no instruction, and that relief is never in question (rules E6, E8).
#[must_use]
pub fn wish(answers: &Given) -> Option<String> {
    let treatment = |id: &String| Key::by_id(id).is_some_and(|key| Part::of(key.question) == Part::Treatment);
    let notes = || [text::notes::sheet::WISH, text::notes::relief::TEXT].map(say).join(if lang() == Lang::Ja { "" } else { " " });
    answers.keys().any(treatment).then(notes)
}

/// Where no more is open than that there is a record.
fn level(answers: &Given) -> Option<Entry> {
    let heard = answers.get(LIMITED)?.fields.picked(LEVEL.untyped()) == WITH_DOCTOR;
    let words = if heard { text::notes::level::WITH_DOCTOR } else { text::notes::level::EXISTS };
    Some(Entry::running(String::new(), vec![line(say(words))]))
}

/// What is still まだわからない: what to talk about next.
#[must_use]
pub fn agenda(answers: &Given) -> Option<Line> {
    let open = |answer: Option<&Answer>| matches!(answer, Some(Answer::Undecided));
    let mut found = Vec::new();
    for key in Key::all() {
        let Some(data) = answers.get(&key.to_string()).map(|data| effective(key.question, data)) else { continue };
        let rows = key.question.spec().rows;
        for row in rows.iter().filter(|row| open(data.fields.answer(row.id))) {
            let name = text::question(key.question).label(row.id).filter(|_| rows.len() > 1);
            found.push(match name {
                Some(name) => format!("{} ― {}", title(key), say(name)),
                None => title(key),
            });
        }
        let people = data.items.iter().filter_map(|item| TrustedPerson.item(key.question.id(), item));
        for person in people.filter(|person| open(person.answer(trusted::ASKED))) {
            found.push(format!("{} ― {}", say(text::title(Question::P2)), person.words(trusted::NAME)));
        }
    }
    (!found.is_empty()).then(|| Line { label: Some(say(text::STILL_OPEN)), words: list(found) })
}

/// What changed since the version before, within what is open. What stood there is told to whoever was shown it.
#[must_use]
pub fn changed(source: &Source) -> Option<Block> {
    let before = source.shown.before.as_ref()?;
    let changes = compare(&before.answers, &source.version.answers);
    let since = Line { label: Some(say(text::OLDER)), words: days::both(before.on, lang()) };
    let mut first = Entry::running(String::new(), vec![since]);
    let (mut each, mut untold) = (Vec::new(), Vec::new());
    for change in &changes {
        let title = title(change.key);
        if before.told.contains(&Part::of(change.key.question)) {
            each.push(Entry::running(title, vec![was(said(change.key, &before.answers))]));
        } else {
            untold.push(title);
        }
    }
    if changes.is_empty() {
        first.lines.push(line(say(text::SAME)));
    } else if !untold.is_empty() {
        first.lines.push(line(list(untold)));
    }
    let entries = std::iter::once(first).chain(each).collect();
    block(say(text::CHANGED), entries)
}

/// What stood there before, in one line.
fn was(old: Vec<Line>) -> Line {
    let words = inline(old);
    Line { label: Some(say(text::OLDER)), words: if words.is_empty() { say(text::NOTHING_SAID) } else { words } }
}

/// When it was written, by whom, and the name that was added.
#[must_use]
pub fn made(version: &Version) -> Vec<Line> {
    let written_on = when::kept(version).map_or_else(|| when::day(None, lang()), |on| days::both(on, lang()));
    let mut lines = vec![
        Line { label: Some(say(text::WRITTEN_ON)), words: written_on },
        Line { label: Some(say(text::WHO_WROTE)), words: wrote(&version.by) },
    ];
    if let Some(Signature::Typed(name)) = &version.signed {
        lines.push(Line { label: Some(say(text::SIGNED_NAME)), words: name.clone() });
    }
    lines
}

/// A name drawn with a finger: the data of an SVG path.
#[must_use]
pub fn drawn_name(version: &Version) -> Option<String> {
    match &version.signed {
        Some(Signature::Drawn(path)) => Some(path.clone()),
        _ => None,
    }
}

/// 「1年2か月前に書きました。いまの気持ちを先に聞いてください。」 (rule E15)
#[must_use]
pub fn age(on: Option<Day>, today: Day) -> String {
    let space = if lang() == Lang::Ja { "" } else { " " };
    let ago = on.map(|on| text::written_ago(&days::ago(on, today, lang()), lang()));
    let ago = ago.unwrap_or_else(|| say(when::DOUBTFUL_AGE));
    format!("{ago}{space}{}", say(text::notes::age::ASK_FIRST))
}

/// Whose sheet it is, in one line.
#[must_use]
pub fn subject_line(who: &SheetSubject) -> String {
    let birth = who.birth.map(|birth| format!("{} {}", say(crew::BIRTH.word()), days::both(birth, lang())));
    [Some(who.name.clone()).filter(|name| !name.is_empty()), birth].into_iter().flatten().collect::<Vec<_>>().join(gap())
}

#[cfg(test)]
mod tests;
