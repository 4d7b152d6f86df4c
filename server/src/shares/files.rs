//! All files of a share at once.

use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use share::{
    control::{PutFiles, ShareStatus},
    jwe, limits,
};
use sqlx::{AnyConnection, query};

use super::{Row, SELECT, of_its_owner, told};
use crate::{
    access::{Attempt, Bearer, Before, Name},
    database::{Outcome, Write},
    error::AppError,
    hash::Hash,
    state::AppState,
};

/// What the JSON around the files may add: a backslash before nothing in base64url, so only names and signs.
const AROUND: usize = 4 << 10;
/// Bytes of the body.
pub(crate) const BODY_BYTES: usize = limits::SHARE_BYTES + AROUND;

/// `PUT /api/v1/shares/{id}/files`.
pub(crate) async fn put(
    State(state): State<AppState>,
    Name(id): Name,
    Bearer(token): Bearer,
    before: Before,
    Attempt(key): Attempt,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, AppError> {
    let Before::Version(version) = before else { return Err(AppError::NoVersion) };
    // Before memory is taken for the body. The write looks again, in its transaction.
    of_its_owner(state.database(), id, token).await?;
    let body = state.bodies().read(&headers, body, BODY_BYTES).await?;
    let files = checked(body.json()?)?;
    let put = Put { id, token, version, key, files, now: state.clock().now() };
    match state.database().write(put).await? {
        Done::Written(status) => Ok(told(StatusCode::OK, status)),
        Done::Stale(version) => Err(AppError::Stale(Some(version))),
        Done::NotFound => Err(AppError::NotFound),
    }
}

fn checked(asked: PutFiles) -> Result<Vec<Vec<u8>>, AppError> {
    let bytes: usize = asked.files.iter().map(|file| file.jwe.len()).sum();
    if asked.files.is_empty() || asked.files.len() > limits::FILES || bytes > limits::SHARE_BYTES {
        return Err(AppError::BadRequest("a share has 1 to 8 files and at most 4 MiB"));
    }
    if !asked.files.iter().all(|file| jwe::is_compact(&file.jwe)) {
        return Err(AppError::BadRequest("a file is not sealed"));
    }
    Ok(asked.files.into_iter().map(|file| file.jwe.into_bytes()).collect())
}

struct Put {
    id: Hash,
    token: Hash,
    version: i64,
    key: Option<Hash>,
    files: Vec<Vec<u8>>,
    now: i64,
}

enum Done {
    /// Now, or by the same request before.
    Written(ShareStatus),
    Stale(i64),
    NotFound,
}

impl Write for Put {
    type Reply = Done;
    /// The files before.
    const DELETES: bool = true;

    async fn write(&self, on: &mut AnyConnection) -> Outcome<Done> {
        let written =
            query("UPDATE shares SET version = version + 1, write_key = $4, updated = $5 WHERE id = $1 AND manage = $2 AND version = $3")
                .bind(self.id.stored())
                .bind(self.token.stored())
                .bind(self.version)
                .bind(self.key.map(Hash::stored))
                .bind(self.now)
                .execute(&mut *on)
                .await?
                .rows_affected();
        if written == 1 {
            self.replace(on).await?;
        }
        let Some(row) = query(SELECT).bind(self.id.stored()).fetch_optional(on).await? else { return Ok(Done::NotFound) };
        let row = Row::read(&row)?;
        if !self.token.is(&row.manage) {
            return Ok(Done::NotFound);
        }
        let again = self.key.is_some_and(|key| row.write_key.as_deref().is_some_and(|newest| key.is(newest)));
        Ok(if written == 1 || again { Done::Written(row.status(self.now)) } else { Done::Stale(row.version) })
    }
}

impl Put {
    async fn replace(&self, on: &mut AnyConnection) -> Outcome<()> {
        query("DELETE FROM files WHERE share = $1").bind(self.id.stored()).execute(&mut *on).await?;
        for (place, sealed) in (0..).zip(&self.files) {
            query("INSERT INTO files (share, place, sealed, sum) VALUES ($1, $2, $3, $4)")
                .bind(self.id.stored())
                .bind::<i64>(place)
                .bind(sealed.clone())
                .bind(Hash::of(sealed).stored())
                .execute(&mut *on)
                .await?;
        }
        Ok(())
    }
}
