//! The payload of a link as others write it.

use alloc::{borrow::Cow, string::String};

use base64ct::{Base64UrlUnpadded, Encoding};
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

/// The members that the standard has. Others are passed over.
#[derive(Deserialize)]
pub(super) struct Payload<'a> {
    #[serde(borrow)]
    pub url: Option<Cow<'a, str>>,
    #[serde(borrow)]
    pub key: Option<Cow<'a, str>>,
    #[serde(borrow)]
    pub flag: Option<Cow<'a, str>>,
    pub label: Option<String>,
    pub exp: Option<Value>,
    pub v: Option<Value>,
}

/// The bytes of some base64, in whichever of its alphabets, with and without padding. Wiped when dropped.
pub(super) fn bytes(text: &str) -> Option<Zeroizing<alloc::vec::Vec<u8>>> {
    let mut plain = Zeroizing::new(String::with_capacity(text.len()));
    plain.extend(text.trim_end_matches('=').chars().map(|sign| match sign {
        '+' => '-',
        '/' => '_',
        other => other,
    }));
    Base64UrlUnpadded::decode_vec(&plain).ok().map(Zeroizing::new)
}

/// The start of a text that can be base64, up to the first other sign.
pub(super) fn run(text: &str) -> &str {
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'+' | b'/' | b'=');
    let end = text.bytes().position(|byte| !is_sign(byte)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}
