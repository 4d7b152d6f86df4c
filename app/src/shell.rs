//! The HTML document around the app. Rendered on the server only, once for each page and language; the same for everybody.

use leptos::{prelude::*, tachys::html::InertElement};

use crate::{
    body_html,
    routes::Page,
    text::{Lang, pages::title},
};

/// Addresses and hashes of the files that start the app, known when the server starts.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// Address of the start module.
    pub module: String,
    /// `sha384-…` of the start module.
    pub module_integrity: String,
    /// Address of the style sheet.
    pub style: String,
}

/// The document of one page.
pub fn shell(start: Start, lang: Lang, page: Page) -> impl IntoView {
    let language = match lang {
        Lang::Ja => "ja",
        Lang::En => "en",
    };
    view! {
        <!DOCTYPE html>
        <html lang=language>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <title>{title(page, lang)}</title>
                <meta name="color-scheme" content="light dark" />
                <meta name="theme-color" content="#fbf9f4" media="(prefers-color-scheme: light)" />
                <meta name="theme-color" content="#14181d" media="(prefers-color-scheme: dark)" />
                <meta name="format-detection" content="telephone=no" />
                <meta name="robots" content="noindex" />
                <link rel="manifest" href=move || match lang { Lang::Ja => "/manifest.webmanifest", Lang::En => "/manifest.en.webmanifest" } />
                <link rel="icon" href="/icon.svg" type="image/svg+xml" />
                <link rel="apple-touch-icon" href="/icon-180.png" />
                <meta name="apple-mobile-web-app-title" content="つむぐ" />
                <link rel="stylesheet" href=start.style />
                // No preload of the wasm file: WebKit does not hand it to a fetch with integrity and loads it twice.
                <script type="module" src=start.module integrity=start.module_integrity crossorigin="anonymous"></script>
            </head>
            <body>
                {InertElement::new(body_html(lang))}
            </body>
        </html>
    }
}
