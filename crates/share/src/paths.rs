//! Every address of the API, once for the server and its clients. An address that has been given out is kept for ever: an old client
//! without a network asks the same one years later.
//!
//! Patterns with `{…}` are for the router; the functions fill them in.

use alloc::format;
use alloc::string::String;

use crate::id::{CircleId, ShareId};

/// Before every address of the control plane.
pub const API: &str = "/api/v1";
/// `POST` [`crate::control::CreateShare`]: a new share.
pub const SHARES: &str = "/shares";
/// `GET`, `PATCH`, `DELETE` one share. Manage token.
pub const SHARE: &str = "/shares/{id}";
/// `PUT` [`crate::control::PutFiles`]: all files of a share at once. Manage token, `If-Match`.
pub const FILES: &str = "/shares/{id}/files";
/// `GET` [`crate::control::Reads`]. Manage token.
pub const READS: &str = "/shares/{id}/reads";
/// `POST` [`crate::control::SendReply`] with the reply token, `GET` [`crate::control::Replies`] with the manage token; `?after=number`.
pub const REPLIES: &str = "/shares/{id}/replies";
/// `GET`, `PUT`, `DELETE` the sealed box of a circle. Its token, `If-Match` or `If-None-Match: *`.
pub const CIRCLE: &str = "/circles/{id}";
/// `POST` [`crate::manifest::ManifestRequest`]: the address in a link.
pub const MANIFEST: &str = "/shl/{id}";
/// `GET` one sealed file.
pub const TICKET: &str = "/shl/f/{ticket}";

/// `Authorization: Bearer <token>`: this stands before the token.
pub const BEARER: &str = "Bearer ";
/// The header with a [`crate::Key`]. With the same key and the same address a write happens once, however often it is sent.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// The tag of a version, as `ETag` and `If-Match` carry it (RFC 9110 §8.8.3).
#[must_use]
pub fn tag(version: i64) -> String {
    format!("\"{version}\"")
}

/// Reads [`tag`]. `None`: it is none of ours.
#[must_use]
pub fn version(tag: &str) -> Option<i64> {
    let digits = tag.strip_prefix('"')?.strip_suffix('"')?;
    let version = digits.parse().ok()?;
    (crate::paths::tag(version) == tag && version >= 0).then_some(version)
}

/// Where shares are made.
#[must_use]
pub fn shares() -> String {
    format!("{API}{SHARES}")
}

/// One share.
#[must_use]
pub fn share(id: &ShareId) -> String {
    filled(SHARE, &id.text())
}

/// The files of a share.
#[must_use]
pub fn files(id: &ShareId) -> String {
    filled(FILES, &id.text())
}

/// Who has read a share.
#[must_use]
pub fn reads(id: &ShareId) -> String {
    filled(READS, &id.text())
}

/// The replies to a share.
#[must_use]
pub fn replies(id: &ShareId) -> String {
    filled(REPLIES, &id.text())
}

/// The box of a circle.
#[must_use]
pub fn circle(id: &CircleId) -> String {
    filled(CIRCLE, &id.text())
}

/// The path of a link's address.
#[must_use]
pub fn manifest(id: &ShareId) -> String {
    MANIFEST.replace("{id}", &id.text())
}

/// The path of a file. `ticket`: what the server has made.
#[must_use]
pub fn ticket(ticket: &str) -> String {
    TICKET.replace("{ticket}", ticket)
}

fn filled(pattern: &str, id: &str) -> String {
    format!("{API}{}", pattern.replace("{id}", id))
}
