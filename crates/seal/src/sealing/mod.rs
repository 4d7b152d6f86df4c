//! Sealing and opening with a passphrase.

use crate::{
    cost::Cost,
    envelope::{Envelope, Header, is_kind},
    error::{OpenError, SealError},
    fresh::Fresh,
    key::{Key, NoMemory},
    opened::Opened,
    padding::{FILE_STEP, MAX_CONTENT, pad, unpad},
    passphrase::Passphrase,
};
use alloc::string::String;
use zeroize::Zeroizing;

/// Seals a content for one purpose, `kind`. The text can be stored and sent as a file.
///
/// Takes a second on a phone and 64 MiB of memory.
pub fn seal_with_passphrase(kind: &str, passphrase: &Passphrase, fresh: Fresh, content: &[u8]) -> Result<String, SealError> {
    if !is_kind(kind) {
        return Err(SealError::BadKind);
    }
    if fresh.is_one_byte_repeated() {
        return Err(SealError::NotRandom);
    }
    if !passphrase.is_long_enough() {
        return Err(SealError::PassphraseTooShort);
    }
    if content.len() > MAX_CONTENT {
        return Err(SealError::TooLarge);
    }
    let header = Header { kind, cost: Cost::NOW, fresh };
    let key = derive_key(&header, passphrase).map_err(|NoMemory| SealError::NoMemory)?;
    let text = seal_with_key(&header, &key, content)?;
    // Opened again with the same key, which costs no derivation: what does not come back was not sealed.
    let back = Envelope::read(kind, text.as_bytes()).and_then(|envelope| open_with_key(envelope, &key));
    if back.is_ok_and(|back| *back == *content) { Ok(text) } else { Err(SealError::Unreadable) }
}

/// Opens an envelope that was sealed for the purpose `kind`.
///
/// Takes as long as sealing does, unless the envelope is refused at sight.
pub fn open_with_passphrase(kind: &str, passphrase: &Passphrase, envelope: &[u8]) -> Result<Opened, OpenError> {
    let envelope = Envelope::read(kind, envelope)?;
    let key = derive_key(&envelope.header, passphrase).map_err(|NoMemory| OpenError::NoMemory)?;
    open_with_key(envelope, &key)
}

/// Says whether an envelope could be opened if the passphrase were right, without needing one.
///
/// Never answers [`OpenError::NoMemory`] or [`OpenError::WrongPassphraseOrDamaged`].
pub fn check_envelope(kind: &str, envelope: &[u8]) -> Result<(), OpenError> {
    Envelope::read(kind, envelope).map(|_| ())
}

fn derive_key(header: &Header<'_>, passphrase: &Passphrase) -> Result<Key, NoMemory> {
    Key::derive(passphrase.secret_bytes(), &header.fresh.salt, header.cost)
}

fn seal_with_key(header: &Header<'_>, key: &Key, content: &[u8]) -> Result<String, SealError> {
    let mut buffer = pad(content, FILE_STEP).ok_or(SealError::TooLarge)?;
    key.encrypt(&header.fresh.nonce, header.additional_data().as_bytes(), &mut buffer).ok_or(SealError::TooLarge)?;
    Ok(header.write(&buffer))
}

fn open_with_key(envelope: Envelope<'_>, key: &Key) -> Result<Opened, OpenError> {
    let Envelope { header, ciphertext } = envelope;
    let mut buffer = Zeroizing::new(ciphertext);
    key.decrypt(&header.fresh.nonce, header.additional_data().as_bytes(), &mut buffer)
        .and_then(|()| unpad(buffer, FILE_STEP))
        .map(Opened::new)
        .ok_or(OpenError::WrongPassphraseOrDamaged)
}

#[cfg(test)]
mod tests;
