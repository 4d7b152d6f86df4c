//! The server: renders the app's public pages to files, and serves them. It has no database, keeps no log of requests and never sees
//! what people write.
//!
//! * `render` makes the site, `site` is the site as it is served, `live` the one that is in use.
//! * `router` names every route; `files` and `health` answer, `error` is what goes wrong.
//! * `headers` and `limits` are around all of them; `listen` is below: connections and what one client may take.
//! * `cli` has the settings.

pub mod cli;
pub mod error;
mod files;
pub mod headers;
mod health;
mod limits;
pub mod listen;
mod live;
pub mod render;
mod router;
pub mod site;
mod state;

pub use live::Live;
pub use router::router;
pub use state::AppState;

/// The server cannot start.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The site cannot be rendered.
    #[error(transparent)]
    Render(#[from] render::RenderError),
    /// The folder is no site.
    #[error(transparent)]
    Site(#[from] site::SiteError),
    /// The address cannot be listened at.
    #[error("{0}: {1}")]
    Address(std::net::SocketAddr, #[source] std::io::Error),
}
