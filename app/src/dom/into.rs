//! What may stand in markup as a child, an attribute or a property.

use std::borrow::Cow;

use leptos::reactive::owner::Owner;

use super::{Attr, Node, Prop};

/// Something that can stand as a child.
pub trait IntoNode {
    fn into_node(self) -> Node;
}

impl IntoNode for Node {
    fn into_node(self) -> Node {
        self
    }
}

impl IntoNode for () {
    fn into_node(self) -> Node {
        Node::Many(Vec::new())
    }
}

impl IntoNode for &'static str {
    fn into_node(self) -> Node {
        Node::Text(Cow::Borrowed(self))
    }
}

impl IntoNode for String {
    fn into_node(self) -> Node {
        Node::Text(Cow::Owned(self))
    }
}

impl<T: IntoNode> IntoNode for Option<T> {
    fn into_node(self) -> Node {
        self.map_or_else(|| Node::Many(Vec::new()), T::into_node)
    }
}

impl<T: IntoNode> IntoNode for Vec<T> {
    fn into_node(self) -> Node {
        Node::Many(self.into_iter().map(T::into_node).collect())
    }
}

impl<T: IntoNode, const N: usize> IntoNode for [T; N] {
    fn into_node(self) -> Node {
        Node::Many(self.into_iter().map(T::into_node).collect())
    }
}

impl<A: IntoNode, B: IntoNode> IntoNode for (A, B) {
    fn into_node(self) -> Node {
        Node::Many(vec![self.0.into_node(), self.1.into_node()])
    }
}

/// With the place where it was described: what it makes finds the contexts of that place, whenever it is built. Not a part of
/// `into_node`, which is made anew for each closure.
#[inline(never)]
fn live(make: Box<dyn FnMut() -> Node>) -> Node {
    Node::Live(Owner::current().unwrap_or_default(), make)
}

impl<F: FnMut() -> T + 'static, T: IntoNode> IntoNode for F {
    fn into_node(mut self) -> Node {
        live(Box::new(move || self().into_node()))
    }
}

/// Something that an attribute can be set to.
pub trait IntoAttr {
    fn into_attr(self) -> Option<Attr>;
}

impl IntoAttr for &'static str {
    fn into_attr(self) -> Option<Attr> {
        Some(Attr::Fixed(Cow::Borrowed(self)))
    }
}

impl IntoAttr for String {
    fn into_attr(self) -> Option<Attr> {
        Some(Attr::Fixed(Cow::Owned(self)))
    }
}

impl IntoAttr for bool {
    fn into_attr(self) -> Option<Attr> {
        self.then_some(Attr::Fixed(Cow::Borrowed("")))
    }
}

impl<T: IntoAttr> IntoAttr for Option<T> {
    fn into_attr(self) -> Option<Attr> {
        self.and_then(T::into_attr)
    }
}

impl<F: Fn() -> T + 'static, T: IntoAttr> IntoAttr for F {
    fn into_attr(self) -> Option<Attr> {
        Some(Attr::Live(Box::new(move || match self().into_attr() {
            Some(Attr::Fixed(text)) => Some(text.into_owned()),
            _ => None,
        })))
    }
}

/// Something that a property can be set to.
pub trait IntoProp {
    fn into_prop(self) -> Prop;
}

impl IntoProp for String {
    fn into_prop(self) -> Prop {
        Prop::Text(self)
    }
}

impl IntoProp for bool {
    fn into_prop(self) -> Prop {
        Prop::Flag(self)
    }
}
