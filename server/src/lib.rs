//! The server: serves the app to residents. It has no database, keeps no log of requests and never sees what people write.
//!
//! `config` → `site` (made once, in memory) → `router` (`answer`, `headers`) → `listen`.

pub mod answer;
pub mod config;
pub mod headers;
pub mod listen;
mod router;
pub mod site;

pub use config::Config;
pub use router::router;
pub use site::live::Live;
