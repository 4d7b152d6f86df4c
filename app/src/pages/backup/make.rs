//! Making a backup file: for whom, with or without a passphrase, and what came out.

use std::time::Duration;

use leptos::prelude::*;
use record::Record;
use store::{
    backup::{self, Contents, MakeError, Passphrase, SealError},
    intake::Refused,
};

use super::MIME;
use crate::titles::name;
use crate::{
    parts::{
        focus::focus_in,
        frame::PageLink,
        passphrase::passphrase as passphrase_field,
        summary,
        words::{rich, say},
    },
    routes::Page,
    workspace::{Person, Workspace, workspace},
};
use words::{Word, keep as text};

/// Where the making stands.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    Ready,
    Locking,
    Made(Made),
    Failed(MakeError),
}

/// What the file holds.
#[derive(Clone, Debug, PartialEq)]
struct Made {
    file: String,
    people: Vec<String>,
    locked: bool,
    /// Whether a picture could not be read.
    without: bool,
}

/// What the person has set.
#[derive(Clone, Copy)]
struct Form {
    /// The id of the one person; `None` is everybody.
    whom: RwSignal<Option<String>>,
    typed: RwSignal<String>,
    step: RwSignal<Step>,
}

/// Where the focus goes when the passphrase does not do, and when the file was made.
const FIELD: &str = "passphrase";
const RESULT: &str = "made";

/// The form and its result.
#[must_use]
pub fn make() -> AnyView {
    let workspace = workspace();
    let form = Form { whom: RwSignal::new(None), typed: RwSignal::new(String::new()), step: RwSignal::new(Step::Ready) };
    // Those on the disk, and the open card even when it could not be saved: that is when a file is needed most.
    let who = Memo::new(move |_| {
        let mut all = workspace.people.get();
        workspace.record.with(|record| {
            if !record.is_blank() && all.iter().all(|person| person.id != record.id.0) {
                let name = record.card.words(record::catalogue::person::NAME).to_owned();
                all.push(Person { id: record.id.0.clone(), name, sample: record.sample, read_only: false });
            }
        });
        all
    });
    let content = move || {
        if who.with(Vec::is_empty) {
            return view! { <p>{rich(text::NOBODY)}</p> <PageLink to=Page::Card class="t-button">{rich(name(Page::Card))}</PageLink> }
                .into_any();
        }
        view! { {whom(form, &who.get())} {passphrase(form)} {button(form)} }.into_any()
    };
    view! {
        <form
            class="t-form"
            autocomplete="off"
            on:submit=move |event| {
                event.prevent_default();
                begin(workspace, form);
            }
        >
            {content}
            <div role="status">{move || outcome(form)}</div>
        </form>
    }
    .into_any()
}

/// Asked only where several people are kept.
fn whom(form: Form, people: &[Person]) -> Option<AnyView> {
    let option = |id: Option<String>, words: String| {
        let kept = id.clone();
        view! {
            <label class="t-option">
                <input
                    type="radio"
                    name="whom"
                    prop:checked=move || form.whom.with(|whom| *whom == kept)
                    on:change=move |_| form.whom.set(id.clone())
                />
                <span>{words}</span>
            </label>
        }
    };
    (people.len() > 1).then(|| {
        let each = people.iter().map(|person| option(Some(person.id.clone()), summary::who(&person.name))).collect::<Vec<_>>();
        view! {
            <fieldset class="t-field">
                <legend>{rich(text::WHOM)}</legend>
                <div class="t-options">{option(None, say(text::EVERYONE))} {each}</div>
            </fieldset>
        }
        .into_any()
    })
}

/// One field, readable at first: nobody can help with a slip that was locked in unseen.
fn passphrase(form: Form) -> AnyView {
    let hidden = RwSignal::new(false);
    let short = move || form.step.get() == Step::Failed(MakeError::Sealing(SealError::PassphraseTooShort));
    view! {
        <div class="t-field">
            <label for=FIELD>{rich(text::PASSPHRASE)}</label>
            <p class="t-hint" id="passphrase-hint">{rich(text::PASSPHRASE_HINT)}</p>
            {passphrase_field(FIELD, form.typed, hidden, Some("passphrase-hint passphrase-error"), short)}
            <p class="t-remark" id="passphrase-error" hidden=move || !short()>{rich(text::TOO_SHORT)}</p>
            <button type="button" class="t-clear" on:click=move |_| hidden.update(|hidden| *hidden = !*hidden)>
                {move || rich(if hidden.get() { text::SHOW } else { text::HIDE })}
            </button>
        </div>
    }
    .into_any()
}

