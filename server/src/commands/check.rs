//! Looking for damage.

use futures::TryStreamExt;
use sqlx::{AnyConnection, Connection, query};

use super::CommandError;
use crate::{
    database::{Columns, Database, DatabaseError},
    hash::Hash,
};

/// What is there, when all of it is whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Shares.
    pub shares: u64,
    /// Sealed files, replies and boxes whose bytes are those that were handed over.
    pub sealed: u64,
}

/// Reads everything.
///
/// # Errors
/// Something is damaged, or the database cannot be used.
pub async fn check(database: &Database) -> Result<Found, CommandError> {
    let mut connection = database.connection().await?;
    for statement in database.engine().checks() {
        let rows = query(*statement).fetch_all(&mut connection).await?;
        let wrong = rows.iter().find(|row| sqlx::Row::try_get::<String, _>(*row, 0).ok().as_deref() != Some("ok"));
        if wrong.is_some() {
            return Err(CommandError::Damaged(format!("{statement} has found something")));
        }
    }
    let mut found = Found::default();
    for statement in [
        "SELECT sealed, sum FROM files ORDER BY share, place",
        "SELECT sealed, sum FROM replies ORDER BY share, number",
        "SELECT sealed, sum FROM circles ORDER BY id",
    ] {
        found.sealed += whole(&mut connection, statement).await?;
    }
    let shares = query("SELECT COUNT(*) AS number FROM shares").fetch_one(&mut connection).await?.number("number")?;
    found.shares = shares.unsigned_abs();
    connection.close().await?;
    Ok(found)
}

async fn whole(connection: &mut AnyConnection, statement: &'static str) -> Result<u64, CommandError> {
    let mut rows = query(statement).fetch(connection);
    let mut number = 0;
    while let Some(row) = rows.try_next().await.map_err(DatabaseError::from)? {
        if !Hash::of(&row.bytes("sealed")?).is(&row.bytes("sum")?) {
            return Err(CommandError::Damaged("the bytes of a row are not those that were handed over".to_owned()));
        }
        number += 1;
    }
    Ok(number)
}
