//! What each page is called.

use words::{Lang, Word, labels, plain, plan};

use words::pages::*;

use crate::routes::Page;

/// The heading of a page, which is also what links to it say.
#[must_use]
pub fn name(page: Page) -> Word {
    match page {
        Page::Home => HOME,
        Page::Card => CARD,
        Page::Section(section) => labels::section(section),
        Page::Saved => SAVED,
        Page::Show => SHOW,
        Page::Call => CALL,
        Page::Print => PRINT,
        Page::Check => CHECK,
        Page::People => PEOPLE,
        Page::Plan => plan::NAME,
        // What it asks is content, which only the bundle of the plan carries: see `pages/plan/question.rs`.
        Page::Question(_) => plan::NAME,
        Page::Keep => plan::KEEP,
        Page::Past => plan::PAST,
        Page::Talks => plan::TALKS,
        Page::Together => plan::TOGETHER,
        Page::Opened => plan::OPENED,
        Page::Sheets => plan::SHEETS,
        Page::Backup => BACKUP,
        Page::History => HISTORY,
        Page::Restore => RESTORE,
        Page::Settings => SETTINGS,
        Page::Help => HELP,
        Page::About => ABOUT,
    }
}

/// The title of the document.
#[must_use]
pub fn title(page: Page, lang: Lang) -> String {
    match page {
        Page::Home => format!("{} – {}", APP.say(lang), CARD.say(lang)),
        page => format!("{} – {}", plain(name(page).say(lang)), APP.say(lang)),
    }
}
