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
use asset::{Asset, Keep, integrity, short_name};
use files::Files;
use page::PageError;
use start::StartError;
use worker::{Entry, WorkerError};

/// Brotli quality for the pages (many, small) and for all else (few; wasm is what a first visit waits for).
const EFFORT_PAGE: u32 = 9;
const EFFORT_FILE: u32 = 11;

/// Files of `public/` that are not kept offline, or not served as they are.
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
        let effort = |quality| (!config.watch).then_some(quality);
        let hour = if config.watch { Keep::Ask } else { Keep::Hour };
        let hashed = |name: &str, end: &str, bytes: &[u8]| format!("/pkg/{name}.{}.{end}", short_name(bytes));

        let wasm = hashed("tsumugu", "wasm", &files.wasm);
        let style = hashed("tsumugu", "css", &files.style);
        let module = start::join(&files.loader, &files.start, &wasm, &integrity(&files.wasm))?;
        let start = Start {
            module: hashed("start", "js", module.as_bytes()),
            module_integrity: integrity(module.as_bytes()),
            wasm: wasm.clone(),
            style: style.clone(),
        };

        let mut assets = HashMap::new();
        let mut offline = Vec::new();
        let built = [(start.module.clone(), module.into_bytes()), (wasm, files.wasm), (style.clone(), files.style)];
        let built = built.into_iter().map(|(path, bytes)| (path, bytes, Keep::Forever));
        for (path, bytes, keep) in built.chain(files.public.into_iter().map(|(path, bytes)| (path, bytes, hour))) {
            let kind = asset::kind(&path).ok_or_else(|| SiteError::Kind(path.clone()))?;
            let asset = Asset::new(kind, keep, bytes, effort(EFFORT_FILE));
            if path != NOT_OFFLINE {
                offline.push(Entry { path: path.clone(), digest: asset.digest.clone() });
            }
            assets.insert(path, asset);
        }

        let mut pages = Vec::new();
        for path in routes::paths() {
            let failed = |error| SiteError::Page(path.clone(), error);
            let (lang, page) = Page::at(&path).ok_or(failed(PageError::Path))?;
            let html = page::render(&start, lang, page, &path).await.map_err(failed)?;
            let asset = Asset::new(KIND_PAGE, Keep::Ask, html, effort(EFFORT_PAGE));
            pages.push(Entry { path: path.clone(), digest: asset.digest.clone() });
            assets.insert(path, asset);
        }

        pages.sort();
        offline.sort();
        let worker = if config.watch { worker::NONE.to_owned() } else { worker::splice(&files.worker, &pages, &offline)? };
        assets.insert("/sw.js".to_owned(), Asset::new("text/javascript; charset=utf-8", Keep::Ask, worker, effort(EFFORT_FILE)));

        let not_found = include_str!("not_found.html").replace("@style", &style);
        page::check(&not_found).map_err(|error| SiteError::Page("404".to_owned(), error))?;
        Ok(Site { assets, not_found: Asset::new(KIND_PAGE, Keep::Ask, not_found, effort(EFFORT_PAGE)) })
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
