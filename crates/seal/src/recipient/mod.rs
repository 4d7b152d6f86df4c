//! Sealing to a public key: HPKE (RFC 9180), base mode.
//!
//! The suite is DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM; its three numbers stand in everything that is sealed with it. All of
//! HPKE is the library's; ours is what goes into `info` and the additional data.

mod keys;
mod letter;
mod suite;

pub use keys::{Ephemeral, PrivateKey, PublicKey};
pub use letter::{MAX_LETTER, open_letter, recipient_of_letter, seal_letter};
pub(crate) use letter::{open_form, seal_form};
pub(crate) use suite::{Encapsulated, Receiver, SUITE, Sender};

#[cfg(test)]
mod tests;
