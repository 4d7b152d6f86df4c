//! What the ambulance crew reads, in four languages: the headings of 「救急隊に見せる」 in the order in which crews ask
//! and the words of every option of the catalogue. The interface takes its option words from here too.

use super::Word;

/// The language in which a crew or a hospital reads the card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reader {
    #[default]
    Ja,
    En,
    Zh,
    Ko,
}

impl Reader {
    pub const ALL: [Reader; 4] = [Reader::Ja, Reader::En, Reader::Zh, Reader::Ko];

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

/// One text in the four languages, in the order of [`Reader::ALL`]. The Japanese may carry ruby.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Four(pub [&'static str; 4]);

impl Four {
    /// The text in a language.
    #[must_use]
    pub const fn say(self, reader: Reader) -> &'static str {
        self.0[reader as usize]
    }

    /// What has no Chinese and no Korean is said in English there.
    #[must_use]
    pub const fn of(word: Word) -> Four {
        Four([word.ja, word.en, word.en, word.en])
    }

    /// The Japanese and the English, as the interface has them.
    #[must_use]
    pub const fn word(self) -> Word {
        Word { ja: self.0[0], en: self.0[1] }
    }
}

const fn f(ja: &'static str, en: &'static str, zh: &'static str, ko: &'static str) -> Four {
    // Checked while compiling: every heading below is a constant.
    assert!(!ja.is_empty() && !en.is_empty() && !zh.is_empty() && !ko.is_empty());
    Four([ja, en, zh, ko])
}

// 1: who.
pub const CARD: Four = f("救急カード", "Emergency card", "急救卡", "구급 카드");
pub const NAME: Four = f("氏名", "Name", "姓名", "이름");
pub const READING: Four = f("ふりがな", "Reading (kana)", "读音（假名）", "읽는 법(가나)");
pub const BIRTH: Four = f("生年月日", "Date of birth", "出生日期", "생년월일");
pub const AGE: Four = f("年齢", "Age", "年龄", "나이");
/// Follows the number directly.
pub const YEARS_OLD: Four = f("歳", " years", "岁", "세");
pub const SEX: Four = f("性別", "Sex", "性别", "성별");
pub const ADDRESS: Four = f("住所", "Address", "住址", "주소");
pub const PHONE: Four = f("電話", "Phone", "电话", "전화");
pub const MOBILE: Four = f("携帯電話", "Mobile phone", "手机", "휴대전화");
pub const CONFIRMED: Four = f("最後に確かめた日", "Last checked on", "最后确认日期", "마지막 확인일");
pub const NEVER_CONFIRMED: Four = f("カード全体の確認は、まだです", "Not yet checked as a whole", "尚未整体确认", "전체 확인은 아직 안 됨");
pub const OLD: Four =
    f("1年より前に確かめた内容です", "Last checked more than a year ago", "内容确认已超过一年", "확인한 지 1년이 넘은 내용입니다");
pub const WRITTEN_BY: Four = f("書いた人", "Written by", "填写人", "작성자");
pub const OWN: Four = f("本人", "the person themselves", "本人", "본인");
pub const SAMPLE: Four = f("見本", "Sample", "样本", "견본");

// 2: what is happening.
pub const EVENT: Four = f("いまの出来事", "What is happening", "目前情况", "지금 상황");
pub const BEGAN: Four = f("いつから", "Began at", "开始时间", "시작된 시각");
pub const LAST_WELL: Four =
    f("最後にふだんどおりだった時刻", "Last seen as usual at", "最后一次状态正常的时间", "마지막으로 평소와 같았던 시각");
pub const LAST_MEAL: Four = f("最後の食事", "Last meal", "最后进食", "마지막 식사");
pub const DONE: Four = f("したこと", "What was done", "已采取的措施", "조치한 내용");

// 3: what changes the handling.
pub const ALERTS: Four = f("まず知ってほしいこと", "Please know first", "请先了解", "먼저 알아야 할 것");
pub const ALLERGIES: Four = f("アレルギー", "Allergies", "过敏", "알레르기");
pub const DEVICES: Four = f("体の器具・手当て", "Devices and treatments", "体内装置、治疗", "체내 기구·치료");
pub const ONLY_HERE: Four = f("ここでしか診られない病気", "Illness only they can treat", "只能在此诊治的疾病", "여기서만 진료 가능한 질환");

