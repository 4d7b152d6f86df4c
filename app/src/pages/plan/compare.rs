//! Any two versions, or a version and the answers now: what was, what is, in plain sentences; also on paper.

mod changes;
mod on_paper;

use leptos::prelude::*;
use record::{
    Day,
    plan::{Key, Plan, VersionId},
};

use self::changes::{Sentence, Side, both, changes, touches_treatment};
use super::{
    sheets::source::SheetSubject,
    written::{called, last_author},
};
use crate::{
    pages::print::paper::{
        self,
        columns::{Columns, columns},
    },
    parts::{
        plan::answer_text::title,
        summary,
        words::{lang, numbers, rich, say},
    },
    workspace::workspace,
};
use words::{days, plan as text, when};

/// The later one of the two.
#[derive(Clone, Debug, PartialEq)]
enum Later {
    Kept(VersionId),
    Now,
}

/// The section of the page: two choices, and what came of them.
#[must_use]
pub fn compare() -> AnyView {
    let workspace = workspace();
    let older = RwSignal::new(None::<VersionId>);
    let later = RwSignal::new(None::<Later>);
    let versions = Memo::new(move |_| {
        workspace.plan(|plan| plan.versions.iter().map(|version| version.id.clone()).zip(called(&plan.versions)).collect::<Vec<_>>())
    });
    // One version and nothing new beside it: there is nothing to compare.
    let worth = Memo::new(move |_| versions.with(Vec::len) > 1 || workspace.plan(|plan| !plan.versions.is_empty() && plan.has_unkept()));
    let first = move || {
        let each = versions.get().into_iter().rev().map(|(id, called)| {
            let (read, write) = (id.clone(), id);
            let tap = move |_| {
                older.set(Some(write.clone()));
                later.set(None);
            };
            radio("older", called.into_any(), move || older.get().as_ref() == Some(&read), tap)
        });
        each.collect::<Vec<_>>()
    };
    let second = move || {
        let older = older.get()?;
        let after = versions.get().into_iter().skip_while(|(id, _)| *id != older).skip(1).collect::<Vec<_>>();
        let kept = after.into_iter().rev().map(|(id, called)| (Later::Kept(id), called.into_any()));
        let each = std::iter::once((Later::Now, rich(text::NOW))).chain(kept).map(|(one, words)| {
            let (read, write) = (one.clone(), one);
            radio("later", words, move || later.get().as_ref() == Some(&read), move |_| later.set(Some(write.clone())))
        });
        let each = each.collect::<Vec<_>>();
        Some(view! { <fieldset class="t-field"><legend>{rich(text::NEWER)}</legend> <div class="t-options">{each}</div></fieldset> })
    };
    let pair = move || {
        let (older, later) = (older.get()?, later.get()?);
        workspace.plan(|plan| Some((kept(plan, &older)?, side(plan, &later)?)))
    };
    let count = move || pair().map(|(old, new)| view! { <p>{text::differing(changes(&old, &new).len(), lang())}</p> });
    let content = move || {
        worth.get().then(|| {
            view! {
                <div class="t-screen t-form">
                    <h2>{rich(text::COMPARE)}</h2>
                    <fieldset class="t-field"><legend>{rich(text::OLDER)}</legend> <div class="t-options">{first}</div></fieldset>
                    {second}
                    <div role="status">{count}</div>
                </div>
                {move || pair().map(|(old, new)| outcome(&old, &new))}
            }
        })
    };
    let sheets = move || {
        let ((old, new), today) = (pair()?, workspace.now()?.day);
        let stack = on_paper::sheets(&old, &new, &workspace.record.with(SheetSubject::of), today);
        Some(Columns { stack, above: ().into_any(), below: None })
    };
    view! { {content} <div class="t-print">{columns("a4", paper::A4, sheets)}</div> }.into_any()
}

fn radio(name: &'static str, words: AnyView, on: impl Fn() -> bool + Send + 'static, tap: impl Fn(leptos::ev::Event) + 'static) -> AnyView {
    view! { <label class="t-option"><input type="radio" name=name prop:checked=on on:change=tap /> <span>{words}</span></label> }.into_any()
}

fn kept(plan: &Plan, id: &VersionId) -> Option<Side> {
    let place = plan.versions.iter().position(|version| version.id == *id)?;
    let (version, called) = (plan.versions.get(place)?, called(&plan.versions).swap_remove(place));
    Some(Side {
        day: when::kept(version),
        on: called.clone(),
        called,
        by: version.by.clone(),
        reason: version.reason.clone(),
        answers: version.answers.clone(),
    })
}

fn side(plan: &Plan, later: &Later) -> Option<Side> {
    match later {
        Later::Kept(id) => kept(plan, id),
        Later::Now => {
            let today: Day = workspace().now()?.day;
            let answers = plan.snapshot();
            let called = text::not_kept_yet(&days::day(today, lang()), lang());
            Some(Side { day: Some(today), on: say(text::UP_TO_NOW), called, by: last_author(&answers), reason: String::new(), answers })
        }
    }
}

/// What changed, on the screen: whose it is, what it is not, both days, who wrote, and the changes.
fn outcome(old: &Side, new: &Side) -> AnyView {
    let workspace = workspace();
    let person = workspace.record.with(summary::person);
    let changes = changes(old, new);
    let relief = touches_treatment(&changes).then(|| view! { <p>{rich(text::notes::relief::TEXT)}</p> });
    let rows = changes.into_iter().map(row).collect::<Vec<_>>();
    let same = rows.is_empty().then(|| view! { <p>{rich(text::SAME)}</p> });
    let reason = (!new.reason.is_empty()).then(|| fact(rich(text::REASON), new.reason.clone()));
    let print = move |_| {
        workspace.with(|ports| ports.device.print());
    };
    view! {
        <section class="t-compared t-screen t-form">
            <h2>{rich(text::COMPARE_SHEET)}</h2>
            <p><b>{person}</b></p>
            <p class="t-soft">{rich(text::notes::e1::SHORT)}</p>
            <dl class="t-said">
                {fact(rich(text::OLDER), both(old))}
                {fact(rich(text::NEWER), both(new))}
                {reason}
            </dl>
            <h3>{text::compared(&old.on, &new.on, lang())}</h3>
            {same}
            <ul class="t-changes">{rows}</ul>
            {relief}
            <p class="t-hint">{rich(text::OWN_PAPER)}</p>
            <button type="button" class="t-button" on:click=print>{rich(text::PRINT_COMPARED)}</button>
        </section>
    }
    .into_any()
}

fn fact(label: AnyView, words: String) -> AnyView {
    view! { <div><dt>{label}</dt><dd>{words}</dd></div> }.into_any()
}

fn row((key, sentences): (Key, Vec<Sentence>)) -> AnyView {
    let each = sentences.into_iter().map(|(label, words)| {
        let label = label.map(|label| view! { <i class="t-soft">{label.clone()} {text::colon(&label, lang())} " "</i> });
        view! { <span>{label} {numbers(&words)}</span> }.into_any()
    });
    view! { <li><b>{title(key)}</b> {each.collect::<Vec<_>>()}</li> }.into_any()
}
