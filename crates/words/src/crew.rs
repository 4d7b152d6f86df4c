//! What the ambulance crew reads, in four languages: the headings of 「救急隊に見せる」 in the order in which crews ask, and in
//! `options.rs` the words of every option of the catalogue. The interface takes its option words from here too.

mod options;

pub use options::{DEEDS, option};

use super::Word;

/// The language in which a crew or a hospital reads the card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CrewLang {
    #[default]
    Ja,
    En,
    Zh,
    Ko,
}

impl CrewLang {
    pub const ALL: [CrewLang; 4] = [CrewLang::Ja, CrewLang::En, CrewLang::Zh, CrewLang::Ko];

    /// The language in its own words, for the switch.
    #[must_use]
    pub const fn name(self) -> &'static str {
        ["日本語", "English", "中文", "한국어"][self as usize]
    }

    /// The value of the `lang` attribute.
    #[must_use]
    pub const fn code(self) -> &'static str {
        ["ja", "en", "zh-Hans", "ko"][self as usize]
    }
}

/// One text in the four languages, in the order of [`CrewLang::ALL`]. The Japanese may carry ruby.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CrewWord(pub [&'static str; 4]);

impl CrewWord {
    /// The text in a language.
    #[must_use]
    pub const fn say(self, crew_lang: CrewLang) -> &'static str {
        self.0[crew_lang as usize]
    }

    /// What has no Chinese and no Korean is said in English there.
    #[must_use]
    pub const fn of(word: Word) -> CrewWord {
        CrewWord([word.ja, word.en, word.en, word.en])
    }

    /// The Japanese and the English, as the interface has them.
    #[must_use]
    pub const fn word(self) -> Word {
        Word { ja: self.0[0], en: self.0[1] }
    }
}

const fn f(ja: &'static str, en: &'static str, zh: &'static str, ko: &'static str) -> CrewWord {
    // Checked while compiling: every heading below is a constant.
    assert!(!ja.is_empty() && !en.is_empty() && !zh.is_empty() && !ko.is_empty());
    CrewWord([ja, en, zh, ko])
}

// 1: who.
pub const CARD: CrewWord = f("救急カード", "Emergency card", "急救卡", "구급 카드");
pub const NAME: CrewWord = f("氏名", "Name", "姓名", "이름");
pub const READING: CrewWord = f("ふりがな", "Reading (kana)", "读音（假名）", "읽는 법(가나)");
pub const BIRTH: CrewWord = f("生年月日", "Date of birth", "出生日期", "생년월일");
pub const AGE: CrewWord = f("年齢", "Age", "年龄", "나이");
/// Follows the number directly.
pub const YEARS_OLD: CrewWord = f("歳", " years", "岁", "세");
pub const SEX: CrewWord = f("性別", "Sex", "性别", "성별");
pub const ADDRESS: CrewWord = f("住所", "Address", "住址", "주소");
pub const PHONE: CrewWord = f("電話", "Phone", "电话", "전화");
pub const MOBILE: CrewWord = f("携帯電話", "Mobile phone", "手机", "휴대전화");
pub const CONFIRMED: CrewWord = f("最後に確かめた日", "Last checked on", "最后确认日期", "마지막 확인일");
pub const NEVER_CONFIRMED: CrewWord =
    f("カード全体の確認は、まだです", "Not yet checked as a whole", "尚未整体确认", "전체 확인은 아직 안 됨");
pub const OLD: CrewWord =
    f("1年より前に確かめた内容です", "Last checked more than a year ago", "内容确认已超过一年", "확인한 지 1년이 넘은 내용입니다");
pub const WRITTEN_BY: CrewWord = f("書いた人", "Written by", "填写人", "작성자");
pub const OWN: CrewWord = f("本人", "the person themselves", "本人", "본인");
pub const SAMPLE: CrewWord = f("見本", "Sample", "样本", "견본");

