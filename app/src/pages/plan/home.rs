//! Where the plan begins and where one comes back to: what it is, where one was, all questions, and what can be done with the answers.

use leptos::prelude::*;
use record::plan::{Key, Plan, Question, Scene, State, Step, hints::hints};

use super::{
    aloud::spoken,
    path::{to, way},
    remind,
};
use crate::titles::name;
use crate::{
    parts::{
        frame::{PageLink, gate, save_status},
        plan::{answer_text, sources::sources_of, speak::speak},
        words::{lang, rich, say},
    },
    routes::Page,
    workspace::workspace,
};
use words::{Word, plan as text};

/// The page.
#[must_use]
pub fn home() -> AnyView {
    view! {
        <h1 id="top" tabindex="-1">{rich(text::NAME_LONG)}</h1>
        {gate(|| speak(opening_aloud))}
        <p>{rich(text::notes::opening::WHAT)}</p>
        {three()}
        {gate(begin)}
        {gate(state)}
        {gate(look_again)}
        {first_words()}
        <section>
            <h2>{rich(text::ALL_QUESTIONS)}</h2>
            <p class="t-soft">{rich(text::ANY_ORDER)}</p>
            {gate(steps)}
        </section>
        {gate(worth_a_talk)}
        <section>
            <h2>{rich(text::AFTER)}</h2>
            <nav class="t-tiles">
                {doing(Page::Keep, text::KEEP_LINE)} {doing(Page::Past, text::PAST_LINE)} {doing(Page::Talks, text::TALKS_LINE)}
                {doing(Page::Together, text::TOGETHER_LINE)} {doing(Page::Opened, text::OPENED_LINE)} {doing(Page::Sheets, text::SHEETS_LINE)}
            </nav>
        </section>
        {save_status()}
        <p class="t-soft">{rich(text::notes::e1::TEXT)}</p>
        <p class="t-soft">{rich(text::notes::euthanasia::TEXT)}</p>
        {sources_of(&[text::notes::e1::ORIGIN, text::notes::opening::ORIGIN, text::notes::core::ORIGIN, text::notes::hints::ORIGIN, text::notes::euthanasia::ORIGIN])}
    }
    .into_any()
}

/// The opening, for whoever would rather listen.
fn opening_aloud() -> String {
    use text::notes::opening::{ILL, ONE, REST, THREE, TOGETHER, TWO, WHAT};
    spoken([WHAT, ONE, TWO, THREE, REST, TOGETHER, ILL])
}

/// Calm lines for whoever asked to be told: what changed on the card since the plan was last looked at, and what only the person knows.
fn look_again() -> AnyView {
    let lines = move || {
        let found = workspace().record.with(remind::due);
        let each = found.into_iter().map(|word| view! { <p>{rich(word)}</p> }.into_any()).collect::<Vec<_>>();
        (!each.is_empty())
            .then(|| view! { <section class="t-note t-calm">{each} <PageLink to=Page::Past class="t-small">{rich(name(Page::Past))}</PageLink></section> })
    };
    lines.into_any()
}

/// Three sentences stand before everything: this is no promise and no order, it can be changed at any time, and nobody has to answer (rules E1,
/// E2 and E13 of docs/plan-rules.md).
fn three() -> AnyView {
    view! {
        <ul class="t-dots">
            <li>{rich(text::notes::opening::ONE)}</li>
            <li>{rich(text::notes::opening::TWO)}</li>
            <li>{rich(text::notes::opening::THREE)}</li>
        </ul>
    }
    .into_any()
}

/// What to read first: open to whoever begins, folded once something was begun.
fn first_words() -> AnyView {
    let workspace = workspace();
    let back = Memo::new(move |_| workspace.plan(begun));
    let content = move || {
        if back.get() {
            view! { <details class="t-more"><summary>{rich(text::FIRST_WORDS)}</summary> {opening()}</details> }.into_any()
        } else {
            view! { <section class="t-note t-calm"><h2>{rich(text::FIRST_WORDS)}</h2> {opening()}</section> }.into_any()
        }
    };
    content.into_any()
}

