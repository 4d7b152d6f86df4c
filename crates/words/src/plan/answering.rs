//! Words beside answers: what was written at a tap, what is still to come, how far the asking has come, and what differs.

use super::{super::w, Lang, Word};
use crate::{crew::CrewLang, langs::Langs};

pub const HEARD_WRITTEN: Word = w("先生と話した日として書きました。", "Written as the day you talked with the doctor.");
pub const STILL_TO_COME: Word =
    w("これからの日付です。話したあとに、その日を書きます。", "This day is still to come. Write the day after you have talked.");
pub const WHICH_QUESTIONS: Word = w("どの質問についての話でしたか", "Which questions was it about?");
pub const NOBODY_NAMED: Word = w("まだ名前を書いていません。", "You have not named anyone yet.");
pub const IN_EMERGENCY: Word = w("急なときのこと", "In an emergency");
pub const NUMBERS_KNOWN: Word = w("いま分かっている電話番号", "Numbers you have");
pub const TO_QUESTIONS: Word = w("質問の一覧へ", "All questions");
pub const KEEP_WRITTEN: Word = w("書いたことを残す", "Keep what I wrote");
pub const FINISH: Word = w("おわる", "Finish");

/// What came to a choice of many: 「加わった：散歩・家族」
#[must_use]
pub fn came(options: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("加わった：{options}"),
        Lang::En => format!("Added: {options}"),
    }
}

/// What left a choice of many.
#[must_use]
pub fn left(options: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("なくなった：{options}"),
        Lang::En => format!("No longer chosen: {options}"),
    }
}

/// Who somebody is, with the name behind it: 「家族（幸子、太郎）」
#[must_use]
pub fn named(who: &str, names: &str, langs: impl Into<Langs>) -> String {
    match langs.into() {
        _ if names.is_empty() || who.is_empty() => format!("{who}{names}"),
        Langs::Only(CrewLang::En | CrewLang::Ko) => format!("{who} ({names})"),
        _ => format!("{who}（{names}）"),
    }
}

/// A talk in one line: 「令和8年8月15日　家族（幸子、太郎）」
#[must_use]
pub fn talk_line(day: &str, who: &str, langs: impl Into<Langs>) -> String {
    match langs.into() {
        _ if day.is_empty() || who.is_empty() => format!("{day}{who}"),
        Langs::Only(CrewLang::En | CrewLang::Ko) => format!("{day}: {who}"),
        _ => format!("{day}　{who}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_talk_has_its_names_in_brackets() {
        let line = |lang, day, who, names| talk_line(day, &named(who, names, lang), lang);
        assert_eq!(line(Lang::Ja, "令和8年8月15日", "家族", "幸子、太郎"), "令和8年8月15日　家族（幸子、太郎）");
        assert_eq!(line(Lang::En, "15 August 2026", "Family", "Sachiko, Taro"), "15 August 2026: Family (Sachiko, Taro)");
        assert_eq!(line(Lang::En, "15 August 2026", "", "Sachiko"), "15 August 2026: Sachiko");
        assert_eq!(line(Lang::Ja, "", "家族", ""), "家族");
    }
}
