//! The 119 script, in the order in which the dispatcher asks.

use super::{Word, w};

pub const DIAL: Word = w("119にかける", "Dial 119");
pub const READ: Word = w("上から順に読んでください。", "Read this out from top to bottom. In Japanese if you can.");
pub const FIRST: Word = w("はじめに", "First");
pub const FIRST_SAY: Word = w("救急です。", "救急です。 (Kyūkyū desu: an ambulance, please.)");
pub const WHERE: Word = w("場所（市の名前から）", "Where (city first)");
pub const WHERE_UNKNOWN: Word =
    w("（住所はまだ書かれていません。市の名前から言ってください）", "(No address is written. Say the city first.)");
pub const LANDMARK: Word = w("目印は、", "Landmark: ");
pub const HOUSE: Word = w("の家です。", " (name on the door)");
pub const ELSEWHERE: Word = w("いま別の場所にいます", "We are somewhere else now");
pub const AT_HOME: Word = w("家にいます", "We are at home");
pub const ELSEWHERE_SAY: Word = w(
    "市の名前から、見えるものを言ってください。交差点の名前、お店、電柱や自動販売機にある住所が役に立ちます。",
    "Say the city, then what you see: a crossing, a shop, the address on a power pole or vending machine.",
);
pub const WHO: Word = w("だれが・どうした", "Who, and what happened");
pub const SOMEBODY: Word = w("（年齢と性別を言う）", "(say age and sex)");
pub const WHO_BLANK: Word = w("が、（どうしたかを言う）。", "… (say what happened)");
pub const AWAKE: Word = w("意識と呼吸", "Awake? Breathing?");
pub const AWAKE_SAY: Word = w("呼びかけに（こたえます・こたえません）。", "Answers when called: yes or no.");
pub const BREATH_SAY: Word = w("ふだんどおりの息を（しています・していません）。", "Breathing as usual: yes or no.");
pub const AGE: Word = w("年齢と性別", "Age and sex");
pub const ILLNESS: Word = w("持病とかかりつけ", "Illnesses and usual doctor");
pub const NOT_WRITTEN: Word = w("（まだ書かれていません）", "(not written)");
pub const CALLER: Word = w("あなたの名前と電話番号", "Your own name and number");
pub const CALLER_SAY: Word = w("わたしは（名前）です。この電話の番号は（番号）です。", "I am (name). My number is (number).");
pub const STAY: Word = w(
    "電話は切らずに待ってください。映像を送るためのSMSが届くことがあります。",
    "Stay on the line. A text message with a link for video may come.",
);
pub const PREPARE: Word = w("待つあいだに用意するもの", "While you wait");
pub const TO_SHOW: Word = w("救急隊が来たら", "When the crew arrives");
/// Between an age and a sex: 「85歳の女性」.
pub const OF: Word = w("の", ", ");
/// Between illnesses.
pub const AND: Word = w("、", ", ");
