//! Choices: one of some, any of some. Every option has the same size, colour and weight; none is chosen beforehand.

use leptos::prelude::*;
use record::{
    Answer, Path,
    catalogue::{ExtraAnswers, FieldSpec, Kind, YES_NO},
};

use super::{
    focus::focus,
    label::{described, hint, label, remark_id},
    names::{names, option_text},
    remarks,
    words::{lang, rich, say},
};
use crate::workspace::{Pace, workspace};
use words::{Lang, Word, fields as text};

/// Up to this many characters of Japanese, or twice as many of English, two options stand side by side on a phone.
const SHORT: usize = 6;

/// The answers that are none of the options, such as 「わからない」.
fn extra_answers(path: &Path, spec: &FieldSpec) -> Vec<(Answer, Word)> {
    known(spec, untrack(|| workspace().answer(path)).as_ref())
}

/// The same, with what was answered before.
fn known(spec: &FieldSpec, before: Option<&Answer>) -> Vec<(Answer, Word)> {
    match spec.extra_answers {
        ExtraAnswers::Nothing => Vec::new(),
        // 「いいえ」 says already what 「なし」 would. Who chose it before still finds it.
        ExtraAnswers::NoneOrUnknown if matches!(spec.kind, Kind::One(options) if options == YES_NO) => {
            let none = (before == Some(&Answer::None)).then_some((Answer::None, text::NONE));
            none.into_iter().chain([(Answer::Unknown, text::UNKNOWN)]).collect()
        }
        ExtraAnswers::NoneOrUnknown => vec![(Answer::None, text::NONE), (Answer::Unknown, text::UNKNOWN)],
        ExtraAnswers::UndecidedOrSkipped => vec![(Answer::Undecided, text::UNDECIDED), (Answer::Skipped, text::SKIPPED)],
    }
}

/// Whether all options are short.
fn short(path: &Path, options: &[&str]) -> bool {
    let most = match lang() {
        Lang::Ja => SHORT,
        Lang::En => SHORT * 2,
    };
    options.iter().all(|id| option_text(path, id).chars().count() <= most)
}

/// The words of an option, with readings above hard ones.
fn option(path: &Path, id: &'static str) -> AnyView {
    names().option(path, id).map_or_else(|| id.into_any(), rich)
}

