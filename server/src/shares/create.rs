//! A new share.

use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use share::{
    control::{CreateShare, ShareStatus},
    limits,
};
use sqlx::{AnyConnection, query};

use super::{ACTIVE, Row, SELECT, told};
use crate::{
    database::{Outcome, Write},
    error::AppError,
    hash::Hash,
    state::AppState,
};

/// `POST /api/v1/shares`.
pub(crate) async fn post(State(state): State<AppState>, headers: HeaderMap, body: Body) -> Result<Response, AppError> {
    let body = state.bodies().read(&headers, body, limits::BODY_BYTES).await?;
    let asked: CreateShare = body.json()?;
    let now = state.clock().now();
    expires_soon_enough(asked.expires, now)?;
    let passcode = match &asked.passcode {
        Some(code) if limits::PASSCODE_CHARS.contains(&code.chars().count()) => Some(state.passcodes().hash(code.clone()).await?),
        Some(_) => return Err(AppError::BadRequest("a passcode has 4 to 64 characters")),
        None => None,
    };
    let create = Create {
        id: Hash::of(asked.id.bytes()),
        manage: Hash::made(*asked.manage.bytes()),
        reply: Hash::made(*asked.reply.bytes()),
        long_term: asked.long_term,
        expires: asked.expires,
        passcode,
        now,
    };
    match state.database().write(create).await? {
        Created::New(status) => Ok(told(StatusCode::CREATED, status)),
        Created::Before(status) => Ok(told(StatusCode::OK, status)),
        Created::Taken => Err(AppError::Conflict("this name cannot be used")),
    }
}

/// An end that lies ahead, and not too far.
pub(super) fn expires_soon_enough(expires: i64, now: i64) -> Result<(), AppError> {
    let fits = expires > now && expires <= now.saturating_add(limits::LONGEST_SECONDS);
    if fits { Ok(()) } else { Err(AppError::BadRequest("a share ends at most 800 days from now")) }
}

struct Create {
    id: Hash,
    manage: Hash,
    reply: Hash,
    long_term: bool,
    expires: i64,
    passcode: Option<String>,
    now: i64,
}

enum Created {
    New(ShareStatus),
    /// By the same request, sent once more.
    Before(ShareStatus),
    /// By somebody else or by another request, or deleted.
    Taken,
}

impl Write for Create {
    type Reply = Created;

    async fn write(&self, on: &mut AnyConnection) -> Outcome<Created> {
        if is_deleted(on, self.id).await? {
            return Ok(Created::Taken);
        }
        let made = query(
            "INSERT INTO shares (id, manage, reply, long_term, passcode, attempts, state, expires, version, updated, newest_read, \
             newest_reply) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, 0, 0) ON CONFLICT (id) DO NOTHING",
        )
        .bind(self.id.stored())
        .bind(self.manage.stored())
        .bind(self.reply.stored())
        .bind(i64::from(self.long_term))
        .bind(self.passcode.clone())
        .bind(i64::from(limits::ATTEMPTS))
        .bind(ACTIVE.to_owned())
        .bind(self.expires)
        .bind(self.now)
        .execute(&mut *on)
        .await?
        .rows_affected();
        let row = Row::read(&query(SELECT).bind(self.id.stored()).fetch_one(on).await?)?;
        let status = row.status(self.now);
        Ok(match made {
            1 => Created::New(status),
            _ if self.made(&row) => Created::Before(status),
            _ => Created::Taken,
        })
    }
}

impl Create {
    /// Whether this row comes from the same request. Of a passcode only whether there is one: its hash has another salt each time.
    fn made(&self, row: &Row) -> bool {
        self.manage.is(&row.manage)
            && self.reply.is(&row.reply)
            && self.long_term == row.long_term
            && self.expires == row.expires
            && self.passcode.is_some() == row.passcode.is_some()
    }
}

/// Whether something with this name was deleted: then nothing has it ever again.
pub(crate) async fn is_deleted(on: &mut AnyConnection, id: Hash) -> Outcome<bool> {
    Ok(query("SELECT at FROM deleted WHERE id = $1").bind(id.stored()).fetch_optional(on).await?.is_some())
}
