//! 「だれに、どこまで見せるか」 (question s5): choose a reader, open parts, see exactly what that reader will see (rule E16 of
//! docs/plan-rules.md). What can be opened to whom stands in `record::access::offer`.

use leptos::prelude::*;
use record::{
    access::{Grant, Offer, Recipient, view as disclosed},
    plan::parts::Part,
};

use super::sheets::{
    drawn, missing,
    source::{Ready, Source},
};
use crate::titles::name;
use crate::{
    pages::{
        heading,
        print::paper::{Piece, columns::Columns},
        show::lines,
    },
    parts::{
        frame::{PageLink, gate, save_status},
        words::{lang, rich},
    },
    routes::Page,
    workspace::workspace,
};
use words::{Lang, card, crew::CrewLang, plan as text};

/// The page.
#[must_use]
pub fn opened() -> AnyView {
    view! {
        {heading(Page::Opened)}
        <p>{rich(text::OPENED_LEAD)}</p>
        {gate(chooser)}
        {save_status()}
        {gate(shown_before)}
    }
    .into_any()
}

/// Nobody is chosen at first.
fn chooser() -> AnyView {
    let reader = RwSignal::new(None::<Recipient>);
    let options = Recipient::STANDING.map(|role| {
        view! {
            <label class="t-option">
                <input type="radio" name="reader" prop:checked=move || reader.get() == Some(role) on:change=move |_| reader.set(Some(role)) />
                <span>{rich(text::reader(role).name)}</span>
            </label>
        }
        .into_any()
    });
    let chosen = move || reader.get().map(|role| view! { {parts(role)} {preview(role)} });
    view! {
        <fieldset class="t-field">
            <legend>{rich(text::TO_WHOM)}</legend>
            <div class="t-options">{options}</div>
        </fieldset>
        {chosen}
    }
    .into_any()
}

/// Whether a part stands further down, to be thought about by itself.
fn one_by_one(part: Part, role: Recipient) -> bool {
    match part.offer(role) {
        Offer::Ask => true,
        Offer::Limited => part == Part::Treatment,
        Offer::Put | Offer::Never => false,
    }
}

fn parts(role: Recipient) -> AnyView {
    let workspace = workspace();
    let offered = || Part::ALL.into_iter().filter(|part| part.offer(role) != Offer::Never);
    let put: Vec<AnyView> = offered().filter(|part| !one_by_one(*part, role)).map(|part| row(part, role)).collect();
    let ask: Vec<AnyView> = offered().filter(|part| one_by_one(*part, role)).map(|part| row(part, role)).collect();
    let crew = (role == Recipient::Crew).then(|| view! { <p class="t-note t-calm">{rich(text::notes::reader_crew::CARD)}</p> });
    let put = (!put.is_empty()).then(|| view! { <ul class="t-open">{put}</ul> });
    let ask = (!ask.is_empty()).then(|| view! { <h3>{rich(text::ONE_BY_ONE)}</h3> <ul class="t-open">{ask}</ul> });
    let read_only = move || (!workspace.writable()).then(|| view! { <p class="t-note">{rich(card::READ_ONLY)}</p> });
    view! {
        <section class="t-form" id="parts">
            <h2>{rich(text::reader(role).name)}</h2>
            <p class="t-soft">{rich(text::reader(role).what)}</p>
            {crew}
            {read_only}
            {put}
            {ask}
        </section>
    }
    .into_any()
}

/// One part: closed until it is opened.
fn row(part: Part, role: Recipient) -> AnyView {
    let workspace = workspace();
    let id = format!("open-{}", part.id());
    let hint = format!("{id}-what");
    let limited = (part.offer(role) == Offer::Limited).then(|| text::part_words(part).limited).flatten();
    let limited = limited.map(|words| view! { " " <b>{rich(words)}</b> });
    view! {
        <li>
            <label class="t-option">
                <input
                    type="checkbox"
                    id=id
                    aria-describedby=hint.clone()
                    disabled=move || !workspace.writable()
                    prop:checked=move || workspace.now().is_some_and(|now| workspace.record.with(|record| record.log.is_open_on(part, role, now.day)))
                    on:change=move |event| workspace.open_part(part, role, event_target_checked(&event))
                />
                <span>{rich(text::part(part))}</span>
            </label>
            <p class="t-hint" id=hint>{rich(text::part_words(part).what)} {limited}</p>
        </li>
    }
    .into_any()
}

/// What the reader sees: a crew on its screen, anybody else on the sheet. Made by what makes the screen and the sheet.
fn preview(role: Recipient) -> AnyView {
    let workspace = workspace();
    let ready = Memo::new(move |_| {
        let today = workspace.now()?.day;
        Some(workspace.record.with(|record| Ready::of(record, role, today)))
    });
    let content = move || match (ready.get(), role) {
        (None, _) => ().into_any(),
        (Some(Ready::Closed), _) => view! { <p class="t-note t-calm">{rich(text::SEES_NOTHING)}</p> }.into_any(),
        (Some(Ready::Sheet(_) | Ready::Empty), Recipient::Crew) => on_the_screen(),
        (Some(Ready::Sheet(source)), _) => on_paper(&source),
        (Some(ready), _) => missing(&ready).map(super::sheets::Missing::said).into_any(),
    };
    view! { <section><h2>{rich(text::PREVIEW)}</h2> {super::sheets::unkept()} {content}</section> }.into_any()
}

/// What the crew's screen and the sheet on the fridge have of the plan.
fn on_the_screen() -> AnyView {
    let reader = match lang() {
        Lang::Ja => CrewLang::Ja,
        Lang::En => CrewLang::En,
    };
    let workspace = workspace();
    let plan = workspace.now().and_then(|now| {
        let shown = workspace.record.with(|record| disclosed(record, &Grant::standing(record, Recipient::Crew), now.day));
        lines::plan(&shown, reader)
    });
    view! { <div class="t-seen" data-kind="crew" lang=reader.code()>{plan}</div> }.into_any()
}

/// The sheet with its head and foot, in one column.
fn on_paper(source: &Source) -> AnyView {
    let Columns { stack, above, .. } = drawn::sheet(source);
    let pieces = stack.pieces.into_iter().map(Piece::shown).collect::<Vec<_>>();
    let sheet = view! { <PageLink to=Page::Sheets class="t-small">{rich(name(Page::Sheets))}</PageLink> }.into_any();
    view! { <div class="t-seen">{(stack.head)(1, 1)} {above} {pieces} {(stack.foot)(1, 1)}</div> {sheet} }.into_any()
}

/// What was shown, to whom and when; the latest first.
fn shown_before() -> AnyView {
    let workspace = workspace();
    let rows = move || {
        let lines = workspace
            .record
            .with(|record| record.log.disclosed().into_iter().map(|shown| words::changes::disclosed(shown, lang())).collect::<Vec<_>>());
        if lines.is_empty() {
            return view! { <p class="t-soft">{rich(text::SHOWN_NOTHING)}</p> }.into_any();
        }
        let rows = lines.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect::<Vec<_>>();
        view! { <ul class="t-dots">{rows}</ul> }.into_any()
    };
    view! { <section><h2>{rich(text::SHOWN_BEFORE)}</h2> {rows}</section> }.into_any()
}
