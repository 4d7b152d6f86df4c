//! Twelve digits that are printed beside what they unlock and typed by hand.

use alloc::string::String;
use core::fmt;
use zeroize::Zeroizing;

/// Twelve random decimal digits: about 39.9 bits. Digits, because every phone has a keypad for them and they are the same in
/// every language and script.
///
/// Wiped when dropped. They cannot be cloned or compared, and `Debug` shows nothing of them.
///
/// One guess costs one run of Argon2id with 64 MiB and three passes, about 0.2 s on one desktop core; half of all the numbers
/// are some 3,000 years of one such core. Enough for a card whose sheet hangs on a fridge; not enough for anything that a rich
/// attacker wants, so digits seal nothing but what is printed.
pub struct Digits(Zeroizing<String>);

impl Digits {
    /// How many digits there are.
    pub const COUNT: usize = 12;
    /// How many random bytes [`Digits::from_random`] takes.
    pub const BYTES: usize = 16;
    /// How many digits stand together on paper.
    pub const GROUP: usize = 4;

    /// Takes bytes from a cryptographic random source. With 128 bits for 40 no number is likelier than another in a way that
    /// can be noticed (the bias is below 2⁻⁸⁸). `None` when the bytes are one byte repeated: nobody filled the buffer.
    #[must_use]
    pub fn from_random(bytes: [u8; Self::BYTES]) -> Option<Digits> {
        let number = u128::from_be_bytes(bytes) % 10_u128.pow(12);
        let first = bytes[0];
        bytes.iter().any(|byte| *byte != first).then(|| Digits(Zeroizing::new(alloc::format!("{number:012}"))))
    }

    /// Takes what was typed. Full-width digits count as digits; spaces, hyphens, dots and the like between them count as
    /// nothing. `None` when there are other signs, or not exactly twelve digits.
    #[must_use]
    pub fn from_typed(typed: &str) -> Option<Digits> {
        // No longer than what was typed, so the string never grows and leaves no copies behind.
        let mut digits = Zeroizing::new(String::with_capacity(typed.len()));
        for sign in typed.chars() {
            match sign {
                '0'..='9' => digits.push(sign),
                '０'..='９' => digits.push(char::from_u32(u32::from(sign) - 0xFEE0)?),
                _ if sign.is_whitespace() || is_mark(sign) => {}
                _ => return None,
            }
        }
        (digits.len() == Self::COUNT).then_some(Digits(digits))
    }

    /// As they are printed: `1234-5678-9012`. Wiped when dropped.
    #[must_use]
    pub fn grouped(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(Self::COUNT + Self::COUNT / Self::GROUP));
        for (at, digit) in self.0.chars().enumerate() {
            if at > 0 && at % Self::GROUP == 0 {
                text.push('-');
            }
            text.push(digit);
        }
        text
    }

    /// The secret itself, for key derivation only.
    pub(crate) fn secret_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// What people and keyboards put between groups of digits.
fn is_mark(sign: char) -> bool {
    matches!(sign, '-' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30FC}' | '\u{FF0D}' | '\u{FF0E}' | '\u{FF70}' | '・')
}

impl fmt::Debug for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Digits(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::Digits;
    use alloc::format;

    #[test]
    fn twelve_digits_come_from_random_bytes_and_are_grouped() {
        let digits = Digits::from_random(core::array::from_fn(|at| at as u8)).unwrap();
        assert_eq!(digits.grouped().len(), 14);
        assert_eq!(Digits::from_typed(&digits.grouped()).unwrap().secret_bytes(), digits.secret_bytes());
        let mut small = [0; Digits::BYTES];
        small[15] = 7;
        assert_eq!(*Digits::from_random(small).unwrap().grouped(), "0000-0000-0007");
        assert!(Digits::from_random([0; Digits::BYTES]).is_none(), "a buffer that nobody filled");
    }

    #[test]
    fn keyboards_agree() {
        for typed in
            ["1234-5678-9012", "123456789012", " 1234 5678 9012\n", "１２３４ー５６７８－９０１２", "1234　5678・9012", "1234–5678.9012"]
        {
            assert_eq!(*Digits::from_typed(typed).unwrap().grouped(), "1234-5678-9012", "{typed}");
        }
    }

    #[test]
    fn other_signs_and_other_lengths_are_refused() {
        for typed in ["", "12345678901", "1234567890123", "1234-5678-901O", "一二三四五六七八九〇一二", "1234:5678:9012"] {
            assert!(Digits::from_typed(typed).is_none(), "{typed}");
        }
    }

    #[test]
    fn debug_shows_nothing() {
        let digits = Digits::from_typed("1234-5678-9012").unwrap();
        assert_eq!(format!("{digits:?}"), "Digits(hidden)");
    }
}
