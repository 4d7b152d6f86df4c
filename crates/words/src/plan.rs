//! Words of the plan: what is asked and said about it, which is content, and the words on buttons.

use record::Day;

use super::{Lang, Word, days, w};

pub mod answer_text;
mod answering;
mod content;
pub mod entry;
pub use answering::*;
pub use content::*;

pub const NAME: Word = w("人生会議", "My plan");
pub const NAME_LONG: Word = w("人生会議（これからの話）", "My plan: talking about care ahead");
pub const TILE: Word = w("これからの暮らしと医療の話", "Talking about life and care ahead");
pub const BEGIN_CORE: Word = w("8つの質問からはじめる", "Start with the eight questions");
pub const BEGIN_AGAIN: Word = w("8つの質問を見直す", "Look at the eight questions again");
pub const RESUME: Word = w("続きから", "Continue where I was");
pub const ALL_QUESTIONS: Word = w("すべての質問", "All questions");
pub const ANY_ORDER: Word = w("どこからでも、いつでもかまいません。", "Start anywhere, at any time.");
pub const FIRST_WORDS: Word = w("はじめに読むこと", "Before you begin");
pub const NEXT: Word = w("つづける", "Continue");
pub const BEFORE: Word = w("前の質問へ", "Previous question");
pub const STOP: Word = w("今日はやめておく", "Leave it for today");
pub const READ_ALOUD: Word = w("読み上げる", "Read aloud");
pub const STOP_READING: Word = w("読むのをやめる", "Stop reading");
pub const CHECKED: Word = w("ことばを確かめた日：", "Words last checked:");
pub const COMMON_FIELDS: Word = w("ひとことと、話した相手", "My own words, and whom I talked with");
pub const CORE: Word = w("まず8問", "First eight");
pub const UNTOUCHED: Word = w("まだ書いていません", "Not written yet");
pub const ANSWERED: Word = w("書きました", "Written");
pub const SKIPPED: Word = w("とばしました", "Skipped");
pub const TALKED: Word = w("話しました", "Talked about");
pub const PICK_SCENE: Word = w("この場面について考える", "Think about this situation");
pub const OTHER_SCENES: Word = w("場面を選ぶ", "Choose situations");
pub const TOP_HINT: Word = w("3つまで選べます。", "Choose up to three.");
pub const NOBODY_TO_WRITE: Word = w("書く人がいないとき", "If there is nobody to write");
pub const COPIED: Word = w("写しました。元に戻すこともできます。", "Copied. You can undo it.");
pub const HINTS: Word = w("話題になりそうなこと（自分だけに見えます）", "Good to talk about (only you see this)");
pub const AFTER: Word = w("書いたあとで", "With what you wrote");
pub const KEEP_LINE: Word = w("日付をつけて残す", "With today’s date");
pub const PAST_LINE: Word = w("見返す・くらべる", "Look back, compare");
pub const TALKS_LINE: Word = w("だれと何を話したか", "Who said what");
pub const TOGETHER_LINE: Word = w("家族と一つずつ", "With family, one by one");
pub const OPENED_LINE: Word = w("見せる人と見せるところ", "Readers and parts");
pub const SHEETS_LINE: Word = w("相手ごとに印刷する", "One for each reader");
pub const KEEP: Word = w("今日の記録として残す", "Keep as today’s record");
pub const KEEP_NOTHING: Word = w("まだ答えがありません。", "Nothing is written yet.");
pub const KEEP_SAME: Word = w("前に残した記録から、変わったところはありません。", "Nothing has changed since the last record.");
pub const KEPT: Word = w("残しました", "Kept");
pub const UNKEPT: Word = w(
    "前に残した記録から、変わったところがあります。残すまでは、だれにも見えません。",
    "Something has changed since the last record. Nobody sees it before you keep it.",
);
pub const KEEP_FIRST: Word = w(
    "書いたことは、この端末に保存されています。日付をつけて残すと、紙にしたり、見せたりできます。",
    "What you write is saved on this device. Keep it with a date, and you can print or show it.",
);
pub const WHO_WROTE: Word = w("書いた人", "Written by");
pub const PROXY_HOW: Word = w("代わりに書くときは、「カードの人」で名前を入れます。", "To write for somebody, put your name under People.");
pub const DRAW: Word = w("指で書く", "Write with a finger");
pub const DRAW_AGAIN: Word = w("書き直す", "Write again");
pub const PAST: Word = w("これまでの記録", "Records so far");
pub const TIMELINE: Word = w("話し合いと記録の流れ", "Talks and records over time");
pub const NO_VERSION: Word = w("まだ残した記録はありません。", "No record has been kept yet.");
pub const NEWEST: Word = w("いちばん新しい記録", "The newest record");
pub const WITHDRAWN: Word = w("取り下げました", "Withdrawn");
pub const BRING_BACK: Word = w("取り下げをやめる", "Undo the withdrawal");
pub const COMPARE: Word = w("くらべる", "Compare");
pub const OLDER: Word = w("前の記録", "Earlier record");
pub const NEWER: Word = w("あとの記録", "Later record");
pub const NOW: Word = w("いまの答え", "The answers now");
pub const SAME: Word = w("変わったところはありません。", "Nothing has changed.");
pub const NOTHING_SAID: Word = w("（なにも書いていない）", "(nothing written)");
pub const REASON: Word = w("残したわけ", "Why it was kept");
pub const TALKS: Word = w("話し合いの記録", "Notes of talks");
pub const ADD_TALK: Word = w("話し合いを書く", "Add notes of a talk");
pub const ADD_PERSON: Word = w("人を足す", "Add a person");
pub const TALK_OF: Word = w("話し合い", "Talk");
pub const HEARD: Word = w("この日に先生と話した、と書く", "Write that we talked about it on this day");
pub const READ_AGAIN: Word = w("はじめから読む", "Read from the start");
pub const TOGETHER: Word = w("一緒に読む", "Read together");
pub const TOGETHER_LEAD: Word = w(
    "本人の言葉を、一つずつ一緒に読みます。書きかえることはできません。",
    "Read the person’s words together, one by one. Nothing can be changed here.",
);
pub const READER_NAME: Word = w("読む人の名前", "Name of the reader");
pub const BEGIN_READING: Word = w("読みはじめる", "Begin");
pub const NO_ANSWER_YET: Word = w("まだ読むものがありません。", "There is nothing to read yet.");
pub const LAST_READ: Word = w("最後まで読みました。", "You have read everything.");
pub const KEEP_FEELING: Word = w("気持ちを残す", "Keep these words");
pub const OPENED: Word = w("だれに、どこまで見せるか", "Who may see what");
pub const OPENED_LEAD: Word =
    w("はじめは、すべて閉じています。見せてよいところだけ開いてください。", "Everything is closed at first. Open only what may be seen.");
