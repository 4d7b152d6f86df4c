//! One file for each page: layout and wiring only.

mod call;
mod card;
mod check;
mod erase;
mod help;
mod home;
mod people;
mod print;
mod saved;
mod section;
mod settings;
mod sheet;
mod show;

use crate::{
    dom::{IntoNode, Node, view},
    parts::words::rich,
    routes::Page,
    text::pages::name,
};

/// The content of a page.
#[must_use]
pub fn page(page: Page) -> Node {
    match page {
        Page::Home => home::home(),
        Page::Card => card::card(),
        Page::Section(section) => section::section(section),
        Page::Saved => saved::saved(),
        Page::Call => call::call(),
        Page::Check => check::check(),
        Page::People => people::people(),
        Page::Print => print::print(),
        Page::Show => show::show(),
        Page::Settings => settings::settings(),
        other => heading(other),
    }
}

/// The heading of a page; the focus goes there after a change of page.
#[must_use]
pub fn heading(page: Page) -> Node {
    view! { <h1 id="top" tabindex="-1">{rich(name(page))}</h1> }.into_node()
}
