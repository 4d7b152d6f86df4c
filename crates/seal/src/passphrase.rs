//! Words that a person remembers or wrote down.

use alloc::string::String;
use core::fmt;
use zeroize::Zeroizing;

/// A passphrase, the same whichever keyboard it was typed on.
///
/// Wiped when dropped. It cannot be cloned or compared, and `Debug` shows nothing of it.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// New envelopes are not sealed with fewer characters, counted after normalisation. Opening has no such bound.
    pub const MIN_CHARS: usize = 8;

    /// Takes what was typed. Where keyboards of phones and computers differ for the same keystrokes, the difference
    /// is removed:
    ///
    /// * full-width ASCII (`Ａ`, `１`, `！`, `～`) becomes ASCII;
    /// * ideographic and no-break spaces, tabs and line ends become spaces, runs of spaces become one, and those at
    ///   both ends are dropped;
    /// * curly quotes become straight ones, hyphens and dashes `-`, the wave dash `~`, and the yen sign `\`.
    ///
    /// Upper and lower case differ, and so do hiragana, katakana and kanji. These rules are a part of format
    /// version 1: changing one would lock people out of their files.
    #[must_use]
    pub fn from_typed(typed: &str) -> Passphrase {
        // Every rule shortens or keeps the UTF-8, so the string never grows and leaves no copies behind.
        let mut text = Zeroizing::new(String::with_capacity(typed.len()));
        let mut space_is_due = false;
        for c in typed.chars().map(plain) {
            if c == ' ' {
                space_is_due = !text.is_empty();
                continue;
            }
            if space_is_due {
                text.push(' ');
                space_is_due = false;
            }
            text.push(c);
        }
        Passphrase(text)
    }

    /// Whether nothing but spaces was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether new envelopes may be sealed with it.
    #[must_use]
    pub fn is_long_enough(&self) -> bool {
        self.0.chars().count() >= Self::MIN_CHARS
    }

    /// The secret itself, for key derivation only.
    pub(crate) fn secret_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(hidden)")
    }
}

/// The one spelling of a character that several keyboards write differently.
fn plain(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' | '\u{00A0}' | '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201C}' | '\u{201D}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{301C}' => '~',
        '\u{00A5}' | '\u{FFE5}' => '\\',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::Passphrase;
    use alloc::{format, string::ToString};

    fn read(typed: &str) -> alloc::string::String {
        Passphrase::from_typed(typed).0.to_string()
    }

    #[test]
    fn keyboards_agree() {
        for (typed, kept) in [
            ("plain ascii 123!", "plain ascii 123!"),
            ("Ｔｓｕｍｕｇｕ１２３！～", "Tsumugu123!~"),
            (" \t\u{3000}あさがお\u{3000}\u{3000}みかん　\r\n", "あさがお みかん"),
            ("it’s “so” ‘so’", "it's \"so\" 'so'"),
            ("a\u{A0}b\tc\rd\ne", "a b c d e"),
            ("a‐b‑c–d—e−f－g―h", "a-b-c-d-e-f-g-h"),
            ("\u{FF00}\u{FF5F}", "\u{FF00}\u{FF5F}"),
            ("〜～~", "~~~"),
            ("¥￥＼\\", "\\\\\\\\"),
            ("らーめん", "らーめん"),
            ("", ""),
            ("　", ""),
        ] {
            assert_eq!(read(typed), kept);
            assert_eq!(read(kept), kept, "once is enough");
        }
    }

    #[test]
    fn every_full_width_character_has_its_ascii_twin() {
        for ascii in '!'..='~' {
            let wide = char::from_u32(u32::from(ascii) + 0xFEE0).unwrap();
            assert_eq!(read(&wide.to_string()), ascii.to_string());
        }
    }

    #[test]
    fn what_people_tell_apart_stays_apart() {
        for (one, other) in [("Abc", "abc"), ("さくら", "サクラ"), ("サクラ", "ｻｸﾗ"), ("ab", "a b"), ("ー", "-")] {
            assert_ne!(read(one), read(other));
        }
    }

    #[test]
    fn never_longer_than_typed() {
        for c in ('\0'..=char::MAX).map(|c| c.to_string()) {
            assert!(read(&c).len() <= c.len(), "{c:?}");
        }
    }

    #[test]
    fn length_counts_characters_after_normalising() {
        assert!(Passphrase::from_typed("あさがおのみかん").is_long_enough());
        assert!(!Passphrase::from_typed("あさがおのみか　　　").is_long_enough());
        assert!(Passphrase::from_typed("　 ").is_empty());
        assert!(!Passphrase::from_typed("x").is_empty());
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", Passphrase::from_typed("secret words")), "Passphrase(hidden)");
    }
}
