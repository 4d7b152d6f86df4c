//! A copy of one moment, as an SQLite file, from either kind of database and while the server runs.

use std::{
    fs,
    path::{Path, PathBuf},
};

use sqlx::{Connection, Executor, raw_sql};

use super::{CommandError, check, tables};
use crate::database::{Database, Engine};

/// Writes a backup to a file that is not there yet; returns how many rows. It is looked through for damage before it has its name.
///
/// # Errors
/// The file is there, cannot be written, or what it holds is damaged.
pub async fn backup(database: &Database, file: &Path) -> Result<u64, CommandError> {
    if file.exists() {
        return Err(CommandError::Taken(file.to_owned()));
    }
    let unfinished = beside(file);
    let failed = |error| CommandError::File(unfinished.clone(), error);
    if unfinished.exists() {
        fs::remove_file(&unfinished).map_err(failed)?;
    }
    let copy = Database::open(Engine::sqlite(&unfinished)?).await?;
    let rows = fill(database, &copy).await?;
    check(&copy).await?;
    copy.close().await;
    fs::File::open(&unfinished).and_then(|file| file.sync_all()).map_err(failed)?;
    fs::rename(&unfinished, file).map_err(failed)?;
    Ok(rows)
}

async fn fill(database: &Database, copy: &Database) -> Result<u64, CommandError> {
    let (mut from, mut to) = (database.connection().await?, copy.connection().await?);
    from.execute(raw_sql(database.engine().begin_reading())).await?;
    to.execute(raw_sql("BEGIN IMMEDIATE")).await?;
    let rows = tables::copy(&mut from, &mut to).await?;
    from.execute(raw_sql("ROLLBACK")).await?;
    // Whoever opens this file learns that it is a backup: what lives in it may have been deleted since.
    to.execute(raw_sql("INSERT INTO secrets (name, value) VALUES ('backup', x'01')")).await?;
    to.execute(raw_sql("COMMIT")).await?;
    from.close().await?;
    to.close().await?;
    Ok(rows)
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".unfinished");
    name.into()
}
