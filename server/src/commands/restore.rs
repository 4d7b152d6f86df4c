//! Back from a backup.

use std::path::Path;

use sqlx::{Connection, Executor, query, raw_sql};

use super::{CommandError, tables};
use crate::database::{Columns, Database, Engine};

/// Puts a backup into an empty database of either kind; returns how many rows. All shares in it are paused until their owners' devices
/// say that they should live: what somebody has taken back since the backup was made must not live again by itself.
///
/// # Errors
/// There is no such file, it is damaged, or the database is not empty.
pub async fn restore(database: &Database, file: &Path) -> Result<u64, CommandError> {
    if !file.is_file() {
        return Err(CommandError::Missing(file.to_owned()));
    }
    // Opened without the rule for backups: the file stays as it is, and can be put back again.
    let (mut from, mut to) = (Engine::sqlite(file)?.look().await?, database.connection().await?);
    if !tables::are_empty(&mut to).await? {
        return Err(CommandError::NotEmpty);
    }
    from.execute(raw_sql("BEGIN")).await?;
    to.execute(raw_sql(database.engine().begin())).await?;
    let rows = tables::copy(&mut from, &mut to).await?;
    database.engine().after_restore(&mut to).await?;
    to.execute(raw_sql("COMMIT")).await?;
    from.close().await?;
    to.close().await?;
    Ok(rows)
}

/// For a database that was set back by other means, such as a snapshot of the disk or a dump of PostgreSQL: the same rule; returns how many
/// shares wait now.
///
/// # Errors
/// The database cannot be used.
pub async fn set_back(database: &Database) -> Result<u64, CommandError> {
    let mut connection = database.connection().await?;
    connection.execute(raw_sql(database.engine().begin())).await?;
    database.engine().after_restore(&mut connection).await?;
    let shares = query("SELECT COUNT(*) AS number FROM shares").fetch_one(&mut connection).await?.number("number")?;
    connection.execute(raw_sql("COMMIT")).await?;
    connection.close().await?;
    Ok(shares.unsigned_abs())
}
