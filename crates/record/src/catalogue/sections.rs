//! The sections, their fields, and the fields of their lists.

use super::{
    FieldId, FieldSpec, Kind,
    Naming::{After, Before, Name},
    Section, fields as f,
};

/// What a section asks.
#[derive(Clone, Copy, Debug)]
pub struct SectionSpec {
    pub section: Section,
    /// Fields of the section itself.
    pub fields: &'static [FieldSpec],
    /// Fields of each list item; empty when the section has no list.
    pub item: &'static [FieldSpec],
    /// How many items still fit the printed sheet well. More are kept all the same.
    pub room: usize,
}

impl SectionSpec {
    /// Whether the section has a list, and with it 「なし」 and 「わからない」 for the whole of it.
    #[must_use]
    pub const fn has_list(&self) -> bool {
        !self.item.is_empty()
    }
}

const fn ask(id: FieldId, kind: Kind) -> FieldSpec {
    FieldSpec::ask(id, kind)
}

const fn ask_known(id: FieldId, kind: Kind) -> FieldSpec {
    FieldSpec::ask_known(id, kind)
}

const fn fields_only(section: Section, fields: &'static [FieldSpec]) -> SectionSpec {
    SectionSpec { section, fields, item: &[], room: 0 }
}

/// One entry for each [`Section`], in its order.
pub static SECTIONS: [SectionSpec; 13] = [
    fields_only(
        Section::Person,
        &[
            ask(f::NAME, Kind::Line(20)).autofill("name"),
            ask(f::READING, Kind::Reading(30)),
            ask(f::BIRTH, Kind::Day),
            ask(f::SEX, Kind::One(f::SEXES)),
            ask(f::POSTAL, Kind::Postal).autofill("postal-code"),
            ask(f::PREFECTURE, Kind::Line(4)).autofill("address-level1"),
            ask(f::CITY, Kind::Line(20)).autofill("address-level2"),
            ask(f::STREET, Kind::Line(40)).autofill("address-line1"),
            ask(f::BUILDING, Kind::Line(40)).autofill("address-line2"),
            ask(f::LANDMARK, Kind::Line(40)),
            ask(f::PHONE, Kind::Phone).autofill("tel"),
            ask(f::MOBILE, Kind::Phone).autofill("tel"),
            ask(f::LANGUAGE, Kind::One(f::LANGUAGES)),
        ],
    ),
    SectionSpec {
        section: Section::Contacts,
        fields: &[],
        item: &[
            ask(f::NAME, Kind::Line(20)).naming(Name),
            ask(f::RELATION, Kind::Offered(12, f::RELATIONS)).naming(Before),
            ask(f::PHONE, Kind::Phone),
            ask(f::MOBILE, Kind::Phone),
            ask(f::NOTE, Kind::Line(40)),
        ],
        room: 5,
    },
    SectionSpec {
        section: Section::Doctors,
        fields: &[],
        item: &[
            ask(f::ROLE, Kind::One(f::ROLES)).naming(Before),
            ask(f::PLACE, Kind::Line(30)).naming(Name),
            ask(f::DOCTOR, Kind::Line(20)).naming(Name),
            ask(f::PHONE, Kind::Phone),
            ask(f::ALL_HOURS, Kind::One(f::YES_NO)),
            ask(f::CARD_NUMBER, Kind::Line(12)),
            ask(f::ONLY_HERE, Kind::One(f::YES_NO)),
            ask(f::NOTE, Kind::Line(40)),
        ],
        room: 6,
    },
    SectionSpec {
        section: Section::Illness,
        fields: &[],
        item: &[
            ask(f::NAME, Kind::Offered(20, f::ILLNESSES)).naming(Name),
            ask(f::STATE, Kind::One(f::STATES)),
            ask(f::SINCE, Kind::Line(20)).naming(After),
            ask(f::NOTE, Kind::Line(40)),
        ],
        room: 8,
    },
    SectionSpec {
        section: Section::Medicines,
        fields: &[ask(f::NOTEBOOK, Kind::One(f::NOTEBOOKS)), ask(f::NOTEBOOK_PLACE, Kind::Line(40))],
        item: &[
            ask(f::NAME, Kind::Line(25)).naming(Name),
            ask(f::DOSE, Kind::Line(20)).naming(After),
            ask(f::TIMES, Kind::Many(f::DAY_TIMES)),
            ask(f::THINNER, Kind::One(f::THINNERS)),
            ask(f::NOTE, Kind::Line(40)),
        ],
        room: 12,
    },
    SectionSpec {
        section: Section::Allergies,
        fields: &[],
        item: &[
            ask(f::GROUP, Kind::One(f::ALLERGY_GROUPS)),
            ask(f::NAME, Kind::Offered(20, f::ALLERGENS)).naming(Name),
            ask(f::REACTION, Kind::Line(30)),
        ],
        room: 5,
    },
    fields_only(Section::Devices, &[ask_known(f::FITTED, Kind::Many(f::DEVICES)), ask(f::DETAIL, Kind::Lines(80))]),
    fields_only(
        Section::Usual,
        &[
            ask(f::WALKING, Kind::One(f::WALKINGS)),
            ask(f::TALKING, Kind::One(f::TALKINGS)),
            ask(f::HEARING, Kind::One(f::HEARINGS)),
            ask(f::SIGHT, Kind::One(f::SIGHTS)),
            ask(f::MEMORY, Kind::One(f::MEMORIES)),
            ask(f::CARE_LEVEL, Kind::One(f::CARE_LEVELS)),
            ask(f::MEALS, Kind::One(f::MEAL_KINDS)),
            ask(f::NOTE, Kind::Lines(80)),
        ],
    ),
    SectionSpec {
        section: Section::Orders,
        fields: &[],
        item: &[
            ask(f::SCENE, Kind::One(f::SCENES)).naming(Before),
            ask(f::INSTRUCTION, Kind::Lines(80)).naming(Name),
            ask(f::DOCTOR, Kind::Line(20)),
            ask(f::PHONE, Kind::Phone),
            ask(f::ON, Kind::Day),
        ],
        room: 3,
    },
    fields_only(
        Section::Papers,
        &[
            ask_known(f::EXISTS, Kind::One(f::YES_NO)),
            ask(f::PAPER_PLACE, Kind::Line(40)),
            ask(f::ON, Kind::Day),
            ask(f::DOCTOR, Kind::Line(30)),
            ask(f::PHONE, Kind::Phone),
        ],
    ),
    fields_only(
        Section::Care,
        &[
            ask(f::CONSIDER, Kind::Lines(80)),
            ask(f::MESSAGE, Kind::Lines(80)),
            ask(f::KEY, Kind::Line(40)),
            ask_known(f::PETS, Kind::Line(40)),
        ],
    ),
    fields_only(Section::Insurance, &[ask(f::PROOF, Kind::Many(f::PROOFS)), ask(f::PROOF_PLACE, Kind::Line(40))]),
    fields_only(Section::Blood, &[ask_known(f::ABO, Kind::One(f::ABO_TYPES)), ask_known(f::RH, Kind::One(f::RH_TYPES))]),
];
