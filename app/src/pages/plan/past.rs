//! 「これまでの記録」: the newest version and what can be done with it, everything that was kept and talked about, and any two compared.

use super::{compare::compare, newest::newest, remind::remind, timeline::timeline};
use crate::{
    parts::{
        frame::{PageLink, gate, save_status},
        words::rich,
    },
    routes::Page,
};
use leptos::prelude::*;
use words::plan as text;

/// The page. On paper only the comparison comes out.
#[must_use]
pub fn past() -> AnyView {
    view! {
        <h1 class="t-screen" id="top" tabindex="-1">{rich(text::PAST)}</h1>
        {gate(content)}
        <div class="t-screen">{save_status()} <PageLink to=Page::Plan class="t-button t-button--plain">{rich(text::STOP)}</PageLink></div>
    }
    .into_any()
}

fn content() -> AnyView {
    view! {
        <div class="t-screen t-form">
            <div class="t-list">{newest()}</div>
            {timeline()}
            {remind()}
        </div>
        {compare()}
    }
    .into_any()
}
