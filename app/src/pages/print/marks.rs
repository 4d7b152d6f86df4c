//! The marks for the inside of the entrance door and for the fridge. Nothing about the person stands on them.

use leptos::prelude::*;
use words::{Word, crew, langs::Langs, sheets as text};

/// Both marks on one sheet.
pub fn sheet(langs: Langs) -> AnyView {
    let marks = [mark(langs, text::MARK_DOOR, text::MARK_DOOR_PLACE), mark(langs, text::MARK_FRIDGE, text::MARK_FRIDGE_PLACE)];
    view! { <section class="t-paper" data-kind="marks" lang="ja">{marks}</section> }.into_any()
}

fn mark(langs: Langs, says: Word, place: Word) -> AnyView {
    view! {
        <figure class="t-cut">
            <div class="t-cut__mark">
                <p class="t-cut__title">{langs.say(crew::CARD.word())}</p>
                <p class="t-cut__says">{langs.say(says)}</p>
                <p>{langs.say(text::MARK_CREW)}</p>
            </div>
            <figcaption>{langs.say(place)}</figcaption>
        </figure>
    }
    .into_any()
}
