//! The key of one sealed thing.

use crate::{
    derive::{Label, derive},
    key::Key,
    key_id::KeyId,
    nonce::is_filled,
    text::{key_from_text, key_to_text},
};
use alloc::string::String;
use core::fmt;
use zeroize::Zeroizing;

/// A random 256-bit key that seals one thing, such as the box of a circle, for as long as that thing is sealed with it.
///
/// A device that seals keeps it beside the records. It leaves the device wrapped only, once for each way to open the thing
/// ([`crate::wrap_with_passphrase`], [`crate::wrap_with_link`], [`crate::wrap_for`]). Wiped when dropped. It cannot be cloned, compared or serialised, and `Debug` shows nothing
/// of it.
pub struct ContentKey(Key);

impl ContentKey {
    /// How many random bytes a key is.
    pub const BYTES: usize = 32;

    /// Takes bytes that were just drawn from a cryptographic random source. `None` when they are one byte repeated: nobody filled the buffer.
    #[must_use]
    pub fn from_random(bytes: [u8; Self::BYTES]) -> Option<ContentKey> {
        let bytes = Zeroizing::new(bytes);
        is_filled(&*bytes).then(|| ContentKey::from_bytes(bytes))
    }

    pub(crate) fn from_bytes(bytes: Zeroizing<[u8; 32]>) -> ContentKey {
        ContentKey(Key::from_bytes(bytes))
    }

    /// Reads the 43 characters of base64url that [`ContentKey::expose_base64url`] wrote. `None` for anything else.
    #[must_use]
    pub fn from_base64url(text: &str) -> Option<ContentKey> {
        key_from_text(text).map(ContentKey::from_bytes)
    }

    /// The key itself, 43 characters of base64url, to be kept on this device and sent nowhere. Wiped when dropped.
    #[must_use]
    pub fn expose_base64url(&self) -> Zeroizing<String> {
        key_to_text(self.0.expose())
    }

    /// Its public name. Tells nothing of the key.
    #[must_use]
    pub fn id(&self) -> KeyId {
        KeyId(*derive(&self.0, Label::KeyId, ""))
    }

    pub(crate) fn key(&self) -> &Key {
        &self.0
    }
}

impl fmt::Debug for ContentKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ContentKey(hidden)")
    }
}