// 2: what is happening.
pub const EVENT: CrewWord = f("いまの出来事", "What is happening", "目前情况", "지금 상황");
pub const BEGAN: CrewWord = f("いつから", "Began at", "开始时间", "시작된 시각");
pub const LAST_WELL: CrewWord =
    f("最後にふだんどおりだった時刻", "Last seen as usual at", "最后一次状态正常的时间", "마지막으로 평소와 같았던 시각");
pub const LAST_MEAL: CrewWord = f("最後の食事", "Last meal", "最后进食", "마지막 식사");
pub const DONE: CrewWord = f("したこと", "What was done", "已采取的措施", "조치한 내용");

// 3: what changes the handling.
pub const ALERTS: CrewWord = f("まず知ってほしいこと", "Please know first", "请先了解", "먼저 알아야 할 것");
pub const ALLERGIES: CrewWord = f("アレルギー", "Allergies", "过敏", "알레르기");
pub const DEVICES: CrewWord = f("体の器具・手当て", "Devices and treatments", "体内装置、治疗", "체내 기구·치료");
pub const ONLY_HERE: CrewWord =
    f("ここでしか診られない病気", "Illness only they can treat", "只能在此诊治的疾病", "여기서만 진료 가능한 질환");

// 4: illness and medicines.
pub const ILLNESS: CrewWord = f("病気とけが", "Illness and injury", "疾病与外伤", "질병과 부상");
pub const MEDICINES: CrewWord = f("薬", "Medicines", "药物", "복용 약");
pub const NOTEBOOK: CrewWord = f("お薬手帳", "Medication notebook", "用药手册", "약수첩");

// 5: whom to call.
pub const CONTACTS: CrewWord = f("緊急の連絡先", "Emergency contacts", "紧急联系人", "비상 연락처");
pub const DOCTORS: CrewWord = f("先生・訪問看護", "Doctors and nurses", "医生、上门护士", "의사·방문 간호");
pub const ALL_HOURS: CrewWord = f("24時間", "24 hours", "24小时", "24시간");
pub const CARD_NUMBER: CrewWord = f("診察券の番号", "Patient card number", "诊疗卡号", "진찰권 번호");

// 6: the usual state, so that what is new can be told from it.
pub const USUAL: CrewWord = f("ふだんの様子", "Usual condition", "平时状态", "평소 상태");
pub const WALKING: CrewWord = f("歩行", "Walking", "行走", "보행");
pub const TALKING: CrewWord = f("会話", "Talking", "说话", "대화");
pub const HEARING: CrewWord = f("聴力", "Hearing", "听力", "청력");
pub const SIGHT: CrewWord = f("視力", "Sight", "视力", "시력");
pub const MEMORY: CrewWord = f("物忘れ", "Memory", "记忆力", "기억력");
pub const CARE_LEVEL: CrewWord = f("要介護度", "Care level", "护理等级", "요양 등급");
pub const MEALS: CrewWord = f("食事", "Meals", "饮食", "식사");
pub const ELSE: CrewWord = f("そのほか", "Anything else", "其他", "그 밖에");

// 7: instructions and papers.
pub const ORDERS: CrewWord = f("先生の指示", "Doctor’s instructions", "医生的指示", "의사의 지시");
pub const PAPERS: CrewWord = f("書面（希望を書いたもの）", "Papers with the person’s wishes", "书面意愿", "희망을 적은 서면");
/// Stands wherever such a paper is named: what is written never decides by itself.
pub const PAPERS_NOTE: CrewWord = f(
    "救急隊は[心肺蘇生|しんぱいそせい]などの手当てを始め、先生と相談して決めます。",
    "The crew begins care, including CPR, and decides together with the doctor.",
    "急救人员会先开始心肺复苏等救治，并与医生商量后决定。",
    "구급대는 심폐소생술 등의 처치를 시작하고, 의사와 상의하여 결정합니다.",
);
pub const PAPERS_DOCTOR: CrewWord = f("知っている先生", "Doctor who knows about it", "知情的医生", "알고 있는 의사");
pub const PLACE: CrewWord = f("置き場所", "Where it is kept", "存放处", "보관 장소");
/// That there is a record of talks about care ahead; nothing of what it says about treatment.
pub const PLAN: CrewWord = f("人生会議の記録", "Record of care talks (ACP)", "预立医疗照护计划的记录", "사전돌봄계획 기록");
pub const PLAN_ON: CrewWord = f("あり", "There is one", "有", "있음");
/// Where it is, on the phone that is being shown.
pub const PLAN_HERE: CrewWord =
    f("この電話の「つむぐ」", "On this phone, in Tsumugu", "这部手机的“Tsumugu”应用内", "이 전화의 ‘Tsumugu’ 앱");
