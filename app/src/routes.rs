//! The table of pages: one enum, one path each, in Japanese at `/…` and in English at `/en/…`.

use record::{Section, plan::Question};

use words::Lang;

/// A page of the resident's app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    Home,
    Card,
    Section(Section),
    Saved,
    Show,
    Call,
    Print,
    Check,
    People,
    /// 人生会議: what is asked, and where one was.
    Plan,
    Question(Question),
    /// Keeping the answers as a version.
    Keep,
    /// Versions, talks and looked-again events over time; comparing.
    Past,
    Talks,
    /// 一緒に読む
    Together,
    /// Who may see what.
    Opened,
    /// The plan on paper.
    Sheets,
    Backup,
    History,
    Restore,
    Settings,
    Help,
    About,
}

/// The wasm file that a page lives in. Nobody waits for more than the file of the page that is open: within one file the router
/// changes pages, from one to another the browser loads a document, which the worker keeps on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bundle {
    /// What is needed first.
    Daily,
    /// For the crew and for 119.
    Emergency,
    /// Help, and how the app is set.
    Reading,
    /// Filling in and looking through.
    Writing,
    /// The plan.
    Planning,
    /// Paper, files and earlier versions.
    Keeping,
}

impl Bundle {
    /// All bundles.
    pub const ALL: [Bundle; 6] = [Bundle::Daily, Bundle::Emergency, Bundle::Reading, Bundle::Writing, Bundle::Planning, Bundle::Keeping];

    /// Its name in the build: an example of `frontend`, and a folder of the site.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Bundle::Daily => "daily",
            Bundle::Emergency => "emergency",
            Bundle::Reading => "reading",
            Bundle::Writing => "writing",
            Bundle::Planning => "planning",
            Bundle::Keeping => "keeping",
        }
    }
}

/// What the paths of a language begin with, without a slash at the end.
#[must_use]
pub const fn base(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "",
        Lang::En => "/en",
    }
}

/// Pages without a parameter, with the last part of their path.
const PLAIN: [(Page, &str); 21] = [
    (Page::Home, ""),
    (Page::Card, "card"),
    (Page::Saved, "saved"),
    (Page::Show, "show"),
    (Page::Call, "call"),
    (Page::Print, "print"),
    (Page::Check, "check"),
    (Page::People, "people"),
    (Page::Plan, "plan"),
    (Page::Keep, "plan/keep"),
    (Page::Past, "plan/past"),
    (Page::Talks, "plan/talks"),
    (Page::Together, "plan/together"),
    (Page::Opened, "plan/opened"),
    (Page::Sheets, "plan/sheets"),
    (Page::Backup, "backup"),
    (Page::History, "history"),
    (Page::Restore, "restore"),
    (Page::Settings, "settings"),
    (Page::Help, "help"),
    (Page::About, "about"),
];

impl Page {
    /// Every page, for rendering and for the offline store.
    pub fn all() -> impl Iterator<Item = Page> {
        PLAIN
            .into_iter()
            .map(|(page, _)| page)
            .chain(Section::ALL.into_iter().map(Page::Section))
            .chain(Question::ALL.into_iter().map(Page::Question))
    }

    /// The bundle that the page lives in.
    #[must_use]
    pub const fn bundle(self) -> Bundle {
        match self {
            Page::Home => Bundle::Daily,
            Page::Show | Page::Call => Bundle::Emergency,
            Page::Help | Page::About | Page::Settings => Bundle::Reading,
            Page::Card | Page::Section(_) | Page::Saved | Page::Check | Page::People => Bundle::Writing,
            Page::Plan | Page::Question(_) | Page::Keep | Page::Past | Page::Talks | Page::Together | Page::Opened | Page::Sheets => {
                Bundle::Planning
            }
            Page::Print | Page::Backup | Page::History | Page::Restore => Bundle::Keeping,
        }
    }

    /// The path of the page in a language. Holds no private value, ever.
    #[must_use]
    pub fn path(self, lang: Lang) -> String {
        let base = base(lang);
        let rest = match self {
            Page::Section(section) => return format!("{base}/card/{}", section.id()),
            Page::Question(question) => return format!("{base}/plan/{}", question.id()),
            plain => PLAIN.iter().find(|(page, _)| *page == plain).map_or("", |(_, rest)| rest),
        };
        if rest.is_empty() && lang == Lang::En { base.to_owned() } else { format!("{base}/{rest}") }
    }

    /// The page at a path; `None` when there is none. A slash at the end is forgiven.
    #[must_use]
    pub fn at(path: &str) -> Option<(Lang, Page)> {
        let path = path.trim_matches('/');
        let (lang, rest) = match path.strip_prefix("en") {
            Some("") => (Lang::En, ""),
            Some(rest) if rest.starts_with('/') => (Lang::En, rest.trim_start_matches('/')),
            _ => (Lang::Ja, path),
        };
        let plain = PLAIN.iter().find(|(_, plain)| *plain == rest).map(|(page, _)| *page);
        let section = || Some(Page::Section(Section::by_id(rest.strip_prefix("card/")?)?));
        let question = || Some(Page::Question(Question::by_id(rest.strip_prefix("plan/")?)?));
        Some((lang, plain.or_else(section).or_else(question)?))
    }
}

/// Every address the app has, in both languages.
#[must_use]
pub fn paths() -> Vec<String> {
    [Lang::Ja, Lang::En].into_iter().flat_map(|lang| Page::all().map(move |page| page.path(lang))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_back_to_its_page() {
        for lang in [Lang::Ja, Lang::En] {
            for page in Page::all() {
                assert_eq!(Page::at(&page.path(lang)), Some((lang, page)));
            }
        }
        assert_eq!(Page::at("/english"), None);
        assert_eq!(Page::at("/card/nothing"), None);
        assert_eq!(Page::at("/plan/nothing"), None);
        assert_eq!(Page::at("/card/"), Some((Lang::Ja, Page::Card)));
    }
}
