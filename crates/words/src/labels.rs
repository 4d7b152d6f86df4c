//! The words of the card's sections, fields and options, and the short hints beside them.

use record::{FieldId, Section, catalogue as c};

use super::{Lang, Word, crew, crew::CrewWord, form::Form, plain, sheets::PAPER, w};

/// The name of a section.
#[must_use]
pub fn section(section: Section) -> Word {
    match section {
        Section::Person => w("本人のこと", "The person"),
        Section::Contacts => crew::CONTACTS.word(),
        Section::Doctors => crew::DOCTORS.word(),
        Section::Illness => crew::ILLNESS.word(),
        Section::Medicines => crew::MEDICINES.word(),
        Section::Allergies => crew::ALLERGIES.word(),
        Section::Devices => crew::DEVICES.word(),
        Section::Usual => crew::USUAL.word(),
        Section::Orders => crew::ORDERS.word(),
        Section::Papers => crew::PAPERS.word(),
        Section::Care => w("配慮・伝言・鍵・ペット", "Needs, message, key, pets"),
        Section::Insurance => crew::INSURANCE.word(),
        Section::Blood => crew::BLOOD.word(),
    }
}

/// One line under the heading: for whom it is asked, and why.
#[must_use]
pub fn section_lead(section: Section) -> Word {
    match section {
        Section::Person => w("救急隊がはじめに知りたいことです。", "What an ambulance crew wants to know first."),
        Section::Contacts => w(
            "電話をかける順に書いてください。病院を決めるときにも役立ちます。",
            "Write them in the order to call. It also helps in choosing a hospital.",
        ),
        Section::Doctors => w(
            "ふだんの体を知っている人の連絡先です。病院を決めるときに役立ちます。",
            "People who know the usual condition. It helps in choosing a hospital.",
        ),
        Section::Illness => w("いまの病気と、前の病気・けが・手術です。", "Illness now, and illness, injury and surgery before."),
        Section::Medicines => w(
            "薬によって手当てが変わることがあります。お薬手帳の置き場所だけでもかまいません。",
            "Medicines can change the care given. Where the notebook is kept is enough.",
        ),
        Section::Allergies => w("病院で薬や食事を選ぶときに役立ちます。", "It helps the hospital choose medicines and food."),
        Section::Devices => {
            w("手当てのしかたや、行く病院が変わることがあります。", "These can change the care given and the choice of hospital.")
        }
        Section::Usual => w("ふだんを知ると、いつもと違うところに気づけます。", "Knowing what is usual shows what is new."),
        Section::Orders => w(
            "先生から聞いた、場面ごとの指示です。迷ったときは、いつでも119へ。",
            "What the doctor told you to do in each situation. When in doubt, call 119 at any time.",
        ),
        Section::Papers => w(
            "人生会議の記録や[事前指示書|じぜんしじしょ]などが、あるかどうかです。",
            "Whether there is a record of wishes or an advance directive.",
        ),
        Section::Care => w("救急隊や病院の人に知っておいてほしいことです。", "What the crew and the hospital should know."),
        Section::Insurance => w("救急車でも病院でも使います。", "Used in the ambulance and at the hospital."),
        Section::Blood => w("病院で必ず調べます。わからなくてもだいじょうぶです。", "The hospital always tests it. Not knowing is fine."),
    }
}

