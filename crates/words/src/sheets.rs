//! Words of everything that comes out of a printer. What a crew reads has the Japanese on it, whatever the language of the interface, and
//! in English both in one line ([`Langs`](crate::langs::Langs)). Sheets of the plan have a page for each language instead.

use super::{Word, w};

// The page.
pub const LEAD: Word = w("紙は、端末の電池が切れても読めます。", "Paper can be read when the battery is empty.");
pub const WHICH: Word = w("どの紙にしますか", "Which sheet?");
pub const WHICH_LANGUAGE: Word = w("紙のことば", "Language of the sheet");
pub const BOTH_LANGUAGES: Word = w("日本語と英語", "Japanese, then English");
pub const IN_JAPANESE: Word = w("日本語だけ", "Japanese only");
pub const IN_ENGLISH: Word = w("英語だけ", "English only");
pub const FRIDGE: Word = w("冷蔵庫用（A4）", "For the fridge (A4)");
pub const WALLET: Word = w("財布用（名刺の大きさ）", "For the wallet (card size)");
pub const MARKS: Word = w("目印（玄関の内側と冷蔵庫）", "Marks (inside the door, and the fridge)");
pub const BLANK: Word = w("手書き用", "To fill in by hand");
pub const TEXTS: Word = w("文をコピーする（スマホのロック画面など）", "Text to copy (phone’s lock screen and more)");
pub const FRIDGE_HOW: Word = w(
    "内側に二つ折りにして、冷蔵庫の扉にはります。表紙は、1枚目の裏か外側です。続きの紙は、中にはさみます。",
    "Fold it once, writing inside, and put it on the fridge. The cover is on the back of page 1, or around it. Further pages go inside.",
);
pub const WALLET_HOW: Word =
    w("まわりの線で切り、点線で折って、財布に入れます。", "Cut along the outer line, fold along the dots, and carry it in your wallet.");
pub const MARKS_HOW: Word = w(
    "玄関のドアの内側と、冷蔵庫の扉にはります。外側にははらないでください。",
    "Put them inside the entrance door and on the fridge. Put nothing on the outside.",
);
pub const BLANK_HOW: Word = w("書けるところだけで、だいじょうぶです。", "Fill in only what you can.");
pub const TEXTS_HOW: Word =
    w("ロック画面に出すと、画面を開けずにだれでも読めます。", "On the lock screen, anybody who holds the phone can read it.");
pub const RESTORE: Word = w("もどすコードも印刷する", "Print the restore codes too");
pub const RESTORE_HINT: Word = w(
    "カードの内容がすべて入ったコードで、端末をなくしても、紙だけで元に戻せます。コードは、いっしょに印刷する「ひらく番号」がないと読めません。",
    "They hold the whole card, so that paper alone brings it back when the device is lost. A code cannot be read without the unlock number that is printed beside it.",
);
pub const RESTORE_MAKING: Word = w("もどすコードを作っています…", "Making the restore codes…");
pub const RESTORE_TOO_LONG: Word = w(
    "カードの内容が多すぎて、コードに入りきりませんでした。記録はそのままです。紙のほかに、控えのファイルを作ってください。",
    "There is more on the card than the codes can hold. The record is as it was. Please make a backup file beside the paper.",
);
pub const RESTORE_NO_MEMORY: Word = w(
    "端末のメモリーが足りず、コードを作れませんでした。記録はそのままです。ほかのアプリを閉じて、もう一度チェックを入れてください。",
    "The device is short of memory, so no codes were made. The record is as it was. Close other apps and tick the box again.",
);
pub const RESTORE_FAILED: Word = w(
    "コードを作れませんでした。記録はそのままです。コードなしの紙は印刷できます。戻すためには、控えのファイルを作ってください。",
    "The codes could not be made. The record is as it was. The sheet can be printed without them; make a backup file to bring it back.",
);
pub const PRINT: Word = w("印刷する", "Print");
pub const PREVIEW: Word = w("印刷されるもの", "What will be printed");
pub const EMPTY: Word = w(
    "カードにはまだ何も書いていません。手書き用の紙は、いま印刷できます。",
    "Nothing is written on the card yet. The sheet to fill in by hand can be printed now.",
);
pub const UNCONFIRMED: Word =
    w("カード全体をまだ確かめていません。紙にもそう出ます。", "The card has not been checked as a whole. The paper says so.");
pub const STALE: Word =
    w("確かめてから1年をこえています。紙にもそう出ます。", "It was last checked more than a year ago. The paper says so.");
