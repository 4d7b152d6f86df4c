//! An option together with the field that has it.

use super::{FieldId, FieldSpec};

/// An option of the field `F`, which cannot be looked for at another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OptionOf<F> {
    pub(crate) field: F,
    pub(crate) option: &'static str,
}

/// Whether a field has an option, for the build.
pub(crate) const fn has_option(specs: &[FieldSpec], id: FieldId, option: &str) -> bool {
    let mut at = 0;
    while at < specs.len() {
        if same(specs[at].id.as_str(), id.as_str()) && has(specs[at].options(), option) {
            return true;
        }
        at += 1;
    }
    false
}

const fn has(options: &[&str], option: &str) -> bool {
    let mut at = 0;
    while at < options.len() {
        if same(options[at], option) {
            return true;
        }
        at += 1;
    }
    false
}

/// Equal words: `==` is not const yet.
const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}
