//! 「このページのもとになった資料」: what a page rests on, and when its words were last read against that.

use leptos::prelude::*;
use record::{Day, plan::Question};

use crate::parts::words::{lang, rich, say};
use words::{
    days,
    plan::{self as text, Origin},
};

/// The folded list under a question.
#[must_use]
pub fn sources(question: Question) -> AnyView {
    let origin = text::question(question).origin;
    listed(origin.sources.to_vec(), origin.checked)
}

/// The folded list under a page that says texts of these origins.
#[must_use]
pub fn sources_of(origins: &[Origin]) -> AnyView {
    let (ids, checked) = text::joined(origins);
    listed(ids, checked)
}

fn listed(ids: Vec<&'static str>, checked: &str) -> AnyView {
    let rows = ids.into_iter().filter_map(text::source);
    let rows = rows.map(|word| view! { <li>{linked(&say(word))}</li> }.into_any()).collect::<Vec<_>>();
    let checked = Day::parse(checked).map(|day| view! { <span class="t-whole">{days::day(day, lang())}</span> });
    view! {
        <details class="t-more t-sources">
            <summary>{rich(text::notes::sources::TITLE)}</summary>
            <ul class="t-dots">{rows}</ul>
            <p class="t-soft">{rich(text::CHECKED)} {checked}</p>
        </details>
    }
    .into_any()
}

/// A name with its address, which leads there.
fn linked(words: &str) -> AnyView {
    let (name, address) = words.split_once(" http").map_or((words, None), |(name, rest)| (name, Some(format!("http{rest}"))));
    let Some(address) = address else { return name.to_owned().into_any() };
    let first = address.split(' ').next().unwrap_or_default().to_owned();
    view! { <a href=first rel="external noreferrer">{name.to_owned()}</a> }.into_any()
}
