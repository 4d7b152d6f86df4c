//! How bytes are locked, so that they can leave the device.
//!
//! The crate turns bytes and a passphrase into text that may lie in any mailbox, bytes and twelve printed digits into bytes that may
//! stand in an address, bytes and the key of a link into files that any reader of SMART Health Links opens, and back. It does not know
//! what a record is. It is `no_std`, so it cannot reach a clock, a file, a network or a random source.
//!
//! # Randomness
//!
//! Random bytes come in from the caller's port, each for one use: a salt with a nonce ([`Fresh`]), a nonce ([`Nonce`]), a key
//! ([`LinkKey::from_random`] and the like), the secret of one HPKE sealing ([`Ephemeral`]). These types cannot be copied, encrypting takes them away from the caller, and no function takes a nonce in
//! another form, so a caller cannot choose one and cannot use one twice. That is what drawing them inside the functions would give, and
//! the crate stays pure: its tests and frozen files run without a random source. What no type can hold is left to the caller: `from_random`
//! is called with bytes that were drawn for this call.
//!
//! # Threat
//!
//! 1. Whoever holds a sealed file but not the passphrase must learn nothing but its kind and its size in 1 KiB steps (64-byte
//!    steps for a compact envelope).
//! 2. Guessing passphrases must cost 64 MiB and three passes per guess, also when the file claims that less is enough.
//! 3. Whoever alters a file, or puts parts of two files together, must not get it opened: every field is authenticated.
//! 4. A file of one kind must not be taken for another kind: the kind is a part of what is authenticated.
//! 5. A hostile file must not crash the app or eat the phone's memory: sizes and costs are checked before any work.
//!
//! Not promised: that a file is the newest one, that a short or well-known passphrase withstands guessing, and
//! anything at all on a device that is under somebody else's control.
//!
//! # Envelopes, and when to use them
//!
//! | envelope | use it for | not for |
//! |---|---|---|
//! | passphrase envelope ([`seal_with_passphrase`], [`open_with_passphrase`]) | a file that a person keeps and opens later with words they remember or wrote down | anything opened often or by a machine: one opening takes a second on a phone |
//! | compact envelope ([`seal_with_digits`], [`open_with_digits`]) | a code on paper, with the digits printed beside it: whoever has only the code, such as the history of a browser, has nothing | anything that is worth 3,000 years of a computer core to somebody |
//! | file of a link ([`seal_file`], [`open_file`]) | what stands behind a SMART Health Link: compact JWE with the link's key, as the standard has it | anything of our own: the standard's header binds no kind and no version |
//! | sealed content ([`seal_content`], [`open_content`]) with its wraps ([`wrap_with_passphrase`], [`wrap_with_link`], [`wrap_for`]) | what several people or devices open and somebody goes on writing: the box of a circle, the replies to a link | one file for one person |
//! | letter ([`seal_letter`], [`open_letter`]) | a short text for one public key, such as a link for a clinic | the record itself, which a link carries |
//!
//! The kind of an envelope is a fixed word of the caller's, such as `backup`: at most 32 of `a`–`z`, `0`–`9` and `-`.
//! Give every purpose its own kind. [`check_envelope`] says whether a file can be opened at all, without the work and
//! before anybody is asked for a passphrase.
//!
//! ```
//! use seal::{Fresh, OpenError, Passphrase, open_with_passphrase, seal_with_passphrase};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # fn random_bytes() -> [u8; Fresh::BYTES] { std::array::from_fn(|i| i as u8) }
//! let words = Passphrase::from_typed("あさがお みかん 3つ");
//! let file = seal_with_passphrase("backup", &words, Fresh::from_random(random_bytes()), b"all people")?;
//!
//! let typed_elsewhere = Passphrase::from_typed("　あさがお　みかん　３つ");
//! assert_eq!(&*open_with_passphrase("backup", &typed_elsewhere, file.as_bytes())?, b"all people");
//!
//! let guess = Passphrase::from_typed("あさがお");
//! let refused = open_with_passphrase("backup", &guess, file.as_bytes()).unwrap_err();
//! assert_eq!(refused, OpenError::WrongPassphraseOrDamaged);
//! # Ok(())
//! # }
//! ```
//!
//! # Format, version 1
//!
//! One JSON object in UTF-8 (line breaks added here for reading):
//!
//! ```text
//! {"tsumugu":"sealed","v":1,"kind":"backup",
//!  "kdf":{"name":"argon2id","m":65536,"t":3,"p":1,"salt":"<16 bytes>"},
//!  "enc":"A256GCM","nonce":"<12 bytes>","ct":"<ciphertext and 16 bytes of tag>"}
//! ```
//!
//! * Bytes are written as base64url without padding (RFC 4648 §5); other spellings of the same bytes are refused.
//! * Key: 32 bytes of Argon2id (RFC 9106, version 1.3, no secret, no associated data) over the passphrase in UTF-8,
//!   as normalised by [`Passphrase::from_typed`]. `m` is in KiB. Allowed: `m` 65,536–131,072, `t` 3–4, `p` 1–4.
//! * Plaintext: length as 4 bytes big-endian, the content, then zeros up to the next multiple of 1,024.
//! * Cipher: AES-256-GCM. Additional data: the object without `ct`, spelled exactly as above and without white space.
//!   So the JSON may be re-indented or its keys reordered, but no value can be changed, and unknown keys are refused.
//!
//! # Format, version 2 (compact)
//!
//! | bytes | what |
//! |---|---|
//! | 1 | version, 2 |
//! | 1 | memory of Argon2id: 2 to this power, in KiB; now 16 |
//! | 1 | passes, now 3 |
//! | 1 | lanes, now 1 |
//! | 16 | salt |
//! | 12 | nonce |
//! | … | ciphertext, and 16 bytes of tag |
//!
//! * Key: as in version 1, over the twelve digits in ASCII without marks ([`Digits`]); the same bounds.
//! * Plaintext: as in version 1, padded to the next multiple of 64.
//! * Cipher: AES-256-GCM. Additional data: `tsumugu sealed compact`, a zero byte, the kind, a zero byte, the 32 bytes before
//!   the ciphertext. The kind is not written down: whoever opens knows what for.
//!
//! # Format, version 3 (keys)
//!
//! A content has a random key of its own ([`ContentKey`]). What wraps that key is a text apart from the content, one for each way to open it;
//! ways are added and taken away without sealing the content anew. Everything below is bound to a [`Purpose`]: the kind, and the owner (the
//! share, circle or clinic), which is authenticated and cannot be read.
//!
//! **Derived**: HKDF-SHA256 (RFC 5869), no salt, 32 bytes, `info` = `tsumugu v3 `, label, a zero byte, context.
//!
//! | label | from | context | what for |
//! |---|---|---|---|
//! | `key id` | content key | none | its public name, `kid` |
//! | `owner` | content key | owner | the owner's name in the header of the content, `of` |
//! | `wrap by link` | key of a link | owner | the key that wraps |
//! | `reply token` | key of a link | none | what allows a reply; the server keeps its SHA-256 |
//! | `reply key` | key of a link | none | the content key of the replies |
//!
//! **Content**: compact JWE (RFC 7516) with exactly this header, which is the additional data; plaintext as in version 1.
//!
//! ```text
//! {"alg":"dir","enc":"A256GCM","kid":"<key id>","tsumugu":"<kind>","v":3,"of":"<owner's name>","n":<counter>}
//! ```
//!
//! **Wrap** and **letter**: a JSON object. Additional data: the object without `ct`, spelled exactly so and without white space, a zero byte, the
//! owner. The content of a wrap is the 32 bytes of the content key; that of a letter is padded as in version 1.
//!
//! ```text
//! {"tsumugu":"wrap","v":3,"kind":"<kind>","kid":"<key id>","by":<way>,"ct":"<ciphertext and tag>"}
//! {"tsumugu":"letter","v":3,"kind":"<kind>","by":<third way>,"ct":"<ciphertext and tag>"}
//!
//! {"name":"argon2id","m":65536,"t":3,"p":1,"salt":"<16 bytes>","nonce":"<12 bytes>"}
//! {"name":"hkdf-sha256","nonce":"<12 bytes>"}
//! {"name":"hpke","kem":16,"kdf":1,"aead":2,"to":"<SHA-256 of the public key>","enc":"<65 bytes>"}
//! ```
//!
//! * The first two ways encrypt with AES-256-GCM, under Argon2id over a passphrase as in version 1, or under the derived `wrap by link`.
//! * The third is HPKE (RFC 9180), base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM; `info` is `tsumugu v3 hpke wrap` or
//!   `tsumugu v3 hpke letter`, a zero byte, the kind, a zero byte, the owner. Public keys are uncompressed points (SEC 1).
//!
//! # Files of links
//!
//! Compact JWE (RFC 7516), `alg` `dir`, `enc` `A256GCM`, `cty` the type of the content, uncompressed. Read is more than is written: `zip` `DEF`
//! up to [`MAX_FILE`] when inflated, no `cty`, and members that are not known. `crit` is refused.
//!
//! A version is never changed once released. A new one is added beside it, and old files open for ever: the frozen
//! files in `tests/vectors` are never edited.
//!
//! # Known limits
//!
//! * A wrong passphrase and a damaged ciphertext cannot be told apart.
//! * AES-GCM does not commit to its key: whoever knows two passphrases can craft one file that opens with both, to
//!   different contents. Harmless for a file that a person opens by hand; do not build a server that answers whether
//!   a file opened. In version 3 a content and a wrap name their key, and a key has one name only.
//! * HPKE in base mode says nothing of who sealed: whoever has the public key can write a letter.
//! * Whoever can read an old state of a server can hand it out again: the counter is authenticated, and remembering it is the reader's work.
//! * The states of HKDF and of the decompressor are not wiped by their libraries.
//! * Half-width kana, and kana whose voicing mark is a character of its own, are not normalised. No keyboard in use
//!   writes them unasked.
//! * Secrets are wiped after use, but a compiler may keep copies in registers or on the stack, and a browser may have
//!   written memory to disk before.
//! * Sealing and opening stop the thread they run on for as long as they take. In a page, paint "please wait" first.
//! * Wasm memory never shrinks: afterwards the page keeps the 64 MiB that Argon2id needed, or twice that when
//!   something long-lived was put into the gap in between. A worker that ends with its job gives them back.
#![no_std]

