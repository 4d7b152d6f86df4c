//! The folder with the built code, read into memory.
//!
//! `cargo leptos build` puts the loader, the wasm file and the style sheet into `pkg`, with or without a hash in the name, and
//! the files of `public/` beside it. Rendering gives the files of `pkg` names of their own, made from their content, so it needs
//! neither `hash.txt` nor any `LEPTOS_…` variable to find them.
//!
//! `cargo leptos build` makes one wasm file with all pages. `./dev` has the pages of each bundle (`app::routes::Bundle`) built into a
//! file of its own: the daily one stands in `pkg`, the others in `bundles/<name>`. Without that folder the file in `pkg` serves all.
//!
//! The build puts a `….br` beside a wasm file. It is used if it holds the same bytes, and rendering is faster.

use std::{fs, io, path::Path, time::SystemTime};

use app::routes::Bundle;

use super::RenderError;
use crate::site::Purpose;

/// A file of the build.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Built {
    /// Its name in the site; empty for a file of `pkg`, which gets its name from its content.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// The same, compressed by the build.
    pub brotli: Option<Vec<u8>>,
}

impl Built {
    fn read(name: String, at: &Path) -> io::Result<Built> {
        let bytes = fs::read(at)?;
        let mut copy = at.as_os_str().to_owned();
        copy.push(".br");
        let brotli = fs::read(copy).ok().filter(|copy| unpacks_to(copy, &bytes));
        Ok(Built { name, bytes, brotli })
    }
}

/// One wasm file with what loads it.
#[derive(Debug)]
pub(super) struct Code {
    /// Whose pages it holds.
    pub bundle: Bundle,
    /// The JavaScript that wasm-bindgen wrote.
    pub loader: String,
    /// The app.
    pub wasm: Built,
}

/// What a site is made of.
#[derive(Debug)]
pub(super) struct Files {
    /// The app; the first one serves the pages of every bundle that has no file of its own.
    pub code: Vec<Code>,
    /// The style sheet.
    pub style: Built,
    /// `public/theme.js`.
    pub theme: Built,
    /// `public/start.js`.
    pub start: String,
    /// `public/sw.js`.
    pub worker: String,
    /// The other files of `public/`.
    pub public: Vec<Built>,
}

impl Files {
    /// Reads everything.
    pub fn read(root: &Path, purpose: Purpose) -> Result<Files, RenderError> {
        let mut files = Files {
            code: code(root, purpose)?,
            style: one(root, "pkg", "css", purpose)?,
            theme: Built { name: String::new(), bytes: file(root, "theme.js")?, brotli: None },
            start: text("start.js", file(root, "start.js")?)?,
            worker: text("sw.js", file(root, "sw.js")?)?,
            public: Vec::new(),
        };
        collect(root, "", &mut files.public).map_err(|error| RenderError::Read("the folder".to_owned(), error))?;
        files.public.sort();
        Ok(files)
    }
}

/// The wasm files. A developer who watches has the one that is made anew all the time.
fn code(root: &Path, purpose: Purpose) -> Result<Vec<Code>, RenderError> {
    let mut code = Vec::new();
    for bundle in Bundle::ALL {
        let folder = if bundle == Bundle::Daily { "pkg".to_owned() } else { format!("bundles/{}", bundle.id()) };
        if code.is_empty() || (purpose == Purpose::Release && root.join(&folder).is_dir()) {
            let loader = text(&format!("{folder}/*.js"), one(root, &folder, "js", purpose)?.bytes)?;
            code.push(Code { bundle, loader, wasm: one(root, &folder, "wasm", purpose)? });
        }
    }
    Ok(code)
}

/// When a file of the build was last changed.
pub(crate) fn changed(root: &Path) -> Option<SystemTime> {
    let entries = fs::read_dir(root).ok()?.chain(fs::read_dir(root.join("pkg")).ok()?);
    entries.filter_map(|entry| entry.ok()?.metadata().ok()?.modified().ok()).max()
}

/// The only file in a folder with this ending. While a developer changes files there can be an older one with a hash in its name
/// beside the newest without: then the newest.
fn one(root: &Path, folder: &str, end: &'static str, purpose: Purpose) -> Result<Built, RenderError> {
    let failed = |error| RenderError::Read(format!("{folder}/*.{end}"), error);
    let mut found = Vec::new();
    for entry in fs::read_dir(root.join(folder)).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if entry.path().extension().is_some_and(|extension| extension == end) {
            found.push((entry.metadata().and_then(|data| data.modified()).map_err(failed)?, entry.path()));
        }
    }
    found.sort();
    match found.len() {
        0 => Err(failed(io::ErrorKind::NotFound.into())),
        2.. if purpose == Purpose::Release => Err(RenderError::Several(end)),
        last => Built::read(String::new(), &found[last - 1].1).map_err(failed),
    }
}

fn file(root: &Path, name: &str) -> Result<Vec<u8>, RenderError> {
    fs::read(root.join(name)).map_err(|error| RenderError::Read(name.to_owned(), error))
}

fn text(name: &str, bytes: Vec<u8>) -> Result<String, RenderError> {
    String::from_utf8(bytes).map_err(|_| RenderError::Read(name.to_owned(), io::ErrorKind::InvalidData.into()))
}

/// The files that become a part of the site as they are: all but `pkg` and `bundles`, the scripts that get a name with a hash or a list,
/// hidden ones, and compressed copies.
fn collect(folder: &Path, prefix: &str, into: &mut Vec<Built>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let Ok(file) = entry.file_name().into_string() else { continue };
        let name = format!("{prefix}{file}");
        if file.starts_with('.') || matches!(name.as_str(), "pkg" | "bundles" | "theme.js" | "start.js" | "sw.js") {
            continue;
        }
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), into)?;
        } else if !(name.ends_with(".br") || name.ends_with(".gz")) {
            into.push(Built::read(name, &entry.path())?);
        }
    }
    Ok(())
}

/// Whether brotli bytes hold exactly this content.
pub(super) fn unpacks_to(mut compressed: &[u8], plain: &[u8]) -> bool {
    let mut unpacked = Vec::with_capacity(plain.len());
    brotli::BrotliDecompress(&mut compressed, &mut unpacked).is_ok() && unpacked == plain
}
