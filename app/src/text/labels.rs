use super::*; pub fn section(_:record::Section)->Word{w("a","b")}
