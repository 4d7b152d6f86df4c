//! Back from a backup.

use std::path::Path;

use sqlx::{Connection, Executor, raw_sql};

use super::{CommandError, tables};
use crate::database::{Database, Engine};

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