/// A field: in which section (or in all), its id, its label, and a hint where one helps.
struct Row(Option<Section>, &'static str, CrewWord, Option<Word>);

const fn two(ja: &'static str, en: &'static str) -> CrewWord {
    CrewWord::of(w(ja, en))
}

const fn all(id: &'static str, label: CrewWord) -> Row {
    Row(None, id, label, None)
}

const fn at(section: Section, id: &'static str, label: CrewWord) -> Row {
    Row(Some(section), id, label, None)
}

impl Row {
    const fn hint(self, ja: &'static str, en: &'static str) -> Row {
        Row(self.0, self.1, self.2, Some(w(ja, en)))
    }
}

/// A row of a section stands before the row of all sections with the same id.
static FIELDS: &[Row] = {
    use Section::{Allergies, Contacts, Doctors, Illness, Medicines, Orders, Papers, Person, Usual};
    &[
        at(Person, "name", crew::NAME),
        all("reading", two("ふりがな", "Reading (kana)")).hint("救急隊が名前を呼ぶときに使います。", "The crew uses it to say the name."),
        all("birth", two("生まれた日", "Date of birth")),
        all("sex", crew::SEX).hint("119番で聞かれます。書かなくてもかまいません。", "Asked on a 119 call. You may leave it out."),
        all("postal", two("郵便番号", "Postal code")).hint("住所の一部が入ります。", "It fills in part of the address."),
        all("prefecture", two("都道府県", "Prefecture")),
        all("city", two("市区町村", "City")).hint("119番では、市の名前から伝えます。", "On a 119 call, say the city first."),
        all("street", two("町名・番地", "Town and number")),
        all("building", two("建物の名前・部屋番号", "Building and room")),
        all("landmark", two("目印", "Landmark"))
            .hint("近くの公園や店など。救急車が見つけやすくなります。", "A park or shop nearby. It helps the ambulance find you."),
        at(Person, "phone", two("家の電話", "Home phone")),
        all("mobile", crew::MOBILE),
        all("language", crew::LANGUAGE).hint("いちばん話しやすいことばです。", "The one spoken most easily."),
        at(Contacts, "name", two("名前", "Name")),
        all("relation", two("[続柄|つづきがら]", "Relation"))
            .hint("本人から見た関係です。例：娘", "Seen from the person. Example: daughter"),
        at(Contacts, "note", two("ひとこと", "Note")).hint("例：夜は携帯電話へ", "Example: at night, the mobile phone"),
        all("role", two("種類", "Kind")),
        all("place", two("病院・事業所の名前", "Hospital, clinic or office")),
        at(Doctors, "doctor", two("先生・担当の人の名前", "Doctor or person in charge")),
        all("all_hours", two("24時間つながる電話", "Reachable 24 hours")),
        all("card_number", crew::CARD_NUMBER).hint("病院への問い合わせに役立ちます。", "It helps when the crew asks the hospital."),
        all("only_here", crew::ONLY_HERE)
            .hint("あっても、ほかの病院へ運ばれることがあります。", "Even so, the crew may go to another hospital."),
        at(Illness, "name", two("病気・けがの名前", "Illness or injury")),
        all("state", two("いまか、前か", "Now or before")),
        all("since", two("いつから・いつごろ", "Since when"))
            .hint("だいたいでかまいません。例：5年前", "Roughly is fine. Example: 5 years ago"),
        all("notebook", two("お薬手帳はありますか", "Is there a medication notebook?")),
        all("notebook_place", two("お薬手帳の置き場所", "Where the notebook is kept"))
            .hint("例：電話台の引き出し", "Example: drawer of the telephone table"),
        at(Medicines, "name", two("薬の名前", "Name of the medicine")),
        all("dose", two("量", "Dose")).hint("例：2mg、1[錠|じょう]", "Example: 2 mg, 1 tablet"),
        all("times", two("飲む時", "When taken")),
        all("thinner", two("血が固まりにくい薬", "Blood thinner"))
            .hint("手当てのしかたが変わる薬です。薬局で聞くとわかります。", "It changes the care given. A pharmacy can tell you."),
        all("group", two("種類", "Kind")),
        at(Allergies, "name", two("何に", "To what")),
        all("reaction", two("どうなりましたか", "What happened"))
            .hint("例：じんましん、息が苦しくなった", "Example: rash, hard to breathe"),
        all("fitted", two("あてはまるもの", "What applies")).hint("いくつでも選べます。", "Choose as many as apply."),
        all("detail", two("くわしく", "Details"))
            .hint("例：ペースメーカーは右の胸。[透析|とうせき]は月・水・金", "Example: pacemaker on the right; dialysis Mon, Wed, Fri"),
        all("walking", crew::WALKING),
        all("talking", crew::TALKING),
        all("hearing", crew::HEARING),
        all("sight", crew::SIGHT),
        all("memory", crew::MEMORY),
        all("care_level", crew::CARE_LEVEL).hint("介護保険の証に書いてあります。", "Written on the care insurance certificate."),
        all("meals", crew::MEALS),
        at(Usual, "note", crew::ELSE).hint("例：左の手足は前から動きにくい", "Example: the left arm and leg have long been weak"),
        all("scene", two("どんなとき", "In which situation")),
        all("instruction", two("どうするか", "What to do"))
            .hint("先生の言ったとおりに書いてください。", "Write it just as the doctor said it."),
        at(Orders, "on", two("先生が指示した日", "Date of the instruction")),
        at(Papers, "exists", two("希望を書いた書面はありますか", "Is there a paper with the person’s wishes?"))
            .hint(crew::PAPERS_NOTE.0[0], crew::PAPERS_NOTE.0[1]),
        all("paper_place", crew::PLACE),
        all("on", crew::SIGNED),
        at(Papers, "doctor", two("書面のことを知っている先生", "Doctor who knows about it")),
        all("consider", crew::CONSIDER)
            .hint("書きたいことだけで。例：右の耳に話しかける", "Only what you like. Example: speak to the right ear"),
        all("message", crew::MESSAGE).hint("そのとおりにできないこともあります。", "The crew cannot always do as it says."),
        all("key", crew::KEY).hint(
            "鍵の隠し場所は書かないでください。持っている人だけを書きます。",
            "Do not write where a key is hidden. Write only who holds one.",
        ),
        all("pets", crew::PETS).hint("例：猫1匹。世話は隣の人に頼む", "Example: one cat; the neighbour looks after it"),
        all("proof", two("お持ちのもの", "Which one")).hint(
            "救急車で読み取れるのは、カードの実物だけです（2025年の時点）。",
            "An ambulance can read only the card itself, not a phone (as of 2025).",
        ),
        all("proof_place", crew::PLACE)
            .hint("番号は書かないでください。例：いつもの財布", "Do not write the number. Example: the usual wallet"),
        all("abo", crew::BLOOD),
        all("rh", two("Rh", "Rh")),
        at(Orders, "phone", two("先生の電話", "Doctor’s phone")),
        at(Papers, "phone", two("先生の電話", "Doctor’s phone")),
        all("phone", crew::PHONE),
        all("doctor", two("先生の名前", "Doctor’s name")),
        all("note", two("ひとこと", "Note")),
    ]
};

fn row(section: Section, id: &str) -> Option<&'static Row> {
    FIELDS.iter().find(|row| row.1 == id && row.0.is_none_or(|only| only == section))
}

