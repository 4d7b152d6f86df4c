//! Who said that they have read a share, and when.

use axum::{Json, extract::State};
use share::{
    control::{Read, Reads},
    limits,
};
use sqlx::{AnyConnection, query};

use super::of_its_owner;
use crate::{
    access::{Bearer, Name},
    database::{Columns, Outcome, Write},
    error::AppError,
    hash::Hash,
    state::AppState,
};

/// The same reader within so many seconds is one reading: viewers ask again by themselves.
const ONE_READING: i64 = 600;
const MOST: i64 = limits::READS as i64;

/// `GET /api/v1/shares/{id}/reads`.
pub(crate) async fn get(State(state): State<AppState>, Name(id): Name, Bearer(token): Bearer) -> Result<Json<Reads>, AppError> {
    of_its_owner(state.database(), id, token).await?;
    let newest = query("SELECT recipient, at FROM reads WHERE share = $1 ORDER BY number DESC LIMIT $2").bind(id.stored()).bind(MOST);
    let rows = state.database().all(newest).await?;
    let read = |row| -> Outcome<Read> { Ok(Read { recipient: Columns::text(row, "recipient")?, at: Columns::number(row, "at")? }) };
    let reads = rows.iter().map(read).collect::<Outcome<_>>().map_err(|error| AppError::Store(error.into()))?;
    Ok(Json(Reads { reads }))
}

/// Notes a reading. Nothing, if the share has been deleted meanwhile.
pub(crate) struct Note {
    pub share: Hash,
    pub recipient: String,
    pub now: i64,
}

impl Note {
    /// `recipient`: what the reader says; cut to its bound.
    pub fn new(share: Hash, recipient: &str, now: i64) -> Note {
        let recipient = recipient.chars().filter(|sign| !sign.is_control()).take(limits::RECIPIENT_CHARS).collect();
        Note { share, recipient, now }
    }

    async fn was_just_here(&self, on: &mut AnyConnection) -> Outcome<bool> {
        let again = query("SELECT number FROM reads WHERE share = $1 AND recipient = $2 AND at > $3 LIMIT 1")
            .bind(self.share.stored())
            .bind(self.recipient.clone())
            .bind(self.now - ONE_READING);
        Ok(again.fetch_optional(on).await?.is_some())
    }
}

impl Write for Note {
    type Reply = ();

    async fn write(&self, on: &mut AnyConnection) -> Outcome<()> {
        if self.was_just_here(on).await? {
            return Ok(());
        }
        let number = query("UPDATE shares SET newest_read = newest_read + 1 WHERE id = $1 RETURNING newest_read");
        let Some(row) = number.bind(self.share.stored()).fetch_optional(&mut *on).await? else { return Ok(()) };
        let number = row.number("newest_read")?;
        query("INSERT INTO reads (share, number, recipient, at) VALUES ($1, $2, $3, $4)")
            .bind(self.share.stored())
            .bind(number)
            .bind(self.recipient.clone())
            .bind(self.now)
            .execute(&mut *on)
            .await?;
        let old = query("DELETE FROM reads WHERE share = $1 AND number <= $2").bind(self.share.stored()).bind(number - MOST);
        old.execute(on).await?;
        Ok(())
    }
}
