//! Words of the yearly check, and what the card's remarks say.

use record::check::{Remark, RemarkKind};

use super::{Lang, Word, labels, plain, w};

pub const LEAD: Word = w("上から順に見て、変わったところだけ直してください。", "Go from top to bottom and change only what changed.");
pub const UNCHANGED: Word = w("変わりありません", "No change");
pub const CHANGE: Word = w("直す", "Change");
pub const SEEN: Word = w("見ました", "Looked at");
pub const CONFIRM: Word = w("全体を確かめました", "I have checked the whole card");
pub const DONE: Word = w("確かめた日を、今日にしました", "The card is dated today");
pub const OLD_SHEETS: Word = w(
    "前に印刷した紙は古くなりました。新しく印刷して、冷蔵庫や財布の紙と取りかえてください。",
    "Sheets printed before are old now. Print new ones for the fridge and the wallet.",
);
pub const REMIND: Word = w("来年もお知らせしましょうか", "A reminder next year?");
pub const REMIND_LEAD: Word = w("端末のカレンダーに、年に一度の予定を入れます。", "This puts a yearly entry into the device's calendar.");
pub const ON_BIRTHDAY: Word = w("誕生日に", "On the birthday");
pub const ON_NEW_YEAR: Word = w("お正月に", "At New Year");
pub const EVENT: Word = w("救急カードの見直し", "Check the emergency card");
pub const EVENT_LONG: Word = w("「つむぐ」を開いて、年に一度の見直しをします。", "Open Tsumugu for the yearly check.");
pub const REMARKS: Word = w("たしかめてほしいところ", "Please have a look at");

/// How many sections are still to be looked at.
#[must_use]
pub fn left(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Ja, 0) => "全部見ました。".to_owned(),
        (Lang::Ja, count) => format!("あと{count}つです。"),
        (Lang::En, 0) => "All looked at.".to_owned(),
        (Lang::En, count) => format!("{count} to go."),
    }
}

/// A remark, with the section it is about.
#[must_use]
pub fn remark(remark: &Remark, lang: Lang) -> String {
    let word = kind(remark.kind);
    let section = remark.place.section().map(|section| plain(labels::section(section).say(lang)));
    match section {
        Some(section) => format!("{section}：{}", word.say(lang)),
        None => word.say(lang).to_owned(),
    }
}

fn kind(kind: RemarkKind) -> Word {
    let _ = kind;
    w("", "")
}