pub const ONE_BY_ONE: Word = w("ひとつずつ考えて決めるところ", "Think about these one by one");
pub const PREVIEW: Word = w("この人に見えるもの", "What this reader will see");
pub const SEES_NOTHING: Word = w("なにも見えません。", "Nothing is shown.");
pub const SHOWN_BEFORE: Word = w("これまでに見せたもの", "What was shown before");
pub const SHEETS: Word = w("紙にする", "On paper");
pub const SHEETS_LEAD: Word = w("残した記録から、見せる相手ごとに作ります。", "Made for each reader, from the record that you kept.");
pub const OWN_SHEET: Word = w("自分用（全部）", "For myself (everything)");
pub const BLANK_SHEET: Word = w("手書き用の用紙", "Blank forms for handwriting");
pub const COMPARE_SHEET: Word = w("変わったところ", "What changed");
pub const CLOSED_FOR: Word = w("この人には、まだなにも開いていません。", "Nothing has been opened to this reader yet.");
pub const STILL_OPEN: Word = w("まだわからないこと（次に話すこと）", "Not sure yet (to talk about next)");
pub const CHANGED: Word = w("前の記録から変わったところ", "What changed since the record before");
pub const WRITTEN_ON: Word = w("書いた日", "Written on");
pub const TALKED_ON: Word = w("話した日", "Talked about on");
pub const TO_WHOM: Word = w("だれに見せますか", "Who will see it?");
pub const SHOWN_NOTHING: Word = w("まだ、なにも見せていません。", "Nothing has been shown yet.");
pub const WITHDRAWN_FIRST: Word = w(
    "いちばん新しい記録は、取り下げてあります。もう一度残すと、見せられるようになります。",
    "The newest record was withdrawn. Once you keep a record again, it can be shown.",
);
pub const OPEN_EMPTY: Word = w("開いたところに、まだ答えがありません。", "There are no answers yet in what is open.");
pub const ABOUT_RECORD: Word = w("この記録について", "About this record");
pub const SIGNED_NAME: Word = w("添えた名前", "Name added");
pub const REMIND: Word = w("見直しの知らせ", "A reminder");
pub const REMIND_FILE: Word = w("カレンダーに入れる", "Put into the calendar");
pub const EVENT: Word = w("人生会議の見直し", "Look at my plan again");
pub const EVENT_LONG: Word = w("「つむぐ」を開いて、書いたことをもう一度見ます。", "Open Tsumugu and look again at what you wrote.");

