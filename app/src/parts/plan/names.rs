//! What fields and options of the plan are called.

use record::{
    Item,
    catalogue::{ASKED, FieldSpec},
    plan::{
        Key,
        lists::{FEELING, TALK},
        section,
    },
};
use words::{
    Lang, Word, changes,
    crew::Four,
    place::{Asks, InPlan},
    plan::{self as text, entry::name_in_plan},
    said::Form,
};

use crate::{
    parts::{
        names::{CARD, Names},
        words::say,
    },
    workspace::answers::{Holder, Spot},
};

/// The words of the plan, and for what belongs to the card the card's.
pub const PLAN: Names = Names { field, hint, option, item, line, add, none };

fn of_card(holder: &Holder) -> bool {
    matches!(holder, Holder::Card(_))
}

fn id(holder: &Holder) -> &str {
    match holder {
        Holder::Plan(id) => id,
        Holder::Card(_) => "",
    }
}

fn field(spot: &Spot) -> Word {
    if of_card(&spot.holder) { (CARD.field)(spot) } else { InPlan(id(&spot.holder)).label(spot.field, Form::Full).word() }
}

fn hint(spot: &Spot) -> Option<Word> {
    if of_card(&spot.holder) { (CARD.hint)(spot) } else { InPlan(id(&spot.holder)).hint(spot.field) }
}

fn option(spot: &Spot, option: &str) -> Option<Word> {
    if of_card(&spot.holder) {
        return (CARD.option)(spot, option);
    }
    InPlan(id(&spot.holder)).option(spot.field, option, Form::Full).map(Four::word)
}

fn item(holder: &Holder) -> &'static [FieldSpec] {
    match id(holder) {
        "" => (CARD.item)(holder),
        section::TALKS => TALK,
        section::FEELINGS => FEELING,
        id => {
            let item = Key::by_id(id).map_or(&[][..], |key| key.question.spec().item);
            // p1 lists who it is; how far the asking has come, which stands last, is answered in p2.
            let own = item.iter().position(|spec| spec.id == ASKED).unwrap_or(item.len());
            item.get(..own).unwrap_or(item)
        }
    }
}

fn line(holder: &Holder, item: &Item, language: Lang) -> String {
    if of_card(holder) { (CARD.line)(holder, item, language) } else { name_in_plan(id(holder), item, language) }
}

fn none(holder: &Holder) -> Option<[Word; 2]> {
    (CARD.none)(holder)
}

fn add(holder: &Holder) -> Word {
    match id(holder) {
        "" => (CARD.add)(holder),
        section::TALKS => text::ADD_TALK,
        _ => text::ADD_PERSON,
    }
}

/// The words of an option of a field, in the language of the page.
#[must_use]
pub fn option_said(spot: &Spot, id: &str) -> String {
    option(spot, id).map_or_else(|| say(changes::NEWER_ANSWER), say)
}

#[cfg(test)]
mod tests {
    use record::{catalogue::ASKED_ON, plan::Question};

    use super::*;

    #[test]
    fn p1_lists_everything_about_a_person_but_how_far_the_asking_has_come() {
        let all = Question::P1.spec().item.iter().map(|spec| spec.id).filter(|id| ![ASKED, ASKED_ON].contains(id));
        let listed = (PLAN.item)(&Holder::Plan("p1".to_owned())).iter().map(|spec| spec.id);
        assert_eq!(listed.collect::<Vec<_>>(), all.collect::<Vec<_>>());
    }
}
