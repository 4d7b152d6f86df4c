//! The HTML of one page, rendered when the server starts, and the check that it can live under the policy of `headers.rs`.

use std::fmt;

use app::{
    routes::Page,
    shell::{Start, shell},
    text::Lang,
};
use axum::{
    body::{Body, to_bytes},
    http::Request,
};

/// More than any page of ours; a rendering that exceeds it has gone wrong.
const LARGEST: usize = 4 << 20;

/// Renders the page at a path. Nothing but the path, the page and this build goes in: no request, no person, no clock.
pub async fn render(start: &Start, lang: Lang, page: Page, path: &str) -> Result<String, PageError> {
    let start = start.clone();
    let render = leptos_axum::render_app_async(move || shell(start.clone(), lang, page));
    let request = Request::get(path).body(Body::empty()).map_err(|_| PageError::Path)?;
    let body = to_bytes(render(request).await.into_body(), LARGEST).await.map_err(|_| PageError::Rendering)?;
    let html = String::from_utf8(body.to_vec()).map_err(|_| PageError::Rendering)?;
    let html = strip(html)?;
    check(&html)?;
    Ok(html)
}

/// Cuts off what Leptos writes behind the document: scripts that declare empty arrays, which the start module declares itself.
fn strip(mut html: String) -> Result<String, PageError> {
    const END: &str = "</html>";
    let end = html.find(END).ok_or(PageError::Rendering)?;
    html.truncate(end + END.len());
    html.push('\n');
    Ok(html)
}

/// Says what the policy would block: the browser would drop it silently for the person and loudly in the console.
pub fn check(html: &str) -> Result<(), PageError> {
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").unwrap_or_default().1;
            continue;
        }
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let name = rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or_default();
        rest = &rest[name.len()..];
        let (mut source, mut hash, mut found) = (false, false, None);
        rest = attributes(rest, |key, value| {
            let key = key.to_ascii_lowercase();
            source |= key == "src";
            hash |= key == "integrity" && value.starts_with("sha384-");
            if key == "style" {
                found = Some(PageError::InlineStyle);
            } else if key.starts_with("on") || value.trim_start().to_ascii_lowercase().starts_with("javascript:") {
                found = Some(PageError::InlineScript);
            }
        });
        if let Some(found) = found {
            return Err(found);
        }
        match name.to_ascii_lowercase().as_str() {
            "style" => return Err(PageError::InlineStyle),
            "script" if !source || !rest.starts_with("</script>") => return Err(PageError::InlineScript),
            "script" if !hash => return Err(PageError::NoHash),
            _ => {}
        }
    }
    Ok(())
}

/// Reads the attributes of a tag up to its `>` and returns what follows.
fn attributes(mut rest: &str, mut each: impl FnMut(&str, &str)) -> &str {
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return rest.get(1..).unwrap_or_default();
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(rest.len());
        let (key, after) = rest.split_at(end.max(1));
        let (value, after) = match after.strip_prefix('=') {
            None => ("", after),
            Some(after) => match after.chars().next() {
                Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                _ => after.split_at(after.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(after.len())),
            },
        };
        each(key, value);
        rest = after;
    }
}

/// A page that cannot be served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageError {
    /// Its path is no path of an address.
    Path,
    /// The rendering broke off or is not a document.
    Rendering,
    /// It holds a script that is not a file: `<script>` with content, an `on…` attribute or a `javascript:` link.
    InlineScript,
    /// It holds a style that is not in the style sheet: `<style>` or a `style` attribute.
    InlineStyle,
    /// It names a script without `integrity`.
    NoHash,
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PageError::Path => "the path cannot be requested",
            PageError::Rendering => "the rendering did not give a whole document",
            PageError::InlineScript => "the HTML holds an inline script, which the policy blocks",
            PageError::InlineStyle => "the HTML holds an inline style, which the policy blocks: use a class",
            PageError::NoHash => "the HTML names a script without integrity",
        })
    }
}

impl std::error::Error for PageError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_a_page_with_one_hashed_script() {
        let html = r#"<!DOCTYPE html><!-- <script> --><p class="a" hidden>a < b <br/> onload="x"</p><script type="module" src="/a.js" integrity="sha384-x"></script>"#;
        assert_eq!(check(html), Ok(()));
        assert_eq!(check("<input value='>' disabled><a href=/card>x</a>"), Ok(()));
    }

    #[test]
    fn finds_what_the_policy_blocks() {
        let table = [
            ("<script>x()</script>", PageError::InlineScript),
            ("<SCRIPT src=a integrity='sha384-x'> </SCRIPT>", PageError::InlineScript),
            ("<p onclick=\"x()\">", PageError::InlineScript),
            ("<p title='>' ONCLICK=x>", PageError::InlineScript),
            ("<a href=' JavaScript:x()'>", PageError::InlineScript),
            ("<script src=\"/a.js\"></script>", PageError::NoHash),
            ("<script src=\"/a.js\" integrity=\"\"></script>", PageError::NoHash),
            ("<style>p{}</style>", PageError::InlineStyle),
            ("<p class=a style=\"color:red\">", PageError::InlineStyle),
        ];
        for (html, error) in table {
            assert_eq!(check(html), Err(error), "{html}");
        }
    }

    #[test]
    fn keeps_the_document_only() {
        assert_eq!(strip("<html></html><script>a</script>".to_owned()).as_deref(), Ok("<html></html>\n"));
        assert_eq!(strip("<html>".to_owned()), Err(PageError::Rendering));
    }
}
