//! The words of the options of the catalogue, and of what can be tapped as done, in four languages.

use super::CrewWord;

/// What can be tapped under [`DONE`](super::DONE). Stored for a day at most; never the same as an option of the catalogue.
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
pub fn option(id: &str) -> Option<CrewWord> {
    OPTIONS.lines().find_map(|line| words(line.strip_prefix(id)?.strip_prefix('/')?))
}

fn words(line: &'static str) -> Option<CrewWord> {
    let mut words = line.split('/');
    Some(CrewWord([words.next()?, words.next()?, words.next()?, words.next()?]))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use record::{Section, catalogue::Kind};

    use super::*;
    use crate::{crew::CrewLang, plain};

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
            for reader in CrewLang::ALL {
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
        assert_eq!(option("blood_thinner").map(|four| four.say(CrewLang::Ja)), Some("血が固まりにくい薬"));
        assert_eq!(option("A").map(|four| four.say(CrewLang::Ko)), Some("A형"));
        assert_eq!(option("walks").map(CrewWord::word).map(|word| word.en), Some("Walks"));
    }
}
