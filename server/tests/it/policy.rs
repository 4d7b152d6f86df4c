//! What the content security policy would block in a page: the browser drops it silently for the person and loudly in the console.

use html5ever::{parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Everything in a page that its own policy does not allow; empty for a page that works.
pub fn blocked(html: &str) -> Vec<String> {
    let dom = parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html);
    let mut found = Vec::new();
    look(&dom.document, &mut found);
    found
}

fn look(node: &Handle, found: &mut Vec<String>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let element = &*name.local;
        let attrs = attrs.borrow();
        let value = |wanted: &str| attrs.iter().find(|attr| &*attr.name.local == wanted).map(|attr| attr.value.to_string());
        for attr in attrs.iter() {
            let key = &*attr.name.local;
            if key == "style" || key.starts_with("on") || attr.value.trim().to_ascii_lowercase().starts_with("javascript:") {
                found.push(format!("{key} of <{element}>"));
            }
        }
        let hashed = value("integrity").is_some_and(|hash| hash.starts_with("sha384-"));
        let empty = node.children.borrow().is_empty();
        if element == "style" || (element == "script" && !(value("src").is_some() && hashed && empty)) {
            found.push(format!("<{element}>"));
        }
    }
    for child in node.children.borrow().iter() {
        look(child, found);
    }
}

#[test]
fn finds_what_the_policy_blocks() {
    for html in [
        "<script>x()</script>",
        "<SCRIPT src=a integrity='sha384-x'> </SCRIPT>",
        "<p onclick=\"x()\">",
        "<p title='>' ONCLICK=x>",
        "<a href=' JavaScript:x()'>",
        "<script src=\"/a.js\"></script>",
        "<script src=\"/a.js\" integrity=\"\"></script>",
        "<style>p{}</style>",
        "<p class=a style=\"color:red\">",
    ] {
        assert_eq!(blocked(html).len(), 1, "{html}");
    }
    let good = r#"<!DOCTYPE html><!-- <script> --><p class="a" hidden>a < b <br/> onload="x"</p><script type="module" src="/a.js" integrity="sha384-x"></script>"#;
    assert_eq!(blocked(good), Vec::<String>::new());
    assert_eq!(blocked("<input value='>' disabled><a href=/card>x</a>"), Vec::<String>::new());
}
