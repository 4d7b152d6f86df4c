//! 「これまでの記録」: the newest version and what can be done with it, everything that was kept and talked about, and any two compared.

use super::{compare::compare, newest::newest, timeline::timeline};
use crate::{
    dom::{IntoNode, Node, view},
    parts::{
        frame::{gate, sign},
        words::rich,
    },
    text::plan as text,
};

/// The page. On paper only the comparison comes out.
#[must_use]
pub fn past() -> Node {
    view! {
        <h1 class="t-screen" id="top" tabindex="-1">{rich(text::PAST)}</h1>
        {gate(content)}
        <div class="t-screen">{sign()}</div>
    }
    .into_node()
}

fn content() -> Node {
    view! {
        <div class="t-screen t-form">
            <div class="t-list">{newest()}</div>
            {timeline()}
        </div>
        {compare()}
    }
    .into_node()
}
