//! The server: renders the app's public pages to files and serves them, and keeps what devices have sealed until its readers fetch it. It
//! keeps no log of requests and never sees what people write.
//!
//! * `render` makes the site, `site` is the site as it is served, `live` the one that is in use.
//! * `router` names every route, `error` is what goes wrong.
//! * `shares`, `circles`: what a device does. `shl`: what a viewer of SMART Health Links does. `access` and `body` read a request.
//! * `database` is SQLite or PostgreSQL; `upkeep` is what has to be done from time to time.
//! * `headers`, `limits`, `rates` and `metrics` are around the routes; `listen` is below: connections and what one client may take.
//! * `files` and `health` answer too. `cli` has the settings, `commands` what the operator can do.

mod access;
mod body;
mod circles;
pub mod cli;
mod client;
pub mod clock;
pub mod commands;
pub mod database;
pub mod error;
mod files;
mod hash;
pub mod headers;
mod health;
mod limits;
pub mod listen;
mod live;
mod metrics;
mod rates;
pub mod render;
mod router;
mod shares;
mod shl;
pub mod site;
mod state;
pub mod upkeep;

pub use live::Live;
pub use rates::Addresses;
pub use router::router;
pub use shares::delete::delete_ended;
pub use state::{AppState, Reach};

/// The server cannot start.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The site cannot be rendered.
    #[error(transparent)]
    Render(#[from] render::RenderError),
    /// The folder is no site.
    #[error(transparent)]
    Site(#[from] site::SiteError),
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] database::DatabaseError),
    /// The address cannot be listened at.
    #[error("{0}: {1}")]
    Address(std::net::SocketAddr, #[source] std::io::Error),
}
