//! Everything that was kept, talked about, looked at again and withdrawn, the newest first.

use leptos::prelude::*;
use record::{
    Answers, Day, Item, Moment, Path,
    catalogue::ON,
    plan::{
        Plan, Question, Version,
        lists::{ABOUT, KIND, LEFT, LINE_1, LINE_2, LINE_3, LOOKED, NEXT, WHERE, WITHDRAWN},
        section,
    },
};

use super::{
    sign::signed,
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
    let items = |id: &str| plan.section(id).map_or(&[][..], |data| &data.items);
    let at = |item: &Item| item.fields.values().map(|field| field.stamp.at).max().unwrap_or(Moment(0));
    let day = |item: &Item| Day::parse(item.fields.words(ON));
    let kept = plan.versions.iter().enumerate();
    let kept = kept.map(|(place, version)| Entry { on: Some(version.on), at: version.at, what: What::Kept(place) });
    let talks = items(section::TALKS).iter().filter(|talk| !talk.fields.is_empty());
    let talks = talks.map(|talk| Entry { on: day(talk), at: at(talk), what: What::Talk(talk.clone()) });
    let events = items(section::EVENTS).iter().filter_map(|event| {
        let what = match event.fields.words(KIND) {
            LOOKED => What::Looked,
            WITHDRAWN => What::Withdrawn,
            _ => return None,
        };
        Some(Entry { on: day(event), at: at(event), what })
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
        What::Talk(item) => talk(&day, item),
        What::Looked => event(&noted, text::notes::version::LOOKED),
        What::Withdrawn => event(&noted, text::WITHDRAWN),
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

fn talk(day: &str, item: &Item) -> AnyView {
    let holder = Path::beside(section::TALKS);
    let undated = item.fields.words(ON).is_empty();
    let who = words::plan::entry::with_whom(item, lang());
    let line = |field: record::FieldId| {
        let words = item.fields.words(field);
        let named = || labelled(PlanNames.field(&holder.field(field)), words.to_owned());
        let node = || if [LEFT, NEXT].contains(&field) { named() } else { view! { <p>{words.to_owned()}</p> }.into_any() };
        (!words.is_empty()).then(node)
    };
    let lines = [LINE_1, LINE_2, LINE_3, LEFT, NEXT].into_iter().filter_map(line).collect::<Vec<_>>();
    let place = item.fields.picked(WHERE);
    let place = (!place.is_empty()).then(|| labelled(PlanNames.field(&holder.field(WHERE)), option_said(&holder.field(WHERE), place)));
    let about = titles(item.fields.chosen(ABOUT));
    let about = (!about.is_empty()).then(|| labelled(text::notes::talk::FIELD_ABOUT, about));
    let kind = (!undated).then(|| view! { {rich(text::COLON)} " " {rich(text::A_TALK)} });
    let who = (!who.is_empty()).then(|| view! { <p class="t-soft">{who}</p> });
    view! { <li class="t-item"><h3>{day.to_owned()} {kind}</h3> {who} {place} {lines} {about}</li> }.into_any()
}

/// The questions that a talk touched, by name.
fn titles(ids: &[String]) -> String {
    let known = ids.iter().filter_map(|id| Question::by_id(id));
    known.map(|question| say(text::title(question))).collect::<Vec<_>>().join("・")
}

fn event(day: &str, what: Word) -> AnyView {
    view! { <li class="t-item"><h3>{day.to_owned()}</h3> <p>{rich(what)}</p></li> }.into_any()
}

#[cfg(test)]
mod tests {
    use record::{Answer, Author, Fields, ItemId, Stamp, plan::VersionId};

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

    fn talked(plan: &mut Plan, on: Option<&str>, at: i64) {
        let stamp = Stamp { at: Moment(at), by: Author::Own };
        let mut fields = Fields::new();
        fields.set(LINE_1, Some(Answer::Given("家のこと".to_owned())), &stamp);
        fields.set(ON, on.map(|on| Answer::Given(on.to_owned())), &stamp);
        plan.section_mut(section::TALKS).items.push(Item { id: ItemId(format!("t{at}")), fields, extra: serde_json::Map::new() });
    }

    #[test]
    fn the_newest_stands_first_and_what_has_no_day_last() {
        let mut plan = Plan::default();
        let stamp = |at| Stamp { at: Moment(at), by: Author::Own };
        let day = |on| Day::parse(on).unwrap();
        talked(&mut plan, None, 99);
        kept(&mut plan, "one", "2025-10-01", 10);
        talked(&mut plan, Some("2026-01-15"), 60);
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
