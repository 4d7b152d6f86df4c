//! The files of a site: compressed on all processors, written into a fresh folder, listed with their hashes, put in place at once.

use std::{
    cmp::Reverse,
    fmt::Write as _,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    thread,
};

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256, Sha384};

use super::built::Built;
use crate::site::{LIST, hex};

/// Brotli quality for pages: many and small. Quality 9 takes longer here and gives more bytes, 11 takes twice as long for 1 %.
const EFFORT_PAGE: u32 = 10;
/// Brotli quality for all else: few, and the wasm file is what a first visit waits for.
const EFFORT_FILE: u32 = 11;
/// Of a brotli window, as a power of two: 4 MiB.
const WINDOW: u32 = 22;

/// One file of the site.
#[derive(Debug)]
pub(super) struct File {
    /// Its name in the folder, with `/` between parts.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    brotli: Option<Vec<u8>>,
    effort: u32,
}

impl File {
    /// A page.
    pub fn page(name: String, html: String) -> File {
        File { name, bytes: html.into_bytes(), brotli: None, effort: EFFORT_PAGE }
    }

    /// A file that was made here.
    pub fn made(name: String, bytes: Vec<u8>) -> File {
        File { name, bytes, brotli: None, effort: EFFORT_FILE }
    }

    /// A file of the build under the name that it has on the server.
    pub fn ready(name: String, built: Built) -> File {
        File { name, bytes: built.bytes, brotli: built.brotli, effort: EFFORT_FILE }
    }

    fn compressed(mut self) -> File {
        let brotli = if pays(&self.name) { self.brotli.or_else(|| brotli(&self.bytes, self.effort)) } else { None };
        self.brotli = brotli.filter(|brotli| brotli.len() < self.bytes.len());
        self
    }
}

/// Compresses all files, the largest first, on all processors: nearly all of the time that rendering takes.
pub(super) fn compress(mut files: Vec<File>) -> Vec<File> {
    files.sort_by_key(|file| Reverse(file.bytes.len()));
    let (todo, done) = (Mutex::new(files.into_iter()), Mutex::new(Vec::new()));
    let next = || todo.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some(file) = next() {
            let file = file.compressed();
            done.lock().unwrap_or_else(PoisonError::into_inner).push(file);
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    done.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Images are compressed already; SVG is text.
fn pays(name: &str) -> bool {
    !name.ends_with(".png")
}

fn brotli(plain: &[u8], quality: u32) -> Option<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::with_capacity(plain.len() / 3), 4096, quality, WINDOW);
    writer.write_all(plain).ok()?;
    Some(writer.into_inner())
}

/// Writes the files and their list into a folder beside `site` and renames it, so that `site` is never half of one.
pub(super) fn write(mut files: Vec<File>, site: &Path) -> io::Result<()> {
    refuse_other(site)?;
    files.sort_by(|one, other| one.name.cmp(&other.name));
    let fresh = beside(site, "new")?;
    let old = beside(site, "old")?;
    for left in [&fresh, &old] {
        remove(left)?;
    }
    let mut list = String::new();
    for file in &files {
        put(&fresh, &file.name, &file.bytes, &mut list)?;
        if let Some(brotli) = &file.brotli {
            put(&fresh, &format!("{}.br", file.name), brotli, &mut list)?;
        }
    }
    fs::write(fresh.join(LIST), list)?;
    let replaces = site.exists();
    if replaces {
        fs::rename(site, &old)?;
    }
    if let Err(error) = fs::rename(&fresh, site) {
        if replaces {
            // The error that is told is the one that came first.
            let _ = fs::rename(&old, site);
        }
        return Err(error);
    }
    remove(&old)
}

fn put(folder: &Path, name: &str, bytes: &[u8], list: &mut String) -> io::Result<()> {
    let path = folder.join(name);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, bytes)?;
    writeln!(list, "{}  {name}", hex(&Sha256::digest(bytes))).map_err(io::Error::other)
}

/// The site is replaced whole, so a folder that holds something else must not be given for it by mistake.
fn refuse_other(site: &Path) -> io::Result<()> {
    let ours = site.join(LIST).is_file();
    let empty = !site.exists() || fs::read_dir(site)?.next().is_none();
    if ours || empty { Ok(()) } else { Err(io::Error::new(io::ErrorKind::AlreadyExists, "it holds something that is no site")) }
}

pub(super) fn beside(site: &Path, end: &str) -> io::Result<PathBuf> {
    let name = site.file_name().ok_or(io::Error::new(io::ErrorKind::InvalidInput, "give the name of a folder"))?;
    Ok(site.with_file_name(format!(".{}.{end}", name.to_string_lossy())))
}

pub(super) fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// `sha384-…` for an `integrity` attribute (W3C Subresource Integrity).
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", Base64::encode_string(&Sha384::digest(bytes)))
}

/// `sha256-…` of a content, as the service worker checks it.
pub(super) fn digest(bytes: &[u8]) -> String {
    format!("sha256-{}", Base64::encode_string(&Sha256::digest(bytes)))
}

/// 16 hexadecimal digits that change with the content: enough to tell versions apart, and not a safeguard.
#[must_use]
pub fn short_name(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..8])
}

#[cfg(test)]
mod tests {
    use super::{super::built::unpacks_to, *};

    fn compressed(name: &str, bytes: &[u8]) -> Option<Vec<u8>> {
        File::made(name.to_owned(), bytes.to_vec()).compressed().brotli
    }

    #[test]
    fn compresses_what_gets_smaller_only() {
        let text = "つむぐ ".repeat(100);
        let brotli = compressed("a.txt", text.as_bytes()).unwrap();
        assert!(brotli.len() < text.len() / 4);
        assert!(unpacks_to(&brotli, text.as_bytes()) && !unpacks_to(&brotli, b"other") && !unpacks_to(b"x", text.as_bytes()));
        assert_eq!(compressed("a.png", text.as_bytes()), None);
        assert_eq!(compressed("a.txt", b""), None);
        let ready = Built { name: String::new(), bytes: text.clone().into_bytes(), brotli: Some(b"ready".to_vec()) };
        assert_eq!(File::ready("a.txt".to_owned(), ready).compressed().brotli.as_deref(), Some(b"ready".as_slice()));
    }

    #[test]
    fn names_follow_the_content() {
        assert_ne!(short_name(b"1"), short_name(b"2"));
        // From the W3C recommendation: the empty input.
        assert_eq!(integrity(b""), "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
    }
}
