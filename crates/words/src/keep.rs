//! Words of backup, earlier versions and restoring.

use super::{Lang, Word, w};

pub const LEAD: Word = w("控えのファイルは、この端末の記録の写しです。", "A backup file is a copy of what is on this device.");
pub const LEAD_MORE: Word =
    w("端末が壊れたときや、なくしたときに、そこから戻せます。", "If the device breaks or is lost, it brings everything back.");
pub const MAKE: Word = w("控えのファイルを作る", "Make a backup file");
pub const MAKE_TITLE: Word = w("控えを作る", "Make a backup");
pub const NOBODY: Word = w("控える記録が、まだありません。", "There is nothing to back up yet.");
pub const WHOM: Word = w("だれの記録を控えますか", "Whose record?");
pub const EVERYONE: Word = w("全員", "Everyone");
pub const PASSPHRASE: Word = w("合いことば（なくてもかまいません）", "Passphrase (optional)");
pub const PASSPHRASE_HINT: Word = w(
    "8文字以上。忘れるとだれにも開けません。紙に書いて、別の場所に置いてください。",
    "At least 8 characters. If it is lost, nobody can open the file. Write it down and keep it elsewhere.",
);
pub const HIDE: Word = w("文字をかくす", "Hide the letters");
pub const SHOW: Word = w("文字を見せる", "Show the letters");
pub const TOO_SHORT: Word = w("合いことばは8文字以上にしてください。", "Make the passphrase at least 8 characters long.");
pub const LOCKING: Word = w("鍵をかけています…", "Locking the file…");
pub const NO_MEMORY_TO_LOCK: Word = w(
    "端末のメモリーが足りず、鍵をかけられませんでした。ほかのアプリを閉じて、もう一度ためしてください。",
    "The device is short of memory, so the file was not locked. Close other apps and try again.",
);
pub const NOT_LOCKED: Word = w(
    "鍵をかけられず、ファイルは作られませんでした。合いことばなしでも作れます。",
    "The file could not be locked and was not made. You can make one without a passphrase.",
);
pub const MADE: Word = w("控えのファイルを作りました", "The backup file was made");
pub const MADE_NAME: Word = w("ファイルの名前：", "Name of the file: ");
pub const MADE_HOLDS: Word = w("入っている人：", "People in it: ");
pub const MADE_LOCKED: Word = w("鍵がかかっています。開くには、合いことばがいります。", "It is locked. It opens with the passphrase only.");
pub const MADE_OPEN: Word =
    w("鍵はかかっていません。ファイルを手にした人は、中を読めます。", "It is not locked. Whoever has the file can read it.");
pub const MADE_WITHOUT: Word = w(
    "読み出せなかった写真は、ファイルに入っていません。ほかは全部入っています。",
    "A photo that could not be read is not in the file. Everything else is.",
);
pub const MADE_WHERE: Word = w(
    "「ダウンロード」や「ファイル」の中をたしかめてください。USBメモリーなど、この端末とは別のところにも置くと安心です。",
    "Look for it in Downloads or Files. Keep a copy outside this device too, such as on a USB stick.",
);

pub const BRING: Word = w("控えから戻す", "Bring back a backup");
pub const BRING_LEAD: Word = w(
    "ファイルを選ぶと、まず中身が見られます。ボタンを押すまで、何も変わりません。",
    "Choose a file to see what is in it. Nothing changes before you press the button.",
);
pub const CHOOSE: Word = w("控えのファイルを選ぶ", "Choose the backup file");
pub const OPENING: Word = w("開いています…", "Opening…");
pub const TYPE_PASSPHRASE: Word = w("このファイルには鍵がかかっています", "This file is locked");
pub const ITS_PASSPHRASE: Word = w("合いことば", "Passphrase");
pub const UNLOCK: Word = w("鍵を開ける", "Unlock");
pub const UNLOCKING: Word = w("鍵を開けています…", "Unlocking…");
pub const EMPTY: Word = w(
    "この控えには、だれも入っていません。この端末の記録は変わっていません。",
    "There is nobody in this backup. Nothing here has changed.",
);

