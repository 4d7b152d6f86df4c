//! The key that stands in a link.

use alloc::string::String;
use core::fmt;

use base64ct::{Base64UrlUnpadded, Encoding};
use zeroize::Zeroizing;

use crate::id::{BYTES, CHARS};

/// The 32 bytes that open all files of one link. This crate carries them and does nothing with them; `seal` takes their text.
///
/// Wiped when dropped. It cannot be cloned, compared or serialised, and `Debug` shows nothing of it.
pub struct LinkSecret(Zeroizing<[u8; BYTES]>);

impl LinkSecret {
    /// Reads 43 characters of base64url without padding. `None` for anything else.
    #[must_use]
    pub fn from_base64url(text: &str) -> Option<LinkSecret> {
        let mut bytes = Zeroizing::new([0; BYTES]);
        (Base64UrlUnpadded::decode(text, &mut *bytes).ok()?.len() == BYTES).then_some(LinkSecret(bytes))
    }

    /// The key itself: 43 characters of base64url. Wiped when dropped.
    #[must_use]
    pub fn expose_base64url(&self) -> Zeroizing<String> {
        let mut signs = Zeroizing::new([0; CHARS]);
        // 32 bytes are 43 characters, so there is always room.
        let text = Base64UrlUnpadded::encode(&*self.0, &mut *signs).unwrap_or_default();
        Zeroizing::new(text.into())
    }
}

impl fmt::Debug for LinkSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkSecret(hidden)")
    }
}
