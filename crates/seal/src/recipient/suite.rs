//! The one suite, and the library behind it.

use super::keys::{Ephemeral, P256, PrivateKey, PublicKey};
use alloc::vec::Vec;
use core::convert::Infallible;
use hpke::{
    Deserializable, Kem, OpModeR, OpModeS, Serializable,
    aead::{Aead, AeadCtxR, AeadCtxS, AesGcm256},
    kdf::{HkdfSha256, Kdf},
    rand_core::{TryCryptoRng, TryRng},
    setup_receiver, setup_sender_with_rng,
};
use zeroize::Zeroizing;

/// The numbers of KEM, KDF and AEAD (RFC 9180, 7.1 to 7.3): 16, 1, 2.
pub(crate) const SUITE: [u16; 3] = [P256::KEM_ID, HkdfSha256::KDF_ID, AesGcm256::AEAD_ID];

/// The ephemeral public key of one sealing (`enc`).
pub(crate) type Encapsulated = [u8; 65];

/// One sealing to a public key.
pub(crate) struct Sender {
    pub encapsulated: Encapsulated,
    context: AeadCtxS<AesGcm256, HkdfSha256, P256>,
}

impl Sender {
    /// `SetupBaseS`. `None` only if the library asks for random bytes in another way than RFC 9180 does.
    pub fn new(to: &PublicKey, ephemeral: Ephemeral, info: &[u8]) -> Option<Sender> {
        let mut draw = Draw { bytes: ephemeral.0, asked: 0 };
        let (encapsulated, context) =
            setup_sender_with_rng::<AesGcm256, HkdfSha256, P256>(&OpModeS::Base, &to.key, info, &mut draw).ok()?;
        (draw.asked == Ephemeral::BYTES).then_some(Sender { encapsulated: encapsulated.to_bytes().into(), context })
    }

    /// `Seal`: ciphertext and tag.
    pub fn seal(mut self, additional: &[u8], content: &[u8]) -> Option<Vec<u8>> {
        self.context.seal(content, additional).ok()
    }
}

/// One opening.
pub(crate) struct Receiver(AeadCtxR<AesGcm256, HkdfSha256, P256>);

impl Receiver {
    /// `SetupBaseR`. `None` when `enc` is no point of the curve.
    pub fn new(own: &PrivateKey, encapsulated: &Encapsulated, info: &[u8]) -> Option<Receiver> {
        let encapsulated = <P256 as Kem>::EncappedKey::from_bytes(encapsulated).ok()?;
        setup_receiver(&OpModeR::Base, &own.key, &encapsulated, info).ok().map(Receiver)
    }

    /// `Open`.
    pub fn open(mut self, additional: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        self.0.open(sealed, additional).ok().map(Zeroizing::new)
    }
}

/// A random source that holds the bytes of one sealing: the library asks for them once.
struct Draw {
    bytes: Zeroizing<[u8; Ephemeral::BYTES]>,
    asked: usize,
}

impl TryRng for Draw {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    /// What was not there is zero; `asked` then tells that it was not, and nothing is sealed.
    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        let left = self.bytes.get(self.asked..).unwrap_or_default();
        out.iter_mut().zip(left.iter().chain(core::iter::repeat(&0))).for_each(|(out, byte)| *out = *byte);
        self.asked += out.len();
        Ok(())
    }
}

impl TryCryptoRng for Draw {}
