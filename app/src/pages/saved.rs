//! After 「保存して終わる」: what is saved now, and what to do next.

use leptos::prelude::*;
use record::check::progress;

use crate::{
    parts::{
        frame::{gate, link, sign},
        words::{lang, rich},
    },
    routes::Page,
    state::{Sign, folder},
    text::{card as text, summary},
};

/// The page.
#[must_use]
pub fn saved() -> AnyView {
    let next = [
        (Page::Print, text::NEXT_PRINT),
        (Page::Check, text::NEXT_CHECK),
        (Page::Backup, text::NEXT_BACKUP),
        (Page::Card, text::NEXT_MORE),
    ];
    view! {
        {gate(state)}
        <h2>{rich(text::NEXT)}</h2>
        {next.map(|(page, word)| link(page, "t-button", rich(word))).collect_view()}
    }
    .into_any()
}

/// Says only what is true: nothing is called saved before the disk has said so.
fn state() -> AnyView {
    let folder = folder();
    folder.flush();
    let content = move || match folder.sign.get() {
        Sign::Writing | Sign::Failed(_) => {
            view! { <h1 id="top" tabindex="-1">{rich(text::SAVED_OPEN)}</h1> {sign()} }.into_any()
        }
        Sign::Quiet | Sign::Kept { .. } => {
            let (done, of) = folder.record.with(|record| progress(&record.card));
            view! {
                <h1 id="top" tabindex="-1">{rich(text::SAVED_TITLE)}</h1>
                <p>{rich(text::SAVED_LEAD)}</p>
                <p>{summary::progress(done, of, lang())}</p>
                {sign()}
            }
            .into_any()
        }
    };
    content.into_any()
}
