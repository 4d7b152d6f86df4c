//! Words of the home page and of the first visit.

use super::{Word, w};

pub const DUE: Word = w("年に一度の見直しの時期です", "It is time for the yearly check");
pub const LAST: Word = w("前に確かめた日：", "Last checked:");
pub const NEVER: Word = w("カード全体の確認は、まだしていません。", "The whole card has not been checked yet.");
pub const TILE_PRINT: Word = w("冷蔵庫用・財布用", "For the fridge and the wallet");
pub const TILE_CHECK: Word = w("変わったところを直す", "Change what is no longer true");
pub const TILE_BACKUP: Word = w("紙とファイルに控える", "Keep a copy on paper and in a file");
pub const TILE_SETTINGS: Word = w("文字の大きさ・人・ことば", "Text size, people, language");
pub const TILE_ABOUT: Word = w("だれが作り、どう守るか", "Who made it, how it keeps things safe");
pub const WELCOME: Word = w("救急のとき、あなたのことを伝えるカードです。", "A card that speaks for you in an emergency.");
pub const WELCOME_1: Word = w("書いたことは、この端末の中だけに残ります。", "What you write stays on this device.");
pub const WELCOME_2: Word = w("登録はいりません。途中でやめても、続きから書けます。", "No sign-up. Stop at any time and go on later.");
pub const BEGIN: Word = w("カードを書きはじめる", "Start the card");
pub const SEE_SAMPLE: Word = w("見本を見る", "See a sample");
pub const BRING_BACK: Word = w("控えから戻す", "Bring back a backup");
pub const IN_APP: Word = w(
    "アプリの中のブラウザです。ここでは記録が残らないことがあります。ほかのブラウザで開いても、ここで書いたことは移りません。",
    "This is a browser inside another app. It may not keep what you write, and that does not move to another browser.",
);
pub const OPEN_STEPS: Word = w("ブラウザで開くには", "How to open it in a browser");
pub const OPEN_OUTSIDE: Word = w("いつものブラウザで開く", "Open in the usual browser");
