//! Changes at random: of bytes, and of JSON by its structure.

use serde_json::{Map, Value, json};

/// The random numbers of one run, used up one by one; then only zeros, so that a short list makes a small change.
pub struct Choices<'a> {
    left: std::slice::Iter<'a, u32>,
}

impl<'a> Choices<'a> {
    pub fn new(numbers: &'a [u32]) -> Choices<'a> {
        Choices { left: numbers.iter() }
    }

    pub fn are_left(&self) -> bool {
        self.left.len() > 0
    }

    pub fn below(&mut self, most: usize) -> usize {
        let number = self.left.next().copied().unwrap_or(0) as usize;
        if most == 0 { 0 } else { number % most }
    }
}

/// Changes some bytes, cuts, doubles or puts something in.
pub fn bytes(bytes: &mut Vec<u8>, choices: &mut Choices<'_>) {
    while choices.are_left() && !bytes.is_empty() {
        let at = choices.below(bytes.len());
        match choices.below(5) {
            0 => bytes[at] ^= 1 << choices.below(8),
            1 => bytes[at] = choices.below(256) as u8,
            2 => bytes.truncate(at),
            3 => {
                let piece = bytes[at..bytes.len().min(at + 1 + choices.below(40))].to_vec();
                let to = choices.below(bytes.len());
                bytes.splice(to..to, piece);
            }
            _ => {
                bytes.remove(at);
            }
        }
    }
}

/// Changes values of a JSON tree in place.
pub fn json(value: &mut Value, choices: &mut Choices<'_>) {
    while choices.are_left() {
        let count = count(value);
        let mut at = choices.below(count);
        let copied = choices.below(count);
        let other = pick(value, &mut { copied }).cloned().unwrap_or_default();
        if let Some(place) = pick_mut(value, &mut at) {
            change(place, other, choices);
        }
    }
}

fn change(place: &mut Value, other: Value, choices: &mut Choices<'_>) {
    match (choices.below(6), &mut *place) {
        (0, _) => *place = odd(choices),
        (1, _) => *place = other,
        (2, Value::Array(values)) if !values.is_empty() => {
            values.remove(choices.below(values.len()));
        }
        (3, Value::Array(values)) => {
            let again = values.get(choices.below(values.len())).cloned().unwrap_or(other);
            (0..choices.below(300)).for_each(|_| values.push(again.clone()));
        }
        (2, Value::Object(entries)) => {
            if let Some(key) = entries.keys().nth(choices.below(entries.len())).cloned() {
                entries.remove(&key);
            }
        }
        (_, Value::Object(entries)) => {
            entries.insert(odd_words(choices), other);
        }
        (_, Value::String(words)) => words.push_str(&odd_words(choices)),
        (_, place) => *place = odd(choices),
    }
}

/// Values that readers have stumbled over.
fn odd(choices: &mut Choices<'_>) -> Value {
    match choices.below(12) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(i64::MAX),
        3 => json!(i64::MIN),
        4 => json!(u64::MAX),
        5 => json!(6.934_698_245_112_694e276),
        6 => json!(-0.0),
        7 => json!([]),
        8 => Value::Object(Map::new()),
        9 => (0..choices.below(200)).fold(json!(1), |inner, _| json!([inner])),
        10 => json!({ "given": odd_words(choices) }),
        _ => json!(odd_words(choices)),
    }
}

fn odd_words(choices: &mut Choices<'_>) -> String {
    const WORDS: [&str; 16] = [
        "",
        "../x",
        "a",
        "花\u{202E}子",
        "か\u{3099}",
        "\u{FA19}",
        "a\nb\r\n",
        "\0",
        "1941-04-08",
        "yes",
        "v1",
        "name",
        "\u{10FFFF}",
        "sample",
        "2026-02-30",
        "e\u{301}",
    ];
    let word = WORDS[choices.below(WORDS.len())];
    if choices.below(8) == 1 { word.repeat(choices.below(6_000)) } else { word.to_owned() }
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(values) => values.iter().map(count).sum(),
        Value::Object(entries) => entries.values().map(count).sum(),
        _ => 0,
    }
}

fn pick<'a>(value: &'a Value, at: &mut usize) -> Option<&'a Value> {
    if *at == 0 {
        return Some(value);
    }
    *at -= 1;
    match value {
        Value::Array(values) => values.iter().find_map(|value| pick(value, at)),
        Value::Object(entries) => entries.values().find_map(|value| pick(value, at)),
        _ => None,
    }
}

fn pick_mut<'a>(value: &'a mut Value, at: &mut usize) -> Option<&'a mut Value> {
    if *at == 0 {
        return Some(value);
    }
    *at -= 1;
    match value {
        Value::Array(values) => values.iter_mut().find_map(|value| pick_mut(value, at)),
        Value::Object(entries) => entries.values_mut().find_map(|value| pick_mut(value, at)),
        _ => None,
    }
}
