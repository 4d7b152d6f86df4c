//! What can go wrong, one enum per operation.
//!
//! No variant carries content: an error may be shown or logged as it is.

use core::fmt;

/// Why bytes were not sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealError {
    /// The kind is empty, longer than 32, or has other characters than `a`–`z`, `0`–`9` and `-`; or the owner or the content type is not plain.
    BadKind,
    /// The random bytes are one byte repeated: the source of randomness does not work.
    NotRandom,
    /// Fewer than [`Passphrase::MIN_CHARS`](crate::Passphrase::MIN_CHARS) characters.
    PassphraseTooShort,
    /// More than [`MAX_CONTENT`](crate::MAX_CONTENT).
    TooLarge,
    /// The device does not have the memory that Argon2id needs.
    NoMemory,
    /// What was sealed does not open to what was given.
    Unreadable,
}

/// Why an envelope was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// Not one of our envelopes at all.
    NotAnEnvelope,
    /// Calls itself an envelope, but is cut off or altered so that it cannot be read.
    Damaged,
    /// Sealed by a newer version of the app.
    NewerVersion,
    /// An envelope, but for another purpose.
    WrongKind,
    /// Sealed with another key, or to another one.
    WrongKey,
    /// Sealed with this key, but for another share, circle or clinic.
    WrongOwner,
    /// Asks for another algorithm, or for too little or too much work.
    RefusedParameters,
    /// Larger than any envelope that we seal.
    TooLarge,
    /// The device does not have the memory that Argon2id needs.
    NoMemory,
    /// The two cannot be told apart.
    WrongPassphraseOrDamaged,
    /// The two cannot be told apart.
    WrongKeyOrDamaged,
}

impl fmt::Display for SealError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            SealError::BadKind => "the kind of envelope is not a plain word",
            SealError::NotRandom => "the random bytes are not random",
            SealError::PassphraseTooShort => "the passphrase is too short",
            SealError::TooLarge => "too large to be sealed",
            SealError::NoMemory => "not enough memory to seal",
            SealError::Unreadable => "what was sealed does not open",
        })
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            OpenError::NotAnEnvelope => "not a sealed envelope",
            OpenError::Damaged => "the sealed envelope is cut off or altered",
            OpenError::NewerVersion => "sealed by a newer version",
            OpenError::WrongKind => "sealed for another purpose",
            OpenError::WrongKey => "sealed with another key",
            OpenError::WrongOwner => "sealed for another owner",
            OpenError::RefusedParameters => "the algorithm or its parameters are refused",
            OpenError::TooLarge => "too large to be opened",
            OpenError::NoMemory => "not enough memory to open",
            OpenError::WrongPassphraseOrDamaged => "the passphrase is wrong or the envelope is damaged",
            OpenError::WrongKeyOrDamaged => "the key is wrong or the envelope is damaged",
        })
    }
}

impl core::error::Error for SealError {}

impl core::error::Error for OpenError {}

#[cfg(test)]
mod tests {
    use super::{OpenError, SealError};
    use alloc::{collections::BTreeSet, string::ToString};

    #[test]
    fn every_error_has_words_of_its_own() {
        let seal = [SealError::BadKind, SealError::NotRandom, SealError::PassphraseTooShort, SealError::TooLarge, SealError::NoMemory];
        let open = [
            OpenError::NotAnEnvelope,
            OpenError::Damaged,
            OpenError::NewerVersion,
            OpenError::WrongKind,
            OpenError::RefusedParameters,
            OpenError::TooLarge,
            OpenError::NoMemory,
            OpenError::WrongPassphraseOrDamaged,
            OpenError::WrongKeyOrDamaged,
            OpenError::WrongKey,
            OpenError::WrongOwner,
        ];
        let words: BTreeSet<_> = seal.iter().map(ToString::to_string).chain(open.iter().map(ToString::to_string)).collect();
        assert_eq!(words.len(), seal.len() + open.len());
        assert!(words.iter().all(|words| words.len() > 10));
    }
}