pub const WITHOUT_PICTURE: Word = w(
    "このファイルには、入っていないか壊れている写真があります。ほかは全部そろっています。",
    "A photo is missing from this file, or damaged in it. Everything else is whole.",
);
pub const FOUND: Word = w("中に入っている人", "Who is in it");
pub const NEW: Word = w("この端末には、まだいません。", "Not on this device yet.");
pub const SAME: Word = w("同じ内容が、もうこの端末にあります。", "Already on this device, the same.");
pub const NOTHING_TO_DO: Word = w("入れるものはありません。", "There is nothing to put in.");
pub const HOW: Word = w("どうしますか", "What shall be done?");
pub const TAKE: Word = w("入れる", "Put in");
pub const JOIN: Word = w("いまの記録とまとめる", "Join with the record here");
pub const REPLACE: Word = w("いまの記録と置きかえる", "Replace the record here");
pub const LEAVE: Word = w("入れない", "Leave out");
pub const SEE_CHANGES: Word = w("この端末の記録が変わるところ", "What changes on this device");
pub const SEE_CONTENT: Word = w("中身を見る", "See what is in it");
pub const TAKE_IN: Word = w("この端末に入れる", "Put on this device");
pub const TAKING: Word = w("入れています…", "Putting it in…");
pub const TAKEN: Word = w("入れました", "It is on this device now");
pub const TAKEN_LEAD: Word = w("前からあった内容も、消えずに残っています。", "What was here before is still kept.");
pub const TAKEN_BACK: Word = w("元に戻しました。", "It is as it was before.");
pub const NOT_TAKEN: Word = w("全部は入れられませんでした", "Not everything could be put in");
pub const NOT_TAKEN_LEAD: Word = w(
    "前からの記録は無事です。端末の空きをたしかめて、もう一度ためしてください。",
    "What was here before is safe. Check that the device has room, and try again.",
);
pub const NOT_TAKEN_LARGE: Word = w(
    "前からの記録は無事です。まとめると、一人分の記録が大きくなりすぎます。「いまの記録と置きかえる」を選んでください。または、長い文を短くするか、要らない項目を消してから、もう一度ためしてください。",
    "What was here before is safe. Joined, one person’s record would be too large. Choose to replace the record here. Or shorten long texts and remove entries that are not needed, and try again.",
);
pub const NOT_TAKEN_BACK: Word = w(
    "元に戻せませんでした。入れた内容は、そのまま残っています。もう一度ためしてください。",
    "It could not be undone. What was put in is still there. Try again.",
);
pub const UNDO: Word = w("元に戻す", "Undo");
pub const AGAIN: Word = w("もう一度ためす", "Try again");
pub const CHOOSE_AGAIN: Word = w("もう一度えらぶ", "Choose again");
pub const SEE_CARD: Word = w("カードを見る", "See the card");

