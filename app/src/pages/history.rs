//! 「前の内容」: what was saved before, newest first; what each one changed; looking at one, and going back to it.

mod conflicts;

use leptos::prelude::*;
use record::Record;
use store::{Cause, StoredRecord, repository};

use super::{changes::changes, heading, incoming::whole};
use crate::{
    parts::{
        focus::focus_in,
        frame::{gate, save_status},
        summary,
        words::{lang, rich, say},
    },
    routes::Page,
    workspace::{Workspace, workspace},
};
use words::{Word, card, days, keep as text};

/// How many earlier contents are shown at once.
const STEP: usize = 20;

/// Where the focus goes after going back, or after a choice.
const RESULT: &str = "done";

/// What the journal said.
#[derive(Clone, Debug, PartialEq)]
enum List {
    Reading,
    Failed,
    Read(Vec<(Cause, StoredRecord)>),
}

/// What the person has opened on the page.
#[derive(Clone, Copy)]
struct HistoryView {
    list: RwSignal<List>,
    shown: RwSignal<usize>,
    /// The revision that is shown in full.
    open: RwSignal<Option<u32>>,
    done: RwSignal<Option<Done>>,
}

/// What was just done on the page, with the record as it was afterwards. Only while that stands is the last step this one, so that
/// undoing takes back what the note is about.
#[derive(Clone, Debug, PartialEq)]
struct Done {
    said: Word,
    undo: Word,
    after: Record,
}

impl Done {
    /// What is said and what the button says, while it was the last thing that was done.
    fn last(&self, now: &Record) -> Option<(Word, Word)> {
        (self.after == *now).then_some((self.said, self.undo))
    }
}

/// Says what was done to the open record, in place of what was said before.
fn say_done(workspace: Workspace, done: RwSignal<Option<Done>>, said: Word, undo: Word) {
    done.set(Some(Done { said, undo, after: workspace.record.get_untracked() }));
    focus_in(workspace, RESULT);
}

/// The page.
#[must_use]
pub fn history() -> AnyView {
    view! {
        {heading(Page::History)}
        <p class="t-soft">{rich(text::HISTORY_LEAD)}</p>
        {gate(content)}
        {save_status()}
    }
    .into_any()
}

fn content() -> AnyView {
    let workspace = workspace();
    let view_state = HistoryView {
        list: RwSignal::new(List::Reading),
        shown: RwSignal::new(STEP),
        open: RwSignal::new(None),
        done: RwSignal::new(None),
    };
    let whose = Memo::new(move |_| workspace.record.with(|record| record.id.0.clone()));
    // Read again after each save, and for another person.
    Effect::new(move |_| {
        workspace.save_status.track();
        read(view_state, whose.get());
    });
    let name = move || workspace.record.with(summary::person);
    let rows = move || match view_state.list.get() {
        List::Reading => view! { <p class="t-wait">{rich(words::frame::OPENING)}</p> }.into_any(),
        List::Failed => view! { <p class="t-note" role="alert">{rich(text::HISTORY_FAILED)}</p> }.into_any(),
        List::Read(all) if all.is_empty() => view! { <p>{rich(text::HISTORY_NONE)}</p> }.into_any(),
        List::Read(all) => list(view_state, &all),
    };
    let done = Memo::new(move |_| view_state.done.with(|done| workspace.record.with(|now| done.as_ref()?.last(now))));
    let note = move || done.get().map(|(said, undo)| note(view_state, said, undo));
    view! { <p><b>{name}</b></p> {note} {conflicts::open(view_state)} {rows} }.into_any()
}

fn read(view_state: HistoryView, id: String) {
    let Some(ports) = workspace().ports() else { return };
    leptos::task::spawn_local(async move {
        let found = match repository::history(&ports, &id).await {
            Ok(all) => List::Read(all),
            Err(_) => List::Failed,
        };
        // The page may have been left; and a list that stayed the same is not built anew.
        if view_state.list.try_with_untracked(|list| *list != found).unwrap_or_default() {
            view_state.list.set(found);
        }
    });
}

/// What was done, and the way back.
fn note(view_state: HistoryView, said: Word, undo: Word) -> AnyView {
    let workspace = workspace();
    let back = move |_| {
        workspace.undo();
        view_state.done.set(None);
        focus_in(workspace, "top");
    };
    view! {
        <div class="t-note" role="status">
            <p id=RESULT tabindex="-1">{rich(said)}</p>
            <button type="button" class="t-small" on:click=back>{rich(undo)}</button>
        </div>
    }
    .into_any()
}

fn list(view_state: HistoryView, all: &[(Cause, StoredRecord)]) -> AnyView {
    let shown = view_state.shown.get();
    // The newest is what is on the screen, unless it is the losing side of two edits.
    let head = all.iter().position(|(cause, _)| cause.may_be_head()).unwrap_or_default();
    let now = all.get(head).map(|(_, stored)| stored.record.clone());
    let rows = (0..all.len().min(shown)).map(|place| row(view_state, all, place, place == head, now.as_ref())).collect::<Vec<_>>();
    let more = (all.len() > shown).then(|| {
        let next = format!("version-{shown}");
        let workspace = workspace();
        let go_on = move |_| {
            view_state.shown.update(|shown| *shown += STEP);
            focus_in(workspace, next.clone());
        };
        view! { <button type="button" class="t-button" on:click=go_on>{rich(text::MORE)}</button> }
    });
    view! { <ol class="t-steps">{rows}</ol> {more} }.into_any()
}

