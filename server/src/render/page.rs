//! The HTML of one page.

use app::{
    Lang,
    routes::Page,
    shell::{Start, shell},
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
    strip(html)
}

/// Cuts off what Leptos writes behind the document: scripts that declare empty arrays, which the start module declares itself.
fn strip(mut html: String) -> Result<String, PageError> {
    const END: &str = "</html>";
    let end = html.find(END).ok_or(PageError::Rendering)?;
    html.truncate(end + END.len());
    html.push('\n');
    Ok(html)
}

/// A page that cannot be rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// Its path is no path of an address.
    #[error("the path cannot be requested")]
    Path,
    /// The rendering broke off or is not a document.
    #[error("the rendering did not give a whole document")]
    Rendering,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_document_only() {
        assert_eq!(strip("<html></html><script>a</script>".to_owned()).as_deref(), Ok("<html></html>\n"));
        assert_eq!(strip("<html>".to_owned()), Err(PageError::Rendering));
    }
}
