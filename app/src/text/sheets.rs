use super::*;
pub const X: Word = w("x", "x");
