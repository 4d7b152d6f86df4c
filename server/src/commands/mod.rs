//! What the operator can do besides serving: a copy of the database, back from it, tidying up, and looking for damage.

mod backup;
mod check;
mod purge;
mod restore;
mod tables;

use std::{io, path::PathBuf};

pub use backup::backup;
pub use check::{Found, check};
pub use purge::purge;
pub use restore::{restore, set_back};

use crate::database::DatabaseError;

/// A command could not do its work.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// The place of a backup is taken.
    #[error("{0} is there already")]
    Taken(PathBuf),
    /// There is no such backup or database.
    #[error("{0} is not there")]
    Missing(PathBuf),
    /// A backup goes into an empty database alone.
    #[error("the database is not empty; move its file away, or give another folder, and try again")]
    NotEmpty,
    /// A file cannot be written.
    #[error("{0}: {1}")]
    File(PathBuf, #[source] io::Error),
    /// Something is damaged.
    #[error("the database is damaged: {0}")]
    Damaged(String),
}

impl From<sqlx::Error> for CommandError {
    fn from(error: sqlx::Error) -> CommandError {
        CommandError::Database(error.into())
    }
}
