//! 見本: an invented person with a full card. Every number in it is one that cannot exist.

use serde_json::Map;

use crate::{
    Answer, Author, Card, Confirmed, Day, Field, Fields, Item, ItemId, Moment, Record, RecordId, Section, Stamp, catalogue::option_or_words,
};

type Line = (&'static str, &'static str);

/// Fields of sections: words, or the id of an option. A list of chips is written with `|` between the ids.
const FIELDS: &[(Section, &[Line])] = &[
    (
        Section::Person,
        &[
            ("name", "流山 花子"),
            ("reading", "ながれやま はなこ"),
            ("birth", "1941-04-08"),
            ("sex", "female"),
            ("postal", "270-0192"),
            ("prefecture", "千葉県"),
            ("city", "流山市"),
            ("street", "平和台1丁目1番地の1"),
            ("building", "つむぐ荘 101号室"),
            ("landmark", "中央公園の北側"),
            ("phone", "04-0000-2222"),
            ("mobile", "090-0000-0009"),
            ("language", "japanese"),
        ],
    ),
    (Section::Medicines, &[("notebook", "paper"), ("notebook_place", "電話台の引き出し")]),
    (Section::Devices, &[("fitted", "|blood_thinner|pacemaker"), ("detail", "ペースメーカーは右胸。手帳は財布の中。")]),
    (
        Section::Usual,
        &[
            ("walking", "cane"),
            ("talking", "talks"),
            ("hearing", "hears_right_weak"),
            ("sight", "glasses"),
            ("memory", "forgets_little"),
            ("care_level", "care_2"),
            ("meals", "normal"),
            ("note", "左の耳に、ゆっくり話しかけてください。"),
        ],
    ),
    (
        Section::Papers,
        &[("exists", "yes"), ("paper_place", "仏壇の引き出し"), ("on", "2026-11-03"), ("doctor", "江戸川先生"), ("phone", "04-0000-1111")],
    ),
    (
        Section::Care,
        &[
            ("consider", "大きな音が苦手です。"),
            ("message", "猫の世話を長女に知らせてください。"),
            ("key", "長女が持っています"),
            ("pets", "猫1匹（ミケ）"),
        ],
    ),
    (Section::Insurance, &[("proof", "|myna"), ("proof_place", "財布の中")]),
    (Section::Blood, &[("abo", "A"), ("rh", "rh_plus")]),
];

/// Items of lists.
const ITEMS: &[(Section, &[Line])] = &[
    (
        Section::Contacts,
        &[("name", "千葉 幸子"), ("relation", "daughter"), ("phone", "04-0000-0003"), ("mobile", "090-0000-0001"), ("note", "車で20分")],
    ),
    (Section::Contacts, &[("name", "流山 太郎"), ("relation", "son"), ("mobile", "080-0000-0002"), ("note", "大阪に住んでいます")]),
    (Section::Contacts, &[("name", "野田 和子"), ("relation", "neighbour"), ("phone", "04-0000-0004")]),
    (
        Section::Doctors,
        &[
            ("role", "gp"),
            ("place", "江戸川医院"),
            ("doctor", "江戸川先生"),
            ("phone", "04-0000-1111"),
            ("all_hours", "no"),
            ("card_number", "10234"),
            ("note", "月に一度、訪問診療"),
        ],
    ),
    (
        Section::Doctors,
        &[("role", "nurse"), ("place", "訪問看護ふじ"), ("doctor", "藤さん"), ("phone", "04-0000-0000"), ("all_hours", "yes")],
    ),
    (
        Section::Doctors,
        &[
            ("role", "hospital"),
            ("place", "利根総合病院 循環器内科"),
            ("phone", "04-0000-5555"),
            ("card_number", "0098765"),
            ("only_here", "yes"),
        ],
    ),
    (Section::Doctors, &[("role", "care_manager"), ("place", "おおたかケアプラン"), ("doctor", "森さん"), ("phone", "04-0000-6666")]),
    (Section::Illness, &[("name", "atrial_fibrillation"), ("state", "now"), ("since", "2019年から")]),
    (Section::Illness, &[("name", "heart_failure"), ("state", "now"), ("since", "2021年から")]),
    (Section::Illness, &[("name", "diabetes"), ("state", "now")]),
    (Section::Illness, &[("name", "右大腿骨の骨折"), ("state", "surgery"), ("since", "2022年"), ("note", "金属が入っています")]),
    (Section::Medicines, &[("name", "エリキュース"), ("dose", "2.5mg 1錠"), ("times", "|morning|evening"), ("thinner", "yes")]),
    (Section::Medicines, &[("name", "フロセミド"), ("dose", "20mg 1錠"), ("times", "|morning"), ("thinner", "no")]),
    (Section::Medicines, &[("name", "ビソプロロール"), ("dose", "2.5mg 1錠"), ("times", "|morning"), ("thinner", "no")]),
    (Section::Medicines, &[("name", "メトホルミン"), ("dose", "250mg 1錠"), ("times", "|morning|evening"), ("thinner", "no")]),
    (
        Section::Medicines,
        &[("name", "センノシド"), ("dose", "12mg 2錠"), ("times", "|bedtime|as_needed"), ("thinner", "no"), ("note", "便秘のとき")],
    ),
    (Section::Allergies, &[("group", "food"), ("name", "egg"), ("reaction", "じんましん")]),
    (Section::Allergies, &[("group", "medicine"), ("name", "penicillin"), ("reaction", "息苦しさ")]),
    (
        Section::Orders,
        &[
            ("scene", "breath"),
            ("instruction", "座らせて、まず訪問看護に電話。つながらないときは119。"),
            ("doctor", "江戸川先生"),
            ("phone", "04-0000-0000"),
            ("on", "2026-10-18"),
        ],
    ),
];

/// The invented person, written at a moment and confirmed on a day. The same ids every time, so that there is only one of it.
#[must_use]
pub fn person(at: Moment, on: Day) -> Record {
    let stamp = Stamp { at, by: Author::Own };
    let mut card = Card { confirmed: Some(Confirmed { on, by: Author::Own }), ..Card::default() };
    for (section, lines) in FIELDS {
        card.section_mut(*section).fields = fields(*section, false, lines, &stamp);
    }
    for (count, (section, lines)) in ITEMS.iter().enumerate() {
        let item = Item { id: ItemId(format!("sample-{}", count + 1)), fields: fields(*section, true, lines, &stamp), extra: Map::new() };
        card.section_mut(*section).items.push(item);
    }
    Record { sample: true, card, ..Record::new(RecordId("sample".to_owned()), at) }
}

fn fields(section: Section, in_list: bool, lines: &[Line], stamp: &Stamp) -> Fields {
    let field = |id: &str, words: &str| {
        let answer = match words.strip_prefix('|') {
            Some(chips) => Answer::Chosen(chips.split('|').map(str::to_owned).collect()),
            None => option_or_words(section.id(), in_list, id, words),
        };
        Field { answer, stamp: stamp.clone() }
    };
    let mut fields = Fields::new();
    for (id, words) in lines {
        fields.insert((*id).to_owned(), field(id, words));
    }
    fields
}
