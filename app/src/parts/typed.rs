//! Fields for words: one line, several lines, and a line with options to tap first.

use leptos::prelude::*;
use record::{
    Answer, Path,
    catalogue::{FieldSpec, Kind},
};

use super::{
    choice,
    label::{described, hint, hint_id, label, remark_id},
    names::{names, option_text},
    remarks::{self, Tone},
    words::{rich, say},
};
use crate::workspace::{Pace, workspace};
use words::{Word, fields as text};

/// Which keyboard a phone shows.
const fn keyboard(kind: Kind) -> &'static str {
    match kind {
        Kind::Phone => "tel",
        Kind::Postal => "numeric",
        _ => "text",
    }
}

/// One line of words.
pub fn line(path: Path, spec: &'static FieldSpec, after: Vec<AnyView>) -> AnyView {
    typed(path, spec, None, after)
}

/// One line of words, with what can be tapped before it: whoever finds the answer there needs no keyboard.
fn typed(path: Path, spec: &'static FieldSpec, before: Option<AnyView>, after: Vec<AnyView>) -> AnyView {
    let workspace = workspace();
    let keyboard = keyboard(spec.kind);
    let fill = spec.autofill.unwrap_or("off");
    let width = match spec.kind {
        Kind::Postal => "short",
        Kind::Phone => "middle",
        Kind::Line(max) if max <= 12 => "short",
        _ => "full",
    };
    let (read, write, about) = (path.clone(), path.clone(), path.clone());
    let kind = spec.kind;
    let said = Memo::new(move |_| remark_on(kind, &workspace.words(&about)).or_else(|| remarks::of_field(&about)));
    let (describe, id) = (path.clone(), remark_id(&path));
    let offers = offers(&path, kind);
    let shown = move || shown(&offers, workspace.answer(&read));
    view! {
        <div class="t-field">
            <label for=path.control()>{label(&path)}</label>
            {hint(&path)}
            {before}
            <input
                class="t-input"
                data-width=width
                id=path.control()
                type="text"
                maxlength=spec.kind.longest().to_string()
                inputmode=keyboard
                autocomplete=fill
                enterkeyhint="next"
                aria-describedby=move || described(&describe, said.get().is_some())
                aria-invalid=move || said.get().is_some_and(|(_, tone)| tone == Tone::Wrong).then_some("true")
                prop:value=shown
                on:input=move |event| {
                    workspace.write_words(Pace::Typing, &write, &event_target_value(&event));
                }
                on:blur=move |_| workspace.flush()
            />
            {after}
            {move || said.get().map(|(word, _)| view! { <p class="t-remark" id=id.clone()>{rich(word)}</p> })}
        </div>
    }
    .into_any()
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
fn offers(path: &Path, kind: Kind) -> Vec<(&'static str, String)> {
    match kind {
        Kind::Offered(_, options) => options.iter().map(|id| (*id, option_text(path, id))).collect(),
        _ => Vec::new(),
    }
}

/// What stands in the field: the word of the option that was tapped, or what was typed, letter by letter. Whoever edits the word of
/// an option has typed words.
fn shown(offers: &[(&str, String)], answer: Option<Answer>) -> String {
    match answer {
        Some(Answer::Given(words)) => words,
        Some(Answer::Picked(id)) => offers.iter().find(|(offer, _)| **offer == id).map_or(id, |(_, word)| word.clone()),
        _ => String::new(),
    }
}

/// Words with options to tap first.
pub fn offered(path: Path, spec: &'static FieldSpec, options: &'static [&'static str]) -> AnyView {
    let workspace = workspace();
    let chips = options
        .iter()
        .map(|id| {
            let (read, write) = (path.clone(), path.clone());
            let pressed = move || if workspace.picked(&read) == *id { "true" } else { "false" };
            view! {
                <button
                    type="button"
                    class="t-offer"
                    aria-pressed=pressed
                    on:click=move |_| workspace.write_answer(Pace::Tap, &write, Some(Answer::Picked((*id).to_owned())))
                >
                    {option_text(&path, id)}
                </button>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    let group = format!("{} – {}", say(names().field(&path)), say(text::OFFERED));
    let id = offers_id(&path.control());
    let row = view! { <div class="t-offers" role="group" id=id tabindex="-1" aria-label=group>{chips}</div> }.into_any();
    typed(path, spec, Some(row), Vec::new())
}

/// The id of the options to tap before a field.
pub fn offers_id(control: &str) -> String {
    format!("{control}-offers")
}

/// Several lines of words; in the plan they may be spoken, and 「まだわからない」 and 「とばす」 stand under a question.
pub fn lines(path: Path, spec: &'static FieldSpec) -> AnyView {
    let workspace = workspace();
    let spoken = path.section().is_none().then(|| format!("{}-spoken", path.control()));
    let help = [hint_id(&path), spoken.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let help = (!help.is_empty()).then_some(help);
    let spoken = spoken.map(|id| view! { <p class="t-hint" id=id>{rich(text::SPOKEN)}</p> });
    let (read, write) = (path.clone(), path.clone());
    view! {
        <div class="t-field">
            <label for=path.control()>{label(&path)}</label>
            {hint(&path)}
            {spoken}
            <textarea
                class="t-input"
                rows="3"
                maxlength=spec.kind.longest().to_string()
                id=path.control()
                autocomplete="off"
                aria-describedby=help
                prop:value=move || workspace.words(&read)
                on:input=move |event| workspace.write_words(Pace::Typing, &write, &event_target_value(&event))
                on:blur=move |_| workspace.flush()
            ></textarea>
            {choice::instead_of_words(&path, spec)}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_words_stay_as_typed_and_an_option_shows_its_word() {
        let offers = [("liver", "Liver disease".to_owned()), ("egg", "卵".to_owned())];
        let given = |words: &str| shown(&offers, Some(Answer::Given(words.to_owned())));
        for words in ["liver", "liver cancer", "egg", "eggplant", "卵"] {
            assert_eq!(given(words), words);
        }
        assert_eq!(shown(&offers, Some(Answer::Picked("egg".to_owned()))), "卵");
        assert_eq!(shown(&offers, None), "");
    }
}
