//! A photo beside words: chosen or taken, made small on the device, kept beside the record, and taken away again.

use leptos::prelude::*;
use record::{
    Answer, Path,
    picture::Picture,
    plan::photo::{MOST, SIDE, among_answers},
};
use store::{
    JournalError,
    pictures::{self, ReadError},
    port::Later,
};

use super::{
    focus::focus,
    label::{hint, hint_id, label},
    words::{rich, say},
};
use crate::workspace::{Pace, Workspace, device::FileError, workspace};
use words::{Word, photo as text};

/// Reads the photo chosen in the file field with an id, as a data URL of at most so many bytes, its longer side so many pixels.
pub type Chosen = fn(&str, u32, usize) -> Later<Result<String, FileError>>;

/// What a page with a photo needs. A context, so that only the bundle that has the field carries the code.
#[derive(Clone, Copy, Debug)]
pub struct Photo {
    /// Nothing where there is no browser.
    pub chosen: Option<Chosen>,
    /// Draws the field of a photo.
    pub field: fn(Path) -> AnyView,
}

/// The field of a photo. Where no photo can be read, one that is there is still shown.
#[must_use]
pub fn photo(path: Path) -> AnyView {
    let workspace = workspace();
    let trouble = RwSignal::new(None::<Word>);
    // How often the very photo was chosen that the answer names already: its bytes may have been lost.
    let again = RwSignal::new(0);
    let (read, write, gone) = (path.clone(), path.clone(), path.clone());
    let id = path.control();
    let field = id.clone();
    let choose = use_context::<Photo>().and_then(|photo| photo.chosen).map(|chosen| {
        let take = move |_| {
            let (field, write) = (field.clone(), write.clone());
            let open = move || workspace.record.with_untracked(|record| record.id.clone());
            let whose = open();
            leptos::task::spawn_local(async move {
                let kept = match chosen(&field, SIDE, MOST).await {
                    Ok(url) => kept(workspace, &url).await,
                    // Nothing was chosen: nothing is to be said.
                    Err(FileError::NoFile) => return,
                    Err(FileError::TooLarge | FileError::Unreadable) => Err(text::TROUBLE),
                };
                match kept {
                    // Somebody else's record was opened while the photo was read: it is not theirs.
                    Ok(_) if open() != whose => {}
                    Ok(picture) => {
                        trouble.try_set(None);
                        let answer = Some(Answer::Picture(picture));
                        if workspace.record.with_untracked(|record| write.answer(record) == answer.as_ref()) {
                            again.try_update(|count| *count += 1);
                        }
                        workspace.write_answer(Pace::Tap, &write, answer);
                    }
                    Err(word) => drop(trouble.try_set(Some(word))),
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
    // Another answer on the page is no reason to read the photo again.
    let answer = Memo::new(move |_| workspace.answer(&read));
    let shown = move || {
        again.track();
        answer.with(|answer| shown(answer.as_ref())).map(|photo| {
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

/// Puts a photo on the disk; the answer that names it is written afterwards.
async fn kept(workspace: Workspace, url: &str) -> Result<Picture, Word> {
    let (picture, bytes) = pictures::among_answers::from_data_url(url).ok_or(text::TROUBLE)?;
    let ports = workspace.ports().ok_or(text::NOT_KEPT)?;
    match pictures::keep(&ports, &picture, &bytes).await {
        Ok(()) => Ok(picture),
        Err(JournalError::Full) => Err(text::FULL),
        Err(_) => Err(text::NOT_KEPT),
    }
}

/// The photo itself, if an answer is one.
#[must_use]
pub fn shown(answer: Option<&Answer>) -> Option<AnyView> {
    match answer? {
        Answer::Picture(picture) => Some(from_disk(picture.clone())),
        // Could not be moved out of the record yet.
        Answer::Given(words) => among_answers(words).map(|_| image(words.clone())),
        _ => None,
    }
}

/// The photo when it has been read, or why it cannot be shown.
fn from_disk(picture: Picture) -> AnyView {
    let found = RwSignal::new(None::<Result<String, ReadError>>);
    if let Some(ports) = workspace().ports() {
        leptos::task::spawn_local(async move {
            let read = pictures::data_url(&ports, &picture).await;
            found.try_set(Some(read));
        });
    }
    let photo = move || {
        found.get().map(|found| match found {
            Ok(url) => image(url),
            Err(error) => view! { <p class="t-remark">{rich(trouble(&error))}</p> }.into_any(),
        })
    };
    view! { <div role="status">{photo}</div> }.into_any()
}

fn trouble(error: &ReadError) -> Word {
    match error {
        ReadError::Missing => text::MISSING,
        ReadError::Damaged => text::DAMAGED,
        ReadError::Unread(_) => text::NOT_READ,
    }
}

fn image(url: String) -> AnyView {
    view! { <img class="t-photo" src=url alt=say(text::ALT) /> }.into_any()
}
