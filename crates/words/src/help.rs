//! 「困ったとき」: signs for 119, and how to do things.

use super::{
    Lang, Word,
    about::{self, CHECKED},
    days, w,
};

pub use super::lines::{ADVICE, LINES, Line, line_7119_holiday, line_7119_open};

/// One subject of the help.
#[derive(Clone, Copy, Debug)]
pub struct Topic {
    pub id: &'static str,
    pub title: Word,
    pub paragraphs: &'static [Word],
    /// In this order.
    pub steps: &'static [Word],
    /// In any order.
    pub points: &'static [Word],
    pub source: Option<&'static str>,
    pub checked: &'static str,
}

/// The subjects, in the order of the page. [`LINES`] stand under the first.
pub static HELP: &[Topic] = &[
    Topic {
        id: "lines",
        title: w("電話するところ", "Whom to call"),
        paragraphs: &[
            w("急なとき、迷ったときは、119へ電話してください。", "In an emergency, or when in doubt, call 119."),
            w(
                "[訪問看護|ほうもんかんご]や先生の番号は、救急カードにあります。",
                "The numbers of the nurse and the doctor are on the card.",
            ),
        ],
        steps: &[],
        points: &[],
        source: Some(about::CHIBA),
        checked: CHECKED,
    },
    Topic {
        id: "signs",
        title: w("すぐ119へ電話するとき", "When to call 119 at once"),
        paragraphs: &[
            w("一つでもあれば、すぐ119へ。迷ったら119へ。", "If there is even one, call 119. When in doubt, call 119."),
            w("ここにないことでも、心配なら電話してかまいません。", "You may call for anything else that worries you, too."),
        ],
        steps: &[],
        points: &[
            w("息をしていない。[脈|みゃく]がない。体が冷たい。水にしずんでいた", "Not breathing. No pulse. Body is cold. Was under water"),
            w("呼んでもこたえない。ふだんどおり話せない", "No answer when called. Cannot speak as usual"),
            w("顔・[唇|くちびる]・耳の色が悪い。冷や汗が出る", "Bad colour of face, lips or ears. Cold sweat"),
            w(
                "顔：片方が動かない、しびれる、ゆがむ。[舌|した]がもつれる。ものが二重に見える、見える所がせまい",
                "Face: one side is numb, droops or does not move. Slurred speech. Double or narrowed sight",
            ),
            w(
                "頭：急にはげしく痛む。急に高い熱が出る。急にふらついて立てない",
                "Head: sudden violent pain. Sudden high fever. Sudden sway, cannot stand",
            ),
            w(
                "胸や背中：急にはげしく痛む。急に息が切れる。2〜3分しめつけられる。痛む所が動く。長い旅のあとに痛む",
                "Chest or back: sudden violent pain. Sudden breathlessness. Pressure for 2–3 minutes. Pain that moves, or after a long trip",
            ),
            w("手足：急にしびれる。急に片方の力が入らない", "Arms and legs: sudden numbness. Sudden weakness on one side"),
            w("おなか：急にはげしく痛む。血を吐く", "Belly: sudden violent pain. Vomiting blood"),
            w("意識：ない、ぼんやりしている", "Mind: not awake, or hazy"),
            w("けいれん：止まらない。止まっても目がさめない", "Fits: do not stop, or stopped but not awake"),
            w("吐き気：冷や汗が出るほど強い", "Nausea: strong, with cold sweat"),
            w("のど：物がつまって息ができない", "Throat: something is stuck, cannot breathe"),
            w("息：弱い、ゼーゼーする", "Breath: weak or wheezing"),
            w(
                "けがなど：血がたくさん出る。広いやけど。交通事故。高い所から落ちた。おぼれた",
                "Injury: heavy bleeding. Wide burns. Traffic accident. Fall from a height. Drowning",
            ),
            w("高齢の方：転んだり落ちたりして、強く打った", "Older people: a fall with a hard blow"),
            w("そのほか：いつもと明らかに違う", "Anything clearly different from usual"),
        ],
        source: Some(about::LEAFLET),
        checked: CHECKED,
    },
    Topic {
        id: "install-iphone",
        title: w("ホーム画面に置く（iPhone）", "Put it on the home screen (iPhone)"),
        paragraphs: &[
            w("ホーム画面に置くと、記録が消えにくくなります。", "On the home screen, the record is kept more safely."),
            w(
                "Safariで書いたことは、移らないことがあります。先に控えのファイルを作ると安心です。",
                "What you wrote in Safari may not move along. Make a backup file first to be safe.",
            ),
        ],
        steps: IPHONE_STEPS,
        points: &[],
        source: Some(about::WEBKIT),
        checked: CHECKED,
    },
    Topic {
        id: "install-android",
        title: w("ホーム画面に置く（Android）", "Put it on the home screen (Android)"),
        paragraphs: &[],
        steps: ANDROID_STEPS,
        points: &[],
        source: None,
        checked: CHECKED,
    },
    Topic {
        id: "install-line",
        title: w("LINEの中で開いたとき", "If it opened inside LINE"),
        paragraphs: &[w("LINEの中では、書いたことが残らないことがあります。", "Inside LINE, what you write may not be kept.")],
        steps: IN_APP_STEPS,
        points: &[],
        source: Some(about::LINE),
        checked: CHECKED,
    },
    Topic {
        id: "sheet",
        title: w("印刷した紙の置き場所", "Where to keep the printed sheet"),
        paragraphs: &[w("冷蔵庫は、救急隊がさがしやすい場所です。", "The fridge is where a crew finds it easily.")],
        steps: &[],
        points: &[
            w("冷蔵庫の扉に磁石で。書いた面を内側に折ります。", "On the fridge door with a magnet, folded with the writing inside."),
            w("一人に1枚。名前が見えるようにします。", "One sheet for each person, with the name showing."),
            w("目印は、玄関のドアの内側と冷蔵庫に貼ります。", "Put the marks inside the entrance door and on the fridge."),
            w("家の外側には貼らないでください。", "Put nothing on the outside of the house."),
            w("小さい紙は、財布に入れて持ち歩きます。", "Carry the small one in your wallet."),
            w(
                "いっしょに：写真、[診察券|しんさつけん]の写し、薬の説明書の写し",
                "With it: a photo, copies of the patient card and of the medicine leaflet",
            ),
            w("入れない：通帳、印鑑、お金など大切なもの", "Not with it: bankbook, seal, money or other valuables"),
        ],
        source: Some(about::KIT),
        checked: CHECKED,
    },
    Topic {
        id: "lost",
        title: w("電話をなくした・こわれた", "The phone is lost or broken"),
        paragraphs: &[
            w(
                "控えのファイルか、もどすコードのある紙から、新しい電話に戻せます。",
                "A backup file or a sheet with restore codes brings it back on a new phone.",
            ),
            w("画面のロックがあれば、ほかの人には開けません。", "With a screen lock, others cannot open it."),
        ],
        steps: &[],
        points: &[
            w("控えのファイル：「バックアップ」で開きます。", "The backup file: open it on the page Backup."),
            w(
                "もどすコードのある紙：「紙から戻す」で読み取ります。",
                "A sheet with restore codes: scan it on the page Restore from paper.",
            ),
            w("コードのない紙：見ながら、もう一度書けます。", "A sheet without codes: write it again from there."),
        ],
        source: None,
        checked: CHECKED,
    },
    Topic {
        id: "yearly",
        title: w("年に一度の見直し", "The yearly check"),
        paragraphs: &[
            w("誕生日やお正月など、覚えやすい日に。", "On a day you remember, like a birthday or New Year."),
            w("薬や連絡先が変わったときは、いつでも直せます。", "When medicines or contacts change, change them at any time."),
        ],
        steps: &[
            w("「年に一度の見直し」を開き、順に見ます。", "Open Yearly check and go through it."),
            w("変わったところだけ直します。", "Change only what changed."),
            w("「全体を確かめました」を押します。今日の日付が入ります。", "Tap I have checked the whole card. It gets today’s date."),
            w("新しく印刷し、冷蔵庫と財布の紙を取りかえます。", "Print it and replace the sheets on the fridge and in the wallet."),
            w("控えのファイルも新しくします。", "Make a new backup file too."),
        ],
        points: &[],
        source: Some(about::RENEWAL),
        checked: CHECKED,
    },
    Topic {
        id: "storage",
        title: w("どこに残り、だれが見られるか", "Where it is kept, and who can see it"),
        paragraphs: about::PRIVACY,
        steps: &[],
        points: &[
            w(
                "この電話を開ける人は、見られます。画面のロックが守ります。",
                "Whoever can open this phone can see it. A screen lock protects it.",
            ),
            w("印刷した紙は、手に取った人が見られます。", "Whoever picks up the printed sheet can read it."),
            w(
                "ブラウザの履歴やサイトのデータを消すと、記録も消えます。",
                "Clearing the browser’s history or site data clears the record too.",
            ),
            about::STORAGE_PRIVATE,
        ],
        source: None,
        checked: CHECKED,
    },
    Topic {
        id: "proxy",
        title: w("代わりに書くとき", "Writing for somebody"),
        paragraphs: &[w("本人の気持ちを聞きながら、いっしょに書いてください。", "Write it together, and ask what the person wants.")],
        steps: &[
            w("「カードの人」を開き、「人を足す」で本人のカードを作ります。", "Open People, and make their card with Add a person."),
            w("同じ所の「代わりに書く人」に、自分の名前を入れます。", "There, under Writing for somebody, put your own name."),
            w("知らないことは「わからない」か、空いたままにします。", "What you do not know: choose Not known, or leave it open."),
            w("書き終えたら、本人に見てもらいます。", "Show it to the person when it is done."),
        ],
        points: &[],
        source: None,
        checked: CHECKED,
    },
    Topic {
        id: "lock-iphone",
        title: w("ロック画面にも出す（iPhone）", "On the lock screen too (iPhone)"),
        paragraphs: LOCK,
        steps: &[
            COPY,
            w(
                "「ヘルスケア」を開き、右上の丸い絵、「メディカルID」の順に押します。",
                "Open Health, then tap the round picture at the top right and Medical ID.",
            ),
            w("「編集」を押します。", "Tap Edit."),
            w("「医療メモ」に貼りつけます（長く押して「ペースト」）。", "Paste it into Medical Notes (hold, then Paste)."),
            w("「緊急連絡先」を足します。", "Add emergency contacts."),
            w("「ロック中に表示」をオンにし、「完了」を押します。", "Turn on Show When Locked, and tap Done."),
        ],
        points: &[],
        source: Some(about::APPLE),
        checked: CHECKED,
    },
    Topic {
        id: "lock-android",
        title: w("ロック画面にも出す（Android）", "On the lock screen too (Android)"),
        paragraphs: LOCK,
        steps: &[
            COPY,
            w(
                "「設定」の「緊急情報と緊急通報」を開きます。名前は機種で違います。",
                "In Settings, open Safety and emergency. The name differs by phone.",
            ),
            w("「緊急情報サービスを開く」があれば、押します。", "Tap Open Personal Safety if it is there."),
            w("「医療に関する情報」を開き、書くところに貼りつけます。", "Open Medical information and paste it there."),
            w("「緊急連絡先」を足します。", "Add emergency contacts."),
            w("ロック中に表示する設定をオンにします。", "Turn on showing it when locked."),
        ],
        points: &[],
        source: Some(about::GOOGLE),
        checked: CHECKED,
    },
];

