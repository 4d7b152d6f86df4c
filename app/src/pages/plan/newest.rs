//! The newest version: how old it is, and what can be done with it in one tap (rules E2, E15).

use leptos::prelude::*;
use record::{
    Confirmed, Day,
    check::{Age, staleness},
};

use super::written::{called, labelled, wrote};
use crate::titles::name;
use crate::{
    parts::{
        focus::focus,
        frame::PageLink,
        words::{lang, rich},
    },
    routes::Page,
    workspace::{Workspace, workspace},
};
use words::{Word, card, days, plan as text, when};

/// Where the focus goes when something was done on the page of records.
const RESULT: &str = "done";

/// 「もう一度見て、変わりなかった」
#[must_use]
pub fn look_again(said: RwSignal<Option<Word>>, result: &'static str) -> AnyView {
    button(text::notes::version::LOOKED, text::LOOKED_TODAY, Workspace::look_again, said, result)
}

/// Takes a withdrawal back.
#[must_use]
pub fn take_back(said: RwSignal<Option<Word>>, result: &'static str) -> AnyView {
    button(text::BRING_BACK, text::BROUGHT_BACK, Workspace::unwithdraw, said, result)
}

/// A button that does something, says so, and hands the focus to what it said.
fn button(words: Word, after: Word, act: fn(Workspace), said: RwSignal<Option<Word>>, result: &'static str) -> AnyView {
    let workspace = workspace();
    let tap = move |_| {
        act(workspace);
        said.set(Some(after));
        focus(result.to_owned());
    };
    view! { <button type="button" class="t-button" on:click=tap>{rich(words)}</button> }.into_any()
}

/// What of the newest version the page shows.
#[derive(Clone, PartialEq)]
struct Newest {
    called: String,
    /// Nothing where the day is doubtful.
    on: Option<Day>,
    wrote: String,
    withdrawn: bool,
    looked: Option<Day>,
    unkept: bool,
    writable: bool,
}

fn read(workspace: Workspace) -> Option<Newest> {
    let writable = workspace.writable();
    workspace.plan(|plan| {
        let newest = plan.newest()?;
        Some(Newest {
            called: called(&plan.versions).pop().unwrap_or_default(),
            on: when::kept(newest),
            wrote: wrote(&newest.by),
            withdrawn: plan.is_withdrawn(&newest.id),
            looked: plan.looked_again(),
            unkept: plan.has_unkept(),
            writable,
        })
    })
}

/// The block at the top of the page of records.
#[must_use]
pub fn newest() -> AnyView {
    let workspace = workspace();
    let said = RwSignal::new(None::<Word>);
    let newest = Memo::new(move |_| read(workspace));
    let body = move || match newest.get() {
        None => view! { <p>{rich(text::NO_VERSION)}</p> <PageLink to=Page::Keep class="t-button">{rich(name(Page::Keep))}</PageLink> }
            .into_any(),
        Some(newest) => block(&newest, said),
    };
    let status = move || said.get().map(|word| view! { <p class="t-kept" id=RESULT tabindex="-1">{rich(word)}</p> });
    view! { <div role="status">{status}</div> {body} }.into_any()
}

fn block(newest: &Newest, said: RwSignal<Option<Word>>) -> AnyView {
    let looked = newest.looked.map(|day| view! { <p>{text::looked_on(&days::day(day, lang()), lang())}</p> });
    let unkept = (newest.unkept && newest.writable)
        .then(|| view! { <p class="t-note t-calm">{rich(text::UNKEPT)} " " <PageLink to=Page::Keep class="t-small">{rich(name(Page::Keep))}</PageLink></p> });
    view! {
        <section class="t-item">
            <h2>{rich(text::NEWEST)}</h2>
            <p><b>{text::record_of(&newest.called, lang())}</b></p>
            {labelled(text::WHO_WROTE, newest.wrote.clone())}
            {age(newest)}
            {looked}
            {buttons(newest, said)}
        </section>
        {unkept}
    }
    .into_any()
}

/// How long ago it was written; after a year also that the person comes first.
fn age(newest: &Newest) -> Option<AnyView> {
    let today = workspace().now()?.day;
    let Some(on) = newest.on else {
        return Some(view! { <p>{rich(when::DOUBTFUL_AGE)} " " {rich(text::notes::age::ASK_FIRST)}</p> }.into_any());
    };
    let seen = newest.looked.unwrap_or(on).max(on);
    let old = staleness(Some(&Confirmed { on: seen, by: record::Author::Own }), today);
    let ask = matches!(old, Age::Old { .. }).then(|| view! { " " {rich(text::notes::age::ASK_FIRST)} });
    Some(view! { <p>{text::written_ago(&days::ago(on, today, lang()), lang())} {ask}</p> }.into_any())
}

fn buttons(newest: &Newest, said: RwSignal<Option<Word>>) -> AnyView {
    if !newest.writable {
        return view! { <p class="t-soft">{rich(card::READ_ONLY)}</p> }.into_any();
    }
    if newest.withdrawn {
        return view! { <p><b>{rich(text::WITHDRAWN)}</b></p> {take_back(said, RESULT)} }.into_any();
    }
    // Who has changed something since has not found it unchanged.
    let again = (!newest.unkept).then(|| look_again(said, RESULT));
    let withdraw = button(text::notes::version::WITHDRAW, text::WITHDRAWN_TODAY, Workspace::withdraw, said, RESULT);
    view! { {again} {withdraw} <p class="t-hint">{rich(text::notes::version::WITHDRAW_NOTE)}</p> }.into_any()
}
