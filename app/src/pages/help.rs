//! Help.
use crate::{
    dom::{IntoNode, Node, view},
    parts::words::rich,
    text::help::Topic,
};
pub fn steps(topic: &'static Topic) -> Node {
    view! { <ol class="t-dots">{topic.steps.iter().map(|word| view! { <li>{rich(*word)}</li> }).collect::<Vec<_>>()}</ol> }.into_node()
}
