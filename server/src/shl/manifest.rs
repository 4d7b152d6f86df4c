//! The manifest of a link, and the file behind a ticket.

use std::time::Duration;

use axum::{
    Json,
    body::Body,
    extract::{Path, State, rejection::PathRejection},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, SecondsFormat};
use share::{
    control::ShareState,
    limits,
    manifest::{CAN_CHANGE, FHIR_JSON, FINALIZED, JOSE, Manifest, ManifestFile, ManifestRequest},
    paths,
};
use sqlx::{any::AnyRow, query};
use tokio::time::timeout;
use tracing::Instrument;

use super::ticket::Ticket;
use crate::{
    access::Name,
    database::{Columns, DatabaseError},
    error::AppError,
    hash::Hash,
    shares::{Row, SELECT, columns, reads::Note},
    state::AppState,
};

/// A share and its files in one statement, so that both are of one moment. A file that is too long to be embedded is not read.
const WITH_FILES: &str = concat!(
    "SELECT ",
    columns!(),
    ", place, CASE WHEN length(sealed) <= $2 THEN sealed END AS sealed, sum ",
    "FROM shares JOIN files ON files.share = shares.id WHERE shares.id = $1 ORDER BY place"
);
/// How long a reader waits at most for the note of the reading.
const NOTING: Duration = Duration::from_millis(500);

/// `POST /shl/{id}`. The content type of the request is not looked at, and members that we do not know are passed over.
pub(crate) async fn post(State(state): State<AppState>, Name(id): Name, headers: HeaderMap, body: Body) -> Result<Response, AppError> {
    let body = state.bodies().read(&headers, body, limits::BODY_BYTES).await?;
    let asked: ManifestRequest = body.json()?;
    if asked.recipient.trim().is_empty() {
        return Err(AppError::BadRequest("a recipient is needed"));
    }
    let now = state.clock().now();
    let longest = asked.embedded_length_max.map_or(i64::MAX, |most| i64::try_from(most).unwrap_or(i64::MAX));
    let share = readable(&state, id, now).await?;
    if let Some(hash) = &share.passcode {
        state.passcodes().check(state.database(), id, hash, share.attempts, asked.passcode).await?;
    }
    let rows = state.database().all(query(WITH_FILES).bind(id.stored()).bind(longest)).await?;
    // Once more, from the row that came with the files: it may have been paused or deleted meanwhile.
    let share = rows.first().map(Row::read).transpose().map_err(DatabaseError::from)?;
    let share = share.filter(|share| share.state(now) == ShareState::Active).ok_or(AppError::NotFound)?;
    let base = state.base(&headers);
    let file = |row: &AnyRow| -> Result<ManifestFile, DatabaseError> {
        let embedded = row.optional_bytes("sealed")?.map(|sealed| whole(sealed, &row.bytes("sum")?)).transpose()?;
        let place = row.number("place")?;
        let location = || state.tickets().make(&Ticket { share: id, version: share.version, place, until: now + limits::TICKET_SECONDS });
        Ok(ManifestFile {
            content_type: FHIR_JSON.to_owned(),
            location: embedded.is_none().then(|| format!("{base}{}", paths::ticket(&location()))),
            embedded,
            last_updated: DateTime::from_timestamp(share.updated, 0).map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true)),
            status: None,
        })
    };
    let files = rows.iter().map(file).collect::<Result<_, _>>()?;
    note(&state, Note::new(id, &asked.recipient, now)).await;
    let status = if share.long_term { CAN_CHANGE } else { FINALIZED };
    Ok(Json(Manifest { status: Some(status.to_owned()), files }).into_response())
}

/// `GET /shl/f/{ticket}`. What allows it is looked at again: a ticket of a share that was paused or deleted since opens nothing.
pub(crate) async fn file(State(state): State<AppState>, ticket: Result<Path<String>, PathRejection>) -> Result<Response, AppError> {
    let Path(ticket) = ticket.map_err(|_| AppError::NotFound)?;
    let now = state.clock().now();
    let ticket = state.tickets().read(&ticket).filter(|ticket| ticket.until >= now).ok_or(AppError::NotFound)?;
    readable(&state, ticket.share, now).await?;
    let one =
        query("SELECT sealed, sum FROM shares JOIN files ON files.share = shares.id WHERE shares.id = $1 AND version = $2 AND place = $3");
    let row = state.database().optional(one.bind(ticket.share.stored()).bind(ticket.version).bind(ticket.place)).await?;
    let row = row.ok_or(AppError::NotFound)?;
    let sealed = whole(row.bytes("sealed").map_err(DatabaseError::from)?, &row.bytes("sum").map_err(DatabaseError::from)?)?;
    Ok(([(header::CONTENT_TYPE, JOSE)], sealed).into_response())
}

/// The share, if it can be read now. Without its files: a link that is paused is answered as fast as one that never was.
async fn readable(state: &AppState, id: Hash, now: i64) -> Result<Row, AppError> {
    let row = state.database().optional(query(SELECT).bind(id.stored())).await?;
    let share = row.as_ref().map(Row::read).transpose().map_err(DatabaseError::from)?;
    share.filter(|share| share.state(now) == ShareState::Active).ok_or(AppError::NotFound)
}

/// The text of a file, if it is the one that was handed over.
fn whole(sealed: Vec<u8>, sum: &[u8]) -> Result<String, DatabaseError> {
    let text = String::from_utf8(sealed).map_err(|_| DatabaseError::Damaged)?;
    if Hash::of(text.as_bytes()).is(sum) { Ok(text) } else { Err(DatabaseError::Damaged) }
}

/// Notes a reading. In an emergency somebody reads while the disk of the server is full: that the note cannot be written is told in the log,
/// and keeps nobody from reading. A disk that is slow keeps nobody waiting either: the task goes on after the answer.
async fn note(state: &AppState, note: Note) {
    let state = state.clone();
    let write = async move {
        if let Err(error) = state.database().write(note).await {
            tracing::error!(%error, "a reading could not be noted");
            state.metrics().unnoted();
        }
    };
    let _ = timeout(NOTING, tokio::spawn(write.in_current_span())).await;
}