fn button(form: Form) -> AnyView {
    let busy = move || form.step.get() == Step::Locking;
    view! { <button type="submit" class="t-button t-button--main" disabled=busy>{rich(text::MAKE)}</button> }.into_any()
}

/// Makes the file. Locking stops the page for a second or two, so the words about it are painted first.
fn begin(workspace: Workspace, form: Form) {
    if form.step.get_untracked() == Step::Locking {
        return;
    }
    workspace.flush();
    // Read now: when the file is made, the page with the form may have been left.
    let whom = form.whom.get_untracked();
    let words = form.typed.with_untracked(|typed| Passphrase::from_typed(typed));
    if words.is_empty() {
        return finish(workspace, form, whom, None);
    }
    if !words.is_long_enough() {
        form.step.set(Step::Failed(MakeError::Sealing(SealError::PassphraseTooShort)));
        return focus_in(workspace, FIELD);
    }
    form.step.set(Step::Locking);
    request_animation_frame(move || set_timeout(move || finish(workspace, form, whom, Some(words)), Duration::from_millis(60)));
}

fn finish(workspace: Workspace, form: Form, whom: Option<String>, words: Option<Passphrase>) {
    let Some(ports) = workspace.ports() else { return };
    let wanted = |record: &Record| whom.as_ref().is_none_or(|whom| *whom == record.id.0);
    let records: Vec<Record> = workspace.on_hand().into_iter().filter(wanted).collect();
    leptos::task::spawn_local(async move {
        let contents = Contents::gathered(&ports, records).await;
        finish_with(workspace, form, &contents, words.as_ref());
    });
}

fn finish_with(workspace: Workspace, form: Form, contents: &Contents, words: Option<&Passphrase>) {
    let made: Option<Result<String, MakeError>> = workspace.with(|ports| {
        let now = ports.clock.now();
        let file = backup::write(contents, now.at)?;
        let file = match words {
            Some(words) => backup::lock(ports, &file, words)?,
            None => file,
        };
        // Without anybody's name: the name of a file is seen in many places.
        let name = format!("tsumugu-{}.json", now.day.to_iso());
        ports.device.hand_out(&name, MIME, file.as_bytes());
        Ok(name)
    });
    let next = match made {
        Some(Ok(file)) => {
            let people = contents.records.iter().map(summary::person).collect();
            Step::Made(Made { file, people, locked: words.is_some(), without: contents.missing() > 0 })
        }
        Some(Err(error)) => Step::Failed(error),
        None => Step::Ready,
    };
    if matches!(next, Step::Made(_)) {
        form.typed.try_set(String::new());
    }
    form.step.try_set(next);
    focus_in(workspace, RESULT);
}

fn outcome(form: Form) -> AnyView {
    match form.step.get() {
        Step::Ready | Step::Failed(MakeError::Sealing(SealError::PassphraseTooShort)) => ().into_any(),
        Step::Locking => view! { <p class="t-wait">{rich(text::LOCKING)}</p> }.into_any(),
        Step::Failed(error) => view! { <p class="t-note" id=RESULT tabindex="-1">{rich(reason(error))}</p> }.into_any(),
        Step::Made(made) => {
            let without = made.without.then(|| view! { <p class="t-note">{rich(text::MADE_WITHOUT)}</p> });
            let lock = if made.locked { text::MADE_LOCKED } else { text::MADE_OPEN };
            view! {
                <div class="t-result">
                    <h3 class="t-kept" id=RESULT tabindex="-1">{rich(text::MADE)}</h3>
                    <p>{rich(text::MADE_NAME)} {made.file}</p>
                    <p>{rich(text::MADE_HOLDS)} {made.people.join("、")}</p>
                    <p>{rich(lock)}</p>
                    {without}
                    <p>{rich(text::MADE_WHERE)}</p>
                </div>
            }
            .into_any()
        }
    }
}

fn reason(error: MakeError) -> Word {
    match error {
        MakeError::Sealing(SealError::PassphraseTooShort) => text::TOO_SHORT,
        MakeError::Sealing(SealError::NoMemory) => text::NO_MEMORY_TO_LOCK,
        MakeError::Sealing(SealError::BadKind | SealError::NotRandom | SealError::TooLarge | SealError::Unreadable) => text::NOT_LOCKED,
        MakeError::Refused(Refused::TooManyPeople) | MakeError::TooLarge => text::NOT_MADE_TOO_MUCH,
        MakeError::Refused(_) | MakeError::Unreadable => text::NOT_MADE,
    }
}
