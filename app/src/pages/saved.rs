//! After 「保存して終わる」: what is saved now, and what to do next.

use leptos::prelude::*;
use record::check::progress;

use crate::{
    dom::{IntoNode, Node, view},
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
pub fn saved() -> Node {
    let next = [
        (Page::Print, text::NEXT_PRINT),
        (Page::Check, text::NEXT_CHECK),
        (Page::Backup, text::NEXT_BACKUP),
        (Page::Card, text::NEXT_MORE),
    ];
    view! {
        {gate(state)}
        <h2>{rich(text::NEXT)}</h2>
        {next.map(|(page, word)| link(page, "t-button", rich(word)))}
    }
    .into_node()
}

/// Says only what is true: nothing is called saved before the disk has said so.
fn state() -> Node {
    let folder = folder();
    folder.flush();
    let content = move || match folder.sign.get() {
        Sign::Writing | Sign::Failed(_) => view! { <h1 id="top" tabindex="-1">{rich(text::SAVED_OPEN)}</h1> {sign()} }.into_node(),
        Sign::Quiet | Sign::Kept { .. } => {
            let (done, of) = folder.record.with(|record| progress(&record.card));
            view! {
                <h1 id="top" tabindex="-1">{rich(text::SAVED_TITLE)}</h1>
                <p>{rich(text::SAVED_LEAD)}</p>
                <p>{summary::progress(done, of, lang())}</p>
                {sign()}
            }
            .into_node()
        }
    };
    content.into_node()
}
