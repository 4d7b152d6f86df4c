//! What changed between two contents of one record: where, and in words that fit what was and what will be.

use record::{
    Answer, Confirmed, Item, Path, Record,
    access::{Disclosed, Event, EventKind, Recipient, log::AccessChange},
    catalogue::{LIST, Naming},
    diff::{Change, What, diff},
    plan::{Key, catalogue::ANSWER, lists::trusted, parts::Part, section},
};

use super::{Lang, Word, w};
use crate::{
    answer_text::{Form, say_at},
    days,
    entry::{entry, name_of},
    fields,
    langs::Langs,
    place::{Asks, InPlan, Place},
    plain,
    plan::{
        self,
        answer_text::{gap, labelled},
        entry::name_in_plan,
    },
    when,
};

pub const REORDERED: Word = w("順番が変わります", "The order changes");
pub const CONFIRMED: Word = w("全体を確かめた日", "Day the whole card was checked");
pub const NONE: Word = w("変わるところはありません。", "Nothing changes.");

/// How a part of the plan stands for a reader.
pub const OPEN: Word = w("開いている", "open");
pub const CLOSED: Word = w("閉じている", "closed");

/// One change as two lines: where, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub place: String,
    pub words: String,
}

/// All changes in words, in the order of the card and then of the plan.
#[must_use]
pub fn lines(old: &Record, new: &Record, lang: Lang) -> Vec<Line> {
    diff(old, new).iter().filter_map(|change| line(change, old, new, lang)).collect()
}

/// Nothing where both sides read the same: a day that is half typed, or a part that was opened and closed again.
fn line(made: &Change, old: &Record, new: &Record, lang: Lang) -> Option<Line> {
    let words = match &made.what {
        What::Answered { before, after, .. } => {
            let say = |answer: &Option<Answer>| answer.as_ref().and_then(|answer| said(&made.path, answer, lang));
            let (before, after) = (say(before), say(after));
            if before == after && before.as_deref() != Some(fields::NEWER_ANSWER.say(lang)) {
                return None;
            }
            change(before.as_deref(), after.as_deref(), lang)
        }
        What::ItemAdded(item) => change(None, Some(&whole(&made.path, item, lang)), lang),
        What::ItemRemoved(item) => change(Some(&whole(&made.path, item, lang)), None, lang),
        What::Reordered => REORDERED.say(lang).to_owned(),
        What::Confirmed { before, after } => {
            let say = |confirmed: &Option<Confirmed>| confirmed.as_ref().map(|confirmed| days::day(confirmed.on, lang));
            change(say(before).as_deref(), say(after).as_deref(), lang)
        }
        What::EventAdded(event) => happened(event, new, lang)?,
        What::EventMissing(event) => match &event.what {
            EventKind::Disclosed(shown) => change(Some(&disclosed(shown, lang)), None, lang),
            _ => return None,
        },
        What::VersionKept(version) => change(None, Some(&plan::record_of(&when::day(when::kept(version), lang), lang)), lang),
        What::VersionMissing(version) => change(Some(&plan::record_of(&when::day(when::kept(version), lang), lang)), None, lang),
    };
    Some(Line { place: place(made, old, new, lang), words })
}

/// 「薬・エリキュース・量」
fn place(change: &Change, old: &Record, new: &Record, lang: Lang) -> String {
    let at = &change.path;
    match &change.what {
        What::Confirmed { .. } => return CONFIRMED.say(lang).to_owned(),
        What::EventAdded(event) | What::EventMissing(event) => {
            return match &event.what {
                EventKind::Opened(access) | EventKind::Closed(access) => {
                    let opened = std::iter::once(plain(plan::OPENED.say(lang)));
                    opened.chain(turned(access, lang).into_iter().flatten()).collect::<Vec<_>>().join(between(lang))
                }
                EventKind::Disclosed(_) => plain(plan::SHOWN_BEFORE.say(lang)),
                EventKind::Other(_) => fields::NEWER_ANSWER.say(lang).to_owned(),
            };
        }
        What::VersionKept(_) | What::VersionMissing(_) => return plan::PAST.say(lang).to_owned(),
        _ => {}
    }
    place_of(at, &[new, old], lang)
}

