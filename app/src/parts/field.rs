//! One field: label, hint, control, echo. The order of the parts is that of the Digital Agency's form label.

use leptos::prelude::*;
use record::{
    Section,
    catalogue::{FieldSpec, Kind},
};

use super::{
    choice, day,
    names::{names, option_text},
    photo, postal, remarks,
    words::{rich, say},
};
use crate::{
    dom::{IntoNode, Node, view},
    text::{Word, fields as text},
    workspace::{
        Pace,
        answers::{Holder, Spot},
        folder,
    },
};

/// The field of a catalogue entry, bound to the open record.
#[must_use]
pub fn field(spot: Spot, spec: &'static FieldSpec) -> Node {
    match spec.kind {
        Kind::Line(_) | Kind::Reading(_) | Kind::Phone => line(spot, spec, Vec::new()),
        Kind::Offered(_, options) => offered(spot, spec, options),
        Kind::Lines(_) => lines(spot, spec),
        Kind::Postal => postal::postal(spot, spec),
        Kind::Day => day::day(spot),
        Kind::One(options) => choice::one(spot, spec, options),
        Kind::Many(options) => choice::many(spot, spec, options),
        Kind::Photo => photo::photo(spot),
    }
}

/// The name of a field.
#[must_use]
pub fn label(spot: &Spot) -> Node {
    rich((names().field)(spot))
}

/// What helps to answer, if there is something to say.
#[must_use]
pub fn hint(spot: &Spot) -> Option<Node> {
    let id = format!("{}-hint", spot.control());
    (names().hint)(spot).map(|word| view! { <p class="t-hint" id=id>{rich(word)}</p> }.into_node())
}

/// The id of the hint, for `aria-describedby`.
#[must_use]
pub fn hint_id(spot: &Spot) -> Option<String> {
    (names().hint)(spot).map(|_| format!("{}-hint", spot.control()))
}

/// The id of what is said below a field, for `aria-describedby`.
#[must_use]
pub fn remark_id(spot: &Spot) -> String {
    format!("{}-remark", spot.control())
}

/// What describes a field: its hint, and what is said below it.
#[must_use]
pub fn described(spot: &Spot, said: bool) -> Option<String> {
    let ids = hint_id(spot).into_iter().chain(said.then(|| remark_id(spot))).collect::<Vec<_>>().join(" ");
    (!ids.is_empty()).then_some(ids)
}

/// What the browser may offer from its own memory, and which keyboard it shows.
fn help_typing(spot: &Spot, kind: Kind) -> (&'static str, &'static str) {
    let own = spot.holder == Holder::Card(Section::Person);
    let fill = match spot.field.0 {
        "name" if own => "name",
        "phone" | "mobile" if own => "tel",
        "postal" => "postal-code",
        "prefecture" => "address-level1",
        "city" => "address-level2",
        "street" => "address-line1",
        "building" => "address-line2",
        _ => "off",
    };
    let keyboard = match kind {
        Kind::Phone => "tel",
        Kind::Postal => "numeric",
        _ => "text",
    };
    (fill, keyboard)
}

/// One line of words.
pub fn line(spot: Spot, spec: &'static FieldSpec, after: Vec<Node>) -> Node {
    typed(spot, spec, None, after)
}

/// One line of words, with what can be tapped before it: whoever finds the answer there needs no keyboard.
fn typed(spot: Spot, spec: &'static FieldSpec, before: Option<Node>, after: Vec<Node>) -> Node {
    let folder = folder();
    let (fill, keyboard) = help_typing(&spot, spec.kind);
    let width = match spec.kind {
        Kind::Postal => "short",
        Kind::Phone => "middle",
        Kind::Line(max) if max <= 12 => "short",
        _ => "full",
    };
    let (read, write, about) = (spot.clone(), spot.clone(), spot.clone());
    let kind = spec.kind;
    let said = Memo::new(move |_| remark_on(kind, &folder.words(&about)).or_else(|| remarks::of_field(&about)));
    let (describe, id) = (spot.clone(), remark_id(&spot));
    let offers = offers(&spot, kind);
    let (say_offer, know_offer) = (offers.clone(), offers);
    let shown = move || shown_words(&say_offer, folder.words(&read));
    view! {
        <div class="t-field">
            <label for=spot.control()>{label(&spot)}</label>
            {hint(&spot)}
            {before}
            <input
                class="t-input"
                data-width=width
                id=spot.control()
                type="text"
                inputmode=keyboard
                autocomplete=fill
                enterkeyhint="next"
                aria-describedby=move || described(&describe, said.get().is_some())
                aria-invalid=move || said.get().is_some_and(|(_, tone)| tone == Tone::Wrong).then_some("true")
                prop:value=shown
                on:input=move |event| {
                    folder.write_words(Pace::Typing, &write, &kept_words(&know_offer, event_target_value(&event)));
                }
                on:blur=move |_| folder.flush()
            />
            {after}
            {move || said.get().map(|(word, _)| view! { <p class="t-remark" id=id.clone()>{rich(word)}</p> })}
        </div>
    }
    .into_node()
}

