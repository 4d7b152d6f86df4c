//! Building nodes in the browser, and taking them away again.

use std::{borrow::Cow, cell::RefCell, rc::Rc};

use leptos::{
    prelude::{document, untrack},
    reactive::{effect::RenderEffect, owner::Owner},
    tachys::renderer::{
        RemoveEventHandler, Rndr,
        types::{self, Element as DomElement, Node as DomNode},
    },
    wasm_bindgen::{JsCast, JsValue},
};

use super::{Attr, Element, Keyed, Node, Prop, hydrate::Cursor};

/// What is on the page, and the effects that keep it up to date. Dropping it ends the effects; [`Mounted::remove`] clears the page.
pub enum Mounted {
    Text(DomNode),
    Element {
        node: DomNode,
        _held: Vec<Held>,
        _children: Vec<Mounted>,
    },
    Many(Vec<Mounted>),
    /// What stands before the marker changes.
    Live {
        now: Rc<RefCell<Mounted>>,
        marker: DomNode,
        _effect: RenderEffect<()>,
    },
    Keyed {
        now: Rc<RefCell<Entries>>,
        marker: DomNode,
        _effect: RenderEffect<()>,
    },
}

/// The entries of a list with their keys, as they stand. Lists hold what a person wrote: a few, never thousands.
/// Each has the owner of what its closures keep.
type Entries = Vec<(String, Owner, Mounted)>;

