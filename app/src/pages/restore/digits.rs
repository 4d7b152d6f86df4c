//! The digits beside the codes, typed by hand.

use std::time::Duration;

use exchange::restore::Sealed;
use leptos::prelude::*;
use store::restore::{self, UnlockError};

use super::{Opening, RestoreState, again};
use crate::{
    pages::incoming,
    parts::{focus::focus_in, words::rich},
    workspace::{Workspace, workspace},
};
use words::{Word, keep as text};

const FIELD: &str = "digits";
/// Twelve digits and whatever a keyboard puts between them.
const LONGEST: &str = "30";

/// The field, with the reason when the digits before did not open the codes.
pub(super) fn ask(restore_state: RestoreState, sealed: Sealed, error: Option<UnlockError>) -> AnyView {
    let workspace = workspace();
    // A wrong number stays where it is: one digit is mended sooner than twelve are typed again.
    let typed = restore_state.digits;
    let wrong = error.is_some();
    focus_in(workspace, FIELD);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let sealed = sealed.clone();
        let digits = typed.get_untracked();
        restore_state.opening.set(Opening::Working);
        // Opening stops the page for a second or two, so the words about it are painted first.
        request_animation_frame(move || set_timeout(move || open(workspace, restore_state, &sealed, &digits), Duration::from_millis(60)));
    };
    view! {
        <form class="t-form" autocomplete="off" on:submit=submit>
            <div class="t-field">
                <label for=FIELD>{rich(text::RESTORE_DIGITS)}</label>
                <p class="t-hint" id="digits-hint">{rich(text::RESTORE_DIGITS_HINT)}</p>
                {error.map(|error| view! { <p class="t-note" role="alert" id="digits-error">{rich(reason(error))}</p> })}
                <input
                    class="t-input"
                    id=FIELD
                    type="text"
                    data-secret="yes"
                    inputmode="numeric"
                    autocomplete="off"
                    spellcheck="false"
                    maxlength=LONGEST
                    placeholder="0000-0000-0000"
                    aria-invalid=wrong.then_some("true")
                    aria-describedby=if wrong { "digits-hint digits-error" } else { "digits-hint" }
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </div>
            <button type="submit" class="t-button t-button--main">{rich(text::RESTORE_OPEN)}</button>
        </form>
        {again(restore_state, text::RESTORE_FORGET)}
    }
    .into_any()
}

fn open(workspace: Workspace, restore_state: RestoreState, sealed: &Sealed, digits: &str) {
    restore_state.opening.try_set(
        match workspace.with(|ports| restore::unlock(ports, sealed, digits)).unwrap_or(Err(UnlockError::NoMemory)) {
            Ok(record) => {
                restore_state.digits.try_set(String::new());
                Opening::Open(Box::new(record))
            }
            Err(error) => Opening::Asked(Some(error)),
        },
    );
    if restore_state.opening.try_with_untracked(|opening| matches!(opening, Opening::Asked(_))) == Some(true) {
        focus_in(workspace, FIELD);
    }
}

/// What happened, what is safe, what to do next.
fn reason(error: UnlockError) -> Word {
    match error {
        UnlockError::NotDigits => text::DIGITS_NOT,
        UnlockError::WrongDigits => text::DIGITS_WRONG,
        UnlockError::NoMemory => text::DIGITS_NO_MEMORY,
        UnlockError::Newer => text::RESTORE_NEWER,
        UnlockError::Damaged => text::RESTORE_UNKNOWN,
        UnlockError::Refused(refused) => incoming::refused(refused),
    }
}
