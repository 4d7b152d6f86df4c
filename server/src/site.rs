//! A rendered site as the server sees it: a folder, and the list of hashes in it.
//!
//! The list decides what there is. A path that it does not lead to is answered with the page for "not there", and no path of a request
//! is ever joined to the folder.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
};

use axum::http::{HeaderValue, Uri};
use headers::ETag;
use sha2::{Digest, Sha256};
use tower_http::services::ServeDir;

/// The list of hashes, in the format of `sha256sum --check`.
pub const LIST: &str = "SHA256SUMS.txt";
/// The page for a path that is none.
pub const NOT_FOUND: &str = "404.html";

/// What a site is rendered for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be hosted: compressed, with the service worker.
    Release,
    /// For a developer who changes files all the time: as fast as can be, and nothing that keeps old files.
    Watch,
}

/// How long others may keep an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CachePolicy {
    /// Ask again every time: pages, the service worker, the list of hashes.
    Ask,
    /// An hour: files whose name stays when their content changes.
    Hour,
    /// For ever: the name changes with the content.
    Forever,
}

impl CachePolicy {
    /// The value of `Cache-Control`.
    #[must_use]
    pub fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            CachePolicy::Ask => "no-cache",
            CachePolicy::Hour => "public, max-age=3600",
            CachePolicy::Forever => "public, max-age=31536000, immutable",
        })
    }

    fn of(name: &str, purpose: Purpose) -> CachePolicy {
        let asks = name == "sw.js" || name == LIST || name.ends_with(".html");
        if name.starts_with("pkg/") {
            CachePolicy::Forever
        } else if asks || purpose == Purpose::Watch {
            CachePolicy::Ask
        } else {
            CachePolicy::Hour
        }
    }
}

/// A file of the site.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name in the folder, as the path of a request to it.
    pub file: Uri,
    /// Weak, because it names the content and not one of its two encodings (RFC 9110 §8.8.1).
    pub tag: ETag,
    /// How long it may be kept.
    pub keep: CachePolicy,
    /// Whether a brotli copy stands beside it.
    pub compressed: bool,
}

/// A rendered site.
#[derive(Debug)]
pub struct Site {
    root: PathBuf,
    entries: HashMap<String, Entry>,
    not_found: Entry,
}

impl Site {
    /// Reads the list, and compares every file with it: what is served is what was rendered, and an `ETag` tells the truth.
    ///
    /// # Errors
    /// There is no list, it does not name the page for "not there", or a file is missing or not what the list says.
    pub fn open(root: &Path, purpose: Purpose) -> Result<Site, SiteError> {
        let list = fs::read(root.join(LIST)).map_err(|error| SiteError::List(root.display().to_string(), error))?;
        let mut hashes = HashMap::from([(LIST.to_owned(), hex(&Sha256::digest(&list)))]);
        for line in String::from_utf8_lossy(&list).lines() {
            let (hash, name) = line.split_once("  ").ok_or(SiteError::Line)?;
            let bytes = fs::read(root.join(name)).map_err(|error| SiteError::Read(name.to_owned(), error))?;
            if hex(&Sha256::digest(&bytes)) != hash {
                return Err(SiteError::Changed(name.to_owned()));
            }
            hashes.insert(name.to_owned(), hash.to_owned());
        }
        let entry = |name: &str, hash: &str| {
            let file = format!("/{name}").parse().map_err(|_| SiteError::Name(name.to_owned()))?;
            let tag = format!("W/\"{}\"", &hash[..16]).parse().map_err(|_| SiteError::Line)?;
            Ok(Entry { file, tag, keep: CachePolicy::of(name, purpose), compressed: hashes.contains_key(&format!("{name}.br")) })
        };
        let mut entries = HashMap::new();
        for (name, hash) in hashes.iter().filter(|(name, _)| !name.ends_with(".br") && *name != NOT_FOUND) {
            entries.insert(address_of(name), entry(name, hash)?);
        }
        let hash = hashes.get(NOT_FOUND).ok_or(SiteError::NoNotFound)?;
        let not_found = entry(NOT_FOUND, hash)?;
        Ok(Site { root: root.to_owned(), entries, not_found })
    }

    /// The file at an address.
    #[must_use]
    pub fn at(&self, address: &str) -> Option<&Entry> {
        self.entries.get(address)
    }

    /// The page for an address that is none.
    #[must_use]
    pub fn not_found(&self) -> &Entry {
        &self.not_found
    }

    /// Every address with a file.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// What sends the files.
    pub fn files(&self) -> ServeDir {
        ServeDir::new(&self.root).append_index_html_on_directories(false).precompressed_br()
    }

    /// Whether the folder can still be read.
    pub async fn is_there(&self) -> bool {
        tokio::fs::metadata(self.root.join(LIST)).await.is_ok()
    }
}

/// The address of a file: `index.html` is at `/`, `card/illness.html` at `/card/illness`, everything else under its name.
#[must_use]
pub fn address_of(name: &str) -> String {
    match name.strip_suffix(".html") {
        Some("index") => "/".to_owned(),
        Some(page) => format!("/{page}"),
        None => format!("/{name}"),
    }
}

/// Bytes in hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The site cannot be served. Said once, when the server starts.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The folder holds no list of hashes.
    #[error("{0} is no rendered site: {LIST} cannot be read: {1}. Make one with `tsumugu render`")]
    List(String, #[source] io::Error),
    /// The list is not in the format of `sha256sum`.
    #[error("{LIST} cannot be understood: render the site again")]
    Line,
    /// The list names a file that is no path of an address.
    #[error("{0} cannot be an address")]
    Name(String),
    /// A file of the list is not there or cannot be read.
    #[error("{0} of the site cannot be read: {1}")]
    Read(String, #[source] io::Error),
    /// A file has changed since the site was rendered.
    #[error("{0} is not what {LIST} says: render the site again")]
    Changed(String),
    /// The list does not name `404.html`.
    #[error("{LIST} does not name {NOT_FOUND}: render the site again")]
    NoNotFound,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_files() {
        for (name, address) in [
            ("index.html", "/"),
            ("en.html", "/en"),
            ("card/illness.html", "/card/illness"),
            ("sw.js", "/sw.js"),
            ("pkg/daily.0123.wasm", "/pkg/daily.0123.wasm"),
        ] {
            assert_eq!(address_of(name), address);
        }
    }
}
