//! 「このアプリについて」: what this is and is not, where the data stays, what one agrees to, licence, sources.

use super::{heading, help::sources};
use crate::titles::name;
use crate::{
    parts::{
        frame::PageLink,
        words::{lang, rich},
    },
    routes::Page,
};
use leptos::prelude::*;
use words::{Word, about as text, help};

/// The page. Nothing in it is about a person, so all of it stands there before anything has loaded.
#[must_use]
pub fn about() -> AnyView {
    let block = |title: Word, words: &'static [Word]| view! { <h2>{rich(title)}</h2> {points(words)} }.into_any();
    view! {
        {heading(Page::About)}
        {block(text::IS_TITLE, text::IS)}
        {block(text::IS_NOT_TITLE, text::IS_NOT)}
        {block(text::PRIVACY_TITLE, text::PRIVACY)}
        {block(text::CONSENT_TITLE, text::CONSENT)}
        {block(text::LICENCE_TITLE, text::LICENCE)}
        <p>{rich(text::VERSION)} <span class="t-num">{env!("CARGO_PKG_VERSION")}</span></p>
        <h2>{rich(help::SOURCES)}</h2>
        <p class="t-soft">{help::checked(text::CHECKED, lang())}</p>
        {sources(text::SOURCES.iter())}
        <PageLink to=Page::Help class="t-button">{rich(name(Page::Help))}</PageLink>
    }
    .into_any()
}

/// Points in any order.
fn points(words: &'static [Word]) -> AnyView {
    view! { <ul class="t-dots">{words.iter().map(|word| view! { <li>{rich(*word)}</li> }).collect::<Vec<_>>()}</ul> }.into_any()
}
