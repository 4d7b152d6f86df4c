//! The fields of the card's sections themselves, by name. Which section a field belongs to is a part of it, so that it cannot be asked
//! of another: `person::NAME`, `devices::DETAIL`.

use super::{FieldId, SECTIONS, Section, fields};
use crate::Path;

/// A field of a section itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Own {
    section: Section,
    id: FieldId,
}

impl Own {
    /// Ends the build where the section has no such field.
    const fn of(section: Section, id: FieldId) -> Own {
        let specs = SECTIONS[section as usize].fields;
        let mut at = 0;
        while at < specs.len() && !same(specs[at].id.0.as_bytes(), id.0.as_bytes()) {
            at += 1;
        }
        assert!(at < specs.len(), "the section has no such field");
        Own { section, id }
    }

    /// The section that the field belongs to.
    #[must_use]
    pub const fn section(self) -> Section {
        self.section
    }

    /// The field's stored id.
    #[must_use]
    pub const fn id(self) -> FieldId {
        self.id
    }
}

impl From<Own> for Path {
    fn from(own: Own) -> Path {
        Path::from(own.section).field(own.id)
    }
}

/// Equal bytes, for the build: `==` is not const yet.
const fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

macro_rules! own {
    ($($module:ident $section:ident: $($field:ident)+;)+) => {
        $(
            #[doc = concat!("The fields of [`Section::", stringify!($section), "`].")]
            pub mod $module {
                use super::{Own, Section, fields};

                $(pub const $field: Own = Own::of(Section::$section, fields::$field);)+
            }
        )+
    };
}

own! {
    person Person: NAME READING BIRTH SEX POSTAL PREFECTURE CITY STREET BUILDING LANDMARK PHONE MOBILE LANGUAGE;
    medicines Medicines: NOTEBOOK NOTEBOOK_PLACE;
    devices Devices: FITTED DETAIL;
    usual Usual: WALKING TALKING HEARING SIGHT MEMORY CARE_LEVEL MEALS NOTE;
    papers Papers: EXISTS PAPER_PLACE ON DOCTOR PHONE;
    care Care: CONSIDER MESSAGE KEY PETS;
    insurance Insurance: PROOF PROOF_PLACE;
    blood Blood: ABO RH;
}