fn row(view_state: HistoryView, all: &[(Cause, StoredRecord)], place: usize, is_now: bool, now: Option<&Record>) -> AnyView {
    let Some((cause, stored)) = all.get(place) else { return ().into_any() };
    let workspace = workspace();
    let rev = stored.rev;
    let when = workspace.with(|ports| ports.clock.at(stored.at));
    let when = when.map(|when| format!("{} {}:{:02}", days::day(when.day, lang()), when.hour, when.minute)).unwrap_or_default();
    let mark = is_now.then(|| view! { <p class="t-kept">{rich(text::NOW)}</p> });
    let losing = (*cause == Cause::Other).then(|| view! { <p class="t-note">{rich(text::OTHER_LEAD)}</p> });
    let by = stored.record.last_written().map(|last| format!("{}{}　", say(text::WHO), summary::author(&last.by))).unwrap_or_default();
    let why = text::CAUSES.get(*cause as usize).map(|word| say(*word)).unwrap_or_default();
    let what = match compared_with(all, place) {
        Some(before) => changes(&before.record, &stored.record),
        None => view! { <p class="t-soft">{rich(text::FIRST)}</p> }.into_any(),
    };
    let record = stored.record.clone();
    let is_open = move || view_state.open.get() == Some(rev);
    let content = move || is_open().then(|| whole(&record));
    let fold = move |_| view_state.open.update(|open| *open = if *open == Some(rev) { None } else { Some(rev) });
    view! {
        <li class="t-item">
            <h2 id=format!("version-{place}") tabindex="-1">{when.clone()}</h2>
            {mark}
            <p class="t-soft">{by} {why}</p>
            {losing}
            {what}
            <div class="t-tools">
                <button type="button" class="t-small" aria-expanded=move || is_open().to_string() on:click=fold>
                    {move || rich(if is_open() { text::FOLD } else { text::SEE_WHOLE })} <span class="t-hidden">" – " {when.clone()}</span>
                </button>
                {(!is_now).then(|| go_back(view_state, &stored.record, now, &when))}
            </div>
            {content}
        </li>
    }
    .into_any()
}

/// What a content is compared with: the one before it; for the losing side of two edits the one that stood against it.
fn compared_with(all: &[(Cause, StoredRecord)], place: usize) -> Option<&StoredRecord> {
    let (cause, _) = all.get(place)?;
    let other = |(cause, stored): &'_ (Cause, StoredRecord)| cause.may_be_head().then_some(stored.rev);
    let rev = match cause {
        Cause::Other | Cause::Theirs => all[..place].iter().rev().find_map(other),
        _ => all[place + 1..].iter().find_map(other),
    }?;
    all.iter().find(|(_, stored)| stored.rev == rev).map(|(_, stored)| stored)
}

/// The button that brings a content back; a word instead where it is the same as now.
fn go_back(view_state: HistoryView, record: &Record, now: Option<&Record>, when: &str) -> AnyView {
    let workspace = workspace();
    if now.is_some_and(|now| now.card == record.card && now.plan.sections == record.plan.sections) {
        return view! { <p class="t-soft">{rich(text::SAME_AS_NOW)}</p> }.into_any();
    }
    if !workspace.writable() {
        return view! { <p class="t-soft">{rich(card::READ_ONLY)}</p> }.into_any();
    }
    let (record, when) = (record.clone(), when.to_owned());
    let back = move |_| {
        workspace.replace(&record, Cause::Undo);
        say_done(workspace, view_state.done, text::WENT_BACK, text::UNDO);
    };
    view! {
        <button type="button" class="t-small" on:click=back>
            {rich(text::GO_BACK)} <span class="t-hidden">" – " {when}</span>
        </button>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use record::{Moment, RecordId};

    use super::*;

    #[test]
    fn a_content_is_compared_with_the_one_before_and_a_losing_side_with_the_one_that_won() {
        let stored = |rev| {
            let record = Record::new(RecordId("a".to_owned()), Moment(0));
            StoredRecord { rev, at: Moment(i64::from(rev)), ..StoredRecord::unsaved(&record) }
        };
        let all = [(Cause::Edit, stored(4)), (Cause::Other, stored(3)), (Cause::Edit, stored(2)), (Cause::Import, stored(1))];
        let with = |place| compared_with(&all, place).map(|stored| stored.rev);
        assert_eq!([with(0), with(1), with(2), with(3), with(9)], [Some(2), Some(4), Some(1), None, None]);
    }

    /// Two notes over one row of steps would let the older one take back the newer step.
    #[test]
    fn only_the_last_thing_that_was_done_can_be_taken_back_from_its_note() {
        let before = Record::new(RecordId("a".to_owned()), Moment(0));
        let after = Record { sample: true, ..before.clone() };
        let done = Done { said: text::WENT_BACK, undo: text::UNDO, after: after.clone() };
        assert_eq!(done.last(&after), Some((text::WENT_BACK, text::UNDO)));
        assert_eq!([done.last(&before), done.last(&Record { made: Moment(1), ..after })], [None, None]);
    }

    #[test]
    fn every_cause_has_its_word() {
        for cause in [Cause::Edit, Cause::Import, Cause::Undo, Cause::Repair, Cause::Other, Cause::Circle, Cause::Theirs] {
            assert!(text::CAUSES.get(cause as usize).is_some(), "{cause:?}");
        }
        assert_eq!(Cause::Theirs as usize + 1, text::CAUSES.len());
    }
}
