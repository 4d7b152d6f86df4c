//! Help.
use leptos::prelude::*;
use crate::{parts::words::rich, text::help::Topic};
pub fn steps(topic: &'static Topic) -> AnyView {
    view! { <ol class="t-dots">{topic.steps.iter().map(|word| view! { <li>{rich(*word)}</li> }).collect_view()}</ol> }.into_any()
}
