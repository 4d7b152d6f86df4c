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
    layout::{page_view, page_view_by_id},
    parts::words::rich,
    routes::Page,
};

/// How the server renders a page: once, to a file.
fn static_route() -> SsrMode {
    SsrMode::Static(StaticRoute::new())
}

/// The same for a page of each thing of a kind: the parameter of the path, and the ids that it can have.
fn static_route_for(param: &'static str, ids: fn() -> Vec<String>) -> SsrMode {
    SsrMode::Static(StaticRoute::new().prerender_params(move || async move { StaticParamsMap(vec![(param.to_owned(), ids())]) }))
}

/// What is needed first.
#[must_use]
pub fn daily() -> AnyNestedRoute {
    view! { <Route path=path!("/") view=page_view(Page::Home, home::home) ssr=static_route() /> }.into_inner().into_any_nested_route()
}

/// For the crew and for 119.
#[must_use]
pub fn emergency() -> AnyNestedRoute {
    let routes = view! {
        <Route path=path!("/show") view=page_view(Page::Show, show::show) ssr=static_route() />
        <Route path=path!("/call") view=page_view(Page::Call, call::call) ssr=static_route() />
    };
    routes.into_inner().into_any_nested_route()
}

/// Help, and how the app is set.
#[must_use]
pub fn reading() -> AnyNestedRoute {
    let routes = view! {
        <Route path=path!("/help") view=page_view(Page::Help, help::help) ssr=static_route() />
        <Route path=path!("/about") view=page_view(Page::About, about::about) ssr=static_route() />
        <Route path=path!("/settings") view=page_view(Page::Settings, settings::settings) ssr=static_route() />
    };
    routes.into_inner().into_any_nested_route()
}

/// Filling in and looking through.
#[must_use]
pub fn writing() -> AnyNestedRoute {
    let sections = || Section::ALL.into_iter().map(|section| section.id().to_owned()).collect();
    let routes = view! {
        <Route path=path!("/card") view=page_view(Page::Card, card::card) ssr=static_route() />
        <Route path=path!("/card/:section") view=page_view_by_id("section", Section::by_id, Page::Section, section::section) ssr=static_route_for("section", sections) />
        <Route path=path!("/saved") view=page_view(Page::Saved, saved::saved) ssr=static_route() />
        <Route path=path!("/check") view=page_view(Page::Check, check::check) ssr=static_route() />
        <Route path=path!("/people") view=page_view(Page::People, people::people) ssr=static_route() />
    };
    routes.into_inner().into_any_nested_route()
}

/// Paper, files and earlier versions.
#[must_use]
pub fn keeping() -> AnyNestedRoute {
    let routes = view! {
        <Route path=path!("/print") view=page_view(Page::Print, print::print) ssr=static_route() />
        <Route path=path!("/backup") view=page_view(Page::Backup, backup::backup) ssr=static_route() />
        <Route path=path!("/history") view=page_view(Page::History, history::history) ssr=static_route() />
        <Route path=path!("/restore") view=page_view(Page::Restore, restore::restore) ssr=static_route() />
    };
    routes.into_inner().into_any_nested_route()
}

/// The plan. Questions come last: every other page of it has a name of its own.
#[must_use]
pub fn planning() -> AnyNestedRoute {
    let questions = || Question::ALL.into_iter().map(|question| question.id().to_owned()).collect();
    let routes = view! {
        <Route path=path!("/plan") view=page_view(Page::Plan, plan::home) ssr=static_route() />
        <Route path=path!("/plan/keep") view=page_view(Page::Keep, plan::keep) ssr=static_route() />
        <Route path=path!("/plan/past") view=page_view(Page::Past, plan::past) ssr=static_route() />
        <Route path=path!("/plan/talks") view=page_view(Page::Talks, plan::talks) ssr=static_route() />
        <Route path=path!("/plan/together") view=page_view(Page::Together, plan::together) ssr=static_route() />
        <Route path=path!("/plan/opened") view=page_view(Page::Opened, plan::opened) ssr=static_route() />
        <Route path=path!("/plan/sheets") view=page_view(Page::Sheets, plan::sheets) ssr=static_route() />
        <Route path=path!("/plan/:question") view=page_view_by_id("question", Question::by_id, Page::Question, plan::question) ssr=static_route_for("question", questions) />
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
    use crate::{
        Lang,
        routes::{self, Bundle},
    };
    use leptos_router::{MatchParams, RouteDefs};

    /// The parameters that the route of a path has; `None` without one.
    fn found(routes: &AnyNestedRoute, lang: Lang, path: &str) -> Option<Vec<String>> {
        let routes = RouteDefs::new_with_base(routes.clone(), routes::base(lang));
        Some(routes.match_route(path)?.to_params().into_iter().map(|(_, value)| value).collect())
    }

    #[test]
    fn every_page_stands_in_the_bundle_that_it_names() {
        let bundles = [daily(), emergency(), reading(), writing(), planning(), keeping()];
        for (lang, page) in [Lang::Ja, Lang::En].into_iter().flat_map(|lang| Page::all().map(move |page| (lang, page))) {
            let path = page.path(lang);
            let here = bundles.iter().map(|routes| found(routes, lang, &path).is_some()).collect::<Vec<_>>();
            let named = Bundle::ALL.map(|bundle| bundle == page.bundle());
            assert_eq!(here, named, "{path}");
            // A page of a name of its own is not taken for a question or a section of that name.
            let params = match page {
                Page::Section(section) => vec![section.id().to_owned()],
                Page::Question(question) => vec![question.id().to_owned()],
                _ => vec![],
            };
            assert_eq!(found(&every(), lang, &path), Some(params), "{path}");
        }
        for path in ["/nothing", "/card.html", "/card/illness/more"] {
            assert_eq!(found(&every(), Lang::Ja, path), None, "{path}");
        }
    }
}
