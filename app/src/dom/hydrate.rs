//! Taking over what the server wrote. Where it differs from what is wanted, the difference is built anew and the rest removed:
//! a page never breaks because of markup that a browser or an extension changed.

use leptos::{
    tachys::renderer::{
        Rndr,
        types::{Element as DomElement, Node as DomNode},
    },
    wasm_bindgen::JsCast,
};

use super::{
    Element, Node,
    build::{At, Mounted, attributes, live},
};

/// Goes through the children of one element.
pub struct Cursor {
    parent: DomElement,
    next: Option<DomNode>,
}

const ELEMENT: u16 = 1;
const TEXT: u16 = 3;
const COMMENT: u16 = 8;

impl Cursor {
    /// At the first child of an element.
    pub fn inside(parent: &DomElement) -> Cursor {
        Cursor { next: parent.first_child(), parent: parent.clone() }
    }

    /// The next child if it is of a kind, and a step forward.
    fn take(&mut self, kind: u16) -> Option<DomNode> {
        let found = self.next.clone().filter(|node| node.node_type() == kind)?;
        self.next = found.next_sibling();
        Some(found)
    }

    /// The comment that stands here, or a new one.
    pub fn marker(&mut self) -> DomNode {
        self.take(COMMENT).unwrap_or_else(|| {
            let marker: DomNode = Rndr::create_placeholder().unchecked_into();
            Rndr::insert_node(&self.parent, &marker, self.next.as_ref());
            marker
        })
    }

    /// Removes what is left.
    pub fn clear(mut self) {
        while let Some(node) = self.next.take() {
            self.next = node.next_sibling();
            Rndr::remove(&node);
        }
    }
}

/// Takes over everything inside an element for as long as the page lives.
pub fn take_over(parent: &DomElement, node: Node) {
    let mut cursor = Cursor::inside(parent);
    let mounted = node.hydrate(&mut cursor);
    cursor.clear();
    // The page ends with the document; nothing is ever taken down.
    std::mem::forget(mounted);
}

impl Node {
    /// Takes over the nodes at the cursor.
    pub fn hydrate(self, cursor: &mut Cursor) -> Mounted {
        match self {
            Node::Text(text) => {
                let node = cursor.take(TEXT);
                let kept = node.filter(|node| node.node_value().as_deref() == Some(&text));
                let mounted = match kept {
                    Some(node) => Mounted::Text(node),
                    None => Node::Text(text).build(&cursor.parent, cursor.next.as_ref()),
                };
                let _ = cursor.take(COMMENT);
                mounted
            }
            Node::Element(element) => element.hydrate(cursor),
            Node::Many(nodes) => Mounted::Many(nodes.into_iter().map(|node| node.hydrate(cursor)).collect()),
            Node::Live(owner, make) => live(&owner, make, At::Adopt(cursor)),
            Node::Keyed(list) => {
                // Lists hold what a person wrote; the server never has entries.
                let marker = cursor.marker();
                list.follow(marker)
            }
        }
    }
}

impl Element {
    fn hydrate(self, cursor: &mut Cursor) -> Mounted {
        let same = cursor.next.clone().filter(|node| node.node_type() == ELEMENT && node.node_name().eq_ignore_ascii_case(self.tag));
        let Some(node) = same else {
            return Node::Element(Box::new(self)).build(&cursor.parent, cursor.next.as_ref());
        };
        cursor.next = node.next_sibling();
        let dom: DomElement = node.clone().unchecked_into();
        let held = attributes(self.attrs, &dom, false);
        let mut inside = Cursor::inside(&dom);
        let children = self.children.into_iter().map(|child| child.hydrate(&mut inside)).collect();
        inside.clear();
        Mounted::Element { node, _held: held, _children: children }
    }
}