/// What a remark under a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// What would make it easier to use.
    Advice,
    /// What stands there cannot be right.
    Wrong,
}

/// A calm word under a field when what stands there will not work. Never while it is empty, never blocking.
fn remark_on(kind: Kind, words: &str) -> Option<(Word, Tone)> {
    Some(match kind {
        _ if words.is_empty() => return None,
        Kind::Phone if words.chars().count() > 9 && record::phone::Phone::parse(words).is_none() => (text::PHONE_ODD, Tone::Wrong),
        Kind::Reading(_) if !record::kana::is_reading(words) => (text::READING_ODD, Tone::Advice),
        Kind::Line(max) | Kind::Lines(max) | Kind::Offered(max, _) if words.chars().count() > usize::from(max) * 2 => {
            (text::LONG, Tone::Advice)
        }
        _ => return None,
    })
}

/// The options that may be tapped instead of typing: ids with their words.
fn offers(spot: &Spot, kind: Kind) -> Vec<(&'static str, String)> {
    match kind {
        Kind::Offered(_, options) => options.iter().map(|id| (*id, option_text(spot, id))).collect(),
        _ => Vec::new(),
    }
}

/// Words as they are shown: an option that was tapped shows its word.
fn shown_words(offers: &[(&str, String)], words: String) -> String {
    offers.iter().find(|(id, _)| *id == words).map_or(words, |(_, word)| word.clone())
}

/// Words as they are kept: typing an option's own word is the same as tapping it.
fn kept_words(offers: &[(&str, String)], words: String) -> String {
    offers.iter().find(|(_, word)| word == words.trim()).map_or(words, |(id, _)| (*id).to_owned())
}

/// Words with options to tap first.
fn offered(spot: Spot, spec: &'static FieldSpec, options: &'static [&'static str]) -> Node {
    let folder = folder();
    let chips = options
        .iter()
        .map(|id| {
            let (read, write) = (spot.clone(), spot.clone());
            let pressed = move || if folder.words(&read) == *id { "true" } else { "false" };
            view! {
                <button
                    type="button"
                    class="t-offer"
                    aria-pressed=pressed
                    on:click=move |_| folder.write_words(Pace::Tap, &write, id)
                >
                    {option_text(&spot, id)}
                </button>
            }
            .into_node()
        })
        .collect::<Vec<_>>();
    let group = format!("{} – {}", say((names().field)(&spot)), say(text::OFFERED));
    let id = offers_id(&spot.control());
    let row = view! { <div class="t-offers" role="group" id=id tabindex="-1" aria-label=group>{chips}</div> }.into_node();
    typed(spot, spec, Some(row), Vec::new())
}

/// The id of the options to tap before a field.
fn offers_id(control: &str) -> String {
    format!("{control}-offers")
}

/// What gets the focus of a new entry. Not the text field when there is something to tap first: a phone's keyboard would cover it.
#[must_use]
pub fn first_stop(control: &str, spec: &FieldSpec) -> String {
    if matches!(spec.kind, Kind::Offered(..)) { offers_id(control) } else { control.to_owned() }
}

/// Several lines of words; in the plan they may be spoken, and 「まだわからない」 and 「とばす」 stand under a question.
fn lines(spot: Spot, spec: &'static FieldSpec) -> Node {
    let folder = folder();
    let spoken = matches!(spot.holder, Holder::Plan(_)).then(|| format!("{}-spoken", spot.control()));
    let help = [hint_id(&spot), spoken.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let help = (!help.is_empty()).then_some(help);
    let spoken = spoken.map(|id| view! { <p class="t-hint" id=id>{rich(text::SPOKEN)}</p> });
    let (read, write) = (spot.clone(), spot.clone());
    view! {
        <div class="t-field">
            <label for=spot.control()>{label(&spot)}</label>
            {hint(&spot)}
            {spoken}
            <textarea
                class="t-input"
                rows="3"
                id=spot.control()
                autocomplete="off"
                aria-describedby=help
                prop:value=move || folder.words(&read)
                on:input=move |event| folder.write_words(Pace::Typing, &write, &event_target_value(&event))
                on:blur=move |_| folder.flush()
            ></textarea>
            {choice::instead_of_words(&spot, spec)}
        </div>
    }
    .into_node()
}
