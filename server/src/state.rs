//! What the handlers share.

use std::sync::Arc;

use crate::{live::Live, site::Site};

/// Given to every handler; cheap to clone.
#[derive(Clone, Debug)]
pub struct AppState {
    live: Arc<Live>,
}

impl AppState {
    /// Serves this site.
    #[must_use]
    pub fn new(live: Live) -> AppState {
        AppState { live: Arc::new(live) }
    }

    /// The site as it is now.
    pub async fn site(&self) -> Arc<Site> {
        self.live.site().await
    }
}