/// The label of a field.
#[must_use]
pub fn field(section: Section, id: &str) -> Word {
    // A field that only a newer release knows.
    row(section, id).map_or(w("ほかの項目", "Another entry"), |row| row.2.word())
}

/// What stands before an answer: the label of the field, or a heading where the app asks a question.
#[must_use]
pub fn heading(section: Section, id: FieldId, form: Form) -> CrewWord {
    let outside = form != Form::Full;
    match (section, id.0) {
        (_, "thinner") => crew::option(c::BLOOD_THINNER),
        (Section::Papers, "exists") if form == Form::Crew => Some(crew::PAPERS),
        (Section::Papers, "exists") if outside => Some(PAPER.into()),
        (Section::Papers, "doctor") if form == Form::Crew => Some(crew::PAPERS_DOCTOR),
        (Section::Papers | Section::Person, "phone") if form == Form::Crew => Some(crew::PHONE),
        (Section::Person, "birth") if outside => Some(crew::BIRTH),
        (_, "notebook") if outside => Some(crew::NOTEBOOK),
        (_, "proof") if outside => Some(crew::INSURANCE),
        (_, "fitted") if outside => Some(crew::DEVICES),
        (_, "all_hours") if outside => Some(crew::ALL_HOURS),
        _ => None,
    }
    .or_else(|| row(section, id.0).map(|row| row.2))
    .unwrap_or(CrewWord::of(w("ほかの項目", "Another entry")))
}

