//! The bodies of our own API. Times are seconds since 1970-01-01 UTC.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use crate::id::{ReplyId, ShareId, TokenHash};

/// `POST /api/v1/shares`. The device makes all names and tokens, so that the same request sent twice makes one share.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateShare {
    /// Random. A name that was deleted cannot be used again.
    pub id: ShareId,
    /// Who holds this token may change, pause and delete the share.
    pub manage: TokenHash,
    /// Who holds this token, derived from the link's key, may reply.
    pub reply: TokenHash,
    /// Flag `L`: the content may change, and viewers may ask again.
    pub long_term: bool,
    /// When the link ends.
    pub expires: i64,
    /// Flag `P`. The server keeps an Argon2id hash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passcode: Option<String>,
}

/// `PUT /api/v1/shares/{id}/files`: takes the place of all files.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PutFiles {
    /// In the order in which a viewer should show them.
    pub files: Vec<SealedFile>,
}

/// A file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SealedFile {
    /// A compact JWE ([`crate::jwe::is_compact`]); what is sealed is FHIR JSON.
    pub jwe: String,
}

/// `PATCH /api/v1/shares/{id}`. What is absent stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangeShare {
    /// True: nobody can read until it is resumed. False also confirms a share that came back with a backup.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused: Option<bool>,
    /// When the link ends. An ended link lives again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<i64>,
}

/// The answer to everything that the owner does with a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ShareStatus {
    /// Counts the writes of files, from 0; `ETag` and `If-Match` carry it. A restored backup jumps ahead.
    pub version: i64,
    /// When the link ends.
    pub expires: i64,
    /// Whether a reader gets something.
    pub state: ShareState,
    /// The number of the newest reply, 0 without any: whether to ask for replies.
    pub newest_reply: i64,
}

/// Whether a reader gets something. For a reader all but the first are the same 404.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ShareState {
    /// It can be read.
    Active,
    /// The owner has paused it.
    Paused,
    /// The server was set back to a backup, in which something may live that its owner has deleted since. Paused until the owner's device
    /// says that it should live (`paused: false`), or deletes it.
    Restored,
    /// Past its end.
    Ended,
    /// Too many wrong passcodes. For good: the owner makes a new link.
    Locked,
    /// Made, and never given a file.
    Empty,
}

/// `GET /api/v1/shares/{id}/reads`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reads {
    /// The newest first, at most [`crate::limits::READS`].
    pub reads: Vec<Read>,
}

/// One reading.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Read {
    /// Who it was, as they said it themselves: nobody has checked it.
    pub recipient: String,
    /// When.
    pub at: i64,
}

impl core::fmt::Debug for Read {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Read").field("at", &self.at).finish_non_exhaustive()
    }
}

/// `POST /api/v1/shares/{id}/replies`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SendReply {
    /// Random.
    pub id: ReplyId,
    /// A compact JWE.
    pub sealed: String,
}

/// `GET /api/v1/shares/{id}/replies?after=number`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Replies {
    /// The oldest first, at most [`crate::limits::REPLIES_AT_ONCE`].
    pub replies: Vec<Reply>,
}

/// A reply.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reply {
    /// Grows by one with each reply of a share, from 1.
    pub number: i64,
    /// When it came.
    pub at: i64,
    /// A compact JWE.
    pub sealed: String,
}

macro_rules! named_only {
    ($($name:ident),*) => {$(
        /// The name alone: sealed bytes, names and passcodes have no place in a message.
        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    )*};
}
named_only!(CreateShare, PutFiles, SealedFile, SendReply, Reply);
