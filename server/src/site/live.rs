//! The site in use: one for the life of the server, or read again after every change while a developer works.

use std::{
    sync::{Arc, PoisonError, RwLock},
    time::SystemTime,
};

use crate::{
    config::Config,
    site::{Site, SiteError, files},
};

/// Gives the site to each request.
#[derive(Debug)]
pub struct Live {
    /// Settings to read it again with; `None` when it stays as it is.
    again: Option<Config>,
    kept: RwLock<(Option<SystemTime>, Arc<Site>)>,
}

impl Live {
    /// Reads the site.
    pub async fn load(config: &Config) -> Result<Live, SiteError> {
        let changed = files::changed(&config.site);
        let site = Arc::new(Site::load(config).await?);
        Ok(Live { again: config.watch.then(|| config.clone()), kept: RwLock::new((changed, site)) })
    }

    /// The site as it is now.
    pub async fn site(&self) -> Arc<Site> {
        let (seen, site) = self.kept.read().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(config) = &self.again else { return site };
        let changed = files::changed(&config.site);
        if changed == seen {
            return site;
        }
        // On one thread from beginning to end: what Leptos makes while it renders panics when another thread drops it.
        let (config, here) = (config.clone(), tokio::runtime::Handle::current());
        let read = tokio::task::spawn_blocking(move || here.block_on(Site::load(&config))).await;
        // In the middle of a build files are missing: the old site stays until it can be read.
        match read {
            Ok(Ok(site)) => {
                let site = Arc::new(site);
                *self.kept.write().unwrap_or_else(PoisonError::into_inner) = (changed, Arc::clone(&site));
                site
            }
            _ => site,
        }
    }
}
