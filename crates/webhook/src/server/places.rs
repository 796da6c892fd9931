//! How many connections there may be at a time, and how many of them one address may have.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The part of an address of IPv6 that one client has to itself begins behind these.
const NETWORK: u128 = !(u64::MAX as u128);

/// The places. One address gets half of them at most: nobody alone can keep all others out.
#[derive(Debug)]
pub(super) struct Places {
    free: Arc<Semaphore>,
    each: usize,
    taken: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

/// A place, free again when it is dropped.
#[derive(Debug)]
pub(super) struct Place {
    who: IpAddr,
    taken: Arc<Mutex<HashMap<IpAddr, usize>>>,
    _free: OwnedSemaphorePermit,
}

impl Places {
    pub(super) fn new(most: usize) -> Self {
        let most = most.clamp(1, Semaphore::MAX_PERMITS);
        Self { free: Arc::new(Semaphore::new(most)), each: most.div_ceil(2), taken: Arc::default() }
    }

    /// Waits until there is room for somebody.
    pub(super) async fn room(&self) -> OwnedSemaphorePermit {
        match Arc::clone(&self.free).acquire_owned().await {
            Ok(free) => free,
            // It is never closed.
            Err(_) => std::future::pending().await,
        }
    }

    /// Gives the room to an address, unless that has its share.
    pub(super) fn give(&self, free: OwnedSemaphorePermit, address: IpAddr) -> Option<Place> {
        let who = match address.to_canonical() {
            IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & NETWORK).into(),
            address => address,
        };
        let mut taken = lock(&self.taken);
        let count = taken.entry(who).or_default();
        // One that is not there has none, so that nothing is left behind by refusing.
        if *count >= self.each {
            return None;
        }
        *count += 1;
        drop(taken);
        Some(Place { who, taken: Arc::clone(&self.taken), _free: free })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = lock(&self.taken);
        if let Some(count) = taken.get_mut(&self.who) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                taken.remove(&self.who);
            }
        }
    }
}

fn lock(taken: &Mutex<HashMap<IpAddr, usize>>) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
    taken.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_address_gets_half_of_the_places_and_leaves_no_trace() {
        let places = Places::new(4);
        let mut kept = Vec::new();
        for (address, expected) in [
            ("192.0.2.7", true),
            ("::ffff:192.0.2.7", true),
            ("192.0.2.7", false),
            ("2001:db8::1", true),
            ("192.0.2.7", false),
            ("2001:db8::ffff:2", true),
        ] {
            let free = places.room().await;
            let place = places.give(free, address.parse().unwrap());
            assert_eq!(place.is_some(), expected, "{address}");
            kept.extend(place);
        }
        assert_eq!(places.free.available_permits(), 0);
        kept.clear();
        assert_eq!(places.free.available_permits(), 4);
        assert!(lock(&places.taken).is_empty());
        // Also where there is one only.
        let places = Places::new(1);
        assert!(places.give(places.room().await, "192.0.2.7".parse().unwrap()).is_some());
    }
}
