//! Settings: how the app looks, its language, the people, the storage, and erasing.

use leptos::prelude::*;
use store::settings::Settings;

use super::heading;
use crate::titles::name;
use crate::{
    parts::{
        frame::{PageLink, gate},
        storage::storage,
        words::{lang, rich},
    },
    routes::Page,
    workspace::{device::Platform, workspace},
};
use words::{Lang, Word, help, settings as text};

/// The page.
#[must_use]
pub fn settings() -> AnyView {
    view! {
        {heading(Page::Settings)}
        {gate(looks)}
        <h2>{rich(text::LANGUAGE)}</h2>
        {languages()}
        <h2>{rich(text::PEOPLE)}</h2>
        <PageLink to=Page::People class="t-button">{rich(name(Page::People))}</PageLink>
        <h2>{rich(text::STORAGE)}</h2>
        {gate(kept)}
        <h2>{rich(text::INSTALL)}</h2>
        {gate(install)}
        <h2>{rich(text::ERASE)}</h2>
        {gate(super::erase::erase)}
        <PageLink to=Page::About class="t-button">{rich(name(Page::About))}</PageLink>
    }
    .into_any()
}

fn looks() -> AnyView {
    view! {
        {choice("step", text::SIZE, &text::SIZES, |settings| &mut settings.step)}
        {choice("theme", text::THEME, &text::THEMES, |settings| &mut settings.theme)}
        {choice("ruby", text::RUBY, &text::RUBIES, |settings| &mut settings.ruby)}
    }
    .into_any()
}

fn choice(id: &'static str, title: Word, options: &'static [(&'static str, Word)], of: fn(&mut Settings) -> &mut String) -> AnyView {
    let workspace = workspace();
    let rows = options
        .iter()
        .map(|(value, word)| {
            let on = move || workspace.settings.with(|settings| of(&mut settings.clone()).as_str() == *value);
            view! {
                <label class="t-option">
                    <input
                        type="radio"
                        name=id
                        prop:checked=on
                        on:change=move |_| workspace.set(|settings| *of(settings) = (*value).to_owned())
                    />
                    <span>{rich(*word)}</span>
                </label>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <fieldset class="t-field">
            <legend>{rich(title)}</legend>
            <div class="t-options" data-row="true">{rows}</div>
        </fieldset>
    }
    .into_any()
}

/// The other language is another document, so these are plain links that load it. What was chosen is remembered for the next start.
fn languages() -> AnyView {
    let (here, workspace) = (lang(), workspace());
    let one = move |other: Lang, words: &'static str, code: &'static str| {
        let current = if other == here { "true" } else { "false" };
        let keep = move |_| workspace.set(|settings| settings.lang = code.to_owned());
        view! {
            <a rel="external" class="t-button" href=Page::Settings.path(other) lang=code hreflang=code aria-current=current on:click=keep>
                {words}
            </a>
        }
    };
    view! { <div class="t-pair">{one(Lang::Ja, words::JAPANESE, "ja")} {one(Lang::En, words::ENGLISH, "en")}</div> }.into_any()
}

fn kept() -> AnyView {
    view! { {storage()} <PageLink to=Page::Backup class="t-button">{rich(name(Page::Backup))}</PageLink> }.into_any()
}

fn install() -> AnyView {
    let place = workspace().with(|ports| ports.device.platform()).unwrap_or(Platform::Other);
    let topic = match place {
        Platform::Installed => return view! { <p>{rich(text::INSTALL_DONE)}</p> }.into_any(),
        Platform::Iphone => "install-iphone",
        Platform::Android => "install-android",
        Platform::Line | Platform::InApp => "install-line",
        Platform::Other => "",
    };
    let steps = help::HELP.iter().find(|found| found.id == topic).map(super::help::steps);
    view! { <p>{rich(text::INSTALL_LEAD)}</p> {steps} <PageLink to=Page::Help class="t-button">{rich(name(Page::Help))}</PageLink> }
        .into_any()
}
