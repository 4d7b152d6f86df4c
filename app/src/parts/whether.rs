//! A yes or no that is remembered.

use leptos::prelude::*;

/// Who follows it is told only when it turns. For what stands on many pages: each closure given to `Memo::new` is compiled by itself,
/// and this is one memo for all of them.
pub fn whether(test: impl Fn() -> bool + Send + Sync + 'static) -> Memo<bool> {
    remembered(Box::new(test))
}

#[inline(never)]
fn remembered(test: Box<dyn Fn() -> bool + Send + Sync>) -> Memo<bool> {
    Memo::new(move |_| test())
}
