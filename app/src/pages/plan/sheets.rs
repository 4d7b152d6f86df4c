//! 「紙にする」: one sheet for each reader, made from the record that was kept and only with what is open to that reader. The preview is
//! what comes out of the printer.

use leptos::prelude::*;
use record::access::Recipient;

mod blank;
pub(super) mod block;
pub(super) mod blocks;
mod doctor;
pub(super) mod drawn;
mod joined;
mod languages;
mod own;
mod reader;
pub(super) mod source;
mod talks;

use crate::titles::name;
use crate::{
    pages::{
        heading,
        print::paper::{self, Stack, columns::columns},
    },
    parts::{
        frame::{PageLink, gate},
        words::rich,
    },
    routes::Page,
    workspace::workspace,
};
use languages::{Audience, LanguageChoice, choose, each};
use source::Ready;
use words::{Word, plan as text, sheets};

/// What can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sheet {
    For(Recipient),
    Own,
    Blank,
}

impl Sheet {
    /// All of them. The crew has the emergency card.
    fn all() -> impl Iterator<Item = Sheet> {
        let readers = Recipient::STANDING.into_iter().filter(|role| *role != Recipient::Crew).map(Sheet::For);
        readers.chain([Sheet::Own, Sheet::Blank])
    }

    fn reader(self) -> Audience {
        match self {
            Sheet::For(_) => Audience::Others,
            Sheet::Own | Sheet::Blank => Audience::Oneself,
        }
    }

    fn name(self) -> Word {
        match self {
            Sheet::For(role) => text::reader(role).name,
            Sheet::Own => text::OWN_SHEET,
            Sheet::Blank => text::BLANK_SHEET,
        }
    }
}

/// The page.
#[must_use]
pub fn sheets() -> AnyView {
    view! {
        {heading(Page::Sheets)}
        <p class="t-soft t-screen">{rich(text::SHEETS_LEAD)}</p>
        {gate(chooser)}
    }
    .into_any()
}

fn chooser() -> AnyView {
    let workspace = workspace();
    let sheet = RwSignal::new(None::<Sheet>);
    let ready = Memo::new(move |_| {
        let Some(Sheet::For(role)) = sheet.get() else { return None };
        let today = workspace.now()?.day;
        Some(workspace.record.with(|record| Ready::of(record, role, today)))
    });
    // What is put on paper, and what keeps it from being made.
    let missing = Memo::new(move |_| match sheet.get()? {
        Sheet::For(_) => ready.get().map(|ready| missing(&ready)),
        Sheet::Own => Some(workspace.plan(|plan| match (plan.current(), plan.newest()) {
            (Some(_), _) => None,
            (None, Some(_)) => Some(Missing::WITHDRAWN),
            (None, None) => Some(Missing::NOT_KEPT),
        })),
        Sheet::Blank => Some(None),
    });
    let options = Sheet::all().map(|one| option(sheet, one)).collect::<Vec<_>>();
    let under = move || match missing.get() {
        None => ().into_any(),
        Some(Some(missing)) => missing.said(),
        Some(None) => button(sheet),
    };
    let choice = LanguageChoice::new();
    let reader = Memo::new(move |_| sheet.get().map(Sheet::reader));
    let languages = Memo::new(move |_| choice.now(reader.get().unwrap_or(Audience::Oneself)));
    let choice = move || reader.get().map(|reader| choose(choice, reader));
    let paper = move || match (sheet.get(), missing.get()) {
        (Some(sheet), Some(None)) => each(languages, move || preview(sheet, ready)),
        _ => ().into_any(),
    };
    view! {
        <div class="t-screen t-form">
            <fieldset class="t-field">
                <legend>{rich(sheets::WHICH)}</legend>
                <div class="t-options">{options}</div>
            </fieldset>
            {choice}
            {unkept()}
            <p class="t-links"><PageLink to=Page::Past class="t-small">{rich(text::COMPARE_SHEET)}</PageLink> " " <PageLink to=Page::Opened class="t-small">{rich(name(Page::Opened))}</PageLink></p>
            {under}
        </div>
        {paper}
    }
    .into_any()
}

/// Why there is nothing to print, and the page where that can be changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Missing {
    words: Word,
    page: Page,
}

impl Missing {
    const NOT_KEPT: Missing = Missing { words: text::KEEP_FIRST, page: Page::Keep };
    const WITHDRAWN: Missing = Missing { words: text::WITHDRAWN_FIRST, page: Page::Keep };
    const CLOSED: Missing = Missing { words: text::CLOSED_FOR, page: Page::Opened };
    const EMPTY: Missing = Missing { words: text::OPEN_EMPTY, page: Page::Plan };

    pub(super) fn said(self) -> AnyView {
        view! { <p class="t-note">{rich(self.words)} " " <PageLink to=self.page class="t-small">{rich(name(self.page))}</PageLink></p> }
            .into_any()
    }
}

/// What was written since the record was kept is shown to nobody.
pub(super) fn unkept() -> AnyView {
    let workspace = workspace();
    let unkept = Memo::new(move |_| workspace.plan(|plan| plan.current().is_some() && plan.has_unkept()));
    let note = move || unkept.get().then(|| Missing { words: text::UNKEPT, page: Page::Keep }.said());
    note.into_any()
}

pub(super) fn missing(ready: &Ready) -> Option<Missing> {
    match ready {
        Ready::NotKept => Some(Missing::NOT_KEPT),
        Ready::Withdrawn => Some(Missing::WITHDRAWN),
        Ready::Closed => Some(Missing::CLOSED),
        Ready::Empty => Some(Missing::EMPTY),
        Ready::Sheet(_) => None,
    }
}

fn option(sheet: RwSignal<Option<Sheet>>, one: Sheet) -> AnyView {
    view! {
        <label class="t-option">
            <input type="radio" name="sheet" prop:checked=move || sheet.get() == Some(one) on:change=move |_| sheet.set(Some(one)) />
            <span>{rich(one.name())}</span>
        </label>
    }
    .into_any()
}

fn button(sheet: RwSignal<Option<Sheet>>) -> AnyView {
    let workspace = workspace();
    let print = move |_| {
        if let Some(Sheet::For(role)) = sheet.get_untracked() {
            workspace.note_shown(role, "print");
        }
        workspace.with(|ports| ports.device.print());
    };
    view! {
        <button type="button" class="t-button t-button--main" on:click=print>{rich(sheets::PRINT)}</button>
        <h2>{rich(sheets::PREVIEW)}</h2>
    }
    .into_any()
}

fn preview(sheet: Sheet, ready: Memo<Option<Ready>>) -> AnyView {
    let workspace = workspace();
    if matches!(sheet, Sheet::For(_)) {
        let made = move || match ready.get()? {
            Ready::Sheet(source) => Some(drawn::sheet(&source)),
            _ => None,
        };
        return columns("a4", paper::A4, made);
    }
    let stack = move || -> Option<Stack> {
        let today = workspace.now()?.day;
        match sheet {
            Sheet::For(_) => None,
            Sheet::Own => workspace.record.with(|record| own::sheets(record, today)),
            Sheet::Blank => Some(blank::sheets(today)),
        }
    };
    paper::stacked("a4", paper::A4, stack)
}
