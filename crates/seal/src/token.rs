//! Secrets that allow something at the server.

use crate::{
    nonce::is_filled,
    text::{key_from_text, key_to_text},
};
use alloc::string::String;
use core::fmt;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// 32 bytes that whoever wants to do something shows to the server, which keeps their SHA-256 only.
///
/// Random ([`Token::from_random`]) where the holder of a link must not have it, derived ([`crate::LinkKey::reply_token`]) where every holder must.
/// Wiped when dropped. It cannot be cloned, compared or serialised, and `Debug` shows nothing of it.
pub struct Token(Zeroizing<[u8; Token::BYTES]>);

impl Token {
    /// How many random bytes a token is.
    pub const BYTES: usize = 32;

    /// Takes bytes that were just drawn from a cryptographic random source. `None` when they are one byte repeated: nobody filled the buffer.
    #[must_use]
    pub fn from_random(bytes: [u8; Self::BYTES]) -> Option<Token> {
        is_filled(&bytes).then(|| Token(Zeroizing::new(bytes)))
    }

    pub(crate) fn derived(bytes: Zeroizing<[u8; Self::BYTES]>) -> Token {
        Token(bytes)
    }

    /// Reads the 43 characters of base64url that [`Token::expose_base64url`] wrote. `None` for anything else.
    #[must_use]
    pub fn from_base64url(text: &str) -> Option<Token> {
        key_from_text(text).map(Token)
    }

    /// The token itself, 43 characters of base64url, for the header of a request. Wiped when dropped.
    #[must_use]
    pub fn expose_base64url(&self) -> Zeroizing<String> {
        key_to_text(&self.0)
    }

    /// What the server keeps of it.
    #[must_use]
    pub fn sha256(&self) -> [u8; 32] {
        Sha256::digest(*self.0).into()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::Token;
    use crate::link_key::LinkKey;
    use alloc::format;

    #[test]
    fn the_server_is_given_a_hash() {
        let token = Token::from_random(core::array::from_fn(|at| at as u8)).unwrap();
        assert_eq!(format!("{token:?}"), "Token(hidden)");
        assert_eq!(*token.expose_base64url(), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
        // SHA-256 of the bytes 0 to 31.
        assert_eq!(token.sha256()[..4], [0x63, 0x0d, 0xcd, 0x29]);
        assert_eq!(Token::from_base64url(&token.expose_base64url()).unwrap().sha256(), token.sha256());
        assert!(Token::from_base64url("AAEC").is_none() && Token::from_random([1; 32]).is_none());
    }

    #[test]
    fn both_ends_of_a_link_have_the_same_reply_token() {
        let text = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
        let token = || LinkKey::from_base64url(text).unwrap().reply_token();
        assert_eq!(token().sha256(), token().sha256());
        assert_ne!(*token().expose_base64url(), text);
    }
}
