//! Who reads.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// A reader of a record, other than the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recipient {
    /// The ambulance crew and the hospital it goes to.
    Crew,
    /// 信頼できる人: who speaks with the doctors when the person cannot.
    TrustedPerson,
    Family,
    HomeDoctor,
    CareManager,
    /// An organisation that receives shares, by its random id.
    Clinic(u128),
    /// Whoever holds one link, by the random id of the share.
    Share(u128),
}

impl Recipient {
    /// The readers to whom the person can open parts of the plan once and for all, in the order in which they are offered.
    pub const STANDING: [Recipient; 5] =
        [Recipient::TrustedPerson, Recipient::Family, Recipient::HomeDoctor, Recipient::CareManager, Recipient::Crew];

    /// The stored id of a standing reader, which also names its words. A clinic and a share have an id of their own behind it.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Recipient::Crew => "crew",
            Recipient::TrustedPerson => "trusted",
            Recipient::Family => "family",
            Recipient::HomeDoctor => "home_doctor",
            Recipient::CareManager => "care_manager",
            Recipient::Clinic(_) => "clinic",
            Recipient::Share(_) => "share",
        }
    }

    /// The recipient with a stored id; `None` when only a newer release knows it.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Recipient> {
        let number = |hex: &str| u128::from_str_radix(hex, 16).ok().filter(|_| hex.len() == 32 && !hex.starts_with('+'));
        match id.split_once(':') {
            Some(("clinic", hex)) => number(hex).map(Recipient::Clinic),
            Some(("share", hex)) => number(hex).map(Recipient::Share),
            Some(_) => None,
            None => Recipient::STANDING.into_iter().find(|reader| reader.kind() == id),
        }
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Recipient::Clinic(id) | Recipient::Share(id) => write!(f, "{}:{id:032x}", self.kind()),
            _ => f.write_str(self.kind()),
        }
    }
}

impl Serialize for Recipient {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Recipient {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let id = String::deserialize(from)?;
        Recipient::by_id(&id).ok_or_else(|| D::Error::custom("nobody has this id"))
    }
}
