//! Words of the yearly check, and what the card's remarks say.

use record::check::RemarkKind;

use super::{Lang, Word, w};

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
pub const REMINDER_MADE: Word = w(
    "予定のファイルを作りました。開くと、カレンダーに入ります。",
    "The file with the entry is made. Open it to put it into the calendar.",
);
pub const BACK: Word = w("見直しにもどる", "Back to the check");
pub const EVENT: Word = w("救急カードの見直し", "Check the emergency card");
pub const EVENT_LONG: Word = w("「つむぐ」を開いて、年に一度の見直しをします。", "Open Tsumugu for the yearly check.");
pub const REMARKS: Word = w("たしかめてほしいところ", "Please have a look at");

/// How many sections are still to be looked at.
#[must_use]
pub fn left(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Ja, 0) => "全部見ました。".to_owned(),
        (Lang::Ja, count) => format!("あと{count}項目です。"),
        (Lang::En, 0) => "All looked at.".to_owned(),
        (Lang::En, count) => format!("{count} to go."),
    }
}

/// What a remark says.
#[must_use]
pub fn remark(kind: RemarkKind) -> Word {
    match kind {
        RemarkKind::NoName => w("名前を書くと、だれのカードかわかります。", "With a name, the crew knows whose card it is."),
        RemarkKind::NoBirth => w("生まれた日を書くと、年齢が伝わります。", "With a date of birth, the card tells the age."),
        RemarkKind::NoAddress => w("町名と番地を書くと、119番で伝えられます。", "With the address, the 119 script can say it."),
        RemarkKind::NoContact => w("連絡できる人を、一人書いておくと安心です。", "It helps to write one person who can be called."),
        RemarkKind::OddDay => w("日付を、もう一度たしかめてください。", "Please check the date once more."),
        RemarkKind::ReadingNotKana => w("ふりがなに、かなでない文字があります。", "The reading has letters that are not kana."),
        RemarkKind::ContactWithoutPhone => w("電話番号のない連絡先があります。", "A contact has no phone number."),
        RemarkKind::SamePhone => w("同じ電話番号の連絡先が、二つあります。", "Two contacts have the same phone number."),
        RemarkKind::OddPhone => w("電話番号の数字の数を、たしかめてください。", "Please check how many digits the phone number has."),
        RemarkKind::EmptyItem => w("名前や内容が書かれていない項目があります。", "An entry does not say what it is."),
        RemarkKind::ThinnerChipMissing => w(
            "薬に「血が固まりにくい薬」があります。ここでも選ぶと、救急隊がすぐ気づけます。",
            "One of the medicines is a blood thinner. Choose it here too, so that the crew sees it at once.",
        ),
        RemarkKind::ManyItems => {
            w("数が多いので、紙では2枚めに続きます。", "There are many entries. On paper they go on to a second page.")
        }
        RemarkKind::Long => w("長いので、紙では2枚めに続くことがあります。", "This is long. On paper it may go on to a second page."),
        RemarkKind::NeverConfirmed => w("カード全体を、まだ確かめていません。", "The whole card has not been checked yet."),
        RemarkKind::Stale => w("前に確かめた日から、1年を過ぎました。", "It was last checked more than a year ago."),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::sentences::both, *};

    const ALL: [RemarkKind; 15] = [
        RemarkKind::NoName,
        RemarkKind::NoBirth,
        RemarkKind::NoAddress,
        RemarkKind::NoContact,
        RemarkKind::OddDay,
        RemarkKind::ReadingNotKana,
        RemarkKind::ContactWithoutPhone,
        RemarkKind::SamePhone,
        RemarkKind::OddPhone,
        RemarkKind::EmptyItem,
        RemarkKind::ThinnerChipMissing,
        RemarkKind::ManyItems,
        RemarkKind::Long,
        RemarkKind::NeverConfirmed,
        RemarkKind::Stale,
    ];

    #[test]
    fn every_remark_has_words_of_its_own() {
        for (place, kind) in ALL.into_iter().enumerate() {
            both(remark(kind));
            assert!(!ALL[..place].iter().any(|other| remark(*other) == remark(kind)), "{kind:?} says the same as another");
        }
    }
}