// The ways to the home screen stand beside the note about the storage too.
pub const IPHONE_STEPS: &[Word] = &[
    w("Safariでこのページを開きます。", "Open this page in Safari."),
    w(
        "共有のボタン（四角と上向きの矢印）を押します。なければ、先に「…」を押します。",
        "Tap Share (a square with an arrow up). If it is not there, tap … first.",
    ),
    w("「ホーム画面に追加」を押します。", "Tap Add to Home Screen."),
    w("「Webアプリとして開く」があれば、オンのままにします。", "If you see Open as Web App, leave it on."),
    w("「追加」を押し、ホーム画面の「つむぐ」から開きます。", "Tap Add, and open Tsumugu from the home screen."),
    w("中身がないときは、「バックアップ」で控えから戻します。", "If it is empty, bring back your backup on the page Backup."),
];
pub const ANDROID_STEPS: &[Word] = &[
    w("Chromeでこのページを開きます。", "Open this page in Chrome."),
    w("右上の「︙」を押します。", "Tap ⋮ at the top right."),
    w("「ホーム画面に追加」を押します。", "Tap Add to home screen."),
    w("「インストール」か「追加」を押します。", "Tap Install or Add."),
    w("ホーム画面の「つむぐ」から開きます。", "Open Tsumugu from the home screen."),
];
pub const IN_APP_STEPS: &[Word] = &[
    w("「いつものブラウザで開く」があれば、押します。", "Tap Open in the usual browser if it is there."),
    w("なければ、画面のすみの「︙」や「…」を押します。", "If not, tap ⋮ or … in the corner."),
    w("ブラウザやほかのアプリで開く項目を押します。", "Tap the entry that opens it in a browser or another app."),
    w("開いたページから、ホーム画面に置けます。", "From there you can put it on the home screen."),
];

