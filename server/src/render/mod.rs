//! `tsumugu render`: writes the whole site as plain files.
//!
//! What goes in is the built code and this program; what comes out is the same public bytes for everybody: one HTML file for each
//! route, files whose names follow their content, a brotli copy beside each text, the service worker with its list, and a list of
//! hashes. Nothing of a person or of a request is there to get into it. `tsumugu serve`, or any other web server, can host the folder.

mod built;
mod output;
mod page;
pub mod start;
pub mod worker;

use std::{io, path::Path};

use app::{routes::Page, shell::Start};

use crate::site::{NOT_FOUND, Purpose, address_of};
pub(crate) use built::changed;
use built::{Code, Files};
use output::File;
pub use output::{integrity, short_name};
use page::{PageError, Starts};
use start::StartError;
use worker::{Entry, WorkerError};

/// Files that are for machines, or stand in for a page that is not there: not kept offline.
const NOT_OFFLINE: [&str; 2] = ["robots.txt", NOT_FOUND];

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// Pages, counted in each language.
    pub pages: usize,
    /// All files, compressed copies left out.
    pub files: usize,
}

/// Renders the site from the folder that the build has made, and puts it in the place of the one at `site`.
///
/// # Errors
/// The build is not whole, a page does not render, or a folder cannot be written. The old site then stays as it is.
pub async fn render(built: &Path, site: &Path, purpose: Purpose) -> Result<Rendered, RenderError> {
    let sources = Files::read(built, purpose)?;
    let (mut files, starts) = code(&sources)?;
    let style = hashed("tsumugu", "css", &sources.style.bytes);
    files.push(File::ready(hashed("theme", "js", &sources.theme.bytes), sources.theme));
    files.push(File::ready(style.clone(), sources.style));
    files.extend(sources.public.into_iter().map(|built| File::ready(built.name.clone(), built)));

    let failed = |error| RenderError::Write(site.display().to_string(), error);
    let folder = output::beside(site, "pages").map_err(failed)?;
    output::remove(&folder).map_err(failed)?;
    let pages = page::pages(starts, &folder).await;
    output::remove(&folder).map_err(failed)?;
    let pages = pages?;
    let number = pages.len();
    files.extend(pages);
    files.push(File::page(NOT_FOUND.to_owned(), include_str!("not_found.html").replace("@style", &format!("/{style}"))));

    if purpose == Purpose::Release {
        files = output::compress(files);
    }
    let worker = match purpose {
        Purpose::Release => worker(&sources.worker, &files)?,
        Purpose::Watch => worker::NONE.to_owned(),
    };
    let worker = vec![File::made("sw.js".to_owned(), worker.into_bytes())];
    files.extend(if purpose == Purpose::Release { output::compress(worker) } else { worker });
    let rendered = Rendered { pages: number, files: files.len() };
    output::write(files, site).map_err(failed)?;
    Ok(rendered)
}

/// The name of a file that follows its content: one address never has two contents.
fn hashed(name: &str, end: &str, bytes: &[u8]) -> String {
    format!("pkg/{name}.{}.{end}", short_name(bytes))
}

/// The wasm files and the module that starts each, with what a page has to name.
fn code(sources: &Files) -> Result<(Vec<File>, Starts), RenderError> {
    let theme = &sources.theme.bytes;
    let (mut files, mut starts) = (Vec::new(), Vec::new());
    for Code { bundle, loader, wasm } in &sources.code {
        let name = hashed(bundle.id(), "wasm", &wasm.bytes);
        let code = format!("/{name}");
        let code_integrity = integrity(&wasm.bytes);
        let module = start::join(loader, &sources.start, &code, &code_integrity)?;
        let module_name = hashed("start", "js", module.as_bytes());
        let start = Start {
            theme: format!("/{}", hashed("theme", "js", theme)),
            theme_integrity: integrity(theme),
            module: format!("/{module_name}"),
            module_integrity: integrity(module.as_bytes()),
            code,
            code_integrity,
            style: format!("/{}", hashed("tsumugu", "css", &sources.style.bytes)),
        };
        files.push(File::made(module_name, module.into_bytes()));
        files.push(File::ready(name, wasm.clone()));
        starts.push((*bundle, start));
    }
    Ok((files, starts))
}

fn worker(source: &str, files: &[File]) -> Result<String, WorkerError> {
    let kept = files.iter().filter(|file| !NOT_OFFLINE.contains(&file.name.as_str()));
    let entry = |file: &File| Entry { path: address_of(&file.name), digest: output::digest(&file.bytes) };
    let (mut pages, mut offline): (Vec<_>, Vec<_>) = kept.map(entry).partition(|entry| Page::at(&entry.path).is_some());
    pages.sort();
    offline.sort();
    worker::splice(source, &pages, &offline)
}

/// The site cannot be rendered.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A file of the build that must be there is not, or cannot be read.
    #[error("{0} of the build cannot be read: {1}")]
    Read(String, #[source] io::Error),
    /// `pkg` holds several files of this ending: two builds in one folder.
    #[error("pkg holds several .{0} files: delete the folder and build again")]
    Several(&'static str),
    /// The loader cannot be joined to `start.js`.
    #[error(transparent)]
    Start(#[from] StartError),
    /// `sw.js` cannot take the list.
    #[error(transparent)]
    Worker(#[from] WorkerError),
    /// A page.
    #[error(transparent)]
    Page(#[from] PageError),
    /// The folder of the site cannot be written.
    #[error("{0} cannot be written: {1}")]
    Write(String, #[source] io::Error),
}