// 4: illness and medicines.
pub const ILLNESS: Four = f("病気とけが", "Illness and injury", "疾病与外伤", "질병과 부상");
pub const MEDICINES: Four = f("薬", "Medicines", "药物", "복용 약");
pub const NOTEBOOK: Four = f("お薬手帳", "Medication notebook", "用药手册", "약수첩");

// 5: whom to call.
pub const CONTACTS: Four = f("緊急の連絡先", "Emergency contacts", "紧急联系人", "비상 연락처");
pub const DOCTORS: Four = f("先生・訪問看護", "Doctors and nurses", "医生、上门护士", "의사·방문 간호");
pub const ALL_HOURS: Four = f("24時間", "24 hours", "24小时", "24시간");
pub const CARD_NUMBER: Four = f("診察券の番号", "Patient card number", "诊疗卡号", "진찰권 번호");

// 6: the usual state, so that what is new can be told from it.
pub const USUAL: Four = f("ふだんの様子", "Usual condition", "平时状态", "평소 상태");
pub const WALKING: Four = f("歩行", "Walking", "行走", "보행");
pub const TALKING: Four = f("会話", "Talking", "说话", "대화");
pub const HEARING: Four = f("聴力", "Hearing", "听力", "청력");
pub const SIGHT: Four = f("視力", "Sight", "视力", "시력");
pub const MEMORY: Four = f("物忘れ", "Memory", "记忆力", "기억력");
pub const CARE_LEVEL: Four = f("要介護度", "Care level", "护理等级", "요양 등급");
pub const MEALS: Four = f("食事", "Meals", "饮食", "식사");
pub const ELSE: Four = f("そのほか", "Anything else", "其他", "그 밖에");

// 7: instructions and papers.
pub const ORDERS: Four = f("先生の指示", "Doctor’s instructions", "医生的指示", "의사의 지시");
pub const PAPERS: Four = f("書面（希望を書いたもの）", "Papers with the person’s wishes", "书面意愿", "희망을 적은 서면");
/// Stands wherever such a paper is named: what is written never decides by itself.
pub const PAPERS_NOTE: Four = f(
    "救急隊は[心肺蘇生|しんぱいそせい]などの手当てを始め、先生と相談して決めます。",
    "The crew begins care, including CPR, and decides together with the doctor.",
    "急救人员会先开始心肺复苏等救治，并与医生商量后决定。",
    "구급대는 심폐소생술 등의 처치를 시작하고, 의사와 상의하여 결정합니다.",
);
pub const PAPERS_DOCTOR: Four = f("知っている先生", "Doctor who knows about it", "知情的医生", "알고 있는 의사");
pub const PLACE: Four = f("置き場所", "Where it is kept", "存放处", "보관 장소");
/// That there is a record of talks about care ahead; nothing of what it says about treatment.
pub const PLAN: Four = f("人生会議の記録", "Record of care talks (ACP)", "预立医疗照护计划的记录", "사전돌봄계획 기록");
pub const PLAN_ON: Four = f("あり", "There is one", "有", "있음");
/// Where it is, on the phone that is being shown.
pub const PLAN_HERE: Four = f("この電話の「つむぐ」", "On this phone, in Tsumugu", "这部手机的“Tsumugu”应用内", "이 전화의 ‘Tsumugu’ 앱");
/// Where it is, on paper.
pub const PLAN_PHONE: Four = f("「つむぐ」の入った電話", "On the phone that has Tsumugu", "装有“Tsumugu”的手机", "‘Tsumugu’가 있는 전화");
/// What the record is not (rule E1).
pub const PLAN_NOTE: Four = f(
    "契約でも医療の指示でもなく、法律上の力はありません。本人の考えの記録です。",
    "Not a contract, not a medical order, and without legal force: a record of the person’s thoughts.",
    "并非合同或医疗指示，没有法律效力，只是本人想法的记录。",
    "계약도 의료 지시도 아니며 법적 효력이 없습니다. 본인의 생각을 적은 기록입니다.",
);
/// It is older than today, whatever its day (rule E15).
pub const PLAN_ASK: Four = f(
    "いまの気持ちを先に聞いてください。",
    "Please ask first how the person feels now.",
    "请先询问本人现在的想法。",
    "먼저 본인의 지금 마음을 물어봐 주세요.",
);
pub const TRUSTED: Four = f("信頼できる人", "The person they trust", "信任的人", "신뢰하는 사람");
pub const CALL_SUDDEN: Four =
    f("急な病気やけがのとき、まず", "Sudden illness or injury: first", "突发疾病或受伤时首先", "갑작스러운 병이나 부상 때 먼저");
