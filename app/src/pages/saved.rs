//! After 「保存して終わる」: what is saved now, what may be worth a look, and what to do next.

use leptos::prelude::*;
use record::{Record, check::progress};

use crate::{
    parts::{
        frame::{PageLink, gate, save_status},
        remarks::{Which, remarks},
        storage::may_clear,
        words::{lang, rich},
    },
    routes::Page,
    workspace::{Person, SaveStatus, workspace},
};
use words::{Word, card as text, summary};

/// What may be said about the open record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// All of it is on the disk.
    Saved,
    /// Something is on the screen alone.
    Open,
    /// There is a copy to look at, and nothing can be written.
    Locked,
    /// Nobody has written anything.
    Blank,
}

/// The page.
#[must_use]
pub fn saved() -> AnyView {
    let next = [
        (Page::Print, text::NEXT_PRINT),
        (Page::Check, text::NEXT_CHECK),
        (Page::Backup, text::NEXT_BACKUP),
        (Page::Card, text::NEXT_MORE),
    ];
    view! {
        {gate(state)}
        {gate(|| remarks(Which::Written))}
        <h2>{rich(text::NEXT)}</h2>
        {next.map(|(page, word)| view! { <PageLink to=page class="t-button">{rich(word)}</PageLink> }.into_any())}
        {gate(|| may_clear(|| None))}
    }
    .into_any()
}

/// Says only what is true: nothing is called saved before the disk has said so.
fn state() -> AnyView {
    let workspace = workspace();
    workspace.flush();
    let end = Memo::new(move |_| {
        workspace.people.with(|people| workspace.record.with(|record| end(&workspace.save_status.get(), people, record)))
    });
    let heading = |word: Word| view! { <h1 id="top" tabindex="-1">{rich(word)}</h1> };
    let content = move || match end.get() {
        End::Open => heading(text::SAVED_OPEN).into_any(),
        End::Locked => heading(text::READ_ONLY).into_any(),
        End::Blank => heading(text::SAVED_NOTHING).into_any(),
        End::Saved => {
            let done = move || {
                let (done, of) = workspace.record.with(|record| progress(&record.card));
                summary::progress(done, of, lang())
            };
            view! { {heading(text::SAVED_TITLE)} <p>{rich(text::SAVED_LEAD)}</p> <p>{done}</p> }.into_any()
        }
    };
    view! { {content} {save_status()} }.into_any()
}

/// A page that was just loaded has no sign yet: then what the disk holds of this record decides.
fn end(status: &SaveStatus, people: &[Person], open: &Record) -> End {
    let kept = people.iter().find(|person| person.id == open.id.0);
    match (status, kept) {
        (SaveStatus::Writing | SaveStatus::Failed(_), _) => End::Open,
        (_, Some(person)) if person.read_only => End::Locked,
        (_, Some(_)) => End::Saved,
        (_, None) if open.is_blank() => End::Blank,
        (_, None) => End::Open,
    }
}

#[cfg(test)]
mod tests {
    use record::{Answer, Moment, RecordId, Stamp, catalogue};

    use super::*;
    use store::JournalError;

    #[test]
    fn only_what_the_disk_holds_is_called_saved() {
        let blank = Record::new(RecordId("a".to_owned()), Moment(0));
        let mut written = blank.clone();
        let name = Some(Answer::Given("平方 千代子".to_owned()));
        written.card.set(catalogue::person::NAME, name, &Stamp::default());
        let person = |read_only| [Person { id: "a".to_owned(), name: String::new(), sample: false, read_only }];
        // An empty device, and a browser that keeps nothing.
        assert_eq!(end(&SaveStatus::Unchanged, &[], &blank), End::Blank);
        assert_eq!(end(&SaveStatus::Unchanged, &[], &written), End::Open);
        // A copy in the mirror whose journal cannot be read.
        assert_eq!(end(&SaveStatus::Unchanged, &person(true), &written), End::Locked);
        assert_eq!(end(&SaveStatus::Unchanged, &person(false), &written), End::Saved);
        assert_eq!(end(&SaveStatus::Saved { hour: 10, minute: 42 }, &person(false), &written), End::Saved);
        for status in [SaveStatus::Writing, SaveStatus::Failed(JournalError::Unavailable)] {
            assert_eq!(end(&status, &person(false), &written), End::Open);
        }
    }
}
