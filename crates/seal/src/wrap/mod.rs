//! What wraps a content key. Each wrap is a text of its own, apart from the content: ways to open a thing are added and taken away without
//! sealing it anew.
//!
//! A wrap names the content key that is in it, and a key has one name only: nobody can make a wrap that opens to two different keys.

use crate::{
    content_key::ContentKey,
    cost::Cost,
    derive::{Label, derive},
    error::{OpenError, SealError},
    form::{By, Form, What},
    fresh::Fresh,
    key::{Key, NoMemory},
    key_id::KeyId,
    link_key::LinkKey,
    nonce::Nonce,
    passphrase::Passphrase,
    purpose::Purpose,
    recipient::{Ephemeral, PrivateKey, PublicKey, open_form, seal_form},
};
use alloc::{string::String, vec::Vec};
use zeroize::Zeroizing;

/// What a wrap says of itself without any secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrapHead {
    /// The content key that is in it.
    pub key_id: KeyId,
    /// What opens it.
    pub way: Way,
}

/// What opens a wrap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A passphrase ([`unwrap_with_passphrase`]).
    Passphrase,
    /// The key of a link ([`unwrap_with_link`]).
    Link,
    /// The private half of the key with this fingerprint ([`unwrap_for`]).
    Recipient(KeyId),
}

/// Wraps a content key with a passphrase. Takes a second on a phone and 64 MiB of memory.
///
/// # Errors
/// `BadKind`, `NotRandom`, `PassphraseTooShort`, `NoMemory`, `Unreadable`.
pub fn wrap_with_passphrase(
    content_key: &ContentKey,
    purpose: Purpose<'_>,
    passphrase: &Passphrase,
    fresh: Fresh,
) -> Result<String, SealError> {
    if fresh.is_one_byte_repeated() {
        return Err(SealError::NotRandom);
    }
    if !passphrase.is_long_enough() {
        return Err(SealError::PassphraseTooShort);
    }
    if !purpose.is_plain() {
        return Err(SealError::BadKind);
    }
    let key = Key::derive(passphrase.secret_bytes(), &fresh.salt, Cost::NOW).map_err(|NoMemory| SealError::NoMemory)?;
    wrap(content_key, purpose, &key, fresh.nonce, By::Passphrase(Cost::NOW, fresh))
}

/// Wraps a content key with the key of a link.
///
/// # Errors
/// `BadKind`, `Unreadable`.
pub fn wrap_with_link(content_key: &ContentKey, purpose: Purpose<'_>, link: &LinkKey, nonce: Nonce) -> Result<String, SealError> {
    if !purpose.is_plain() {
        return Err(SealError::BadKind);
    }
    wrap(content_key, purpose, &under_link(link, purpose), nonce.0, By::Link(nonce.0))
}

/// Wraps a content key to a public key. Its fingerprint was compared before ([`PublicKey::fingerprint`]).
///
/// # Errors
/// `BadKind`, `NotRandom`, `TooLarge`.
pub fn wrap_for(content_key: &ContentKey, purpose: Purpose<'_>, to: &PublicKey, ephemeral: Ephemeral) -> Result<String, SealError> {
    seal_form(What::Wrap(content_key.id()), to, ephemeral, purpose, content_key.key().expose())
}

/// Unwraps a content key with a passphrase.
///
/// Takes as long as wrapping does, unless the wrap is refused at sight.
///
/// # Errors
/// Any [`OpenError`] but `WrongKey`, `WrongOwner` and `WrongKeyOrDamaged`. Another owner is `WrongPassphraseOrDamaged`.
pub fn unwrap_with_passphrase(purpose: Purpose<'_>, passphrase: &Passphrase, text: &str) -> Result<ContentKey, OpenError> {
    let (form, sealed) = Form::read(purpose.kind, text)?;
    let By::Passphrase(cost, fresh) = &form.by else { return Err(OpenError::NotAnEnvelope) };
    let key = Key::derive(passphrase.secret_bytes(), &fresh.salt, *cost).map_err(|NoMemory| OpenError::NoMemory)?;
    unwrap(&form, purpose, &key, &fresh.nonce, sealed).map_err(|_| OpenError::WrongPassphraseOrDamaged)
}

