//! Postal codes, and the places they stand for.
//!
//! The table (`public/postal.txt`, made by `checks/postal.py`) is one text with a line for each thing. It is read where it lies,
//! line by line: nothing is built from it but the few places that are asked for.
//!
//! * `# …`: where the data comes from, and of which month.
//! * `@千葉県 千葉市中央区 …`: a prefecture and its municipalities. They are numbered through the whole table, from 0.
//! * `:617 2700101東深井 …`: a municipality by its number, and each of its codes with the name of the town. Only for Nagareyama and
//!   its neighbours; offices with a code of their own are among them.
//! * `270 606,617+607 A,.8,3B6.2`: all codes that begin with 270. After the first blank stand the municipalities that occur, separated
//!   by commas; those that share a code are joined by `+`. Then come the runs of codes, in order: a letter says to which of the
//!   entries before (A the first, Z the 26th, a the 27th) this run and those after it belong; a comma begins a run, the number behind
//!   it says how many codes since the run before do not exist (none = 0), and the number behind the dot how many do (none = 1).

use std::fmt;

use crate::kana::to_half_width;

/// A postal code: seven digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostalCode([u8; 7]);

/// What a code stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub prefecture: String,
    pub municipality: String,
    /// Where it is known; the person goes on with 丁目 and number.
    pub town: Option<String>,
}

impl PostalCode {
    /// Reads a code, forgiving 〒, full-width digits, blanks and every kind of hyphen. `None` when there are not seven digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<PostalCode> {
        let mut digits = [0; 7];
        let mut count = 0;
        for c in to_half_width(text).chars() {
            match c {
                '0'..='9' => {
                    *digits.get_mut(count)? = c as u8;
                    count += 1;
                }
                '〒' | '〶' | '-' | 'ー' | 'ｰ' | '‐' | '‑' | '–' | '—' | '―' | '−' => {}
                c if c.is_whitespace() => {}
                _ => return None,
            }
        }
        (count == digits.len()).then_some(PostalCode(digits))
    }

    /// The seven digits, as the table has them.
    fn digits(&self) -> &str {
        // Only ASCII digits are ever put in.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// As it is written: 270-0192.
impl fmt::Display for PostalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (area, end) = self.digits().split_at(3);
        write!(f, "{area}-{end}")
    }
}

/// The places of a code, in the order of the table; empty when there is no such code. A table that is cut off or is something else
/// altogether has no places.
#[must_use]
pub fn look_up(table: &str, code: PostalCode) -> Vec<Place> {
    let towns: Vec<Place> = table.lines().filter_map(|line| line.strip_prefix(':')).flat_map(|line| in_town(table, line, code)).collect();
    if !towns.is_empty() {
        return towns;
    }
    let (area, end) = code.digits().split_at(3);
    let line = table.lines().find_map(|line| line.strip_prefix(area)?.strip_prefix(' '));
    let numbers = line.zip(end.parse().ok()).and_then(|(line, end)| in_area(line, end)).unwrap_or_default();
    numbers.split('+').filter_map(|number| municipality(table, number.parse().ok()?)).collect()
}

/// The places of a code in the town line of one municipality.
fn in_town(table: &str, line: &str, code: PostalCode) -> Vec<Place> {
    let mut words = line.split(' ');
    let number = words.next().and_then(|number| number.parse().ok());
    let names = words.filter_map(|word| word.strip_prefix(code.digits()));
    names.filter_map(|name| Some(Place { town: Some(name.to_owned()), ..municipality(table, number?)? })).collect()
}

/// The numbers of the municipalities that the code with these last four digits belongs to, from the line of its first three.
fn in_area(line: &str, wanted: u32) -> Option<&str> {
    let (entries, runs) = line.split_once(' ')?;
    let mut entry = None;
    let mut next = 0u32;
    for piece in runs.split_inclusive(|c: char| c.is_ascii_alphabetic()) {
        // The letter at the end of a piece is for the runs of the piece after it.
        let (spans, letter) = match piece.strip_suffix(|c: char| c.is_ascii_alphabetic()) {
            Some(spans) => (spans, piece.chars().next_back()),
            None => (piece, None),
        };
        for span in spans.split(',').skip(1) {
            let (gap, length) = span.split_once('.').unwrap_or((span, "1"));
            let start = next.checked_add(if gap.is_empty() { 0 } else { gap.parse().ok()? })?;
            next = start.checked_add(length.parse().ok()?)?;
            if wanted < start {
                return None;
            }
            if wanted < next {
                return entries.split(',').nth(entry?);
            }
        }
        entry = letter.map(|letter| match letter {
            'A'..='Z' => letter as usize - 'A' as usize,
            _ => letter as usize - 'a' as usize + 26,
        });
    }
    None
}

/// The municipality with a number.
fn municipality(table: &str, number: usize) -> Option<Place> {
    let mut before = 0;
    for line in table.lines().filter_map(|line| line.strip_prefix('@')) {
        let mut words = line.split(' ');
        let prefecture = words.next()?;
        let count = words.clone().count();
        if let Some(name) = number.checked_sub(before).and_then(|place| words.nth(place)) {
            return Some(Place { prefecture: prefecture.to_owned(), municipality: name.to_owned(), town: None });
        }
        before += count;
    }
    None
}