extern crate alloc;
#[cfg(test)]
extern crate std;

mod compact;
mod content;
mod content_key;
mod cost;
mod derive;
mod digest;
mod digits;
mod envelope;
mod error;
mod form;
mod fresh;
mod jwe;
mod key;
mod key_id;
mod link_key;
mod nonce;
mod opened;
mod padding;
mod passphrase;
mod purpose;
mod recipient;
mod sealing;
mod text;
mod token;
mod wrap;

pub use compact::{MAX_COMPACT, check_compact, open_with_digits, seal_with_digits};
pub use content::{Head, head_of_content, open_content, seal_content};
pub use content_key::ContentKey;
pub use digest::sha256_hex;
pub use digits::Digits;
pub use error::{OpenError, SealError};
pub use fresh::Fresh;
pub use jwe::{File, JweError, MAX_FILE, Padding, open_file, seal_file};
pub use key_id::KeyId;
pub use link_key::LinkKey;
pub use nonce::Nonce;
pub use opened::Opened;
pub use padding::MAX_CONTENT;
pub use passphrase::Passphrase;
pub use purpose::Purpose;
pub use recipient::{Ephemeral, MAX_LETTER, PrivateKey, PublicKey, open_letter, recipient_of_letter, seal_letter};
pub use sealing::{check_envelope, open_with_passphrase, seal_with_passphrase};
pub use token::Token;
pub use wrap::{
    Way, WrapHead, head_of_wrap, unwrap_for, unwrap_with_link, unwrap_with_passphrase, wrap_for, wrap_with_link, wrap_with_passphrase,
};
