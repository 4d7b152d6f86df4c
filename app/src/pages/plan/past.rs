//! Not written yet.
use crate::dom::{IntoNode, Node};
pub fn past() -> Node {
    ().into_node()
}
