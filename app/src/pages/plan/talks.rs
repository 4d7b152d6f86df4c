//! Notes of talks: when, with whom, three lines, what stays open, and which questions were touched.

use leptos::prelude::*;
use record::{
    Answer, Day, ItemId, Path,
    catalogue::{ItemField, ItemOf, OptionOf},
    plan::{
        Question, Scene, Step,
        cpr::{Cpr, cpr},
        lists::{TALK_ABOUT, Talk, talk},
        section,
    },
};

use crate::{
    pages::heading,
    parts::{
        focus::focus,
        form::form,
        frame::{PageLink, gate, save_status},
        list::list,
        plan::sources::sources_of,
        words::{lang, rich, say, space},
    },
    routes::Page,
    workspace::{Pace, workspace},
};
use words::{days, fields, plan as text};

/// The page.
#[must_use]
pub fn talks() -> AnyView {
    view! {
        {heading(Page::Talks)}
        <p class="t-soft">{rich(text::notes::talk::LEAD)} {space()} {rich(fields::SPOKEN)}</p>
        {gate(content)}
        {save_status()}
        <PageLink to=Page::Past class="t-button">{rich(text::TIMELINE)}</PageLink>
        <PageLink to=Page::Plan class="t-button t-button--plain">{rich(text::STOP)}</PageLink>
        {sources_of(&[text::notes::talk::ORIGIN])}
    }
    .into_any()
}

fn talks_path() -> Path {
    Path::plan_section(section::TALKS)
}

fn content() -> AnyView {
    let workspace = workspace();
    let whose = Memo::new(move |_| (workspace.record.with(|record| record.id.0.clone()), workspace.writable()));
    (move || form(view! { {list(talks_path())} {about_each()} }.into_any(), whose.with(|(_, writable)| *writable))).into_any()
}

/// For each talk: the questions that it touched, and what a talk with a doctor settles.
fn about_each() -> AnyView {
    let workspace = workspace();
    let talks = Memo::new(move |_| {
        workspace.record.with(|record| talks_path().items(record).iter().map(|item| item.id.clone()).collect::<Vec<_>>())
    });
    let each = move || {
        let cards = talks.get().into_iter().map(about).collect::<Vec<_>>();
        (!cards.is_empty()).then(|| view! { <h2>{rich(text::WHICH_QUESTIONS)}</h2> {cards} })
    };
    each.into_any()
}

/// Reads something of a talk, followed by whoever reads it.
fn of_talk<T>(id: &ItemId, read: impl FnOnce(ItemOf<'_, Talk>) -> Option<T>) -> Option<T> {
    workspace().plan(|plan| read(plan.list(Talk).find(|talk| talk.item.id == *id)?))
}

fn day(talk: ItemOf<'_, Talk>) -> Option<Day> {
    Day::parse(talk.words(talk::ON))
}

fn about(id: ItemId) -> AnyView {
    let path = TALK_ABOUT.of(&id);
    let when = {
        let id = id.clone();
        move || of_talk(&id, day).map(|on| days::day(on, lang()))
    };
    let steps = Step::ALL.map(|step| {
        let boxes = step.questions().map(|question| touched(&path, question)).collect::<Vec<_>>();
        view! { <p class="t-hint">{rich(text::step(step))}</p> <div class="t-options">{boxes}</div> }
    });
    let heard = heard(id);
    view! {
        <section class="t-item">
            <h3>{rich(text::TALK_OF)} " " {when}</h3>
            <details class="t-more">
                <summary>{rich(text::notes::talk::FIELD_ABOUT)}</summary>
                {steps}
            </details>
            <div role="status">{heard}</div>
        </section>
    }
    .into_any()
}

const WITH_DOCTOR: OptionOf<ItemField<Talk>> = talk::WITH.option("doctor");

/// What a talk does for a wish that no doctor has heard yet (rule E8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heard {
    /// Its day can be written as the day on which a doctor heard it.
    Waits(Day),
    /// It has not been yet.
    ToCome,
}

