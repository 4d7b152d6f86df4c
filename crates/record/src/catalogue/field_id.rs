//! The ids of fields as they are stored, without the place where the field stands.

use crate::Path;

/// The id of a field, as stored, without the place where it stands: for loops over the catalogue. Where the code names a field, it names
/// it together with its place: [`SectionField`](super::SectionField), [`ItemField`](super::ItemField) and the plan's
/// [`QuestionField`](crate::plan::QuestionField).
///
/// Only the catalogue makes ids. From elsewhere there is no way to one that it does not have:
///
/// ```compile_fail,E0423
/// let name = record::FieldId("name");
/// ```
///
/// ```compile_fail,E0624
/// let name = record::FieldId::new("name");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId(&'static str);

impl FieldId {
    pub(crate) const fn new(id: &'static str) -> FieldId {
        FieldId(id)
    }

    /// The id as it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// An id that fields of several places share: `list` of every section with a list, `words` of every question. By itself it is no field:
///
/// ```
/// use record::{Path, Section, catalogue::LIST};
///
/// let of_allergies: Path = LIST.at(&Section::Allergies.into());
/// ```
///
/// ```compile_fail,E0308
/// use record::{Path, Section, catalogue::LIST};
///
/// let of_allergies: Path = Path::from(Section::Allergies).field(LIST);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedField(FieldId);

impl SharedField {
    pub(crate) const fn new(id: &'static str) -> SharedField {
        SharedField(FieldId(id))
    }

    /// The field at a place: a section, a question, or an entry of a list.
    #[must_use]
    pub fn at(self, place: &Path) -> Path {
        place.field(self.0)
    }

    /// The id without a place: for loops over the catalogue.
    #[must_use]
    pub const fn untyped(self) -> FieldId {
        self.0
    }

    /// The id as it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0.0
    }
}

impl PartialEq<SharedField> for FieldId {
    fn eq(&self, shared: &SharedField) -> bool {
        *self == shared.0
    }
}
