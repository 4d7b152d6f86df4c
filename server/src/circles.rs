//! The sealed box of a family circle: one value that several devices read, join with their own and write back. Whoever writes says which
//! version they have joined; if another one is there, they read that first (412).

use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use share::{limits, paths};
use sqlx::{AnyConnection, query};

use crate::{
    access::{Attempt, Bearer, Before, Has, Name},
    database::{Columns, DatabaseError, Outcome, Write},
    error::AppError,
    hash::Hash,
    shares::{create::is_deleted, delete::never_again},
    state::AppState,
};

const BYTES: &str = "application/octet-stream";

/// `GET /api/v1/circles/{id}`; 304 when the requester has this version already.
pub(crate) async fn get(State(state): State<AppState>, Name(id): Name, Bearer(token): Bearer, Has(has): Has) -> Result<Response, AppError> {
    let one = query("SELECT token, version, sum, CASE WHEN version <> $2 THEN sealed END AS sealed FROM circles WHERE id = $1");
    let row = state.database().optional(one.bind(id.stored()).bind(has.unwrap_or(-1))).await?.ok_or(AppError::NotFound)?;
    let read = || -> Outcome<_> { Ok((row.bytes("token")?, row.number("version")?, row.bytes("sum")?, row.optional_bytes("sealed")?)) };
    let (stored, version, sum, sealed) = read().map_err(DatabaseError::from)?;
    if !token.is(&stored) {
        return Err(AppError::NotFound);
    }
    let tag = [(header::ETAG, paths::tag(version))];
    let Some(sealed) = sealed else { return Ok((StatusCode::NOT_MODIFIED, tag).into_response()) };
    if !Hash::of(&sealed).is(&sum) {
        return Err(DatabaseError::Damaged.into());
    }
    Ok((tag, [(header::CONTENT_TYPE, BYTES)], sealed).into_response())
}

/// `PUT /api/v1/circles/{id}`: the first time with `If-None-Match: *`, which also sets the token; then with `If-Match`.
pub(crate) async fn put(
    State(state): State<AppState>,
    Name(id): Name,
    Bearer(token): Bearer,
    before: Before,
    Attempt(key): Attempt,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, AppError> {
    // Before memory is taken for the body. The write looks again, in its transaction.
    may_put(&state, id, token, before).await?;
    let body = state.bodies().read(&headers, body, limits::CIRCLE_BYTES).await?;
    if body.bytes.is_empty() {
        return Err(AppError::BadRequest("an empty box"));
    }
    let put = Put { id, token, before, key, sealed: body.bytes.to_vec(), now: state.clock().now() };
    let tagged = |code, version| (code, [(header::ETAG, paths::tag(version))]).into_response();
    match state.database().write(put).await? {
        Done::Made => Ok(tagged(StatusCode::CREATED, 1)),
        Done::Written(version) => Ok(tagged(StatusCode::NO_CONTENT, version)),
        Done::Stale(version) => Err(AppError::Stale(version)),
        Done::NotFound => Err(AppError::NotFound),
        Done::Taken => Err(AppError::Conflict("this name cannot be used")),
    }
}

/// Whether this token may write there: it is the one that was set, or nothing is there and this is the first box.
async fn may_put(state: &AppState, id: Hash, token: Hash, before: Before) -> Result<(), AppError> {
    let row = state.database().optional(query("SELECT token FROM circles WHERE id = $1").bind(id.stored())).await?;
    let may = match row {
        Some(row) => token.is(&row.bytes("token").map_err(DatabaseError::from)?),
        None => before == Before::Nothing,
    };
    if may { Ok(()) } else { Err(AppError::NotFound) }
}

/// `DELETE /api/v1/circles/{id}`.
pub(crate) async fn delete(State(state): State<AppState>, Name(id): Name, Bearer(token): Bearer) -> Result<StatusCode, AppError> {
    let deleted = state.database().write(Delete { id, token, now: state.clock().now() }).await?;
    if deleted { Ok(StatusCode::NO_CONTENT) } else { Err(AppError::NotFound) }
}

struct Put {
    id: Hash,
    token: Hash,
    before: Before,
    key: Option<Hash>,
    sealed: Vec<u8>,
    now: i64,
}

enum Done {
    Made,
    Written(i64),
    Stale(Option<i64>),
    NotFound,
    /// Deleted before.
    Taken,
}

impl Write for Put {
    type Reply = Done;
    const DELETES: bool = true;

    async fn write(&self, on: &mut AnyConnection) -> Outcome<Done> {
        let done = match self.before {
            Before::Version(version) => self.replace(on, version).await?,
            Before::Nothing if is_deleted(on, self.id).await? => return Ok(Done::Taken),
            Before::Nothing => self.make(on).await?,
        };
        match done {
            Some(done) => Ok(done),
            None => self.why_not(on).await,
        }
    }
}

impl Put {
    async fn replace(&self, on: &mut AnyConnection, version: i64) -> Outcome<Option<Done>> {
        let row = query(
            "UPDATE circles SET version = version + 1, write_key = $4, updated = $5, sealed = $6, sum = $7 \
             WHERE id = $1 AND token = $2 AND version = $3 RETURNING version",
        )
        .bind(self.id.stored())
        .bind(self.token.stored())
        .bind(version)
        .bind(self.key.map(Hash::stored))
        .bind(self.now)
        .bind(self.sealed.clone())
        .bind(Hash::of(&self.sealed).stored())
        .fetch_optional(on)
        .await?;
        row.map(|row| row.number("version").map(Done::Written)).transpose()
    }

    async fn make(&self, on: &mut AnyConnection) -> Outcome<Option<Done>> {
        let made = query(
            "INSERT INTO circles (id, token, version, write_key, updated, sealed, sum) VALUES ($1, $2, 1, $3, $4, $5, $6) \
             ON CONFLICT (id) DO NOTHING",
        )
        .bind(self.id.stored())
        .bind(self.token.stored())
        .bind(self.key.map(Hash::stored))
        .bind(self.now)
        .bind(self.sealed.clone())
        .bind(Hash::of(&self.sealed).stored())
        .execute(on)
        .await?
        .rows_affected();
        Ok((made == 1).then_some(Done::Made))
    }

    /// Nothing was written: by the same request before, because of another version, or for want of the right.
    async fn why_not(&self, on: &mut AnyConnection) -> Outcome<Done> {
        let row = query("SELECT token, version, write_key FROM circles WHERE id = $1").bind(self.id.stored()).fetch_optional(on).await?;
        let Some(row) = row else { return Ok(Done::NotFound) };
        let version = row.number("version")?;
        if !self.token.is(&row.bytes("token")?) {
            return Ok(Done::NotFound);
        }
        let newest = row.optional_bytes("write_key")?;
        let again = self.key.is_some_and(|key| newest.is_some_and(|newest| key.is(&newest)));
        Ok(if again { Done::Written(version) } else { Done::Stale(Some(version)) })
    }
}

struct Delete {
    id: Hash,
    token: Hash,
    now: i64,
}

impl Write for Delete {
    type Reply = bool;
    const DELETES: bool = true;

    async fn write(&self, on: &mut AnyConnection) -> Outcome<bool> {
        let gone = query("DELETE FROM circles WHERE id = $1 AND token = $2").bind(self.id.stored()).bind(self.token.stored());
        if gone.execute(&mut *on).await?.rows_affected() == 0 {
            return Ok(false);
        }
        never_again(on, self.id.stored(), self.now).await?;
        Ok(true)
    }
}
