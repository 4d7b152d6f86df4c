//! Letters: short contents, such as the text of a link, sealed to one public key.

use super::{Ephemeral, PrivateKey, PublicKey, Receiver, Sender};
use crate::{
    error::{OpenError, SealError},
    form::{By, Form, What},
    key_id::KeyId,
    opened::Opened,
    padding::{FILE_STEP, pad, unpad},
    purpose::Purpose,
};
use alloc::{string::String, vec::Vec};

/// The largest content of a letter: 32 KiB.
pub const MAX_LETTER: usize = 32 * 1024;

/// Seals a content to a public key. The fingerprint of the key was compared before ([`PublicKey::fingerprint`]): whoever hands out the key
/// decides who can read.
///
/// # Errors
/// `BadKind`, `TooLarge`, `NotRandom`.
pub fn seal_letter(to: &PublicKey, ephemeral: Ephemeral, purpose: Purpose<'_>, content: &[u8]) -> Result<String, SealError> {
    if content.len() > MAX_LETTER {
        return Err(SealError::TooLarge);
    }
    let padded = pad(content, FILE_STEP).ok_or(SealError::TooLarge)?;
    seal_form(What::Letter, to, ephemeral, purpose, &padded)
}

/// Opens a letter that was sealed to this key for this purpose.
///
/// # Errors
/// `NotAnEnvelope`, `NewerVersion`, `WrongKind`, `WrongKey`, `RefusedParameters`, `TooLarge`, `Damaged` (also for another owner).
pub fn open_letter(own: &PrivateKey, purpose: Purpose<'_>, text: &str) -> Result<Opened, OpenError> {
    let (form, sealed) = Form::read(purpose.kind, text)?;
    if form.what != What::Letter {
        return Err(OpenError::NotAnEnvelope);
    }
    unpad(open_form(&form, own, purpose, &sealed)?, FILE_STEP).map(Opened::new).ok_or(OpenError::Damaged)
}

/// The fingerprint of the key that a letter says it was sealed to, so that a recipient with several keys finds the right one.
///
/// # Errors
/// As [`open_letter`], but those that need the key.
pub fn recipient_of_letter(kind: &str, text: &str) -> Result<KeyId, OpenError> {
    match Form::read(kind, text)?.0 {
        Form { what: What::Letter, by: By::Recipient(to, _), .. } => Ok(to),
        _ => Err(OpenError::NotAnEnvelope),
    }
}

/// `info` of HPKE: a label, what the form is, the kind, the owner.
fn info(form: &What, purpose: Purpose<'_>) -> Vec<u8> {
    let what: &[u8] = match form {
        What::Letter => b"letter",
        What::Wrap(_) => b"wrap",
    };
    [b"tsumugu v3 hpke ", what, b"\0", purpose.kind.as_bytes(), b"\0", purpose.owner.as_bytes()].concat()
}

/// Seals bytes to a public key, as a letter or as a wrap.
pub(crate) fn seal_form(
    what: What,
    to: &PublicKey,
    ephemeral: Ephemeral,
    purpose: Purpose<'_>,
    content: &[u8],
) -> Result<String, SealError> {
    if !purpose.is_plain() {
        return Err(SealError::BadKind);
    }
    let sender = Sender::new(to, ephemeral, &info(&what, purpose)).ok_or(SealError::NotRandom)?;
    let form = Form { what, kind: purpose.kind.into(), by: By::Recipient(to.fingerprint(), sender.encapsulated) };
    let sealed = sender.seal(&form.additional_data(purpose), content).ok_or(SealError::TooLarge)?;
    Ok(form.write(&sealed))
}

/// Opens bytes that were sealed to a public key.
pub(crate) fn open_form(
    form: &Form,
    own: &PrivateKey,
    purpose: Purpose<'_>,
    sealed: &[u8],
) -> Result<zeroize::Zeroizing<Vec<u8>>, OpenError> {
    let By::Recipient(to, encapsulated) = &form.by else { return Err(OpenError::NotAnEnvelope) };
    if *to != own.public().fingerprint() {
        return Err(OpenError::WrongKey);
    }
    Receiver::new(own, encapsulated, &info(&form.what, purpose))
        .and_then(|receiver| receiver.open(&form.additional_data(purpose), sealed))
        .ok_or(OpenError::Damaged)
}