/// What helps to answer a field.
#[must_use]
pub fn hint(section: Section, id: &str) -> Option<Word> {
    row(section, id)?.3
}

/// The button that adds an item to a list.
#[must_use]
pub fn add_item(section: Section) -> Word {
    match section {
        Section::Contacts => w("連絡先を足す", "Add a contact"),
        Section::Doctors => w("先生や訪問看護を足す", "Add a doctor or nurse"),
        Section::Illness => w("病気・けがを足す", "Add an illness or injury"),
        Section::Medicines => w("薬を足す", "Add a medicine"),
        Section::Allergies => w("アレルギーを足す", "Add an allergy"),
        Section::Orders => w("指示を足す", "Add an instruction"),
        _ => w("足す", "Add"),
    }
}

/// 「なし」 of a whole list.
#[must_use]
pub fn none(section: Section) -> Word {
    match section {
        Section::Contacts => w("連絡先はない", "No contacts"),
        Section::Doctors => w("かかっているところはない", "No doctor or nurse"),
        Section::Illness => w("病気やけがはない", "No illness or injury"),
        Section::Medicines => w("飲んでいる薬はない", "No medicines"),
        Section::Allergies => w("アレルギーはない", "No allergies"),
        Section::Orders => w("指示はない", "No instructions"),
        _ => w("ない", "None"),
    }
}

/// 「不明」 of a whole list.
#[must_use]
pub fn unknown(_: Section) -> Word {
    w("わからない", "Not known")
}

/// The label of an option.
#[must_use]
pub fn option_word(id: &str) -> Option<Word> {
    Some(crew::option(id)?.word())
}

/// The label of an option without ruby; the id itself when only a newer release knows the option.
#[must_use]
pub fn option_text(id: &str, lang: Lang) -> String {
    option_word(id).map_or_else(|| id.to_owned(), |word| plain(word.say(lang)))
}

#[cfg(test)]
mod tests {
    use super::{super::sentences::both, *};

    #[test]
    fn every_field_has_a_label_and_none_stands_for_two() {
        for section in Section::ALL {
            for word in [super::section(section), section_lead(section), add_item(section), none(section), unknown(section)] {
                both(word);
            }
            let spec = section.spec();
            for part in [spec.fields, spec.item] {
                let mut seen: Vec<&str> = Vec::new();
                for asked in part {
                    let found = row(section, asked.id.0).unwrap_or_else(|| panic!("{section:?} {} has no label", asked.id.0));
                    both(found.2.word());
                    found.3.into_iter().for_each(both);
                    assert!(!seen.contains(&found.2.0[0]), "{} stands twice in {section:?}", found.2.0[0]);
                    seen.push(found.2.0[0]);
                }
            }
        }
    }

    #[test]
    fn every_row_is_reached() {
        for one in FIELDS {
            let reached = Section::ALL.into_iter().any(|section| {
                let spec = section.spec();
                let asks = spec.fields.iter().chain(spec.item).any(|asked| asked.id.0 == one.1);
                asks && row(section, one.1).is_some_and(|found| std::ptr::eq(found, one))
            });
            assert!(reached, "nobody sees {:?} {}", one.0, one.1);
        }
    }

    #[test]
    fn what_only_a_newer_release_knows_has_words_too() {
        assert_eq!(field(Section::Blood, "marrow").ja, "ほかの項目");
        assert_eq!(hint(Section::Blood, "marrow"), None);
        assert_eq!(option_text("marrow", Lang::Ja), "marrow");
        assert_eq!(option_text("heart_failure", Lang::Ja), "心不全");
    }
}
