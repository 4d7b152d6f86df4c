//! `view!`: the syntax of Leptos views, written out as calls of `app::dom`.
//!
//! Leptos gives every view a type of its own, and the compiler writes building, rebuilding and hydrating code for each. Over forty
//! pages of forms that came to 343 kB of compressed wasm, twice the whole budget. These calls make one type of node instead.
//! Everything else (signals, effects, router, hydration order) is Leptos as it is.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement};
use syn::spanned::Spanned;

/// Makes an `app::dom::Node` from markup. Supports elements, text literals, `{blocks}`, attributes, `on:event` and `prop:name`.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let nodes = match rstml::parse2(tokens.into()) {
        Ok(nodes) => nodes,
        Err(error) => return error.to_compile_error().into(),
    };
    let mut nodes: Vec<TokenStream> = nodes.iter().map(node).collect();
    match nodes.len() {
        1 => nodes.remove(0).into(),
        _ => quote!(crate::dom::Node::Many(vec![#(#nodes),*])).into(),
    }
}

fn node(node: &Node) -> TokenStream {
    match node {
        Node::Element(element) => self::element(element),
        Node::Text(text) => {
            let text = text.value_string();
            quote!(crate::dom::IntoNode::into_node(#text))
        }
        Node::Block(NodeBlock::ValidBlock(block)) => {
            let content = bare(block);
            quote!(crate::dom::IntoNode::into_node(#content))
        }
        other => quote_spanned!(other.span()=> compile_error!("elements, \"text\" and {blocks} only")),
    }
}

/// What stands in braces, without them where it is one expression.
fn bare(block: &syn::Block) -> TokenStream {
    match block.stmts.as_slice() {
        [syn::Stmt::Expr(only, None)] => quote!(#only),
        _ => quote!(#block),
    }
}

fn element(element: &NodeElement<rstml::Infallible>) -> TokenStream {
    let tag = element.name().to_string();
    if tag.starts_with(char::is_uppercase) {
        return quote_spanned!(element.name().span()=> compile_error!("call components as functions in a {block}"));
    }
    let attributes = element.attributes().iter().map(attribute);
    let children = element.children.iter().map(node);
    quote!(crate::dom::element(#tag)#(#attributes)*#(.child(#children))*.end())
}

fn attribute(attribute: &NodeAttribute) -> TokenStream {
    match attribute {
        NodeAttribute::Attribute(keyed) => self::keyed(keyed),
        NodeAttribute::Block(block) => quote_spanned!(block.span()=> .child(compile_error!("name=value only"))),
    }
}

fn keyed(keyed: &KeyedAttribute) -> TokenStream {
    let key = keyed.key.to_string().replace("r#", "").replace(' ', "");
    let value = match keyed.value() {
        Some(syn::Expr::Block(braces)) => bare(&braces.block),
        Some(value) => quote!(#value),
        None => quote!(true),
    };
    let span = keyed.span();
    match key.split_once(':') {
        Some(("on", event)) => quote_spanned!(span=> .on(#event, #value)),
        Some(("prop", name)) => quote_spanned!(span=> .prop(#name, #value)),
        _ => quote_spanned!(span=> .attr(#key, #value)),
    }
}