pub const NO_FILE: Word = w("ファイルが選ばれていません。もう一度選んでください。", "No file was chosen. Choose it again.");
pub const TOO_LARGE: Word = w(
    "ファイルが大きすぎて、つむぐの控えではないようです。この端末の記録は変わっていません。別のファイルを選んでください。",
    "The file is too large to be a Tsumugu backup. Nothing here has changed. Choose another file.",
);
pub const UNREADABLE: Word = w(
    "ファイルを読めませんでした。この端末の記録は変わっていません。もう一度選んでください。",
    "The file could not be read. Nothing here has changed. Choose it again.",
);
pub const HERE_UNREAD: Word = w(
    "この端末の前からの記録を、いまは読み出せません。何も変わっていません。少し待って、もう一度ためしてください。",
    "What this device already has cannot be read just now. Nothing has changed. Wait a little and try again.",
);
pub const NOT_A_BACKUP: Word = w(
    "つむぐの控えではないファイルです。この端末の記録は変わっていません。「tsumugu」で始まる名前のファイルを選んでください。",
    "This file is not a Tsumugu backup. Nothing here has changed. Choose a file whose name begins with tsumugu.",
);
pub const NEWER: Word = w(
    "もっと新しい版のつむぐで作った控えです。この端末の記録は変わっていません。アプリを新しくすると開けます。",
    "This backup is from a newer version of Tsumugu. Nothing here has changed. Update the app to open it.",
);
pub const DAMAGED: Word = w(
    "この控えは、途中で切れているか、書きかえられています。この端末の記録は変わっていません。別の控えか、印刷した紙から戻せます。",
    "This backup is cut off or was altered. Nothing here has changed. Use another backup or a printed sheet.",
);
pub const WRONG: Word = w(
    "開けませんでした。この端末の記録は変わっていません。合いことばを、もう一度たしかめてください。合っているときは、ファイルがこわれています。",
    "It did not open. Nothing here has changed. Check the passphrase. If it is right, the file is damaged.",
);
pub const REFUSED_NAME: Word = w(
    "中の記録の番号が、つむぐのものではありません。この端末の記録は変わっていません。別の控えを選んでください。",
    "A record in it has a name that Tsumugu does not give. Nothing here has changed. Use another backup.",
);
pub const REFUSED_PEOPLE: Word = w(
    "人数が多すぎて、入れられません（100人まで）。この端末の記録は変わっていません。何人かずつの控えを作って、入れてください。",
    "There are too many people in it (at most 100). Nothing here has changed. Make backups of fewer people and use those.",
);
pub const REFUSED_MANY: Word = w(
    "一つの欄の項目が多すぎて、入れられません。この端末の記録は変わっていません。元の端末で項目を減らすか、別の控えを選んでください。",
    "A part of it has too many entries. Nothing here has changed. Remove some where it was written, or use another backup.",
);
pub const REFUSED_LONG: Word = w(
    "長すぎる文が入っていて、入れられません（4,000字まで）。この端末の記録は変わっていません。元の端末で短くするか、別の控えを選んでください。",
    "A text in it is too long (at most 4,000 characters). Nothing here has changed. Shorten it where it was written, or use another backup.",
);
pub const REFUSED_LARGE: Word = w(
    "一人分の記録が大きすぎて、入れられません。この端末の記録は変わっていません。別の控えか、印刷した紙から戻せます。",
    "One person’s record is too large. Nothing here has changed. Use another backup or a printed sheet.",
);
pub const REFUSED_STRANGE: Word = w(
    "つむぐが読めないものが入っていて、入れられません。この端末の記録は変わっていません。アプリを新しくするか、別の控えを選んでください。",
    "There is something in it that Tsumugu cannot read. Nothing here has changed. Update the app, or use another backup.",
);
pub const NOT_MADE: Word = w(
    "控えを作れませんでした。読み返すと、同じ内容になりませんでした。記録はそのままです。アプリを新しくして、もう一度ためしてください。",
    "No backup was made: read back, it was not the same. The records are as they were. Update the app and try again.",
);
pub const NOT_MADE_TOO_MUCH: Word = w(
    "控えを作れませんでした。全員では大きすぎます。記録はそのままです。一人ずつ選んで作ってください。",
    "No backup was made: everyone together is too much. The records are as they were. Choose one person at a time.",
);
pub const NO_MEMORY: Word = w(
    "端末のメモリーが足りず、開けませんでした。この端末の記録は変わっていません。ほかのアプリを閉じて、もう一度ためしてください。",
    "The device is short of memory, so it did not open. Nothing here has changed. Close other apps and try again.",
);

pub const OTHER_WAYS: Word = w("ほかの戻しかた", "Other ways back");
pub const ASIDE_LEAD: Word = w(
    "読めなくなった記録を、捨てずに取ってあります。くわしい人に見せるために、ファイルにできます。",
    "A record that could not be read was kept. You can save it to a file and show it to somebody who can help.",
);
pub const ASIDE: Word = w("読めない記録をファイルに控える", "Save the unreadable record to a file");
pub const IPHONE: Word = w(
    "Safariで書いたことは、ホーム画面に置いたアプリには移りません。先に控えを作り、ホーム画面のアプリで選んでください。",
    "What you wrote in Safari does not move to the app on the home screen. Make a backup first, and choose it there.",
);
pub const INSTALLED: Word =
    w("前にブラウザで書いたことは、控えのファイルから戻せます。", "What you wrote in the browser before comes back with a backup file.");

