//! The site in use. A new one is taken up as soon as it is in place: the page of one release never names files of another.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant, SystemTime},
};

use tokio::{runtime::Handle, sync::Mutex, task::spawn_blocking};

use crate::{
    ServeError,
    render::{self, changed},
    site::{LIST, Purpose, Site},
};

/// How long after a try that failed a new site is looked at again.
const AGAIN: Duration = Duration::from_secs(2);

/// Gives the site to each request.
#[derive(Debug)]
pub struct Live {
    source: Source,
    kept: Mutex<Kept>,
}

#[derive(Debug)]
struct Kept {
    /// When what the site comes from was last changed, as far as it was taken up.
    seen: Option<SystemTime>,
    site: Arc<Site>,
    /// The change that could not be taken up, and when that was last tried.
    failed: Option<(SystemTime, Instant)>,
}

/// Where the site comes from.
#[derive(Clone, Debug)]
enum Source {
    /// A folder that somebody renders and puts in place.
    Rendered { root: PathBuf },
    /// A build that a developer changes: rendered here, from `built` into `root`.
    Build { built: PathBuf, root: PathBuf },
}

impl Source {
    fn changed(&self) -> Option<SystemTime> {
        match self {
            Source::Rendered { root } => fs::metadata(root.join(LIST)).and_then(|list| list.modified()).ok(),
            Source::Build { built, .. } => changed(built),
        }
    }

    async fn open(&self) -> Result<Site, ServeError> {
        match self {
            Source::Rendered { root } => Ok(Site::open(root, Purpose::Release)?),
            Source::Build { built, root } => {
                render::render(built, root, Purpose::Watch).await?;
                Ok(Site::open(root, Purpose::Watch)?)
            }
        }
    }
}

impl Live {
    /// Opens a rendered site.
    ///
    /// # Errors
    /// The folder is no site.
    pub async fn open(root: &Path) -> Result<Live, ServeError> {
        Live::start(Source::Rendered { root: root.to_owned() }).await
    }

    /// Renders a build, and again whenever it has changed.
    ///
    /// # Errors
    /// The build is not whole, or a folder cannot be written.
    pub async fn watch(built: &Path, root: &Path) -> Result<Live, ServeError> {
        Live::start(Source::Build { built: built.to_owned(), root: root.to_owned() }).await
    }

    async fn start(source: Source) -> Result<Live, ServeError> {
        let seen = source.changed();
        let site = Arc::new(source.open().await?);
        Ok(Live { source, kept: Mutex::new(Kept { seen, site, failed: None }) })
    }

    /// The site as it is now. Requests wait while a new one is opened.
    pub async fn site(&self) -> Arc<Site> {
        let mut kept = self.kept.lock().await;
        let Some(now) = self.source.changed().filter(|now| kept.seen != Some(*now)) else { return Arc::clone(&kept.site) };
        if kept.failed.is_some_and(|(what, when)| what == now && when.elapsed() < AGAIN) {
            return Arc::clone(&kept.site);
        }
        // On one thread from beginning to end: what Leptos makes while it renders panics when another thread drops it.
        let (source, here) = (self.source.clone(), Handle::current());
        let opened = spawn_blocking(move || here.block_on(source.open())).await;
        match opened {
            Ok(Ok(site)) => (kept.seen, kept.site, kept.failed) = (Some(now), Arc::new(site), None),
            // In the middle of a build or of copying, files are missing: the old site stays, and the new one is tried again.
            Ok(Err(error)) => {
                tracing::warn!(%error, "the new site is not taken up");
                kept.failed = Some((now, Instant::now()));
            }
            // Without the words of the panic.
            Err(_) => {
                tracing::error!("the new site is not taken up: its task has panicked");
                kept.failed = Some((now, Instant::now()));
            }
        }
        Arc::clone(&kept.site)
    }
}
