//! What differs between SQLite and PostgreSQL. Nothing else knows.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

use sqlx::{AnyConnection, ConnectOptions, Executor, any::AnyConnectOptions, postgres::PgConnectOptions, sqlite::SqliteConnectOptions};

use super::{Columns, DatabaseError, Outcome, error::code};

/// Before 3.51.3 SQLite could damage a database in WAL mode: <https://sqlite.org/releaselog/3_51_3.html>.
const OLDEST: [u32; 3] = [3, 51, 3];

/// What every connection to an SQLite file is set to. `FULL`: a commit is on the disk before it is answered. `secure_delete`: what is
/// deleted is overwritten. The file shrinks in steps (`INCREMENTAL`), and no more than 2 MB of it are kept in memory by one connection.
const SQLITE: &str = "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
     PRAGMA secure_delete = ON; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -2000; PRAGMA temp_store = MEMORY; \
     PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA journal_size_limit = 16777216;";
const SQLITE_READER: &str = "PRAGMA busy_timeout = 5000; PRAGMA cache_size = -2000; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; \
     PRAGMA cell_size_check = ON; PRAGMA query_only = ON;";
const POSTGRES: &str = "SET synchronous_commit = on; SET statement_timeout = '15s'; SET lock_timeout = '5s'; \
     SET idle_in_transaction_session_timeout = '30s';";
/// For statements that go through all rows: a backup, a change of the tables, a look for damage.
const POSTGRES_LONG: &str = "SET statement_timeout = 0;";

/// Which database, and where.
#[derive(Clone, Debug)]
pub enum Engine {
    /// One file, made when it is not there.
    Sqlite(PathBuf),
    /// A server that speaks PostgreSQL's protocol.
    Postgres(PostgresUrl),
}

/// An address with, perhaps, a password in it.
#[derive(Clone)]
pub struct PostgresUrl(String);

impl fmt::Debug for PostgresUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PostgresUrl")
    }
}

