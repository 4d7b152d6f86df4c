//! What this app is and is not, what one agrees to by using the printed sheet, and where the content comes from.

use super::{Word, w};

/// The day on which the content and its sources were last read through.
pub const CHECKED: &str = "2026-11-22";

pub const IS_TITLE: Word = w("どんなアプリか", "What it is");
pub const IS_NOT_TITLE: Word = w("できないこと", "What it is not");
pub const PRIVACY_TITLE: Word = w("書いたことの扱い", "What happens to what you write");
pub const CONSENT_TITLE: Word = w("印刷した紙を使うときの約束", "What one agrees to with the printed sheet");
pub const LICENCE_TITLE: Word = w("使用許諾", "Licence");
pub const VERSION: Word = w("版：", "Version: ");

/// What it is.
pub const IS: &[Word] = &[
    w("救急のとき、本人に代わって伝えるカードです。", "A card that speaks for a person in an emergency."),
    w("ふだんの様子や、だれに電話するかも伝えます。", "It also says what is usual, and whom to call."),
    w("紙に印刷して、冷蔵庫や財布に置けます。", "It can be printed for the fridge and the wallet."),
];

/// What it is not.
pub const IS_NOT: &[Word] = &[
    w("医療機器ではありません。[診断|しんだん]もしません。", "It is not a medical device. It does not diagnose."),
    w("119番の代わりではありません。迷ったら119へ。", "It does not replace 119. When in doubt, call 119."),
    w(
        "治療を決める書類ではありません。治療は、そのとき先生と相談して決めます。",
        "It does not decide on treatment. That is decided with the doctor at the time.",
    ),
];

/// Where the data stays.
pub const PRIVACY: &[Word] = &[
    w("書いたことは、この端末の中だけに残ります。", "What you write stays on this device."),
    w("登録も、パスワードもいりません。", "There is no account and no password."),
    w("見せる相手と中身を自分で選ぶまで、どこにも送りません。", "Nothing is sent until you choose what to share, and with whom."),
    w("市も、アプリを作った人も、見ることはできません。", "Neither the city nor the makers of the app can see it."),
    w("広告はありません。だれが使ったかも記録しません。", "There is no advertising. Nobody records who uses it."),
];

/// What one agrees to by keeping the printed sheet where a crew finds it.
pub const CONSENT: &[Word] = &[
    w("使うかどうかは自分で決めます。紙は自分で大切にします。", "Using this sheet is my own choice. I look after it myself."),
    w(
        "救急隊は、断らずに冷蔵庫を開けて、この紙を取り出すことがあります。",
        "The crew may open the fridge and take this sheet without asking.",
    ),
    w(
        "急ぐとき、いらないとき、見つからないときは、使われないことがあります。",
        "They may not use it if time is short, it is not needed, or it is not found.",
    ),
    w(
        "救急隊が、内容を病院に伝え、報告に使うことを認めます。ほかの使いかたは認めていません。",
        "The crew may tell the hospital and use it in reports. Nothing else is allowed.",
    ),
    w(
        "書いた病院と違う病院へ運ばれることがあります。伝言のとおりにできないこともあります。",
        "They may go to another hospital. They cannot always do as a message says.",
    ),
    w(
        "内容を新しくしておくのは自分です。古い内容は、正しく伝わらないことがあります。",
        "I keep it up to date. Old content may not tell what is right.",
    ),
    w(
        "市や民生委員に写しを渡すかどうかは、別に決めます。渡さなくてもかまいません。",
        "A copy for the city or a welfare volunteer is a separate choice. I need not give one.",
    ),
];

/// What to have ready while waiting for the ambulance.
pub const PREPARE: &[Word] = &[
    w("この救急カード", "This emergency card"),
    w("マイナ保険証（カード）か[資格確認書|しかくかくにんしょ]", "My Number insurance card (the card itself) or eligibility certificate"),
    w("[診察券|しんさつけん]", "Patient card of the hospital"),
    w("お薬手帳か、いま飲んでいる薬", "Medication notebook, or the medicines now taken"),
    w("靴と、家の鍵", "Shoes and the house key"),
    w("火の元をたしかめ、出るときに鍵をかける", "Turn off the stove, and lock up when leaving"),
    w("ほかに人がいれば、外で救急車を案内する", "If somebody else is there, they guide the ambulance outside"),
];

/// How sure it is that the browser keeps what was written.
pub const STORAGE_KEPT: Word = w("このブラウザは、記録を勝手に消さない設定です。", "This browser will not clear the record by itself.");
pub const STORAGE_MAY_CLEAR: Word = w(
    "空きが足りないときや長く開かないとき、ブラウザが記録を消すことがあります。印刷や控えのファイルがあると安心です。",
    "If space is short or the app is not opened for long, the browser may clear the record. A print or a backup file keeps it safe.",
);
pub const STORAGE_UNKNOWN: Word = w(
    "このブラウザでは、記録が消えないかどうかをたしかめられません。印刷や控えのファイルがあると安心です。",
    "This browser does not say whether it keeps the record. A print or a backup file keeps it safe.",
);
pub const STORAGE_PRIVATE: Word = w(
    "プライベートモードでは、閉じると記録が消えます。ふつうのモードで開いてください。",
    "In private mode the record is gone when you close the browser. Open it in normal mode.",
);

/// Licence and credits.
pub const LICENCE: &[Word] = &[
    w("MITライセンスのソフトウェアです。", "Software under the MIT licence."),
    w("住所の表は、日本郵便の郵便番号データから作りました。", "The address table is made from Japan Post’s postal code data."),
];