/// The same for a path; an entry is called as the first of the records that has it says.
pub(crate) fn place_of(at: &Path, records: &[&Record], lang: Lang) -> String {
    let root = at.root.id();
    let here = Place::of(&root);
    let Some(name) = here.name() else { return fields::NEWER_ANSWER.say(lang).to_owned() };
    let mut parts = vec![plain(name.say(lang))];
    if let Some(field) = at.field.as_deref().filter(|field| is_named(here, field)) {
        // What the entry is called now, or was called before.
        parts.extend(records.iter().find_map(|record| called(record, at, lang)));
        let label = here.spec(field).map(|spec| Langs::from(lang).say(here.label(spec.id, Form::Full)));
        parts.push(label.unwrap_or_else(|| fields::NEWER_ANSWER.say(lang).to_owned()));
    }
    parts.join(between(lang))
}

/// What stands between the parts of a place.
pub(crate) fn between(lang: Lang) -> &'static str {
    if lang == Lang::Ja { "・" } else { " – " }
}

/// What was opened, closed or shown since; nothing about a part that does not stand as that event left it.
fn happened(event: &Event, new: &Record, lang: Lang) -> Option<String> {
    let (open, closed) = (OPEN.say(lang), CLOSED.say(lang));
    let stands = |access: &AccessChange, open: bool| {
        let (to, part) = (Recipient::by_id(&access.to)?, Part::by_id(&access.part)?);
        (new.log.is_open(part, to) == open).then_some(())
    };
    match &event.what {
        EventKind::Opened(access) => {
            let open = plan::open_until(open, access.terms.until, lang);
            stands(access, true).map(|()| change(Some(closed), Some(&open), lang))
        }
        EventKind::Closed(access) => stands(access, false).map(|()| change(Some(open), Some(closed), lang)),
        EventKind::Disclosed(shown) => Some(change(None, Some(&disclosed(shown, lang)), lang)),
        EventKind::Other(_) => Some(change(None, Some(fields::NEWER_ANSWER.say(lang)), lang)),
    }
}

fn reader(id: &str, lang: Lang) -> Option<String> {
    Some(plain(plan::reader(Recipient::by_id(id)?).name.say(lang)))
}

/// To whom which part was opened or closed.
fn turned(access: &AccessChange, lang: Lang) -> Option<[String; 2]> {
    Some([reader(&access.to, lang)?, plain(plan::part(Part::by_id(&access.part)?).say(lang))])
}

