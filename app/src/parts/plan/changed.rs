//! Where in the plan something changed, and what stands there, in words: for earlier versions of the record and for backups.

use record::{
    Answer, Answers, FieldId, Item, Plan, Record,
    access::{Disclosed, Recipient, log::Turn},
    catalogue::{ASKED, FieldSpec, Kind, NAME, ON, RELATION, WITH, WORDS},
    diff::Place,
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
    workspace::answers::{Holder, Spot},
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

fn specs(id: &str, in_list: bool) -> Vec<FieldSpec> {
    let about = [FieldSpec::ask(ABOUT, Kind::Many(&[]))];
    match (id, Key::by_id(id)) {
        (section::TALKS, _) => [TALK, &about].concat(),
        (section::FEELINGS, _) => [FEELING, &about].concat(),
        (_, Some(key)) if in_list => key.question.spec().item.to_vec(),
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
pub fn place(at: &Place, plans: [&Plan; 2]) -> Option<Vec<String>> {
    let mut parts = vec![section_name(&at.section)?];
    let field = specs(&at.section, at.item.is_some()).into_iter().find(|spec| at.field.as_deref() == Some(spec.id.0));
    let alone = Key::by_id(&at.section).is_some_and(|key| key.question.spec().rows.len() == 1);
    if let Some(spec) = field.filter(|spec| !alone || spec.id != ANSWER) {
        let called = |plan: &Plan| {
            let item = plan.section(&at.section)?.items.iter().find(|item| Some(&item.id) == at.item.as_ref())?;
            Some((PLAN.line)(&Holder::Plan(at.section.clone()), item, lang())).filter(|line| !line.is_empty())
        };
        parts.extend(plans.into_iter().find_map(called));
        parts.push(say((PLAN.field)(&spot(at, spec.id))));
    }
    Some(parts)
}

fn spot(at: &Place, field: FieldId) -> Spot {
    Spot { item: at.item.clone(), ..Spot::of(&Holder::Plan(at.section.clone()), field) }
}

/// One answer in words; nothing when only a newer release knows what it says.
#[must_use]
pub fn words(at: &Place, answer: &Answer) -> Option<String> {
    let field = at.field.as_deref()?;
    let words = match (at.section.as_str(), answer) {
        (section::SCENES, Answer::Chosen(ids)) => chosen(ids, |id| Some(say(text::scene_short(Scene::by_id(id)?)))),
        (section::REMIND, Answer::Chosen(ids)) => chosen(ids, |id| text::reminder(id).map(say)),
        (_, Answer::Chosen(ids)) if field == ABOUT.0 => chosen(ids, |id| Some(say(text::title(Question::by_id(id)?)))),
        _ => {
            let spec = specs(&at.section, at.item.is_some()).into_iter().find(|spec| spec.id.0 == field)?;
            match (answer, spec.kind) {
                (Answer::Given(typed), Kind::Day) => days::told(typed, lang()).unwrap_or_else(|| say(changes::PART_OF_DAY)),
                _ => answer_said(&spot(at, spec.id), &spec, answer),
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
pub fn whole(at: &Place, item: &Item) -> Option<String> {
    section_name(&at.section)?;
    let named: &[FieldId] = match at.section.as_str() {
        section::TALKS => &[ON, WITH, NAMES],
        section::FEELINGS => &[NAME, ON, MARK, WORDS],
        _ => &[RELATION, NAME],
    };
    let mut parts = vec![(PLAN.line)(&Holder::Plan(at.section.clone()), item, lang())];
    for spec in specs(&at.section, true).into_iter().filter(|spec| !named.contains(&spec.id)) {
        let at = Place { item: Some(item.id.clone()), field: Some(spec.id.0.to_owned()), ..at.clone() };
        let said = item.fields.answer(spec.id).and_then(|answer| words(&at, answer));
        // Whether somebody was asked is said by the answer; the question is long.
        let label = |said: String| if spec.id == ASKED { said } else { labelled(&say((PLAN.field)(&spot(&at, spec.id))), &said) };
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
        let at = |field: &str| Place { section: id.to_owned(), item: None, field: Some(field.to_owned()) };
        let answers = data.fields.iter().filter_map(|(field, answer)| words(&at(field), &answer.answer));
        let items = data.items.iter().filter_map(|item| whole(&Place { section: id.to_owned(), ..Place::default() }, item));
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
