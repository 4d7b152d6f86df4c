//! `/sw.js`: `public/sw.js` with the list of everything the app needs offline and a version written into it.
//!
//! Each entry carries the hash of its content. So the list of one build and the files of another can never end up in one
//! offline store, whatever happens between the two requests; and a new build changes the bytes of `/sw.js`, which is how
//! browsers notice it.

use super::short_name;

/// One file of the offline store.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Its path.
    pub path: String,
    /// `sha256-…` of its content.
    pub digest: String,
}

/// Writes the version and the two lists over their places: `"@version"`, `"@pages"` and `"@files"`, once each.
pub fn splice(worker: &str, pages: &[Entry], files: &[Entry]) -> Result<String, WorkerError> {
    let (pages, files) = (object(pages), object(files));
    let version = format!("{:?}", short_name(format!("{worker}{pages}{files}").as_bytes()));
    let mut done = worker.to_owned();
    for (place, text) in [("\"@version\"", version), ("\"@pages\"", pages), ("\"@files\"", files)] {
        if worker.matches(place).count() != 1 {
            return Err(WorkerError(place));
        }
        done = done.replace(place, &text);
    }
    Ok(done)
}

/// The entries as an object of JavaScript, one on each line. Paths and hashes hold no character that would need an escape.
fn object(entries: &[Entry]) -> String {
    let lines: String = entries.iter().map(|entry| format!("  {:?}: {:?},\n", entry.path, entry.digest)).collect();
    format!("{{\n{lines}}}")
}

/// `public/sw.js` has this place not exactly once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("sw.js does not hold {0} exactly once")]
pub struct WorkerError(pub &'static str);

/// Stands in place of the worker while a developer changes files: takes the real one and its store away.
pub const NONE: &str = "\
self.addEventListener(\"install\", () => self.skipWaiting());
self.addEventListener(\"activate\", (event) =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) await caches.delete(name);
      await self.registration.unregister();
    })(),
  ),
);
";

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(path: &str, digest: &str) -> Entry {
        Entry { path: path.to_owned(), digest: digest.to_owned() }
    }

    #[test]
    fn the_version_follows_every_content() {
        let worker = "a(\"@version\", \"@pages\", \"@files\")";
        let one = splice(worker, &[entry("/", "sha256-a")], &[entry("/a.css", "sha256-b")]).unwrap();
        assert!(one.contains("{\n  \"/\": \"sha256-a\",\n}, {\n  \"/a.css\": \"sha256-b\",\n}"), "{one}");
        let two = splice(worker, &[entry("/", "sha256-a")], &[entry("/a.css", "sha256-c")]).unwrap();
        assert_ne!(one.split('@').next().unwrap()[..20], two.split('@').next().unwrap()[..20]);
    }

    #[test]
    fn a_missing_place_is_said() {
        assert_eq!(splice("\"@version\" \"@pages\"", &[], &[]), Err(WorkerError("\"@files\"")));
        assert_eq!(splice("\"@version\"\"@version\" \"@pages\" \"@files\"", &[], &[]), Err(WorkerError("\"@version\"")));
    }
}