/// Unwraps a content key with the key of a link.
///
/// # Errors
/// `NotAnEnvelope`, `NewerVersion`, `WrongKind`, `RefusedParameters`, `TooLarge`, `Damaged`; `WrongKeyOrDamaged`, also for another owner.
pub fn unwrap_with_link(purpose: Purpose<'_>, link: &LinkKey, text: &str) -> Result<ContentKey, OpenError> {
    let (form, sealed) = Form::read(purpose.kind, text)?;
    let By::Link(nonce) = &form.by else { return Err(OpenError::NotAnEnvelope) };
    unwrap(&form, purpose, &under_link(link, purpose), nonce, sealed)
}

/// Unwraps a content key with a private key.
///
/// # Errors
/// `NotAnEnvelope`, `NewerVersion`, `WrongKind`, `RefusedParameters`, `TooLarge`, `WrongKey`; `Damaged`, also for another owner.
pub fn unwrap_for(purpose: Purpose<'_>, own: &PrivateKey, text: &str) -> Result<ContentKey, OpenError> {
    let (form, sealed) = Form::read(purpose.kind, text)?;
    named(&form, &open_form(&form, own, purpose, &sealed)?)
}

/// Reads what a wrap says of itself, to find the secret for it.
///
/// # Errors
/// `NotAnEnvelope`, `NewerVersion`, `WrongKind`, `RefusedParameters`, `TooLarge`, `Damaged`.
pub fn head_of_wrap(kind: &str, text: &str) -> Result<WrapHead, OpenError> {
    let Form { what, by, .. } = Form::read(kind, text)?.0;
    let What::Wrap(key_id) = what else { return Err(OpenError::NotAnEnvelope) };
    let way = match by {
        By::Passphrase(..) => Way::Passphrase,
        By::Link(_) => Way::Link,
        By::Recipient(to, _) => Way::Recipient(to),
    };
    Ok(WrapHead { key_id, way })
}

/// The key that wraps under the key of a link: another one for each purpose.
fn under_link(link: &LinkKey, purpose: Purpose<'_>) -> Key {
    Key::from_bytes(derive(&link.0, Label::LinkWrap, purpose.owner))
}

fn wrap(content_key: &ContentKey, purpose: Purpose<'_>, key: &Key, nonce: [u8; 12], by: By) -> Result<String, SealError> {
    let form = Form { what: What::Wrap(content_key.id()), kind: purpose.kind.into(), by };
    let mut sealed = Zeroizing::new(Vec::with_capacity(ContentKey::BYTES + crate::key::TAG));
    sealed.extend_from_slice(content_key.key().expose());
    key.encrypt(&nonce, &form.additional_data(purpose), &mut sealed).ok_or(SealError::TooLarge)?;
    let text = form.write(&sealed);
    // Opened again with the same key: what does not come back was not wrapped.
    let back = Form::read(purpose.kind, &text).and_then(|(form, sealed)| unwrap(&form, purpose, key, &nonce, sealed));
    if back.is_ok() { Ok(text) } else { Err(SealError::Unreadable) }
}

fn unwrap(form: &Form, purpose: Purpose<'_>, key: &Key, nonce: &[u8; 12], sealed: Vec<u8>) -> Result<ContentKey, OpenError> {
    let mut buffer = Zeroizing::new(sealed);
    key.decrypt(nonce, &form.additional_data(purpose), &mut buffer).ok_or(OpenError::WrongKeyOrDamaged)?;
    named(form, &buffer)
}

/// The content key that came out, if it is the one that the wrap names.
fn named(form: &Form, bytes: &[u8]) -> Result<ContentKey, OpenError> {
    let What::Wrap(key_id) = form.what else { return Err(OpenError::NotAnEnvelope) };
    let bytes = Zeroizing::new(<[u8; ContentKey::BYTES]>::try_from(bytes).map_err(|_| OpenError::Damaged)?);
    let content_key = ContentKey::from_bytes(bytes);
    if content_key.id() == key_id { Ok(content_key) } else { Err(OpenError::Damaged) }
}

#[cfg(test)]
mod tests;
