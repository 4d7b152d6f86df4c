//! What goes wrong while a request is answered, and the response that it becomes.

use std::error::Error;

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

/// Every error of a handler. The sentence is what the requester reads; it holds nothing of the request, and no cause.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// 400: the request makes no sense, and why.
    #[error("{0}")]
    BadRequest(&'static str),
    /// 404: the list of the site names a file that is not in the folder any more.
    #[error("this file is not there any more")]
    Gone,
    /// 405. axum adds `Allow`, with the methods that the path knows.
    #[error("this method is not known here")]
    MethodNotAllowed,
    /// 413: a body that is too large, or one where none belongs.
    #[error("the body is too large")]
    TooLarge,
    /// 431: the head of the request has too many lines or bytes.
    #[error("the head of the request is too large")]
    HeadTooLarge,
    /// 503: for the moment there is too much to do. The headers say when to come back.
    #[error("busy, try again in a moment")]
    Busy,
    /// 500: the cause goes to the log and nowhere else. It must not hold anything of a person.
    #[error("something went wrong here")]
    Internal(#[source] Box<dyn Error + Send + Sync>),
}

impl AppError {
    /// An unexpected failure of something that a handler needs.
    pub fn internal(cause: impl Error + Send + Sync + 'static) -> AppError {
        AppError::Internal(Box::new(cause))
    }

    const fn status(&self) -> StatusCode {
        match self {
            AppError::BadRequest(_) => StatusCode::BAD_REQUEST,
            AppError::Gone => StatusCode::NOT_FOUND,
            AppError::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            AppError::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            AppError::HeadTooLarge => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            AppError::Busy => StatusCode::SERVICE_UNAVAILABLE,
            AppError::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        if let AppError::Internal(cause) = &self {
            tracing::error!(%cause, "a request failed");
        }
        (self.status(), text(&format!("{self}\n"))).into_response()
    }
}

/// A line of text that nobody keeps.
pub(crate) fn text(line: &str) -> impl IntoResponse + use<> {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-store")], line.to_owned())
}
