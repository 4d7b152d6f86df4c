//! The trusted people of p1, how far the asking (p2) has come, and whom the answers of l4 can mean.

use super::{Plan, Question, options::ACCEPTED};
use crate::{
    Answer, Answers, Card, Day, Item, Section,
    catalogue::{ASKED, ASKED_ON, MOBILE, NAME, PHONE, PLACE, ROLE},
};

/// Doctors and nurses who can be called first when somebody gets worse (l4).
const HOME_TEAM: [&str; 3] = ["home_doctor", "nurse", "gp"];

/// Name and number of the doctors and nurses of a card that an answer to l4 can mean: those with a number.
pub fn home_team(card: &Card) -> impl Iterator<Item = (&str, &str)> {
    let team = card.items(Section::Doctors).iter().filter(|item| HOME_TEAM.contains(&item.fields.picked(ROLE)));
    team.map(|item| (item.fields.words(PLACE), item.fields.words(PHONE))).filter(|(_, number)| !number.is_empty())
}

/// A trusted person as they stand: who, and how far the asking has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trusted<'a> {
    pub item: &'a Item,
    pub name: &'a str,
    /// The answer to p2 for this person.
    pub asked: Option<&'a Answer>,
    /// The day on which they accepted, when they did.
    pub accepted: Option<Day>,
}

impl<'a> Trusted<'a> {
    /// The number to try first; empty when there is none.
    #[must_use]
    pub fn number(&self) -> &'a str {
        let numbers = [MOBILE, PHONE].map(|field| self.item.fields.words(field));
        numbers.into_iter().find(|number| !number.is_empty()).unwrap_or_default()
    }
}

impl Plan {
    /// The people named in p1, in order.
    #[must_use]
    pub fn trusted(&self) -> Vec<Trusted<'_>> {
        let items = self.section(Question::P1.id()).map_or(&[][..], |data| &data.items);
        items.iter().filter(|item| !item.fields.words(NAME).is_empty()).map(trusted).collect()
    }
}

/// One list entry of p1, read.
pub(super) fn trusted(item: &Item) -> Trusted<'_> {
    let asked = item.fields.answer(ASKED);
    let accepted = asked.filter(|answer| matches!(answer, Answer::Picked(id) if id == ACCEPTED));
    Trusted { item, name: item.fields.words(NAME), asked, accepted: accepted.and_then(|_| Day::parse(item.fields.words(ASKED_ON))) }
}
