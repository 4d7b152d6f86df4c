//! What a view shows, for tests without a browser.

use leptos::prelude::*;

/// The HTML of a view, without the comments that part its pieces.
pub fn html(view: AnyView) -> String {
    let html = view.to_html();
    let mut out = String::new();
    let mut rest = html.as_str();
    while let Some((before, after)) = rest.split_once("<!") {
        out.push_str(before);
        let end = if after.starts_with("--") { "-->" } else { ">" };
        rest = after.split_once(end).map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}
