//! The server: serves the app and nothing else yet.

pub mod site;
