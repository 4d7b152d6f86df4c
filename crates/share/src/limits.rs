//! How large and how many. The server refuses more; a client that keeps to them is never refused for size.

/// Files of a share.
pub const FILES: usize = 8;
/// Bytes of all sealed files of a share together.
pub const SHARE_BYTES: usize = 4 << 20;
/// Bytes of a circle's sealed box.
pub const CIRCLE_BYTES: usize = 4 << 20;
/// Replies that are kept for a share.
pub const REPLIES: usize = 200;
/// Bytes of one sealed reply.
pub const REPLY_BYTES: usize = 64 << 10;
/// Replies in one answer; `?after=` brings the next.
pub const REPLIES_AT_ONCE: usize = 20;
/// Readings that are kept for a share; the oldest go first.
pub const READS: usize = 200;
/// Characters of the name that a reader gives; more are cut off.
pub const RECIPIENT_CHARS: usize = 80;
/// Characters of a passcode.
pub const PASSCODE_CHARS: core::ops::RangeInclusive<usize> = 4..=64;
/// Wrong passcodes in the whole life of a link; then it is locked for good.
pub const ATTEMPTS: u32 = 10;
/// Seconds for which the address of a file can be used (standard: at most one hour).
pub const TICKET_SECONDS: i64 = 3600;
/// Seconds from now to the end of a share, at most: 800 days. The usual end is after 14 months.
pub const LONGEST_SECONDS: i64 = 800 * 86_400;
/// Seconds after its end for which the owner can still extend a share; then it is deleted. Nobody reads it meanwhile.
pub const GRACE_SECONDS: i64 = 30 * 86_400;
/// Bytes of a body of the control plane that holds no sealed file, and of a manifest request.
pub const BODY_BYTES: usize = 8 << 10;
