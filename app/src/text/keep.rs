//! Words of backup, earlier versions and restoring.

use super::{Lang, Word, w};

pub const MAKE: Word = w("控えのファイルを作る", "Make a backup file");
pub const MAKE_LEAD: Word = w(
    "端末が壊れたときや、なくしたときに、このファイルから戻せます。",
    "If the device breaks or is lost, this file brings everything back.",
);
pub const WHOM: Word = w("だれの記録を控えますか", "Whose record?");
pub const EVERYONE: Word = w("この端末の全員", "Everyone on this device");
pub const THIS_ONE: Word = w("いま開いている人だけ", "Only the person whose card is open");
pub const PASSPHRASE: Word = w("合いことば（なくてもかまいません）", "Passphrase (optional)");
pub const PASSPHRASE_HINT: Word = w(
    "8文字以上。忘れるとファイルは開けません。紙に書いて、別の場所に置いてください。",
    "At least 8 characters. Without it the file cannot be opened. Write it down and keep it elsewhere.",
);
pub const TOO_SHORT: Word = w("合いことばは8文字以上にしてください。", "Make the passphrase at least 8 characters long.");
pub const LOCKING: Word = w("鍵をかけています…", "Locking the file…");
pub const NO_MEMORY: Word = w(
    "端末のメモリーが足りません。ほかのアプリを閉じて、もう一度ためしてください。",
    "The device is short of memory. Close other apps and try again.",
);
pub const SAVE_FILE: Word = w("ファイルに控える", "Save to a file");
pub const MADE: Word = w("控えを作りました。ファイルの置き場所をたしかめてください。", "The backup was made. Check where the file went.");
pub const BRING: Word = w("控えから戻す", "Bring back a backup");
pub const BRING_LEAD: Word = w(
    "ファイルを選ぶと、入れる前に中身が見られます。いまの記録は消えません。",
    "Choose a file. You see what is in it before anything changes.",
);
pub const CHOOSE: Word = w("控えのファイル", "Backup file");
pub const LOOK_IN: Word = w("中身を見る", "Look inside");
pub const OPENING: Word = w("開いています…", "Opening…");
pub const TYPE_PASSPHRASE: Word =
    w("このファイルには鍵がかかっています。合いことばを入れてください。", "This file is locked. Type its passphrase.");
pub const UNLOCK: Word = w("鍵を開ける", "Unlock");
pub const FOUND: Word = w("ファイルの中の人", "People in the file");
pub const NEW: Word = w("この端末にはまだいません", "Not on this device yet");
pub const SAME: Word = w("同じ内容がもうあります", "Already here, the same");
pub const TAKE_IN: Word = w("この端末に入れる", "Put on this device");
pub const JOIN: Word = w("いまの記録と合わせる", "Join with the record here");
pub const REPLACE: Word = w("いまの記録と置きかえる", "Replace the record here");
pub const TAKEN: Word = w("入れました。", "Done.");
pub const TAKEN_LEAD: Word = w("前の内容も「前の内容」に残っています。", "What was here before is kept under Earlier versions.");
pub const UNDO: Word = w("元に戻す", "Undo");
pub const NO_FILE: Word = w("先にファイルを選んでください。", "Choose a file first.");
pub const TOO_LARGE: Word =
    w("ファイルが大きすぎます。つむぐの控えか、たしかめてください。", "The file is too large to be a Tsumugu backup.");
pub const UNREADABLE: Word = w("ファイルを読めませんでした。もう一度選んでください。", "The file could not be read. Choose it again.");
pub const NOT_A_BACKUP: Word =
    w("つむぐの控えではないようです。この端末の記録は変わっていません。", "This is not a Tsumugu backup. Nothing here has changed.");
pub const NEWER: Word = w(
    "新しい版のアプリで作った控えです。アプリを新しくすると開けます。",
    "This backup is from a newer version. Update the app to open it.",
);
pub const DAMAGED: Word = w(
    "控えがこわれています。別の控えか、印刷した紙から戻せます。この端末の記録は変わっていません。",
    "The backup is damaged. Use another one or a printed sheet. Nothing here has changed.",
);
pub const WRONG: Word = w("開けませんでした。合いことばをたしかめてください。", "It did not open. Check the passphrase.");
pub const FROM_PAPER: Word = w("印刷した紙から戻す", "Bring back from a printed sheet");
pub const ASIDE: Word = w("読めない記録をファイルに控える", "Save the unreadable record to a file");

pub const HISTORY_LEAD: Word = w("前に保存した内容を見て、戻すことができます。", "See what was saved before, and go back to it.");
pub const GO_BACK: Word = w("この内容に戻す", "Go back to this");
pub const NOW: Word = w("いまの内容", "The content now");
pub const CAUSES: [Word; 5] = [
    w("書きかえ", "Edit"),
    w("控えなどから", "Brought in"),
    w("元に戻した", "Undone"),
    w("直した", "Repaired"),
    w("別の画面で書いたもう一方", "The other side of two edits"),
];

pub const RESTORE_LEAD: Word = w(
    "印刷した紙の「もどすコード」を、カメラで順に読み取ってください。読み取るたびに、ここに集まります。",
    "Scan the restore codes on the printed sheet one after another with the camera. They are collected here.",
);
pub const RESTORE_ALL: Word = w("全部そろいました。中身をたしかめてください。", "All parts are here. Check the content.");
pub const RESTORE_NONE: Word = w("まだ読み取ったコードはありません。", "No code has been read yet.");
pub const RESTORE_BAD: Word = w("読み取れないコードでした。もう一度ためしてください。", "That code could not be read. Try again.");
pub const RESTORE_OTHER: Word =
    w("別の紙のコードがまざっています。最初からやり直せます。", "Codes of two sheets are mixed. You can start again.");
pub const RESTORE_AGAIN: Word = w("最初からやり直す", "Start again");
pub const RESTORE_PASTE: Word = w("コードの文字を貼りつける", "Paste the text of a code");
pub const RESTORE_READ: Word = w("読み取る", "Read");

/// How many places differ.
#[must_use]
pub fn differs(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{count}か所がちがいます"),
        Lang::En => format!("{count} {} different", if count == 1 { "place is" } else { "places are" }),
    }
}

/// How many parts of a code were read.
#[must_use]
pub fn parts(have: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{of}つのうち{have}つ読み取りました"),
        Lang::En => format!("{have} of {of} codes read"),
    }
}

/// The question before an older version takes the place of the current one.
#[must_use]
pub fn changes(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("いまと{count}か所ちがいます"),
        Lang::En => format!("{count} {} now", if count == 1 { "place differs from" } else { "places differ from" }),
    }
}
