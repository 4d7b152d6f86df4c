//! The label of each field of the card, and a hint where one helps.

use record::{
    FieldId, Section,
    catalogue::{
        ItemField, List, SectionField, allergy, blood, care, contact, devices, doctor, illness, insurance, medicine, medicines, order,
        papers, person, usual,
    },
};

use super::{CrewWord, Word, crew, w};

/// A field of a section, or of each entry of its list.
pub(super) struct Row {
    section: &'static str,
    field: FieldId,
    pub label: CrewWord,
    pub hint: Option<Word>,
}

const fn own(field: SectionField, label: CrewWord) -> Row {
    Row { section: field.section().id(), field: field.untyped(), label, hint: None }
}

const fn entry<L: List>(field: ItemField<L>, label: CrewWord) -> Row {
    Row { section: L::ID, field: field.untyped(), label, hint: None }
}

const fn two(ja: &'static str, en: &'static str) -> CrewWord {
    CrewWord::of(w(ja, en))
}

impl Row {
    const fn hint(self, ja: &'static str, en: &'static str) -> Row {
        Row { hint: Some(w(ja, en)), ..self }
    }
}

static FIELDS: &[Row] = &[
    own(person::NAME, crew::NAME),
    own(person::READING, two("ふりがな", "Reading (kana)")).hint("救急隊が名前を呼ぶときに使います。", "The crew uses it to say the name."),
    own(person::BIRTH, two("生まれた日", "Date of birth")),
    own(person::SEX, crew::SEX).hint("119番で聞かれます。書かなくてもかまいません。", "Asked on a 119 call. You may leave it out."),
    own(person::POSTAL, two("郵便番号", "Postal code")).hint("住所の一部が入ります。", "It fills in part of the address."),
    own(person::PREFECTURE, two("都道府県", "Prefecture")),
    own(person::CITY, two("市区町村", "City")).hint("119番では、市の名前から伝えます。", "On a 119 call, say the city first."),
    own(person::STREET, two("町名・番地", "Town and number")),
    own(person::BUILDING, two("建物の名前・部屋番号", "Building and room")),
    own(person::LANDMARK, two("目印", "Landmark"))
        .hint("近くの公園や店など。救急車が見つけやすくなります。", "A park or shop nearby. It helps the ambulance find you."),
    own(person::PHONE, two("家の電話", "Home phone")),
    own(person::MOBILE, crew::MOBILE),
    own(person::LANGUAGE, crew::LANGUAGE).hint("いちばん話しやすいことばです。", "The one spoken most easily."),
    entry(contact::NAME, two("名前", "Name")),
    entry(contact::RELATION, two("[続柄|つづきがら]", "Relation"))
        .hint("本人から見た関係です。例：娘", "Seen from the person. Example: daughter"),
    entry(contact::PHONE, crew::PHONE),
    entry(contact::MOBILE, crew::MOBILE),
    entry(contact::NOTE, two("ひとこと", "Note")).hint("例：夜は携帯電話へ", "Example: at night, the mobile phone"),
    entry(doctor::ROLE, two("種類", "Kind")),
    entry(doctor::PLACE, two("病院・事業所の名前", "Hospital, clinic or office")),
    entry(doctor::DOCTOR, two("先生・担当の人の名前", "Doctor or person in charge")),
    entry(doctor::PHONE, crew::PHONE),
    entry(doctor::ALL_HOURS, two("24時間つながる電話", "Reachable 24 hours")),
    entry(doctor::CARD_NUMBER, crew::CARD_NUMBER).hint("病院への問い合わせに役立ちます。", "It helps when the crew asks the hospital."),
    entry(doctor::ONLY_HERE, crew::ONLY_HERE)
        .hint("あっても、ほかの病院へ運ばれることがあります。", "Even so, the crew may go to another hospital."),
    entry(doctor::NOTE, two("ひとこと", "Note")),
    entry(illness::NAME, two("病気・けがの名前", "Illness or injury")),
    entry(illness::STATE, two("いまか、前か", "Now or before")),
    entry(illness::SINCE, two("いつから・いつごろ", "Since when"))
        .hint("だいたいでかまいません。例：5年前", "Roughly is fine. Example: 5 years ago"),
    entry(illness::NOTE, two("ひとこと", "Note")),
    own(medicines::NOTEBOOK, two("お薬手帳はありますか", "Is there a medication notebook?")),
    own(medicines::NOTEBOOK_PLACE, two("お薬手帳の置き場所", "Where the notebook is kept"))
        .hint("例：電話台の引き出し", "Example: drawer of the telephone table"),
    entry(medicine::NAME, two("薬の名前", "Name of the medicine")),
    entry(medicine::DOSE, two("量", "Dose")).hint("例：2mg、1[錠|じょう]", "Example: 2 mg, 1 tablet"),
    entry(medicine::TIMES, two("飲む時", "When taken")),
    entry(medicine::THINNER, two("血が固まりにくい薬", "Blood thinner"))
        .hint("手当てのしかたが変わる薬です。薬局で聞くとわかります。", "It changes the care given. A pharmacy can tell you."),
    entry(medicine::NOTE, two("ひとこと", "Note")),
    entry(allergy::GROUP, two("種類", "Kind")),
    entry(allergy::NAME, two("何に", "To what")),
    entry(allergy::REACTION, two("どうなりましたか", "What happened"))
        .hint("例：じんましん、息が苦しくなった", "Example: rash, hard to breathe"),
    own(devices::FITTED, two("あてはまるもの", "What applies")).hint("いくつでも選べます。", "Choose as many as apply."),
    own(devices::DETAIL, two("くわしく", "Details"))
        .hint("例：ペースメーカーは右の胸。[透析|とうせき]は月・水・金", "Example: pacemaker on the right; dialysis Mon, Wed, Fri"),
    own(usual::WALKING, crew::WALKING),
    own(usual::TALKING, crew::TALKING),
    own(usual::HEARING, crew::HEARING),
    own(usual::SIGHT, crew::SIGHT),
    own(usual::MEMORY, crew::MEMORY),
    own(usual::CARE_LEVEL, crew::CARE_LEVEL).hint("介護保険の証に書いてあります。", "Written on the care insurance certificate."),
    own(usual::MEALS, crew::MEALS),
    own(usual::NOTE, crew::ELSE).hint("例：左の手足は前から動きにくい", "Example: the left arm and leg have long been weak"),
    entry(order::SCENE, two("どんなとき", "In which situation")),
    entry(order::INSTRUCTION, two("どうするか", "What to do"))
        .hint("先生の言ったとおりに書いてください。", "Write it just as the doctor said it."),
    entry(order::DOCTOR, two("先生の名前", "Doctor’s name")),
    entry(order::PHONE, two("先生の電話", "Doctor’s phone")),
    entry(order::ON, two("先生が指示した日", "Date of the instruction")),
    own(papers::EXISTS, two("希望を書いた書面はありますか", "Is there a paper with the person’s wishes?"))
        .hint(crew::PAPERS_NOTE.0[0], crew::PAPERS_NOTE.0[1]),
    own(papers::PAPER_PLACE, crew::PLACE),
    own(papers::ON, crew::SIGNED),
    own(papers::DOCTOR, two("書面のことを知っている先生", "Doctor who knows about it")),
    own(papers::PHONE, two("先生の電話", "Doctor’s phone")),
    own(care::CONSIDER, crew::CONSIDER)
        .hint("書きたいことだけで。例：右の耳に話しかける", "Only what you like. Example: speak to the right ear"),
    own(care::MESSAGE, crew::MESSAGE).hint("そのとおりにできないこともあります。", "The crew cannot always do as it says."),
    own(care::KEY, crew::KEY).hint(
        "鍵の隠し場所は書かないでください。持っている人だけを書きます。",
        "Do not write where a key is hidden. Write only who holds one.",
    ),
    own(care::PETS, crew::PETS).hint("例：猫1匹。世話は隣の人に頼む", "Example: one cat; the neighbour looks after it"),
    own(insurance::PROOF, two("お持ちのもの", "Which one")).hint(
        "救急車で読み取れるのは、カードの実物だけです（2025年の時点）。",
        "An ambulance can read only the card itself, not a phone (as of 2025).",
    ),
    own(insurance::PROOF_PLACE, crew::PLACE)
        .hint("番号は書かないでください。例：いつもの財布", "Do not write the number. Example: the usual wallet"),
    own(blood::ABO, crew::BLOOD),
    own(blood::RH, two("Rh", "Rh")),
];

/// The row of a field; nothing for one that only a newer release knows.
pub(super) fn row(section: Section, id: &str) -> Option<&'static Row> {
    FIELDS.iter().find(|row| row.field.as_str() == id && row.section == section.id())
}

#[cfg(test)]
mod tests {
    use super::{super::super::sentences::both, *};

    #[test]
    fn every_field_has_one_row_and_no_label_stands_for_two() {
        let mut asked = 0;
        for section in Section::ALL {
            let spec = section.spec();
            for part in [spec.fields, spec.item] {
                let mut seen: Vec<&str> = Vec::new();
                for field in part {
                    let found = row(section, field.id.as_str()).unwrap_or_else(|| panic!("{section:?} {} has no label", field.id.as_str()));
                    both(found.label.word());
                    found.hint.into_iter().for_each(both);
                    assert!(!seen.contains(&found.label.0[0]), "{} stands twice in {section:?}", found.label.0[0]);
                    seen.push(found.label.0[0]);
                }
                asked += part.len();
            }
        }
        assert_eq!(FIELDS.len(), asked, "a row that nobody sees");
    }
}