/// What was shown, in one line: when, to whom and how.
#[must_use]
pub fn disclosed(shown: &Disclosed, lang: Lang) -> String {
    let on = shown.on.map(|on| days::day(on, lang));
    let parts = [on, reader(&shown.to, lang), plan::shown(&shown.how).map(|how| plain(how.say(lang)))];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a field is named: neither the state of a whole list nor the one answer to a question.
fn is_named(place: Place<'_>, field: &str) -> bool {
    match place {
        Place::Card(_) => field != LIST.as_str(),
        Place::Plan(InPlan(section::SCENES | section::REMIND)) => false,
        Place::Plan(InPlan(id)) => field != ANSWER.as_str() || Key::by_id(id).is_none_or(|key| key.question.spec().rows.len() != 1),
    }
}

/// What an entry is called in a record that has it.
pub(crate) fn called(record: &Record, at: &Path, lang: Lang) -> Option<String> {
    let id = at.item.as_ref()?;
    let find = |items: &[Item]| items.iter().find(|item| item.id == *id && item.is_answered()).cloned();
    match Place::of(&at.root.id()) {
        Place::Card(section) => find(record.card.items(section)).map(|item| name_of(section, &item, lang, Form::Full)),
        Place::Plan(InPlan(list)) => find(&record.plan.section(list)?.items).map(|item| name_in_plan(list, &item, lang)),
    }
    .filter(|name| !name.is_empty())
}

/// What an answer says there; nothing where it says nothing.
pub(crate) fn said(at: &Path, answer: &Answer, lang: Lang) -> Option<String> {
    let field = at.field.as_deref().unwrap_or_default();
    Some(say_at(Place::of(&at.root.id()), field, answer, lang, Form::Full).words).filter(|words| !words.is_empty())
}

/// Everything in an entry, in one line.
pub(crate) fn whole(at: &Path, item: &Item, lang: Lang) -> String {
    if !item.is_answered() {
        return fields::NOT_WRITTEN.say(lang).to_owned();
    }
    match Place::of(&at.root.id()) {
        Place::Card(section) => entry(section, item, lang, Form::Full).whole(),
        Place::Plan(InPlan(list)) => in_plan(list, item, lang),
    }
}

/// Everything in an entry of the plan: what it is called, then the rest with labels.
fn in_plan(list: &str, item: &Item, lang: Lang) -> String {
    let here = InPlan(list);
    if here.name().is_none() {
        return fields::NEWER_ANSWER.say(lang).to_owned();
    }
    let mut parts = vec![name_in_plan(list, item, lang)];
    for spec in here.item().filter(|spec| spec.naming == Naming::No) {
        let Some(answer) = item.fields.get(spec.id.as_str()) else { continue };
        let said = say_at(Place::Plan(here), spec.id.as_str(), &answer.answer, lang, Form::Full).words;
        // Whether somebody was asked is said by the answer; the question is long.
        let bare = said.is_empty() || spec.id == trusted::ASKED.untyped();
        parts.push(if bare { said } else { labelled(&Langs::from(lang).say(here.label(spec.id, Form::Full)), &said, lang) });
    }
    parts.retain(|part| !part.is_empty());
    if parts.is_empty() { fields::NOT_WRITTEN.say(lang).to_owned() } else { parts.join(gap(lang)) }
}

/// What a plan keeps besides its answers, for reading through: each with a name and a line for each entry.
#[must_use]
pub fn plan_extras(record: &Record, lang: Lang) -> Vec<(String, Vec<String>)> {
    let plan = &record.plan;
    let kept: Vec<String> = plan.versions.iter().map(|version| plan::record_of(&when::day(when::kept(version), lang), lang)).collect();
    let mut all = vec![(plan::PAST.say(lang).to_owned(), kept)];
    for id in [section::EVENTS, section::TALKS, section::FEELINGS, section::SCENES, section::REMIND] {
        let (Some(name), Some(data)) = (InPlan(id).name(), plan.section(id)) else { continue };
        let answers =
            data.fields.iter().map(|(field, answer)| say_at(Place::Plan(InPlan(id)), field, &answer.answer, lang, Form::Full).words);
        let lines: Vec<String> =
            answers.chain(data.items.iter().map(|item| in_plan(id, item, lang))).filter(|line| !line.is_empty()).collect();
        let name = plain(name.say(lang));
        // What happened to a record stands with the records.
        match all.iter_mut().find(|(other, _)| *other == name) {
            Some((_, there)) => there.extend(lines),
            None => all.push((name, lines)),
        }
    }
    // What is closed is as if nobody had ever opened it.
    let open = Recipient::STANDING.into_iter().flat_map(|to| {
        Part::ALL.into_iter().filter_map(move |part| {
            let until = record.log.terms(part, to)?.until;
            let words = plan::open_until(&plain(plan::part(part).say(lang)), until, lang);
            Some(labelled(&reader(to.kind(), lang)?, &words, lang))
        })
    });
    all.push((plain(plan::OPENED.say(lang)), open.collect()));
    all.push((plain(plan::SHOWN_BEFORE.say(lang)), record.log.disclosed().into_iter().map(|shown| disclosed(shown, lang)).collect()));
    all.retain(|(_, lines)| !lines.is_empty());
    all
}

/// One change: what was there, and what is there afterwards.
#[must_use]
pub fn change(before: Option<&str>, after: Option<&str>, lang: Lang) -> String {
    match (lang, before, after) {
        (Lang::Ja, Some(before), Some(after)) => format!("「{before}」が「{after}」に変わります"),
        (Lang::Ja, None, Some(after)) => format!("「{after}」が入ります"),
        (Lang::Ja, Some(before), None) => format!("「{before}」が消えます"),
        (Lang::En, Some(before), Some(after)) => format!("“{before}” becomes “{after}”"),
        (Lang::En, None, Some(after)) => format!("“{after}” comes in"),
        (Lang::En, Some(before), None) => format!("“{before}” goes"),
        (_, None, None) => String::new(),
    }
}

/// The line behind which the other changes are folded.
#[must_use]
pub fn more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("ほかの{count}か所も見る"),
        Lang::En => format!("See {count} more"),
    }
}

#[cfg(test)]
mod tests;
