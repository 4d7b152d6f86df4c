//! What a request says in its head: which thing, with which right, and on top of which version.

use axum::{
    extract::{FromRequestParts, Path},
    http::{HeaderMap, HeaderName, header, request::Parts},
};
use share::{Key, ShareId, Token, paths};

use crate::{error::AppError, hash::Hash};

/// The SHA-256 of the name in the path. A text that is no name is answered like a name that nobody knows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name(pub Hash);

impl<S: Send + Sync> FromRequestParts<S> for Name {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Name, AppError> {
        let Path(text) = Path::<String>::from_request_parts(parts, state).await.map_err(|_| AppError::NotFound)?;
        // All names have one form.
        let id = ShareId::parse(&text).map_err(|_| AppError::NotFound)?;
        Ok(Name(Hash::of(id.bytes())))
    }
}

/// The SHA-256 of the token in `Authorization`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bearer(pub Hash);

impl<S: Send + Sync> FromRequestParts<S> for Bearer {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Bearer, AppError> {
        let token = one(&parts.headers, header::AUTHORIZATION)?.and_then(|line| line.strip_prefix(paths::BEARER));
        let token = Token::parse(token.ok_or(AppError::NoToken)?).map_err(|_| AppError::NoToken)?;
        Ok(Bearer(Hash::of(token.bytes())))
    }
}

/// What must be there before a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Before {
    /// This version, by `If-Match`.
    Version(i64),
    /// Nothing, by `If-None-Match: *`.
    Nothing,
}

impl<S: Send + Sync> FromRequestParts<S> for Before {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Before, AppError> {
        match (one(&parts.headers, header::IF_MATCH)?, one(&parts.headers, header::IF_NONE_MATCH)?) {
            // A tag that is none of ours names no version that there could be.
            (Some(tag), None) => paths::version(tag).map(Before::Version).ok_or(AppError::Stale(None)),
            (None, Some("*")) => Ok(Before::Nothing),
            (None, None) => Err(AppError::NoVersion),
            _ => Err(AppError::BadRequest("one of If-Match and If-None-Match: * is needed")),
        }
    }
}

/// The version that the requester has already, by `If-None-Match`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Has(pub Option<i64>);

impl<S: Send + Sync> FromRequestParts<S> for Has {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Has, AppError> {
        Ok(Has(one(&parts.headers, header::IF_NONE_MATCH)?.and_then(paths::version)))
    }
}

/// The SHA-256 of the idempotency key, if there is one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attempt(pub Option<Hash>);

impl<S: Send + Sync> FromRequestParts<S> for Attempt {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Attempt, AppError> {
        let Some(key) = one(&parts.headers, HeaderName::from_static(paths::IDEMPOTENCY_KEY))? else { return Ok(Attempt(None)) };
        let key = Key::parse(key).map_err(|_| AppError::BadRequest("this is no idempotency key"))?;
        Ok(Attempt(Some(Hash::of(key.bytes()))))
    }
}

fn one(headers: &HeaderMap, name: HeaderName) -> Result<Option<&str>, AppError> {
    let mut lines = headers.get_all(name).iter();
    match (lines.next(), lines.next()) {
        (None, _) => Ok(None),
        (Some(line), None) => line.to_str().map(Some).map_err(|_| AppError::BadRequest("a line of the head cannot be read")),
        (Some(_), Some(_)) => Err(AppError::BadRequest("a line of the head stands there twice")),
    }
}
