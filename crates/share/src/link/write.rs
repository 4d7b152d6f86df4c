//! Making the text of a link.

use alloc::string::String;
use core::fmt;

use base64ct::{Base64UrlUnpadded, Encoding};
use zeroize::Zeroizing;

use super::{LABEL_CHARS, LinkSecret, URL_CHARS, is_address};
use crate::{id::ShareId, paths};

/// A link that is about to be made. Only what every known reader takes can be said with it: no `v`, no `U`, no unknown member, and no
/// `exp` on a link whose content changes, because readers refuse it once that moment has passed, even if the share was extended meanwhile.
pub struct NewLink<'a> {
    /// Where the server is, such as `https://tsumugu.example`: scheme and host, no path.
    pub server: &'a str,
    /// The share.
    pub id: &'a ShareId,
    /// The key of all its files.
    pub secret: &'a LinkSecret,
    /// How long it is good for.
    pub term: Term,
    /// Whether the server asks for a passcode (flag `P`).
    pub asks_passcode: bool,
    /// What the link is called. It stands in the link for everybody to read: no name, no illness.
    pub label: Option<&'a str>,
}

/// How long a link is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// Its content changes, and a reader comes again (flag `L`). The server knows the end.
    LongTerm,
    /// Read once or a few times, until the server ends it; a reader is told when, in seconds since 1970.
    Until(u64),
    /// The same, and a reader is not told when.
    Unsaid,
}

/// Why a link was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewLinkError {
    /// The server or the viewer is not an `https` address of the form that is asked for.
    BadAddress,
    /// The address of the share would be longer than [`URL_CHARS`].
    TooLong,
    /// The label is empty, longer than [`LABEL_CHARS`], or has control characters.
    BadLabel,
}

impl fmt::Display for NewLinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NewLinkError::BadAddress => "not an address that a link can have",
            NewLinkError::TooLong => "the address is too long for a link",
            NewLinkError::BadLabel => "the label is empty, too long or has control characters",
        })
    }
}

impl core::error::Error for NewLinkError {}

impl fmt::Debug for NewLink<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewLink")
    }
}

impl NewLink<'_> {
    /// The bare form: `shlink:/…`. Wiped when dropped.
    ///
    /// # Errors
    /// See [`NewLinkError`].
    pub fn bare(&self) -> Result<Zeroizing<String>, NewLinkError> {
        self.after("")
    }

    /// The form that a camera opens: the address of a viewer, `#`, and the bare form. Wiped when dropped.
    ///
    /// # Errors
    /// See [`NewLinkError`].
    pub fn for_viewer(&self, viewer: &str) -> Result<Zeroizing<String>, NewLinkError> {
        if !is_address(viewer) || viewer.contains('#') {
            return Err(NewLinkError::BadAddress);
        }
        self.after(&alloc::format!("{viewer}#"))
    }

    fn after(&self, prefix: &str) -> Result<Zeroizing<String>, NewLinkError> {
        const SCHEME: &str = "shlink:/";
        let payload = self.payload()?;
        // All room at once: growing would leave copies of the key in freed memory.
        let length = prefix.len() + SCHEME.len() + payload.len().div_ceil(3) * 4;
        let mut text = Zeroizing::new(String::with_capacity(length));
        text.push_str(prefix);
        text.push_str(SCHEME);
        let encoded = Zeroizing::new(Base64UrlUnpadded::encode_string(payload.as_bytes()));
        text.push_str(&encoded);
        Ok(text)
    }

    /// The payload: JSON without white space.
    fn payload(&self) -> Result<Zeroizing<String>, NewLinkError> {
        let host = self.server.strip_suffix('/').unwrap_or(self.server);
        if !is_address(host) || host.splitn(3, '/').last().is_none_or(|rest| rest.contains(['/', '?', '#', '@', '"', '\\'])) {
            return Err(NewLinkError::BadAddress);
        }
        let path = paths::manifest(self.id);
        if host.len() + path.len() > URL_CHARS {
            return Err(NewLinkError::TooLong);
        }
        let flag = match (self.term, self.asks_passcode) {
            (Term::LongTerm, false) => r#","flag":"L""#,
            (Term::LongTerm, true) => r#","flag":"LP""#,
            (_, true) => r#","flag":"P""#,
            (_, false) => "",
        };
        let label = self.label.map(label).transpose()?;
        let mut payload = Zeroizing::new(String::with_capacity(512 + label.as_ref().map_or(0, String::len)));
        for piece in [r#"{"url":""#, host, &path, r#"","key":""#, &self.secret.expose_base64url(), r#"""#, flag] {
            payload.push_str(piece);
        }
        if let Term::Until(seconds) = self.term {
            payload.push_str(&alloc::format!(r#","exp":{seconds}"#));
        }
        if let Some(label) = label {
            payload.push_str(r#","label":"#);
            payload.push_str(&label);
        }
        payload.push('}');
        Ok(payload)
    }
}

/// A label as a string of JSON.
fn label(label: &str) -> Result<String, NewLinkError> {
    let is_plain = (1..=LABEL_CHARS).contains(&label.chars().count()) && !label.chars().any(char::is_control);
    is_plain.then(|| serde_json::to_string(label).ok()).flatten().ok_or(NewLinkError::BadLabel)
}
