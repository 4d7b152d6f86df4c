//! 「印刷する」: choose a sheet, see it as it will come out, print it. What is on the preview is what is on paper, nothing else.

use leptos::prelude::*;
use record::{
    Day, SectionData,
    access::{Disclosure, Grant, Recipient, view as disclosed},
    check::{Age, staleness},
};

mod blank;
mod codes;
mod copy;
mod fridge;
mod marks;
pub(in crate::pages) mod paper;
mod wallet;

use codes::Codes;

use super::heading;
use crate::titles::name;
use crate::{
    parts::{
        frame::{PageLink, gate},
        words::{lang, rich},
    },
    routes::Page,
    workspace::workspace,
};
use words::{Word, langs::Langs, sheets as text, when};

/// What can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sheet {
    Fridge,
    Wallet,
    Marks,
    Blank,
    Texts,
}

impl Sheet {
    const ALL: [Sheet; 5] = [Sheet::Fridge, Sheet::Wallet, Sheet::Marks, Sheet::Blank, Sheet::Texts];

    /// The name, and how to use it.
    const fn words(self) -> (Word, Word) {
        match self {
            Sheet::Fridge => (text::FRIDGE, text::FRIDGE_HOW),
            Sheet::Wallet => (text::WALLET, text::WALLET_HOW),
            Sheet::Marks => (text::MARKS, text::MARKS_HOW),
            Sheet::Blank => (text::BLANK, text::BLANK_HOW),
            Sheet::Texts => (text::TEXTS, text::TEXTS_HOW),
        }
    }

    /// Whether it shows what was written.
    const fn is_about_somebody(self) -> bool {
        !matches!(self, Sheet::Marks | Sheet::Blank)
    }
}

/// What a sheet is made from.
struct Source {
    /// As a crew may see it.
    shown: Disclosure,
    today: Day,
    /// The day of the newest answer.
    written: Option<String>,
    langs: Langs,
    /// Scheme and host, for the restore codes.
    origin: String,
}

/// The page.
#[must_use]
pub fn print() -> AnyView {
    view! {
        {heading(Page::Print)}
        <p class="t-soft t-screen">{rich(text::LEAD)}</p>
        {gate(chooser)}
    }
    .into_any()
}

fn chooser() -> AnyView {
    let workspace = workspace();
    let sheet = RwSignal::new(Sheet::Fridge);
    let (codes, wanted) = (RwSignal::new(Codes::Off), RwSignal::new(false));
    codes::follow(codes, wanted);
    let options = Sheet::ALL.map(|one| option(sheet, one));
    let how = move || rich(sheet.get().words().1);
    let asked = move || (sheet.get() == Sheet::Fridge).then(|| codes::asked(codes, wanted));
    // Without its codes the sheet would not be what was asked for.
    let busy = move || sheet.get() == Sheet::Fridge && codes.get() == Codes::Making;
    let button = move || {
        (sheet.get() != Sheet::Texts).then(|| {
            view! {
                <button
                    type="button"
                    class="t-button t-button--main"
                    disabled=busy
                    on:click=move |_| { workspace.with(|ports| ports.device.print()); }
                >
                    {rich(text::PRINT)}
                </button>
            }
        })
    };
    view! {
        <div class="t-screen t-form">
            <fieldset class="t-field">
                <legend>{rich(text::WHICH)}</legend>
                <div class="t-options">{options}</div>
            </fieldset>
            <p>{how}</p>
            {asked}
            {move || notes(sheet.get())}
            {button}
            <h2>{rich(text::PREVIEW)}</h2>
        </div>
        {move || chosen(sheet.get(), codes)}
    }
    .into_any()
}

fn option(sheet: RwSignal<Sheet>, one: Sheet) -> AnyView {
    view! {
        <label class="t-option">
            <input type="radio" name="sheet" prop:checked=move || sheet.get() == one on:change=move |_| sheet.set(one) />
            <span>{rich(one.words().0)}</span>
        </label>
    }
    .into_any()
}

/// What to know before printing: nothing written, never confirmed, confirmed long ago.
fn notes(sheet: Sheet) -> Option<AnyView> {
    let workspace = workspace();
    let today = workspace.now()?.day;
    let (word, page) = workspace.record.with(|record| {
        let card = &record.card;
        let empty = card.sections.values().all(|data| data.fields.is_empty() && data.items.is_empty());
        match staleness(card.confirmed.as_ref(), today) {
            _ if !sheet.is_about_somebody() => None,
            _ if empty => Some((text::EMPTY, Page::Card)),
            Age::Never => Some((text::UNCONFIRMED, Page::Check)),
            Age::Old { .. } => Some((text::STALE, Page::Check)),
            Age::Fresh { .. } => None,
        }
    })?;
    Some(view! { <p class="t-note">{rich(word)} " " <PageLink to=page class="t-small">{rich(name(page))}</PageLink></p> }.into_any())
}

fn source() -> Option<Source> {
    let workspace = workspace();
    let today = workspace.now()?.day;
    let origin = workspace.with(|ports| ports.device.origin()).unwrap_or_default();
    let shown = workspace.record.with(|record| disclosed(record, &Grant::standing(record, Recipient::Crew), today));
    let written = shown.card.sections.values().filter_map(SectionData::stamp).map(|stamp| stamp.at).max();
    let langs = Langs::of_sheets(lang());
    let written = written.and_then(|at| workspace.with(|ports| when::day_of(at, ports.clock.at(at).day, langs)));
    Some(Source { shown, today, written, langs, origin })
}

fn chosen(sheet: Sheet, codes: RwSignal<Codes>) -> AnyView {
    match sheet {
        Sheet::Fridge => fridge::sheets(codes),
        Sheet::Wallet => wallet::sheet(),
        Sheet::Marks => marks::sheet(Langs::of_sheets(lang())),
        Sheet::Blank => blank::sheets(),
        Sheet::Texts => copy::texts(),
    }
}
