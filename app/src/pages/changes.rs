//! What differs between two contents of one record, as a list to read: for earlier versions, for backups and for restoring.

use leptos::prelude::*;
use record::Record;
use words::changes::{self as text, Line, lines};

use crate::parts::words::{lang, numbers, rich};

/// How many changes stand open; the others are folded.
const OPEN: usize = 6;

/// The changes from one content to another, or a word that there are none.
#[must_use]
pub fn changes(old: &Record, new: &Record) -> AnyView {
    let lines = lines(old, new, lang());
    if lines.is_empty() {
        return view! { <p class="t-soft">{rich(text::NONE)}</p> }.into_any();
    }
    let mut shown: Vec<AnyView> = lines.iter().map(row).collect();
    let rest = shown.split_off(shown.len().min(OPEN));
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="t-more">
                <summary>{text::more(rest.len(), lang())}</summary>
                <ul class="t-changes">{rest}</ul>
            </details>
        }
    });
    view! { <ul class="t-changes">{shown}</ul> {more} }.into_any()
}

fn row(line: &Line) -> AnyView {
    view! { <li><b>{line.place.clone()}</b> <span>{numbers(&line.words)}</span></li> }.into_any()
}
