//! What the handlers share.

use std::sync::Arc;

use axum::http::{HeaderMap, header};

use crate::{
    body::Bodies,
    clock::Clock,
    database::{Database, DatabaseError},
    health::Ready,
    live::Live,
    metrics::Metrics,
    rates::{Addresses, Rates},
    shl::{Passcodes, Tickets},
    site::Site,
};

/// Given to every handler; cheap to clone.
#[derive(Clone, Debug)]
pub struct AppState(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    live: Live,
    database: Database,
    reach: Reach,
    clock: Clock,
    tickets: Tickets,
    passcodes: Passcodes,
    bodies: Bodies,
    metrics: Metrics,
    rates: Rates,
    ready: Ready,
}

/// How people reach this server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// `https://name`, without a slash at the end; `None`: as the request says.
    pub public: Option<String>,
    /// By https.
    pub tls: bool,
    /// Where the addresses of clients are to be read.
    pub addresses: Addresses,
}

impl AppState {
    /// Serves this site, and keeps what it is given in this database.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn new(live: Live, database: Database, reach: Reach) -> Result<AppState, DatabaseError> {
        let tickets = Tickets::open(&database).await?;
        let metrics = Metrics::new(&database);
        let rates = Rates::new(reach.addresses);
        let (clock, passcodes, bodies, ready) = (Clock::default(), Passcodes::default(), Bodies::default(), Ready::default());
        Ok(AppState(Arc::new(Inner { live, database, reach, clock, tickets, passcodes, bodies, metrics, rates, ready })))
    }

    /// The site as it is now.
    pub async fn site(&self) -> Arc<Site> {
        self.0.live.site().await
    }

    /// The database.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.0.database
    }

    /// What time it is.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    pub(crate) fn tickets(&self) -> &Tickets {
        &self.0.tickets
    }

    pub(crate) fn passcodes(&self) -> &Passcodes {
        &self.0.passcodes
    }

    pub(crate) fn bodies(&self) -> &Bodies {
        &self.0.bodies
    }

    pub(crate) fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    pub(crate) fn rates(&self) -> &Rates {
        &self.0.rates
    }

    pub(crate) fn ready(&self) -> &Ready {
        &self.0.ready
    }

    /// What stands before the path of an address that is given out.
    pub(crate) fn base(&self, headers: &HeaderMap) -> String {
        let Reach { public, tls, .. } = &self.0.reach;
        // Only the requester reads an answer with the name that they have sent.
        let named = || headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
        public.clone().unwrap_or_else(|| format!("{}://{}", if *tls { "https" } else { "http" }, named()))
    }
}
