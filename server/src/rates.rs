//! How often one address may ask. Addresses are kept in memory for as long as they count, and neither logged nor stored.

use std::{
    net::IpAddr,
    num::NonZeroU32,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::Response,
};
use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};

use crate::{
    client::{Client, forwarded, household},
    error::AppError,
    state::AppState,
};

/// Where the address of a client is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addresses {
    /// The other end of the connection.
    Connection,
    /// `X-Forwarded-For`, which a proxy in front has written.
    Proxy,
    /// Nobody is told apart: everybody comes through a proxy that says nothing.
    Unknown,
}

/// Addresses that are kept before those that count no more are let go.
const KEPT: usize = 20_000;

/// The limits; cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Rates {
    addresses: Addresses,
    all: Arc<DefaultKeyedRateLimiter<IpAddr>>,
    making: Arc<DefaultKeyedRateLimiter<IpAddr>>,
    since: Arc<AtomicUsize>,
}

impl Rates {
    /// A clinic with one address for all asks for many shares at once; a family makes a few.
    pub fn new(addresses: Addresses) -> Rates {
        let of = |every: Duration, burst: u32| {
            let quota = Quota::with_period(every).unwrap_or(Quota::per_second(NonZeroU32::MIN));
            Arc::new(RateLimiter::keyed(quota.allow_burst(NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN))))
        };
        Rates { addresses, all: of(Duration::from_millis(20), 500), making: of(Duration::from_secs(2), 60), since: Arc::default() }
    }

    /// An error with the seconds to wait, when this address has asked too often.
    fn check(&self, client: IpAddr, makes: bool) -> Result<(), AppError> {
        let client = household(client);
        self.forget();
        let limit = if makes { &self.making } else { &self.all };
        limit.check_key(&client).map_err(|not| {
            let seconds = not.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
            AppError::TooOften { seconds }
        })
    }

    /// Lets addresses go that may ask as often as one that was never here.
    fn forget(&self) {
        if self.since.fetch_add(1, Ordering::Relaxed) < KEPT {
            return;
        }
        self.since.store(0, Ordering::Relaxed);
        for limit in [&self.all, &self.making] {
            limit.retain_recent();
            limit.shrink_to_fit();
        }
    }
}

/// The middleware, around every endpoint.
pub(crate) async fn check(
    State(state): State<AppState>,
    client: Option<Client>,
    request: Request,
    next: Next,
) -> Result<Response, AppError> {
    let rates = state.rates();
    let address = match rates.addresses {
        Addresses::Connection => client.map(|Client(address)| address),
        Addresses::Proxy => forwarded(request.headers()).or(client.map(|Client(address)| address)),
        Addresses::Unknown => None,
    };
    if let Some(address) = address {
        let makes = request.method() == Method::POST && request.uri().path().ends_with("/shares");
        rates.check(address, makes)?;
    }
    Ok(next.run(request).await)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_often_and_not_more() {
        let rates = Rates::new(Addresses::Connection);
        let (one, other): (IpAddr, IpAddr) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        let passed = (0..100).filter(|_| rates.check(one, true).is_ok()).count();
        assert!((60..=61).contains(&passed), "{passed}");
        let refused = rates.check(one, true);
        assert!(matches!(refused, Err(AppError::TooOften { seconds: 1..=3 })), "{refused:?}");
        assert!(rates.check(other, true).is_ok() && rates.check(one, false).is_ok());
    }

    #[test]
    fn memory_is_bounded() {
        let rates = Rates::new(Addresses::Connection);
        for number in 0..200_000_u32 {
            let _ = rates.check(IpAddr::V4(number.into()), false);
        }
        // What came a moment ago counts still.
        std::thread::sleep(Duration::from_millis(100));
        rates.since.store(KEPT, Ordering::Relaxed);
        rates.forget();
        assert!(rates.all.len() < 10, "{}", rates.all.len());
    }
}
