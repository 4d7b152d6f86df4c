//! Words around fields and lists.

use super::{Word, w};

pub const NONE: Word = w("なし", "None");
pub const UNKNOWN: Word = w("わからない", "Not known");
/// For a field that no page has named: never seen, because every page names its own.
pub const UNNAMED: Word = w("ほかの項目", "Other entry");
pub const UNDECIDED: Word = w("まだわからない", "Not sure yet");
pub const SKIPPED: Word = w("とばす", "Skip for now");
/// Between the options that were chosen.
pub const BETWEEN: Word = w("・", ", ");
pub const CLEAR: Word = w("答えを消す", "Clear this answer");
pub const OFFERED: Word = w("えらぶ", "choose");
pub const YEAR: Word = w("年", "Year");
pub const MONTH: Word = w("月", "Month");
pub const DAY: Word = w("日", "Day");
pub const ERA_FIRST: Word =
    w("年の数えかた（昭和など）を先にえらんでください。", "First choose how the year is counted (Showa, western …).");
pub const OUTSIDE_ERA: Word = w("その元号には、この日はありません。年をたしかめてください。", "That era has no such day. Check the year.");
pub const NO_SUCH_DAY: Word =
    w("カレンダーにない日です。月と日をたしかめてください。", "There is no such day. Check the month and the day.");
pub const PHONE_ODD: Word = w("電話番号の数字の数をたしかめてください。", "Check how many digits the phone number has.");
pub const READING_ODD: Word =
    w("ふりがなは、ひらがなで書くと救急隊が読みやすくなります。", "Kana (ひらがな) is easiest for the crew to read.");
pub const LONG: Word = w("長いので、印刷では2枚めに続くことがあります。", "This is long. On paper it may go on to a second page.");
pub const POSTAL_UNKNOWN: Word =
    w("この郵便番号は見つかりません。住所をそのまま書いてください。", "This postal code was not found. Write the address yourself.");
pub const REMOVED: Word = w("消しました。", "Removed.");
pub const UNDO: Word = w("元に戻す", "Undo");
pub const NOT_WRITTEN: Word = w("（まだ書いていません）", "(nothing written yet)");
pub const FROM_CLINIC: Word = w("先生が書いたものです。ここでは変えられません。", "Written by the clinic. It cannot be changed here.");
pub const RAISE: Word = w("上へ", "Move up");
pub const CLOSE: Word = w("とじる", "Close");
pub const CHANGE: Word = w("直す", "Change");
pub const REMOVE: Word = w("消す", "Remove");
pub const SPOKEN: Word = w("キーボードのマイクで、話して書くこともできます。", "You can also speak: use the microphone on your keyboard.");
pub const WORDS_TAKEN: Word =
    w("書いたことばは消しました。元に戻すこともできます。", "Your words were taken away. You can bring them back.");
pub const OR_ELSE: Word = w("書くものがないとき", "If there is nothing to write");

pub const NEWER_ANSWER: Word = w("（新しい版の内容）", "(from a newer version)");
/// Part of a date, where nothing of it can be said.
pub const PART_OF_DAY: Word = w("日付の一部", "a part of a date");
