//! The sections, their fields, and the fields of their lists.

use super::{
    FieldId, FieldSpec, Kind, List,
    Naming::{After, Before, Name},
    OfCard, Section, SectionField,
    declare::{fields, lists},
    item::ItemField,
    options as f,
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

const fn ask(id: &'static str, kind: Kind) -> FieldSpec {
    FieldSpec::ask(FieldId::new(id), kind)
}

const fn ask_known(id: &'static str, kind: Kind) -> FieldSpec {
    FieldSpec::ask_known(FieldId::new(id), kind)
}

fields! {
    /// The fields of [`Section::Person`] itself.
    person: SectionField = Section::Person;
    NAME = ask("name", Kind::Line(20)).autofill("name");
    READING = ask("reading", Kind::Reading(30));
    BIRTH = ask("birth", Kind::Day);
    SEX = ask("sex", Kind::One(f::SEXES));
    POSTAL = ask("postal", Kind::Postal).autofill("postal-code");
    PREFECTURE = ask("prefecture", Kind::Line(4)).autofill("address-level1");
    CITY = ask("city", Kind::Line(20)).autofill("address-level2");
    STREET = ask("street", Kind::Line(40)).autofill("address-line1");
    BUILDING = ask("building", Kind::Line(40)).autofill("address-line2");
    LANDMARK = ask("landmark", Kind::Line(40));
    PHONE = ask("phone", Kind::Phone).autofill("tel");
    MOBILE = ask("mobile", Kind::Phone).autofill("tel");
    LANGUAGE = ask("language", Kind::One(f::LANGUAGES));
}

fields! {
    /// The fields of an entry of [`Section::Contacts`].
    contact: ItemField<Contact> = Contact;
    NAME = ask("name", Kind::Line(20)).naming(Name);
    RELATION = ask("relation", Kind::Offered(12, f::RELATIONS)).naming(Before);
    PHONE = ask("phone", Kind::Phone);
    MOBILE = ask("mobile", Kind::Phone);
    NOTE = ask("note", Kind::Line(40));
}

fields! {
    /// The fields of an entry of [`Section::Doctors`].
    doctor: ItemField<Doctor> = Doctor;
    ROLE = ask("role", Kind::One(f::ROLES)).naming(Before);
    PLACE = ask("place", Kind::Line(30)).naming(Name);
    DOCTOR = ask("doctor", Kind::Line(20)).naming(Name);
    PHONE = ask("phone", Kind::Phone);
    ALL_HOURS = ask("all_hours", Kind::One(f::YES_NO));
    CARD_NUMBER = ask("card_number", Kind::Line(12));
    ONLY_HERE = ask("only_here", Kind::One(f::YES_NO));
    NOTE = ask("note", Kind::Line(40));
}

fields! {
    /// The fields of an entry of [`Section::Illness`].
    illness: ItemField<Illness> = Illness;
    NAME = ask("name", Kind::Offered(20, f::ILLNESSES)).naming(Name);
    STATE = ask("state", Kind::One(f::STATES));
    SINCE = ask("since", Kind::Line(20)).naming(After);
    NOTE = ask("note", Kind::Line(40));
}

fields! {
    /// The fields of [`Section::Medicines`] itself.
    medicines: SectionField = Section::Medicines;
    NOTEBOOK = ask("notebook", Kind::One(f::NOTEBOOKS));
    NOTEBOOK_PLACE = ask("notebook_place", Kind::Line(40));
}

fields! {
    /// The fields of an entry of [`Section::Medicines`].
    medicine: ItemField<Medicine> = Medicine;
    NAME = ask("name", Kind::Line(25)).naming(Name);
    DOSE = ask("dose", Kind::Line(20)).naming(After);
    TIMES = ask("times", Kind::Many(f::DAY_TIMES));
    THINNER = ask("thinner", Kind::One(f::THINNERS));
    NOTE = ask("note", Kind::Line(40));
}

fields! {
    /// The fields of an entry of [`Section::Allergies`].
    allergy: ItemField<Allergy> = Allergy;
    GROUP = ask("group", Kind::One(f::ALLERGY_GROUPS));
    NAME = ask("name", Kind::Offered(20, f::ALLERGENS)).naming(Name);
    REACTION = ask("reaction", Kind::Line(30));
}

fields! {
    /// The fields of [`Section::Devices`] itself.
    devices: SectionField = Section::Devices;
    FITTED = ask_known("fitted", Kind::Many(f::DEVICES));
    DETAIL = ask("detail", Kind::Lines(80));
}

fields! {
    /// The fields of [`Section::Usual`] itself.
    usual: SectionField = Section::Usual;
    WALKING = ask("walking", Kind::One(f::WALKINGS));
    TALKING = ask("talking", Kind::One(f::TALKINGS));
    HEARING = ask("hearing", Kind::One(f::HEARINGS));
    SIGHT = ask("sight", Kind::One(f::SIGHTS));
    MEMORY = ask("memory", Kind::One(f::MEMORIES));
    CARE_LEVEL = ask("care_level", Kind::One(f::CARE_LEVELS));
    MEALS = ask("meals", Kind::One(f::MEAL_KINDS));
    NOTE = ask("note", Kind::Lines(80));
}

fields! {
    /// The fields of an entry of [`Section::Orders`].
    order: ItemField<Order> = Order;
    SCENE = ask("scene", Kind::One(f::SCENES)).naming(Before);
    INSTRUCTION = ask("instruction", Kind::Lines(80)).naming(Name);
    DOCTOR = ask("doctor", Kind::Line(20));
    PHONE = ask("phone", Kind::Phone);
    ON = ask("on", Kind::Day);
}

fields! {
    /// The fields of [`Section::Papers`] itself.
    papers: SectionField = Section::Papers;
    EXISTS = ask_known("exists", Kind::One(f::YES_NO));
    PAPER_PLACE = ask("paper_place", Kind::Line(40));
    ON = ask("on", Kind::Day);
    DOCTOR = ask("doctor", Kind::Line(30));
    PHONE = ask("phone", Kind::Phone);
}

fields! {
    /// The fields of [`Section::Care`] itself.
    care: SectionField = Section::Care;
    CONSIDER = ask("consider", Kind::Lines(80));
    MESSAGE = ask("message", Kind::Lines(80));
    KEY = ask("key", Kind::Line(40));
    PETS = ask_known("pets", Kind::Line(40));
}

fields! {
    /// The fields of [`Section::Insurance`] itself.
    insurance: SectionField = Section::Insurance;
    PROOF = ask("proof", Kind::Many(f::PROOFS));
    PROOF_PLACE = ask("proof_place", Kind::Line(40));
}

fields! {
    /// The fields of [`Section::Blood`] itself.
    blood: SectionField = Section::Blood;
    ABO = ask_known("abo", Kind::One(f::ABO_TYPES));
    RH = ask_known("rh", Kind::One(f::RH_TYPES));
}

lists! {
    OfCard:
    /// The list of [`Section::Contacts`].
    Contact = Section::Contacts.id(), contact;
    /// The list of [`Section::Doctors`].
    Doctor = Section::Doctors.id(), doctor;
    /// The list of [`Section::Illness`].
    Illness = Section::Illness.id(), illness;
    /// The list of [`Section::Medicines`].
    Medicine = Section::Medicines.id(), medicine;
    /// The list of [`Section::Allergies`].
    Allergy = Section::Allergies.id(), allergy;
    /// The list of [`Section::Orders`].
    Order = Section::Orders.id(), order;
}

const fn only(section: Section, fields: &'static [FieldSpec]) -> SectionSpec {
    SectionSpec { section, fields, item: &[], room: 0 }
}

const fn list(section: Section, fields: &'static [FieldSpec], item: &'static [FieldSpec], room: usize) -> SectionSpec {
    SectionSpec { section, fields, item, room }
}

/// One entry for each [`Section`], in its order.
pub static SECTIONS: [SectionSpec; 13] = [
    only(Section::Person, person::ALL),
    list(Section::Contacts, &[], contact::ALL, 5),
    list(Section::Doctors, &[], doctor::ALL, 6),
    list(Section::Illness, &[], illness::ALL, 8),
    list(Section::Medicines, medicines::ALL, medicine::ALL, 12),
    list(Section::Allergies, &[], allergy::ALL, 5),
    only(Section::Devices, devices::ALL),
    only(Section::Usual, usual::ALL),
    list(Section::Orders, &[], order::ALL, 3),
    only(Section::Papers, papers::ALL),
    only(Section::Care, care::ALL),
    only(Section::Insurance, insurance::ALL),
    only(Section::Blood, blood::ALL),
];