/// Where the content comes from: everything that a subject of the help or a line to call names as its source, and more.
pub const SOURCES: &[(Word, &str)] = &[
    (w("消防庁：救急車利用リーフレット", "Fire agency: when to call an ambulance"), LEAFLET),
    (
        w("消防庁：救急業務のあり方の検討会", "Fire agency: study of ambulance services"),
        "https://www.fdma.go.jp/singi_kento/kento/post-134.html",
    ),
    (w("消防庁：救急情報シート", "Fire agency: emergency information sheet"), "https://www.fdma.go.jp/publication/portal/post6.html"),
    (
        w("消防庁：救急受診アプリ「Q助」", "Fire agency: symptom guide Q-suke"),
        "https://www.fdma.go.jp/mission/enrichment/appropriate/appropriate003.html",
    ),
    (w("千葉県：救急安心電話相談", "Chiba: medical advice line"), CHIBA),
    (w("八千代市：#7119と#8000", "Yachiyo: #7119 and #8000"), YACHIYO),
    (w("鎌ケ谷市：ちば北西部消防指令センター", "Kamagaya: the 119 centre of ten cities"), CENTRE),
    (w("柏市：119番のかけかた", "Kashiwa: how to call 119"), "https://www.city.kashiwa.lg.jp/shikitosei/fdk/anshinjoho/119/184.html"),
    (w("ちば北西部消防指令センター：Net119", "119 centre: Net119"), NET119),
    (w("野田市：電話リレーサービス", "Noda: telephone relay service"), RELAY),
    (w("飯能市：救急医療情報キット", "Hanno: emergency kit"), KIT),
    (
        w("本庄市：救急医療情報キット", "Honjo: emergency kit"),
        "https://www.city.honjo.lg.jp/kenko_fukushi_iryo/fukushi/chiikifukushi/21298.html",
    ),
    (w("佐倉市：救急カードの見直し", "Sakura: renewing the card"), RENEWAL),
    (w("君津市：マイナ救急", "Kimitsu: insurance card in ambulances"), "https://www.city.kimitsu.lg.jp/soshiki/37/78487.html"),
    (
        w("一宮市：心肺蘇生についての書面", "Ichinomiya: papers about CPR"),
        "https://www.city.ichinomiya.aichi.jp/shoubou/shouboukyuukyuu/1044063/1044451/1000019/1065945.html",
    ),
    (w("駿東伊豆消防本部：FAX119", "Sunto Izu fire station: FAX119"), FAX),
    (w("WebKit：ブラウザが記録を消すとき", "WebKit: when the browser clears a record"), WEBKIT),
    (w("LINE：アプリの中のブラウザ", "LINE: the browser inside the app"), LINE),
    (w("Apple：メディカルIDの設定", "Apple: setting up Medical ID"), APPLE),
    (w("Google：Androidの緊急情報", "Google: emergency information on Android"), GOOGLE),
    (w("個人情報保護委員会：病気などの情報", "Privacy commission: health data"), "https://www.ppc.go.jp/all_faq_index/faq3-q2-4"),
];

// Sources that the help names too.
pub(super) const LEAFLET: &str = "https://www.fdma.go.jp/publication/portal/post9.html";
pub(super) const CHIBA: &str = "https://www.pref.chiba.lg.jp/iryou/soudan/ansindenwasoudan.html";
pub(super) const YACHIYO: &str = "https://www.city.yachiyo.lg.jp/adv/ba.php?id=72";
pub(super) const CENTRE: &str = "https://www.city.kamagaya.chiba.jp/smph/anzen_anshin/shobohonbu/oshirase/10shihenkou.html";
pub(super) const NET119: &str = "http://chiba-hokusei119.jp/net119";
pub(super) const RELAY: &str = "https://www.city.noda.chiba.jp/kurashi/fukushi/shogai/service/1042708.html";
pub(super) const KIT: &str = "https://www.city.hanno.lg.jp/kurashi_seikatsukankyo/bosai_saigaiengo_kikikanri/5/5424.html";
pub(super) const RENEWAL: &str = "https://www.city.sakura.lg.jp/soshiki/koreishafukushika/126/3749.html";

pub(super) const FAX: &str = "https://www.suntoizufd119.jp/center119/119system/";
pub(super) const WEBKIT: &str = "https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/";
pub(super) const LINE: &str = "https://developers.line.biz/en/docs/liff/differences-between-liff-browser-and-external-browser/";
pub(super) const APPLE: &str = "https://support.apple.com/ja-jp/105072";
pub(super) const GOOGLE: &str = "https://support.google.com/android/answer/9319337";

#[cfg(test)]
mod tests {
    use super::{super::sentences::both, *};

    #[test]
    fn every_text_is_there_and_short() {
        for list in [IS, IS_NOT, PRIVACY, CONSENT, PREPARE, LICENCE] {
            list.iter().copied().for_each(both);
        }
        [STORAGE_KEPT, STORAGE_MAY_CLEAR, STORAGE_UNKNOWN, STORAGE_PRIVATE].into_iter().for_each(both);
        assert_eq!(CONSENT.len(), 7);
    }

    #[test]
    fn every_source_has_an_address_of_its_own() {
        for (place, (title, url)) in SOURCES.iter().enumerate() {
            both(*title);
            assert!(url.starts_with("http") && !url.contains(' '), "{url}");
            assert!(!SOURCES[..place].iter().any(|(_, other)| other == url), "{url} stands twice");
        }
    }
}
