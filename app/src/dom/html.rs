//! Nodes as HTML, on the server.
//!
//! Every text and every closure is followed by an empty comment, so that hydration finds each one even when it is empty or touches another.

use leptos::prelude::untrack;

use super::{Attr, Element, Node};

/// The comment that ends a text or the place of a closure.
const MARK: &str = "<!>";

/// Elements without an end tag.
const VOID: &[&str] = &["input", "br", "hr", "img", "path", "circle", "rect", "line"];

impl Node {
    /// Writes the node.
    pub fn html(self, out: &mut String) {
        match self {
            Node::Text(text) => {
                escape(&text, out);
                out.push_str(MARK);
            }
            Node::Element(element) => element.html(out),
            Node::Many(nodes) => nodes.into_iter().for_each(|node| node.html(out)),
            Node::Live(_, mut make) => {
                untrack(&mut make).html(out);
                out.push_str(MARK);
            }
            Node::Keyed(list) => {
                for key in untrack(&list.keys) {
                    (list.entry)(&key).html(out);
                }
                out.push_str(MARK);
            }
        }
    }
}

impl Element {
    fn html(self, out: &mut String) {
        out.push('<');
        out.push_str(self.tag);
        for (name, attr) in self.attrs {
            let text = match attr {
                Attr::Fixed(text) => Some(text),
                Attr::Live(say) => untrack(say).map(Into::into),
                Attr::Prop(_) | Attr::On(..) => None,
            };
            if let Some(text) = text {
                out.push(' ');
                out.push_str(name);
                out.push_str("=\"");
                escape(&text, out);
                out.push('"');
            }
        }
        if VOID.contains(&self.tag) {
            out.push_str(if matches!(self.tag, "path" | "circle" | "rect" | "line") { "/>" } else { ">" });
            return;
        }
        out.push('>');
        self.children.into_iter().for_each(|child| child.html(out));
        out.push_str("</");
        out.push_str(self.tag);
        out.push('>');
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}