pub const COPY: Word = w("コピーする", "Copy");
pub const COPIED: Word = w("コピーしました", "Copied");
pub const NOT_COPIED: Word = w("コピーできませんでした。文を長く押して選んでください。", "It was not copied. Hold the text to select it.");
pub const FOR_PHONE: Word = w("スマホのロック画面用の文", "Text for the phone’s lock screen");
pub const FOR_CLINIC: Word = w("カード全体の文", "The whole card as text");
pub const FOR_CLINIC_HINT: Word =
    w("病院の人に送るときなどに。鍵を持つ人の名前は入りません。", "To send to a clinic, for example. It leaves out who holds a key.");

// On the sheets.
pub const OWN: Word = w("本人", "the person themselves");
pub const CONFIRMED: Word = w("最後に確かめた日", "Last checked");
pub const NEVER: Word = w("まだ確かめていません", "Not checked yet");
pub const MADE: Word = w("書き出した日", "Made on");
pub const PRINTED: Word = w("印刷した日", "Printed on");
pub const PAPER: Word = w("書面", "Paper");
pub const EXISTS: Word = w("あり", "Yes");
pub const NOT_WRITTEN: Word = w("まだ書いていません", "Not written yet");
pub const MORE: Word = w("ほかは紙に", "more on paper");
pub const LOOK: Word = w("救急のときは、開いて見てください", "In an emergency, open and read");
pub const FOLD: Word = w("ここで内側に折る", "Fold here, writing inside");
pub const SCAN: Word = w("読み取ると、大事なことが文字で出ます", "Scan it for the vital facts as text");
pub const RESTORE_TITLE: Word = w("もどすコード", "Restore code");
pub const RESTORE_HOW: Word = w(
    "電話のカメラで一つずつ読み取り、つむぐの「紙から戻す」に「ひらく番号」を入れます。カードの内容がすべて戻ります。",
    "Scan them one by one and type the unlock number at Restore from paper in Tsumugu. The whole card comes back.",
);
pub const RESTORE_DIGITS: Word = w("ひらく番号", "Unlock number");
pub const CONSENT: Word = w("この紙について", "About this sheet");
/// What paper leaves out (`entry::is_left_out`).
pub const LEFT_OUT: Word = w(
    "「24時間」「血が固まりにくい薬」などの印は、あてはまるときと、わからないときに付けています。「いいえ」は書いていません。",
    "Marks such as 24 hours or blood thinner stand where they apply or are not known. A no is not printed.",
);
pub const WALLET_TITLE: Word = w("救急カード", "Emergency card");
pub const MARK_DOOR: Word = w("救急カードは冷蔵庫にあります", "The emergency card is on the fridge");
pub const MARK_FRIDGE: Word = w("救急カードはここです", "The emergency card is here");
pub const MARK_CREW: Word = w("救急隊の方は、見てください", "Ambulance crew: please read");
pub const MARK_DOOR_PLACE: Word = w("玄関のドアの内側にはる", "Put it inside the entrance door");
pub const MARK_FRIDGE_PLACE: Word = w("冷蔵庫の扉にはる", "Put it on the fridge door");

// On the sheet to fill in by hand.
pub const WRITTEN_ON: Word = w("書いた日", "Written on");
pub const ERAS: Word = w("大正・昭和・平成・西暦", "or western year");
pub const YEAR_MONTH_DAY: Word = w("　　　年　　　月　　　日", "　　　year　　　month　　　day");
pub const LISTED: Word = w("ある（下に書く）", "Yes (write below)");
pub const DOSE: Word = w("量・飲む時", "Dose, when");

#[cfg(test)]
mod tests {
    use super::{super::sentences::both, *};

    #[test]
    fn every_text_is_there_and_short() {
        let texts = [
            LEAD,
            WHICH,
            FRIDGE,
            WALLET,
            MARKS,
            BLANK,
            TEXTS,
            FRIDGE_HOW,
            WALLET_HOW,
            MARKS_HOW,
            BLANK_HOW,
            TEXTS_HOW,
            RESTORE,
            RESTORE_HINT,
            PRINT,
            PREVIEW,
            EMPTY,
            UNCONFIRMED,
            STALE,
            COPY,
            COPIED,
            NOT_COPIED,
            FOR_PHONE,
            FOR_CLINIC,
            FOR_CLINIC_HINT,
            OWN,
            CONFIRMED,
            NEVER,
            MADE,
            PRINTED,
            PAPER,
            EXISTS,
            NOT_WRITTEN,
            MORE,
            LOOK,
            FOLD,
            SCAN,
            RESTORE_TITLE,
            RESTORE_HOW,
            CONSENT,
            WALLET_TITLE,
            MARK_DOOR,
            MARK_FRIDGE,
            MARK_CREW,
            MARK_DOOR_PLACE,
            MARK_FRIDGE_PLACE,
            WRITTEN_ON,
            ERAS,
            LISTED,
            DOSE,
        ];
        texts.into_iter().for_each(both);
    }
}
