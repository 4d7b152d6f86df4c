//! Bringing a backup back: the file, its passphrase if it has one, and then the preview.

use std::time::Duration;

use leptos::prelude::*;
use store::{
    backup::{self, Contents, Found, Passphrase, ReadError},
    import::recognised,
    pictures,
};

use crate::{
    pages::incoming::{self, incoming},
    parts::{focus::focus_in, passphrase::passphrase, words::rich},
    workspace::{Workspace, device::FileError, workspace},
};
use words::{Word, keep as text};

/// Where the reading stands.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    Waiting,
    Reading,
    /// Locked; the reason when a passphrase did not open it.
    Locked(Vec<u8>, Option<ReadError>),
    Unlocking,
    Failed(Word),
    /// What is in the file, and whether anybody in it goes by another name of the record here.
    Read(Contents, bool),
}

const FIELD: &str = "unlock";
const FILE: &str = "backup-file";
const TROUBLE: &str = "trouble";

/// The file field and what comes of it.
#[must_use]
pub fn import() -> AnyView {
    let workspace = workspace();
    let step = RwSignal::new(Step::Waiting);
    let content = move || match step.get() {
        Step::Waiting => ().into_any(),
        Step::Reading => view! { <p role="status" class="t-wait">{rich(text::OPENING)}</p> }.into_any(),
        Step::Unlocking => view! { <p role="status" class="t-wait">{rich(text::UNLOCKING)}</p> }.into_any(),
        Step::Failed(word) => trouble(word),
        Step::Locked(bytes, error) => locked(step, bytes, error),
        Step::Read(contents, renamed) => {
            let same = renamed.then(|| view! { <p>{rich(text::RESTORE_SAME)}</p> });
            view! { {same} {incoming(contents, |_| ())} }.into_any()
        }
    };
    view! {
        <div class="t-field t-choose">
            <input class="t-file" id=FILE type="file" accept=".json,application/json" on:change=move |_| read(workspace, step) />
            // The browser's own button would speak the browser's language.
            <label class="t-button" for=FILE>{rich(text::CHOOSE)}</label>
        </div>
        {content}
    }
    .into_any()
}

fn trouble(word: Word) -> AnyView {
    view! { <p class="t-note" role="alert" id=TROUBLE tabindex="-1">{rich(word)}</p> }.into_any()
}

fn read(workspace: Workspace, step: RwSignal<Step>) {
    let Some(device) = workspace.with(|ports| ports.device.clone()) else { return };
    step.set(Step::Reading);
    leptos::task::spawn_local(async move {
        let (next, focus) = match device.chosen_file(FILE, backup::LIMIT).await {
            Ok(bytes) => match workspace.with(|ports| backup::read(ports, &bytes)).unwrap_or(Err(ReadError::NoMemory)) {
                Ok(Found::Sealed(bytes)) => (Step::Locked(bytes, None), FIELD),
                Ok(Found::Contents(contents)) => found(workspace, contents).await,
                Err(error) => (Step::Failed(reason(error)), TROUBLE),
            },
            Err(FileError::NoFile) => (Step::Failed(text::NO_FILE), TROUBLE),
            Err(FileError::TooLarge) => (Step::Failed(text::TOO_LARGE), TROUBLE),
            Err(FileError::Unreadable) => (Step::Failed(text::UNREADABLE), TROUBLE),
        };
        step.try_set(next);
        focus_in(workspace, focus);
    });
}

/// Who is in the file. Somebody who is here under another name of the record is recognised by name and birth. Pictures that are lost or
/// damaged here are put back at once, also where there is nothing else to put in.
async fn found(workspace: Workspace, contents: Contents) -> (Step, &'static str) {
    let Some(ports) = workspace.ports().filter(|_| !contents.records.is_empty()) else { return (Step::Failed(text::EMPTY), TROUBLE) };
    let here = workspace.on_hand();
    let Ok(found) = recognised(&ports, &here, contents.records).await else { return (Step::Failed(text::HERE_UNREAD), TROUBLE) };
    let coming = contents.pictures.clone();
    leptos::task::spawn_local(async move { pictures::repair(&ports, &here, &coming).await });
    (Step::Read(Contents { records: found.records, pictures: contents.pictures }, found.renamed), incoming::TOP)
}

fn locked(step: RwSignal<Step>, bytes: Vec<u8>, error: Option<ReadError>) -> AnyView {
    let workspace = workspace();
    let typed = RwSignal::new(String::new());
    let wrong = error.is_some();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let words = typed.with_untracked(|typed| Passphrase::from_typed(typed));
        let bytes = bytes.clone();
        step.set(Step::Unlocking);
        // Opening stops the page as locking does: the words about it are painted first.
        request_animation_frame(move || set_timeout(move || unlock(workspace, step, bytes, &words), Duration::from_millis(60)));
    };
    view! {
        <form class="t-form" autocomplete="off" on:submit=submit>
            <h3>{rich(text::TYPE_PASSPHRASE)}</h3>
            <div class="t-field">
                <label for=FIELD>{rich(text::ITS_PASSPHRASE)}</label>
                {error.map(|error| view! { <p class="t-note" role="alert" id="unlock-error">{rich(reason(error))}</p> })}
                {passphrase(FIELD, typed, RwSignal::new(false), wrong.then_some("unlock-error"), move || wrong)}
            </div>
            <button type="submit" class="t-button t-button--main">{rich(text::UNLOCK)}</button>
        </form>
    }
    .into_any()
}

fn unlock(workspace: Workspace, step: RwSignal<Step>, bytes: Vec<u8>, words: &Passphrase) {
    let opened = workspace.with(|ports| backup::unlock(ports, &bytes, words)).unwrap_or(Err(ReadError::NoMemory));
    leptos::task::spawn_local(async move {
        let (next, focus) = match opened {
            Ok(contents) => found(workspace, contents).await,
            Err(error @ (ReadError::WrongPassphrase | ReadError::NoMemory)) => (Step::Locked(bytes, Some(error)), FIELD),
            Err(error) => (Step::Failed(reason(error)), TROUBLE),
        };
        step.try_set(next);
        focus_in(workspace, focus);
    });
}

/// What happened, what is safe, what to do next.
fn reason(error: ReadError) -> Word {
    match error {
        ReadError::NotABackup => text::NOT_A_BACKUP,
        ReadError::Newer => text::NEWER,
        ReadError::Damaged => text::DAMAGED,
        ReadError::WrongPassphrase => text::WRONG,
        ReadError::NoMemory => text::NO_MEMORY,
        ReadError::Refused(refused) => incoming::refused(refused),
    }
}
