//! Choices: one of some, any of some. Every option has the same size, colour and weight; none is chosen beforehand.

use leptos::prelude::*;
use record::{Answer, catalogue::FieldSpec};

use super::{
    field::{hint, hint_id, label},
    words::{lang, rich},
};
use crate::{
    dom::{IntoNode, Node, view},
    state::{Pace, answers::Spot, folder},
    text::{fields as text, labels},
};

/// The answers 「なし」 and 「わからない」 of a field that knows them.
fn known_options(spec: &FieldSpec) -> Vec<(Answer, String)> {
    let language = lang();
    if !spec.may_be_none {
        return Vec::new();
    }
    vec![(Answer::None, text::NONE.say(language).to_owned()), (Answer::Unknown, text::UNKNOWN.say(language).to_owned())]
}

/// One of some options, as radio buttons.
#[must_use]
pub fn one(spot: Spot, spec: &'static FieldSpec, options: &'static [&'static str]) -> Node {
    let language = lang();
    let mut choices: Vec<(Answer, String)> =
        options.iter().map(|id| (Answer::Given((*id).to_owned()), labels::option_text(id, language))).collect();
    choices.extend(known_options(spec));
    let rows = choices.into_iter().map(|(answer, words)| radio(&spot, answer, words)).collect::<Vec<_>>();
    group(spot, rows.into_node())
}

/// Any of some options, as checkboxes that look like chips.
#[must_use]
pub fn many(spot: Spot, spec: &'static FieldSpec, options: &'static [&'static str]) -> Node {
    let language = lang();
    let boxes = options.iter().map(|id| checkbox(&spot, options, id, labels::option_text(id, language))).collect::<Vec<_>>();
    let known = known_options(spec).into_iter().map(|(answer, words)| radio(&spot, answer, words)).collect::<Vec<_>>();
    group(spot, (boxes, known).into_node())
}

fn group(spot: Spot, rows: Node) -> Node {
    let folder = folder();
    let (read, write) = (spot.clone(), spot.clone());
    let clear = move || {
        let write = write.clone();
        folder.answer(&read).map(|_| {
            view! {
                <button type="button" class="t-clear" on:click=move |_| folder.write_answer(Pace::Tap, &write, None)>
                    {rich(text::CLEAR)}
                </button>
            }
        })
    };
    view! {
        <fieldset class="t-field" id=spot.control() aria-describedby=hint_id(&spot)>
            <legend>{label(&spot)}</legend>
            {hint(&spot)}
            <div class="t-options">{rows}</div>
            {clear}
        </fieldset>
    }
    .into_node()
}

fn radio(spot: &Spot, answer: Answer, words: String) -> Node {
    let folder = folder();
    let (read, write) = (spot.clone(), spot.clone());
    let kept = answer.clone();
    view! {
        <label class="t-option">
            <input
                type="radio"
                name=spot.control()
                prop:checked=move || folder.answer(&read).as_ref() == Some(&kept)
                on:change=move |_| folder.write_answer(Pace::Tap, &write, Some(answer.clone()))
            />
            <span>{words}</span>
        </label>
    }
    .into_node()
}

fn checkbox(spot: &Spot, options: &'static [&'static str], id: &'static str, words: String) -> Node {
    let folder = folder();
    let (read, write) = (spot.clone(), spot.clone());
    let on = move || matches!(folder.answer(&read), Some(Answer::Chosen(ids)) if ids.iter().any(|chosen| chosen == id));
    view! {
        <label class="t-option">
            <input
                type="checkbox"
                prop:checked=on
                on:change=move |event| {
                    let was = match folder.answer(&write) {
                        Some(Answer::Chosen(ids)) => ids,
                        _ => Vec::new(),
                    };
                    let checked = event_target_checked(&event);
                    // Kept in catalogue order, so that the same chips are the same answer.
                    let now: Vec<String> = options
                        .iter()
                        .filter(|option| if **option == id { checked } else { was.iter().any(|chosen| chosen == *option) })
                        .map(|option| (*option).to_owned())
                        .collect();
                    folder.write_answer(Pace::Tap, &write, (!now.is_empty()).then_some(Answer::Chosen(now)));
                }
            />
            <span>{words}</span>
        </label>
    }
    .into_node()
}
