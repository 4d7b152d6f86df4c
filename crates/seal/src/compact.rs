//! The compact envelope: a sealed content in as few bytes as can be, for a code on paper. See the crate documentation.

use crate::{
    cost::Cost,
    digits::Digits,
    envelope::is_kind,
    error::{OpenError, SealError},
    fresh::Fresh,
    key::{Key, NoMemory, TAG},
    opened::Opened,
    padding::{COMPACT_STEP, pad, unpad},
};
use alloc::vec::Vec;
use zeroize::Zeroizing;

/// The largest content of a compact envelope, in bytes: far more than paper holds.
pub const MAX_COMPACT: usize = 64 * 1024;

const VERSION: u8 = 2;
/// Version, cost, salt and nonce.
const HEAD: usize = 4 + 16 + 12;
/// Stands before kind and head in the additional data, so that no other use of this cipher authenticates the same bytes.
const MARK: &[u8] = b"tsumugu sealed compact\0";

/// Seals a content for one purpose, `kind`, with digits that are printed beside it.
///
/// Takes a second on a phone and 64 MiB of memory.
///
/// # Errors
/// Any [`SealError`] but `PassphraseTooShort`.
pub fn seal_with_digits(kind: &str, digits: &Digits, fresh: Fresh, content: &[u8]) -> Result<Vec<u8>, SealError> {
    if !is_kind(kind) {
        return Err(SealError::BadKind);
    }
    if fresh.is_one_byte_repeated() {
        return Err(SealError::NotRandom);
    }
    if content.len() > MAX_COMPACT {
        return Err(SealError::TooLarge);
    }
    let head = Head { cost: Cost::NOW, fresh };
    let key = head.key(digits).map_err(|NoMemory| SealError::NoMemory)?;
    let envelope = head.seal(kind, &key, content)?;
    // Opened again with the same key, which costs no derivation: what does not come back was not sealed.
    let back = Head::read(&envelope).and_then(|(head, sealed)| head.open(kind, &key, sealed));
    if back.is_ok_and(|back| *back == *content) { Ok(envelope) } else { Err(SealError::Unreadable) }
}

/// Opens what [`seal_with_digits`] has sealed for the same purpose.
///
/// Takes as long as sealing does, unless the envelope is refused at sight.
///
/// # Errors
/// Any [`OpenError`] but `WrongKind`: the kind is authenticated and not written down, so another kind is
/// [`OpenError::WrongPassphraseOrDamaged`].
pub fn open_with_digits(kind: &str, digits: &Digits, envelope: &[u8]) -> Result<Opened, OpenError> {
    let (head, sealed) = Head::read(envelope)?;
    let key = head.key(digits).map_err(|NoMemory| OpenError::NoMemory)?;
    head.open(kind, &key, sealed)
}

/// Says whether a compact envelope could be opened if the digits were right, without needing any.
///
/// # Errors
/// Any [`OpenError`] but `WrongKind`, `NoMemory` and `WrongPassphraseOrDamaged`.
pub fn check_compact(envelope: &[u8]) -> Result<(), OpenError> {
    Head::read(envelope).map(|_| ())
}

/// All that stands before the ciphertext.
struct Head {
    cost: Cost,
    fresh: Fresh,
}

impl Head {
    fn key(&self, digits: &Digits) -> Result<Key, NoMemory> {
        Key::derive(digits.secret_bytes(), &self.fresh.salt, self.cost)
    }

    fn write(&self) -> Vec<u8> {
        let Head { cost, fresh } = self;
        // A cost that is written is a power of two between the bounds of `Cost`, so nothing is cut off here.
        let mut bytes = alloc::vec![VERSION, cost.memory.trailing_zeros() as u8, cost.passes as u8, cost.lanes as u8];
        bytes.extend_from_slice(&fresh.salt);
        bytes.extend_from_slice(&fresh.nonce);
        bytes
    }

    /// The head, and the ciphertext with its tag. Refuses before any costly work whatever must not be opened.
    fn read(envelope: &[u8]) -> Result<(Head, &[u8]), OpenError> {
        let version = *envelope.first().ok_or(OpenError::NotAnEnvelope)?;
        if version > VERSION {
            return Err(OpenError::NewerVersion);
        }
        if version < VERSION {
            return Err(OpenError::NotAnEnvelope);
        }
        if envelope.len() > HEAD + MAX_COMPACT + 2 * COMPACT_STEP + TAG {
            return Err(OpenError::TooLarge);
        }
        let (head, sealed) = envelope.split_first_chunk::<HEAD>().ok_or(OpenError::Damaged)?;
        let ([_, memory, passes, lanes], random) = head.split_first_chunk::<4>().ok_or(OpenError::Damaged)?;
        let memory = 1_u32.checked_shl(u32::from(*memory)).ok_or(OpenError::RefusedParameters)?;
        let cost = Cost { memory, passes: u32::from(*passes), lanes: u32::from(*lanes) };
        if !cost.is_acceptable() {
            return Err(OpenError::RefusedParameters);
        }
        if sealed.len() < TAG {
            return Err(OpenError::Damaged);
        }
        let random = random.try_into().map_err(|_| OpenError::Damaged)?;
        Ok((Head { cost, fresh: Fresh::from_random(random) }, sealed))
    }

    fn additional_data(&self, kind: &str) -> Vec<u8> {
        [MARK, kind.as_bytes(), b"\0", &self.write()].concat()
    }

    fn seal(&self, kind: &str, key: &Key, content: &[u8]) -> Result<Vec<u8>, SealError> {
        let mut buffer = pad(content, COMPACT_STEP).ok_or(SealError::TooLarge)?;
        key.encrypt(&self.fresh.nonce, &self.additional_data(kind), &mut buffer).ok_or(SealError::TooLarge)?;
        Ok([self.write(), buffer.to_vec()].concat())
    }

    fn open(&self, kind: &str, key: &Key, sealed: &[u8]) -> Result<Opened, OpenError> {
        let mut buffer = Zeroizing::new(sealed.to_vec());
        key.decrypt(&self.fresh.nonce, &self.additional_data(kind), &mut buffer)
            .and_then(|()| unpad(buffer, COMPACT_STEP))
            .map(Opened::new)
            .ok_or(OpenError::WrongPassphraseOrDamaged)
    }
}

#[cfg(test)]
mod tests;
