//! Rust source for words.

/// A text in both languages.
pub fn word(ja: &str, en: &str) -> String {
    format!("w({ja:?}, {en:?})")
}

/// A text that may be missing.
pub fn maybe(word: Option<String>) -> String {
    word.map_or_else(|| "None".to_owned(), |word| format!("Some({word})"))
}

/// A slice.
pub fn list(entries: impl IntoIterator<Item = String>) -> String {
    format!("&[{}]", entries.into_iter().collect::<Vec<_>>().join(", "))
}

/// A pair of an id and a text.
pub fn under(id: &str, word: &str) -> String {
    format!("({id:?}, {word})")
}

/// What a block rests on, and the day on which it was read against that.
pub fn origin(sources: &[String], checked: &str) -> String {
    format!("Origin {{ sources: {}, checked: {checked:?} }}", list(sources.iter().map(|source| format!("{source:?}"))))
}

/// A field: its label, what helps to answer it, and its options.
pub fn field(id: &str, label: &str, hint: Option<String>, options: &[String]) -> String {
    format!("FieldWords {{ id: {id:?}, label: {label}, hint: {}, options: {} }}", maybe(hint), list(options.iter().cloned()))
}

/// What stands before a heavy question: what it is about, and both ways on.
pub fn lead([ask, yes, no]: [String; 3]) -> String {
    format!("Lead {{ ask: {ask}, yes: {yes}, no: {no} }}")
}

/// A constant for a key: `ask first` becomes `ASK_FIRST`.
pub fn constant(key: &str, word: &str) -> String {
    format!("    pub const {}: Word = {word};\n", key.replace(' ', "_").to_uppercase())
}
