//! The row of a share.

use share::control::{ShareState, ShareStatus};
use sqlx::any::AnyRow;

use crate::database::{Columns, Outcome};

/// `state` of a share that can be read.
pub(crate) const ACTIVE: &str = "active";
/// `state` of a share that its owner has paused.
pub(super) const PAUSED: &str = "paused";

/// The columns of [`Row::read`]. A macro, because `concat!` takes literals only.
macro_rules! columns {
    () => {
        "manage, reply, long_term, passcode, attempts, state, expires, version, write_key, updated, newest_reply"
    };
}
pub(crate) use columns;

/// One share by the SHA-256 of its name.
pub(crate) const SELECT: &str = concat!("SELECT ", columns!(), " FROM shares WHERE id = $1");

/// A share without its files.
pub(crate) struct Row {
    pub manage: Vec<u8>,
    pub reply: Vec<u8>,
    pub long_term: bool,
    pub passcode: Option<String>,
    pub attempts: i64,
    state: String,
    pub expires: i64,
    pub version: i64,
    pub write_key: Option<Vec<u8>>,
    pub updated: i64,
    pub newest_reply: i64,
}

impl Row {
    /// Reads the columns of [`SELECT`].
    pub fn read(row: &AnyRow) -> Outcome<Row> {
        Ok(Row {
            manage: row.bytes("manage")?,
            reply: row.bytes("reply")?,
            long_term: row.number("long_term")? != 0,
            passcode: row.optional_text("passcode")?,
            attempts: row.number("attempts")?,
            state: row.text("state")?,
            expires: row.number("expires")?,
            version: row.number("version")?,
            write_key: row.optional_bytes("write_key")?,
            updated: row.number("updated")?,
            newest_reply: row.number("newest_reply")?,
        })
    }

    /// What a reader gets is decided here and nowhere else. A state that we do not know is none that can be read.
    pub fn state(&self, now: i64) -> ShareState {
        match self.state.as_str() {
            PAUSED => ShareState::Paused,
            ACTIVE if self.attempts < 1 => ShareState::Locked,
            ACTIVE if self.expires <= now => ShareState::Ended,
            ACTIVE if self.version == 0 => ShareState::Empty,
            ACTIVE => ShareState::Active,
            _ => ShareState::Restored,
        }
    }

    /// What the owner is told.
    pub fn status(&self, now: i64) -> ShareStatus {
        ShareStatus { version: self.version, expires: self.expires, state: self.state(now), newest_reply: self.newest_reply }
    }
}
