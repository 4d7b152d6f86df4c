//! Words for the time when the app itself cannot go on. They stand in the HTML of every page and need no code to be read.

use super::{Word, w};

pub const TITLE: Word = w("画面がうまく動いていません", "This page is not working properly");
pub const SAFE: Word = w(
    "「保存しました」と出た内容は、この端末に残っています。もう一度開くと、続きから使えます。",
    "Everything that was shown as saved is still on this device. Open the app again to go on.",
);
pub const AGAIN: Word = w("もう一度開く", "Open again");
pub const SAVE: Word = w("記録をファイルに保存", "Save the records to a file");
pub const SAVE_LEAD: Word =
    w("何度も出るときは、先に記録をファイルに保存できます。", "If this comes again and again, save the records to a file first.");
pub const MADE: Word = w("ファイルを作りました。置き場所をたしかめてください。", "The file was made. Check where it went.");
pub const FAILED: Word =
    w("ファイルを作れませんでした。もう一度開いてみてください。", "The file could not be made. Please open the app again.");
pub const CALL: Word = w("119に電話する", "Call 119");
/// Name of the file that holds the raw rows.
pub const FILE: Word = w("tsumugu-kiroku.json", "tsumugu-records.json");

pub const NO_SCRIPT: Word = w(
    "このブラウザではJavaScriptが止まっています。カードを書いたり見たりするには、設定で使えるようにしてください。",
    "JavaScript is switched off in this browser. To write or see a card, please switch it on in the settings.",
);
pub const NO_SCRIPT_SAFE: Word = w(
    "前に書いた内容は、この端末に残っています。119番と「困ったとき」は、いまも使えます。",
    "What you wrote before is still on this device. Calling 119 and the help pages work as they are.",
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentences::both;

    #[test]
    fn sentences_are_short() {
        for word in [TITLE, SAFE, AGAIN, SAVE, SAVE_LEAD, MADE, FAILED, CALL, NO_SCRIPT, NO_SCRIPT_SAFE] {
            both(word);
        }
    }
}
