//! The id of a field of a section of the card itself. Which section it belongs to is a part of it, so that it cannot be asked of another:
//! `person::NAME`, `devices::DETAIL`.

use super::{FieldId, Section};
use crate::Path;

/// A field of a section itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SectionField {
    section: Section,
    id: FieldId,
}

impl SectionField {
    pub(super) const fn new(section: Section, id: FieldId) -> SectionField {
        SectionField { section, id }
    }

    /// The section that the field belongs to.
    #[must_use]
    pub const fn section(self) -> Section {
        self.section
    }

    /// The field's stored id, without its section: for loops over the catalogue.
    #[must_use]
    pub const fn untyped(self) -> FieldId {
        self.id
    }
}

impl From<SectionField> for Path {
    fn from(field: SectionField) -> Path {
        Path::from(field.section).field(field.id)
    }
}
