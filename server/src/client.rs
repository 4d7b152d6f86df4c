//! Who sends a request: the address at the other end of the connection, or what a proxy says. Kept for as long as the request takes, and
//! told to nobody.

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv6Addr},
};

use axum::{
    extract::{FromRequestParts, OptionalFromRequestParts},
    http::{HeaderMap, HeaderName, request::Parts},
};

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The other end of the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Client(pub IpAddr);

impl Client {
    /// Whether the connection comes from this machine: a proxy, or whoever watches the server.
    pub fn is_this_machine(self) -> bool {
        self.0.to_canonical().is_loopback()
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Client>, Infallible> {
        Ok(parts.extensions.get::<Client>().copied())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Client {
    type Rejection = crate::error::AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Client, crate::error::AppError> {
        parts.extensions.get::<Client>().copied().ok_or(crate::error::AppError::Busy)
    }
}

/// What a proxy has added to the head: the last address in the last line. Those before it are what the client itself has sent.
pub(crate) fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all(FORWARDED_FOR).iter().next_back()?.to_str().ok()?;
    last.rsplit(',').next()?.trim().parse().ok()
}

/// Whoever has one IPv6 address has 2⁶⁴ of them: the network counts.
pub(crate) fn household(client: IpAddr) -> IpAddr {
    match client.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64))),
        address => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_address_is_the_proxys() {
        let mut headers = HeaderMap::new();
        assert_eq!(forwarded(&headers), None);
        headers.append(FORWARDED_FOR, "203.0.113.9".parse().unwrap());
        headers.append(FORWARDED_FOR, "198.51.100.1, 192.0.2.7".parse().unwrap());
        assert_eq!(forwarded(&headers), Some("192.0.2.7".parse().unwrap()));
        headers.append(FORWARDED_FOR, "someone".parse().unwrap());
        assert_eq!(forwarded(&headers), None);
    }
}
