//! The HTML document around the app. Rendered on the server only, once for each page and language; the same for everybody.

use leptos::prelude::*;
use leptos_meta::MetaTags;
use leptos_router::location::RequestUrl;

use crate::{
    body,
    routes::{Bundle, Page},
    titles::name,
};
use words::{Lang, crash as text, pages::APP, plain};

/// Addresses and hashes of the files that start the app, known when the server starts.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// Address of the script that runs before anything is drawn.
    pub theme: String,
    /// `sha384-…` of that script.
    pub theme_integrity: String,
    /// Address of the start module.
    pub module: String,
    /// `sha384-…` of the start module.
    pub module_integrity: String,
    /// Address of the wasm file, which the start module asks for.
    pub code: String,
    /// `sha384-…` of the wasm file.
    pub code_integrity: String,
    /// Address of the style sheet.
    pub style: String,
}

/// The document of the page at the address that is rendered. `start` has the files of a bundle.
pub fn shell(lang: Lang, start: impl Fn(Bundle) -> Start) -> impl IntoView {
    let page = requested();
    let start = start(page.bundle());
    view! {
        <!DOCTYPE html>
        <html>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                // The title of the page.
                <MetaTags />
                <meta name="color-scheme" content="light dark" />
                <meta name="theme-color" content="#fbf9f4" media="(prefers-color-scheme: light)" />
                <meta name="theme-color" content="#14181d" media="(prefers-color-scheme: dark)" />
                <meta name="format-detection" content="telephone=no" />
                <meta name="robots" content="noindex" />
                <link rel="manifest" href=move || match lang { Lang::Ja => "/manifest.webmanifest", Lang::En => "/manifest.en.webmanifest" } />
                <link rel="icon" href="/icon.svg" type="image/svg+xml" />
                <link rel="apple-touch-icon" href="/icon-180.png" />
                <meta name="apple-mobile-web-app-title" content=APP.ja />
                // Before the style sheet, which it would else wait for.
                <script
                    src=start.theme
                    integrity=start.theme_integrity
                    crossorigin="anonymous"
                    data-code=start.code
                    data-integrity=start.code_integrity
                ></script>
                <link rel="stylesheet" href=start.style />
                // No preload of the wasm file: WebKit does not hand it to a fetch with integrity and loads it twice.
                <script type="module" src=start.module integrity=start.module_integrity crossorigin="anonymous"></script>
            </head>
            <body>
                {unscripted(lang)}
                <div id="app" class="t-app">{body(lang)}</div>
                {stopped(lang, page)}
            </body>
        </html>
    }
}

/// The page at the address. Leptos asks for the list of routes with an empty one.
fn requested() -> Page {
    let url = use_context::<RequestUrl>().and_then(|url| url.parse().ok());
    url.and_then(|url| Page::at(url.path())).map_or(Page::Home, |(_, page)| page)
}

/// For a browser that runs no scripts: what is safe, and what works all the same.
fn unscripted(lang: Lang) -> impl IntoView {
    view! {
        <noscript>
            <section class="t-unscripted">
                <p>{text::NO_SCRIPT.say(lang)}</p>
                <p>{text::NO_SCRIPT_SAFE.say(lang)}</p>
                <a class="t-button t-button--alarm" href="tel:119">{text::CALL.say(lang)}</a>
                <a class="t-button" href=Page::Help.path(lang)>{plain(name(Page::Help).say(lang))}</a>
            </section>
        </noscript>
    }
}

/// For the time when the app has panicked or cannot start. Out of sight until `start.js` shows it; stands outside of what the app
/// takes over, so that nothing of the app is needed for it.
fn stopped(lang: Lang, page: Page) -> impl IntoView {
    view! {
        <section id="stopped" class="t-stopped" role="alertdialog" aria-labelledby="stopped-title" tabindex="-1">
            <h2 id="stopped-title">{text::TITLE.say(lang)}</h2>
            <p>{text::SAFE.say(lang)}</p>
            // A link, so that it works even when no script of ours has arrived.
            <a id="stopped-again" class="t-button t-button--main" rel="external" href=page.path(lang)>{text::AGAIN.say(lang)}</a>
            <p class="t-stopped__file">{text::SAVE_LEAD.say(lang)}</p>
            <button id="stopped-save" type="button" class="t-button t-stopped__file" data-file=text::FILE.say(lang)>
                {text::SAVE.say(lang)}
            </button>
            <div role="status">
                <p class="t-stopped__said" data-said="made">{text::MADE.say(lang)}</p>
                <p class="t-stopped__said" data-said="failed">{text::FAILED.say(lang)}</p>
            </div>
            <a class="t-button t-button--alarm" rel="external" href="tel:119">{text::CALL.say(lang)}</a>
        </section>
    }
}