pub const CALL_FORESEEN: Four = f(
    "前から先生と話していた病気のとき、まず",
    "An illness talked over with the doctor: first",
    "此前与医生谈过的疾病首先",
    "의사와 미리 이야기한 병일 때 먼저",
);
pub const SIGNED: Four = f("書いた日", "Written on", "填写日期", "작성일");

// 8: the rest.
pub const LANGUAGE: Four = f("ことば", "Language", "语言", "언어");
pub const CONSIDER: Four = f("配慮してほしいこと", "Please keep in mind", "希望关照的事项", "배려가 필요한 점");
pub const KEY: Four = f("鍵を持っている人", "Who holds a key", "持有钥匙的人", "열쇠를 가진 사람");
pub const PETS: Four = f("ペット", "Pets", "宠物", "반려동물");
pub const INSURANCE: Four =
    f("マイナ保険証・資格確認書", "Insurance card or certificate", "健康保险证（个人编号卡）、资格确认书", "마이나 보험증·자격확인서");
pub const MESSAGE: Four = f("救急隊への伝言", "Message to the crew", "给急救人员的留言", "구급대에 전할 말");
pub const BLOOD: Four = f("血液型", "Blood type", "血型", "혈액형");

// What is known of an entry.
pub const NOT_WRITTEN: Four = f("まだ書かれていません", "Not written yet", "尚未填写", "아직 작성되지 않음");
pub const NONE: Four = f("なし", "None", "无", "없음");
pub const UNKNOWN: Four = f("不明", "Not known", "不详", "알 수 없음");
pub const EXISTS: Four = f("あり", "Yes", "有", "있음");

pub const CLOSE: Four = f("閉じる", "Close", "关闭", "닫기");
pub const CALL: Four = f("電話をかける", "Call", "拨打", "전화 걸기");

/// What can be tapped under [`DONE`]. Stored for a day at most; never the same as an option of the catalogue.
pub const DEEDS: &[&str] =
    &["called_119", "called_care", "compressions", "aed", "suction", "oxygen", "took_medicine", "bleeding", "nothing_done"];

