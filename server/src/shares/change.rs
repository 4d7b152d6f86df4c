//! Pausing, resuming and extending.

use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use share::{
    control::{ChangeShare, ShareStatus},
    limits,
};
use sqlx::{AnyConnection, query};

use super::{ACTIVE, Row, SELECT, create::expires_soon_enough, row::PAUSED, told};
use crate::{
    access::{Bearer, Name},
    database::{Outcome, Write},
    error::AppError,
    hash::Hash,
    state::AppState,
};

/// `PATCH /api/v1/shares/{id}`. The same again changes nothing more.
pub(crate) async fn patch(
    State(state): State<AppState>,
    Name(id): Name,
    Bearer(token): Bearer,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, AppError> {
    let body = state.bodies().read(&headers, body, limits::BODY_BYTES).await?;
    let asked: ChangeShare = body.json()?;
    let now = state.clock().now();
    if let Some(expires) = asked.expires {
        expires_soon_enough(expires, now)?;
    }
    let status = state.database().write(Change { id, token, asked, now }).await?;
    status.map(|status| told(StatusCode::OK, status)).ok_or(AppError::NotFound)
}

struct Change {
    id: Hash,
    token: Hash,
    asked: ChangeShare,
    now: i64,
}

impl Write for Change {
    type Reply = Option<ShareStatus>;

    async fn write(&self, on: &mut AnyConnection) -> Outcome<Option<ShareStatus>> {
        let state = self.asked.paused.map(|paused| if paused { PAUSED } else { ACTIVE }.to_owned());
        let changed = query("UPDATE shares SET state = COALESCE($3, state), expires = COALESCE($4, expires) WHERE id = $1 AND manage = $2")
            .bind(self.id.stored())
            .bind(self.token.stored())
            .bind(state)
            .bind(self.asked.expires)
            .execute(&mut *on)
            .await?
            .rows_affected();
        if changed == 0 {
            return Ok(None);
        }
        let row = query(SELECT).bind(self.id.stored()).fetch_one(on).await?;
        Ok(Some(Row::read(&row)?.status(self.now)))
    }
}
