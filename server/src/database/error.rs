//! Why the database cannot do what it was asked. Holds codes and kinds: the message of a database may quote a value of a row.

use std::fmt;

/// The database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// A statement failed.
    #[error("the database failed: {0}")]
    Failed(Cause),
    /// More jobs wait than there may be.
    #[error("too many writes are waiting")]
    Full,
    /// The server is stopping.
    #[error("the database is closed")]
    Closed,
    /// The bytes of a row are not those that were handed over.
    #[error("a row is damaged")]
    Damaged,
    /// The folder of the file cannot be made.
    #[error("{0} cannot be made: {1}")]
    Folder(String, #[source] std::io::Error),
    /// An SQLite that can damage a database.
    #[error("SQLite {0} can damage a database in WAL mode; 3.51.3 or newer is needed")]
    OldSqlite(String),
    /// The tables come from another release, or a change of them failed.
    #[error("the tables of the database do not fit this release: {0}")]
    Tables(&'static str),
    /// `DATABASE_URL` is of no kind that we know.
    #[error("DATABASE_URL must begin with postgres://")]
    Url,
}

/// What is known of a failure, without any value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    kind: &'static str,
    code: Option<String>,
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.code {
            Some(code) => write!(f, "{} ({code})", self.kind),
            None => f.write_str(self.kind),
        }
    }
}

impl DatabaseError {
    pub(super) fn failed(error: &sqlx::Error) -> DatabaseError {
        let kind = match error {
            sqlx::Error::Database(_) => "statement",
            sqlx::Error::Io(_) => "connection",
            sqlx::Error::PoolClosed => "cannot be reached",
            sqlx::Error::PoolTimedOut => "all connections in use",
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) | sqlx::Error::ColumnNotFound(_) => "a column of another kind",
            sqlx::Error::WorkerCrashed => "worker crashed",
            _ => "other",
        };
        DatabaseError::Failed(Cause { kind, code: code(error) })
    }
}

impl From<sqlx::Error> for DatabaseError {
    fn from(error: sqlx::Error) -> DatabaseError {
        DatabaseError::failed(&error)
    }
}

/// The code of a database's error: of SQLite its extended result code, of PostgreSQL its SQLSTATE.
pub(super) fn code(error: &sqlx::Error) -> Option<String> {
    match error {
        sqlx::Error::Database(error) => error.code().map(|code| code.into_owned()),
        _ => None,
    }
}