/// One option a line: id / Japanese / English / simplified Chinese / Korean. One id has one label in every field.
const OPTIONS: &str = "\
yes/はい/Yes/是/예
no/いいえ/No/否/아니요
unknown/わからない/Not known/不清楚/모름
other/そのほか/Other/其他/기타
female/女性/Female/女/여성
male/男性/Male/男/남성
japanese/日本語/Japanese/日语/일본어
english/英語/English/英语/영어
chinese/中国語/Chinese/中文/중국어
korean/韓国語/Korean/韩语/한국어
other_language/ほかのことば/Another language/其他语言/다른 언어
spouse/[配偶者|はいぐうしゃ]（夫・妻）/Spouse/配偶/배우자
daughter/娘/Daughter/女儿/딸
son/息子/Son/儿子/아들
daughter_in_law/息子の妻/Daughter-in-law/儿媳/며느리
son_in_law/娘の夫/Son-in-law/女婿/사위
grandchild/孫/Grandchild/孙辈/손주
sibling/きょうだい/Brother or sister/兄弟姐妹/형제자매
parent/親/Parent/父母/부모
relative/親せき/Relative/亲戚/친척
friend/友人/Friend/朋友/친구
neighbour/近所の人/Neighbour/邻居/이웃
guardian/[成年後見人|せいねんこうけんにん]/Legal guardian/成年监护人/성년후견인
gp/かかりつけ医/Family doctor/家庭医生/주치의
home_doctor/[訪問診療|ほうもんしんりょう]/Home-visit doctor/上门诊疗医生/방문 진료 의사
nurse/[訪問看護|ほうもんかんご]/Visiting nurse/上门护士/방문 간호
pharmacy/薬局/Pharmacy/药房/약국
care_manager/ケアマネジャー/Care manager/护理经理/케어매니저
hospital/病院/Hospital/医院/병원
dentist/歯科/Dentist/牙科/치과
helper/ヘルパー/Home helper/居家护工/방문 요양보호사
hypertension/[高血圧|こうけつあつ]/High blood pressure/高血压/고혈압
diabetes/[糖尿病|とうにょうびょう]/Diabetes/糖尿病/당뇨병
atrial_fibrillation/[心房細動|しんぼうさいどう]/Atrial fibrillation/心房颤动/심방세동
heart_failure/[心不全|しんふぜん]/Heart failure/心力衰竭/심부전
angina/[狭心症|きょうしんしょう]/Angina/心绞痛/협심증
stroke/[脳卒中|のうそっちゅう]（脳梗塞など）/Stroke/脑卒中（中风）/뇌졸중
dementia/[認知症|にんちしょう]/Dementia/认知症（痴呆）/치매
parkinson/パーキンソン病/Parkinson’s disease/帕金森病/파킨슨병
cancer/がん/Cancer/癌症/암
copd/COPD（[慢性閉塞性肺疾患|まんせいへいそくせいはいしっかん]）/COPD/慢阻肺（COPD）/만성폐쇄성폐질환(COPD)
asthma/ぜんそく/Asthma/哮喘/천식
kidney/[腎臓|じんぞう]の病気/Kidney disease/肾脏病/신장 질환
liver/[肝臓|かんぞう]の病気/Liver disease/肝病/간 질환
epilepsy/てんかん/Epilepsy/癫痫/뇌전증
osteoporosis/[骨粗|こつそ]しょう[症|しょう]/Osteoporosis/骨质疏松症/골다공증
fracture/骨折/Fracture/骨折/골절
now/いま治療中/Being treated now/正在治疗/치료 중
past/前にかかった/In the past/过去患过/과거에 앓음
surgery/手術をした/Had surgery/做过手术/수술함
paper/紙の手帳/Paper notebook/纸质手册/종이 수첩
phone_app/スマートフォンのアプリ/Phone app/手机应用/스마트폰 앱
morning/朝/Morning/早上/아침
noon/昼/Noon/中午/점심
evening/夕/Evening/晚上/저녁
bedtime/寝る前/At bedtime/睡前/취침 전
as_needed/必要なとき/When needed/需要时/필요할 때
medicine/薬/Medicine/药物/약물
food/食べ物/Food/食物/음식
penicillin/ペニシリン/Penicillin/青霉素/페니실린
antibiotic/[抗生物質|こうせいぶっしつ]/Antibiotics/抗生素/항생제
painkiller/痛み止め/Painkillers/止痛药/진통제
contrast/[造影剤|ぞうえいざい]/Contrast agent/造影剂/조영제
egg/卵/Egg/鸡蛋/달걀
milk/牛乳/Milk/牛奶/우유
wheat/小麦/Wheat/小麦/밀
soba/そば/Buckwheat (soba)/荞麦/메밀
peanut/ピーナッツ/Peanuts/花生/땅콩
shellfish/えび・かに/Shrimp, crab/虾、蟹/새우·게
latex/ラテックス（ゴム）/Latex/乳胶/라텍스
bee/[蜂|はち]/Bee or wasp stings/蜂蜇/벌 쏘임
blood_thinner/血が固まりにくい薬/Blood thinner/抗血栓药（抗凝血药等）/항혈전제(피가 잘 굳지 않는 약)
pacemaker/ペースメーカー/Pacemaker/心脏起搏器/심장박동기(페이스메이커)
defibrillator/[植込|うえこ]み型[除細動器|じょさいどうき]（ICD）/Implanted defibrillator (ICD)/植入式除颤器（ICD）/삽입형 제세동기(ICD)
dialysis/[透析|とうせき]/Dialysis/透析/투석
home_oxygen/[在宅酸素|ざいたくさんそ]/Home oxygen/家庭氧疗/재택 산소요법
ventilator/[人工呼吸器|じんこうこきゅうき]/Ventilator/呼吸机/인공호흡기
tracheostomy/[気管切開|きかんせっかい]/Tracheostomy/气管切开/기관절개
gastrostomy/[胃|い]ろう/Gastrostomy (feeding tube)/胃造瘘/위루(위루관)
insulin/インスリン/Insulin/胰岛素/인슐린
steroid/ステロイド薬/Steroids/类固醇激素药/스테로이드제
infection/[感染症|かんせんしょう]/Infectious disease/传染病/감염병
shunt/シャント/Shunt/分流（瘘管）/션트
stent/ステント/Stent/支架/스텐트
artificial_joint/[人工関節|じんこうかんせつ]/Artificial joint/人工关节/인공관절
stoma/ストーマ（[人工肛門|じんこうこうもん]など）/Stoma/造口（人工肛门等）/장루(인공항문 등)
urinary_catheter/尿の管（カテーテル）/Urinary catheter/导尿管/도뇨관(소변줄)
walks/歩ける/Walks/能走路/걸을 수 있음
cane/[杖|つえ]/Cane/拐杖/지팡이
walker/歩行器/Walker/助行器/보행기
wheelchair/車いす/Wheelchair/轮椅/휠체어
bedridden/寝たきり/Bedridden/卧床不起/누워서 지냄
talks/話せる/Talks/能说话/말할 수 있음
talks_hard/話しにくい/Talks with difficulty/说话困难/말하기 어려움
talks_not/話せない/Cannot talk/不能说话/말하지 못함
hears/聞こえる/Hears/听得见/잘 들림
hears_right_weak/右の耳が遠い/Weak in the right ear/右耳听力差/오른쪽 귀가 잘 안 들림
hears_left_weak/左の耳が遠い/Weak in the left ear/左耳听力差/왼쪽 귀가 잘 안 들림
hears_hard/両方の耳が遠い/Weak in both ears/双耳听力差/양쪽 귀가 잘 안 들림
hearing_aid/[補聴器|ほちょうき]/Hearing aid/助听器/보청기
deaf/聞こえない/Deaf/听不见/듣지 못함
sees/見える/Sees/看得见/잘 보임
glasses/眼鏡/Glasses/戴眼镜/안경
sees_hard/見えにくい/Sees poorly/看不清/잘 안 보임
blind/見えない/Blind/看不见/보지 못함
remembers/物忘れはない/No memory problem/无健忘/건망증 없음
forgets_little/少し物忘れがある/A little forgetful/有些健忘/약간 건망증이 있음
dementia_told/[認知症|にんちしょう]と言われた/Told it is dementia/已诊断为认知症（痴呆）/치매로 진단받음
support_1/要支援1/Support level 1/需要支援1级/요지원 1
support_2/要支援2/Support level 2/需要支援2级/요지원 2
care_1/要介護1/Care level 1/需要护理1级/요개호 1
care_2/要介護2/Care level 2/需要护理2级/요개호 2
care_3/要介護3/Care level 3/需要护理3级/요개호 3
care_4/要介護4/Care level 4/需要护理4级/요개호 4
care_5/要介護5/Care level 5/需要护理5级/요개호 5
applying/申請中/Applied for/申请中/신청 중
not_certified/認定なし/No care level/未认定/인정받지 않음
normal/ふつうの食事/Normal food/普通饮食/일반식
soft/やわらかい食事/Soft food/软食/부드러운 음식
thickened/とろみつき/Thickened food and drink/加增稠剂/점도를 높인 음식
tube/管から栄養をとる/Tube feeding/管饲/경관영양
breath/息が苦しい/Hard to breathe/呼吸困难/숨쉬기 힘듦
fever/熱がある/Fever/发烧/열이 있음
pain/痛みがある/Pain/疼痛/통증이 있음
fall/転んだ/Fell/跌倒/넘어짐
weaker/弱ってきた/Getting weaker/逐渐衰弱/점점 쇠약해짐
no_response/反応がない/No response/没有反应/반응이 없음
other_scene/そのほかのとき/Other situation/其他情况/그 밖의 경우
myna/マイナ保険証/My Number insurance card/健康保险证（个人编号卡）/마이나 보험증(마이넘버카드)
certificate/[資格確認書|しかくかくにんしょ]/Eligibility certificate/资格确认书/자격확인서
A/A型/A/A型/A형
B/B型/B/B型/B형
O/O型/O/O型/O형
AB/AB型/AB/AB型/AB형
rh_plus/Rhプラス（＋）/Rh positive (+)/Rh阳性（+）/Rh 양성(+)
rh_minus/Rhマイナス（−）/Rh negative (−)/Rh阴性（−）/Rh 음성(−)
call_119/119（救急車）/119 (ambulance)/拨打119（救护车）/119（구급차）
call_home_doctor/在宅の先生・[訪問看護|ほうもんかんご]に電話/Call the home doctor or visiting nurse/联系上门医生或上门护士/방문 의사·방문 간호에 전화
call_trusted/信頼できる人に電話/Call the person they trust/联系信任的人/신뢰하는 사람에게 전화
leave_to_present/その場の人にまかせる/Whoever is there decides/由在场的人决定/그 자리의 사람에게 맡김
called_119/119に電話した/Called 119/已拨打119/119에 전화함
called_care/先生・看護師に電話した/Called the doctor or nurse/已联系医生或护士/의사·간호사에게 전화함
compressions/心臓マッサージ/Chest compressions/胸外按压/가슴 압박(심장 마사지)
aed/AEDを使った/Used an AED/使用了AED/AED 사용
suction/[吸引|きゅういん]/Suction/吸痰/흡인(석션)
oxygen/[酸素|さんそ]/Gave oxygen/吸氧/산소 투여
took_medicine/薬を飲んだ/Took medicine/已服药/약을 먹음
bleeding/血を止めた/Stopped bleeding/已止血/지혈함
nothing_done/何もしていない/Nothing/未采取措施/조치하지 않음
";

