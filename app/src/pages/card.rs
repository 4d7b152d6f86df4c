//! The card's task list: what is written, in any order, nothing blocked.

use leptos::prelude::*;
use record::{Section, check::progress};

use super::heading;
use crate::{
    parts::{
        frame::{PageLink, gate, save_status},
        outside::outside,
        storage::may_clear,
        summary,
        words::{lang, rich},
    },
    routes::Page,
    workspace::workspace,
};
use words::{card as text, labels, summary as summary_text};

/// The page.
#[must_use]
pub fn card() -> AnyView {
    view! {
        {heading(Page::Card)}
        {outside()}
        <p class="t-soft"><b class="t-whole">{gate(done)}</b> " " <span class="t-whole">{rich(text::ANYWHERE)}</span></p>
        <ul class="t-tasks">{Section::ALL[..Section::FIRST].iter().map(|section| task(*section)).collect::<Vec<_>>()}</ul>
        <details class="t-more">
            <summary>{rich(text::MORE)}</summary>
            <ul class="t-tasks">{Section::ALL[Section::FIRST..].iter().map(|section| task(*section)).collect::<Vec<_>>()}</ul>
        </details>
        {save_status()}
        <PageLink to=Page::Saved class="t-button t-button--main">{rich(text::FINISH)}</PageLink>
        {gate(proxy)}
        {gate(|| may_clear(|| Some(view! { <PageLink to=Page::Backup class="t-small">{rich(text::NEXT_BACKUP)}</PageLink> }.into_any())))}
    }
    .into_any()
}

/// The quiet way to where it is set who writes for the person, while the person writes.
fn proxy() -> AnyView {
    let workspace = workspace();
    let way = move || {
        let own = workspace.settings.with(|settings| settings.proxy.is_none());
        let to = format!("{}#proxy", Page::People.path(lang()));
        own.then(|| view! { <a class="t-button t-button--plain" href=to>{rich(text::PROXY)}</a> })
    };
    way.into_any()
}

fn done() -> AnyView {
    let workspace = workspace();
    let words = move || {
        let (done, of) = workspace.record.with(|record| progress(&record.card));
        summary_text::progress(done, of, lang())
    };
    words.into_any()
}

fn task(section: Section) -> AnyView {
    let state = move || {
        let workspace = workspace();
        let language = lang();
        let words = move || workspace.record.with(|record| summary::section(&record.card, section, language));
        let open = move || workspace.record.with(|record| !record::check::section_done(&record.card, section));
        view! { <span class="t-tasks__state" data-open=move || open().to_string()>{words}</span> }.into_any()
    };
    let content = view! { <b>{rich(labels::section(section))}</b> {gate(state)} };
    view! { <li><PageLink to=Page::Section(section) class="t-tasks__link">{content}</PageLink></li> }.into_any()
}