/// For whom it is, and who should talk with a doctor first (rule E12).
fn opening() -> AnyView {
    let ill = RwSignal::new(false);
    let advice = move || ill.get().then(|| view! { <p class="t-note">{rich(text::notes::opening::ILL_ADVICE)}</p> });
    view! {
        <p>{rich(text::notes::opening::REST)}</p>
        <p>{rich(text::notes::opening::TOGETHER)}</p>
        <p>{rich(text::PROXY_HOW)} " " <PageLink to=Page::People class="t-small">{rich(name(Page::People))}</PageLink></p>
        <p>{rich(text::notes::opening::ILL)}</p>
        <button type="button" class="t-small" aria-expanded=move || ill.get().to_string() on:click=move |_| ill.update(|ill| *ill = !*ill)>
            {rich(text::notes::opening::ILL_YES)}
        </button>
        <div role="status">{advice}</div>
    }
    .into_any()
}

fn begun(plan: &Plan) -> bool {
    Key::all().any(|key| plan.state(key) != State::Untouched)
}

/// The short way, and the place where one was.
fn begin() -> AnyView {
    let workspace = workspace();
    let resume = move || {
        let key = workspace.plan(begun).then(|| workspace.bookmark()).flatten()?;
        let words = view! { {rich(text::RESUME)} <span class="t-button__small">{answer_text::title(key)}</span> };
        Some(to(key, "t-button t-button--main", words.into_any()))
    };
    let core = move || {
        let (key, words) = workspace.plan(|plan| {
            let way = way(plan, true);
            match way.iter().find(|key| plan.state(**key) == State::Untouched) {
                Some(next) => (*next, text::BEGIN_CORE),
                None => (way.first().copied().unwrap_or(Key::of(Question::V1)), text::BEGIN_AGAIN),
            }
        });
        let go = move |_| workspace.set(|settings| settings.core = true);
        view! { <div on:click=go>{to(key, "t-button", rich(words))}</div> }.into_any()
    };
    view! { {resume} {core} <p class="t-soft">{rich(text::notes::core::LEAD)}</p> }.into_any()
}

/// How much was talked about, and whether something waits to be kept. No share of a whole.
fn state() -> AnyView {
    let workspace = workspace();
    let talked = move || workspace.plan(begun).then(|| view! { <p><b>{text::talked(workspace.plan(Plan::talked_about), lang())}</b></p> });
    let unkept = move || {
        let (kept, changed) = workspace.plan(|plan| (plan.newest().is_some(), plan.has_unkept()));
        let words = if kept { text::UNKEPT } else { text::KEEP_FIRST };
        changed.then(|| view! { <section class="t-note t-calm"><p>{rich(words)}</p> <PageLink to=Page::Keep class="t-small">{rich(name(Page::Keep))}</PageLink></section> })
    };
    view! { {talked} {unkept} }.into_any()
}

fn steps() -> AnyView {
    Step::ALL.map(step).into_any()
}

fn step(step: Step) -> AnyView {
    let workspace = workspace();
    let groups = move || {
        let plan = workspace.plan(Clone::clone);
        groups(&plan, step).into_iter().map(|(scene, keys)| group(&plan, scene, &keys)).collect::<Vec<_>>()
    };
    view! {
        <details class="t-more">
            <summary>{rich(text::step(step))}</summary>
            <p class="t-soft">{rich(text::step_lead(step))}</p>
            <div on:click=move |_| workspace.set(|settings| settings.core = false)>{groups}</div>
        </details>
    }
    .into_any()
}

/// The questions of a step that are asked: of step 5 a group for each scene, and only the way in while none is chosen.
fn groups(plan: &Plan, step: Step) -> Vec<(Option<Scene>, Vec<Key>)> {
    let scenes = plan.scenes();
    match step {
        Step::Treatment if scenes.is_empty() => vec![(None, vec![Key::within(Question::T1, Scene::A)])],
        Step::Treatment => scenes.into_iter().map(|scene| (Some(scene), asked(plan, step, Some(scene)))).collect(),
        _ => vec![(None, asked(plan, step, None))],
    }
}

fn asked(plan: &Plan, step: Step, scene: Option<Scene>) -> Vec<Key> {
    step.questions().map(|question| Key { question, scene }).filter(|key| plan.asks(*key)).collect()
}

fn group(plan: &Plan, scene: Option<Scene>, keys: &[Key]) -> AnyView {
    let heading = scene.map(|scene| view! { <h3>{rich(text::scene_short(scene))}</h3> });
    let rows = keys.iter().map(|key| row(plan, *key)).collect::<Vec<_>>();
    view! { {heading} <ul class="t-tasks">{rows}</ul> }.into_any()
}

