//! The text of a SMART Health Link (HL7 SMART Health Cards and Links, STU 1): where a share is, and the key to it.
//!
//! Two forms: bare, `shlink:/` and the payload; and behind the address of a viewer and `#`, which a phone's camera opens and whose end never
//! reaches the viewer's server. The payload is JSON in base64url.
//!
//! What is written is as narrow as the narrowest reader known ([`NewLink`]); what is read is as wide as the writers known ([`read`]).
//! Whoever has the text has the share, so nothing here shows itself in `Debug`, and no error carries what was read.

mod neighbour;
mod payload;
mod read;
mod secret;
mod write;

pub use neighbour::Neighbour;
pub use read::{Access, Expiry, Found, Link, LinkError, Remark, read};
pub use secret::LinkSecret;
pub use write::{NewLink, NewLinkError, Term};

/// The longest `url` of a link that we make, in characters (standard).
pub const URL_CHARS: usize = 128;
/// The longest label, in characters (standard).
pub const LABEL_CHARS: usize = 80;

/// Whether an address may be asked: `https`, or `http` on this very device, for trying things out.
fn is_address(url: &str) -> bool {
    let is_loopback = |rest: &str| {
        let host = authority(rest);
        ["127.0.0.1", "localhost", "[::1]"]
            .iter()
            .any(|own| host.strip_prefix(own).is_some_and(|port| port.is_empty() || port.strip_prefix(':').is_some_and(is_port)))
    };
    // Neither a name before the host, which makes one host look like another, nor a backslash, which browsers take for a slash.
    let is_host = |rest: &str| {
        rest.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '[') && !authority(rest).contains(['@', '\\'])
    };
    url.bytes().all(|byte| matches!(byte, b'!'..=b'~'))
        && (url.strip_prefix("https://").is_some_and(is_host) || url.strip_prefix("http://").is_some_and(is_loopback))
}

/// The part of an address, behind its scheme, that names the host.
fn authority(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

fn is_port(text: &str) -> bool {
    (1..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests;
