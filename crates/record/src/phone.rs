//! Phone numbers as people in Japan write them.

use crate::kana::to_half_width;

/// A number that can be dialled: digits, or a short number such as `#7119`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// What a phone dials: `09000000001`, `#7119`, `119`.
    dial: String,
    /// Where the person put hyphens, if they did: `04-0000-1111`.
    written: String,
}

impl Phone {
    /// Reads a number, forgiving full-width digits, spaces, brackets, `+81` and every kind of hyphen.
    ///
    /// `None` when it cannot be dialled in Japan: not 10 or 11 digits starting with 0, nor a short number
    /// (`#` and four digits, or three digits starting with 1).
    #[must_use]
    pub fn parse(text: &str) -> Option<Phone> {
        let mut written: String = to_half_width(text)
            .chars()
            .filter_map(|c| match c {
                '0'..='9' | '#' | '+' => Some(c),
                '-' | 'ー' | 'ｰ' | '‐' | '‑' | '–' | '—' | '―' | '−' | '(' | ')' | '.' => Some('-'),
                _ => None,
            })
            .collect();
        if let Some(rest) = written.strip_prefix("+81") {
            written = format!("0{}", rest.trim_start_matches(['-', '0']));
        }
        let dial: String = written.chars().filter(|c| *c != '-').collect();
        is_dialable(&dial).then(|| Phone { written: tidy(&written), dial })
    }

    /// What goes after `tel:`.
    #[must_use]
    pub fn dial(&self) -> &str {
        &self.dial
    }

    /// The number as people read it, with hyphens.
    #[must_use]
    pub fn display(&self) -> String {
        if self.written.contains('-') { self.written.clone() } else { hyphenate(&self.dial) }
    }
}

/// The number as people read it; what cannot be read as a number stays as it was written.
#[must_use]
pub fn display(text: &str) -> String {
    Phone::parse(text).map_or_else(|| text.to_owned(), |phone| phone.display())
}

fn is_dialable(dial: &str) -> bool {
    match dial.strip_prefix('#') {
        Some(rest) => rest.len() == 4 && rest.bytes().all(|b| b.is_ascii_digit()),
        None if !dial.bytes().all(|b| b.is_ascii_digit()) => false,
        None => match dial.len() {
            3 => dial.starts_with('1'),
            // Numbers that begin with 0x0 have eleven digits, all others ten.
            10 => dial.starts_with('0') && !matches!(dial.get(..3), Some("050" | "070" | "080" | "090")),
            11 => dial.starts_with('0') && dial.get(2..3) == Some("0"),
            _ => false,
        },
    }
}

/// One hyphen at a time, none at the ends.
fn tidy(written: &str) -> String {
    written.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// Hyphens by the shape of the number: 0800 4-3-4; other 11 digits 3-4-4; 0120 and 0570 4-3-3; 03, 04 and 06 2-4-4; other 3-3-4.
/// The exact length of an area code cannot be told without the numbering plan, so a number that was written with hyphens keeps them.
fn hyphenate(dial: &str) -> String {
    let cuts = match dial.len() {
        11 if dial.starts_with("0800") => [4, 7],
        11 => [3, 7],
        10 if dial.starts_with("0120") || dial.starts_with("0570") => [4, 7],
        10 if matches!(dial.get(..2), Some("03" | "04" | "06")) => [2, 6],
        10 => [3, 6],
        _ => return dial.to_owned(),
    };
    let (start, end) = dial.split_at(cuts[1]);
    let (head, middle) = start.split_at(cuts[0]);
    format!("{head}-{middle}-{end}")
}
