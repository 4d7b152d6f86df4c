//! One file for each page: layout and wiring only.

use leptos::prelude::*;
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
    parts::words::rich,
    routes::{Bundle, Page},
};

/// The pages of the bundle that is needed first; `None` for a page of another one.
#[must_use]
pub fn daily(page: Page) -> Option<AnyView> {
    Some(match page {
        Page::Home => home::home(),
        _ => return None,
    })
}

/// The pages for the crew and for 119.
#[must_use]
pub fn emergency(page: Page) -> Option<AnyView> {
    Some(match page {
        Page::Show => show::show(),
        Page::Call => call::call(),
        _ => return None,
    })
}

/// The pages of help, and of how the app is set.
#[must_use]
pub fn reading(page: Page) -> Option<AnyView> {
    Some(match page {
        Page::Help => help::help(),
        Page::About => about::about(),
        Page::Settings => settings::settings(),
        _ => return None,
    })
}

/// The pages for filling in and looking through.
#[must_use]
pub fn writing(page: Page) -> Option<AnyView> {
    Some(match page {
        Page::Card => card::card(),
        Page::Section(section) => section::section(section),
        Page::Saved => saved::saved(),
        Page::Check => check::check(),
        Page::People => people::people(),
        _ => return None,
    })
}

/// The plan.
#[must_use]
pub fn planning(page: Page) -> Option<AnyView> {
    plan::page(page)
}

/// The pages about paper, files and earlier versions.
#[must_use]
pub fn keeping(page: Page) -> Option<AnyView> {
    Some(match page {
        Page::Print => print::print(),
        Page::Backup => backup::backup(),
        Page::History => history::history(),
        Page::Restore => restore::restore(),
        _ => return None,
    })
}

/// All pages: for the server, and for a build that is not split.
#[must_use]
pub fn every(page: Page) -> Option<AnyView> {
    match page.bundle() {
        Bundle::Daily => daily(page),
        Bundle::Emergency => emergency(page),
        Bundle::Reading => reading(page),
        Bundle::Writing => writing(page),
        Bundle::Planning => planning(page),
        Bundle::VersionDetails => keeping(page),
    }
}

/// The heading of a page; the focus goes there after a change of page.
#[must_use]
pub fn heading(page: Page) -> AnyView {
    view! { <h1 id="top" tabindex="-1">{rich(name(page))}</h1> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_stands_in_the_bundle_that_it_names() {
        let owner = Owner::new();
        owner.with(|| {
            provide_context(crate::workspace::Workspace::new(None));
            for page in Page::all() {
                let found = [
                    daily(page).is_some(),
                    emergency(page).is_some(),
                    reading(page).is_some(),
                    writing(page).is_some(),
                    planning(page).is_some(),
                    keeping(page).is_some(),
                ];
                let named = Bundle::ALL.map(|bundle| bundle == page.bundle());
                assert_eq!(found, named, "{page:?}");
            }
        });
    }
}
