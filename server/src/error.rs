//! What goes wrong while a request is answered, and the response that it becomes.

use std::error::Error;

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use share::{manifest::WrongPasscode, paths};
use tokio::task::JoinError;

use crate::database::DatabaseError;

/// Every error of a handler. The sentence is what the requester reads; it holds nothing of the request, and no cause.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// 400: the request makes no sense, and why.
    #[error("{0}")]
    BadRequest(&'static str),
    /// 401: no token where one is needed, or a text that is none.
    #[error("a token is needed")]
    NoToken,
    /// 401: a wrong passcode, or none where one is needed. The body is that of the standard for SMART Health Links.
    #[error("the passcode is wrong")]
    WrongPasscode {
        /// How many more wrong ones there may be.
        remaining: u32,
    },
    /// 404: unknown, ended, paused, deleted, locked, or not for this token. The same answer for all.
    #[error("not here")]
    NotFound,
    /// 404: the list of the site names a file that is not in the folder any more.
    #[error("this file is not there any more")]
    Gone,
    /// 405. axum adds `Allow`, with the methods that the path knows.
    #[error("this method is not known here")]
    MethodNotAllowed,
    /// 409: it cannot be, and why.
    #[error("{0}")]
    Conflict(&'static str),
    /// 412: somebody has written since. With the version that is there now, where it may be told.
    #[error("another version is there")]
    Stale(Option<i64>),
    /// 413: a body that is too large, or one where none belongs.
    #[error("the body is too large")]
    TooLarge,
    /// 428: a write that does not say on top of which version.
    #[error("If-Match is needed")]
    NoVersion,
    /// 429: more often than this address may; `seconds` until the next time.
    #[error("too often, try again later")]
    TooOften {
        /// Until the next time.
        seconds: u64,
    },
    /// 431: the head of the request has too many lines or bytes.
    #[error("the head of the request is too large")]
    HeadTooLarge,
    /// 503: for the moment there is too much to do. The headers say when to come back.
    #[error("busy, try again in a moment")]
    Busy,
    /// 503: the database cannot be used: the disk is full, cannot be written or does not answer. Whatever was asked may be asked again.
    #[error("the store of this server cannot be used at the moment, try again later")]
    Store(#[source] DatabaseError),
    /// 500: the cause goes to the log and nowhere else. It must not hold anything of a person.
    #[error("something went wrong here")]
    Internal(#[source] Box<dyn Error + Send + Sync>),
}

impl AppError {
    /// An unexpected failure of something that a handler needs.
    pub fn internal(cause: impl Error + Send + Sync + 'static) -> AppError {
        AppError::Internal(Box::new(cause))
    }

    /// A task that has panicked. Its own words hold the message of the panic, which may hold anything.
    pub(crate) fn task(_: JoinError) -> AppError {
        AppError::Internal("a task has panicked".into())
    }

    const fn status(&self) -> StatusCode {
        match self {
            AppError::BadRequest(_) => StatusCode::BAD_REQUEST,
            AppError::NoToken | AppError::WrongPasscode { .. } => StatusCode::UNAUTHORIZED,
            AppError::NotFound | AppError::Gone => StatusCode::NOT_FOUND,
            AppError::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            AppError::Conflict(_) => StatusCode::CONFLICT,
            AppError::Stale(_) => StatusCode::PRECONDITION_FAILED,
            AppError::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            AppError::NoVersion => StatusCode::PRECONDITION_REQUIRED,
            AppError::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
            AppError::HeadTooLarge => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            AppError::Busy | AppError::Store(_) => StatusCode::SERVICE_UNAVAILABLE,
            AppError::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn body(&self) -> Response {
        match self {
            AppError::WrongPasscode { remaining } => Json(WrongPasscode { remaining_attempts: *remaining }).into_response(),
            _ => text(&format!("{self}\n")).into_response(),
        }
    }
}

impl From<DatabaseError> for AppError {
    fn from(error: DatabaseError) -> AppError {
        match error {
            DatabaseError::Full | DatabaseError::Closed => AppError::Busy,
            error => AppError::Store(error),
        }
    }
}

impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        match &self {
            AppError::Internal(cause) => tracing::error!(%cause, "a request failed"),
            AppError::Store(cause) => tracing::error!(%cause, "a request failed"),
            _ => {}
        }
        let mut answer = (self.status(), self.body()).into_response();
        let line = match self {
            AppError::Stale(Some(version)) => Some((header::ETAG, paths::tag(version))),
            AppError::TooOften { seconds } => Some((header::RETRY_AFTER, seconds.to_string())),
            AppError::NoToken => Some((header::WWW_AUTHENTICATE, paths::BEARER.trim_end().to_owned())),
            _ => None,
        };
        if let Some((name, Ok(value))) = line.map(|(name, value)| (name, HeaderValue::try_from(value))) {
            answer.headers_mut().insert(name, value);
        }
        answer
    }
}

/// A line of text that nobody keeps.
pub(crate) fn text(line: &str) -> impl IntoResponse + use<> {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-store")], line.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_is_not_quoted() {
        let ended = tokio::spawn(async { panic!("hanako") }).await.map_err(AppError::task);
        let Err(AppError::Internal(cause)) = ended else { panic!("{ended:?}") };
        assert_eq!(cause.to_string(), "a task has panicked");
    }
}
