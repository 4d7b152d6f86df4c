//! Names of pages. Which page has which name is known where the pages are.

use super::{Word, w};

pub const APP: Word = w("つむぐ", "Tsumugu");
pub const HOME: Word = w("ホーム", "Home");
pub const CARD: Word = w("救急カード", "Emergency card");
pub const SAVED: Word = w("保存して終わる", "Save and finish");
pub const SHOW: Word = w("救急隊に見せる", "Show the ambulance crew");
pub const CALL: Word = w("119に電話する", "Call 119");
pub const PRINT: Word = w("印刷する", "Print");
pub const CHECK: Word = w("年に一度の見直し", "Yearly check");
pub const PEOPLE: Word = w("カードの人", "People");
pub const BACKUP: Word = w("バックアップ", "Backup");
pub const HISTORY: Word = w("前の内容", "Earlier versions");
pub const RESTORE: Word = w("紙から戻す", "Restore from paper");
pub const SETTINGS: Word = w("設定", "Settings");
pub const HELP: Word = w("困ったとき", "Help");
pub const ABOUT: Word = w("このアプリについて", "About");