fn row(plan: &Plan, key: Key) -> AnyView {
    let title = say(text::title(key.question));
    let state = answer_text::state(plan.state(key));
    let talked = spoken_of(plan, key).then(|| view! { "・" {rich(text::TALKED)} });
    // The heading says the scene to whoever sees the list; who goes from link to link hears it too.
    let scene = key.scene.filter(|_| !plan.scenes().is_empty());
    let scene = scene.map(|scene| view! { <span class="t-hidden">" – " {rich(text::scene_short(scene))}</span> });
    let core = key.question.spec().core.then(|| view! { " " <span class="t-tag">{rich(text::CORE)}</span> });
    let content = view! { <b>{title} {scene} {core}</b> <span class="t-tasks__state">{state} {talked}</span> };
    view! { <li>{to(key, "t-tasks__link", content.into_any())}</li> }.into_any()
}

/// Whether the list says that a question was talked about: never beside one to which nothing was said.
fn spoken_of(plan: &Plan, key: Key) -> bool {
    plan.state(key) != State::Untouched && plan.talked(key.question)
}

/// Whether step 5 lies behind: something was said to it, if only 「とばす」, or to the step after it.
fn past_treatment(plan: &Plan) -> bool {
    let touched = |key: Key| plan.state(key) != State::Untouched;
    Key::all().any(|key| matches!(key.question.spec().step, Step::Treatment | Step::Telling) && touched(key))
}

/// Pairs of answers that may be worth a talk. After step 5, and only here: no reader sees them.
fn worth_a_talk() -> AnyView {
    let workspace = workspace();
    let content = move || {
        let found = workspace.plan(|plan| if past_treatment(plan) { hints(plan) } else { Vec::new() });
        (!found.is_empty()).then(|| {
            let rows = found.into_iter().map(|hint| view! { <li>{rich(text::note_of_hint(hint))}</li> }.into_any()).collect::<Vec<_>>();
            view! {
                <section class="t-note t-calm">
                    <h2>{rich(text::HINTS)}</h2>
                    <p>{rich(text::notes::hints::LEAD)}</p>
                    <ul class="t-dots">{rows}</ul>
                </section>
            }
        })
    };
    content.into_any()
}

fn doing(page: Page, line: Word) -> AnyView {
    view! { <PageLink to=page class="t-tile"><b>{rich(name(page))}</b> <span>{rich(line)}</span></PageLink> }.into_any()
}

#[cfg(test)]
mod tests {
    use record::{
        Answer, Answers, Stamp,
        plan::{
            QuestionField,
            catalogue::{ANSWER, p1, s3, t1},
            section,
        },
    };

    use super::*;

    #[test]
    fn hints_wait_until_step_5_was_answered_or_passed() {
        let mut plan = Plan::default();
        let mut put = |field: QuestionField, answer| {
            field.set(&mut plan.sections, Some(answer), &Stamp::default());
            past_treatment(&plan)
        };
        assert!(!put(p1::ANSWER, Answer::Picked("nobody_now".to_owned())));
        assert!(put(t1::ANSWER.within(Scene::B), Answer::Skipped));
        let mut plan = Plan::default();
        s3::ANSWER.set(&mut plan.sections, Some(Answer::Undecided), &Stamp::default());
        assert!(past_treatment(&plan));
    }

    #[test]
    fn step_5_is_listed_by_scene_and_nothing_was_talked_about_before_it_was_answered() {
        let mut plan = Plan::default();
        let first = Key::within(Question::T1, Scene::A);
        assert_eq!(groups(&plan, Step::Treatment), [(None, vec![first])]);
        plan.section_mut(section::SCENES).fields.set(
            ANSWER.untyped(),
            Some(Answer::Chosen(vec!["a".to_owned(), "c".to_owned()])),
            &Stamp::default(),
        );
        let listed = groups(&plan, Step::Treatment);
        assert_eq!(listed.iter().map(|(scene, _)| *scene).collect::<Vec<_>>(), [Some(Scene::A), Some(Scene::C)]);
        assert!(listed.iter().all(|(scene, keys)| keys.iter().all(|key| key.scene == *scene)));
        t1::ANSWER.within(Scene::C).set(&mut plan.sections, Some(Answer::Undecided), &Stamp::default());
        t1::WITH.within(Scene::C).set(&mut plan.sections, Some(Answer::Chosen(vec!["family".to_owned()])), &Stamp::default());
        assert!(plan.talked(Question::T1));
        assert_eq!([Scene::A, Scene::C].map(|scene| spoken_of(&plan, Key::within(Question::T1, scene))), [false, true]);
    }
}
