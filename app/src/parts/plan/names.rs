//! What fields and options of the plan are called.

use record::{
    Item, Path, Root,
    catalogue::FieldSpec,
    plan::{
        lists::{feeling, talk, trusted},
        section,
    },
};
use words::{
    Lang, Word,
    answer_text::Form,
    crew::CrewWord,
    fields,
    place::{Asks, InPlan},
    plan::{self as text, entry::name_in_plan},
};

use crate::parts::{
    names::{CardNames, Names},
    words::say,
};

/// The words of the plan, and for what belongs to the card the card's.
#[derive(Clone, Copy, Debug)]
pub struct PlanNames;

impl Names for PlanNames {
    fn field(&self, path: &Path) -> Word {
        if of_card(path) {
            return CardNames.field(path);
        }
        let spec = path.spec();
        spec.map_or(fields::UNNAMED, |spec| InPlan(&path.root.id()).label(spec.id, Form::Full).word())
    }

    fn hint(&self, path: &Path) -> Option<Word> {
        if of_card(path) { CardNames.hint(path) } else { InPlan(&path.root.id()).hint(path.spec()?.id) }
    }

    fn option(&self, path: &Path, option: &str) -> Option<Word> {
        if of_card(path) {
            return CardNames.option(path, option);
        }
        InPlan(&path.root.id()).option(path.spec()?.id, option, Form::Full).map(CrewWord::word)
    }

    fn item(&self, section_path: &Path) -> &'static [FieldSpec] {
        match section_path.root {
            Root::Card(_) => CardNames.item(section_path),
            Root::PlanSection(section::TALKS) => talk::ALL,
            Root::PlanSection(section::FEELINGS) => feeling::ALL,
            _ => {
                let item = section_path.key().map_or(&[][..], |key| key.question.spec().item);
                // p1 lists who it is; how far the asking has come, which stands last, is answered in p2.
                let own = item.iter().position(|spec| spec.id == trusted::ASKED.untyped()).unwrap_or(item.len());
                item.get(..own).unwrap_or(item)
            }
        }
    }

    fn line(&self, section_path: &Path, item: &Item, language: Lang) -> String {
        if of_card(section_path) {
            CardNames.line(section_path, item, language)
        } else {
            name_in_plan(&section_path.root.id(), item, language)
        }
    }

    fn add(&self, section_path: &Path) -> Word {
        match section_path.root {
            Root::Card(_) => CardNames.add(section_path),
            Root::PlanSection(section::TALKS) => text::ADD_TALK,
            _ => text::ADD_PERSON,
        }
    }

    fn none(&self, section_path: &Path) -> Option<[Word; 2]> {
        CardNames.none(section_path)
    }
}

fn of_card(path: &Path) -> bool {
    path.section().is_some()
}

/// The words of an option of a field, in the language of the page.
#[must_use]
pub fn option_said(path: &Path, id: &str) -> String {
    PlanNames.option(path, id).map_or_else(|| say(fields::NEWER_ANSWER), say)
}

#[cfg(test)]
mod tests {
    use record::plan::{Key, Question};

    use super::*;

    #[test]
    fn p1_lists_everything_about_a_person_but_how_far_the_asking_has_come() {
        let asking = [trusted::ASKED, trusted::ASKED_ON].map(|field| field.untyped());
        let all = Question::P1.spec().item.iter().map(|spec| spec.id).filter(|id| !asking.contains(id));
        let listed = PlanNames.item(&Key::of(Question::P1).into()).iter().map(|spec| spec.id);
        assert_eq!(listed.collect::<Vec<_>>(), all.collect::<Vec<_>>());
    }
}