/// What keeps an element alive to signals and events; it ends when it is dropped.
pub enum Held {
    Effect(#[expect(dead_code, reason = "held, never read")] RenderEffect<()>),
    Listener(#[expect(dead_code, reason = "held, never read")] RemoveEventHandler<DomElement>),
}

const SVG: &str = "http://www.w3.org/2000/svg";

impl Mounted {
    /// Takes everything off the page.
    pub fn remove(&self) {
        match self {
            Mounted::Text(node) | Mounted::Element { node, .. } => Rndr::remove(node),
            Mounted::Many(many) => many.iter().for_each(Mounted::remove),
            Mounted::Live { now, marker, .. } => {
                now.borrow().remove();
                Rndr::remove(marker);
            }
            Mounted::Keyed { now, marker, .. } => {
                now.borrow().iter().for_each(|(.., one)| one.remove());
                Rndr::remove(marker);
            }
        }
    }

    /// Moves everything to another place among the same parent's children.
    fn place(&self, parent: &DomElement, before: &DomNode) {
        match self {
            Mounted::Text(node) | Mounted::Element { node, .. } => Rndr::insert_node(parent, node, Some(before)),
            Mounted::Many(many) => many.iter().for_each(|one| one.place(parent, before)),
            Mounted::Live { now, marker, .. } => {
                now.borrow().place(parent, before);
                Rndr::insert_node(parent, marker, Some(before));
            }
            Mounted::Keyed { now, marker, .. } => {
                now.borrow().iter().for_each(|(.., one)| one.place(parent, before));
                Rndr::insert_node(parent, marker, Some(before));
            }
        }
    }

    /// The first node on the page, to tell whether it already stands where it should.
    fn first(&self) -> Option<DomNode> {
        match self {
            Mounted::Text(node) | Mounted::Element { node, .. } => Some(node.clone()),
            Mounted::Many(many) => many.iter().find_map(Mounted::first),
            Mounted::Live { now, marker, .. } => now.borrow().first().or_else(|| Some(marker.clone())),
            Mounted::Keyed { now, marker, .. } => now.borrow().iter().find_map(|(.., one)| one.first()).or_else(|| Some(marker.clone())),
        }
    }
}

impl Node {
    /// Puts the node into a parent, before another node or at the end.
    pub fn build(self, parent: &DomElement, before: Option<&DomNode>) -> Mounted {
        match self {
            Node::Text(text) => {
                let node: DomNode = Rndr::create_text_node(&text).unchecked_into();
                Rndr::insert_node(parent, &node, before);
                Mounted::Text(node)
            }
            Node::Element(element) => {
                let dom = create(element.tag);
                let mounted = element.fill(&dom);
                Rndr::insert_node(parent, &dom, before);
                mounted
            }
            Node::Many(nodes) => Mounted::Many(nodes.into_iter().map(|node| node.build(parent, before)).collect()),
            Node::Live(owner, make) => live(&owner, make, At::Fresh { parent, before }),
            Node::Keyed(list) => list.follow(marker(parent, before)),
        }
    }
}

fn create(tag: &str) -> DomElement {
    let drawing = matches!(tag, "svg" | "path" | "circle" | "rect" | "g" | "line");
    Rndr::create_element(tag, drawing.then_some(SVG))
}

fn marker(parent: &DomElement, before: Option<&DomNode>) -> DomNode {
    let marker: DomNode = Rndr::create_placeholder().unchecked_into();
    Rndr::insert_node(parent, &marker, before);
    marker
}

impl Element {
    /// Sets attributes and listeners and builds the children of a fresh element.
    fn fill(self, dom: &DomElement) -> Mounted {
        let held = attributes(self.attrs, dom, true);
        let children = self.children.into_iter().map(|child| child.build(dom, None)).collect();
        Mounted::Element { node: dom.clone().unchecked_into(), _held: held, _children: children }
    }
}

/// Sets what an element has. Fixed attributes are there already when the server wrote the element.
pub fn attributes(attrs: Vec<(&'static str, Attr)>, dom: &DomElement, fresh: bool) -> Vec<Held> {
    let mut held = Vec::new();
    for (name, attr) in attrs {
        match attr {
            Attr::Fixed(text) => {
                if fresh {
                    Rndr::set_attribute(dom, name, &text);
                }
            }
            Attr::Live(say) => held.push(Held::Effect(follow(
                dom,
                Box::new(move |dom| match say() {
                    Some(text) => Rndr::set_attribute(dom, name, &text),
                    None => Rndr::remove_attribute(dom, name),
                }),
            ))),
            Attr::Prop(say) => held.push(Held::Effect(follow(
                dom,
                Box::new(move |dom| {
                    let value = match say() {
                        Prop::Text(text) => JsValue::from_str(&text),
                        Prop::Flag(flag) => JsValue::from_bool(flag),
                    };
                    // Writing the same words again would move the cursor in a field.
                    let now = JsValue::from(dom.clone());
                    if js_sys::Reflect::get(&now, &name.into()).ok().as_ref() != Some(&value) {
                        Rndr::set_property(dom, name, &value);
                    }
                }),
            ))),
            Attr::On(owner, mut call) => {
                let call = Box::new(move |event: types::Event| owner.with(|| call(event.unchecked_into())));
                held.push(Held::Listener(Rndr::add_event_listener(dom, name, call)));
            }
        }
    }
    held
}

/// Does something with an element now and whenever a signal that it reads changes.
fn follow(dom: &DomElement, act: Box<dyn Fn(&DomElement)>) -> RenderEffect<()> {
    let dom = dom.clone();
    RenderEffect::new(move |_: Option<()>| act(&dom))
}

/// Where the content of a closure comes to stand.
pub enum At<'a> {
    /// Built anew, before a node or at the end.
    Fresh { parent: &'a DomElement, before: Option<&'a DomNode> },
    /// Taken over from what the server wrote.
    Adopt(&'a mut Cursor),
}

/// Keeps a place on the page equal to what a closure makes.
pub fn live(owner: &Owner, mut make: Box<dyn FnMut() -> Node>, at: At<'_>) -> Mounted {
    let now = Rc::new(RefCell::new(Mounted::Many(Vec::new())));
    // Unknown during the first run: hydration finds the marker behind the content.
    let place: Rc<RefCell<Option<DomNode>>> = Rc::default();
    let first: Rc<RefCell<Option<Node>>> = Rc::default();
    let effect = {
        // Weak: what runs the effect goes a moment after the effect, and until then it would keep alive the effects in what it made,
        // whose signals are gone already.
        let (now, place, first) = (Rc::downgrade(&now), place.clone(), first.clone());
        let run = move |_: Option<()>| {
            let node = make();
            let marker = place.borrow().clone();
            match (marker, now.upgrade()) {
                (None, _) => drop(first.replace(Some(node))),
                (Some(marker), Some(now)) => swap(&now, &marker, node),
                (Some(_), None) => {}
            }
        };
        owner.with(|| RenderEffect::new(run))
    };
    // An effect's first run has happened when `new` returns.
    let node = first.take().unwrap_or(Node::Many(Vec::new()));
    let marker = match at {
        At::Fresh { parent, before } => {
            let marker = marker(parent, before);
            now.replace(node.build(parent, Some(&marker)));
            marker
        }
        At::Adopt(cursor) => {
            now.replace(node.hydrate(cursor));
            cursor.marker()
        }
    };
    place.replace(Some(marker.clone()));
    Mounted::Live { now, marker, _effect: effect }
}

/// Puts fresh content in the place of the old. Words that stay the same are left alone, so that nothing is laid out anew. Not where the
/// browser has put others in their place, as it does when it translates.
fn swap(now: &RefCell<Mounted>, marker: &DomNode, node: Node) {
    if let (Mounted::Text(shown), Node::Text(text)) = (&*now.borrow(), &node)
        && shown.next_sibling().as_ref() == Some(marker)
    {
        if shown.node_value().as_deref() != Some(text) {
            shown.set_node_value(Some(text));
        }
        return;
    }
    let Some(parent) = Rndr::get_parent(marker) else { return };
    let focus = focused();
    now.replace(Mounted::Many(Vec::new())).remove();
    let fresh = node.build(parent.unchecked_ref(), Some(marker));
    now.replace(fresh);
    refocus(focus);
}

impl Keyed {
    /// Follows the keys: entries of keys that went away go, new ones come, the others keep their nodes.
    pub fn follow(self, marker: DomNode) -> Mounted {
        let now: Rc<RefCell<Entries>> = Rc::default();
        let (shown, at) = (Rc::downgrade(&now), marker.clone());
        // What an entry keeps outlives the next run of the effect, and ends with the entry.
        let effect = RenderEffect::new(move |_: Option<()>| {
            let keys = (self.keys)();
            let Some(parent) = Rndr::get_parent(&at) else { return };
            let parent: &DomElement = parent.unchecked_ref();
            let focus = focused();
            let Some(shown) = shown.upgrade() else { return };
            let mut shown = shown.borrow_mut();
            shown.retain(|(key, _, mounted)| {
                let stays = keys.contains(key);
                if !stays {
                    mounted.remove();
                }
                stays
            });
            // From the last to the first, so that each one's right neighbour already stands.
            let mut next = at.clone();
            let mut placed = Entries::with_capacity(keys.len());
            for key in keys.into_iter().rev() {
                let (owner, mounted) = match shown.iter().position(|(old, ..)| *old == key) {
                    Some(at) => {
                        let (_, owner, mounted) = shown.swap_remove(at);
                        if mounted.first().and_then(|first| first.next_sibling()).as_ref() != Some(&next) {
                            mounted.place(parent, &next);
                        }
                        (owner, mounted)
                    }
                    None => {
                        let owner = self.outer.child();
                        let mounted = owner.with(|| untrack(|| (self.entry)(&key).build(parent, Some(&next))));
                        (owner, mounted)
                    }
                };
                next = mounted.first().unwrap_or(next);
                placed.push((key, owner, mounted));
            }
            placed.reverse();
            *shown = placed;
            drop(shown);
            refocus(focus);
        });
        Mounted::Keyed { now, marker, _effect: effect }
    }
}

fn focused() -> Option<Cow<'static, str>> {
    document().active_element().map(|element| element.id()).filter(|id| !id.is_empty()).map(Cow::Owned)
}

/// Gives the focus back to the element with the same id, if the one that had it is gone.
fn refocus(id: Option<Cow<'static, str>>) {
    let Some(id) = id.filter(|id| focused().as_ref() != Some(id)) else { return };
    if let Some(element) = document().get_element_by_id(&id) {
        let focus = js_sys::Reflect::get(&element, &"focus".into()).ok().and_then(|focus| focus.dyn_into::<js_sys::Function>().ok());
        if let Some(focus) = focus {
            let _ = focus.call0(&element);
        }
    }
}
