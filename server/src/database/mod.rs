//! The database: SQLite in one file, or PostgreSQL.
//!
//! Every statement is written once, with `$1`, which both understand. `engine` is the one place that knows the two apart. All writing goes
//! through [`Database::write`]: the writer puts what has come in meanwhile into one transaction, and answers after its commit is on the
//! disk. Reading goes through a small pool.

mod engine;
mod error;
mod migrations;
mod row;
mod writer;

use std::time::Duration;

use sqlx::{
    AnyConnection, AnyPool, Connection,
    any::{AnyArguments, AnyPoolOptions, AnyRow},
    query::Query,
};

pub use engine::Engine;
pub use error::DatabaseError;
pub(crate) use row::Columns;
pub use writer::Numbers;
pub(crate) use writer::Write;
use writer::Writer;

/// The result of one statement or of several.
pub(crate) type Outcome<T> = Result<T, sqlx::Error>;

/// Connections that read at the same time.
const READERS: u32 = 4;
/// How long a reader waits for one of them.
const WAIT: Duration = Duration::from_secs(5);
/// After so long without use a connection is closed.
const IDLE: Duration = Duration::from_secs(300);

/// An open database; cheap to clone.
#[derive(Clone, Debug)]
pub struct Database {
    engine: Engine,
    readers: AnyPool,
    writer: Writer,
}

impl Database {
    /// Opens it, makes it when it is not there, and brings its tables up to date.
    ///
    /// # Errors
    /// It cannot be reached, written or understood, or its SQLite is too old to be trusted.
    pub async fn open(engine: Engine) -> Result<Database, DatabaseError> {
        sqlx::any::install_default_drivers();
        engine.prepare()?;
        let mut long = engine.connect_for_long().await?;
        engine.is_fit(&mut long).await?;
        migrations::run(&engine, &mut long).await?;
        engine.notice_backup(&mut long).await?;
        let first = engine.connect().await?;
        long.close().await?;
        let settings = engine.clone();
        let readers = AnyPoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(WAIT)
            .idle_timeout(IDLE)
            // A file does not go away; a server may have.
            .test_before_acquire(matches!(engine, Engine::Postgres(_)))
            .after_connect(move |connection, _| {
                let settings = settings.clone();
                Box::pin(async move { settings.set_up_reader(connection).await })
            })
            .connect_lazy_with(engine.options()?);
        let writer = Writer::start(&engine, first);
        Ok(Database { engine, readers, writer })
    }

    /// Which of the two it is.
    #[must_use]
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// What the writer has done so far.
    #[must_use]
    pub fn numbers(&self) -> &Numbers {
        self.writer.numbers()
    }

    /// Writes, and returns when that is on the disk. What one job writes is written whole or not at all.
    ///
    /// # Errors
    /// Nothing was written, as far as can be known; too many jobs are waiting, or the database cannot be used.
    pub(crate) async fn write<W: Write>(&self, what: W) -> Result<W::Reply, DatabaseError> {
        self.writer.write(what).await
    }

    /// One row, or none.
    pub(crate) async fn optional(&self, query: Query<'static, sqlx::Any, AnyArguments>) -> Result<Option<AnyRow>, DatabaseError> {
        Ok(query.fetch_optional(&self.readers).await?)
    }

    /// All rows.
    pub(crate) async fn all(&self, query: Query<'static, sqlx::Any, AnyArguments>) -> Result<Vec<AnyRow>, DatabaseError> {
        Ok(query.fetch_all(&self.readers).await?)
    }

    /// A connection of its own, for the commands of the operator: its statements may take long.
    pub(crate) async fn connection(&self) -> Result<AnyConnection, DatabaseError> {
        self.engine.connect_for_long().await
    }

    /// Whether a row can be read and a transaction can be begun and committed.
    ///
    /// # Errors
    /// Not so.
    pub async fn is_ready(&self) -> Result<(), DatabaseError> {
        self.optional(sqlx::query("SELECT 1")).await?;
        self.write(writer::Nothing).await
    }

    /// Finishes what has been begun, and closes.
    pub async fn close(self) {
        self.writer.close().await;
        self.readers.close().await;
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::*;

    fn file(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("tsumugu-database-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        folder.join("data/tsumugu.sqlite")
    }

    async fn open(path: &Path) -> Result<Database, DatabaseError> {
        Database::open(Engine::sqlite(path)?).await
    }

    /// A commit is on the disk before it is answered, what is deleted is overwritten, and nobody else can read the file.
    #[tokio::test]
    async fn as_it_is_set() {
        let path = file("set");
        let database = open(&path).await.unwrap();
        let mut connection = database.connection().await.unwrap();
        for (pragma, value) in [("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("auto_vacuum", 2), ("cell_size_check", 1)] {
            let row = sqlx::query(sqlx::AssertSqlSafe(format!("PRAGMA {pragma}"))).fetch_one(&mut connection).await.unwrap();
            assert_eq!(row.number(pragma).unwrap(), value, "{pragma}");
        }
        let mode = sqlx::query("PRAGMA journal_mode").fetch_one(&mut connection).await.unwrap();
        assert_eq!(mode.text("journal_mode").unwrap(), "wal");
        assert!(database.optional(sqlx::query("DELETE FROM shares")).await.is_err(), "a reader does not write");
        #[cfg(unix)]
        for beside in ["", "-wal", "-shm"] {
            use std::os::unix::fs::PermissionsExt;
            let path = format!("{}{beside}", path.display());
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "{path}");
        }
        drop(connection);
        database.close().await;
        std::fs::remove_dir_all(path.ancestors().nth(2).unwrap()).unwrap();
    }

    /// Tables that a newer release has changed are not touched.
    #[tokio::test]
    async fn a_newer_one() {
        let path = file("newer");
        let database = open(&path).await.unwrap();
        let mut connection = database.connection().await.unwrap();
        let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (99, 'x', 1, x'00', 0)";
        sqlx::query(newer).execute(&mut connection).await.unwrap();
        drop(connection);
        database.close().await;
        let error = open(&path).await.unwrap_err().to_string();
        assert!(error.contains("a newer release"), "{error}");
        std::fs::remove_dir_all(path.ancestors().nth(2).unwrap()).unwrap();
    }
}
