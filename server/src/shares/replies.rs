//! What readers send back, sealed.

use axum::{
    Json,
    body::Body,
    extract::{Query, State, rejection::QueryRejection},
    http::{HeaderMap, StatusCode},
};
use serde::Deserialize;
use share::{
    control::{Replies, Reply, SendReply, ShareState},
    jwe, limits,
};
use sqlx::{AnyConnection, query};

use super::{Row, SELECT, of_its_owner, of_its_reader};
use crate::{
    access::{Bearer, Name},
    database::{Columns, DatabaseError, Outcome, Write},
    error::AppError,
    hash::Hash,
    state::AppState,
};

/// Bytes of the body: a reply and the JSON around it.
const BODY_BYTES: usize = limits::REPLY_BYTES + 1024;

/// `POST /api/v1/shares/{id}/replies`.
pub(crate) async fn post(
    State(state): State<AppState>,
    Name(share): Name,
    Bearer(token): Bearer,
    headers: HeaderMap,
    body: Body,
) -> Result<StatusCode, AppError> {
    // Before memory is taken for the body. The write looks again, in its transaction.
    of_its_reader(state.database(), share, token, state.clock().now()).await?;
    let body = state.bodies().read(&headers, body, BODY_BYTES).await?;
    let asked: SendReply = body.json()?;
    if asked.sealed.len() > limits::REPLY_BYTES || !jwe::is_compact(&asked.sealed) {
        return Err(AppError::BadRequest("a reply is sealed, and at most 64 KiB"));
    }
    let send = Send { share, token, name: Hash::of(asked.id.bytes()), sealed: asked.sealed.into_bytes(), now: state.clock().now() };
    match state.database().write(send).await? {
        Sent::Kept => Ok(StatusCode::CREATED),
        Sent::Before => Ok(StatusCode::OK),
        Sent::Full => Err(AppError::Conflict("this share holds as many replies as it may")),
        Sent::NotFound => Err(AppError::NotFound),
    }
}

struct Send {
    share: Hash,
    token: Hash,
    name: Hash,
    sealed: Vec<u8>,
    now: i64,
}

enum Sent {
    Kept,
    /// By the same request, sent once more.
    Before,
    Full,
    NotFound,
}

impl Write for Send {
    type Reply = Sent;

    async fn write(&self, on: &mut AnyConnection) -> Outcome<Sent> {
        let row = query(SELECT).bind(self.share.stored()).fetch_optional(&mut *on).await?;
        let row = row.map(|row| Row::read(&row)).transpose()?;
        let Some(row) = row.filter(|row| self.token.is(&row.reply) && row.state(self.now) == ShareState::Active) else {
            return Ok(Sent::NotFound);
        };
        let same = query("SELECT number FROM replies WHERE share = $1 AND name = $2").bind(self.share.stored()).bind(self.name.stored());
        if same.fetch_optional(&mut *on).await?.is_some() {
            return Ok(Sent::Before);
        }
        if row.newest_reply >= limits::REPLIES as i64 {
            return Ok(Sent::Full);
        }
        query("UPDATE shares SET newest_reply = newest_reply + 1 WHERE id = $1").bind(self.share.stored()).execute(&mut *on).await?;
        query("INSERT INTO replies (share, number, name, at, sealed, sum) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(self.share.stored())
            .bind(row.newest_reply + 1)
            .bind(self.name.stored())
            .bind(self.now)
            .bind(self.sealed.clone())
            .bind(Hash::of(&self.sealed).stored())
            .execute(on)
            .await?;
        Ok(Sent::Kept)
    }
}

/// `?after=number`: only later ones.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct After {
    #[serde(default)]
    after: i64,
}

/// `GET /api/v1/shares/{id}/replies`.
pub(crate) async fn get(
    State(state): State<AppState>,
    Name(share): Name,
    Bearer(token): Bearer,
    query_of: Result<Query<After>, QueryRejection>,
) -> Result<Json<Replies>, AppError> {
    // Its own words for what is wrong would quote the request.
    let Query(After { after }) = query_of.map_err(|_| AppError::BadRequest("after is a number"))?;
    of_its_owner(state.database(), share, token).await?;
    let next = query("SELECT number, at, sealed, sum FROM replies WHERE share = $1 AND number > $2 ORDER BY number LIMIT $3")
        .bind(share.stored())
        .bind(after)
        .bind(limits::REPLIES_AT_ONCE as i64);
    let rows = state.database().all(next).await?;
    let replies = rows.iter().map(read).collect::<Result<_, DatabaseError>>()?;
    Ok(Json(Replies { replies }))
}

fn read(row: &sqlx::any::AnyRow) -> Result<Reply, DatabaseError> {
    let sealed = row.bytes("sealed")?;
    if !Hash::of(&sealed).is(&row.bytes("sum")?) {
        return Err(DatabaseError::Damaged);
    }
    let sealed = String::from_utf8(sealed).map_err(|_| DatabaseError::Damaged)?;
    Ok(Reply { number: row.number("number")?, at: row.number("at")?, sealed })
}
