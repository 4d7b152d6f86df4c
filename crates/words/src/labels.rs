//! The words of the card's sections, fields and options, and the short hints beside them.

mod fields;

use record::{
    FieldId, Section,
    catalogue::{self as c, SectionField, devices, doctor, insurance, medicine, medicines, papers, person},
};

use fields::row;

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

/// The label of a field.
#[must_use]
pub fn field(section: Section, id: &str) -> Word {
    // A field that only a newer release knows.
    row(section, id).map_or(w("ほかの項目", "Another entry"), |row| row.label.word())
}

/// What stands before an answer: the label of the field, or a heading where the app asks a question.
#[must_use]
pub fn heading(section: Section, id: FieldId, form: Form) -> CrewWord {
    let is = |field: SectionField| field.section() == section && field.untyped() == id;
    let special = match form {
        _ if id == medicine::THINNER.untyped() => crew::option(c::BLOOD_THINNER),
        Form::Full => None,
        Form::Crew if is(papers::EXISTS) => Some(crew::PAPERS),
        Form::Crew if is(papers::DOCTOR) => Some(crew::PAPERS_DOCTOR),
        Form::Crew if is(papers::PHONE) || is(person::PHONE) => Some(crew::PHONE),
        _ if is(papers::EXISTS) => Some(PAPER.into()),
        _ if is(person::BIRTH) => Some(crew::BIRTH),
        _ if is(medicines::NOTEBOOK) => Some(crew::NOTEBOOK),
        _ if is(insurance::PROOF) => Some(crew::INSURANCE),
        _ if is(devices::FITTED) => Some(crew::DEVICES),
        _ if id == doctor::ALL_HOURS.untyped() => Some(crew::ALL_HOURS),
        _ => None,
    };
    special.or_else(|| row(section, id.as_str()).map(|row| row.label)).unwrap_or(CrewWord::of(w("ほかの項目", "Another entry")))
}

/// What helps to answer a field.
#[must_use]
pub fn hint(section: Section, id: &str) -> Option<Word> {
    row(section, id)?.hint
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
    fn every_section_has_its_words() {
        for section in Section::ALL {
            for word in [super::section(section), section_lead(section), add_item(section), none(section), unknown(section)] {
                both(word);
            }
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