pub const HISTORY_LEAD: Word = w(
    "この人のカードの、前に保存した内容です。見ることも、戻すこともできます。",
    "What was saved before for this person. You can look at it, and go back to it.",
);
pub const HISTORY_NONE: Word = w("前の内容は、まだありません。", "There are no earlier versions yet.");
pub const HISTORY_FAILED: Word = w(
    "前の内容を読めませんでした。記録は消えていません。もう一度開いてみてください。",
    "The earlier versions could not be read. Nothing is lost. Try opening this page again.",
);
pub const NOW: Word = w("いまの内容", "The content now");
pub const SAME_AS_NOW: Word = w("いまの内容と同じです。", "The same as now.");
pub const FIRST: Word = w("最初の内容", "The first content");
pub const WHO: Word = w("書いた人：", "Written by: ");
pub const CLINIC: Word = w("先生", "a clinic");
pub const SEE_WHOLE: Word = w("全部を見る", "See everything");
pub const FOLD: Word = w("とじる", "Fold away");
pub const GO_BACK: Word = w("この内容に戻す", "Go back to this");
pub const WENT_BACK: Word = w("前の内容に戻しました。", "The earlier content is back.");
pub const MORE: Word = w("もっと前を見る", "See older ones");
pub const OTHER_LEAD: Word = w(
    "2つの画面で同じところが直されました。こちらは使われなかったほうです。こちらに戻すこともできます。",
    "The same place was changed in two windows. This is the side that was not used. You can still go back to it.",
);
/// In the order of `Cause`.
pub const CAUSES: [Word; 7] = [
    w("書きかえ", "Edited"),
    w("控えや紙から", "Brought in"),
    w("前の内容に戻した", "Went back"),
    w("読めなくなった記録を直した", "Repaired"),
    w("使われなかったほう", "The side that was not used"),
    w("ほかの端末とまとめた", "Joined with another device"),
    w("ほかの端末の内容", "As another device had it"),
];

pub const RESTORE_LEAD: Word = w(
    "印刷した紙の「もどすコード」を、電話のカメラで一つずつ読み取ってください。読んだ分は、ここに集まります。",
    "Scan the restore codes on the printed sheet one by one with the phone’s camera. They are collected here.",
);
pub const RESTORE_NONE: Word = w("まだ読み取っていません。", "Nothing has been read yet.");
pub const RESTORE_NEXT: Word = w("つづけて、残りのコードを読み取ってください。", "Go on and scan the codes that are left.");
pub const RESTORE_ALL: Word = w("全部そろいました", "All parts are here");
pub const RESTORE_DIGITS: Word = w("ひらく番号", "Unlock number");
pub const RESTORE_DIGITS_HINT: Word = w(
    "紙のコードのそばにある12けたの数字です。あいだの線は、なくてもかまいません。",
    "The 12 digits beside the codes on the sheet. The dashes may be left out.",
);
pub const RESTORE_OPEN: Word = w("ひらく", "Open");
pub const RESTORE_OPENING: Word = w("ひらいています…", "Opening…");
pub const DIGITS_NOT: Word = w(
    "「ひらく番号」は12けたの数字です。読み取った分は、そのままです。紙を見て、もう一度入れてください。",
    "The unlock number has 12 digits. What was scanned is still here. Look at the sheet and type it again.",
);
pub const DIGITS_WRONG: Word = w(
    "この番号では、ひらけませんでした。読み取った分は、そのままです。同じ紙の番号かどうかを見て、もう一度入れてください。",
    "It did not open with this number. What was scanned is still here. See whether it is the number of the same sheet, and type it again.",
);
pub const DIGITS_NO_MEMORY: Word = w(
    "端末のメモリーが足りず、ひらけませんでした。読み取った分は、そのままです。ほかのアプリを閉じて、もう一度ためしてください。",
    "The device is short of memory, so it did not open. What was scanned is still here. Close other apps and try again.",
);
pub const RESTORE_UNKNOWN: Word = w(
    "読み取りましたが、つむぐのカードではありませんでした。この端末の記録は変わっていません。別の紙か、控えのファイルから戻せます。",
    "It was read, but it is not a card of Tsumugu. Nothing here has changed. Use another sheet or a backup file.",
);
pub const RESTORE_TOO_MANY: Word = w(
    "つむぐが印刷したコードではないようです。集めた分は、そのままです。紙のコードを、もう一度読み取ってください。",
    "This code does not seem to be printed by Tsumugu. What was collected is still here. Scan the code on the sheet again.",
);
pub const RESTORE_HISTORY: Word = w(
    "読み取ったコードは、ブラウザの履歴に残ることがあります。「ひらく番号」のある紙なら、番号がないとだれにも読めません。",
    "The browser’s history may keep what was scanned. With a sheet that has an unlock number, nobody can read it without that number.",
);
pub const RESTORE_PLAIN: Word = w(
    "これは「ひらく番号」のない、前の紙です。カードの内容が、読める形でブラウザの履歴に残ることがあります。戻したあと、ブラウザの履歴を消し、新しい紙を印刷してください。",
    "This is an older sheet without an unlock number. Its codes hold the card in readable form, and the browser’s history may keep them. After restoring, clear the browser’s history and print a new sheet.",
);
pub const RESTORE_BAD: Word = w(
    "つむぐの「もどすコード」ではありませんでした。集めた分は、そのままです。紙のコードを、もう一度読み取ってください。",
    "That was not a restore code of Tsumugu. What was collected is still here. Scan the code on the sheet again.",
);
pub const RESTORE_DAMAGED: Word = w(
    "コードの一部が欠けているようです。集めた分は、そのままです。紙を平らにして、もう一度読み取ってください。",
    "A part of the code seems to be missing. What was collected is still here. Flatten the sheet and scan it again.",
);
pub const RESTORE_NEWER: Word = w(
    "もっと新しい版のつむぐで印刷した紙です。この端末の記録は変わっていません。アプリを新しくすると読めます。",
    "This sheet was printed by a newer version of Tsumugu. Nothing here has changed. Update the app to read it.",
);
pub const RESTORE_OTHER: Word = w(
    "別の紙のコードがまざっています。この端末の記録は変わっていません。「最初からやり直す」を押して、1枚の紙だけを読み取ってください。",
    "Codes of two sheets are mixed. Nothing here has changed. Start again, and scan the codes of one sheet only.",
);
pub const RESTORE_AGAIN: Word = w("最初からやり直す", "Start again");
pub const RESTORE_FORGET: Word = w("読み取った分を消す", "Forget what was read");
pub const RESTORE_PASTE: Word = w("コードの文字を貼りつける", "Paste the text of a code");
pub const RESTORE_PASTE_HINT: Word =
    w("カメラで読めないときに。読み取った文字の全部を貼りつけます。", "If the camera does not work. Paste all of the text that was read.");
