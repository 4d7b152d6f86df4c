//! The scenes of step 5: which one the answers are about, which others there are, and copying between them.

use leptos::prelude::*;
use record::{
    Answer, Path,
    plan::{Key, Plan, Scene, State, Step, catalogue::ANSWER, section},
};

use crate::{
    parts::{
        focus::focus,
        words::{lang, rich},
    },
    workspace::{Pace, workspace},
};
use words::plan as text;

/// Which scene the answers are about; which others there are; and copying, only ever at a tap.
#[must_use]
pub fn scene_bar(key: Key) -> AnyView {
    let workspace = workspace();
    let path = ANSWER.at(&Path::plan_section(section::SCENES));
    let here = key.scene.unwrap_or(Scene::A);
    let chosen = move || workspace.plan(Plan::scenes);
    let current = move || chosen().contains(&here).then(|| view! { <p class="t-scene"><b>{rich(text::scene(here))}</b></p> });
    let boxes = Scene::ALL.map(|scene| {
        let write = path.clone();
        let pick = move |event: leptos::ev::Event| {
            let on = event_target_checked(&event);
            let now = untrack(chosen);
            let ids: Vec<String> = Scene::ALL
                .into_iter()
                .filter(|other| if *other == scene { on } else { now.contains(other) })
                .map(|scene| scene.id().to_owned())
                .collect();
            workspace.write_answer(Pace::Tap, &write, (!ids.is_empty()).then_some(Answer::Chosen(ids)));
            if on && now.is_empty() {
                workspace.put_bookmark(Key { scene: Some(scene), ..key });
                // The question takes the place of the choice.
                focus("top".to_owned());
            }
        };
        view! {
            <label class="t-option">
                <input type="checkbox" prop:checked=move || chosen().contains(&scene) on:change=pick />
                <span>{rich(text::scene(scene))}</span>
            </label>
        }
    });
    let turn = move || {
        let others = chosen().into_iter().filter(|scene| *scene != here).map(|scene| {
            // One box for all words: the button is a row of boxes, and readings would make a column of each piece.
            let words = view! { <span>{rich(text::PICK_SCENE)} {rich(text::COLON)} " " {rich(text::scene_short(scene))}</span> };
            let go = move |_| {
                workspace.put_bookmark(Key { scene: Some(scene), ..key });
                focus("top".to_owned());
            };
            view! { <button type="button" class="t-small" on:click=go>{words}</button> }.into_any()
        });
        others.collect::<Vec<_>>()
    };
    let none = untrack(chosen).is_empty();
    view! {
        {current}
        <details class="t-more" open=none.then_some("")>
            <summary>{rich(text::OTHER_SCENES)}</summary>
            <fieldset class="t-field">
                <legend>{rich(text::notes::treatment::SCENES)}</legend>
                <div class="t-options">{boxes}</div>
            </fieldset>
            <div class="t-tools">{turn}</div>
            {copies(here)}
        </details>
    }
    .into_any()
}

/// A button for each other scene in which something was answered: its answers, written here too.
fn copies(here: Scene) -> AnyView {
    let workspace = workspace();
    let copied = RwSignal::new(false);
    let answered = move |scene: Scene| {
        workspace.plan(|plan| Step::Treatment.questions().any(|question| plan.state(Key::within(question, scene)) != State::Untouched))
    };
    let buttons = move || {
        let from = Scene::ALL.into_iter().filter(|scene| *scene != here && answered(*scene));
        let each = from.map(|scene| {
            let copy = move |_| {
                workspace.copy_scene(scene, here);
                copied.set(true);
            };
            let (before, after) = text::notes::treatment::COPY.say(lang()).split_once("{scene}").unwrap_or_default();
            let words = view! { <span>{before} {rich(text::scene_short(scene))} {after}</span> };
            view! { <button type="button" class="t-small" on:click=copy>{words}</button> }.into_any()
        });
        each.collect::<Vec<_>>()
    };
    view! { <div class="t-tools">{buttons}</div> <div role="status">{move || copied.get().then(|| view! { <p class="t-kept">{rich(text::COPIED)}</p> })}</div> }.into_any()
}
