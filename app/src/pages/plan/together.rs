//! Not written yet.
use crate::dom::{IntoNode, Node};
pub fn together() -> Node {
    ().into_node()
}
