//! Names of pages.

use record::Section;

use super::{Lang, Word, labels, plain, plan, w};
use crate::routes::Page;

pub const APP: Word = w("つむぐ", "Tsumugu");

/// The heading of a page, which is also what links to it say.
#[must_use]
pub fn name(page: Page) -> Word {
    match page {
        Page::Home => w("ホーム", "Home"),
        Page::Card => w("救急カード", "Emergency card"),
        Page::Section(section) => section_name(section),
        Page::Saved => w("保存して終わる", "Save and finish"),
        Page::Show => w("救急隊に見せる", "Show the ambulance crew"),
        Page::Call => w("119に電話する", "Call 119"),
        Page::Print => w("印刷する", "Print"),
        Page::Check => w("年に一度の見直し", "Yearly check"),
        Page::People => w("カードの人", "People"),
        Page::Plan => plan::NAME,
        // Its own title is content, which only the bundle of the plan carries: `title_of_plan`.
        Page::Question(_) => plan::NAME,
        Page::Keep => plan::KEEP,
        Page::Past => plan::PAST,
        Page::Talks => plan::TALKS,
        Page::Together => plan::TOGETHER,
        Page::Opened => plan::OPENED,
        Page::Sheets => plan::SHEETS,
        Page::Backup => w("バックアップ", "Backup"),
        Page::History => w("前の内容", "Earlier versions"),
        Page::Restore => w("紙から戻す", "Restore from paper"),
        Page::Settings => w("設定", "Settings"),
        Page::Help => w("困ったとき", "Help"),
        Page::About => w("このアプリについて", "About"),
    }
}

fn section_name(section: Section) -> Word {
    labels::section(section)
}

/// The title of the document.
#[must_use]
pub fn title(page: Page, lang: Lang) -> String {
    match page {
        Page::Home => format!("{} – {}", APP.say(lang), name(Page::Card).say(lang)),
        page => format!("{} – {}", plain(name(page).say(lang)), APP.say(lang)),
    }
}

/// The same, where the words of the questions are at hand.
#[must_use]
pub fn title_of_plan(page: Page, lang: Lang) -> String {
    match page {
        Page::Question(question) => {
            format!("{} – {} – {}", plain(plan::title(question).say(lang)), plain(plan::NAME.say(lang)), APP.say(lang))
        }
        page => title(page, lang),
    }
}