/// One of some options, as radio buttons.
#[must_use]
pub fn one(path: Path, spec: &'static FieldSpec, options: &'static [&'static str]) -> AnyView {
    one_called(path, spec, options, None)
}

/// The same under another name, where what is asked stands above it already.
#[must_use]
pub fn one_called(path: Path, spec: &'static FieldSpec, options: &'static [&'static str], name: Option<Word>) -> AnyView {
    let given = options.iter().map(|id| radio(&path, Answer::Picked((*id).to_owned()), option(&path, id)));
    let known = extra_answers(&path, spec).into_iter().map(|(answer, word)| radio(&path, answer, rich(word)));
    let rows = given.chain(known).collect::<Vec<_>>();
    let row = short(&path, options);
    group(path, row, name, rows.into_any())
}

/// Any of some options, as checkboxes that look like chips.
#[must_use]
pub fn many(path: Path, spec: &'static FieldSpec, options: &'static [&'static str]) -> AnyView {
    let boxes = options.iter().map(|id| checkbox(&path, options, id, option(&path, id))).collect::<Vec<_>>();
    // In the plan no option looks unlike the others (rule E5): a box among boxes.
    let draw = if spec.extra_answers == ExtraAnswers::UndecidedOrSkipped { alone } else { radio };
    let known = extra_answers(&path, spec).into_iter().map(|(answer, word)| draw(&path, answer, rich(word))).collect::<Vec<_>>();
    let row = short(&path, options);
    group(path, row, None, (boxes, known).into_any())
}

/// 「まだわからない」 and 「とばす」 under a field for words, where it takes them. What stood in the field comes back at a tap.
#[must_use]
pub fn instead_of_words(path: &Path, spec: &'static FieldSpec) -> Option<AnyView> {
    if spec.extra_answers != ExtraAnswers::UndecidedOrSkipped {
        return None;
    }
    let workspace = workspace();
    let taken = RwSignal::new(None::<Answer>);
    let options = extra_answers(path, spec).into_iter().map(|(answer, word)| {
        let (from, to) = (path.clone(), path.clone());
        let tap = move |answer: &Answer| {
            let was = untrack(|| workspace.answer(&from));
            if let Some(Answer::Given(_)) = was {
                taken.set(was);
            }
            workspace.write_answer(Pace::Tap, &to, Some(answer.clone()));
        };
        drawn(path, answer, rich(word), tap)
    });
    let options = options.collect::<Vec<_>>();
    let (read, of) = (path.clone(), path.clone());
    let chosen = Memo::new(move |_| matches!(workspace.answer(&read), Some(Answer::Undecided | Answer::Skipped)));
    let clear = move || chosen.get().then(|| clear(&of));
    let of = path.clone();
    let back = move || {
        let words = taken.get().filter(|_| chosen.get())?;
        let write = of.clone();
        let bring = move |_| {
            workspace.write_answer(Pace::Tap, &write, Some(words.clone()));
            focus(write.control());
        };
        Some(view! {
            <div class="t-note" data-kind="removed">
                <p>{rich(text::WORDS_TAKEN)}</p>
                <button type="button" class="t-small" on:click=bring>{rich(text::UNDO)}</button>
            </div>
        })
    };
    let name = format!("{} – {}", say(names().field(path)), say(text::OFFERED));
    let node = view! {
        <div class="t-options" data-row="true" role="group" aria-label=name>{options}</div>
        {clear}
        <div role="status">{back}</div>
    };
    Some(node.into_any())
}

/// Takes the answer away again; the focus goes to what can be answered.
fn clear(path: &Path) -> AnyView {
    let workspace = workspace();
    let write = path.clone();
    let tap = move |_| {
        workspace.write_answer(Pace::Tap, &write, None);
        focus(write.control());
    };
    view! { <button type="button" class="t-clear" on:click=tap>{rich(text::CLEAR)}</button> }.into_any()
}

fn group(path: Path, row: bool, name: Option<Word>, rows: AnyView) -> AnyView {
    let workspace = workspace();
    let read = path.clone();
    let answered = Memo::new(move |_| workspace.answer(&read).is_some());
    let of = path.clone();
    let clear = move || answered.get().then(|| clear(&of));
    let row = row.then_some("true");
    let (about, describe, id) = (path.clone(), path.clone(), remark_id(&path));
    let said = Memo::new(move |_| remarks::of_field(&about));
    // With a name of its own the hint has been said on the page.
    let own = name.is_some();
    let hint = if own { None } else { hint(&path) };
    let help = move || {
        let remark = said.get().is_some();
        if own { remark.then(|| remark_id(&describe)) } else { described(&describe, remark) }
    };
    view! {
        <fieldset class="t-field" id=path.control() tabindex="-1" aria-describedby=help>
            <legend>{name.map_or_else(|| label(&path), rich)}</legend>
            {hint}
            <div class="t-options" data-row=row>{rows}</div>
            {move || said.get().map(|(word, _)| view! { <p class="t-remark" id=id.clone()>{rich(word)}</p> })}
            {clear}
        </fieldset>
    }
    .into_any()
}

fn radio(path: &Path, answer: Answer, words: AnyView) -> AnyView {
    let workspace = workspace();
    let write = path.clone();
    drawn(path, answer, words, move |answer| workspace.write_answer(Pace::Tap, &write, Some(answer.clone())))
}

/// A radio button, and what a tap on it does.
fn drawn(path: &Path, answer: Answer, words: AnyView, tap: impl Fn(&Answer) + 'static) -> AnyView {
    let workspace = workspace();
    let (read, kept) = (path.clone(), answer.clone());
    view! {
        <label class="t-option">
            <input
                type="radio"
                name=path.control()
                prop:checked=move || workspace.answer(&read).as_ref() == Some(&kept)
                on:change=move |_| tap(&answer)
            />
            <span>{words}</span>
        </label>
    }
    .into_any()
}

/// A checkbox for an answer that stands alone: with it the others go, and with another one it goes.
fn alone(path: &Path, answer: Answer, words: AnyView) -> AnyView {
    let workspace = workspace();
    let (read, write, kept) = (path.clone(), path.clone(), answer.clone());
    view! {
        <label class="t-option">
            <input
                type="checkbox"
                prop:checked=move || workspace.answer(&read).as_ref() == Some(&kept)
                on:change=move |event| {
                    workspace.write_answer(Pace::Tap, &write, event_target_checked(&event).then(|| answer.clone()));
                }
            />
            <span>{words}</span>
        </label>
    }
    .into_any()
}

fn checkbox(path: &Path, options: &'static [&'static str], id: &'static str, words: AnyView) -> AnyView {
    let workspace = workspace();
    let (read, write) = (path.clone(), path.clone());
    let on = move || matches!(workspace.answer(&read), Some(Answer::Chosen(ids)) if ids.iter().any(|chosen| chosen == id));
    view! {
        <label class="t-option">
            <input
                type="checkbox"
                prop:checked=on
                on:change=move |event| {
                    let was = match workspace.answer(&write) {
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
                    workspace.write_answer(Pace::Tap, &write, (!now.is_empty()).then_some(Answer::Chosen(now)));
                }
            />
            <span>{words}</span>
        </label>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use record::{Section, catalogue::papers};

    use super::*;

    #[test]
    fn a_yes_or_no_has_no_third_none_unless_it_was_chosen_before() {
        let specs = |section: Section| section.spec().fields;
        let papers = specs(Section::Papers).iter().find(|spec| spec.id == papers::EXISTS.untyped()).unwrap();
        let answers = |before: Option<&Answer>| known(papers, before).into_iter().map(|(answer, _)| answer).collect::<Vec<_>>();
        assert_eq!(answers(Some(&Answer::Unknown)), [Answer::Unknown]);
        assert_eq!(answers(Some(&Answer::None)), [Answer::None, Answer::Unknown]);
        assert_eq!(known(&specs(Section::Devices)[0], None).len(), 2, "a list of things still has its none");
    }
}
