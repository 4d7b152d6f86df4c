//! The answer to one question: its rows, what may be said besides, and its list.

use leptos::prelude::*;
use record::{
    Answer, Path,
    catalogue::{FieldSpec, Illness, ItemField, Kind, OptionOf, devices, illness},
    plan::{
        Key, Question, QuestionField, State,
        catalogue::{COMMON_FIELDS, WORDS, i1, l4, p1, t5, v1},
        home_team,
        lists::trusted,
        options as o,
    },
};

use super::path::to;
use crate::{
    parts::{
        choice::{one, one_called},
        field::field,
        list::list,
        plan::names::option_said,
        words::rich,
    },
    workspace::{Pace, workspace},
};
use words::plan as text;

/// Nobody to name in p1.
pub(super) const NOBODY_NOW: OptionOf<QuestionField> = p1::ANSWER.option("nobody_now");

/// What is answered.
#[must_use]
pub fn rows(key: Key) -> AnyView {
    let workspace = workspace();
    let section_path = Path::from(key);
    let spec = key.question.spec();
    let whole = section_path.clone();
    let each = move |row: &'static FieldSpec| field(whole.field(row.id), row);
    match key.question {
        Question::P1 | Question::P4 => {
            // Whoever is listed is the answer; the choice stands for having nobody to list.
            let listed = section_path.clone();
            let none = Memo::new(move |_| workspace.record.with(|record| listed.items(record).is_empty()));
            let nobody = section_path.clone();
            let choice = move || none.get().then(|| spec.rows.iter().map(|row| nobody_listed(&nobody, row)).collect::<Vec<_>>());
            view! { {list(section_path)} {choice} }.into_any()
        }
        Question::P2 => asked(),
        Question::I1 => view! { {each(&spec.rows[0])} {outlook(&section_path, &spec.rows[1], &spec.more[0])} }.into_any(),
        Question::L4 => view! { {call(&section_path, &spec.rows[0])} {foreseen(&section_path, &spec.rows[1])} }.into_any(),
        Question::V1 => view! { {each(&spec.rows[0])} {top()} }.into_any(),
        Question::T5 => drawer(key, &section_path),
        // The day of the doctor's talk is asked beside what it means.
        Question::T2 => spec.rows.iter().map(each).collect::<Vec<_>>().into_any(),
        _ => spec.rows.iter().chain(spec.more).map(each).collect::<Vec<_>>().into_any(),
    }
}

/// Own words and whom it was talked over with, folded until somebody wants them or has used them.
#[must_use]
pub fn common_fields(key: Key) -> AnyView {
    let section_path = Path::from(key);
    let free = key.question.spec().free();
    let fields = COMMON_FIELDS.iter().filter(|spec| !free || spec.id != WORDS);
    let fields = fields.map(|spec| field(section_path.field(spec.id), spec)).collect::<Vec<_>>();
    let used = workspace().record.with_untracked(|record| {
        section_path.data(record).is_some_and(|data| COMMON_FIELDS.iter().any(|spec| data.fields.contains_key(spec.id.as_str())))
    });
    view! {
        <details class="t-more" open=used.then_some("")>
            <summary>{rich(text::COMMON_FIELDS)}</summary>
            <div class="t-form">{fields}</div>
        </details>
    }
    .into_any()
}

/// The choice that stands for having nobody to list. What is asked stands above the list, once.
fn nobody_listed(section_path: &Path, row: &'static FieldSpec) -> AnyView {
    let path = section_path.field(row.id);
    match row.kind {
        Kind::One(options) => one_called(path, row, options, Some(text::NOBODY_TO_WRITE)),
        _ => field(path, row),
    }
}

/// p2: each person that was named, and how far the asking has come.
fn asked() -> AnyView {
    let workspace = workspace();
    let people = Memo::new(move |_| {
        workspace
            .plan(|plan| plan.trusted().iter().map(|person| (person.entry.item.id.clone(), person.name.to_owned())).collect::<Vec<_>>())
    });
    let rows = move || {
        let people = people.get();
        if people.is_empty() {
            let first = to(Key::of(Question::P1), "t-button", rich(text::title(Question::P1)));
            return view! { <p class="t-note t-calm">{rich(text::NOBODY_NAMED)}</p> {first} }.into_any();
        }
        let each = people.into_iter().map(|(id, name)| {
            let (read, on) = (trusted::ASKED.of(&id), trusted::ASKED_ON.of(&id));
            let asked = of_path(read.clone());
            // The day is the one on which somebody said yes.
            let accepted = Memo::new(move |_| workspace.picked(&read) == o::ACCEPTED);
            let day = move || accepted.get().then(|| of_path(on.clone()));
            view! { <section class="t-item"><h2>{name}</h2> {asked} {day}</section> }.into_any()
        });
        each.collect::<Vec<_>>().into_any()
    };
    rows.into_any()
}

/// The field at a path that the catalogue knows.
fn of_path(path: Path) -> Option<AnyView> {
    let spec = path.spec()?;
    Some(field(path, spec))
}

