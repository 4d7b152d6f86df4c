//! What the handlers share.

use std::sync::Arc;

use crate::{site::Site, watch::Watched};

/// Given to every handler; cheap to clone.
#[derive(Clone, Debug)]
pub struct AppState {
    site: Source,
}

#[derive(Clone, Debug)]
enum Source {
    Fixed(Arc<Site>),
    Watched(Arc<Watched>),
}

impl AppState {
    /// Serves a site that stays as it is.
    #[must_use]
    pub fn new(site: Site) -> AppState {
        AppState { site: Source::Fixed(Arc::new(site)) }
    }

    /// Serves a site that is rendered again whenever the build has changed.
    #[must_use]
    pub fn watching(watched: Watched) -> AppState {
        AppState { site: Source::Watched(Arc::new(watched)) }
    }

    /// The site as it is now.
    pub async fn site(&self) -> Arc<Site> {
        match &self.site {
            Source::Fixed(site) => Arc::clone(site),
            Source::Watched(watched) => watched.site().await,
        }
    }
}
