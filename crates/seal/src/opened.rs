//! What was in an envelope.

use alloc::vec::Vec;
use core::{fmt, ops::Deref};
use zeroize::Zeroizing;

/// The content of an opened envelope; read it as `&[u8]`.
///
/// Wiped when dropped. It cannot be cloned, and `Debug` shows the length only.
pub struct Opened(Zeroizing<Vec<u8>>);

impl Opened {
    pub(crate) fn new(content: Zeroizing<Vec<u8>>) -> Opened {
        Opened(content)
    }
}

impl Deref for Opened {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Opened({} bytes)", self.0.len())
    }
}