pub const RESTORE_READ: Word = w("読み取る", "Read");
pub const RESTORE_SAME: Word =
    w("この端末に、同じ名前と誕生日の人がいます。", "Somebody with the same name and birthday is on this device.");

/// How many places differ.
#[must_use]
pub fn differs(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("この端末の記録と{count}か所ちがいます。"),
        Lang::En => format!("{count} {} from the record here.", if count == 1 { "place differs" } else { "places differ" }),
    }
}

/// How many parts of a code were read.
#[must_use]
pub fn parts(have: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{of}つのうち{have}つ読みました"),
        Lang::En => format!("{have} of {of} codes read"),
    }
}

/// Which parts of a code are still to be read, by the numbers that stand beside them: the first ten, and how many more.
#[must_use]
pub fn missing(numbers: &[u16], lang: Lang) -> String {
    const NAMED: usize = 10;
    let named = numbers.iter().take(NAMED).map(u16::to_string).collect::<Vec<_>>();
    match (lang, numbers.len().saturating_sub(NAMED)) {
        (Lang::Ja, 0) => format!("まだのコード：{}。", named.join("、")),
        (Lang::En, 0) => format!("Still to be scanned: code {}.", named.join(", ")),
        (Lang::Ja, more) => format!("まだのコード：{}、ほか{more}。", named.join("、")),
        (Lang::En, more) => format!("Still to be scanned: code {}, and {more} more.", named.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_said_in_both_languages() {
        assert_eq!(parts(2, 3, Lang::Ja), "3つのうち2つ読みました");
        assert_eq!(missing(&[1, 3], Lang::En), "Still to be scanned: code 1, 3.");
        let many = (2..=255).collect::<Vec<u16>>();
        assert_eq!(missing(&many, Lang::Ja), "まだのコード：2、3、4、5、6、7、8、9、10、11、ほか244。");
        assert_eq!(missing(&many, Lang::En), "Still to be scanned: code 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, and 244 more.");
        assert_eq!(differs(1, Lang::En), "1 place differs from the record here.");
    }

    /// Photos stand beside the record, and what was signed stays: taking them away would make no record smaller.
    #[test]
    fn what_is_said_against_a_record_that_is_too_large_makes_it_smaller() {
        for word in [crate::frame::TOO_LARGE, NOT_TAKEN_LARGE] {
            assert!(!["写真", "署名"].iter().any(|part| word.ja.contains(part)), "{}", word.ja);
            assert!(!["photo", "sign"].iter().any(|part| word.en.contains(part)), "{}", word.en);
            assert!(word.ja.contains("長い文") && word.en.to_lowercase().contains("long text"));
        }
    }
}
