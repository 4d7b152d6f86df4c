//! A photo beside words: chosen or taken, made small on the device, and taken away again.

use leptos::prelude::*;
use record::{
    Path,
    plan::photo::{MOST, SIDE, is_photo},
};
use store::port::Later;

use super::{
    focus::focus,
    label::{hint, hint_id, label},
    words::{rich, say},
};
use crate::workspace::{Pace, device::FileError, workspace};
use words::{Word, photo as text};

/// Reads the photo chosen in the file field with an id. A context, so that only the bundle that has the field carries the code.
#[derive(Clone, Copy, Debug)]
pub struct Picture(pub fn(&str, u32, usize) -> Later<Result<String, FileError>>);

/// The field of a photo. Where no photo can be read, one that is there is still shown.
#[must_use]
pub fn photo(path: Path) -> AnyView {
    let workspace = workspace();
    let trouble = RwSignal::new(None::<Word>);
    let (read, write, gone) = (path.clone(), path.clone(), path.clone());
    let id = path.control();
    let field = id.clone();
    let choose = use_context::<Picture>().map(|Picture(chosen)| {
        let take = move |_| {
            let (field, write) = (field.clone(), write.clone());
            let open = move || workspace.record.with_untracked(|record| record.id.clone());
            let whose = open();
            leptos::task::spawn_local(async move {
                match chosen(&field, SIDE, MOST).await {
                    // Somebody else's record was opened while the photo was read: it is not theirs.
                    Ok(_) if open() != whose => {}
                    Ok(photo) => {
                        trouble.try_set(None);
                        workspace.write_words(Pace::Tap, &write, &photo);
                    }
                    // Nothing was chosen: nothing is to be said.
                    Err(FileError::NoFile) => {}
                    Err(FileError::TooLarge | FileError::Unreadable) => drop(trouble.try_set(Some(text::TROUBLE))),
                }
            });
        };
        view! {
            <div class="t-choose">
                <input class="t-file" id=id.clone() type="file" accept="image/*" aria-describedby=hint_id(&path) on:change=take />
                // The browser's own button would speak the browser's language.
                <label class="t-button" for=id>{rich(text::CHOOSE)}</label>
            </div>
        }
        .into_any()
    });
    let remove = move |_| {
        workspace.write_answer(Pace::Tap, &gone, None);
        // The button goes with the photo.
        focus(gone.control());
    };
    let shown = move || {
        shown(&workspace.words(&read)).map(|photo| {
            view! {
                {photo}
                <button type="button" class="t-clear" on:click=remove.clone()>{rich(text::REMOVE)}</button>
            }
        })
    };
    view! {
        <fieldset class="t-field">
            <legend>{label(&path)}</legend>
            {hint(&path)}
            {shown}
            {choose}
            <div role="status">{move || trouble.get().map(|word| view! { <p class="t-remark">{rich(word)}</p> })}</div>
        </fieldset>
    }
    .into_any()
}

/// The photo itself, if these words are one.
#[must_use]
pub fn shown(words: &str) -> Option<AnyView> {
    is_photo(words).then(|| view! { <img class="t-photo" src=words.to_owned() alt=say(text::ALT) /> }.into_any())
}
