//! One type of node for all views: what `view!` makes, the server writes as HTML and the browser builds or hydrates.
//!
//! Fine-grained as Leptos is: a closure in an attribute or as a child follows the signals it reads, and nothing around it is touched.
//! A closure that stands for children builds them anew when it changes; focus goes back to the element with the same id.

#[cfg(feature = "hydrate")]
mod build;
#[cfg(feature = "ssr")]
mod html;
#[cfg(feature = "hydrate")]
mod hydrate;
mod into;

use std::borrow::Cow;

use leptos::{ev::Event, reactive::owner::Owner};

#[cfg(feature = "hydrate")]
pub use hydrate::take_over;
pub use into::{IntoAttr, IntoNode, IntoProp};
pub use markup::view;

/// A piece of a page that is not on the page yet.
pub enum Node {
    Text(Cow<'static, str>),
    Element(Box<Element>),
    Many(Vec<Node>),
    /// Made anew whenever a signal that it read changes.
    Live(Owner, Box<dyn FnMut() -> Node>),
    /// A list whose entries keep their place in the document while others come and go.
    Keyed(Box<Keyed>),
}

/// A list by keys.
pub struct Keyed {
    /// Where it was described: entries find the contexts of that place, whenever they are built.
    outer: Owner,
    keys: Box<dyn Fn() -> Vec<String>>,
    entry: Box<dyn Fn(&str) -> Node>,
}

/// An element being described.
pub struct Element {
    tag: &'static str,
    attrs: Vec<(&'static str, Attr)>,
    children: Vec<Node>,
}

/// What is set on an element.
pub enum Attr {
    Fixed(Cow<'static, str>),
    /// An attribute that follows signals; absent while `None`.
    Live(Box<dyn Fn() -> Option<String>>),
    /// A property that follows signals (`value`, `checked`). Only in the browser.
    Prop(Box<dyn Fn() -> Prop>),
    On(Owner, Box<dyn FnMut(Event)>),
}

/// The value of a property.
#[derive(Clone, Debug, PartialEq)]
pub enum Prop {
    Text(String),
    Flag(bool),
}

/// Begins an element.
#[must_use]
pub fn element(tag: &'static str) -> Element {
    Element { tag, attrs: Vec::new(), children: Vec::new() }
}

/// A list that follows `keys`. The entry of a key is made once and stays as long as the key does.
pub fn keyed(keys: impl Fn() -> Vec<String> + 'static, entry: impl Fn(&str) -> Node + 'static) -> Node {
    Node::Keyed(Box::new(Keyed { outer: Owner::current().unwrap_or_default(), keys: Box::new(keys), entry: Box::new(entry) }))
}

impl Element {
    /// Sets an attribute; `false` and `None` leave it out.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl IntoAttr) -> Element {
        if let Some(value) = value.into_attr() {
            self.attrs.push((name, value));
        }
        self
    }

    /// Keeps a property equal to what a closure says.
    #[must_use]
    pub fn prop<P: IntoProp>(mut self, name: &'static str, value: impl Fn() -> P + 'static) -> Element {
        self.attrs.push((name, Attr::Prop(Box::new(move || value().into_prop()))));
        self
    }

    /// Listens to an event, within the reactive owner of the place where the element is described.
    #[must_use]
    pub fn on(mut self, event: &'static str, call: impl FnMut(Event) + 'static) -> Element {
        self.attrs.push((event, Attr::On(Owner::current().unwrap_or_default(), Box::new(call))));
        self
    }

    /// Adds a child.
    #[must_use]
    pub fn child(mut self, child: Node) -> Element {
        self.children.push(child);
        self
    }

    /// The finished description.
    #[must_use]
    pub fn end(self) -> Node {
        Node::Element(Box::new(self))
    }
}
