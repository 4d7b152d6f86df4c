//! The page that is open, with what stands around it.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_location, use_params_map};

use crate::{
    parts::{frame, words::lang},
    routes::Page,
    titles,
    workspace::workspace,
};

/// The view of a route that stands for one page.
pub fn one(page: Page, content: fn() -> AnyView) -> impl Fn() -> AnyView + Clone + Send + 'static {
    move || keyed(move || Some(page), |page| page, move |_| content())
}

/// The view of a route with a page for each thing of a kind, such as the sections of the card: the parameter of the path is its id.
pub fn each<T: Copy + Send + Sync + 'static>(
    param: &'static str,
    by_id: fn(&str) -> Option<T>,
    page: fn(T) -> Page,
    content: fn(T) -> AnyView,
) -> impl Fn() -> AnyView + Clone + Send + 'static {
    move || {
        let params = use_params_map();
        keyed(move || params.with(|params| by_id(params.get_str(param)?)), page, content)
    }
}

/// Where no route of this document leads: a page of another document, reached by going back in time only. The address is right, the document
/// is not.
pub fn elsewhere() -> AnyView {
    workspace().with(|ports| ports.device.reload_at(&ports.device.path()));
    ().into_any()
}

/// A page is made anew and never patched into the next one: a browser that translates has put other nodes in the place of its words, and
/// words that it has put there would stay.
fn keyed<T: Copy + Send + Sync + 'static>(
    open: impl Fn() -> Option<T> + Send + Sync + 'static,
    page: fn(T) -> Page,
    content: impl Fn(T) -> AnyView + Clone + Send + Sync + 'static,
) -> AnyView {
    let lang = lang();
    let children = move |open| layout(page(open), content(open));
    view! { <For each=open key=move |open| page(*open).path(lang) children=children /> }.into_any()
}

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

/// One page of the app. The crew's screen stands alone. A question names itself in the title.
fn layout(page: Page, content: AnyView) -> AnyView {
    let alone = page == Page::Show;
    let title = (!matches!(page, Page::Question(_))).then(|| view! { <Title text=titles::title(page, lang()) /> });
    let bar = (!alone).then(|| frame::bar(back(page)));
    let notes = (!alone).then(|| frame::notes(page));
    let foot = (!alone).then(frame::foot);
    view! {
        {title}
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

/// After a change of page the words typed a moment ago are written, and the focus is on the heading.
pub fn follow_address() {
    let (path, workspace) = (use_location().pathname, workspace());
    Effect::new(move |before: Option<()>| {
        path.track();
        if before.is_some() {
            workspace.flush();
            workspace.with(|ports| {
                let device = ports.device.clone();
                request_animation_frame(move || device.focus("top"));
            });
        }
    });
}
