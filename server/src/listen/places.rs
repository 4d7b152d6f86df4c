//! Places for connections: how many there are, and how many one address may have.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::Notify;

use crate::client::household;

/// All places. Addresses are kept for as long as a connection is open, and told to nobody.
#[derive(Debug)]
pub(super) struct Places(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    most: usize,
    per_address: Option<usize>,
    taken: Mutex<Taken>,
    freed: Notify,
}

#[derive(Debug, Default)]
struct Taken {
    all: usize,
    by: HashMap<IpAddr, usize>,
}

impl Inner {
    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One place; free again when this is dropped.
#[derive(Debug)]
pub(super) struct Place {
    of: Arc<Inner>,
    client: IpAddr,
}

impl Places {
    pub fn new(most: usize, per_address: Option<usize>) -> Places {
        Places(Arc::new(Inner { most, per_address, taken: Mutex::default(), freed: Notify::new() }))
    }

    /// Waits until at least one place is free. Only the loop that accepts takes places, so it still is afterwards.
    pub async fn one_is_free(&self) {
        while self.0.taken().all >= self.0.most {
            self.0.freed.notified().await;
        }
    }

    /// A place for a client; `None` when its address has as many as it may have.
    pub fn take(&self, client: IpAddr) -> Option<Place> {
        let client = household(client);
        let mut taken = self.0.taken();
        let by = taken.by.entry(client).or_default();
        if self.0.per_address.is_some_and(|most| *by >= most) {
            return None;
        }
        *by += 1;
        taken.all += 1;
        Some(Place { of: Arc::clone(&self.0), client })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.of.taken();
        taken.all -= 1;
        if let Some(by) = taken.by.get_mut(&self.client) {
            *by -= 1;
            if *by == 0 {
                taken.by.remove(&self.client);
            }
        }
        drop(taken);
        self.of.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_has_its_share_and_no_more() {
        let places = Places::new(8, Some(2));
        let (one, other): (IpAddr, IpAddr) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        let first = places.take(one).unwrap();
        let _second = places.take(one).unwrap();
        assert!(places.take(one).is_none() && places.take(other).is_some());
        drop(first);
        assert!(places.take(one).is_some());
        assert_eq!(places.0.taken().by.len(), 1, "an address without a connection is forgotten");
    }

    #[test]
    fn a_network_is_one_address() {
        let places = Places::new(8, Some(1));
        let _place = places.take("2001:db8::1".parse().unwrap()).unwrap();
        assert!(places.take("2001:db8::2".parse().unwrap()).is_none());
        assert!(places.take("2001:db8:0:1::1".parse().unwrap()).is_some());
        let _place = places.take("192.0.2.1".parse().unwrap()).unwrap();
        assert!(places.take("::ffff:192.0.2.1".parse().unwrap()).is_none(), "the same address in its other form");
    }
}
