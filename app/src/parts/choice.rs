//! Choices: one of some, any of some. Every option has the same size, colour and weight; none is chosen beforehand.

use leptos::prelude::*;
use record::{
    Answer,
    catalogue::{Beside, FieldSpec},
};

use super::{
    field::{described, hint, label, remark_id},
    focus::focus,
    names::{names, option_text},
    remarks,
    words::{lang, rich},
};
use crate::{
    dom::{IntoNode, Node, view},
    state::{Pace, answers::Spot, folder},
    text::{Lang, Word, fields as text},
};

/// Up to this many characters of Japanese, or twice as many of English, two options stand side by side on a phone.
const SHORT: usize = 6;

/// The answers that are none of the options, such as 「わからない」.
fn beside(spec: &FieldSpec) -> Vec<(Answer, Word)> {
    match spec.beside {
        Beside::Nothing => Vec::new(),
        Beside::NoneOrUnknown => vec![(Answer::None, text::NONE), (Answer::Unknown, text::UNKNOWN)],
        Beside::UndecidedOrSkipped => vec![(Answer::Undecided, text::UNDECIDED), (Answer::Skipped, text::SKIPPED)],
    }
}

/// Whether all options are short.
fn short(spot: &Spot, options: &[&str]) -> bool {
    let most = match lang() {
        Lang::Ja => SHORT,
        Lang::En => SHORT * 2,
    };
    options.iter().all(|id| option_text(spot, id).chars().count() <= most)
}

/// The words of an option, with readings above hard ones.
fn option(spot: &Spot, id: &'static str) -> Node {
    (names().option)(spot, id).map_or_else(|| id.into_node(), rich)
}

/// One of some options, as radio buttons.
#[must_use]
pub fn one(spot: Spot, spec: &'static FieldSpec, options: &'static [&'static str]) -> Node {
    let given = options.iter().map(|id| radio(&spot, Answer::Given((*id).to_owned()), option(&spot, id)));
    let known = beside(spec).into_iter().map(|(answer, word)| radio(&spot, answer, rich(word)));
    let rows = given.chain(known).collect::<Vec<_>>();
    let row = short(&spot, options);
    group(spot, row, rows.into_node())
}

/// Any of some options, as checkboxes that look like chips.
#[must_use]
pub fn many(spot: Spot, spec: &'static FieldSpec, options: &'static [&'static str]) -> Node {
    let boxes = options.iter().map(|id| checkbox(&spot, options, id, option(&spot, id))).collect::<Vec<_>>();
    let known = beside(spec).into_iter().map(|(answer, word)| radio(&spot, answer, rich(word))).collect::<Vec<_>>();
    let row = short(&spot, options);
    group(spot, row, (boxes, known).into_node())
}

fn group(spot: Spot, row: bool, rows: Node) -> Node {
    let folder = folder();
    let (read, write) = (spot.clone(), spot.clone());
    let clear = move || {
        let write = write.clone();
        folder.answer(&read).map(|_| {
            view! {
                <button
                    type="button"
                    class="t-clear"
                    on:click=move |_| {
                        folder.write_answer(Pace::Tap, &write, None);
                        focus(write.control());
                    }
                >
                    {rich(text::CLEAR)}
                </button>
            }
        })
    };
    let row = row.then_some("true");
    let (about, describe, id) = (spot.clone(), spot.clone(), remark_id(&spot));
    let said = Memo::new(move |_| remarks::of_field(&about));
    view! {
        <fieldset
            class="t-field"
            id=spot.control()
            tabindex="-1"
            aria-describedby=move || described(&describe, said.get().is_some())
        >
            <legend>{label(&spot)}</legend>
            {hint(&spot)}
            <div class="t-options" data-row=row>{rows}</div>
            {move || said.get().map(|(word, _)| view! { <p class="t-remark" id=id.clone()>{rich(word)}</p> })}
            {clear}
        </fieldset>
    }
    .into_node()
}

fn radio(spot: &Spot, answer: Answer, words: Node) -> Node {
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

fn checkbox(spot: &Spot, options: &'static [&'static str], id: &'static str, words: Node) -> Node {
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
