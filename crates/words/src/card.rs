//! Words of the card's task list, its sections and the page after saving.

use super::{Word, w};

pub const ANYWHERE: Word = w("どこからでも始められます。", "Start anywhere.");
pub const MORE: Word = w("くわしく書く", "More details");
pub const CONTINUE: Word = w("つづける", "Continue");
pub const FINISH: Word = w("保存して終わる", "Save and finish");
pub const PROXY: Word = w("代わりに書く", "Write for somebody");
pub const TO_LIST: Word = w("一覧にもどる", "Back to the list");
pub const UNDO: Word = w("一つ元に戻す", "Undo one step");
pub const OWN: Word = w("本人", "the person themselves");
pub const SAVED_TITLE: Word = w("保存しました", "Saved");
pub const SAVED_LEAD: Word = w("書いたことは、この端末に残っています。", "What you wrote is kept on this device.");
pub const SAVED_OPEN: Word = w("まだ保存できていない変更があります。", "Some changes are not saved yet.");
pub const SAVED_NOTHING: Word = w("まだ何も書いていません。", "Nothing is written yet.");
pub const NEXT: Word = w("つぎにすること", "What next");
pub const NEXT_PRINT: Word = w("印刷して冷蔵庫に貼る", "Print it and put it on the fridge");
pub const NEXT_BACKUP: Word = w("控えのファイルを作る", "Make a backup file");
pub const NEXT_CHECK: Word = w("全体を確かめて、日付を入れる", "Check the whole card and date it");
pub const NEXT_MORE: Word = w("続きを書く", "Go on writing");
pub const READ_ONLY: Word = w("この記録はいま変えられません。見ることはできます。", "This record cannot be changed now. You can read it.");
