//! The two halves of a recipient's key.

use crate::{
    key_id::KeyId,
    nonce::is_filled,
    text::{decode, encode, key_from_text, key_to_text},
};
use alloc::{string::String, vec::Vec};
use core::fmt;
use hpke::{Deserializable, Kem, Serializable, kem::DhP256HkdfSha256};
use zeroize::Zeroizing;

/// What keys are for: the key encapsulation of the one suite.
pub(crate) type P256 = DhP256HkdfSha256;

/// Whom something is sealed to: a point of P-256. Not secret.
pub struct PublicKey {
    pub(super) key: <P256 as Kem>::PublicKey,
}

impl PublicKey {
    /// Reads the 87 characters of base64url of an uncompressed point (SEC 1, 65 bytes). `None` for anything else, and for what is no point of the
    /// curve.
    #[must_use]
    pub fn from_base64url(text: &str) -> Option<PublicKey> {
        let key = <P256 as Kem>::PublicKey::from_bytes(&decode(text)?).ok()?;
        Some(PublicKey { key })
    }

    /// 87 characters of base64url (RFC 4648 §5, no padding).
    #[must_use]
    pub fn to_base64url(&self) -> String {
        encode(&self.bytes())
    }

    /// The SHA-256 of its 65 bytes. Whoever has it from a poster or a screen can tell whether the key that a server hands out is the right one.
    #[must_use]
    pub fn fingerprint(&self) -> KeyId {
        KeyId::of_public_key(&self.bytes())
    }

    fn bytes(&self) -> Vec<u8> {
        self.key.to_bytes().to_vec()
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PublicKey")
    }
}

/// What opens what was sealed to its public half.
///
/// Wiped when dropped. It cannot be cloned, compared or serialised, and `Debug` shows nothing of it. It is kept only as the content of
/// something sealed ([`crate::seal_content`]).
pub struct PrivateKey {
    pub(super) key: <P256 as Kem>::PrivateKey,
}

impl PrivateKey {
    /// How many random bytes a pair of keys needs.
    pub const BYTES: usize = 32;

    /// Makes a pair of keys (`DeriveKeyPair` of RFC 9180, 7.1.3) from bytes that were just drawn from a cryptographic random source. `None` when
    /// they are one byte repeated: nobody filled the buffer.
    #[must_use]
    pub fn from_random(bytes: [u8; Self::BYTES]) -> Option<PrivateKey> {
        let bytes = Zeroizing::new(bytes);
        is_filled(&*bytes).then(|| PrivateKey { key: P256::derive_keypair(&*bytes).0 })
    }

    /// Reads the 43 characters of base64url that [`PrivateKey::expose_base64url`] wrote. `None` for anything else, and for what is no key.
    #[must_use]
    pub fn from_base64url(text: &str) -> Option<PrivateKey> {
        let key = <P256 as Kem>::PrivateKey::from_bytes(&*key_from_text(text)?).ok()?;
        Some(PrivateKey { key })
    }

    /// The key itself, 43 characters of base64url, to be sealed and nothing else. Wiped when dropped.
    #[must_use]
    pub fn expose_base64url(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new([0; 32]);
        self.key.write_exact(&mut *bytes);
        key_to_text(&bytes)
    }

    /// Its public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey { key: P256::sk_to_pk(&self.key) }
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey(hidden)")
    }
}

/// The random bytes of one sealing to a public key.
///
/// Secret: whoever has them can open what was sealed. Wiped when dropped; it cannot be copied, and sealing takes it away from the caller.
pub struct Ephemeral(pub(super) Zeroizing<[u8; Ephemeral::BYTES]>);

impl Ephemeral {
    /// How many random bytes one sealing needs.
    pub const BYTES: usize = 32;

    /// Takes bytes that were just drawn from a cryptographic random source. `None` when they are one byte repeated: nobody filled the buffer.
    #[must_use]
    pub fn from_random(bytes: [u8; Self::BYTES]) -> Option<Ephemeral> {
        is_filled(&bytes).then(|| Ephemeral(Zeroizing::new(bytes)))
    }
}

impl fmt::Debug for Ephemeral {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ephemeral(hidden)")
    }
}
