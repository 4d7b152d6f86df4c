//! Everything that was kept, talked about, looked at again and withdrawn, the newest first.

use leptos::prelude::*;
use record::{
    Day, Item, Moment,
    catalogue::{ItemField, List},
    plan::{
        Plan, Question, Version,
        lists::{Event, LOOKED, TALK_ABOUT, Talk, WITHDRAWN, event, talk},
    },
};

use super::{
    signature::signed,
    written::{Level, called, labelled, written, wrote},
};
use crate::{
    parts::{
        names::Names,
        plan::names::{PlanNames, option_said},
        words::{lang, rich, say},
    },
    workspace::workspace,
};
use words::{Word, days, plan as text, when};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    /// Absent when somebody wrote down a talk without its day.
    on: Option<Day>,
    at: Moment,
    what: What,
}

#[derive(Clone, Debug, PartialEq)]
enum What {
    /// A version, by its place among them.
    Kept(usize),
    Talk(Item),
    Looked,
    Withdrawn,
}

/// All of it, the newest first; what has no day comes last.
fn entries(plan: &Plan) -> Vec<Entry> {
    let at = |item: &Item| item.fields.values().map(|field| field.stamp.at).max().unwrap_or(Moment(0));
    let kept = plan.versions.iter().enumerate();
    let kept = kept.map(|(place, version)| Entry { on: Some(version.on), at: version.at, what: What::Kept(place) });
    let talks = plan.list(Talk).filter(|talk| talk.item.is_answered());
    let talks = talks.map(|talk| Entry { on: Day::parse(talk.words(talk::ON)), at: at(talk.item), what: What::Talk(talk.item.clone()) });
    let events = plan.list(Event).filter_map(|happened| {
        let what = match happened.words(event::KIND) {
            LOOKED => What::Looked,
            WITHDRAWN => What::Withdrawn,
            _ => return None,
        };
        Some(Entry { on: Day::parse(happened.words(event::ON)), at: at(happened.item), what })
    });
    let mut all: Vec<Entry> = kept.chain(talks).chain(events).collect();
    all.sort_by_key(|entry| std::cmp::Reverse((entry.on, entry.at)));
    all
}

/// The section of the page; nothing when nothing has happened.
#[must_use]
pub fn timeline() -> AnyView {
    let workspace = workspace();
    // Built anew only when something happened, so that what was unfolded stays so.
    let all = Memo::new(move |_| workspace.plan(|plan| (entries(plan), versions(plan))));
    let content = move || {
        let (all, versions) = all.get();
        let rows: Vec<AnyView> = all.iter().map(|entry| row(entry, &versions)).collect();
        (!rows.is_empty()).then(|| view! { <section><h2>{rich(text::TIMELINE)}</h2> <ol class="t-steps">{rows}</ol></section> })
    };
    content.into_any()
}

/// A version as its row needs it.
#[derive(Clone, PartialEq)]
struct Kept {
    version: Version,
    called: String,
    newest: bool,
    withdrawn: bool,
}

fn versions(plan: &Plan) -> Vec<Kept> {
    let newest = plan.newest().map(|version| &version.id);
    let each = plan.versions.iter().zip(called(&plan.versions));
    each.map(|(version, called)| Kept {
        version: version.clone(),
        called,
        newest: newest == Some(&version.id),
        withdrawn: plan.is_withdrawn(&version.id),
    })
    .collect()
}

fn row(entry: &Entry, versions: &[Kept]) -> AnyView {
    let day = entry.on.map_or_else(|| say(text::NO_DAY), |on| days::day(on, lang()));
    // The day of a talk is typed; the others are the clock's.
    let noted = if entry.at.is_doubtful() { when::day(None, lang()) } else { day.clone() };
    match &entry.what {
        What::Kept(place) => versions.get(*place).map(version).into_any(),
        What::Talk(item) => talked(&day, item).into_any(),
        What::Looked => happened(&noted, text::notes::version::LOOKED),
        What::Withdrawn => happened(&noted, text::WITHDRAWN),
    }
}

fn version(kept: &Kept) -> AnyView {
    let (version, called) = (&kept.version, kept.called.as_str());
    let newest = kept.newest.then(|| view! { <p><b>{rich(text::NEWEST)}</b></p> });
    let withdrawn = kept.withdrawn.then(|| view! { <p><b>{rich(text::WITHDRAWN)}</b></p> });
    let reason = (!version.reason.is_empty()).then(|| labelled(text::REASON, version.reason.clone()));
    let name = version.signed.as_ref().map(signed);
    view! {
        <li class="t-item">
            <h3>{text::record_of(called, lang())}</h3>
            {newest}
            {withdrawn}
            {labelled(text::WHO_WROTE, wrote(&version.by))}
            {reason}
            {name}
            <details class="t-more">
                <summary>{rich(text::READ_WHOLE)} <span class="t-hidden">" – " {called.to_owned()}</span></summary>
                {written(&version.answers, &version.by, Level::H4)}
            </details>
        </li>
    }
    .into_any()
}

