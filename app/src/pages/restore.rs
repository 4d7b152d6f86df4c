//! 「紙から戻す」: codes of a printed sheet come in through the address or are pasted; when all are here, the digits of the sheet open
//! them, and what they hold is looked at and put in.

use exchange::restore::{Print, RestoreError};
use leptos::prelude::*;
use record::Record;
use store::{
    JournalError,
    import::{Recognised, recognised},
    intake::{self, Refused},
    restore::{self, StoredParts, UnlockError},
};

mod digits;

use super::{
    heading,
    incoming::{self, incoming},
};
use crate::titles::name;
use crate::{
    parts::{
        focus::focus_in,
        frame::{PageLink, gate},
        words::{lang, rich, space},
    },
    routes::Page,
    workspace::{Workspace, workspace},
};
use words::{Word, keep as text};

/// What was read, what was wrong with the last code, and how the opening goes.
#[derive(Clone, Copy)]
struct RestoreState {
    stored_parts: RwSignal<StoredParts>,
    trouble: RwSignal<Option<(RestoreError, String)>>,
    opening: RwSignal<Opening>,
    /// What was typed to open it.
    digits: RwSignal<String>,
}

impl RestoreState {
    fn forget(self, workspace: Workspace) {
        workspace.with(|ports| restore::forget(ports));
        self.stored_parts.set(StoredParts::default());
        self.trouble.set(None);
        self.opening.set(Opening::Asked(None));
        self.digits.set(String::new());
    }
}

/// How the opening of a complete print goes.
#[derive(Clone, Debug, PartialEq)]
enum Opening {
    /// The digits are asked for; the reason when those typed before did not open it.
    Asked(Option<UnlockError>),
    Working,
    Open(Box<Record>),
}

const TROUBLE: &str = "trouble";
const PASTE: &str = "paste";

/// The page.
#[must_use]
pub fn restore() -> AnyView {
    let workspace = workspace();
    let restore_state = RestoreState {
        stored_parts: RwSignal::new(StoredParts::default()),
        trouble: RwSignal::new(None),
        opening: RwSignal::new(Opening::Asked(None)),
        digits: RwSignal::new(String::new()),
    };
    // The code leaves the address bar before anything else happens, and again when a camera opens the next one in this tab.
    Effect::new(move |_| {
        workspace.with(|ports| restore_state.stored_parts.set(StoredParts::load(ports)));
        take_from_address(workspace, restore_state);
        let hash = window_event_listener(leptos::ev::hashchange, move |_| take_from_address(workspace, restore_state));
        // Another tab has read a part.
        let listener = window_event_listener(leptos::ev::storage, move |_| {
            workspace.with(|ports| restore_state.stored_parts.try_set(StoredParts::load(ports)));
        });
        on_cleanup(move || {
            hash.remove();
            listener.remove();
        });
    });
    view! {
        {heading(Page::Restore)}
        <p class="t-soft">{rich(text::RESTORE_LEAD)}</p>
        <p class="t-hint">{rich(text::RESTORE_HISTORY)}</p>
        {gate(move || content(restore_state))}
        <PageLink to=Page::Backup class="t-button t-button--plain">{rich(name(Page::Backup))}</PageLink>
    }
    .into_any()
}

fn take_from_address(workspace: Workspace, restore_state: RestoreState) {
    if let Some(code) = workspace.with(|ports| ports.device.take_fragment()).flatten() {
        take(workspace, restore_state, &code);
    }
}

fn take(workspace: Workspace, restore_state: RestoreState, read: &str) {
    let mut stored_parts = restore_state.stored_parts.get_untracked();
    let outcome = workspace.with(|ports| stored_parts.add(ports, read));
    restore_state.stored_parts.set(stored_parts);
    let trouble = outcome.and_then(Result::err);
    if trouble.is_some() {
        focus_in(workspace, TROUBLE);
    }
    restore_state.trouble.set(trouble);
}

fn content(restore_state: RestoreState) -> AnyView {
    let print = Memo::new(move |_| restore_state.stored_parts.with(StoredParts::print));
    let state = move || {
        let (have, of) = restore_state.stored_parts.with(StoredParts::progress);
        match have {
            0 => view! { <p>{rich(text::RESTORE_NONE)}</p> }.into_any(),
            _ if have < of => left(restore_state, have, of),
            _ => view! { <p class="t-kept">{rich(text::RESTORE_ALL)}</p> }.into_any(),
        }
    };
    let trouble = move || restore_state.trouble.get().map(|(error, read)| trouble(restore_state, error, read));
    let rest = move || match print.get() {
        Ok(Print::Open(record)) => {
            let taken = workspace().with(|ports| intake::record(ports, *record)).unwrap_or(Err(Refused::Unstable));
            let rest = match taken {
                Ok(record) => found(restore_state, record),
                Err(refused) => {
                    let words = rich(incoming::refused(refused));
                    view! { <p class="t-note" role="alert">{words}</p> {again(restore_state, text::RESTORE_FORGET)} }.into_any()
                }
            };
            view! { <p class="t-note">{rich(text::RESTORE_PLAIN)}</p> {rest} }.into_any()
        }
        Ok(Print::Sealed(sealed)) => match restore_state.opening.get() {
            Opening::Open(record) => found(restore_state, *record),
            Opening::Asked(error) => digits::ask(restore_state, sealed, error),
            Opening::Working => view! { <p class="t-wait" role="status">{rich(text::RESTORE_OPENING)}</p> }.into_any(),
        },
        Err(RestoreError::Damaged) => {
            view! { <p class="t-note" role="alert">{rich(text::RESTORE_UNKNOWN)}</p> {again(restore_state, text::RESTORE_FORGET)} }
                .into_any()
        }
        Err(_) => paste(restore_state),
    };
    view! { <div role="status">{state}</div> {trouble} {rest} }.into_any()
}

