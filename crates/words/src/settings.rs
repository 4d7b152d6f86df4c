//! Words of the settings and of the list of people.

use super::{Word, w};

pub const SIZE: Word = w("文字の大きさ", "Text size");
pub const SIZES: [(&str, Word); 3] = [("m", w("標準", "Standard")), ("l", w("大", "Large")), ("xl", w("特大", "Extra large"))];
pub const THEME: Word = w("色あい", "Colours");
pub const THEMES: [(&str, Word); 4] = [
    ("auto", w("端末に合わせる", "As the device")),
    ("light", w("明るい", "Light")),
    ("dark", w("暗い", "Dark")),
    ("contrast", w("くっきり", "High contrast")),
];
pub const RUBY: Word = w("むずかしい漢字のふりがな", "Readings above hard kanji");
pub const RUBIES: [(&str, Word); 2] = [("on", w("つける", "On")), ("off", w("つけない", "Off"))];
pub const LANGUAGE: Word = w("ことば", "Language");
pub const PEOPLE: Word = w("この端末にある人", "People on this device");
pub const PEOPLE_LEAD: Word = w("名前を押すと、その人のカードが開きます。", "Tap a name to open that card.");
pub const OPEN_NOW: Word = w("いま開いています", "Open now");
pub const ADD_PERSON: Word = w("人を足す", "Add a person");
pub const ADD_SAMPLE: Word = w("見本を入れる", "Add a sample person");
pub const PROXY: Word = w("代わりに書く人", "Writing for somebody");
pub const PROXY_LEAD: Word = w(
    "ご家族などが本人に代わって書くときは、書く人の名前を入れてください。カードに「書いた人」として残ります。",
    "If you write for somebody, with their agreement, put your own name here. The card shows who wrote it.",
);
pub const PROXY_NAME: Word = w("書く人の名前", "Name of the one who writes");
pub const PROXY_STOP: Word = w("本人が書く", "The person writes");
pub const STORAGE: Word = w("保存の状態", "Storage");
pub const INSTALL: Word = w("ホーム画面に置く", "Put it on the home screen");
pub const INSTALL_LEAD: Word =
    w("ホーム画面に置くと、記録が消えにくくなり、すぐ開けます。", "On the home screen it opens at once and is kept more safely.");
pub const INSTALL_DONE: Word = w("ホーム画面から開いています。", "It was opened from the home screen.");
pub const ERASE: Word = w("記録を消す", "Erase");
pub const ERASE_ONE: Word = w("この人の記録を消す", "Erase this person's record");
pub const ERASE_ALL: Word = w("この端末の記録をすべて消す", "Erase everything on this device");
pub const ERASE_LEAD: Word = w(
    "消す前に、控えのファイルを作ることをおすすめします。この画面にいる間は、元に戻せます。",
    "Consider making a backup file first. You can undo while you stay on this page.",
);
pub const ERASE_SURE: Word = w("ほんとうに消しますか", "Really erase?");
pub const ERASE_YES: Word = w("消す", "Erase");
pub const ERASE_NO: Word = w("やめる", "Keep it");
pub const ERASED: Word = w("消しました。つむぐには何も残っていません。", "Erased. Nothing of it is left in Tsumugu.");
pub const ERASED_UNDO: Word = w("この画面にいる間だけ、元に戻せます。", "You can undo only while you stay on this page.");
pub const ERASED_HISTORY: Word = w(
    "紙の「もどすコード」を読み取ったことがあれば、ブラウザの履歴に残っているかもしれません。「ひらく番号」のない古い紙のコードは、だれでも読めます。気になるときは、履歴も消してください。控えのファイルと印刷した紙は、そのままです。",
    "If restore codes were scanned here, the browser history may still hold them. Codes of an old sheet without an unlock number can be read by anybody. If that worries you, clear the history too. Backup files and printed sheets are as they were.",
);
pub const ERASE_FAILED: Word = w("消せませんでした。記録はそのまま残っています。", "It could not be erased. The record is still there.");
pub const NOT_BACK: Word = w("元に戻せませんでした。もう一度ためしてください。", "It could not be undone. Try again.");
pub const NO_NAME: Word = w("（名前はまだ）", "(no name yet)");