fn heard_in(talk: ItemOf<'_, Talk>, waits: bool, today: Day) -> Option<Heard> {
    let on = day(talk).filter(|_| waits && with_doctor_about_cpr(talk))?;
    Some(if on > today { Heard::ToCome } else { Heard::Waits(on) })
}

/// The way to write that a doctor has heard the wish. The button goes when it was pressed, and what was done stays in its place.
fn heard(id: ItemId) -> AnyView {
    let workspace = workspace();
    let result = format!("heard-{}", id.0);
    let done = RwSignal::new(false);
    let now = Memo::new(move |_| {
        let waits = workspace.plan(|plan| Scene::ALL.into_iter().any(|scene| cpr(&plan.sections, scene) == Cpr::Unconfirmed));
        let today = workspace.now()?.day;
        of_talk(&id, |talk| heard_in(talk, waits, today))
    });
    let content = move || match now.get() {
        None => done.get().then(|| view! { <p class="t-kept" id=result.clone() tabindex="-1">{rich(text::HEARD_WRITTEN)}</p> }.into_any()),
        Some(Heard::ToCome) => Some(view! { <p class="t-note t-calm">{rich(text::STILL_TO_COME)}</p> }.into_any()),
        Some(Heard::Waits(on)) => {
            let result = result.clone();
            let write = move |_| {
                done.set(true);
                workspace.heard_by_doctor(on);
                focus(result.clone());
            };
            let words = view! {
                <p class="t-note t-calm">
                    {rich(text::notes::cpr::UNCONFIRMED)} " "
                    <button type="button" class="t-small" on:click=write>{rich(text::HEARD)}</button>
                </p>
            };
            Some(words.into_any())
        }
    };
    content.into_any()
}

fn with_doctor_about_cpr(talk: ItemOf<'_, Talk>) -> bool {
    talk.has(WITH_DOCTOR) && talk.chosen(TALK_ABOUT).iter().any(|id| id == Question::T2.id())
}

fn touched(path: &Path, question: Question) -> AnyView {
    let workspace = workspace();
    let (read, write) = (path.clone(), path.clone());
    let ids = move |path: &Path| match workspace.answer(path) {
        Some(Answer::Chosen(ids)) => ids,
        _ => Vec::new(),
    };
    let on = move || ids(&read).iter().any(|id| id == question.id());
    let tap = move |event: leptos::ev::Event| {
        let was = ids(&write);
        let checked = event_target_checked(&event);
        // In the order of the questions, so that the same talk is the same answer.
        let now = Question::ALL.into_iter().map(Question::id);
        let now = now.filter(|id| if *id == question.id() { checked } else { was.iter().any(|was| was == id) });
        let now: Vec<String> = now.map(str::to_owned).collect();
        workspace.write_answer(Pace::Tap, &write, (!now.is_empty()).then_some(Answer::Chosen(now)));
    };
    view! {
        <label class="t-option">
            <input type="checkbox" prop:checked=on on:change=tap />
            <span>{say(text::title(question))}</span>
        </label>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use record::{Moment, Stamp, catalogue::NewItem};

    use super::*;

    #[test]
    fn only_a_day_that_has_come_is_one_on_which_a_doctor_heard() {
        let stamp = Stamp { at: Moment(1), ..Stamp::default() };
        let day = |on: &str| Day::parse(on).unwrap();
        let chosen = |id: &str| Some(Answer::Chosen(vec![id.to_owned()]));
        let talk = NewItem::new(Talk, ItemId("a".to_owned())).with(talk::ON, Some(Answer::Given("2026-11-26".to_owned())), &stamp);
        let talk = talk.with(talk::WITH, chosen("doctor"), &stamp);
        let heard = |talk: &NewItem<Talk>, waits, today| heard_in(talk.read(), waits, day(today));
        assert_eq!(heard(&talk, true, "2026-11-26"), None, "it was about something else");
        let talk = talk.with(TALK_ABOUT, chosen("t2"), &stamp);
        assert_eq!(heard(&talk, true, "2026-11-26"), Some(Heard::Waits(day("2026-11-26"))));
        assert_eq!(heard(&talk, true, "2026-11-25"), Some(Heard::ToCome));
        assert_eq!(heard(&talk, false, "2026-11-26"), None);
    }
}
