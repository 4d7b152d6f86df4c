//! Not written yet.
use crate::dom::{IntoNode, Node};
pub fn opened() -> Node {
    ().into_node()
}
