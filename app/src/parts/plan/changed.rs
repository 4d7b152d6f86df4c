//! Where in the plan something changed, and what stands there, in words: for earlier versions of the record and for backups.

use record::{
    Answer, Answers, FieldId, Item, Path, Plan, Record, Root,
    access::{Disclosed, Recipient, log::Turn},
    catalogue::{ASKED, FieldSpec, Kind, NAME, ON, RELATION, WITH, WORDS},
    plan::{
        Key, Question, Scene,
        catalogue::{ANSWER, BESIDE},
        lists::{ABOUT, FEELING, MARK, NAMES, TALK},
        parts::Part,
        section,
    },
};

use super::{
    names::PLAN,
    said::{answer_said, labelled, title},
};
use crate::{
    parts::words::{gap, lang, say},
    text::{changes, days, plan as text},
};

/// What a section of the plan is called; nothing when only a newer release knows it.
#[must_use]
pub fn section_name(id: &str) -> Option<String> {
    Some(match id {
        section::SCENES => say(changes::SCENES),
        section::TALKS => say(text::TALKS),
        section::FEELINGS => say(text::notes::feelings::TITLE),
        section::EVENTS => say(text::PAST),
        section::REMIND => say(text::REMIND),
        id => title(Key::by_id(id)?),
    })
}

/// The same where a path leads.
fn root_name(at: &Path) -> Option<String> {
    if at.section().is_some() { None } else { section_name(&at.root.id()) }
}

fn specs(at: &Path) -> Vec<FieldSpec> {
    let about = [FieldSpec::ask(ABOUT, Kind::Many(&[]))];
    match (&at.root, at.key()) {
        (Root::Beside(section::TALKS), _) => [TALK, &about].concat(),
        (Root::Beside(section::FEELINGS), _) => [FEELING, &about].concat(),
        (_, Some(key)) if at.item.is_some() => key.question.spec().item.to_vec(),
        (_, Some(key)) => [key.question.spec().rows, key.question.spec().more, BESIDE].concat(),
        _ => Vec::new(),
    }
}

fn reader(id: &str) -> Option<String> {
    Some(say(text::reader(Recipient::by_id(id)?).name))
}

/// To whom which part was opened or closed.
#[must_use]
pub fn turned(turn: &Turn) -> Option<[String; 2]> {
    Some([reader(&turn.to)?, say(text::part(Part::by_id(&turn.part)?))])
}

/// What was shown, in one line: when, to whom and how.
#[must_use]
pub fn disclosed(shown: &Disclosed) -> String {
    let on = shown.on.map(|on| days::day(on, lang()));
    let parts = [on, reader(&shown.to), text::shown(&shown.how).map(say)];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Where it stands: the question, the list entry, and the field where that is not the answer itself. `plans` are both sides, the
/// newer first.
#[must_use]
pub fn place(at: &Path, plans: [&Plan; 2]) -> Option<Vec<String>> {
    let mut parts = vec![root_name(at)?];
    let field = specs(at).into_iter().find(|spec| at.is(spec.id));
    let alone = at.key().is_some_and(|key| key.question.spec().rows.len() == 1);
    if field.is_some_and(|spec| !alone || spec.id != ANSWER) {
        let called = |plan: &Plan| {
            let item = plan.section(&at.root.id())?.items.iter().find(|item| Some(&item.id) == at.item.as_ref())?;
            Some((PLAN.line)(at, item, lang())).filter(|line| !line.is_empty())
        };
        parts.extend(plans.into_iter().find_map(called));
        parts.push(say((PLAN.field)(at)));
    }
    Some(parts)
}

/// One answer in words; nothing when only a newer release knows what it says.
#[must_use]
pub fn words(at: &Path, answer: &Answer) -> Option<String> {
    let field = at.field.as_deref()?;
    let words = match (&at.root, answer) {
        (Root::Card(_), _) => return None,
        (Root::Beside(section::SCENES), Answer::Chosen(ids)) => chosen(ids, |id| Some(say(text::scene_short(Scene::by_id(id)?)))),
        (Root::Beside(section::REMIND), Answer::Chosen(ids)) => chosen(ids, |id| text::reminder(id).map(say)),
        (_, Answer::Chosen(ids)) if field == ABOUT.0 => chosen(ids, |id| Some(say(text::title(Question::by_id(id)?)))),
        _ => {
            let spec = specs(at).into_iter().find(|spec| at.is(spec.id))?;
            match (answer, spec.kind) {
                (Answer::Given(typed), Kind::Day) => days::told(typed, lang()).unwrap_or_else(|| say(changes::PART_OF_DAY)),
                _ => answer_said(at, &spec, answer),
            }
        }
    };
    Some(words).filter(|words| !words.is_empty())
}

fn chosen(ids: &[String], named: impl Fn(&str) -> Option<String>) -> String {
    ids.iter().filter_map(|id| named(id)).collect::<Vec<_>>().join("・")
}

/// Everything in a list entry, in one line: what names it, then the rest.
#[must_use]
pub fn whole(at: &Path, item: &Item) -> Option<String> {
    root_name(at)?;
    let named: &[FieldId] = match at.root {
        Root::Beside(section::TALKS) => &[ON, WITH, NAMES],
        Root::Beside(section::FEELINGS) => &[NAME, ON, MARK, WORDS],
        _ => &[RELATION, NAME],
    };
    let mut parts = vec![(PLAN.line)(at, item, lang())];
    let entry = at.item(&item.id);
    for spec in specs(&entry).into_iter().filter(|spec| !named.contains(&spec.id)) {
        let at = entry.field(spec.id);
        let said = item.fields.answer(spec.id).and_then(|answer| words(&at, answer));
        // Whether somebody was asked is said by the answer; the question is long.
        let label = |said: String| if spec.id == ASKED { said } else { labelled(&say((PLAN.field)(&at)), &said) };
        parts.extend(said.map(label));
    }
    parts.retain(|part| !part.is_empty());
    Some(parts.join(gap()))
}

/// What a plan keeps besides its answers, for reading through: each with a name and a line for each entry.
#[must_use]
pub fn beside(record: &Record) -> Vec<(String, Vec<String>)> {
    let plan = &record.plan;
    let kept: Vec<String> = plan.versions.iter().map(|version| text::record_of(&days::day(version.on, lang()), lang())).collect();
    let mut all = vec![(say(text::PAST), kept)];
    for id in [section::EVENTS, section::TALKS, section::FEELINGS, section::SCENES, section::REMIND] {
        let (Some(name), Some(data)) = (section_name(id), plan.section(id)) else { continue };
        let root = Path::beside(id);
        let answers = data.fields.iter().filter_map(|(field, answer)| words(&root.named(field), &answer.answer));
        let items = data.items.iter().filter_map(|item| whole(&root, item));
        let lines: Vec<String> = answers.chain(items).filter(|line| !line.is_empty()).collect();
        // What happened to a record stands with the records.
        match all.iter_mut().find(|(other, _)| *other == name) {
            Some((_, there)) => there.extend(lines),
            None => all.push((name, lines)),
        }
    }
    // What is closed is as if nobody had ever opened it.
    let open = Recipient::STANDING.into_iter().flat_map(|to| {
        let parts = record.log.open_parts(to);
        parts.into_iter().filter_map(move |part| Some(labelled(&reader(to.kind())?, &say(text::part(part)))))
    });
    all.push((say(text::OPENED), open.collect()));
    all.push((say(text::SHOWN_BEFORE), record.log.disclosed().into_iter().map(disclosed).collect()));
    all.retain(|(_, lines)| !lines.is_empty());
    all
}
