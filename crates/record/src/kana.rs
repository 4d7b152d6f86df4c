//! Readings (ふりがな) and full-width forms.

/// Full-width ASCII (０-９, Ａ-Ｚ, ＃ …) and the ideographic space as ASCII. Everything else stays.
#[must_use]
pub fn to_half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '！'..='～' => shift(c, -0xFEE0),
            '\u{3000}' => ' ',
            _ => c,
        })
        .collect()
}

/// Whether a reading holds nothing but kana, spaces, middle dots and long marks.
#[must_use]
pub fn is_reading(text: &str) -> bool {
    text.chars().all(|c| matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '・' | ' ' | '\u{3000}'))
}

fn shift(c: char, by: i32) -> char {
    u32::try_from(c as i32 + by).ok().and_then(char::from_u32).unwrap_or(c)
}