/// Some parts are here, others not yet. The way out stands above the numbers.
fn left(restore_state: RestoreState, have: usize, of: usize) -> AnyView {
    let missing = restore_state.stored_parts.with(StoredParts::missing);
    view! {
        <p class="t-echo">{text::parts(have, of, lang())}</p>
        {again(restore_state, text::RESTORE_FORGET)}
        <p>{text::missing(&missing, lang())} {space()} {rich(text::RESTORE_NEXT)}</p>
    }
    .into_any()
}

/// The card of the sheet, to be looked at and put in.
fn found(restore_state: RestoreState, record: Record) -> AnyView {
    let workspace = workspace();
    let ready = RwSignal::new(None::<Result<Recognised, JournalError>>);
    let look = move || {
        let record = record.clone();
        leptos::task::spawn_local(async move {
            let Some(ports) = workspace.ports() else { return };
            let found = recognised(&ports, &workspace.on_hand(), vec![record]).await;
            let focus = if found.is_ok() { incoming::TOP } else { TROUBLE };
            ready.try_set(Some(found));
            focus_in(workspace, focus);
        });
    };
    look();
    let shown = move || match ready.get()? {
        Ok(Recognised { records, renamed }) => {
            let same = renamed.then(|| view! { <p>{rich(text::RESTORE_SAME)}</p> });
            let finished = |workspace: Workspace| {
                workspace.with(|ports| restore::forget(ports));
            };
            Some(view! { {same} {incoming(records.into(), finished)} }.into_any())
        }
        Err(_) => Some(unread(look.clone())),
    };
    view! { {shown} {again(restore_state, text::RESTORE_FORGET)} }.into_any()
}

/// What is here could not be read, so that nothing can be joined with it yet.
fn unread(look: impl Fn() + Send + Sync + 'static) -> AnyView {
    view! {
        <p class="t-note" role="alert" id=TROUBLE tabindex="-1">{rich(text::HERE_UNREAD)}</p>
        <button type="button" class="t-button" on:click=move |_| look()>{rich(text::AGAIN)}</button>
    }
    .into_any()
}

/// Forgets what was read.
fn again(restore_state: RestoreState, word: Word) -> AnyView {
    let workspace = workspace();
    let start = move |_| {
        restore_state.forget(workspace);
        focus_in(workspace, "top");
    };
    view! { <button type="button" class="t-clear" on:click=start>{rich(word)}</button> }.into_any()
}

fn trouble(restore_state: RestoreState, error: RestoreError, read: String) -> AnyView {
    let workspace = workspace();
    // Beginning again with the sheet in hand: its code was read just now.
    let other = (error == RestoreError::OtherSet).then(|| {
        let start = move |_| {
            restore_state.forget(workspace);
            take(workspace, restore_state, &read);
        };
        view! { <button type="button" class="t-small" on:click=start>{rich(text::RESTORE_AGAIN)}</button> }
    });
    view! { <div class="t-note" role="alert" id=TROUBLE tabindex="-1"><p>{rich(reason(error))}</p> {other}</div> }.into_any()
}

/// What happened, what is safe, what to do next.
fn reason(error: RestoreError) -> Word {
    match error {
        RestoreError::NotACode | RestoreError::Missing { .. } => text::RESTORE_BAD,
        RestoreError::Newer => text::RESTORE_NEWER,
        RestoreError::Damaged => text::RESTORE_DAMAGED,
        RestoreError::OtherSet => text::RESTORE_OTHER,
        RestoreError::TooMany => text::RESTORE_TOO_MANY,
    }
}

/// For a camera that only shows text, and for a code that came another way.
fn paste(restore_state: RestoreState) -> AnyView {
    let workspace = workspace();
    let typed = RwSignal::new(String::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = typed.get_untracked();
        typed.set(String::new());
        take(workspace, restore_state, &text);
    };
    view! {
        <form class="t-form" autocomplete="off" on:submit=submit>
            <div class="t-field">
                <label for=PASTE>{rich(text::RESTORE_PASTE)}</label>
                <p class="t-hint" id="paste-hint">{rich(text::RESTORE_PASTE_HINT)}</p>
                <textarea
                    class="t-input"
                    rows="3"
                    id=PASTE
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby="paste-hint"
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                ></textarea>
            </div>
            <button type="submit" class="t-button">{rich(text::RESTORE_READ)}</button>
        </form>
    }
    .into_any()
}
