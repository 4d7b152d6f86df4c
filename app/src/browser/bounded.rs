//! An end to waiting for storage that does not answer: a database that a sleeping tab keeps from opening, a transaction or a lock that
//! another page holds up for ever.

use std::{cell::Cell, future::Future, pin::pin, rc::Rc, task::Poll};

use js_sys::{Function, Promise};
use store::port::{JournalError, Later};
use wasm_bindgen_futures::JsFuture;

/// How long one call may take, in milliseconds. A full disk of a slow phone takes a second or two.
const BOUND: i32 = 10_000;

/// Does the work, unless it takes too long. What was begun may still be finished later; it is then found as another tab's writing is.
pub fn bounded<T: 'static>(work: impl Future<Output = Result<T, JournalError>> + 'static) -> Later<Result<T, JournalError>> {
    // Boxed, so that the waiting is compiled once for each result and not once for each call.
    let work: Later<Result<T, JournalError>> = Box::pin(work);
    Box::pin(async move { within_bound(work).await.unwrap_or(Err(JournalError::NoAnswer)) })
}

/// What the work gives, or nothing when it takes too long.
pub async fn within_bound<T>(work: impl Future<Output = T>) -> Option<T> {
    let timer = Timer::start();
    let mut work = pin!(work);
    let mut over = pin!(JsFuture::from(timer.promise.clone()));
    std::future::poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => over.as_mut().poll(context).map(|_| None),
    })
    .await
}

/// Somebody who waits for an answer of the browser. What comes after they have gone must be let go by whoever hears it.
pub struct Waiting(Rc<Cell<bool>>);

impl Default for Waiting {
    fn default() -> Waiting {
        Waiting(Rc::new(Cell::new(true)))
    }
}

impl Waiting {
    /// Tells whether the answer is still waited for.
    pub fn watch(&self) -> impl Fn() -> bool + use<> {
        let waits = self.0.clone();
        move || waits.get()
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.set(false);
    }
}

/// A promise that is kept after the bound; the clock is stopped when this is dropped.
struct Timer {
    promise: Promise,
    handle: Option<i32>,
}

impl Timer {
    fn start() -> Timer {
        let mut handle = None;
        let promise = Promise::new(&mut |resolve: Function, _| {
            let window = web_sys::window();
            handle = window.and_then(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, BOUND).ok());
        });
        Timer { promise, handle }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let (Some(window), Some(handle)) = (web_sys::window(), self.handle) {
            window.clear_timeout_with_handle(handle);
        }
    }
}
