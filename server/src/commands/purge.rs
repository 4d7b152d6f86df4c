//! Tidying up at once, instead of in ten minutes.

use sqlx::{Connection, Executor, raw_sql};

use super::CommandError;
use crate::{database::Database, shares::delete::delete_ended};

/// Deletes what ended so long ago that its owner cannot extend it any more, and gives the room back; returns how many shares.
///
/// # Errors
/// The database cannot be used.
pub async fn purge(database: &Database, now: i64) -> Result<u64, CommandError> {
    let deleted = delete_ended(database, now).await?;
    let mut connection = database.connection().await?;
    connection.execute(raw_sql(database.engine().give_back())).await?;
    connection.close().await?;
    Ok(deleted)
}
