//! One file for each page: layout and wiring only.

use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    any_nested_route::{AnyNestedRoute, IntoAnyNestedRoute},
    components::Route,
    path,
    static_routes::{StaticParamsMap, StaticRoute},
};
use record::{Section, plan::Question};

mod about;
mod backup;
mod call;
mod card;
mod changes;
mod check;
mod erase;
mod help;
mod history;
mod home;
mod incoming;
mod people;
mod plan;
mod print;
mod restore;
mod saved;
mod section;
mod settings;
mod show;

use crate::titles::name;
use crate::{
    layout::{each, one},
    parts::words::rich,
    routes::Page,
};

/// How the server renders a page: once, to a file.
fn fixed() -> SsrMode {
    SsrMode::Static(StaticRoute::new())
}

/// The same for a page of each thing of a kind: the parameter of the path, and the ids that it can have.
fn fixed_for(param: &'static str, ids: fn() -> Vec<String>) -> SsrMode {
    SsrMode::Static(StaticRoute::new().prerender_params(move || async move { StaticParamsMap(vec![(param.to_owned(), ids())]) }))
}

/// What is needed first.
#[must_use]
pub fn daily() -> AnyNestedRoute {
    view! { <Route path=path!("/") view=one(Page::Home, home::home) ssr=fixed() /> }.into_inner().into_any_nested_route()
}

/// For the crew and for 119.
#[must_use]
pub fn emergency() -> AnyNestedRoute {
    let routes = view! {
        <Route path=path!("/show") view=one(Page::Show, show::show) ssr=fixed() />
        <Route path=path!("/call") view=one(Page::Call, call::call) ssr=fixed() />
    };
    routes.into_inner().into_any_nested_route()
}

/// Help, and how the app is set.
#[must_use]
pub fn reading() -> AnyNestedRoute {
    let routes = view! {
        <Route path=path!("/help") view=one(Page::Help, help::help) ssr=fixed() />
        <Route path=path!("/about") view=one(Page::About, about::about) ssr=fixed() />
        <Route path=path!("/settings") view=one(Page::Settings, settings::settings) ssr=fixed() />
    };
    routes.into_inner().into_any_nested_route()
}

/// Filling in and looking through.
#[must_use]
pub fn writing() -> AnyNestedRoute {
    let sections = || Section::ALL.into_iter().map(|section| section.id().to_owned()).collect();
    let routes = view! {
        <Route path=path!("/card") view=one(Page::Card, card::card) ssr=fixed() />
        <Route path=path!("/card/:section") view=each("section", Section::by_id, Page::Section, section::section) ssr=fixed_for("section", sections) />
        <Route path=path!("/saved") view=one(Page::Saved, saved::saved) ssr=fixed() />
        <Route path=path!("/check") view=one(Page::Check, check::check) ssr=fixed() />
        <Route path=path!("/people") view=one(Page::People, people::people) ssr=fixed() />
    };
    routes.into_inner().into_any_nested_route()
}

/// Paper, files and earlier versions.
#[must_use]
pub fn keeping() -> AnyNestedRoute {
    let routes = view! {
        <Route path=path!("/print") view=one(Page::Print, print::print) ssr=fixed() />
        <Route path=path!("/backup") view=one(Page::Backup, backup::backup) ssr=fixed() />
        <Route path=path!("/history") view=one(Page::History, history::history) ssr=fixed() />
        <Route path=path!("/restore") view=one(Page::Restore, restore::restore) ssr=fixed() />
    };
    routes.into_inner().into_any_nested_route()
}

/// The plan. Questions come last: every other page of it has a name of its own.
#[must_use]
pub fn planning() -> AnyNestedRoute {
    let questions = || Question::ALL.into_iter().map(|question| question.id().to_owned()).collect();
    let routes = view! {
        <Route path=path!("/plan") view=one(Page::Plan, plan::home) ssr=fixed() />
        <Route path=path!("/plan/keep") view=one(Page::Keep, plan::keep) ssr=fixed() />
        <Route path=path!("/plan/past") view=one(Page::Past, plan::past) ssr=fixed() />
        <Route path=path!("/plan/talks") view=one(Page::Talks, plan::talks) ssr=fixed() />
        <Route path=path!("/plan/together") view=one(Page::Together, plan::together) ssr=fixed() />
        <Route path=path!("/plan/opened") view=one(Page::Opened, plan::opened) ssr=fixed() />
        <Route path=path!("/plan/sheets") view=one(Page::Sheets, plan::sheets) ssr=fixed() />
        <Route path=path!("/plan/:question") view=each("question", Question::by_id, Page::Question, plan::question) ssr=fixed_for("question", questions) />
    };
    routes.into_inner().into_any_nested_route()
}

/// All pages: for the server, and for a build that is not split.
#[must_use]
pub fn every() -> AnyNestedRoute {
    (daily(), emergency(), reading(), writing(), keeping(), planning()).into_any_nested_route()
}

/// The heading of a page; the focus goes there after a change of page.
#[must_use]
pub fn heading(page: Page) -> AnyView {
    view! { <h1 id="top" tabindex="-1">{rich(name(page))}</h1> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, routes::Bundle};
    use leptos_router::MatchNestedRoutes;

    fn holds(routes: &AnyNestedRoute, path: &str) -> bool {
        let (found, rest) = routes.match_nested(path);
        found.is_some() && rest.is_empty()
    }

    #[test]
    fn every_page_stands_in_the_bundle_that_it_names() {
        let bundles = [daily(), emergency(), reading(), writing(), planning(), keeping()];
        for page in Page::all() {
            let path = page.path(Lang::Ja);
            let found = bundles.iter().map(|routes| holds(routes, &path)).collect::<Vec<_>>();
            let named = Bundle::ALL.map(|bundle| bundle == page.bundle());
            assert_eq!(found, named, "{page:?}");
            assert!(holds(&every(), &path), "{page:?}");
        }
        assert!(!holds(&every(), "/nothing") && !holds(&every(), "/card/illness/more"));
    }
}