/// Where it is, on paper.
pub const PLAN_PHONE: CrewWord =
    f("「つむぐ」の入った電話", "On the phone that has Tsumugu", "装有“Tsumugu”的手机", "‘Tsumugu’가 있는 전화");
/// What the record is not (rule E1).
pub const PLAN_NOTE: CrewWord = f(
    "契約でも医療の指示でもなく、法律上の力はありません。本人の考えの記録です。",
    "Not a contract, not a medical order, and without legal force: a record of the person’s thoughts.",
    "并非合同或医疗指示，没有法律效力，只是本人想法的记录。",
    "계약도 의료 지시도 아니며 법적 효력이 없습니다. 본인의 생각을 적은 기록입니다.",
);
/// It is older than today, whatever its day (rule E15).
pub const PLAN_ASK: CrewWord = f(
    "いまの気持ちを先に聞いてください。",
    "Please ask first how the person feels now.",
    "请先询问本人现在的想法。",
    "먼저 본인의 지금 마음을 물어봐 주세요.",
);
pub const TRUSTED: CrewWord = f("信頼できる人", "The person they trust", "信任的人", "신뢰하는 사람");
pub const CALL_SUDDEN: CrewWord =
    f("急な病気やけがのとき、まず", "Sudden illness or injury: first", "突发疾病或受伤时首先", "갑작스러운 병이나 부상 때 먼저");
pub const CALL_FORESEEN: CrewWord = f(
    "前から先生と話していた病気のとき、まず",
    "An illness talked over with the doctor: first",
    "此前与医生谈过的疾病首先",
    "의사와 미리 이야기한 병일 때 먼저",
);
pub const SIGNED: CrewWord = f("書いた日", "Written on", "填写日期", "작성일");

// 8: the rest.
pub const LANGUAGE: CrewWord = f("ことば", "Language", "语言", "언어");
pub const CONSIDER: CrewWord = f("配慮してほしいこと", "Please keep in mind", "希望关照的事项", "배려가 필요한 점");
pub const KEY: CrewWord = f("鍵を持っている人", "Who holds a key", "持有钥匙的人", "열쇠를 가진 사람");
pub const PETS: CrewWord = f("ペット", "Pets", "宠物", "반려동물");
pub const INSURANCE: CrewWord =
    f("マイナ保険証・資格確認書", "Insurance card or certificate", "健康保险证（个人编号卡）、资格确认书", "마이나 보험증·자격확인서");
pub const MESSAGE: CrewWord = f("救急隊への伝言", "Message to the crew", "给急救人员的留言", "구급대에 전할 말");
pub const BLOOD: CrewWord = f("血液型", "Blood type", "血型", "혈액형");

// What is known of an entry.
pub const NOT_WRITTEN: CrewWord = f("まだ書かれていません", "Not written yet", "尚未填写", "아직 작성되지 않음");
pub const NONE: CrewWord = f("なし", "None", "无", "없음");
pub const UNKNOWN: CrewWord = f("不明", "Not known", "不详", "알 수 없음");
pub const EXISTS: CrewWord = f("あり", "Yes", "有", "있음");

pub const CLOSE: CrewWord = f("閉じる", "Close", "关闭", "닫기");
pub const CALL: CrewWord = f("電話をかける", "Call", "拨打", "전화 걸기");
