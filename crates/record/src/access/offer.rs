//! What of the plan may be opened to whom. Everything is closed until the person opens it; the table only says what can be opened, and
//! what is put forward first.

use super::Recipient;
use crate::plan::parts::Part;

/// How a part stands for a reader before the person has said anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Put forward; closed until opened.
    Put,
    /// Can be opened after a second thought: it stands further down.
    Ask,
    /// Can be opened, and shows only a little: a name and a number, days, or that there is a record.
    Limited,
    /// Not for this reader.
    Never,
}

impl Recipient {
    /// The standing reader that has the same rights. A clinic is a doctor's, so it reads as the home doctor does; of a link nobody knows into which
    /// hands it comes, so it reads as the family does.
    #[must_use]
    pub const fn reads_as(self) -> Recipient {
        match self {
            Recipient::Clinic(_) => Recipient::HomeDoctor,
            Recipient::Share(_) => Recipient::Family,
            other => other,
        }
    }
}

impl Part {
    /// What can be opened to a reader.
    #[must_use]
    pub const fn offer(self, to: Recipient) -> Offer {
        use Offer::{Ask, Limited, Never, Put};
        match (self, to.reads_as()) {
            (
                Part::Values | Part::People | Part::Places | Part::FirstCall | Part::Support,
                Recipient::TrustedPerson | Recipient::Family | Recipient::HomeDoctor,
            )
            | (
                Part::Experience | Part::Knowing | Part::Latitude | Part::Treatment | Part::Talks,
                Recipient::TrustedPerson | Recipient::HomeDoctor,
            )
            | (Part::Values | Part::Places | Part::FirstCall | Part::Support, Recipient::CareManager) => Put,
            (Part::People | Part::Talks, Recipient::CareManager) => Limited,
            (
                Part::Experience | Part::Knowing | Part::Latitude | Part::Treatment | Part::Words | Part::Talks | Part::Circle,
                Recipient::Family,
            )
            | (Part::Circle | Part::Words, Recipient::TrustedPerson)
            | (Part::Circle, Recipient::HomeDoctor)
            | (Part::FirstCall, Recipient::Crew) => Ask,
            (Part::Treatment, Recipient::CareManager) | (Part::People | Part::Treatment, Recipient::Crew) => Limited,
            _ => Never,
        }
    }
}