fn talked(day: &str, item: &Item) -> Option<AnyView> {
    let talk = Talk.item(Talk::ID, item)?;
    let undated = talk.words(talk::ON).is_empty();
    let who = words::plan::entry::with_whom(talk, lang());
    let line = |field: ItemField<Talk>| {
        let words = talk.words(field);
        let named = || labelled(PlanNames.field(&field.of(&item.id)), words.to_owned());
        let node = || if [talk::LEFT, talk::NEXT].contains(&field) { named() } else { view! { <p>{words.to_owned()}</p> }.into_any() };
        (!words.is_empty()).then(node)
    };
    let lines = [talk::LINE_1, talk::LINE_2, talk::LINE_3, talk::LEFT, talk::NEXT].into_iter().filter_map(line).collect::<Vec<_>>();
    let (path, place) = (talk::WHERE.of(&item.id), talk.picked(talk::WHERE));
    let place = (!place.is_empty()).then(|| labelled(PlanNames.field(&path), option_said(&path, place)));
    let about = titles(talk.chosen(TALK_ABOUT));
    let about = (!about.is_empty()).then(|| labelled(text::notes::talk::FIELD_ABOUT, about));
    let kind = (!undated).then(|| view! { {rich(text::COLON)} " " {rich(text::A_TALK)} });
    let who = (!who.is_empty()).then(|| view! { <p class="t-soft">{who}</p> });
    Some(view! { <li class="t-item"><h3>{day.to_owned()} {kind}</h3> {who} {place} {lines} {about}</li> }.into_any())
}

/// The questions that a talk touched, by name.
fn titles(ids: &[String]) -> String {
    let known = ids.iter().filter_map(|id| Question::by_id(id));
    known.map(|question| say(text::title(question))).collect::<Vec<_>>().join("・")
}

fn happened(day: &str, what: Word) -> AnyView {
    view! { <li class="t-item"><h3>{day.to_owned()}</h3> <p>{rich(what)}</p></li> }.into_any()
}

#[cfg(test)]
mod tests {
    use record::{Answer, Author, ItemId, Stamp, catalogue::NewItem, plan::VersionId};

    use super::*;

    fn kept(plan: &mut Plan, id: &str, on: &str, at: i64) {
        plan.keep(Version {
            id: VersionId(id.to_owned()),
            on: Day::parse(on).unwrap(),
            at: Moment(at),
            by: Author::Own,
            reason: String::new(),
            signed: None,
            after: Vec::new(),
            answers: plan.snapshot(),
            extra: serde_json::Map::new(),
        });
    }

    fn talk_on(plan: &mut Plan, on: Option<&str>, at: i64) {
        let stamp = Stamp { at: Moment(at), by: Author::Own };
        let given = |words: &str| Answer::Given(words.to_owned());
        let talk = NewItem::new(Talk, ItemId(format!("t{at}"))).with(talk::LINE_1, Some(given("家のこと")), &stamp);
        talk.with(talk::ON, on.map(given), &stamp).put(&mut plan.sections);
    }

    #[test]
    fn the_newest_stands_first_and_what_has_no_day_last() {
        let mut plan = Plan::default();
        let stamp = |at| Stamp { at: Moment(at), by: Author::Own };
        let day = |on| Day::parse(on).unwrap();
        talk_on(&mut plan, None, 99);
        kept(&mut plan, "one", "2025-10-01", 10);
        talk_on(&mut plan, Some("2026-01-15"), 60);
        plan.look_again(ItemId("e1".to_owned()), day("2026-02-01"), &stamp(20));
        kept(&mut plan, "two", "2026-11-26", 30);
        plan.withdraw(ItemId("e2".to_owned()), day("2026-11-26"), &stamp(40));
        let all = entries(&plan);
        let kinds: Vec<&str> = all
            .iter()
            .map(|entry| match &entry.what {
                What::Kept(0) => "one",
                What::Kept(_) => "two",
                What::Talk(_) => "talk",
                What::Looked => "looked",
                What::Withdrawn => "withdrawn",
            })
            .collect();
        assert_eq!(kinds, ["withdrawn", "two", "looked", "talk", "one", "talk"]);
        assert_eq!(all.last().unwrap().on, None);
        assert!(entries(&Plan::default()).is_empty());
    }

    #[test]
    fn a_talk_names_the_questions_that_it_touched() {
        let ids = ["l1", "t2", "of-tomorrow"].map(str::to_owned);
        assert_eq!(titles(&ids), [Question::L1, Question::T2].map(|question| say(text::title(question))).join("・"));
    }
}
