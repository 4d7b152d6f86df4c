//! Not written yet.
use crate::dom::{IntoNode, Node};
pub fn sheets() -> Node {
    ().into_node()
}
