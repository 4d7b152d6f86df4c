//! The site: every file the server answers with, made once when it starts and kept in memory.
//!
//! Nothing in it depends on a request, so nothing private can get into it, and one copy is right for everybody. It must never
//! hold a page that asked for data: the pages are empty forms, and what a person wrote stays on the person's device.

pub mod asset;
mod files;
pub mod live;
pub mod page;
pub mod start;
pub mod worker;

use std::{collections::HashMap, fmt, io};

use app::{
    routes::{self, Page},
    shell::Start,
};

use crate::config::Config;
use asset::{Asset, Keep, Raw, Squeeze, integrity, short_name};
use files::{Built, Code, Files};
use page::PageError;
use start::StartError;
use worker::{Entry, WorkerError};

/// Brotli quality for the pages: many and small. Quality 9 takes longer here and gives more bytes, 11 takes twice as long for 1 %.
const EFFORT_PAGE: u32 = 10;
/// Brotli quality for all else: few, and the wasm file is what a first visit waits for.
const EFFORT_FILE: u32 = 11;

/// The file of `public/` that is for machines and not kept offline.
const NOT_OFFLINE: &str = "/robots.txt";

/// Every answer that is a file, by its path.
#[derive(Debug)]
pub struct Site {
    assets: HashMap<String, Asset>,
    not_found: Asset,
}

impl Site {
    /// Reads the built site and renders all pages.
    pub async fn load(config: &Config) -> Result<Site, SiteError> {
        // Leptos runs its effects on it. An error means that it is there already, from an earlier load.
        let _ = any_spawner::Executor::init_tokio();
        let files = Files::read(config)?;
        // Squeezing takes longer than a developer wants to wait, above all without optimisation.
        let now = |quality| if config.watch { Squeeze::Never } else { Squeeze::Quality(quality) };
        let file = |squeezed: Option<Vec<u8>>| squeezed.map_or(now(EFFORT_FILE), Squeeze::Ready);
        let hour = if config.watch { Keep::Ask } else { Keep::Hour };
        let hashed = |name: &str, end: &str, bytes: &[u8]| format!("/pkg/{name}.{}.{end}", short_name(bytes));

        let style = hashed("tsumugu", "css", &files.style.bytes);
        let dress = hashed("dress", "js", &files.dress.bytes);
        let (mut built, mut starts) = (Vec::new(), Vec::new());
        for Code { bundle, loader, wasm } in files.code {
            let path = hashed(bundle.id(), "wasm", &wasm.bytes);
            let code_integrity = integrity(&wasm.bytes);
            let module = start::join(&loader, &files.start, &path, &code_integrity)?;
            let start = Start {
                dress: dress.clone(),
                dress_integrity: integrity(&files.dress.bytes),
                module: hashed("start", "js", module.as_bytes()),
                module_integrity: integrity(module.as_bytes()),
                code: path.clone(),
                code_integrity,
                style: style.clone(),
            };
            built.push(Built { path: start.module.clone(), bytes: module.into_bytes(), brotli: None });
            built.push(Built { path, ..wasm });
            starts.push((bundle, start));
        }
        built.push(Built { path: dress, ..files.dress });
        built.push(Built { path: style.clone(), ..files.style });
        let built = built.into_iter().map(|built| (built, Keep::Forever));
        let mut raw = Vec::new();
        for (Built { path, bytes, brotli }, keep) in built.chain(files.public.into_iter().map(|built| (built, hour))) {
            let kind = asset::kind(&path).ok_or_else(|| SiteError::Kind(path.clone()))?;
            raw.push(Raw { path, kind, keep, bytes, squeeze: file(brotli) });
        }
        for path in routes::paths() {
            let failed = |error| SiteError::Page(path.clone(), error);
            let (lang, page) = Page::at(&path).ok_or(failed(PageError::Path))?;
            let own = starts.iter().find(|(bundle, _)| *bundle == page.bundle());
            // Files::read gives the first one always.
            let (_, start) = own.or(starts.first()).ok_or(failed(PageError::Rendering))?;
            let bytes = page::render(start, lang, page, &path).await.map_err(failed)?.into_bytes();
            raw.push(Raw { path, kind: KIND_PAGE, keep: Keep::Ask, bytes, squeeze: now(EFFORT_PAGE) });
        }
        let mut assets: HashMap<String, Asset> = asset::prepare(raw).into_iter().collect();

        let kept = assets.iter().filter(|(path, _)| *path != NOT_OFFLINE);
        let entry = |(path, asset): (&String, &Asset)| Entry { path: path.clone(), digest: asset.digest.clone() };
        let (mut pages, mut offline): (Vec<_>, Vec<_>) = kept.map(entry).partition(|entry| Page::at(&entry.path).is_some());
        pages.sort();
        offline.sort();
        let worker = if config.watch { worker::NONE.to_owned() } else { worker::splice(&files.worker, &pages, &offline)? };
        assets.insert("/sw.js".to_owned(), Asset::new("text/javascript; charset=utf-8", Keep::Ask, worker, now(EFFORT_FILE)));

        let not_found = include_str!("not_found.html").replace("@style", &style);
        page::check(&not_found).map_err(|error| SiteError::Page("404".to_owned(), error))?;
        Ok(Site { assets, not_found: Asset::new(KIND_PAGE, Keep::Ask, not_found, now(EFFORT_PAGE)) })
    }

    /// The file at a path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Asset> {
        self.assets.get(path)
    }

    /// The page for a path that is none.
    #[must_use]
    pub fn not_found(&self) -> &Asset {
        &self.not_found
    }

    /// Every path with a file.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.assets.keys().map(String::as_str)
    }
}

const KIND_PAGE: &str = "text/html; charset=utf-8";

/// The site cannot be served. Said once, when the server starts.
#[derive(Debug)]
pub enum SiteError {
    /// A file that must be there is not, or cannot be read.
    Read(String, io::Error),
    /// `pkg` holds several files of this ending: two builds in one folder. Delete it and build again.
    Several(&'static str),
    /// A file of `public/` is of a kind whose media type is not known here.
    Kind(String),
    /// The loader cannot be joined to `start.js`.
    Start(StartError),
    /// `sw.js` cannot take the list.
    Worker(WorkerError),
    /// The page at this path.
    Page(String, PageError),
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SiteError::Read(name, error) => write!(f, "{name} of the site cannot be read: {error}"),
            SiteError::Several(end) => write!(f, "pkg holds several .{end} files: delete the folder and build again"),
            SiteError::Kind(path) => write!(f, "{path}: no media type is known for this ending"),
            SiteError::Start(error) => error.fmt(f),
            SiteError::Worker(error) => error.fmt(f),
            SiteError::Page(path, error) => write!(f, "page {path}: {error}"),
        }
    }
}

impl std::error::Error for SiteError {}

impl From<StartError> for SiteError {
    fn from(error: StartError) -> SiteError {
        SiteError::Start(error)
    }
}

impl From<WorkerError> for SiteError {
    fn from(error: WorkerError) -> SiteError {
        SiteError::Worker(error)
    }
}
