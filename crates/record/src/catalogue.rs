//! What a card asks, in which order. Data only: words live with the interface.
//!
//! Ids are written to disk and never change or return with another meaning. Option ids are unique within their field.

pub mod codes;
pub(crate) mod declare;
mod field;
mod field_id;
mod find;
mod item;
mod option;
mod options;
mod section_field;
mod sections;

pub use field::{FieldSpec, Naming, ShownWhen, naming};
pub use field_id::{FieldId, SharedField};
pub use find::{option_or_words, spec_at};
pub use item::{ItemField, ItemOf, List, NewItem, OfCard, OfPlan};
pub use option::OptionOf;
pub(crate) use option::has_option;
pub use options::*;
pub use section_field::SectionField;
pub use sections::*;

/// Not shown as a field: says of a section's list that there is none (なし) or that it is not known (不明).
pub const LIST: SharedField = SharedField::new("list");

/// A section of the card, in the order of the task list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    Person,
    Contacts,
    Doctors,
    Illness,
    Medicines,
    Allergies,
    Devices,
    Usual,
    Orders,
    Papers,
    Care,
    Insurance,
    Blood,
}

impl Section {
    /// All sections in order.
    pub const ALL: [Section; 13] = [
        Section::Person,
        Section::Contacts,
        Section::Doctors,
        Section::Illness,
        Section::Medicines,
        Section::Allergies,
        Section::Devices,
        Section::Usual,
        Section::Orders,
        Section::Papers,
        Section::Care,
        Section::Insurance,
        Section::Blood,
    ];

    /// How many of [`Section::ALL`] are asked for at first; the others are folded away.
    pub const FIRST: usize = 8;

    /// The stored id, also the last part of the page's address.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Section::Person => "person",
            Section::Contacts => "contacts",
            Section::Doctors => "doctors",
            Section::Illness => "illness",
            Section::Medicines => "medicines",
            Section::Allergies => "allergies",
            Section::Devices => "devices",
            Section::Usual => "usual",
            Section::Orders => "orders",
            Section::Papers => "papers",
            Section::Care => "care",
            Section::Insurance => "insurance",
            Section::Blood => "blood",
        }
    }

    /// The section with a stored id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Section> {
        Section::ALL.into_iter().find(|section| section.id() == id)
    }

    /// What the section asks.
    #[must_use]
    pub fn spec(self) -> &'static SectionSpec {
        // In range: SECTIONS has one entry for each variant, in order (a test keeps it).
        &SECTIONS[self as usize]
    }
}

/// What kind of answer a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of words, with the length that still fits the printed sheet.
    Line(u16),
    /// Several lines of words.
    Lines(u16),
    /// A reading (ふりがな).
    Reading(u16),
    /// A phone number.
    Phone,
    /// A postal code; fills the address fields of its section.
    Postal,
    /// A day in the past, entered by era or western year.
    Day,
    /// One of some options.
    One(&'static [&'static str]),
    /// Any of some options (chips).
    Many(&'static [&'static str]),
    /// Words, or one of some options that are offered to tap first.
    Offered(u16, &'static [&'static str]),
    /// A photo ([`Picture`](crate::picture::Picture)).
    Photo,
}

impl Kind {
    /// The most characters that a field of this kind takes while typing, in UTF-16 units as browsers count them: ten times what fits
    /// the printed sheet. Far above what anybody writes; a text of any length would make a phone stand still.
    #[must_use]
    pub const fn longest(self) -> u16 {
        match self {
            Kind::Line(fits) | Kind::Reading(fits) | Kind::Offered(fits, _) | Kind::Lines(fits) => {
                let most = fits.saturating_mul(10);
                if most > 4_000 { 4_000 } else { most }
            }
            Kind::Phone | Kind::Postal | Kind::Day | Kind::One(_) | Kind::Many(_) | Kind::Photo => 60,
        }
    }
}

/// What is an answer to a field besides those of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtraAnswers {
    Nothing,
    /// 「なし」 and 「不明」
    NoneOrUnknown,
    /// 「まだわからない」 and 「とばす」, of the same size, colour and weight as any option: not knowing is a full answer
    UndecidedOrSkipped,
}
