//! Reading a body: at most so many bytes, and all bodies in memory together at most so many.

use std::sync::Arc;

use axum::{
    body::{Body, Bytes, to_bytes},
    http::{HeaderMap, header},
};
use serde::de::DeserializeOwned;
use share::limits;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::error::AppError;

/// KiB of large bodies that are being read, parsed or written at a time.
const LARGE: u32 = 48 << 10;
/// KiB of small ones: more than 900 of the longest at a time.
const SMALL: u32 = 16 << 10;
/// Bytes of a small body at most.
const IS_SMALL: usize = limits::BODY_BYTES;

/// Memory for bodies. Whoever finds it taken comes back later (503). Small bodies have their own: whoever fills the server with large ones
/// keeps nobody from reading.
#[derive(Clone, Debug)]
pub(crate) struct Bodies {
    large: Arc<Semaphore>,
    small: Arc<Semaphore>,
}

impl Default for Bodies {
    fn default() -> Bodies {
        Bodies { large: Arc::new(Semaphore::new(LARGE as usize)), small: Arc::new(Semaphore::new(SMALL as usize)) }
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
        let kib = u32::try_from(length / 512 + 1).unwrap_or(LARGE);
        let memory = if most > IS_SMALL { &self.large } else { &self.small };
        let place = Arc::clone(memory).try_acquire_many_owned(kib).map_err(|_| AppError::Busy)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn large_bodies_leave_room_for_small_ones() {
        let bodies = Bodies::default();
        let mut held = Vec::new();
        let refused = loop {
            match bodies.read(&HeaderMap::new(), Body::from("{}"), limits::SHARE_BYTES).await {
                Ok(body) => held.push(body),
                Err(error) => break error,
            }
        };
        assert!(matches!(refused, AppError::Busy) && held.len() == 5, "{}", held.len());
        for _ in 0..900 {
            held.push(bodies.read(&HeaderMap::new(), Body::from("{}"), limits::BODY_BYTES).await.unwrap());
        }
        held.clear();
        assert!(bodies.read(&HeaderMap::new(), Body::from("{}"), limits::SHARE_BYTES).await.is_ok());
        let large = bodies.read(&HeaderMap::new(), Body::from("12345"), 4).await;
        assert!(matches!(large, Err(AppError::TooLarge)));
    }
}
