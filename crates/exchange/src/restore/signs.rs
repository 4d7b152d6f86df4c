//! Text in the restore code: one byte for a sign of ASCII, two for a Japanese sign, five for anything else. Frozen.

/// Blocks of Unicode that are counted through for the two-byte form, first and last code point. Their order and bounds are the format.
const BLOCKS: [(u32, u32); 9] = [
    (0x3000, 0x30FF),
    (0x4E00, 0x9FFF),
    (0xFF00, 0xFFEF),
    (0x2000, 0x27FF),
    (0x00A0, 0x02AF),
    (0x3400, 0x4DBF),
    (0x3100, 0x33FF),
    // Old forms in names: 﨑, 神 …
    (0xF900, 0xFAFF),
    (0x0300, 0x052F),
];

/// Two bytes that announce a code point in three.
const ANY: [u8; 2] = [0xFF, 0xFF];

/// Appends a text.
pub fn write(text: &str, out: &mut Vec<u8>) {
    for sign in text.chars() {
        match u8::try_from(sign).ok().filter(u8::is_ascii) {
            Some(byte) => out.push(byte),
            None => match place(sign as u32) {
                Some(place) => out.extend((place | 0x8000).to_be_bytes()),
                None => {
                    out.extend(ANY);
                    out.extend(&(sign as u32).to_be_bytes()[1..]);
                }
            },
        }
    }
}

/// Reads a text that fills all the bytes; `None` when it was not written by [`write`].
pub fn read(bytes: &[u8]) -> Option<String> {
    let mut rest = bytes.iter().copied();
    let mut text = String::new();
    while let Some(lead) = rest.next() {
        if lead.is_ascii() {
            text.push(char::from(lead));
            continue;
        }
        let pair = [lead, rest.next()?];
        let code = if pair == ANY {
            u32::from_be_bytes([0, rest.next()?, rest.next()?, rest.next()?])
        } else {
            code_point(u32::from(u16::from_be_bytes(pair) & 0x7FFF))?
        };
        text.push(char::from_u32(code)?);
    }
    Some(text)
}

fn place(code: u32) -> Option<u16> {
    let mut before = 0;
    for (first, last) in BLOCKS {
        if (first..=last).contains(&code) {
            return u16::try_from(before + code - first).ok();
        }
        before += last - first + 1;
    }
    None
}

fn code_point(mut place: u32) -> Option<u32> {
    for (first, last) in BLOCKS {
        let size = last - first + 1;
        if place < size {
            return Some(first + place);
        }
        place -= size;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_comes_back_and_japanese_takes_two_bytes() {
        for sign in (0..=0x0010_FFFF).filter_map(char::from_u32) {
            let mut bytes = Vec::new();
            write(&sign.to_string(), &mut bytes);
            assert_eq!(read(&bytes).as_deref(), Some(sign.to_string().as_str()), "{:x}", sign as u32);
            if matches!(sign, 'ぁ'..='ヶ' | '一'..='龥' | '！'..='～' | '﨑' | '①'..='⑳' | '々' | '。') {
                assert_eq!(bytes.len(), 2, "{sign}");
            }
        }
        // The blocks leave the escape free.
        assert!(BLOCKS.iter().map(|(first, last)| last - first + 1).sum::<u32>() < 0x7FFF);
        assert_eq!(read(&[0xFF]), None);
        assert_eq!(read(&[0xFF, 0xFE]), None);
        assert_eq!(read(&[0xFF, 0xFF, 0x00, 0xD8, 0x00]), None);
    }
}
