//! What stands around a control: its name, what helps to answer, and the ids by which a screen reader finds both.

use leptos::prelude::*;
use record::Path;

use super::{names::names, words::rich};

/// The name of a field.
#[must_use]
pub fn label(path: &Path) -> AnyView {
    rich(names().field(path))
}

/// What helps to answer, if there is something to say.
#[must_use]
pub fn hint(path: &Path) -> Option<AnyView> {
    let id = format!("{}-hint", path.control());
    names().hint(path).map(|word| view! { <p class="t-hint" id=id>{rich(word)}</p> }.into_any())
}

/// The id of the hint, for `aria-describedby`.
#[must_use]
pub fn hint_id(path: &Path) -> Option<String> {
    names().hint(path).map(|_| format!("{}-hint", path.control()))
}

/// The id of what is said below a field, for `aria-describedby`.
#[must_use]
pub fn remark_id(path: &Path) -> String {
    format!("{}-remark", path.control())
}

/// What describes a field: its hint, and what is said below it.
#[must_use]
pub fn described(path: &Path, said: bool) -> Option<String> {
    let ids = hint_id(path).into_iter().chain(said.then(|| remark_id(path))).collect::<Vec<_>>().join(" ");
    (!ids.is_empty()).then_some(ids)
}