/// Row イ of i1: what lies ahead. The person may put it out of sight.
fn outlook(section_path: &Path, row: &'static FieldSpec, hide: &'static FieldSpec) -> AnyView {
    let workspace = workspace();
    let path = Path::from(i1::HIDE_OUTLOOK);
    let (read, section_path) = (path.clone(), section_path.clone());
    let hidden = Memo::new(move |_| workspace.picked(&read) == "yes");
    let content = move || (!hidden.get()).then(|| field(section_path.field(row.id), row));
    view! { {content} {field(path, hide)} }.into_any()
}

/// A row of l4.
fn call(section_path: &Path, row: &'static FieldSpec) -> AnyView {
    let path = section_path.field(row.id);
    let options = first_calls(&path);
    one(path, row, options)
}

/// The options of a row of l4. The doctor or nurse can be chosen where the card has a number for one, or was chosen before.
pub(super) fn first_calls(path: &Path) -> &'static [&'static str] {
    let chosen = untrack(|| workspace().picked(path) == o::CALL_HOME_DOCTOR);
    let reachable = workspace().record.with_untracked(|record| home_team(&record.card).next().is_some());
    if chosen || reachable { o::FIRST_CALLS } else { o::FIRST_CALLS_WITHOUT }
}

const OF_THE_END: OptionOf<QuestionField> = l4::TOLD.option("yes");

/// Row イ of l4: only after the person has said that a doctor has spoken of it.
fn foreseen(section_path: &Path, row: &'static FieldSpec) -> AnyView {
    let workspace = workspace();
    let told = Memo::new(move |_| workspace.plan(|plan| OF_THE_END.is_chosen(&plan.sections)));
    let first = of_path(l4::TOLD.into());
    let section_path = section_path.clone();
    let then = move || {
        told.get().then(|| {
            let fields = [l4::TOLD_ON, l4::TOLD_WHAT].map(|field| of_path(field.into()));
            view! { {fields} {call(&section_path, row)} }
        })
    };
    view! { {first} {then} }.into_any()
}

/// Of what was chosen in v1, up to three that matter most.
fn top() -> AnyView {
    let workspace = workspace();
    let (from, to) = (Path::from(v1::ANSWER), Path::from(v1::TOP));
    let ids = move |path: &Path| match workspace.answer(path) {
        Some(Answer::Chosen(ids)) => ids,
        _ => Vec::new(),
    };
    let chosen = Memo::new(move |_| ids(&from));
    let boxes = move || {
        let chosen = chosen.get();
        (chosen.len() > 1).then(|| {
            let path = to.clone();
            let each = chosen.into_iter().map(|id| {
                let (read, write) = (path.clone(), path.clone());
                let words = option_said(&path, &id);
                let kept = id.clone();
                let on = move || ids(&read).contains(&kept);
                let full = {
                    let (path, id) = (path.clone(), id.clone());
                    move || {
                        let now = ids(&path);
                        now.len() >= o::TOP_MOST && !now.contains(&id)
                    }
                };
                view! {
                    <label class="t-option">
                        <input
                            type="checkbox"
                            prop:checked=on
                            disabled=full
                            on:change=move |event| {
                                let mut now = ids(&write);
                                now.retain(|other| *other != id);
                                if event_target_checked(&event) {
                                    now.push(id.clone());
                                }
                                workspace.write_answer(Pace::Tap, &write, (!now.is_empty()).then_some(Answer::Chosen(now)));
                            }
                        />
                        <span>{words}</span>
                    </label>
                }
                .into_any()
            });
            let each = each.collect::<Vec<_>>();
            view! {
                <fieldset class="t-field" id="top-three" aria-describedby="top-hint">
                    <legend>{rich(text::question(Question::V1).label(v1::TOP.untyped()).unwrap_or(text::TOP_HINT))}</legend>
                    <p class="t-hint" id="top-hint">{rich(text::TOP_HINT)}</p>
                    <div class="t-options">{each}</div>
                </fieldset>
            }
        })
    };
    boxes.into_any()
}

const KIDNEY: OptionOf<ItemField<Illness>> = illness::NAME.option("kidney");

/// t5: only the treatments that the person opens, for a talk with the doctor. Dialysis stands first where the card tells of a kidney.
fn drawer(key: Key, section_path: &Path) -> AnyView {
    let workspace = workspace();
    let kidney = workspace.record.with_untracked(|record| {
        record.card.list(Illness).any(|illness| illness.chose(KIDNEY))
            || record.card.chosen(devices::FITTED).iter().any(|id| id == "dialysis")
    });
    let mut rows: Vec<&'static FieldSpec> = key.question.spec().rows.iter().collect();
    if kidney {
        rows.sort_by_key(|row| row.id != t5::DIALYSIS.untyped());
    }
    let each = rows.into_iter().map(|row| {
        let path = section_path.field(row.id);
        let touched = untrack(|| State::of(workspace.answer(&path).as_ref()) != State::Untouched);
        let name = text::question(Question::T5).label(row.id).unwrap_or(text::OTHER_SCENES);
        view! {
            <details class="t-more" open=touched.then_some("")>
                <summary>{rich(name)}</summary>
                {field(path, row)}
            </details>
        }
        .into_any()
    });
    let each = each.collect::<Vec<_>>();
    view! { <section class="t-form"><h2>{rich(text::notes::treatment::DOCTOR_DRAWER)}</h2> {each}</section> }.into_any()
}
