//! Words that stand on every page: saving, storage, notes.

use super::{Word, w};

pub const OPENING: Word = w("開いています…", "Opening…");
pub const BACK: Word = w("もどる", "Back");
pub const NO_NAME: Word = w("名前はまだ", "No name yet");
pub const HONORIFIC: Word = w("さん", "");
pub const KEPT: Word = w("保存しました", "Saved");
pub const WRITING: Word = w("保存しています…", "Saving…");
pub const AGAIN: Word = w("もう一度保存する", "Try again");
pub const SAVE_TO_FILE: Word = w("ファイルに控える", "Save to a file");

pub const FULL: Word = w(
    "端末の空きが足りず、いまの変更を保存できていません。前に保存した内容は残っています。写真などを消して空きを作るか、ファイルに控えてください。",
    "This device is full, so the last change is not saved. What was saved before is still there. Free some space, or save to a file.",
);
pub const UNAVAILABLE: Word = w(
    "このブラウザでは保存できません。書いた内容は、この画面を閉じると消えます。ファイルに控えるか、別のブラウザで開いてください。",
    "This browser cannot save. What you write is gone when you close this page. Save to a file, or use another browser.",
);
pub const NO_ANSWER: Word = w(
    "ブラウザの保存場所から、まだ返事がありません。前に保存した内容は無事です。つむぐを開いているほかの画面があれば、閉じてください。このまま待つと、もう一度ためします。",
    "The browser’s storage does not answer yet. What was saved before is safe. Close other windows of Tsumugu, if there are any. It is tried again while you wait.",
);
pub const TOO_LARGE: Word = w(
    "この人の記録が大きくなりすぎて、いまの変更を保存できませんでした。書いた文字は画面に残っています。前に保存した内容も無事です。長い文を短くするか、要らなくなった項目を消すと、保存できます。ファイルに控えておくこともできます。",
    "This person’s record has become too large, so the last change is not saved. Your words are still on the screen, and what was saved before is safe. Shorten a long text or remove an entry that is not needed any more, and it will be saved. You can also save to a file.",
);
pub const FAILED: Word = w(
    "いまの変更を保存できませんでした。書いた文字は画面に残っています。前に保存した内容も無事です。",
    "The last change could not be saved. Your words are still on the screen, and what was saved before is safe.",
);

pub const WENT_BACK: Word = w(
    "いちばん新しい記録が読めないため、一つ前の記録を開きました。読めない分も捨てずに取ってあります。",
    "The newest copy could not be read, so the one before it is shown. The unreadable one was kept.",
);
pub const REPAIRED: Word = w(
    "記録の片方が読めないため、もう片方から直しました。内容は無事です。",
    "One of the two copies could not be read. It was repaired from the other.",
);
pub const LOST: Word = w(
    "読めない記録があります。捨てずに取ってあるので、ファイルに控えることができます。印刷した紙や控えから戻せます。",
    "A record cannot be read. It was kept, and you can save it to a file. A printed sheet or a backup brings it back.",
);
pub const LEFT_OUT: Word = w(
    "前の画面で書きかけだった内容のうち、入れられないものがありました。捨てずに取ってあるので、ファイルに控えることができます。",
    "Something you were still writing on an earlier page could not be put in. It was kept, and you can save it to a file.",
);
pub const NEWER: Word = w(
    "新しい版のアプリで書いた記録があります。アプリを新しくすると開けます。",
    "A record was written by a newer version of the app. Update the app to open it.",
);
pub const CLEARED: Word = w(
    "前に書いた内容が、このブラウザから消えています。印刷した紙や控えのファイルから戻せます。",
    "What was written here before is gone from this browser. A printed sheet or a backup file brings it back.",
);
pub const SEE_BACKUP: Word = w("控えと戻しかたを見る", "See backups");
pub const CONFLICT: Word =
    w("ふたつの書き方があるところがあります。どちらも消えていません。", "Something here is written in two ways. Nothing is lost.");
pub const SEE_CONFLICT: Word = w("くらべて選ぶ", "Compare and choose");

pub const SAMPLE: Word = w("見本", "Sample");
pub const SAMPLE_LONG: Word = w("この人は作りものです。", "This person is made up.");
pub const SAMPLE_REMOVE: Word = w("見本を消す", "Remove the sample");
pub const PROXY: Word = w("代わりに書いています：", "Writing for this person:");
pub const UPDATE: Word = w("新しい版があります。", "A new version is ready.");
pub const UPDATE_NOW: Word = w("新しくする", "Update now");