const LOCK: &[Word] = &[
    w(
        "つむぐは、ロック画面には出せません。電話の機能に写すと出せます。",
        "Tsumugu cannot appear on the lock screen. The phone’s own feature can.",
    ),
    w(
        "ロックしたままでも、手に取った人が見られます。何を入れるかは自由です。",
        "Whoever holds the phone can see it without unlocking. What you put there is your choice.",
    ),
];
pub const SCRIPT: Word = w("119で話すことを見る", "See what to say to 119");
pub const CONTENTS: Word = w("ここにあること", "On this page");
pub const TO_CONTENTS: Word = w("上にもどる", "Back to the top");
pub const OTHER_NUMBER: Word = w("#でかからない電話では、下の番号へ。", "If your phone cannot dial a number with #, use the other one.");
pub const OPEN_NOW: Word = w("いま、つながる時間です。", "The line is open now.");
pub const CLOSED_NOW: Word = w("いまは、休みの時間です。急ぐときは119へ。", "The line is closed now. If it is urgent, call 119.");
pub const COPIED: Word = w("コピーしました。貼りつけられます。", "Copied. You can paste it now.");
pub const NOT_COPIED: Word = w(
    "コピーできませんでした。「救急隊に見せる」を見ながら書き写せます。",
    "It could not be copied. You can write it down from the page for the crew.",
);
pub const NOTHING_TO_COPY: Word = w("カードには、まだ何も書かれていません。", "Nothing is written on the card yet.");
pub const SOURCES: Word = w("もとになった資料", "Sources");

