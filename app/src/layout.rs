//! The page that is open, with what stands around it.

use leptos::prelude::*;

use crate::{parts::frame, routes::Page, workspace::workspace};

/// Where 「もどる」 leads.
fn back(page: Page) -> Option<Page> {
    match page {
        Page::Home => None,
        Page::Section(_) | Page::Saved => Some(Page::Card),
        Page::Question(_) | Page::Keep | Page::Past | Page::Talks | Page::Together | Page::Opened | Page::Sheets => Some(Page::Plan),
        Page::History | Page::Restore => Some(Page::Backup),
        _ => Some(Page::Home),
    }
}

/// One page of the app. The crew's screen stands alone.
#[must_use]
pub fn layout(page: Page, content: AnyView) -> AnyView {
    let alone = page == Page::Show;
    let bar = (!alone).then(|| frame::bar(back(page)));
    let notes = (!alone).then(|| frame::notes(page));
    let foot = (!alone).then(frame::foot);
    view! {
        {bar}
        <main id="main" class="t-page" data-page=page_name(page) translate=translate(page)>{notes} {content}</main>
        {foot}
    }
    .into_any()
}

/// Whether a browser that translates may put its words in the place of ours. Not where a person's words or anything that changes stand:
/// what is written over nodes that the browser has taken away is never seen, and old words stay.
fn translate(page: Page) -> Option<&'static str> {
    (!matches!(page, Page::Help | Page::About)).then_some("no")
}

/// A word for the style sheet.
fn page_name(page: Page) -> &'static str {
    match page {
        Page::Home => "home",
        Page::Show => "show",
        Page::Call => "call",
        Page::Print | Page::Sheets => "print",
        Page::Question(_) => "question",
        _ => "plain",
    }
}

/// After a change of page: the title of the document, and the focus on the heading.
pub fn arrived(title: &str) {
    workspace().with(|ports| {
        ports.device.set_title(title);
        let device = ports.device.clone();
        request_animation_frame(move || device.focus("top"));
    });
}
