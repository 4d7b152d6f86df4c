//! 家族の気持ち: what was said so far to a question, and a place for more. No vote on the wish, and never a part of an answer (rule E10).

use leptos::prelude::*;
use record::{
    Day, Item, Path, Record,
    catalogue::List,
    plan::{
        Question,
        lists::{FEELING_ABOUT, Feeling, feeling},
        options::MARKS,
        section,
    },
};
use store::intake::bounds;

use crate::{
    parts::{
        focus::focus,
        words::{lang, rich, say},
    },
    workspace::{plan::NewFeeling, workspace},
};
use words::{Word, card, days, fields, plan as text};

/// What was done last, as the page says it.
#[derive(Clone, Debug, PartialEq)]
enum Done {
    Nothing,
    Kept,
    /// Taken away: what it was, and where it stood.
    Removed(Item, usize),
}

fn feelings_path() -> Path {
    Path::plan_section(section::FEELINGS)
}

/// What was said to a question, in the order in which it was said.
fn of_question(record: &Record, question: Question) -> Vec<Item> {
    let all = record.plan.list(Feeling);
    all.filter(|felt| felt.chosen(FEELING_ABOUT).iter().any(|id| id == question.id())).map(|felt| felt.item.clone()).collect()
}

/// The box of the family. `name` is who reads.
#[must_use]
pub fn feelings(question: Question, name: RwSignal<String>) -> AnyView {
    let workspace = workspace();
    let done = RwSignal::new(Done::Nothing);
    let all = Memo::new(move |_| workspace.record.with(|record| of_question(record, question)));
    let rows = move || all.get().iter().filter_map(|item| row(item, done)).collect::<Vec<_>>();
    // Remembered, so that the form is not made anew, and loses the focus, with each word that is kept.
    let writable = Memo::new(move |_| workspace.writable());
    let more = move || if writable.get() { write(question, name, done) } else { view! { <p>{rich(card::READ_ONLY)}</p> }.into_any() };
    view! {
        <section class="t-family">
            <h3>{rich(text::notes::feelings::TITLE)}</h3>
            <p class="t-soft">{rich(text::notes::feelings::LEAD)}</p>
            {more}
            <div role="status">{move || said(done)}</div>
            <ul class="t-changes">{rows}</ul>
        </section>
    }
    .into_any()
}

/// The marks, and a field for words.
fn write(question: Question, name: RwSignal<String>, done: RwSignal<Done>) -> AnyView {
    let workspace = workspace();
    let words = RwSignal::new(String::new());
    let keep = move |mark: &'static str| {
        let name = name.with_untracked(|name| name.trim().to_owned());
        workspace.add_feeling(question, &NewFeeling { name, mark, words: words.get_untracked() });
        words.set(String::new());
        done.set(Done::Kept);
    };
    let marks = MARKS.iter().map(|mark| {
        view! { <button type="button" class="t-button" on:click=move |_| keep(mark)>{mark_word(mark).map(rich)}</button> }.into_any()
    });
    let marks = marks.collect::<Vec<_>>();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if words.with_untracked(|words| !words.trim().is_empty()) {
            keep("");
        }
    };
    view! {
        <div class="t-pair">{marks}</div>
        <form class="t-field" autocomplete="off" on:submit=submit>
            <label for="feeling">{rich(text::notes::feelings::WRITE)}</label>
            <textarea
                class="t-input"
                id="feeling"
                rows="2"
                maxlength=bounds::TEXT.to_string()
                autocomplete="off"
                prop:value=move || words.get()
                on:input=move |event| words.set(event_target_value(&event))
            ></textarea>
            <button type="submit" class="t-small">{rich(text::KEEP_FEELING)}</button>
        </form>
    }
    .into_any()
}

fn mark_word(mark: &str) -> Option<Word> {
    text::mark(mark)
}

/// What one reader said, with name and day; and the way to take it back.
fn row(item: &Item, done: RwSignal<Done>) -> Option<AnyView> {
    let workspace = workspace();
    let felt = Feeling.item(Feeling::ID, item)?;
    let name = felt.words(feeling::NAME).to_owned();
    let on = Day::parse(felt.words(feeling::ON)).map(|on| days::day(on, lang()));
    let words = felt.words(feeling::WORDS).to_owned();
    let called = format!("{} – {name} {}", say(fields::REMOVE), on.clone().unwrap_or_default());
    let id = item.id.clone();
    let remove = move |_| {
        let place = workspace.record.with_untracked(|record| feelings_path().items(record).iter().position(|one| one.id == id));
        let Some(place) = place else { return };
        let item = workspace.record.with_untracked(|record| feelings_path().items(record).get(place).cloned());
        workspace.remove_item(&feelings_path(), &id);
        done.set(item.map_or(Done::Nothing, |item| Done::Removed(item, place)));
        focus("undo-removed".to_owned());
    };
    let tool = move || {
        let (called, remove) = (called.clone(), remove.clone());
        workspace
            .writable()
            .then(|| view! { <button type="button" class="t-small" aria-label=called on:click=remove>{rich(fields::REMOVE)}</button> })
    };
    let row = view! {
        <li id=format!("feeling-{}", item.id.0) tabindex="-1">
            <b>{name}</b>
            <span class="t-soft">{on}</span>
            <span>{mark_word(felt.picked(feeling::MARK)).map(rich)} " " {words}</span>
            {tool}
        </li>
    };
    Some(row.into_any())
}

/// That it was kept or removed; what was removed can be brought back.
fn said(done: RwSignal<Done>) -> Option<AnyView> {
    let workspace = workspace();
    match done.get() {
        Done::Nothing => None,
        Done::Kept => Some(view! { <p class="t-kept">{rich(text::KEPT)}</p> }.into_any()),
        Done::Removed(item, place) => {
            let bring_back = move |_| {
                workspace.put_back(&feelings_path(), &item, place);
                done.set(Done::Nothing);
                focus(format!("feeling-{}", item.id.0));
            };
            let node = view! {
                <div class="t-note" data-kind="removed">
                    <p>{rich(fields::REMOVED)}</p>
                    <button type="button" class="t-small" id="undo-removed" on:click=bring_back>{rich(fields::UNDO)}</button>
                </div>
            };
            Some(node.into_any())
        }
    }
}
