//! Not written yet.
use crate::dom::{IntoNode, Node};
pub fn talks() -> Node {
    ().into_node()
}
