//! Reading a body: at most so many bytes, and all bodies in memory together at most so many.

use std::sync::Arc;

use axum::{
    body::{Body, Bytes, to_bytes},
    http::{HeaderMap, header},
};
use serde::de::DeserializeOwned;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::error::AppError;

/// KiB of bodies that are being read, parsed or written at a time.
const TOGETHER: u32 = 48 << 10;

/// Memory for bodies. Whoever finds it taken comes back later (503).
#[derive(Clone, Debug)]
pub(crate) struct Bodies(Arc<Semaphore>);

impl Default for Bodies {
    fn default() -> Bodies {
        Bodies(Arc::new(Semaphore::new(TOGETHER as usize)))
    }
}

/// Bytes, for as long as they may be kept.
#[derive(Debug)]
pub(crate) struct Held {
    pub bytes: Bytes,
    _place: OwnedSemaphorePermit,
}

impl Bodies {
    /// Reads at most `most` bytes. A body that does not say how long it is takes the place of the longest.
    pub async fn read(&self, headers: &HeaderMap, body: Body, most: usize) -> Result<Held, AppError> {
        let length = headers.get(header::CONTENT_LENGTH).and_then(|line| line.to_str().ok()?.parse().ok()).unwrap_or(most);
        if length > most {
            return Err(AppError::TooLarge);
        }
        // Twice: the bytes, and what is made of them.
        let kib = u32::try_from(length / 512 + 1).unwrap_or(TOGETHER).min(TOGETHER);
        let place = Arc::clone(&self.0).try_acquire_many_owned(kib).map_err(|_| AppError::Busy)?;
        let bytes = to_bytes(body, most).await.map_err(|error| {
            let large = std::error::Error::source(&error).is_some_and(|cause| cause.is::<http_body_util::LengthLimitError>());
            if large { AppError::TooLarge } else { AppError::BadRequest("the body did not arrive whole") }
        })?;
        Ok(Held { bytes, _place: place })
    }
}

impl Held {
    /// Reads JSON. What is wrong with it is not said: the words for it could quote it.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, AppError> {
        serde_json::from_slice(&self.bytes).map_err(|_| AppError::BadRequest("the body is not what this address reads"))
    }
}
