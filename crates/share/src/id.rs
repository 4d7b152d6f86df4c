//! Names and tokens: 32 random bytes each (256 bits), written as 43 characters of base64url without padding (RFC 4648 §5).
//!
//! Whoever knows one of these can do something with it, so none of them shows itself in `Debug`, and no error holds what was read.

use alloc::string::String;
use core::fmt;

use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Bytes of a name or a token.
pub const BYTES: usize = 32;
/// Characters of its text.
pub const CHARS: usize = 43;

/// The text is not 32 bytes in the one spelling that base64url has for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdError;

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not 43 characters of base64url")
    }
}

impl core::error::Error for IdError {}

macro_rules! id {
    ($(#[doc = $doc:literal])* $name:ident) => {
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name([u8; BYTES]);

        impl $name {
            /// From random bytes, or from the bytes of a hash.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; BYTES]) -> $name {
                $name(bytes)
            }

            /// The bytes.
            #[must_use]
            pub const fn bytes(&self) -> &[u8; BYTES] {
                &self.0
            }

            /// The text: 43 characters.
            #[must_use]
            pub fn text(&self) -> String {
                Base64UrlUnpadded::encode_string(&self.0)
            }

            /// Reads the text.
            ///
            /// # Errors
            /// Another length, a character outside the alphabet, or a second spelling of the same bytes.
            pub fn parse(text: &str) -> Result<$name, IdError> {
                let mut bytes = [0; BYTES];
                match Base64UrlUnpadded::decode(text, &mut bytes) {
                    Ok(read) if read.len() == BYTES => Ok($name(bytes)),
                    Ok(_) | Err(_) => Err(IdError),
                }
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($name))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.text())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<$name, D::Error> {
                let text = String::deserialize(from)?;
                $name::parse(&text).map_err(de::Error::custom)
            }
        }
    };
}

id! {
    /// A share: the last part of its link's address. Made by the device. The server keeps its SHA-256 only.
    ShareId
}
id! {
    /// A family circle's box on the server. Made by a device. The server keeps its SHA-256 only.
    CircleId
}
id! {
    /// A reply to a share. Made by whoever replies, so that a reply that is sent twice is kept once.
    ReplyId
}
id! {
    /// What allows something: the manage token of a share, its reply token, the token of a circle. Travels in `Authorization`.
    Token
}
id! {
    /// The SHA-256 of the 32 bytes of a [`Token`]: all that the server keeps of it.
    TokenHash
}
id! {
    /// Names one attempt to write, in the header [`crate::paths::IDEMPOTENCY_KEY`]. The same again means: sent once more because the answer was
    /// not heard.
    Key
}
