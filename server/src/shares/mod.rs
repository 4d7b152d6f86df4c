//! Shares: sealed files for one reader. Our own part of the protocol; what a viewer sees is in `shl`.

pub(crate) mod change;
pub(crate) mod create;
pub(crate) mod delete;
pub(crate) mod files;
pub(crate) mod reads;
pub(crate) mod replies;
mod row;

pub(crate) use row::{ACTIVE, Row, SELECT, columns};

use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use share::{
    control::{ShareState, ShareStatus},
    paths,
};
use sqlx::query;

use crate::{
    access::{Bearer, Name},
    database::Database,
    error::AppError,
    hash::Hash,
    state::AppState,
};

/// `GET /api/v1/shares/{id}`.
pub(crate) async fn status(State(state): State<AppState>, Name(id): Name, Bearer(token): Bearer) -> Result<Response, AppError> {
    let row = of_its_owner(state.database(), id, token).await?;
    Ok(told(StatusCode::OK, row.status(state.clock().now())))
}

/// The share, if the token is the one to manage it.
async fn of_its_owner(database: &Database, id: Hash, token: Hash) -> Result<Row, AppError> {
    one(database, id).await?.filter(|row| token.is(&row.manage)).ok_or(AppError::NotFound)
}

/// The share, if the token is the one to answer it, and it can be read now.
async fn of_its_reader(database: &Database, id: Hash, token: Hash, now: i64) -> Result<Row, AppError> {
    let row = one(database, id).await?;
    row.filter(|row| token.is(&row.reply) && row.state(now) == ShareState::Active).ok_or(AppError::NotFound)
}

async fn one(database: &Database, id: Hash) -> Result<Option<Row>, AppError> {
    let row = database.optional(query(SELECT).bind(id.stored())).await?;
    row.map(|row| Row::read(&row)).transpose().map_err(|error| AppError::Store(error.into()))
}

/// The answer to the owner.
fn told(code: StatusCode, status: ShareStatus) -> Response {
    (code, [(header::ETAG, paths::tag(status.version))], Json(status)).into_response()
}