/// The words of an option, or of one of the [`DEEDS`].
#[must_use]
pub fn option(id: &str) -> Option<Four> {
    OPTIONS.lines().find_map(|line| words(line.strip_prefix(id)?.strip_prefix('/')?))
}

fn words(line: &'static str) -> Option<Four> {
    let mut words = line.split('/');
    Some(Four([words.next()?, words.next()?, words.next()?, words.next()?]))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use record::{Section, catalogue::Kind};

    use super::{super::plain, *};

    fn asked() -> Vec<&'static [&'static str]> {
        let specs = Section::ALL.into_iter().flat_map(|section| section.spec().fields.iter().chain(section.spec().item));
        let mut all: Vec<&[&str]> = specs
            .filter_map(|spec| match spec.kind {
                Kind::One(options) | Kind::Many(options) | Kind::Offered(_, options) => Some(options),
                _ => None,
            })
            .collect();
        all.push(DEEDS);
        // Of the plan, for the emergency card.
        all.push(record::plan::options::FIRST_CALLS);
        all
    }

    #[test]
    fn every_option_has_a_label_in_every_language() {
        for options in asked() {
            for reader in Reader::ALL {
                let labels: BTreeSet<String> =
                    options.iter().map(|id| plain(option(id).unwrap_or_else(|| panic!("{id} has no label")).say(reader))).collect();
                assert_eq!(labels.len(), options.len(), "one label twice in one field: {options:?}");
                assert!(labels.iter().all(|label| !label.trim().is_empty() && label.trim() == label));
            }
        }
        assert_eq!(option("no_such_option"), None);
        assert_eq!(option(""), None);
    }

    #[test]
    fn the_table_is_whole_and_holds_nothing_else() {
        let asked: BTreeSet<&str> = asked().concat().into_iter().collect();
        let mut seen = BTreeSet::new();
        for line in OPTIONS.lines() {
            assert_eq!(line.split('/').count(), 5, "{line}");
            let id = line.split('/').next().unwrap();
            assert!(asked.contains(id), "nobody asks for {id}");
            assert!(seen.insert(id), "{id} stands twice");
        }
        assert_eq!(seen.len(), asked.len());
    }

    #[test]
    fn words_that_crews_look_for() {
        assert_eq!(option("blood_thinner").map(|four| four.say(Reader::Ja)), Some("血が固まりにくい薬"));
        assert_eq!(option("A").map(|four| four.say(Reader::Ko)), Some("A형"));
        assert_eq!(option("walks").map(Four::word).map(|word| word.en), Some("Walks"));
    }
}
