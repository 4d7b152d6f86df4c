//! What travels between a device, the server and a viewer. Pure: it does not encrypt, and does no I/O.
//!
//! * [`id`]: names and tokens of 32 random bytes. [`jwe`]: the outer shape of what is sealed.
//! * [`paths`]: every address of the API, once for the server and its clients.
//! * [`control`]: the bodies of our own API under `/api/v1`. A standard viewer never sees it.
//! * [`manifest`]: the request and the answer of a SMART Health Link (HL7 SMART Health Cards and Links, STU 1).
//! * [`link`]: the text of a link, `shlink:/…`, made and read.
//! * [`limits`]: how large and how many.
//!
//! What we write is narrow: no member without a value, no member that the standard does not know. What we read is wide: unknown members are
//! passed over, and what may be absent may also be null.

#![no_std]

extern crate alloc;

pub mod control;
pub mod id;
pub mod jwe;
pub mod limits;
pub mod link;
pub mod manifest;
pub mod paths;

pub use id::{CircleId, IdError, Key, ReplyId, ShareId, Token, TokenHash};
