//! For `cargo leptos watch`: the site is rendered again when the build has changed.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

use tokio::{runtime::Handle, sync::Mutex, task::spawn_blocking};

use crate::{
    ServeError,
    render::{self, Purpose, changed},
    site::Site,
};

/// A build and the site that is made from it.
#[derive(Debug)]
pub struct Watched {
    built: PathBuf,
    root: PathBuf,
    /// When the build was last changed, and the site of that moment.
    kept: Mutex<(Option<SystemTime>, Arc<Site>)>,
}

impl Watched {
    /// Renders for the first time, from `built` into `root`.
    ///
    /// # Errors
    /// The build is not whole, or a folder cannot be written.
    pub async fn open(built: &Path, root: &Path) -> Result<Watched, ServeError> {
        let seen = changed(built);
        let site = Arc::new(again(built, root).await?);
        Ok(Watched { built: built.to_owned(), root: root.to_owned(), kept: Mutex::new((seen, site)) })
    }

    /// The site as it is now. Requests wait while it is rendered.
    pub async fn site(&self) -> Arc<Site> {
        let mut kept = self.kept.lock().await;
        let now = changed(&self.built);
        if now != kept.0 {
            // On one thread from beginning to end: what Leptos makes while it renders panics when another thread drops it.
            let (built, root, here) = (self.built.clone(), self.root.clone(), Handle::current());
            let rendered = spawn_blocking(move || here.block_on(again(&built, &root))).await;
            // In the middle of a build files are missing: the old site stays until it can be rendered.
            if let Ok(Ok(site)) = rendered {
                *kept = (now, Arc::new(site));
            }
        }
        Arc::clone(&kept.1)
    }
}

async fn again(built: &Path, root: &Path) -> Result<Site, ServeError> {
    render::render(built, root, Purpose::Watch).await?;
    Ok(Site::open(root, Purpose::Watch)?)
}
