//! The restore codes of the sheet for the fridge: asked for by a tick, made once for what is on the card, printed with the digits
//! that open them.

use std::time::Duration;

use exchange::{qr, restore as exchanged};
use leptos::prelude::*;
use store::restore::{self, PrintError, Printed};

use super::{
    Source,
    paper::{self, Piece, leading, piece},
};
use crate::{
    parts::words::{lang, rich},
    routes::Page,
    workspace::{Workspace, workspace},
};
use words::{Word, sheets as text};

/// Where the codes stand.
#[derive(Clone, Debug, PartialEq)]
pub enum Codes {
    /// Not asked for.
    Off,
    Making,
    Made(Printed),
    Failed(PrintError),
}

/// Makes the codes whenever they are asked for, and anew when the card changes: the digits and the codes belong together.
pub fn follow(codes: RwSignal<Codes>, wanted: RwSignal<bool>) {
    let workspace = workspace();
    let content = Memo::new(move |_| wanted.get().then(|| workspace.record.with(exchanged::content)));
    Effect::new(move |_| {
        if content.with(Option::is_none) {
            return codes.set(Codes::Off);
        }
        codes.set(Codes::Making);
        // Sealing stops the page for a second or two, so the words about it are painted first.
        request_animation_frame(move || set_timeout(move || make(workspace, codes), Duration::from_millis(60)));
    });
}

fn make(workspace: Workspace, codes: RwSignal<Codes>) {
    // Asked for twice in a row, or taken back meanwhile.
    if codes.try_get_untracked() != Some(Codes::Making) {
        return;
    }
    let made = workspace.with(|ports| workspace.record.with_untracked(|record| restore::print(ports, record)));
    codes.set(match made {
        Some(Ok(printed)) => Codes::Made(printed),
        Some(Err(error)) => Codes::Failed(error),
        None => Codes::Off,
    });
}

/// The tick, what it does, and how the making goes.
pub fn asked(codes: RwSignal<Codes>, wanted: RwSignal<bool>) -> AnyView {
    let state = move || match codes.get() {
        Codes::Off | Codes::Made(_) => ().into_any(),
        Codes::Making => view! { <p class="t-wait">{rich(text::RESTORE_MAKING)}</p> }.into_any(),
        Codes::Failed(error) => view! { <p class="t-note">{rich(reason(error))}</p> }.into_any(),
    };
    view! {
        <div class="t-field">
            <label class="t-option">
                <input
                    type="checkbox"
                    aria-describedby="restore-hint"
                    prop:checked=move || wanted.get()
                    on:change=move |event| wanted.set(event_target_checked(&event))
                />
                <span>{rich(text::RESTORE)}</span>
            </label>
            <p class="t-hint" id="restore-hint">{rich(text::RESTORE_HINT)}</p>
            <div role="status">{state}</div>
        </div>
    }
    .into_any()
}

/// What happened, what is safe, what to do next.
fn reason(error: PrintError) -> Word {
    match error {
        PrintError::TooLong => text::RESTORE_TOO_LONG,
        PrintError::NoMemory => text::RESTORE_NO_MEMORY,
        PrintError::Failed => text::RESTORE_FAILED,
    }
}

/// The digits, and the codes, three in a row.
pub fn pieces(source: &Source, printed: &Printed) -> Vec<Piece> {
    let heading = view! {
        <h3 class="t-paper__h">{source.langs.say(text::RESTORE_TITLE)}</h3>
        <p class="t-paper__note">{source.langs.say(text::RESTORE_HOW)}</p>
        <p class="t-paper__digits">{source.langs.say(text::RESTORE_DIGITS)} " " <b>{printed.digits.clone()}</b></p>
    };
    let of = printed.codes.len();
    let address = format!("{}{}", source.origin, Page::Restore.path(lang()));
    let code = |(at, part): (usize, &String)| {
        let name = format!("{} {}/{of}", source.langs.say(text::RESTORE_TITLE), at + 1);
        let drawn = qr::code(&format!("{address}#{part}")).ok();
        let drawn = drawn.map(|drawn| paper::code(drawn, name.clone()));
        view! { <figure class="t-paper__restore">{drawn}<figcaption>{name}</figcaption></figure> }.into_any()
    };
    let mut drawn = printed.codes.iter().enumerate().map(code).collect::<Vec<_>>().into_iter().peekable();
    let mut pieces = vec![leading(heading.into_any())];
    while drawn.peek().is_some() {
        let row = drawn.by_ref().take(3).collect::<Vec<_>>();
        pieces.push(piece(view! { <div class="t-paper__codes">{row}</div> }.into_any()));
    }
    pieces
}