impl Engine {
    /// From an address as `DATABASE_URL` has it.
    ///
    /// # Errors
    /// It is none of PostgreSQL.
    pub fn postgres(url: &str) -> Result<Engine, DatabaseError> {
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            return Err(DatabaseError::Url);
        }
        url.parse::<PgConnectOptions>().map_err(|_| DatabaseError::Url)?;
        Ok(Engine::Postgres(PostgresUrl(url.to_owned())))
    }

    /// A file.
    ///
    /// # Errors
    /// The current folder cannot be told, and the path starts in it.
    pub fn sqlite(path: &Path) -> Result<Engine, DatabaseError> {
        // Absolute: the address of a relative one would begin with a host name.
        let path = std::path::absolute(path).map_err(|error| DatabaseError::Folder(path.display().to_string(), error))?;
        Ok(Engine::Sqlite(path))
    }

    /// The file, when it is not there yet.
    #[must_use]
    pub fn missing(&self) -> Option<&Path> {
        match self {
            Engine::Sqlite(path) if !path.is_file() => Some(path),
            Engine::Sqlite(_) | Engine::Postgres(_) => None,
        }
    }

    /// Makes the folder and the file. Nobody else may look into them.
    pub(super) fn prepare(&self) -> Result<(), DatabaseError> {
        let Engine::Sqlite(path) = self else { return Ok(()) };
        let folder = path.parent().unwrap_or(Path::new("."));
        make_private(folder, path).map_err(|error| DatabaseError::Folder(path.display().to_string(), error))
    }

    /// sqlx is told to log nothing: its words for a failed statement may hold values.
    pub(super) fn options(&self) -> Result<AnyConnectOptions, DatabaseError> {
        let options = match self {
            Engine::Sqlite(path) => {
                AnyConnectOptions::from_url(&SqliteConnectOptions::new().filename(path).create_if_missing(true).to_url_lossy())?
            }
            Engine::Postgres(url) => url.0.parse().map_err(|_| DatabaseError::Url)?,
        };
        Ok(options.disable_statement_logging())
    }

    pub(super) async fn connect(&self) -> Result<AnyConnection, DatabaseError> {
        let mut connection = self.options()?.connect().await?;
        connection.execute(sqlx::raw_sql(self.settings())).await?;
        Ok(connection)
    }

    /// For work that takes as long as it takes, on all rows.
    pub(super) async fn connect_for_long(&self) -> Result<AnyConnection, DatabaseError> {
        let mut connection = self.connect().await?;
        if let Engine::Postgres(_) = self {
            connection.execute(sqlx::raw_sql(POSTGRES_LONG)).await?;
        }
        Ok(connection)
    }

    const fn settings(&self) -> &'static str {
        match self {
            Engine::Sqlite(_) => SQLITE,
            Engine::Postgres(_) => POSTGRES,
        }
    }

    pub(super) async fn set_up_reader(&self, connection: &mut AnyConnection) -> Outcome<()> {
        let settings = match self {
            Engine::Sqlite(_) => SQLITE_READER,
            Engine::Postgres(_) => POSTGRES,
        };
        connection.execute(sqlx::raw_sql(settings)).await?;
        Ok(())
    }

    /// Refuses an SQLite that is too old.
    pub(super) async fn is_fit(&self, connection: &mut AnyConnection) -> Result<(), DatabaseError> {
        let Engine::Sqlite(_) = self else { return Ok(()) };
        let version = sqlx::query("SELECT sqlite_version() AS version").fetch_one(connection).await?.text("version")?;
        if is_new_enough(&version) { Ok(()) } else { Err(DatabaseError::OldSqlite(version)) }
    }

    /// How a transaction that writes begins. Several servers on one PostgreSQL behave as one: what cannot have happened one after the other
    /// is refused there and tried again.
    pub(crate) const fn begin(&self) -> &'static str {
        match self {
            Engine::Sqlite(_) => "BEGIN IMMEDIATE",
            Engine::Postgres(_) => "BEGIN ISOLATION LEVEL SERIALIZABLE",
        }
    }

    /// How a transaction that reads begins: it sees one moment.
    pub(crate) const fn begin_reading(&self) -> &'static str {
        match self {
            Engine::Sqlite(_) => "BEGIN",
            Engine::Postgres(_) => "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY",
        }
    }

    /// Statements that answer nothing, or `ok`, when all is well.
    pub(crate) const fn checks(&self) -> &'static [&'static str] {
        match self {
            Engine::Sqlite(_) => &["PRAGMA integrity_check", "PRAGMA foreign_key_check"],
            Engine::Postgres(_) => &[],
        }
    }

    /// Gives room back that deleted rows have left.
    pub(crate) const fn give_back(&self) -> &'static str {
        match self {
            Engine::Sqlite(_) => "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);",
            Engine::Postgres(_) => "VACUUM",
        }
    }

    /// What a backup needs when it becomes a database again. Shares wait for their owners; every version jumps ahead, so that no tag from
    /// before names other content.
    pub(crate) async fn after_restore(&self, connection: &mut AnyConnection) -> Outcome<()> {
        connection.execute(sqlx::raw_sql("UPDATE shares SET state = 'restored', version = version + 1048576")).await?;
        connection.execute(sqlx::raw_sql("UPDATE circles SET version = version + 1048576")).await?;
        connection.execute(sqlx::raw_sql("DELETE FROM secrets WHERE name = 'backup'")).await?;
        Ok(())
    }

    /// The same for a backup that was put where the database was, instead of being restored.
    pub(super) async fn notice_backup(&self, connection: &mut AnyConnection) -> Outcome<()> {
        let backup = sqlx::query("SELECT name FROM secrets WHERE name = 'backup'");
        if backup.fetch_optional(&mut *connection).await?.is_some() {
            connection.execute(sqlx::raw_sql(self.begin())).await?;
            self.after_restore(connection).await?;
            connection.execute(sqlx::raw_sql("COMMIT")).await?;
        }
        Ok(())
    }

    /// Opens a file that is there, to read it.
    pub(crate) async fn look(&self) -> Result<AnyConnection, DatabaseError> {
        let mut connection = self.options()?.connect().await?;
        self.set_up_reader(&mut connection).await?;
        Ok(connection)
    }

    /// Connections that write, and jobs in one transaction. SQLite has one writer, and one fsync for all that wait; PostgreSQL joins the
    /// commits of its connections by itself.
    pub(super) const fn writers(&self) -> (usize, usize) {
        match self {
            Engine::Sqlite(_) => (1, 256),
            Engine::Postgres(_) => (8, 1),
        }
    }

    /// Whether another try may succeed: PostgreSQL refused one of two transactions that could not both be (SQLSTATE 40001, 40P01).
    pub(super) fn may_succeed_again(&self, error: &sqlx::Error) -> bool {
        matches!(self, Engine::Postgres(_)) && code(error).is_some_and(|code| code == "40001" || code == "40P01")
    }

    /// Whether [`Engine::clean`] does anything. PostgreSQL overwrites nothing: its autovacuum gives the room of deleted rows to new ones, and
    /// the log before them is recycled in time.
    pub(super) const fn cleans(&self) -> bool {
        matches!(self, Engine::Sqlite(_))
    }

    /// Takes deleted content out of the files beside the database as well; returns whether it is gone: not while somebody still reads what
    /// was there before. Waits for nobody, because writes wait meanwhile.
    pub(super) async fn clean(&self, connection: &mut AnyConnection) -> Outcome<bool> {
        let Engine::Sqlite(_) = self else { return Ok(true) };
        connection.execute(sqlx::raw_sql("PRAGMA incremental_vacuum(256); PRAGMA busy_timeout = 0;")).await?;
        // A row and no error, also when it could not be done.
        let busy = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut *connection).await?.number("busy")?;
        connection.execute(sqlx::raw_sql("PRAGMA busy_timeout = 5000")).await?;
        Ok(busy == 0)
    }

    /// A statement that makes tables, with the types of this engine.
    pub(super) fn tables(&self, sql: &str) -> String {
        match self {
            Engine::Sqlite(_) => sql.to_owned(),
            Engine::Postgres(_) => sql.replace(" BLOB", " BYTEA").replace(" INTEGER", " BIGINT").replace(") STRICT;", ");"),
        }
    }
}

