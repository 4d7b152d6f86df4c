//! 「今日の記録として残す」 (s6): what will be kept, who wrote it, why, a name as a courtesy; and what can be done afterwards.

use leptos::prelude::*;
use record::{
    Day,
    plan::{Key, Plan, State},
};
use store::intake::bounds;

use super::{
    newest::{look_again, take_back},
    remind::remind,
    signature::{Draft, sign as name_under},
    written::{Level, written, wrote},
};
use crate::titles::name;
use crate::{
    parts::{
        focus::focus,
        frame::{PageLink, gate, save_status},
        plan::sources::sources_of,
        words::{lang, rich},
    },
    routes::Page,
    workspace::{plan::VersionDetails, workspace},
};
use words::{Word, card, days, plan as text};

/// Where the focus goes when something was done.
const RESULT: &str = "kept";

/// What there is to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Nothing,
    /// As it was kept before.
    Same,
    /// The same, but withdrawn since.
    Withdrawn,
    Ready,
}

/// How it stands.
fn stage(plan: &Plan) -> Stage {
    if Key::all().all(|key| plan.state(key) == State::Untouched) {
        return Stage::Nothing;
    }
    match (plan.has_unkept(), plan.current()) {
        (true, _) => Stage::Ready,
        (false, Some(_)) => Stage::Same,
        (false, None) => Stage::Withdrawn,
    }
}

/// The page.
#[must_use]
pub fn keep() -> AnyView {
    let kept = RwSignal::new(None::<Day>);
    // Once it is done, what was done stands first.
    let lead = move || {
        kept.get().is_none().then(|| {
            view! { <p>{rich(text::notes::version::LEAD)}</p> <p class="t-soft">{rich(text::notes::e1::TEXT)}</p> }
        })
    };
    view! {
        <h1 id="top" tabindex="-1">{rich(text::KEEP)}</h1>
        {lead}
        {gate(move || content(kept))}
        {gate(remind)}
        {save_status()}
        <PageLink to=Page::Plan class="t-button t-button--plain">{rich(text::STOP)}</PageLink>
        {sources_of(&[text::notes::e1::ORIGIN, text::notes::version::ORIGIN, text::notes::remind::ORIGIN])}
    }
    .into_any()
}

fn content(kept: RwSignal<Option<Day>>) -> AnyView {
    let workspace = workspace();
    let said = RwSignal::new(None::<Word>);
    let stage = Memo::new(move |_| (workspace.plan(stage), workspace.writable()));
    let body = move || {
        if kept.get().is_some() {
            return done();
        }
        match stage.get() {
            (Stage::Nothing, _) => {
                view! { <p class="t-note t-calm">{rich(text::KEEP_NOTHING)}</p> <PageLink to=Page::Plan class="t-button">{rich(text::TO_QUESTIONS)}</PageLink> }
                    .into_any()
            }
            (_, false) => view! { <p class="t-note">{rich(card::READ_ONLY)}</p> }.into_any(),
            (Stage::Ready, _) => form(kept),
            (Stage::Same, _) => view! {
                <p class="t-note t-calm">{rich(text::KEEP_SAME)}</p>
                {look_again(said, RESULT)}
                <PageLink to=Page::Past class="t-button">{rich(name(Page::Past))}</PageLink>
            }
            .into_any(),
            (Stage::Withdrawn, _) => view! {
                <p class="t-note t-calm">{rich(text::KEEP_SAME)} " " <b>{rich(text::WITHDRAWN)}</b></p>
                {take_back(said, RESULT)}
                <PageLink to=Page::Past class="t-button">{rich(name(Page::Past))}</PageLink>
            }
            .into_any(),
        }
    };
    let status = move || {
        let kept = kept.get().map(|day| text::kept_on(&days::day(day, lang()), lang()).into_any());
        let words = kept.or_else(|| said.get().map(rich))?;
        Some(view! { <p class="t-kept" id=RESULT tabindex="-1">{words}</p> })
    };
    view! { <div role="status">{status}</div> {body} }.into_any()
}

fn form(kept: RwSignal<Option<Day>>) -> AnyView {
    let workspace = workspace();
    let (reason, draft) = (RwSignal::new(String::new()), Draft::new());
    let what = move || {
        workspace.settings.track();
        workspace.plan(|plan| written(&plan.snapshot(), &workspace.author(), Level::H3))
    };
    let who = move || {
        workspace.settings.track();
        wrote(&workspace.author())
    };
    let keep = move |_| {
        let Some(now) = workspace.now() else { return };
        workspace.keep_version(&VersionDetails { reason: reason.get_untracked(), signed: draft.signed() });
        kept.set(Some(now.day));
        focus(RESULT.to_owned());
    };
    view! {
        <form class="t-form" autocomplete="off" on:submit=move |event| event.prevent_default()>
            <section>
                <h2>{rich(text::WHAT_IS_KEPT)}</h2>
                <details class="t-more"><summary>{rich(text::READ_WHOLE)}</summary> {what}</details>
            </section>
            <section>
                <h2>{rich(text::WHO_WROTE)}</h2>
                <p><b>{who}</b></p>
                <p class="t-soft">{rich(text::PROXY_HOW)} " " <PageLink to=Page::People class="t-small">{rich(name(Page::People))}</PageLink></p>
            </section>
            <div class="t-field">
                <label for="reason">{rich(text::notes::version::REASON)}</label>
                <p class="t-hint" id="reason-hint">{rich(text::notes::version::REASON_HINT)}</p>
                <input
                    class="t-input"
                    id="reason"
                    type="text"
                    maxlength=bounds::TEXT.to_string()
                    autocomplete="off"
                    aria-describedby="reason-hint"
                    prop:value=move || reason.get()
                    on:input=move |event| reason.set(event_target_value(&event))
                />
            </div>
            {name_under(draft)}
            <button type="button" class="t-button t-button--main" id="keep" on:click=keep>{rich(text::KEEP)}</button>
        </form>
    }
    .into_any()
}

/// After keeping: paper, showing, looking back.
fn done() -> AnyView {
    let to = |page: Page| view! { <PageLink to=page class="t-button">{rich(name(page))}</PageLink> }.into_any();
    view! { <nav class="t-form">{to(Page::Sheets)} {to(Page::Opened)} {to(Page::Past)}</nav> }.into_any()
}

#[cfg(test)]
mod tests {
    use record::{
        Answer, ItemId, Moment, Stamp,
        plan::{Version, VersionId, catalogue::v2},
    };

    use super::*;

    #[test]
    fn there_is_something_to_keep_when_something_is_new() {
        let mut plan = Plan::default();
        assert_eq!(stage(&plan), Stage::Nothing);
        let stamp = Stamp { at: Moment(1), ..Stamp::default() };
        v2::ANSWER.set(&mut plan.sections, Some(Answer::Undecided), &stamp);
        assert_eq!(stage(&plan), Stage::Ready, "not knowing is an answer");
        let on = Day::parse("2026-11-26").unwrap();
        plan.keep(Version {
            id: VersionId("a".to_owned()),
            on,
            at: Moment(2),
            by: record::Author::Own,
            reason: String::new(),
            signed: None,
            after: Vec::new(),
            answers: plan.snapshot(),
            extra: serde_json::Map::new(),
        });
        assert_eq!(stage(&plan), Stage::Same);
        plan.withdraw(ItemId("b".to_owned()), on, &stamp);
        assert_eq!(stage(&plan), Stage::Withdrawn);
    }
}