/// The sources of the subjects and of the lines to call, under their own names.
pub fn sources() -> impl Iterator<Item = &'static (Word, &'static str)> {
    about::SOURCES
        .iter()
        .filter(|(_, url)| HELP.iter().any(|topic| topic.source == Some(*url)) || LINES.iter().any(|line| line.source == *url))
}

/// When the content was last compared with its sources.
#[must_use]
pub fn checked(day: &str, lang: Lang) -> String {
    let day = record::Day::parse(day).map_or_else(|| day.to_owned(), |day| days::day(day, lang));
    match lang {
        Lang::Ja => format!("{day}に確かめました。"),
        Lang::En => format!("Checked on {day}."),
    }
}

/// The button that the next step names; it stands with the two topics.
pub const COPY_TEXT: Word = w("カードの文をコピーする", "Copy the card’s text");
const COPY: Word = w("「カードの文をコピーする」を押します。", "Tap Copy the card’s text.");

#[cfg(test)]
mod tests {
    use super::{super::sentences::both, *};

    #[test]
    fn every_text_is_there_and_short() {
        for (place, topic) in HELP.iter().enumerate() {
            both(topic.title);
            topic.paragraphs.iter().chain(topic.steps).chain(topic.points).copied().for_each(both);
            assert!(topic.steps.len() + topic.points.len() > 0 || topic.id == "lines", "{}", topic.id);
            assert!(topic.checked == CHECKED && topic.source.is_none_or(|url| url.starts_with("http")));
            assert!(!HELP[..place].iter().any(|other| other.id == topic.id), "{} stands twice", topic.id);
        }
        for url in HELP.iter().filter_map(|topic| topic.source).chain(LINES.iter().map(|line| line.source)) {
            assert!(sources().any(|(_, named)| *named == url), "{url} has no name in SOURCES");
        }
        assert_eq!(HELP.first().map(|topic| topic.id), Some("lines"));
        for id in ["install-iphone", "install-android", "install-line"] {
            assert!(HELP.iter().any(|topic| topic.id == id && !topic.steps.is_empty()), "the settings look for {id}");
        }
    }
}
