//! The trusted people of p1, how far the asking (p2) has come, and whom the answers of l4 can mean.

use super::{
    Plan,
    lists::{TrustedPerson, trusted},
    options::ACCEPTED,
};
use crate::{
    Answer, Card, Day,
    catalogue::{Doctor, ItemField, ItemOf, OptionOf, doctor},
};

const SAID_YES: OptionOf<ItemField<TrustedPerson>> = trusted::ASKED.option(ACCEPTED);

/// Doctors and nurses who can be called first when somebody gets worse (l4).
const HOME_TEAM: [&str; 3] = ["home_doctor", "nurse", "gp"];

/// Name and number of the doctors and nurses of a card that an answer to l4 can mean: those with a number.
pub fn home_team(card: &Card) -> impl Iterator<Item = (&str, &str)> {
    let team = card.list(Doctor).filter(|doctor| HOME_TEAM.contains(&doctor.picked(doctor::ROLE)));
    team.map(|doctor| (doctor.words(doctor::PLACE), doctor.words(doctor::PHONE))).filter(|(_, number)| !number.is_empty())
}

/// A trusted person as they stand: who, and how far the asking has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trusted<'a> {
    pub entry: ItemOf<'a, TrustedPerson>,
    pub name: &'a str,
    /// The answer to p2 for this person.
    pub asked: Option<&'a Answer>,
    /// The day on which they accepted, when they did.
    pub accepted: Option<Day>,
}

impl<'a> Trusted<'a> {
    fn of(entry: ItemOf<'a, TrustedPerson>) -> Trusted<'a> {
        let accepted = if entry.chose(SAID_YES) { Day::parse(entry.words(trusted::ASKED_ON)) } else { None };
        Trusted { entry, name: entry.words(trusted::NAME), asked: entry.answer(trusted::ASKED), accepted }
    }

    /// The number to try first; empty when there is none.
    #[must_use]
    pub fn number(&self) -> &'a str {
        let numbers = [trusted::MOBILE, trusted::PHONE].map(|field| self.entry.words(field));
        numbers.into_iter().find(|number| !number.is_empty()).unwrap_or_default()
    }
}

impl Plan {
    /// The people named in p1, in order.
    #[must_use]
    pub fn trusted(&self) -> Vec<Trusted<'_>> {
        self.list(TrustedPerson).map(Trusted::of).filter(|person| !person.name.is_empty()).collect()
    }
}
