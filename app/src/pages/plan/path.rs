//! The way through the questions: which comes next and which came before, on the whole way and on the short one.

use leptos::prelude::*;
use record::plan::{Key, Plan, Question, Scene};

use crate::{
    parts::words::lang,
    routes::Page,
    workspace::{Workspace, workspace},
};

/// The questions on the way, in order. Scenes that were not chosen are passed by; of step 5 without any scene the first question stands
/// for the choice of scenes.
#[must_use]
pub fn way(plan: &Plan, core: bool) -> Vec<Key> {
    let scenes = plan.scenes();
    let on_way = |key: &Key| match key.scene {
        Some(scene) if scenes.is_empty() => key.question == Question::T1 && scene == Scene::A,
        Some(scene) => scenes.contains(&scene) && plan.asks(*key),
        None => plan.asks(*key),
    };
    Key::all().filter(on_way).filter(|key| !core || key.question.spec().core).collect()
}

/// What stands around a key on the way.
#[must_use]
pub fn around(way: &[Key], here: Key) -> (Option<Key>, Option<Key>) {
    let before = way.iter().rev().find(|key| order(**key) < order(here)).copied();
    let next = way.iter().find(|key| order(**key) > order(here)).copied();
    (before, next)
}

fn order(key: Key) -> usize {
    Key::all().position(|other| other == key).unwrap_or_default()
}

/// Where the questions of a page are: in which scene, for those that have one.
#[must_use]
pub fn here(workspace: Workspace, question: Question) -> Key {
    if !question.spec().by_scene() {
        return Key::of(question);
    }
    let scenes = workspace.plan(Plan::scenes);
    // A scene that is not thought about any more is none to come back to.
    let last = workspace.bookmark().and_then(|key| key.scene).filter(|scene| scenes.contains(scene));
    let chosen = last.or_else(|| scenes.first().copied());
    Key::within(question, chosen.unwrap_or(Scene::A))
}

/// A link to a question; it remembers in which scene.
#[must_use]
pub fn to(key: Key, class: &'static str, content: AnyView) -> AnyView {
    let workspace = workspace();
    let path = Page::Question(key.question).path(lang());
    let go = move |_| workspace.put_bookmark(key);
    view! { <a class=class href=path on:click=go>{content}</a> }.into_any()
}

#[cfg(test)]
mod tests {
    use record::{
        Answer, Answers, Moment, Stamp,
        plan::{catalogue::ANSWER, section},
    };

    use super::*;

    #[test]
    fn the_short_way_has_eight_questions_and_the_long_one_all_that_are_asked() {
        let mut plan = Plan::default();
        let ids = |plan: &Plan, core| way(plan, core).iter().map(|key| key.to_string()).collect::<Vec<_>>();
        // p2 comes once somebody is named in p1.
        assert_eq!(ids(&plan, true), ["v1", "p1", "p3", "l1", "l4", "t1.a", "s3"]);
        let stamp = Stamp { at: Moment(1), ..Stamp::default() };
        let chosen = Some(Answer::Chosen(vec!["b".to_owned(), "c".to_owned()]));
        plan.section_mut(section::SCENES).fields.set(ANSWER.untyped(), chosen, &stamp);
        assert_eq!(ids(&plan, true), ["v1", "p1", "p3", "l1", "l4", "t1.b", "t1.c", "s3"]);
        let long = ids(&plan, false);
        assert!(long.ends_with(&["t1.b", "t2.b", "t6.b", "t1.c", "t2.c", "t6.c", "s1", "s2", "s3"].map(str::to_owned)));
        let at = |id| around(&way(&plan, false), Key::by_id(id).unwrap());
        assert_eq!(at("v1"), (None, Key::by_id("v2")));
        assert_eq!(at("t6.b"), (Key::by_id("t2.b"), Key::by_id("t1.c")));
        assert_eq!(at("s3").1, None);
        // Somebody who stands beside the way finds back to it.
        assert_eq!(around(&way(&plan, true), Key::of(Question::V3)), (Key::by_id("v1"), Key::by_id("p1")));
    }
}
