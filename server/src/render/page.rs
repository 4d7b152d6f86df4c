//! The HTML of all pages, by the static routes of Leptos.

use std::{fs, io, path::Path, sync::Arc};

use app::{
    Lang,
    routes::{self, Bundle},
    shell::{Start, shell},
};
use leptos_axum::generate_route_list_with_ssg;
use leptos_config::LeptosOptions;
use tokio::{runtime::Builder, task::spawn_blocking};

use super::output::File;

/// What the pages of each bundle name.
pub(super) type Starts = Vec<(Bundle, Start)>;

/// Renders every page into `folder` and reads it back. Nothing but the routes and this build goes in: no request, no person, no clock.
pub(super) async fn pages(starts: Starts, folder: &Path) -> Result<Vec<File>, PageError> {
    let name = folder.to_str().ok_or(PageError::Folder)?.to_owned();
    // The generator makes a task of each page. They run on one thread: what Leptos makes while it renders panics when another thread drops it.
    let runtime = Builder::new_current_thread().build().map_err(PageError::Runtime)?;
    spawn_blocking(move || runtime.block_on(write(starts, &name))).await.map_err(|_| PageError::Stopped)?;
    // The generator tells nobody of a page that it could not write.
    routes::paths().iter().map(|path| read(folder, path)).collect()
}

/// The files of all routes, in both languages.
async fn write(starts: Starts, folder: &str) {
    let options = LeptosOptions::builder().output_name("tsumugu").site_root(folder).build();
    let starts = Arc::new(starts);
    for lang in [Lang::Ja, Lang::En] {
        let starts = starts.clone();
        let start = move |bundle| {
            let own = starts.iter().find(|(of, _)| *of == bundle).or(starts.first());
            own.map(|(_, start)| start.clone()).unwrap_or_default()
        };
        let (_, generator) = generate_route_list_with_ssg(move || shell(lang, start.clone()));
        generator.generate(&options).await;
    }
}

fn read(folder: &Path, path: &str) -> Result<File, PageError> {
    let name = name_of(path);
    let html = fs::read_to_string(folder.join(&name)).map_err(|error| PageError::Missing(path.to_owned(), error))?;
    let document = document(html).ok_or(PageError::Broken(path.to_owned()))?;
    Ok(File::page(name, document))
}

/// The file of a route, as Leptos names it: `/` is `index.html`, `/card/illness` is `card/illness.html`.
fn name_of(path: &str) -> String {
    let name = path.trim_start_matches('/');
    if name.is_empty() { "index.html".to_owned() } else { format!("{name}.html") }
}

/// Cuts off what Leptos writes behind the document: scripts that declare empty arrays, which the start module declares itself.
fn document(mut html: String) -> Option<String> {
    const END: &str = "</html>";
    let end = html.find(END)?;
    html.truncate(end + END.len());
    html.push('\n');
    Some(html)
}

/// A page cannot be rendered.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// The name of the folder for the pages is not Unicode.
    #[error("the name of the folder for the site is not Unicode")]
    Folder,
    /// A thread for rendering cannot be had.
    #[error("pages cannot be rendered: {0}")]
    Runtime(#[source] io::Error),
    /// Rendering has panicked.
    #[error("rendering has stopped")]
    Stopped,
    /// No route of the app is at this path, or its page could not be written.
    #[error("page {0} was not rendered: {1}")]
    Missing(String, #[source] io::Error),
    /// The rendering of this path broke off.
    #[error("page {0} is not a whole document")]
    Broken(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_document_only() {
        assert_eq!(document("<html></html><script>a</script>".to_owned()).as_deref(), Some("<html></html>\n"));
        assert_eq!(document("<html>".to_owned()), None);
    }
}
