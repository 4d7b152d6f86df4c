//! Deleting: everything of a share in one transaction, and its name for ever.

use axum::{extract::State, http::StatusCode};
use share::limits;
use sqlx::{AnyConnection, Row as _, query};

use crate::{
    access::{Bearer, Name},
    database::{Database, DatabaseError, Outcome, Write},
    error::AppError,
    hash::Hash,
    state::AppState,
};

/// Shares that are deleted in one transaction.
const AT_ONCE: i64 = 200;

/// `DELETE /api/v1/shares/{id}`. Sent once more it is 404, as for everything that is not there.
pub(crate) async fn delete(State(state): State<AppState>, Name(id): Name, Bearer(token): Bearer) -> Result<StatusCode, AppError> {
    let deleted = state.database().write(Delete { id, token, now: state.clock().now() }).await?;
    if deleted { Ok(StatusCode::NO_CONTENT) } else { Err(AppError::NotFound) }
}

struct Delete {
    id: Hash,
    token: Hash,
    now: i64,
}

impl Write for Delete {
    type Reply = bool;
    const DELETES: bool = true;

    /// Files, reads and replies go with their share: each names it with ON DELETE CASCADE.
    async fn write(&self, on: &mut AnyConnection) -> Outcome<bool> {
        let gone = query("DELETE FROM shares WHERE id = $1 AND manage = $2").bind(self.id.stored()).bind(self.token.stored());
        if gone.execute(&mut *on).await?.rows_affected() == 0 {
            return Ok(false);
        }
        never_again(on, self.id.stored(), self.now).await?;
        Ok(true)
    }
}

/// Keeps a name from being used again.
pub(crate) async fn never_again(on: &mut AnyConnection, id: Vec<u8>, now: i64) -> Outcome<()> {
    query("INSERT INTO deleted (id, at) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING").bind(id).bind(now).execute(on).await?;
    Ok(())
}

/// Deletes what ended so long ago that its owner cannot extend it any more; returns how many.
///
/// # Errors
/// The database cannot be used.
pub async fn delete_ended(database: &Database, now: i64) -> Result<u64, DatabaseError> {
    let mut all = 0;
    loop {
        let deleted = database.write(DeleteEnded { before: now - limits::GRACE_SECONDS, now }).await?;
        all += deleted;
        if deleted < AT_ONCE.unsigned_abs() {
            return Ok(all);
        }
    }
}

struct DeleteEnded {
    before: i64,
    now: i64,
}

impl Write for DeleteEnded {
    type Reply = u64;
    const DELETES: bool = true;

    async fn write(&self, on: &mut AnyConnection) -> Outcome<u64> {
        let ended = query("DELETE FROM shares WHERE id IN (SELECT id FROM shares WHERE expires < $1 LIMIT $2) RETURNING id");
        let ended = ended.bind(self.before).bind(AT_ONCE).fetch_all(&mut *on).await?;
        for row in &ended {
            never_again(on, row.try_get("id")?, self.now).await?;
        }
        Ok(ended.len() as u64)
    }
}
