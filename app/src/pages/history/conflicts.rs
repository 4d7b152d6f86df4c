//! What two edits left open: both sides with who wrote them and when, and a button for each.

use leptos::prelude::*;
use record::{Choice, Conflict, Root, Stamp};
use words::{conflicts as text, days, plan, when};

use super::List;
use crate::{
    parts::{
        focus::focus_in,
        frame::link,
        summary,
        words::{lang, numbers, rich},
    },
    routes::Page,
    workspace::{Workspace, workspace},
};

/// Where the focus goes after a choice.
const RESULT: &str = "decided";

/// The open questions; nothing while there are none. The revisions that were read tell who wrote what.
pub fn open(list: RwSignal<List>) -> AnyView {
    let workspace = workspace();
    let decided = RwSignal::new(false);
    let all = Memo::new(move |_| workspace.record.with(|record| record.conflicts.clone()));
    let any = Memo::new(move |_| all.with(|all| !all.is_empty()) && workspace.writable());
    let each = move || view! { <For each=move || all.get() key=|conflict| conflict.path.to_string() children=move |one| question(one, list, decided) /> };
    let questions = move || {
        any.get().then(|| {
            view! {
                <section class="t-conflicts" aria-labelledby="open-title">
                    <h2 id="open-title">{rich(text::TITLE)}</h2>
                    <p>{rich(text::LEAD)}</p>
                    {each()}
                </section>
            }
        })
    };
    view! { {move || decided.get().then(|| done(decided))} {questions} }.into_any()
}

/// That a choice was made, and the way back.
fn done(decided: RwSignal<bool>) -> AnyView {
    let workspace = workspace();
    let back = move |_| {
        workspace.undo();
        decided.set(false);
        focus_in(workspace, "top");
    };
    view! {
        <div class="t-note" role="status">
            <p id=RESULT tabindex="-1">{rich(text::DONE)}</p>
            <button type="button" class="t-small" on:click=back>{rich(text::UNDO)}</button>
        </div>
    }
    .into_any()
}

fn question(conflict: Conflict, list: RwSignal<List>, decided: RwSignal<bool>) -> AnyView {
    let workspace = workspace();
    let id = format!("open-{}", conflict.path);
    let (place, choices) = workspace.record.with_untracked(|record| (text::place(&conflict, record, lang()), conflict.choices(record)));
    let only = choices.len() == 1;
    let versions = (conflict.path.root == Root::Whole).then(|| {
        view! { <p>{rich(text::VERSIONS)}</p> {link(Page::Past, "t-button", rich(plan::PAST))} }
    });
    let buttons = choices.into_iter().map(|choice| button(&conflict, choice, only, list, decided)).collect::<Vec<_>>();
    view! {
        <div class="t-item" role="group" aria-labelledby=id.clone()>
            <h3 id=id.clone()>{place}</h3>
            {versions}
            <div class="t-sides">{buttons}</div>
        </div>
    }
    .into_any()
}

fn button(conflict: &Conflict, choice: Choice, only: bool, list: RwSignal<List>, decided: RwSignal<bool>) -> AnyView {
    let workspace = workspace();
    let path = conflict.path.clone();
    let words = workspace.record.with_untracked(|record| text::choice(conflict, &choice, record, lang()));
    let by = {
        let (path, choice) = (path.clone(), choice.clone());
        move || {
            workspace.record.with(|record| record.stamp_of(&path, &choice)).or_else(|| told(list, |record| record.stamp_of(&path, &choice)))
        }
    };
    let by = move || by().map(|stamp| view! { <span class="t-side__by">{said(workspace, &stamp)}</span> });
    let stands = (choice == Choice::AsItStands && !only).then(|| view! { <span class="t-side__by">{rich(text::STANDS)}</span> });
    let keep = move |_| {
        workspace.decide(&path, &choice);
        decided.set(true);
        focus_in(workspace, RESULT);
    };
    view! {
        <button type="button" class="t-button t-side" on:click=keep>
            <b>{numbers(&words)}</b>
            {by}
            {stands}
            <span class="t-side__do">{rich(if only { text::ALL_RIGHT } else { text::KEEP })}</span>
        </button>
    }
    .into_any()
}

/// Who wrote it and when, by the newest revision that has it.
fn told(list: RwSignal<List>, of: impl Fn(&record::Record) -> Option<Stamp>) -> Option<Stamp> {
    list.with(|list| if let List::Read(all) = list { all.iter().find_map(|(_, held)| of(&held.record)) } else { None })
}

/// 「本人　令和8年11月30日 14:05」
fn said(workspace: Workspace, stamp: &Stamp) -> String {
    let at = workspace.with(|ports| ports.clock.at(stamp.at)).filter(|_| !stamp.at.is_doubtful());
    let when = at.map_or_else(|| when::day(None, lang()), |at| format!("{} {}:{:02}", days::day(at.day, lang()), at.hour, at.minute));
    format!("{}　{when}", summary::author(&stamp.by))
}
