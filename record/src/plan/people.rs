//! The trusted people of p1, and how far the asking (p2) has come.

use super::{Plan, Question};
use crate::{
    Answer, Answers, Day, Item,
    catalogue::{ASKED, ASKED_ON, NAME, RELATION},
};

/// A trusted person as they stand: who, and how far the asking has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trusted<'a> {
    pub item: &'a Item,
    pub name: &'a str,
    pub relation: &'a str,
    /// The answer to p2 for this person.
    pub asked: Option<&'a Answer>,
    /// The day on which they accepted, when they did.
    pub accepted: Option<Day>,
}

impl Plan {
    /// The people named in p1, in order.
    #[must_use]
    pub fn trusted(&self) -> Vec<Trusted<'_>> {
        let items = self.section(Question::P1.id()).map_or(&[][..], |data| &data.items);
        items.iter().filter(|item| !item.fields.text(NAME).is_empty()).map(trusted).collect()
    }
}

/// One list entry of p1, read.
pub(super) fn trusted(item: &Item) -> Trusted<'_> {
    let asked = item.fields.answer(ASKED);
    let accepted = asked.filter(|answer| matches!(answer, Answer::Given(id) if id == "accepted"));
    Trusted {
        item,
        name: item.fields.text(NAME),
        relation: item.fields.text(RELATION),
        asked,
        accepted: accepted.and_then(|_| Day::parse(item.fields.text(ASKED_ON))),
    }
}
