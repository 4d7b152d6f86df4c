use super::*;
pub const STORAGE_KEPT: Word = w("x","x");
pub const STORAGE_MAY_CLEAR: Word = w("x","x");
pub const STORAGE_UNKNOWN: Word = w("x","x");
pub const PREPARE: &[Word] = &[];