// Keeping a version, and what was kept.
pub const WHAT_IS_KEPT: Word = w("残す内容", "What will be kept");
pub const PASSED: Word = w("とばした質問", "Skipped for now");
pub const YOUR_NAME: Word = w("名前", "Name");
pub const TYPE: Word = w("文字で入れる", "Type it instead");
pub const DRAW_HERE: Word = w("名前を指で書くところ", "A box to write a name in with a finger");
pub const SIGNED: Word = w("添えた名前", "Name added");
pub const COLON: Word = w("：", ":");
pub const UP_TO_NOW: Word = w("いま", "now");
pub const DRAWN: Word = w("手書きの名前", "Handwritten name");
pub const READ_WHOLE: Word = w("全部読む", "Read it all");
pub const LOOKED_TODAY: Word = w("今日もう一度見たことを、書きとめました。", "It is noted that you looked again today.");
pub const WITHDRAWN_TODAY: Word = w("取り下げました。元に戻すこともできます。", "Withdrawn. You can undo it.");
pub const BROUGHT_BACK: Word = w("取り下げをやめました。", "The withdrawal is undone.");
pub const A_TALK: Word = w("話し合い", "a talk");
pub const NO_DAY: Word = w("日付のない話し合い", "A talk without a day");
pub const REORDERED: Word = w("順番が変わりました。", "The order has changed.");
pub const OWN_PAPER: Word =
    w("自分用の紙です。ほかの人に閉じているところも出ます。", "This paper is for yourself. It also shows what is closed to others.");
pub const PRINT_COMPARED: Word = w("変わったところを印刷する", "Print what changed");

/// 「令和8年11月26日の記録として残しました。」
#[must_use]
pub fn kept_on(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{day}の記録として残しました。"),
        Lang::En => format!("Kept as the record of {day}."),
    }
}

/// What is open, with the last day on which it is, where there is one.
#[must_use]
pub fn open_until(what: &str, until: Option<Day>, lang: Lang) -> String {
    match (until, lang) {
        (None, _) => what.to_owned(),
        (Some(day), Lang::Ja) => format!("{what}（{}まで）", days::day(day, lang)),
        (Some(day), Lang::En) => format!("{what} (until {})", days::day(day, lang)),
    }
}

/// 「令和8年11月26日の記録」
#[must_use]
pub fn record_of(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{day}の記録"),
        Lang::En => format!("Record of {day}"),
    }
}

/// The newest record was looked at again on a day.
#[must_use]
pub fn looked_on(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{day}にもう一度見て、変わりありませんでした。"),
        Lang::En => format!("Looked at again on {day}; nothing had changed."),
    }
}

/// A day under which nothing was kept yet.
#[must_use]
pub fn not_kept_yet(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{day}（まだ残していません）"),
        Lang::En => format!("{day} (not kept yet)"),
    }
}

/// What stands over two records side by side.
#[must_use]
pub fn compared(older: &str, newer: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{older}から{newer}までに変わったところ"),
        Lang::En => format!("What changed from {older} to {newer}"),
    }
}

/// What somebody hears when two records are chosen.
#[must_use]
pub fn differing(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (_, 0) => SAME.say(lang).to_owned(),
        (Lang::Ja, count) => format!("変わった質問：{count}"),
        (Lang::En, count) => format!("Questions answered differently: {count}"),
    }
}

/// One answer, as it was and as it is: 「まだわからない」から「自分の家」に変わりました。
#[must_use]
pub fn changed(before: Option<&str>, after: Option<&str>, lang: Lang) -> String {
    match (lang, before, after) {
        (Lang::Ja, Some(before), Some(after)) => format!("「{before}」から「{after}」に変わりました。"),
        (Lang::Ja, None, Some(after)) => format!("新しく「{after}」と答えました。"),
        (Lang::Ja, Some(before), None) => format!("「{before}」は、いまは書いてありません。"),
        (Lang::En, Some(before), Some(after)) => format!("Changed from “{before}” to “{after}”."),
        (Lang::En, None, Some(after)) => format!("New answer: “{after}”."),
        (Lang::En, Some(before), None) => format!("“{before}” is no longer written."),
        (_, None, None) => String::new(),
    }
}

/// What stands between a label and what was said: nothing after a question, which ends by itself.
#[must_use]
pub fn colon(label: &str, lang: Lang) -> &'static str {
    if label.trim_end().ends_with(['か', '？', '?']) { "" } else { COLON.say(lang) }
}

/// 「1年2か月前に書きました。」
#[must_use]
pub fn written_ago(ago: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja if ago == "今日" => format!("{ago}書きました。"),
        Lang::Ja => format!("{ago}に書きました。"),
        Lang::En => format!("Written {ago}."),
    }
}

/// Sentences to be read aloud: each ends as its language ends one, and none ends twice.
#[must_use]
pub fn spoken(words: impl IntoIterator<Item = String>, lang: Lang) -> String {
    let end = match lang {
        Lang::Ja => "。",
        Lang::En => ".",
    };
    let whole =
        |words: String| if words.trim_end().ends_with(['。', '？', '！', '：', '.', '?', '!', ':']) { words } else { words + end };
    words.into_iter().filter(|words| !words.trim().is_empty()).map(whole).collect::<Vec<_>>().join("\n")
}

/// How much was talked about. No share of a whole: there is nothing to finish (rule E3).
#[must_use]
pub fn talked(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Ja, 0) => "話したことは、まだありません。".to_owned(),
        (Lang::Ja, count) => format!("これまでに話した質問：{count}"),
        (Lang::En, 0) => "Nothing was talked about yet.".to_owned(),
        (Lang::En, count) => format!("Questions talked about so far: {count}"),
    }
}

#[cfg(test)]
mod tests;
