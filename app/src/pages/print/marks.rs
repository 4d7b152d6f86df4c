//! The marks for the inside of the entrance door and for the fridge. Nothing about the person stands on them.

use leptos::prelude::*;
use words::{Word, crew, sheets as text, tongue::Tongue};

/// Both marks on one sheet.
pub fn sheet(tongue: Tongue) -> AnyView {
    let marks = [mark(tongue, text::MARK_DOOR, text::MARK_DOOR_PLACE), mark(tongue, text::MARK_FRIDGE, text::MARK_FRIDGE_PLACE)];
    view! { <section class="t-paper" data-kind="marks" lang="ja">{marks}</section> }.into_any()
}

fn mark(tongue: Tongue, says: Word, place: Word) -> AnyView {
    view! {
        <figure class="t-cut">
            <div class="t-cut__mark">
                <p class="t-cut__title">{tongue.say(crew::CARD.word())}</p>
                <p class="t-cut__says">{tongue.say(says)}</p>
                <p>{tongue.say(text::MARK_CREW)}</p>
            </div>
            <figcaption>{tongue.say(place)}</figcaption>
        </figure>
    }
    .into_any()
}