fn is_new_enough(version: &str) -> bool {
    let parts: Vec<u32> = version.split('.').map_while(|part| part.parse().ok()).collect();
    parts.as_slice() >= OLDEST.as_slice()
}

/// A folder and a file that nobody else can look into. What SQLite puts beside the file has the same rights.
#[cfg(unix)]
fn make_private(folder: &Path, file: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    fs::OpenOptions::new().create(true).append(true).mode(0o600).open(file).map(drop)
}

#[cfg(not(unix))]
fn make_private(folder: &Path, _: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions() {
        for new in ["3.51.3", "3.52.0", "4.0.0", "3.51.10"] {
            assert!(is_new_enough(new), "{new}");
        }
        for old in ["3.51.2", "3.50.9", "3.7", "", "x"] {
            assert!(!is_new_enough(old), "{old}");
        }
    }

    #[test]
    fn addresses() {
        assert!(Engine::postgres("postgres://someone@localhost/tsumugu").is_ok());
        for not in ["mysql://a/b", "tsumugu.sqlite", "postgres//x"] {
            assert!(matches!(Engine::postgres(not), Err(DatabaseError::Url)), "{not}");
        }
    }

    #[test]
    fn types_of_postgresql() {
        let engine = Engine::postgres("postgres://localhost/x").unwrap();
        assert_eq!(
            engine.tables("CREATE TABLE a (\n b BLOB, c INTEGER NOT NULL\n) STRICT;"),
            "CREATE TABLE a (\n b BYTEA, c BIGINT NOT NULL\n);"
        );
    }
}
